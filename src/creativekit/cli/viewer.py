"""Open what was made; where there is no desktop, say where it lies instead."""

from __future__ import annotations

from pathlib import Path

from creativekit.cli import talk
from creativekit.errors import msg
from creativekit.press import desktop


def show(path: Path) -> None:
    """A file or folder."""
    browse(str(path.resolve()))


def browse(address: str) -> None:
    """An address in the browser."""
    if not desktop.opened(address):
        talk.warn(msg("nothing here can open '{path}'; open it yourself", path=address))
