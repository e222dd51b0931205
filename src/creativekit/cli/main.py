"""The console script. Light, so that Ctrl-C while the rest is loading is no traceback either."""

from __future__ import annotations

import os
import signal
import sys
from typing import NoReturn

from creativekit.errors import ExitCode


def run() -> NoReturn:
    """Run `creativekit` with this process's arguments and leave with its exit code."""
    # It has no plugins here, and looking for them among all that is installed takes 0.1 s.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from creativekit.cli.program import program

        program.main()
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)
    finally:
        # Nothing is left to interrupt but Python's own clearing up, which would complain of it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
