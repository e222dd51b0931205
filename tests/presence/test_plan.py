"""The plan, worked by hand, and what it never breaks."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from instruments import files, frame, item, small, thirty

from creativekit.language.public_holidays import on_day
from creativekit.presence.answers import Answer, Answers
from creativekit.presence.candidates import candidates
from creativekit.presence.instrument_file import read
from creativekit.presence.plan import DAYS, MONTH, MOST_OPEN, WEEK, Plan, days_for, plan
from creativekit.presence.scoring import scores

START = datetime.date(2026, 11, 26)


def run(said: dict[str, Any], hours: float | None = 4, profile: str = "site") -> Answers:
    return Answers.of(
        "2026.1", profile, (), {name: Answer(each) for name, each in said.items()}, hours
    )


def dates(found: Plan) -> list[tuple[str, int, str, str, int]]:
    return [
        (each.item.id, each.reaches, str(each.start), str(each.due), each.month)
        for each in found.actions
    ]


def test_a_plan_by_hand() -> None:
    """small(): 1.1 (weight 3, S, gate), 1.2 (1, L), 3.1 (2, M, requires 1.1>=2), 3.2 (2, M).

    Worth: 1.1 at its gate 3·2/2 = 3; 3.1 and 3.2 2/8; 1.2 1/24. At 4 hours a week 2 h take the week
    that everything takes, 8 h 14 days, 24 h 42. 1.1: days 0–6. 3.1 waits: 1.1 will be at 1 only.
    3.2: days 7–20, but day 20 is 16 December, Independence Day: due on day 21. 1.2: days 22–63.
    """
    found = plan(run({"1.1": 0, "1.2": 0, "3.1": 0, "3.2": 0}), small(), START)
    assert dates(found) == [
        ("1.1", 1, "2026-11-26", "2026-12-02", 1),
        ("3.2", 1, "2026-12-03", "2026-12-17", 1),
        ("1.2", 1, "2026-12-18", "2027-01-28", 3),
    ]
    assert [(each.item.id, each.needs[0].item) for each in found.waiting] == [("3.1", "1.1")]
    assert found.later == ()
    assert found.hours == 2 + 8 + 24
    assert str(found.end) == "2027-02-23"
    # 100·3/16/2, 100·2/16/2, 100·1/16/2
    assert [each.points for each in found.actions] == [9.375, 6.25, 3.125]
    assert found.actions[0].step.done.get("en") == "done 1.1 to 1"


def test_what_is_required_is_done_first_in_the_same_plan() -> None:
    """1.1 at 1: no gate, 3/2. 3.1 has 2/8 and can begin when 1.1 has come to 2."""
    found = plan(run({"1.1": 1, "1.2": 4, "3.1": 0, "3.2": 4}), small(), START)
    assert [(each.item.id, each.reaches) for each in found.actions] == [("1.1", 2), ("3.1", 1)]
    assert found.actions[1].start > found.actions[0].due
    assert found.waiting == ()


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ({"1.1": "na"}, "3.1"),  # what is not for us holds nothing up
        ({"1.1": 2}, "1.1"),
        ({"1.1": "dk"}, None),  # what is not known does
        ({}, None),
    ],
)
def test_requirements_that_are_not_for_us_or_not_known(
    said: dict[str, Any], first: str | None
) -> None:
    found = plan(run({"3.1": 0} | said), small(), START)
    assert (found.actions[0].item.id if found.actions else None) == first
    assert bool(found.waiting) == (first is None)
    assert found.to_find_out == (("1.1",) if said.get("1.1") == "dk" else ())


def test_too_few_hours_leave_long_work_for_later() -> None:
    """1 hour a week: 2 h take 14 days, 8 h 56, 24 h 168, which is longer than the plan. 1.1: days
    0–13; 3.2: days 14–69; 3.1 waits."""
    found = plan(run({"1.1": 0, "1.2": 0, "3.1": 0, "3.2": 0}, 1), small(), START)
    assert [each.item.id for each in found.actions] == ["1.1", "3.2"]
    assert [each.item.id for each in found.later] == ["1.2"]


def test_hours_that_were_not_said_are_assumed() -> None:
    found = plan(run({"1.1": 0}, None), small(), START)
    assert found.assumed
    assert found.hours_a_week == 2


def test_three_a_month_however_many_hours() -> None:
    """At 40 hours a week each of the nine short steps takes its week: days 0, 7, 14; 30, 37, 44;
    60, 67, 74 of the plan, three of each month."""
    names = [f"1.{number}" for number in range(1, 13)]
    instrument = files(frame(("identity",), gates=()), *(item(each, "identity") for each in names))
    found = plan(run(dict.fromkeys(names, 0), 40), read(instrument), datetime.date(2026, 5, 20))
    days = [(each.start - found.start).days for each in found.actions]
    assert days == [0, 7, 14, 30, 37, 44, 60, 67, 74]
    assert [each.item.id for each in found.later] == ["1.10", "1.11", "1.12"]


@pytest.mark.parametrize(("level", "first"), [(0, "1.1"), (1, "1.2")])
def test_an_open_gate_comes_before_what_matters_more(level: int, first: str) -> None:
    """1.1 at its gate: 2·2/2 = 2, else 2/2 = 1; 1.2: 3/2 = 1.5."""
    made = read(
        files(
            frame(("identity",), gates=("1.1",)),
            item("1.1", "identity", 2, gate=True),
            item("1.2", "identity", 3),
        )
    )
    assert plan(run({"1.1": level, "1.2": 0}), made, START).actions[0].item.id == first


def test_equals_go_by_the_weakest_dimension_then_by_level_then_in_order() -> None:
    instrument = files(
        frame(("identity", "place"), gates=()),
        item("1.1", "identity"), item("1.2", "identity"), item("1.3", "identity"),
        item("3.1", "place"), item("3.2", "place"),
    )  # fmt: skip
    made = read(instrument)
    # identity 100·(2+1+1)/12 = 33, place 100·(1+1)/8 = 25.
    answers = run({"1.1": 2, "1.2": 1, "1.3": 1, "3.1": 1, "3.2": 1})
    found = candidates(answers, scores(answers, made), made)
    assert [each.item.id for each in found] == ["3.1", "3.2", "1.2", "1.3", "1.1"]


def test_steps_that_were_taken_stay_with_their_day() -> None:
    answers = run({"1.1": 0, "1.2": 0, "3.1": 0, "3.2": 0})
    day = datetime.date(2026, 12, 1)
    marked = plan(answers.mark_done(small(), "1.1", day), small(), START)
    assert dates(marked) == dates(plan(answers, small(), START))
    assert [each.done for each in marked.actions] == [day, None, None]
    assert marked.digest != plan(answers, small(), START).digest


def test_nothing_to_do_and_nothing_known() -> None:
    done = plan(run({"1.1": 4, "1.2": 4, "3.1": 4, "3.2": 4}), small(), START)
    assert (done.actions, done.later, done.waiting) == ((), (), ())
    nothing = plan(run({}), small(), START)
    assert (nothing.actions, nothing.later, nothing.waiting) == ((), (), ())


@pytest.mark.parametrize(
    ("hours", "a_week", "days"), [(2, 4, 7), (8, 4, 14), (24, 4, 42), (8, 3, 19), (2, 0.5, 28)]
)
def test_days_for_hours(hours: int, a_week: float, days: int) -> None:
    assert days_for(hours, a_week) == days


SAID = st.sampled_from([0, 0, 1, 2, 3, 4, "na", "dk", None])


@st.composite
def runs(draw: st.DrawFn) -> Answers:
    said = {each.id: draw(SAID) for each in thirty().items}
    profile = draw(st.sampled_from([each.id for each in thirty().profiles]))
    hours = draw(st.none() | st.floats(0.5, 60))
    return run({name: each for name, each in said.items() if each is not None}, hours, profile)


@settings(max_examples=60, deadline=None)
@given(runs(), st.dates(datetime.date(2025, 1, 1), datetime.date(2030, 12, 31)))
def test_what_a_plan_never_breaks(answers: Answers, start: datetime.date) -> None:
    found = plan(answers, thirty(), start)
    levels = {name: each.level for name, each in answers.given if each.level is not None}
    asked = {each.id for each in answers.asked(thirty())}
    open_in = [0] * (DAYS // MONTH)
    before = start - datetime.timedelta(days=1)
    spent = 0
    for action in found.actions:
        # Only what is asked, the next level only, each item once.
        assert action.item.id in asked
        assert action.reaches == levels[action.item.id] + 1
        # Requirements: at the level already, by an earlier step too, or for nobody.
        for need in action.item.requires:
            given = answers.by_id.get(need.item)
            free = need.item not in asked or (given is not None and given.said == "na")
            assert free or levels.get(need.item, -1) >= need.level
        levels[action.item.id] = action.reaches
        # One after another, within the plan, due on no holiday, a week at least.
        assert before < action.start <= action.due <= found.end
        assert on_day(action.due) is None
        assert (action.due - action.start).days + 1 >= WEEK
        before = action.due
        # Never more hours than there are from the first day on.
        spent += action.hours
        assert spent <= found.hours_a_week * ((action.due - start).days + 1) / 7 + 1e-9
        first, last = (action.start - start).days // MONTH, (action.due - start).days // MONTH
        for month in range(first, last + 1):
            open_in[month] += 1
        assert action.month == last + 1
    assert max(open_in) <= MOST_OPEN
    # Nothing is lost: each candidate is in the plan, later, or waiting.
    every = {each.item.id for each in candidates(answers, scores(answers, thirty()), thirty())}
    told = [each.item.id for each in (*found.actions, *found.later, *found.waiting)]
    assert sorted(told) == sorted(every)
    assert plan(answers, thirty(), start) == found
