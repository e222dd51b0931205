from __future__ import annotations

from itertools import accumulate, combinations

from hypothesis import given
from hypothesis import strategies as st

from creativekit.canvas.text.balance import (
    LEAST_WORTH,
    Strip,
    cheapest,
    evenest,
    fullest,
    narrowest,
    worth,
)

SPACE = 3


def strip(
    widths: list[int], prices: list[int] | None = None, ends: frozenset[int] = frozenset()
) -> Strip:
    """Words of these widths; `ends` are the words a paragraph ends with."""
    count = len(widths)
    starts, first, beginning, pen = [], [], 0, 0
    for index, width in enumerate(widths):
        starts.append(pen)
        first.append(beginning)
        pen += width + SPACE
        if index in ends:
            beginning, pen = index + 1, 0
    stops = [start + width for start, width in zip(starts, widths, strict=True)]
    costs = prices or [0] * count
    costs = [0 if index in ends or index == count - 1 else cost for index, cost in enumerate(costs)]
    words = (0, *accumulate(1 for _ in widths))
    return Strip(tuple(starts), tuple(stops), tuple(first), tuple(costs), words)


def sets(made: Strip, lines: int) -> list[tuple[int, ...]]:
    """Every set of so many lines in which no line goes over a paragraph's end."""
    count = len(made)
    found = []
    for inner in combinations(range(1, count), lines - 1):
        ends = (*inner, count)
        if all(made.first[end - 1] <= start for start, end, _ in made.lines(ends)):
            found.append(ends)
    return found


def widest(made: Strip, ends: tuple[int, ...]) -> int:
    return max(width for _, _, width in made.lines(ends))


def cost(made: Strip, ends: tuple[int, ...], cap: int) -> int:
    total = 0
    for start, end, width in made.lines(ends):
        total += made.prices[end - 1] * cap * cap + (cap - width) ** 2
        last = made.is_last(end)
        if last and start > made.first[start] and made.words[end] - made.words[start] == 1:
            total += cap * cap if width * 4 < cap else int(0.02 * cap * cap)
    return total


@st.composite
def strips(draw: st.DrawFn) -> Strip:
    widths = draw(st.lists(st.integers(1, 40), min_size=1, max_size=9))
    count = len(widths)
    prices = draw(st.lists(st.sampled_from([0, 0, 0, 2]), min_size=count, max_size=count))
    ends = draw(st.frozensets(st.integers(0, max(count - 2, 0)), max_size=2))
    return strip(widths, prices, ends if count > 1 else frozenset())


@given(strips())
def test_narrowest_is_that_of_brute_force(made: Strip) -> None:
    expected = [
        min((widest(made, ends) for ends in sets(made, lines)), default=None)
        for lines in range(1, len(made) + 1)
    ]
    assert list(narrowest(made)) == expected


@given(strips(), st.integers(1, 9), st.integers(1, 120))
def test_evenest_is_that_of_brute_force(made: Strip, lines: int, cap: int) -> None:
    if lines > len(made):
        assert evenest(made, lines, cap) is None
        return
    allowed = [ends for ends in sets(made, lines) if widest(made, ends) <= cap]
    found = evenest(made, lines, cap)
    if found is None:
        assert not allowed
    else:
        assert found in allowed
        assert cost(made, found, cap) == min(cost(made, ends, cap) for ends in allowed)


@given(strips(), st.integers(1, 120))
def test_cheapest_is_that_of_brute_force(made: Strip, cap: int) -> None:
    every = (ends for lines in range(1, len(made) + 1) for ends in sets(made, lines))
    allowed = [ends for ends in every if widest(made, ends) <= cap]
    found = cheapest(made, cap)
    if found is None:
        assert not allowed
        return

    def whole(ends: tuple[int, ...]) -> int:
        return cost(made, ends, cap) + 50 * len(ends) * cap * cap

    assert found in allowed
    assert whole(found) == min(whole(ends) for ends in allowed)


def test_running_text_ends_where_it_likes_but_not_in_an_orphan() -> None:
    made = strip([10, 10, 10, 10, 2])
    assert cheapest(made, 46, loose_end=True) == (3, 5)
    made = strip([10, 10, 10, 10, 10, 10])
    assert cheapest(made, 49, loose_end=True) == (4, 6)


@given(strips(), st.integers(1, 120), st.integers(1, 9))
def test_fullest_takes_all_it_can(made: Strip, cap: int, lines: int) -> None:
    reachable = [0]
    for count in range(1, lines + 1):
        for end in range(1, len(made) + 1):
            part = Strip(
                made.starts[:end],
                made.ends[:end],
                made.first[:end],
                made.prices[:end],
                made.words[: end + 1],
            )
            if any(widest(part, ends) <= cap for ends in sets(part, count)):
                reachable.append(end)
    assert fullest(made, cap, lines) == max(reachable)


def test_worth_of_even_and_ragged_sets() -> None:
    made = strip([20, 20, 20, 20])
    assert worth(made, (4,)) == worth(made, (2, 4)) == 1.0
    assert worth(made, (3, 4)) < worth(made, (2, 4))
    orphan = strip([40, 40, 40, 4])
    assert worth(orphan, (3, 4)) == 0.94
    assert worth(strip([40, 4], ends=frozenset({0})), (1, 2)) == 1.0


@given(strips(), st.integers(1, 9))
def test_worth_has_a_floor(made: Strip, lines: int) -> None:
    for ends in sets(made, min(lines, len(made))):
        assert LEAST_WORTH < worth(made, ends) <= 1.0
