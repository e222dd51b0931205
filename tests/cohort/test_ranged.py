"""Counts beside the counts they are a part of, attacked: nobody counts those who are left."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import GROUPS, LEAST, NEEDS, figures, person, report

from creativekit.cohort.aggregate import NONE
from creativekit.cohort.privacy import Merged
from creativekit.cohort.published_presence import _linked
from creativekit.cohort.publishing import REST
from creativekit.cohort.ranged import ranged

Parts = list[tuple[int, int | None]]


def possible(parts: Parts, told: dict[int, Any], floor: int) -> list[tuple[int, ...]]:
    """All counts that fit what is told, and their sum."""
    total = sum(part for part, _ in parts)
    rooms = []
    for at, (part, whole) in enumerate(parts):
        if at in told:
            rooms.append(range(floor, min(total, total if whole is None else whole) + 1))
        else:
            rooms.append(range(part, part + 1))
    return [each for each in itertools.product(*rooms) if sum(each) == total]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(LEAST, 14), st.one_of(st.integers(0, 9), st.none())),
        min_size=1, max_size=4,
    )
)  # fmt: skip
def test_who_is_left_cannot_be_counted(given: list[tuple[int, int | None]]) -> None:
    parts: Parts = [(n, None if left is None else n + left) for n, left in given]
    counts, wholes = [n for n, _ in parts], [whole for _, whole in parts]
    few = {at for at, (_, left) in enumerate(given) if left is not None and left < LEAST}
    try:
        found = ranged(counts, wholes, [LEAST] * len(parts), LEAST)
    except ValueError:
        # Not even if no count were told.
        every = possible(parts, dict.fromkeys(range(len(parts))), LEAST)
        wide = all(len({each[at] for each in every}) >= LEAST for at in few)
        left = [left for _, left in given]
        assert few
        assert not wide or (None not in left and sum(each or 0 for each in left) < LEAST)
        return
    assert few <= set(found)
    assert bool(found) == bool(few)
    fitting = possible(parts, found, LEAST)
    for at, (low, high) in found.items():
        values = {each[at] for each in fitting}
        # A range tells what follows from the rest, and nothing more.
        assert (low, high) == (min(values), max(values))
        assert low <= counts[at] <= high
        if at in few:
            assert len(values) >= LEAST
    gone = [given[at][1] for at in found]
    assert not gone or None in gone or sum(each or 0 for each in gone) >= LEAST


def test_a_range_takes_another_with_it_and_both_are_wide() -> None:
    # Of 10 young people 6 assessed themselves, of 11 of the state 8; of 18 entrepreneurs 12.
    found = ranged([6, 12, 8], [10, 18, 11], [5, 5, 5], LEAST)
    assert found == {0: (5, 9), 2: (5, 9)}
    # One alone follows from the sum, so another one goes with it.
    assert set(ranged([6, 12, 30], [10, 18, 60], [5, 5, 5], LEAST)) == {0, 1}
    with pytest.raises(ValueError, match="counted"):
        ranged([8], [10], [5], LEAST)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(12, 110), st.sampled_from([0.6, 0.8, 0.95, 1.0]))
def test_the_two_tables_of_groups_tell_of_nobody_without_a_score(
    seed: int, count: int, share: float
) -> None:
    """An outsider takes how many assessed themselves from how many answered, group by group."""
    chance = random.Random(seed)
    people = [person(chance, NEEDS) for _ in range(count)]
    for each in people:
        each["score"] = 50 if chance.random() < share else None
    made = report(people)
    found = figures(made)
    answered = {row: n for (table, row, _), (n, _) in found.items() if table == "people.group"}
    lines = {
        row["id"]: row.get("n_range", [row["cells"][0]] * 2)
        for table in made["tables"] if table["id"] == "presence.group"
        for row in table["rows"] if row["cells"][1] is not None
    }  # fmt: skip
    total = made["results"]
    every = [
        each
        for each in itertools.product(*(range(low, high + 1) for low, high in lines.values()))
        if sum(each) == total
    ]
    if not lines:
        return
    assert every
    for at, line in enumerate(lines):
        if line in (NONE, REST) or answered.get(line) is None:
            continue
        true = sum(each["group"] == line and each["score"] is None for each in people)
        left = {(answered[line] or 0) - each[at] for each in every}
        assert true in left
        assert true >= LEAST or len(left) >= LEAST


def test_what_is_added_up_is_compared_with_the_same_people() -> None:
    counts = {"a": 9, "b": 4, "c": 3, "d": 20, NONE: 6}
    groups = Merged(("a", "d", NONE), ("b", "c"), 7)
    few = dict.fromkeys([*counts, REST], 1)
    apart = list(_linked(Merged(("a", "d", NONE), ("b", "c"), 5), groups, counts, few, LEAST))
    assert apart == [(["a"], 9), (["d"], 20), ([NONE], None), ([REST], 7)]
    # "a" is shown among those who answered, and added up to "b" among those who have a score.
    mixed = list(_linked(Merged(("c", "d"), ("a", "b"), 8), groups, counts, few, LEAST))
    assert mixed == [(["d"], 20), (["c", REST], 16)]
    # Nobody knows of how many people those are a part who have told no group.
    unknown = list(_linked(Merged(("a", "d"), ("b", "c", NONE), 8), groups, counts, few, LEAST))
    assert unknown == [(["a"], 9), (["d"], 20), ([REST], None)]
    assert list(_linked(Merged(("a",), ("b", "c"), 8), None, counts, few, LEAST)) == [
        (["a"], None), ([REST], None),
    ]  # fmt: skip
    # Of 7 who are added up among those who answered, 3 have a score and are shown by themselves:
    # 4 are left of them, though many of those and of "a".
    close = list(_linked(Merged(("c", "d"), ("a", "b"), 8), groups, counts, few | {"c": 3}, LEAST))
    assert close == [(["d"], 20), (["c"], 7), ([REST], None)]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(12, 110), st.sampled_from([0.6, 0.8, 0.95, 1.0]))
def test_what_is_added_up_less_those_with_a_score_is_of_enough_people(
    seed: int, count: int, share: float
) -> None:
    """An outsider takes groups told by their scores from the others together, who answered."""
    chance = random.Random(seed)
    people = [person(chance, NEEDS) for _ in range(count)]
    for each in people:
        each["group"] = chance.choice([*GROUPS[:5], *GROUPS[:2], NONE])
        each["score"] = 50 if chance.random() < share else None
    made = {table["id"]: table for table in report(people)["tables"]}
    if "people.group" not in made or "presence.group" not in made:
        return
    together = made["people.group"]["together"]
    rest = [row["cells"][0] for row in made["people.group"]["rows"] if row["id"] == REST]
    shown = [
        row["cells"][0]
        for row in made["presence.group"]["rows"]
        if row["id"] in together and row["id"] != NONE and row["cells"][1] is not None
    ]
    if shown and rest and None not in (*shown, *rest):
        assert rest[0] - sum(shown) >= LEAST
