"""Two reports, one after the other: what their difference tells, and what stays as it was."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import LEAST, NEEDS, figures, person, report

from creativekit.cohort.later_report import after


@settings(max_examples=25, deadline=None)
@given(
    st.integers(0, 10_000), st.integers(25, 90), st.one_of(st.integers(1, 12), st.integers(30, 400))
)
def test_what_came_in_between_is_told_of_nobody(seed: int, first: int, more: int) -> None:
    """An outsider takes one report from the other. The differences are answers of the newcomers:
    none of them is of fewer than five, and none leaves fewer than five who did not say so."""
    chance = random.Random(seed)
    people = [person(chance, NEEDS) for _ in range(first)]
    late = [person(chance, NEEDS[: chance.choice((3, 5, 12))]) for _ in range(more)]
    old = report(people)
    new = report([*people, *late], old)
    was, is_ = figures(old), figures(new)
    scores = ("presence", "presence.group", "change")
    for key, (value, whole) in is_.items():
        table, row, column = key
        if key not in was or value is None or was[key][0] is None or row == "rest":
            continue
        before, whole_before = was[key]
        assert before is not None
        moved = value - before
        if table in scores:
            if column == "n":
                assert moved == 0 or moved >= LEAST
            elif moved:
                n = (table, row, "n")
                assert was[n] == (None, None) or is_[n] == (None, None) or is_[n] != was[n]
            continue
        assert moved == 0 or moved >= LEAST
        if whole is not None and whole_before is not None and not table.startswith("people."):
            assert whole == whole_before or whole - whole_before - moved >= LEAST
            assert (moved == 0) == (whole == whole_before)
    assert new["forms"] == old["forms"] or new["forms"] - old["forms"] >= LEAST
    for table in new["tables"]:
        if table["id"] in ("needs", "needs.first", "gap"):  # a line's place tells its size
            shown = [row["cells"][0] or 0 for row in table["rows"]]
            assert shown == sorted(shown, reverse=True)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 40))
def test_a_hidden_figure_stays_hidden_and_the_same_report_stays_the_same(
    seed: int, more: int
) -> None:
    chance = random.Random(seed)
    people = [person(chance, NEEDS) for _ in range(40)]
    first = report(people)
    assert report(people, first) == first
    assert first["stays"] is False
    late = [*people, *(person(chance, NEEDS) for _ in range(more))]
    second = report(late, first)
    hidden = {key for key, (value, _) in figures(first).items() if value is None}
    for key, (value, _) in figures(second).items():
        if key in hidden and key[2] != "n" and key[1] != "rest":
            assert value is None, key
    # The next one says the same, whatever it follows.
    assert report(late, second) == second


def test_one_more_changes_nothing_and_says_so() -> None:
    chance = random.Random(7)
    people = [person(chance, NEEDS) for _ in range(60)]
    first = report(people)
    second = report([*people, person(chance, NEEDS)], first)
    assert second["stays"] is True
    assert (second["forms"], second["results"]) == (first["forms"], first["results"])
    assert [value for value, _ in figures(second).values()] == [
        value for value, _ in figures(first).values()
    ]
    assert [whole for _, whole in figures(second).values()] == [
        whole for _, whole in figures(first).values()
    ]


def line(value: int, whole: int, table: str = "awareness") -> dict[str, Any]:
    rows = [{"id": "a", "cells": [value]}]
    return {
        "id": table, "question": table, "n": whole, "least": LEAST, "columns": ["heard"],
        "rows": rows, "together": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("before", "now", "moves"),
    [
        ((20, 50), (25, 60), True),  # five said so, five did not
        ((20, 50), (24, 60), False),  # four said so
        ((20, 50), (26, 60), False),  # all but four said so
        ((20, 50), (20, 60), False),  # nobody said so
        ((20, 50), (30, 60), False),  # everybody said so
        ((20, 50), (20, 50), True),
        ((20, 50), (21, 50), False),  # somebody has answered anew
        ((25, 60), (20, 50), True),  # ten have been forgotten
        ((25, 60), (24, 55), False),
    ],
)
def test_a_line_moves_by_enough(before: tuple[int, int], now: tuple[int, int], moves: bool) -> None:
    empty = {
        "least": LEAST, "forms": None, "results": None, "proposals_left_out": 0, "proposals": [],
    }  # fmt: skip
    old, new = ({**empty, "tables": [line(*each)]} for each in (before, now))
    kept = copy.deepcopy(old)
    found = after(old, new)
    (row,) = found["tables"][0]["rows"]
    assert row["cells"] == [now[0] if moves else before[0]]
    assert row.get("n", found["tables"][0]["n"]) == (now[1] if moves else before[1])
    assert found["stays"] is not moves
    assert old == kept
