"""Balance: the exact answers to where the lines of a text should end.

A text is laid out once on one endless line; a set of lines is a choice of ends on it, and three
questions about sets are answered by dynamic programming over the places where a line may end (as
D. E. Knuth and M. F. Plass did for paragraphs: Breaking Paragraphs into Lines, 1981):

- `narrowest`: in so many lines, how wide must the widest be at least? It decides the size.
- `evenest`: in so many lines, none wider than a cap, which set is the least uneven?
- `cheapest`: none wider than a cap, in any number of lines: which set parts the fewest words, has
  the fewest lines, and is the least uneven, in this order?

Lengths are whole millionths of the em, so that sums and comparisons are exact and every machine
chooses the same set.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

UNIT = 1_000_000
"""Parts of the em in which lengths are counted."""

_SHORT_LAST = 4
_ORPHAN = 1
_ONE_WORD = 0.02
_LINE = 50

_EVEN = 0.2
_UNEVEN = 0.4
_WORTH_OF_EVENNESS = 0.06
_WORTH_OF_NO_ORPHAN = 0.06
_WORTH_OF_COMPANY = 0.015
_WORTH_OF_BONDS = 0.04
LEAST_WORTH = 0.9
"""Below the worth of any set."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A text on one endless line, cut into n units: a line may end after each of them only.

    starts, ends: where a unit begins, and where it ends as the last of its line (with the hyphen
    it may need there). first: per unit, the first unit of its paragraph; no line begins before it
    that ends in the unit. prices: what it costs to end a line after the unit, where 1 is what a
    whole empty line costs; 0 at the end of a paragraph. words: n + 1 counts of words, before each
    unit and at the end.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    first: tuple[int, ...]
    prices: tuple[int, ...]
    words: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def is_last(self, end: int) -> bool:
        """Whether a line that ends before unit `end` is the last of its paragraph."""
        return end == len(self.starts) or self.first[end] == end

    def lines(self, ends: tuple[int, ...]) -> Iterator[tuple[int, int, int]]:
        """Start, end (exclusive) and width of each line of a set."""
        start = 0
        for end in ends:
            yield start, end, self.ends[end - 1] - self.starts[start]
            start = end


def narrowest(strip: Strip) -> Iterator[int | None]:
    """The least width of the widest line in 1, 2, … n lines; None for fewer than paragraphs."""
    starts, ends, first = strip.starts, strip.ends, strip.first
    count = len(strip)
    impossible = max(ends) - min(starts) + 1
    before = [0] + [impossible] * count
    for line in range(1, count + 1):
        now = [impossible] * (count + 1)
        for end in range(line, count + 1):
            best = impossible
            right = ends[end - 1]
            for start in range(end - 1, first[end - 1] - 1, -1):
                width = right - starts[start]
                if width >= best:
                    break
                widest = before[start]
                if widest < best:
                    best = widest if widest > width else width
            now[end] = best
        yield now[count] if now[count] < impossible else None
        before = now


def evenest(strip: Strip, lines: int, cap: int) -> tuple[int, ...] | None:
    """The ends (exclusive) of exactly `lines` lines, none wider than `cap`; None when impossible.

    Least is the sum of the squares of what each line lacks to `cap`, with the prices of its ends;
    a short word alone on a last line costs as much as an empty line.
    """
    count = len(strip)
    if not 0 < lines <= count:
        return None
    rows = _rows(strip, cap)
    costs: list[int | None] = [0] + [None] * count
    steps: list[list[int]] = []
    for line in range(1, lines + 1):
        now: list[int | None] = [None] * (count + 1)
        step = [0] * (count + 1)
        # Every later line needs a unit of its own, and the last line is the text's.
        low, high = (count, count) if line == lines else (line, count - lines + line)
        for end in range(low, high + 1):
            best: int | None = None
            for start, cost in rows[end]:
                before = costs[start]
                if before is not None and (best is None or before + cost < best):
                    best = before + cost
                    step[end] = start
            now[end] = best
        steps.append(step)
        costs = now
    if costs[count] is None:
        return None
    found = [count]
    for step in reversed(steps[1:]):
        found.append(step[found[-1]])
    return tuple(reversed(found))


def cheapest(strip: Strip, cap: int, loose_end: bool = False) -> tuple[int, ...] | None:
    """The ends of lines no wider than `cap`, in as many lines as they need; None when a unit is
    wider. With `loose_end` a paragraph's last line may be short for nothing, unless it is an
    orphan, as in running text."""
    rows = _rows(strip, cap, loose_end, _LINE)
    count = len(strip)
    costs: list[int | None] = [0] + [None] * count
    step = [0] * (count + 1)
    for end in range(1, count + 1):
        best: int | None = None
        for start, cost in rows[end]:
            before = costs[start]
            if before is not None and (best is None or before + cost < best):
                best = before + cost
                step[end] = start
        costs[end] = best
    if costs[count] is None:
        return None
    found = [count]
    while step[found[-1]]:
        found.append(step[found[-1]])
    return tuple(reversed(found))


def fullest(strip: Strip, cap: int, lines: int) -> int:
    """How many units stand on the first `lines` lines when each takes all it can."""
    end = 0
    for _ in range(lines):
        start = end
        while (
            end < len(strip)
            and strip.first[end] <= start
            and strip.ends[end] - strip.starts[start] <= cap
        ):
            end += 1
        if end == start:
            break
    return end


def worth(strip: Strip, ends: tuple[int, ...]) -> float:
    """0.9–1: how much of the size that would fit a set of lines deserves.

    An uneven set, one with a lone short word at its end, or with a bond broken that had better
    hold, is set a few per cent smaller than it could be, so it wins only where nothing better is
    nearly as large. (Taking the smaller set at its full size instead would make a text shrink
    while its box grows.) Lines of a paragraph that has only one are not compared.
    """
    lines = tuple(strip.lines(ends))
    widest = max(width for _, _, width in lines)
    if not widest:
        return 1.0
    lacks: list[float] = []
    orphaned = alone = broken = False
    several = any(strip.words[end] - strip.words[start] > 1 for start, end, _ in lines)
    for start, end, width in lines:
        last = strip.is_last(end)
        begins = start == strip.first[start]
        broken = broken or strip.prices[end - 1] > 0
        if begins and last:
            continue
        lacks.append(1.0 - width / widest)
        if last and strip.words[end] - strip.words[start] == 1:
            orphaned = orphaned or width * _SHORT_LAST < widest
            alone = alone or several
    unevenness = sqrt(sum(lack * lack for lack in lacks) / len(lacks)) if lacks else 0.0
    excess = min(1.0, max(0.0, (unevenness - _EVEN) / (_UNEVEN - _EVEN)))
    found = 1.0 - _WORTH_OF_EVENNESS * excess
    if orphaned:
        found = min(found, 1.0 - _WORTH_OF_NO_ORPHAN)
    elif alone:
        found = min(found, 1.0 - _WORTH_OF_COMPANY)
    return round(found * (1.0 - _WORTH_OF_BONDS) if broken else found, 9)


def _rows(
    strip: Strip, cap: int, loose_end: bool = False, price_of_line: int = 0
) -> list[list[tuple[int, int]]]:
    """Per end (exclusive): the starts of lines no wider than `cap` and the cost of each."""
    starts, ends, first, words = strip.starts, strip.ends, strip.first, strip.words
    empty = cap * cap
    rows: list[list[tuple[int, int]]] = [[]]
    for end in range(1, len(strip) + 1):
        right = ends[end - 1]
        last = strip.is_last(end)
        base = (strip.prices[end - 1] + price_of_line) * empty
        row: list[tuple[int, int]] = []
        for start in range(end - 1, first[end - 1] - 1, -1):
            width = right - starts[start]
            if width > cap:
                break
            cost = base
            if not (last and loose_end):
                cost += (cap - width) ** 2
            if last and start > first[start] and words[end] - words[start] == 1:
                cost += _ORPHAN * empty if width * _SHORT_LAST < cap else int(_ONE_WORD * empty)
            row.append((start, cost))
        rows.append(row)
    return rows
