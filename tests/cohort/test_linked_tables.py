"""Tables that share a sum, attacked together: what one of them tells of another."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import LEAST, NEEDS, Person, figures, person, report, totals
from test_privacy import solved

from creativekit.cohort.publishing import REST


def people(seed: int, count: int, likes: int = 12) -> list[Person]:
    chance = random.Random(seed)
    return [person(chance, NEEDS[:likes]) for _ in range(count)]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(5, 160), st.sampled_from([3, 5, 12]))
def test_nobody_and_everybody_and_few_are_never_said(seed: int, count: int, likes: int) -> None:
    """Nought, a hundred per cent, and what is near either, in every table of parts."""
    made = report(people(seed, count, likes))
    for (table, row, column), (value, whole) in figures(made).items():
        if value is None or table.startswith("presence"):
            continue
        assert value >= LEAST, (table, row, column)
        if table in ("needs", "gap", "awareness") and whole is not None:
            assert whole - value >= LEAST, (table, row, column)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(20, 160), st.sampled_from([3, 5, 12]))
def test_what_follows_from_two_tables_is_of_enough_people(
    seed: int, count: int, likes: int
) -> None:
    found = figures(report(people(seed, count, likes)))
    for need in NEEDS:
        named, first = found["needs", need, "all"][0], found["needs.first", need, "n"][0]
        unaware, of = found["gap", need, "unaware"]
        if named is not None and first is not None:
            assert named - first >= LEAST  # for whom it comes second or third
        if unaware is not None:
            assert named == of
            assert named is not None
            assert named - unaware >= LEAST
    groups = {
        row: value for (table, row, _), (value, _) in found.items() if table == "people.group"
    }
    for (table, _, column), (value, whole) in found.items():
        if table == "needs" and column != "all" and value is not None:
            assert whole == groups[column]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(20, 120))
def test_a_crossing_is_solved_with_the_sums_of_the_tables_beside_it(seed: int, count: int) -> None:
    """An outsider has sectors, groups and what is shown of sectors by groups."""
    answered = people(seed, count)
    made = report(answered)
    tables = {each["id"]: each for each in made["tables"]}
    if "people.sector-group" not in tables:
        return
    crossed = tables["people.sector-group"]
    rows = [row["id"] for row in crossed["rows"]]
    true = totals(answered).crossed
    apart = {kind: set(tables[f"people.{kind}"]["together"]) for kind in ("sector", "group")}

    def place(id: str, kind: str) -> str:
        return REST if id in apart[kind] else id

    cells = {(a, b): 0 for a in rows for b in crossed["columns"]}
    for (sector, group), n in true.items():
        cells[place(sector, "sector"), place(group, "group")] += n
    matrix = [[cells[a, b] for b in crossed["columns"]] for a in rows]
    hidden = frozenset(
        (i, j)
        for i, row in enumerate(crossed["rows"])
        for j, value in enumerate(row["cells"])
        if value is None
    )
    if sum(len(row) for row in matrix) > 12 or sum(matrix[i][j] for i, j in hidden) > 60:
        return  # it takes too long to try everything
    for (i, j), values in solved(matrix, hidden).items():
        if matrix[i][j] < LEAST:
            assert max(values) - min(values) >= LEAST - 1


@pytest.mark.parametrize("count", [1, 2, 4])
def test_of_fewer_than_five_nothing_is_said(count: int) -> None:
    made = report(people(1, count))
    assert made["tables"] == []
    assert made["forms"] is None
