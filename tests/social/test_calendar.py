"""The calendar is read back as calendar programs read it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from icalendar import Calendar

from creativekit.language import public_holidays
from creativekit.project.localized import Localized
from creativekit.social import holidays
from creativekit.social.calendar import calendar_ics
from creativekit.social.post import Post
from example_posts import PLACES, post


def read(*posts: Post, language: str = "kk", **more: Any) -> list[Any]:
    data = calendar_ics(posts, "Саз", PLACES, language, **more)
    assert data is not None
    return list(Calendar.from_ical(data).walk("VEVENT"))


def published(events: list[Any]) -> list[Any]:
    return [event for event in events if event.get("categories") is not None]


def test_a_post_with_a_time_is_that_moment() -> None:
    (event,) = published(read(post()))
    # 18:30 in Kazakhstan is 13:30 UTC.
    assert event.decoded("dtstart") == datetime.datetime(2026, 12, 5, 13, 30, tzinfo=datetime.UTC)
    assert event.decoded("dtend") - event.decoded("dtstart") == datetime.timedelta(minutes=15)
    assert event["dtstart"].to_ical() == b"20261205T133000Z"
    assert str(event["summary"]) == "Ашылу салтанаты"
    assert str(event["description"]) == (
        "Келіңіздер!\n\n#саз #ашылу\n\nInstagram: тік жазба 4:5\nX: жазба"
    )
    assert str(event["transp"]) == "TRANSPARENT"
    assert not event.walk("VALARM")


def test_just_after_midnight_is_the_day_before_in_utc() -> None:
    (event,) = published(read(post(time=datetime.time(0, 30))))
    assert event["dtstart"].to_ical() == b"20261204T193000Z"


def test_a_post_without_a_time_is_a_whole_day() -> None:
    (event,) = published(read(post(time=None)))
    assert event.decoded("dtstart") == datetime.date(2026, 12, 5)
    assert event.decoded("dtend") == datetime.date(2026, 12, 6)


def test_posts_are_in_order_and_those_without_a_date_are_left_out() -> None:
    late = post(id="late", time=datetime.time(20))
    undated = post(id="undated", date=None, time=None)
    day = post(id="day", time=None)
    events = published(read(late, undated, post(), day, files={"late": ["late/a.png"]}))
    assert len(events) == 3
    assert events[0].decoded("dtstart") == datetime.date(2026, 12, 5)
    assert str(events[2]["description"]).endswith("\n\nlate/a.png")
    assert calendar_ics([undated], "Саз", PLACES) is None
    assert calendar_ics([], "Саз", PLACES) is None


def test_languages_of_one_post_are_one_event() -> None:
    both = post(
        languages=("kk", "ru"),
        caption=Localized.of({"kk": "Келіңіз", "ru": "Приходите; ждём, правда"}),
        hashtags=(),
    )
    (event,) = published(read(both, language="ru"))
    assert str(event["summary"]) == "Открытие"
    assert str(event["description"]).startswith("Келіңіз\n\nПриходите; ждём, правда\n\nInstagram")


def test_a_hostile_headline_stays_in_its_line() -> None:
    hostile = "a\r\nBEGIN:VEVENT\nSUMMARY:b, c; \\n" + "ұ" * 100
    (event,) = published(read(post(fields={"headline": hostile})))
    assert str(event["summary"]) == " ".join(hostile.split())


def test_the_bytes_depend_on_the_posts_alone() -> None:
    first = calendar_ics([post(), post(id="b")], "Саз", PLACES)
    assert first is not None
    assert first == calendar_ics([post(id="b"), post()], "Саз", PLACES)
    stamps = {line for line in first.split(b"\r\n") if line.startswith(b"DTSTAMP")}
    assert b"DTSTAMP:20261205T000000Z" in stamps
    assert all(line.endswith(b"T000000Z") for line in stamps)
    assert all(len(line) <= 75 for line in first.split(b"\r\n"))
    uids = [line for line in first.split(b"\r\n") if line.startswith(b"UID")]
    assert len(set(uids)) == len(uids)


def test_holidays_of_every_year_with_a_post() -> None:
    events = read(post(), post(id="b", date=datetime.date(2027, 1, 1), time=None))
    days = {
        event.decoded("dtstart"): str(event["summary"])
        for event in events
        if event.get("categories") is None
    }
    assert days[datetime.date(2026, 12, 16)] == "Тәуелсіздік күні"
    assert datetime.date(2027, 3, 22) in days
    assert {day.year for day in days} == {2026, 2027}
    english = [str(event["summary"]) for event in read(post(), language="ru")]
    assert "Independence Day" in english


def test_a_post_on_a_holiday_is_told() -> None:
    found = holidays.on_holiday(post(date=datetime.date(2026, 3, 22)))
    assert found is not None
    assert str(found) == "posts.csv:5 Күні: a public holiday: Наурыз мейрамы"
    assert found.severity == "warning"
    assert holidays.on_holiday(post()) is None
    assert holidays.on_holiday(post(date=None)) is None
    both = [post(), post(date=datetime.date(2026, 12, 16))]
    assert [str(each.message.params["name"]) for each in holidays.on_holidays(both)] == [
        "Тәуелсіздік күні"
    ]


@pytest.mark.parametrize("year", [1, 1999, 2101, 9999])
def test_years_that_nobody_can_speak_of_have_no_holidays(year: int) -> None:
    assert public_holidays.of_year(year) == ()
    assert published(read(post(date=datetime.date(year, 6, 1)))) != []
