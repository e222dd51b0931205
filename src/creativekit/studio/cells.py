"""Text in so many cells of the terminal, which is not so many letters."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def shortened(text: str, room: int, beside: str = "") -> str:
    """`text` in at most `room` cells, without what is missed least: a remark in parentheses, a
    last word that stands beside it anyway; figures at the end, as a ratio, are kept."""
    if cell_len(text) <= room:
        return text
    head, bracket, _ = text.partition(" (")
    if bracket and text.endswith(")"):
        return shortened(head, room, beside)
    if beside and text.casefold().endswith(f" {beside.casefold()}"):
        return shortened(text[: -len(beside) - 1], room)
    words, _, last = text.rpartition(" ")
    if words and last[0].isdigit() and cell_len(last) < room // 2:
        return f"{fitted(words, room - cell_len(last) - 1)} {last}"
    return fitted(text, room)


def fitted(text: str, room: int) -> str:
    """`text` in exactly `room` cells; what does not fit ends in …"""
    if cell_len(text) > room:
        return set_cell_size(text, room - 1) + "…"
    return set_cell_size(text, room)
