"""Whole processes, measured from outside: wall seconds and the largest process's memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True)
class Run:
    """One finished process: wall and CPU seconds, peak memory (MB) of its largest process."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str], env: Mapping[str, str] | None = None) -> Run:
    """Run once with output thrown away; raises when the command fails.

    An installed package has its bytecode; a shell that forbids writing it must not make every run
    compile the sources again.
    """
    given = os.environ if env is None else env
    environment = {key: value for key, value in given.items() if key != _NO_BYTECODE}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    # ru_maxrss is in kilobytes on Linux and in bytes on macOS.
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def median(times: int, once: Callable[[], Run]) -> Run:
    """The run with the median wall time, of `times` runs."""
    runs = [once() for _ in range(times)]
    return Run(
        statistics.median(item.wall for item in runs),
        statistics.median(item.cpu for item in runs),
        max(item.peak for item in runs),
    )
