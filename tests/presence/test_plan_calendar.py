"""The plan's calendar is read back as calendar programs read it."""

from __future__ import annotations

import datetime
from typing import Any

from icalendar import Calendar
from instruments import small

from creativekit.presence.answers import Answer, Answers
from creativekit.presence.plan import plan
from creativekit.presence.plan_calendar import plan_ics

START = datetime.date(2026, 11, 26)
ANSWERS = Answers.of(
    "2026.1", "site", (), {name: Answer(0) for name in ("1.1", "1.2", "3.1", "3.2")}, 4
)


def events(data: bytes | None) -> list[Any]:
    assert data is not None
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_a_day_for_each_step_and_one_to_answer_again() -> None:
    found = events(plan_ics(plan(ANSWERS, small(), START), "Саз", "kk"))
    assert [str(event.decoded("dtstart")) for event in found] == [
        "2026-12-02", "2026-12-17", "2027-01-28", "2027-02-23",
    ]  # fmt: skip
    assert str(found[0]["summary"]) == "do 1.1 to 1 қазақша"
    assert str(found[0]["description"]) == ("1.1. question 1.1 қазақша\n\ndone 1.1 to 1 қазақша")
    assert all(str(event["transp"]) == "TRANSPARENT" for event in found)
    assert all((event.decoded("dtend") - event.decoded("dtstart")).days == 1 for event in found)
    assert str(found[-1]["description"]) == "creativekit assess"


def test_the_same_plan_is_the_same_file_and_a_moved_one_moves_the_events() -> None:
    first = plan_ics(plan(ANSWERS, small(), START), "Саз")
    assert first == plan_ics(plan(ANSWERS, small(), START), "Саз")
    moved = plan_ics(plan(ANSWERS, small(), START + datetime.timedelta(days=3)), "Саз")
    ids = [str(event["uid"]) for event in events(first)]
    assert len(set(ids)) == len(ids)
    assert ids[:3] == [str(event["uid"]) for event in events(moved)][:3]
    stamps = [event.decoded("dtstamp").date() for event in events(first)]
    assert stamps == [event.decoded("dtstart") for event in events(first)]


def test_what_was_done_is_not_ahead() -> None:
    marked = ANSWERS.mark_done(small(), "1.1", START)
    found = events(plan_ics(plan(marked, small(), START), "Саз"))
    assert len(found) == 3
    for name in ("1.2", "3.1", "3.2"):
        marked = marked.mark_done(small(), name, START)
    assert plan_ics(plan(marked, small(), START), "Саз") is None
