"""calendar.ics: when each post is published, beside Kazakhstan's public holidays (RFC 5545).

Times are written in UTC. Kazakhstan went over to one time, UTC+5, on 1 March 2024, and a telephone
whose tables are older would show an event of "Asia/Almaty" an hour off; a UTC time is the same
moment for every program. A post without a time is an event of the whole day. Nothing here blocks
time (TRANSP:TRANSPARENT) or rings (no alarms). The bytes depend on the posts alone: UIDs are
digests, and DTSTAMP is taken from the day itself, for there is no clock to ask.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from icalendar import Calendar, Event

from creativekit.jobs import digest
from creativekit.language import public_holidays
from creativekit.project.day_text import KAZAKHSTAN
from creativekit.social.captions import caption
from creativekit.social.placements import Catalogue
from creativekit.social.post import Post

PRODUCT = "-//creativekit//posts//EN"
LASTS = datetime.timedelta(minutes=15)
_TITLES = ("headline", "title", "name", "quote", "question", "label")


def calendar_ics(
    posts: Sequence[Post],
    name: str,
    catalogue: Catalogue,
    language: str = "kk",
    files: Mapping[str, Sequence[str]] | None = None,
) -> bytes | None:
    """The posts that have a date and the holidays of their years; None when no post has one.

    name: the calendar's. language: of titles and holidays. files: by post id, its pictures.
    """
    dated = sorted((post for post in posts if post.date is not None), key=_order)
    if not dated:
        return None
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    for post in dated:
        calendar.add_component(_event(post, catalogue, language, (files or {}).get(post.id, ())))
    for year in sorted({post.date.year for post in dated if post.date is not None}):
        for day, holiday in public_holidays.of_year(year, language):
            calendar.add_component(_holiday(day, holiday))
    return bytes(calendar.to_ical())


def _order(post: Post) -> tuple[datetime.date, datetime.time, str]:
    return post.date or datetime.date.min, post.time or datetime.time.min, post.id


def _event(post: Post, catalogue: Catalogue, language: str, files: Sequence[str]) -> Event:
    day = post.date or datetime.date.min
    event = _dated(day, f"{digest('post', post.id)}@creativekit")
    event.add("summary", _title(post, language))
    if post.moment is None:
        event.add("dtstart", day)
        event.add("dtend", day + datetime.timedelta(days=1))
    else:
        start = post.moment.replace(tzinfo=KAZAKHSTAN).astimezone(datetime.UTC)
        event.add("dtstart", start)
        event.add("dtend", start + LASTS)
    texts = dict.fromkeys(caption(post, code).posted for code in post.languages)
    places = (catalogue.placement(each).title.get(language) for each in post.placements)
    parts = [*texts, "\n".join(places), "\n".join(files)]
    event.add("description", "\n\n".join(part for part in parts if part))
    event.add("categories", [post.template])
    return event


def _holiday(day: datetime.date, name: str) -> Event:
    event = _dated(day, f"{digest('holiday', day.isoformat())}@creativekit")
    event.add("summary", name)
    event.add("dtstart", day)
    event.add("dtend", day + datetime.timedelta(days=1))
    return event


def _dated(day: datetime.date, uid: str) -> Event:
    event = Event()
    event.add("uid", uid)
    midnight = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    event.add("dtstamp", midnight)
    event.add("transp", "TRANSPARENT")
    return event


def _title(post: Post, language: str) -> str:
    for name in (*_TITLES, *post.fields):
        text = post.field(name, language)
        if isinstance(text, str) and text.strip():
            return " ".join(text.split())
    return post.id
