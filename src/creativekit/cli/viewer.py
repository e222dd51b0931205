"""Open what was made with the program that the user's desktop has for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from creativekit.cli import talk
from creativekit.errors import msg


def show(path: Path) -> None:
    """Open a file or folder; where there is no desktop, say where it lies instead."""
    _open(str(path.resolve()))


def browse(address: str) -> None:
    """Open an address in the browser; where there is no desktop, say which it is instead."""
    _open(address)


def _open(path: str) -> None:
    try:
        if sys.platform == "win32":
            os.startfile(path)
            return
        program = "open" if sys.platform == "darwin" else "xdg-open"
        # Its own words, if any, must not get between ours or into the data.
        subprocess.Popen(
            [program, path],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        talk.warn(msg("nothing here can open '{path}'; open it yourself", path=path))
