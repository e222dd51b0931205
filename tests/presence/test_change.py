"""What has changed, item by item where that is fair."""

from __future__ import annotations

import datetime
from typing import Any

from instruments import small

from creativekit.presence.answers import Answer, Answers
from creativekit.presence.bands import standing
from creativekit.presence.change import change, series
from creativekit.presence.history import Run, run_of
from creativekit.presence.plan import plan
from creativekit.presence.scoring import scores

FIRST, SECOND = datetime.date(2026, 11, 26), datetime.date(2027, 2, 24)


def run(
    said: dict[str, Any], day: datetime.date, version: str = "2026.1", profile: str = "site"
) -> Run:
    instrument = small(version)
    given = {name: Answer(each) for name, each in said.items()}
    answers = Answers.of(version, profile, (), given, 4, day)
    found = scores(answers, instrument)
    return run_of(
        answers, found, standing(found, answers, instrument), plan(answers, instrument, day)
    )


BEFORE = {"1.1": 0, "1.2": 2, "3.1": "dk", "3.2": 1}
AFTER = {"1.1": 2, "1.2": 1, "3.1": 3, "3.2": 1}


def test_item_by_item() -> None:
    """identity: 100·(0+2)/16 = 12.5, then 100·(6+1)/16 = 43.75. place: not enough is known, then
    100·(6+2)/16 = 50. Overall 12.5 (6 of 8 covered), then 46.875. The plan had 1.1 (0 to 1), 3.2
    (1 to 2) and 1.2 (2 to 3): 1.1 was reached."""
    found = change(run(BEFORE, FIRST), run(AFTER, SECOND))
    assert found.comparable
    assert [(each.item, each.before, each.after, each.levels) for each in found.items] == [
        ("1.1", 0, 2, 2), ("1.2", 2, 1, -1), ("3.1", "dk", 3, None),
    ]  # fmt: skip
    assert found.same == 1
    assert [each.item for each in found.up] == ["1.1"]
    assert [each.item for each in found.down] == ["1.2"]
    assert found.overall is not None
    assert (found.overall.before, found.overall.after) == (12.5, 46.875)
    assert found.overall.points == 34.375
    identity, place = found.dimensions
    assert (identity.before, identity.after, identity.points) == (12.5, 43.75, 31.25)
    assert (place.before, place.after, place.points) == (None, 50, None)
    assert found.planned == ("1.1", "3.2", "1.2")
    assert found.reached == ("1.1",)
    assert (found.before, found.after) == (FIRST, SECOND)


def test_of_another_version_only_what_both_have() -> None:
    before = run({"1.1": 0, "1.2": 2}, FIRST, "2025.1")
    after = run({"1.1": 3, "3.1": 4}, SECOND)
    found = change(before, after)
    assert not found.comparable
    assert [(each.item, each.levels) for each in found.items] == [("1.1", 3)]
    assert found.overall is None
    assert found.dimensions == ()


def test_of_the_same_version_what_came_and_went_is_told() -> None:
    found = change(run({"1.1": 0}, FIRST), run({"1.2": 1}, SECOND, profile="no-site"))
    assert [(each.item, each.before, each.after) for each in found.items] == [
        ("1.1", 0, None), ("1.2", None, 1),
    ]  # fmt: skip
    assert found.up == ()
    assert not found.same_profile


def test_the_chart_joins_only_what_can_be_compared() -> None:
    runs = [run(BEFORE, FIRST, "2025.1"), run(BEFORE, FIRST), run(AFTER, SECOND)]
    points = series(runs)
    assert [each.joined for each in points] == [False, False, True]
    assert [each.overall for each in points] == [12.5, 12.5, 46.875]
    assert points[2].dimensions == (("identity", 43.75), ("place", 50))
    assert points[0].band == "starting"
    assert series([]) == ()
