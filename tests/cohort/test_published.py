"""What a report says of a store: nothing of few, nothing by comparing two reports."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from cohorts import asked, cohort

from creativekit.cohort.aggregate import Totals, quartiles, totals
from creativekit.cohort.model import Needs, Person, Presence, Proposal, Response
from creativekit.cohort.published import published
from creativekit.cohort.report_table import csv_file
from creativekit.cohort.store import Store

WORDS = cohort().words
GROUPS = [each.id for each in WORDS.groups]
NEEDS = [each.id for each in WORDS.needs]
DIMENSIONS = [each.id for each in asked().dimensions]


def person(number: int) -> Response:
    chance, id, day = random.Random(number), f"{number:032x}", cohort().date
    return Response(
        Person(id, chance.choice(GROUPS[:3]), chance.choice(["craft", "music"]), "town", "25-34"),
        Needs(
            id, day, tuple(chance.sample(NEEDS, 3)), (),
            {each.id: chance.randint(0, 4) for each in WORDS.initiatives},
            (Proposal("+7 701 123 45 67" if number % 9 == 0 else "More light", 1),), ("fair",),
        ),
        (Presence(id, day.replace(day=1), asked().version, None, {}, {"identity": 50.0}, 50.0),),
    )  # fmt: skip


def added_up(folder: Path, people: int) -> Totals:
    with Store.open(folder / "s.sqlite") as store:
        store.add(person(number) for number in range(people))
        return totals(store, asked().version, (WORDS.decoy.id,))


def report(found: Totals, **rest: Any) -> dict[str, Any]:
    return published(cohort(), found, DIMENSIONS, version=asked().version, **rest)


@pytest.mark.parametrize("public", [False, True])
def test_no_shown_figure_is_of_few(tmp_path: Path, public: bool) -> None:
    made = report(added_up(tmp_path, 70), public=public)
    least = 10 if public else 5
    for table in made["tables"]:
        for row in table["rows"]:
            cells = row["cells"][:1] if "median" in table["columns"] else row["cells"]
            assert all(each is None or each >= least for each in cells)
    text = json.dumps(made, ensure_ascii=False)
    assert "701" not in text
    assert ("More light" in text) is not public
    assert "701" not in csv_file(made).decode("utf-8-sig")


def test_four_people_are_nobodys_business(tmp_path: Path) -> None:
    made = report(added_up(tmp_path, 4))
    assert made["tables"] == []
    assert made["forms"] is None
    assert made["results"] is None


def test_quartiles_are_of_the_nearest_rank() -> None:
    assert quartiles({10: 1, 20: 1, 30: 1, 40: 1, 50: 1}) == (20, 30, 40)
    assert quartiles({7: 100_000}) == (7, 7, 7)


def test_a_dimension_counts_those_who_have_a_score_in_it(tmp_path: Path) -> None:
    """Of 30 people 20 have a score for "sales", and 28 for "trust": 2 are too few to be told."""
    day = cohort().date.replace(day=1)

    def scored(number: int) -> Response:
        id = f"{number:032x}"
        scores = {
            "identity": 50.0,
            "sales": 25.0 if number < 20 else None,
            "trust": 75.0 if number < 28 else None,
        }
        return Response(
            Person(id, GROUPS[0]),
            None,
            (Presence(id, day, asked().version, None, {}, scores, 50.0),),
        )

    with Store.open(tmp_path / "s.sqlite") as store:
        store.add(scored(number) for number in range(30))
        found = totals(store, asked().version, (WORDS.decoy.id,))
    (table,) = (each for each in report(found)["tables"] if each["id"] == "presence")
    rows = {row["id"]: row for row in table["rows"]}
    assert rows[""]["cells"] == [30, 50, 50, 50]
    assert rows["sales"]["cells"] == [20, 25, 25, 25]
    assert rows["trust"]["cells"] == [None, 75, 75, 75]
    assert rows["trust"]["n_range"] == rows["identity"]["n_range"] == [26, 30]
    assert rows["access"]["cells"] == [None] * 4
    lines = csv_file(report(found)).decode("utf-8-sig").splitlines()
    assert "presence,presence,trust,median,75,26-30,0,5,0" in lines
    assert "presence,presence,sales,median,25,20,0,5,0" in lines


def test_no_lowest_and_no_highest_is_said(tmp_path: Path) -> None:
    """Five people, each with another score: only the second, third and fourth are in the report."""
    day = cohort().date.replace(day=1)
    scores = [3, 21, 47, 68, 97]

    def scored(number: int) -> Response:
        id = f"{number:032x}"
        found = Presence(id, day, asked().version, None, {}, {}, float(scores[number]))
        return Response(Person(id, GROUPS[0]), None, (found,))

    with Store.open(tmp_path / "s.sqlite") as store:
        store.add(scored(number) for number in range(5))
        made = report(totals(store, asked().version, (WORDS.decoy.id,)))
    said = {
        value for table in made["tables"] for row in table["rows"] for value in row["cells"][1:]
    }
    assert said - {None} == {21, 47, 68}
