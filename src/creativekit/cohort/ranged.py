"""Counts that are each a part of known people, told as ranges where those who are left are too few.

How many of a group assessed themselves is told beside how many of it answered, so the difference is
a figure: of those who did not. Where it is of too few, a count is a range; so are as many others as
it takes that it cannot be worked out from their sum (complementary suppression, as in `privacy`).
A range says what can be worked out from the counts that are told, and nothing more: the exact
bounds of a cell of the table of those who did over those who did not.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from creativekit.cohort.privacy import bounds, closed

_ANY = 10**7
"""More people than a meeting has: so many may be left where nobody knows of how many a part is."""

Range = tuple[int, int]


def ranged(
    parts: Sequence[int],
    wholes: Sequence[int | None],
    floors: Sequence[int],
    least: int,
    hidden: Collection[int] = (),
) -> dict[int, Range]:
    """Of counts whose sum is known, those that are not told, by place, and their ranges.

    wholes: of how many people each is a part, None where nobody knows. floors: what each is known
    to be at the least. hidden: places that are not told whatever they are. Raises ValueError where
    those who are left, fewer than `least` of some, can be worked out whatever is not told.
    """
    table = (
        [part - floor for part, floor in zip(parts, floors, strict=True)],
        [_ANY if whole is None else whole - part
         for part, whole in zip(parts, wholes, strict=True)],
    )  # fmt: skip
    few = [(1, at) for at, left in enumerate(table[1]) if left < least]
    gone = {at for _, at in few} | set(hidden)
    if not gone:
        return {}
    while True:
        places = {(row, at) for at in gone for row in (0, 1)}
        gone = {at for _, at in closed(table, places, few, least)}
        if sum(table[1][at] for at in gone) >= least:
            break
        # The sum less what is told is a figure as well.
        more = [at for at in reversed(range(len(parts))) if at not in gone]
        if not more:
            break
        gone.add(min(more, key=lambda at: table[1][at]))
    places = {(row, at) for at in gone for row in (0, 1)}
    found = {at: bounds(table, places, (0, at)) for at in sorted(gone)}
    narrow = any(found[at][1] - found[at][0] < least - 1 for _, at in few)
    if narrow or (few and sum(table[1][at] for at in gone) < least):
        raise ValueError("who is left can be counted, whatever is not told")
    return {at: (low + floors[at], high + floors[at]) for at, (low, high) in found.items()}
