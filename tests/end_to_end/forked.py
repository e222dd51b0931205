"""Runs creativekit many times, each in a fork of this process, which has loaded it already.

A kill in mid-work then costs what the work does, and not the start of an interpreter. One command
line a line on standard input, as JSON; answered by the process's number, and by how it ended.
"""

from __future__ import annotations

import json
import os
import sys

from creativekit.cli.program import program


def main() -> None:
    # What the commands load is loaded by one run of each, which the first lines ask for.
    for line in sys.stdin:
        arguments, keep = json.loads(line)
        if keep:
            _run(arguments)
            print(json.dumps(0), flush=True)
            continue
        pid = os.fork()
        if pid == 0:
            os.setsid()
            sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115
            os._exit(_run(arguments))
        print(json.dumps(pid), flush=True)
        _, status = os.waitpid(pid, 0)
        print(json.dumps(os.waitstatus_to_exitcode(status)), flush=True)


def _run(arguments: list[str]) -> int:
    streams = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115
    try:
        program.main(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
    finally:
        sys.stdout, sys.stderr = streams
    return 0


if __name__ == "__main__":
    main()
