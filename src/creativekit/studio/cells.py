"""Text in so many cells of the terminal, which is not so many letters."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def fitted(text: str, room: int) -> str:
    """`text` in exactly `room` cells; what does not fit ends in …"""
    if cell_len(text) > room:
        return set_cell_size(text, room - 1) + "…"
    return set_cell_size(text, room)
