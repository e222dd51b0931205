"""Which questions of a sheet are asked, when they are asked one after another.

On paper all rows of a table lie there to be passed over. In a conversation a table goes on behind
its last entry by one row, a row without a name has nothing more to say, and an alternative is given
a score for each attribute that there is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from creativekit.positioning.blanks import Blank

Standing = Callable[[Blank], str]
"""What stands in a blank now; "" for nothing."""


def row_of(blank: Blank) -> str | None:
    """The beginning that the names of a table's row have in common: `price.rivals.0.`."""
    path = blank.path
    if len(path) < 4 or not isinstance(path[2], int):
        return None
    return ".".join(map(str, path[:3])) + "."


def row(blanks: Sequence[Blank], blank: Blank) -> tuple[Blank, ...]:
    """All blanks of the row that `blank` is in, or of the axis or place on the map that it is a
    part of; else itself alone.
    """
    start, path = row_of(blank), blank.path
    if start is None and len(path) == 3 and isinstance(path[2], str):
        start = f"{path[0]}.{path[1]}."
    return tuple(
        each
        for each in blanks
        if each.name == blank.name or (start is not None and each.name.startswith(start))
    )


def is_name(blanks: Sequence[Blank], blank: Blank) -> bool:
    """Whether it is the first blank of its row: the name that all the rest hangs on."""
    return row_of(blank) is not None and row(blanks, blank)[0] == blank


def is_asked(blanks: Sequence[Blank], blank: Blank, standing: Standing) -> bool:
    """Whether `blank` is asked, by what stands in the others."""
    path = blank.path
    if row_of(blank) is not None and not is_name(blanks, blank):
        name, *_ = row(blanks, blank)
        if not standing(name):
            return False
        if len(path) < 5:
            return True
        if "scores" in path:
            return _entry_stands(blanks, ("alternatives", "attributes", path[4]), standing)
        return _goes_on(blanks, path[:4], int(path[4]), standing)
    if len(path) > 2 and isinstance(path[2], int) and blank.kind == "text":
        return _goes_on(blanks, path[:2], path[2], standing)
    return True


def _goes_on(
    blanks: Sequence[Blank], head: tuple[str | int, ...], place: int, standing: Standing
) -> bool:
    """Whether the list at `head` is asked for its entry at `place`."""
    return place == 0 or any(
        _entry_stands(blanks, (*head, each), standing)
        for each in range(place - 1, _length(blanks, head))
    )


def _length(blanks: Sequence[Blank], head: tuple[str | int, ...]) -> int:
    depth = len(head)
    places = (each.path[depth] for each in blanks if each.path[:depth] == head)
    return max((place for place in places if isinstance(place, int)), default=-1) + 1


def _entry_stands(
    blanks: Sequence[Blank], entry: tuple[str | int, ...], standing: Standing
) -> bool:
    """Whether there is something in the first blank of a list's entry."""
    first = next((each for each in blanks if each.path[: len(entry)] == entry), None)
    return first is not None and bool(standing(first))
