"""Runs creativekit many times, each in a fork of this process, which has loaded it already.

A kill in mid-work then costs what the work does, and not the start of an interpreter. One command
line a line on standard input, as JSON: its words, whether it is to be run here, and a file for what
it says on standard error; answered by the process's number, and by how it ended. With the argument
`offline` no socket reaches anything.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from typing import Any

from creativekit.cli.program import program


def _refuse(*_: Any, **__: Any) -> Any:
    raise OSError("the network is blocked")


def main() -> None:
    if "offline" in sys.argv[1:]:
        socket.socket.connect = socket.socket.connect_ex = _refuse  # type: ignore[method-assign]
        socket.getaddrinfo = _refuse
    # What the commands load is loaded by one run of each, which the first lines ask for.
    for line in sys.stdin:
        arguments, keep, heard = json.loads(line)
        if keep:
            _run(arguments, heard)
            print(json.dumps(0), flush=True)
            continue
        pid = os.fork()
        if pid == 0:
            os.setsid()
            os._exit(_run(arguments, heard))
        print(json.dumps(pid), flush=True)
        _, status = os.waitpid(pid, 0)
        print(json.dumps(os.waitstatus_to_exitcode(status)), flush=True)


def _run(arguments: list[str], heard: str) -> int:
    streams = sys.stdout, sys.stderr
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = open(heard, "w", encoding="utf-8")  # noqa: SIM115
    try:
        program.main(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
    finally:
        sys.stderr.flush()
        sys.stdout, sys.stderr = streams
    return 0


if __name__ == "__main__":
    main()
