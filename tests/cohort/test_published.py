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
from creativekit.errors import InputError

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


def test_a_report_of_one_more_is_refused_and_of_the_same_is_the_same(tmp_path: Path) -> None:
    first = report(added_up(tmp_path, 60))
    assert report(added_up(tmp_path, 60), before=first) == first
    with pytest.raises(InputError):
        report(added_up(tmp_path, 61), before=first)


def test_what_changed_little_is_hidden_and_what_was_hidden_stays_so(tmp_path: Path) -> None:
    first = report(added_up(tmp_path, 60))
    second = report(added_up(tmp_path, 66), before=first)
    was = {
        (table["id"], row["id"], column): value
        for table in first["tables"]
        for row in table["rows"]
        for column, value in zip(table["columns"], row["cells"], strict=True)
    }
    for table in second["tables"]:
        if "median" in table["columns"]:
            continue
        for row in table["rows"]:
            for column, value in zip(table["columns"], row["cells"], strict=True):
                before = was.get((table["id"], row["id"], column))
                if value is not None and before is not None and row["id"] != "rest":
                    assert value == before or abs(value - before) >= 5


def test_four_people_are_nobodys_business(tmp_path: Path) -> None:
    made = report(added_up(tmp_path, 4))
    assert made["tables"] == []
    assert made["forms"] is None
    assert made["results"] is None


def test_quartiles_are_of_the_nearest_rank() -> None:
    assert quartiles({10: 1, 20: 1, 30: 1, 40: 1, 50: 1}) == (20, 30, 40)
    assert quartiles({7: 100_000}) == (7, 7, 7)
