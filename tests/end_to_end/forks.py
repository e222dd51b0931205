"""creativekit in forks of a process that has it loaded: many runs at the price of their work."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path


class Forks:
    """The process; what it runs, it runs in its own folder and environment."""

    def __init__(
        self,
        environment: Mapping[str, str],
        cwd: Path | None = None,
        *,
        offline: bool = False,
        flags: Sequence[str] = (),
    ) -> None:
        script = Path(__file__).with_name("forked.py")
        path = os.pathsep.join(each for each in sys.path if each)
        self._server = subprocess.Popen(
            [sys.executable, *flags, str(script), *(["offline"] if offline else [])],
            env={**environment, "PYTHONPATH": path},
            cwd=cwd,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def _say(self, arguments: list[str], keep: bool, heard: str) -> int:
        assert self._server.stdin is not None
        self._server.stdin.write(json.dumps([arguments, keep, heard]) + "\n")
        self._server.stdin.flush()
        return self._hear()

    def _hear(self) -> int:
        assert self._server.stdout is not None
        return int(self._server.stdout.readline())

    def load(self, arguments: list[str]) -> None:
        """Run once in the process itself, which keeps what it has loaded for the forks."""
        self._say(arguments, True, os.devnull)

    def run(
        self,
        arguments: list[str],
        kill_after: float | None = None,
        seen: Callable[[], bool] = lambda: True,
        heard: str = os.devnull,
    ) -> int:
        """Run in a fork; returns how it ended. kill_after: seconds until it is killed, workers
        and all, where it has not ended by then; counted from when something is seen. heard: a file
        for what it says on standard error."""
        group = self._say(arguments, False, heard)
        if kill_after is not None:
            while not seen() and not self._ended():
                pass
            time.sleep(kill_after)
            kill(group)
        return self._hear()

    def _ended(self) -> bool:
        assert self._server.stdout is not None
        return bool(select.select([self._server.stdout], [], [], 0.0005)[0])

    def close(self) -> None:
        self._server.communicate()


def kill(group: int) -> None:
    """A process with all that it started."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:  # it has ended, or has no group yet
        try:
            os.kill(group, signal.SIGKILL)
        except ProcessLookupError:
            return
