"""Which figures of a table may be shown, so that nobody can be counted out of it.

A figure that stands for fewer people than `least` is hidden (primary suppression), and so are
enough others that it cannot be worked out from what is left and from totals (complementary
suppression); and what is hidden of a row or a column stands for `least` people together, because a
total tells how many they are. Everything hidden looks the same: which of the figures was the small
one is part of the secret. Nothing is to be learned of a small figure but that it lies in a range of
at least `least` values; the ranges are computed exactly, because a table with totals is a flow, and
what an edge of a flow can carry is a matter of maximum flows.

A figure of several answers has a complement, those who did not say so; it is protected likewise.
Categories that are too small to be a row or a column are added up into one (`merged`), so that
totals of every table are known and tables that share them say nothing new of each other.

Sources: Hundepool et al., Statistical Disclosure Control (2012), ch. 4; Cox, "Network models for
complementary cell suppression", JASA 90 (1995); the Eurostat handbook on SDC, "previously published
tables".
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Table: TypeAlias = Sequence[Sequence[int]]
Place: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Merged:
    """A variable's categories with their counts, those that are too small added up.

    shown: categories that stand by themselves, in order. together: those in the sum, which is
    `rest`; none, or at least two. hidden: nothing can be shown, not even the sum.
    """

    shown: tuple[str, ...]
    together: tuple[str, ...] = ()
    rest: int = 0

    def place(self, category: str) -> str | None:
        """Where somebody of this category counts: in it, or None, in the sum."""
        return category if category in self.shown else None


def merged(
    counts: Mapping[str, int],
    least: int,
    keep: Collection[str] = (),
    most: Mapping[str, int] | None = None,
) -> Merged:
    """Small categories added up until their sum is `least`, there are two of them, and what is
    known of how many each can be (most) does not tell how many each is.

    keep: categories that may not be shown by themselves whatever they are (a report before this one
    had them in the sum). Of equal ones the later in order is added.
    """
    order = list(counts)
    together = {each for each in order if counts[each] < least or each in keep}
    while together and not _hides(counts, together, least, most or {}):
        left = [each for each in order if each not in together]
        if not left:
            break
        together.add(min(reversed(left), key=lambda each: counts[each]))
    return Merged(
        tuple(each for each in order if each not in together),
        tuple(each for each in order if each in together),
        sum(counts[each] for each in together),
    )


def _hides(
    counts: Mapping[str, int], together: Collection[str], least: int, most: Mapping[str, int]
) -> bool:
    total = sum(counts[each] for each in together)
    if len(together) < 2 or total < least:
        return False
    room = {each: min(total, most.get(each, total)) for each in together}
    for each in together:
        low = max(0, total - sum(room.values()) + room[each])
        if room[each] - low < min(least - 1, room[each]):
            return False
    return True


def shows(figure: int, whole: int, least: int) -> bool:
    """Whether a share of `whole` people can be said: neither they nor the others are too few."""
    return figure >= least and whole - figure >= least


def hidden_in(table: Table, least: int, hidden: Collection[Place] = ()) -> frozenset[Place]:
    """The cells of a table to hide, where all of its row and column totals are known.

    hidden: cells to be hidden whatever they are. Each row and each column has to sum up to `least`
    or more, or the table can say nothing that is not said too loud (`ValueError`).
    """
    rows, columns = len(table), len(table[0]) if table else 0
    sums = [sum(row) for row in table] + [sum(row[at] for row in table) for at in range(columns)]
    if rows < 2 or columns < 2 or min(sums) < least:
        raise ValueError("a table needs two rows and two columns, each of enough people")
    few = {(i, j) for i in range(rows) for j in range(columns) if table[i][j] < least}
    protected = sorted(few | set(hidden))
    found = closed(table, protected, protected, least)
    # A total less what is shown of its line is a figure as well: of those that are hidden together.
    while (more := _scarce(table, found, least)) is not None:
        protected.append(more)
        found = closed(table, found | {more}, protected, least)
    return found


def _scarce(table: Table, hidden: Collection[Place], least: int) -> Place | None:
    """Of the first line whose hidden cells are of fewer than `least` people together, the cell to
    hide next: the least that is shown, the later of equal ones."""
    rows, columns = range(len(table)), range(len(table[0]))
    lines = [[(i, j) for j in columns] for i in rows] + [[(i, j) for i in rows] for j in columns]
    for line in lines:
        gone = [each for each in line if each in hidden]
        if gone and sum(table[i][j] for i, j in gone) < least:
            left = [each for each in reversed(line) if each not in hidden]
            return min(left, key=lambda each: table[each[0]][each[1]])
    return None


def closed(
    table: Table, hidden: Collection[Place], protected: Sequence[Place], least: int
) -> frozenset[Place]:
    """The hidden cells, and as many others as it takes that each of the protected ones, all hidden,
    can be any of `least` values or more; all cells, where that cannot be had. All sums are known.
    """
    found = set(hidden)
    for place in protected:
        while True:
            if _is_wide(table, found, place, least):
                break
            if not (more := _cheapest(table, found, place)):
                return frozenset((i, j) for i in range(len(table)) for j in range(len(table[0])))
            found |= more
    return frozenset(found)


def _cheapest(table: Table, hidden: Collection[Place], place: Place) -> set[Place]:
    """The corners of the rectangle at `place` that hide the fewest people more."""
    row, column = place
    best: tuple[int, int, set[Place]] | None = None
    for i in range(len(table)):
        for j in range(len(table[0])):
            if i == row or j == column:
                continue
            new = {each for each in ((row, j), (i, column), (i, j)) if each not in hidden}
            cost = (sum(table[a][b] for a, b in new), len(new))
            if new and (best is None or cost < best[:2]):
                best = (*cost, new)
    return best[2] if best else set()


def hidden_shares(
    figures: Sequence[int], wholes: Sequence[int], least: int, hidden: Collection[int] = ()
) -> frozenset[int]:
    """Of figures that are each a share of known people, and whose sum is known, those to hide.

    It is the table of those who said so over those who did not; hidden: as there. Raises ValueError
    as `hidden_in`.
    """
    table = (tuple(figures), tuple(b - a for a, b in zip(figures, wholes, strict=True)))
    found = hidden_in(table, least, [(row, at) for row in (0, 1) for at in hidden])
    # Of a column, one cell tells the other: hidden are both.
    columns = frozenset(at for _, at in found)
    whole = hidden_in(table, least, [(row, at) for row in (0, 1) for at in columns])
    return frozenset(at for _, at in whole) | columns


def hidden_parts(parts: Sequence[int], least: int, hidden: Collection[int] = ()) -> frozenset[int]:
    """Of parts of a known sum, those to hide: their own sum is `least` or more, and they are two
    at least. All, where that cannot be had."""
    found = {at for at, part in enumerate(parts) if part < least} | set(hidden)
    while found and (len(found) < 2 or sum(parts[at] for at in found) < least):
        left = [at for at in range(len(parts)) if at not in found]
        if not left:
            break
        found.add(min(reversed(left), key=lambda at: parts[at]))
    return frozenset(found)


def hidden_steps(steps: Sequence[int], whole: int, least: int) -> frozenset[int]:
    """Of steps that each are some of the one before, the first of `whole`, those to hide: between
    two that are shown next to each other, `least` people or more have stayed behind."""
    shown: list[int] = []
    last = whole
    for at, step in enumerate(steps):
        if last - step >= least and step >= least:
            shown.append(at)
            last = step
    return frozenset(range(len(steps))) - frozenset(shown)


# What can be worked out


def bounds(table: Table, hidden: Collection[Place], place: Place) -> tuple[int, int]:
    """The least and the most that a hidden cell can be, to whoever knows all others and every
    total, and that nothing is less than nobody."""
    row, column = place
    value = table[row][column]
    most = value + _flow(table, hidden, place, up=True)
    return value - min(value, _flow(table, hidden, place, up=False)), most


def _is_wide(table: Table, hidden: Collection[Place], place: Place, least: int) -> bool:
    """Whether a hidden cell can be any of `least` values; no further than it takes to know."""
    up = _flow(table, hidden, place, up=True, enough=least - 1)
    if up >= least - 1:
        return True
    value, left = table[place[0]][place[1]], least - 1 - up
    return value >= left and _flow(table, hidden, place, up=False, enough=left) >= left


def _flow(
    table: Table,
    hidden: Collection[Place],
    place: Place,
    *,
    up: bool,
    enough: int | None = None,
) -> int:
    """How much more (or less) can be in the cell, others being changed so that all totals stay.

    Rows and columns are nodes, hidden cells edges from a row to a column: forwards as much as one
    likes can be added, backwards no more be taken than there is. enough: where to stop.
    """
    rows = len(table)
    most = sum(sum(line) for line in table)
    rest: dict[int, dict[int, int]] = {}
    for i, j in hidden:
        if (i, j) != place:
            rest.setdefault(i, {})[rows + j] = most
            rest.setdefault(rows + j, {})[i] = table[i][j]
    row, column = place[0], rows + place[1]
    # More in the cell of row and column takes as much out of both: a way from row to column along
    # which cells are lessened and raised in turn, beginning with one that is lessened.
    start, end = (column, row) if up else (row, column)
    total = 0
    while enough is None or total < enough:
        before = {start: start}
        queue = deque((start,))
        while queue and end not in before:
            node = queue.popleft()
            for other, room in rest.get(node, {}).items():
                if room > 0 and other not in before:
                    before[other] = node
                    queue.append(other)
        if end not in before:
            return total
        way = [end]
        while way[-1] != start:
            way.append(before[way[-1]])
        way.reverse()
        amount = min(rest[a][b] for a, b in itertools.pairwise(way))
        for a, b in itertools.pairwise(way):
            rest[a][b] -= amount
            rest[b][a] += amount
        total += amount
    return total
