"""Worker processes under an app that has taken standard error for itself.

The press starts its workers by spawning, because the studio has threads. On POSIX the first one
brings along multiprocessing's resource tracker, which wants the number of `sys.stderr`'s file; what
textual puts in its place answers -1 (`_PrintCapture.fileno`), and nothing would start. So the
tracker is started beforehand, with the real one.
"""

from __future__ import annotations

import os
import sys
from contextlib import redirect_stderr


def get_ready() -> None:
    """Call it before anything that starts processes; it costs something the first time only."""
    if os.name != "posix" or sys.__stderr__ is None:
        return
    from multiprocessing import resource_tracker

    with redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()
