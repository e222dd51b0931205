"""Open what was made with the program that the user's desktop has for it."""

from __future__ import annotations

import os
import subprocess
import sys


def opened(place: str) -> bool:
    """Open a file, a folder or an address; False where nothing here can."""
    try:
        if sys.platform == "win32":
            os.startfile(place)
            return True
        program = "open" if sys.platform == "darwin" else "xdg-open"
        # Its own words, if any, must not get between ours or into the data.
        subprocess.Popen(
            [program, place],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True
