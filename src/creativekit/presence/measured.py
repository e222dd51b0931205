"""Levels that the project itself shows: what is written in creativekit.toml and made in the kit.

A file proves that something is there, never that there is nothing more: each reading is the level
that is reached at least. Where a file proves no level, there is no reading; a post that is not in
creativekit.toml may have been posted all the same. No network is asked.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from creativekit.color import report
from creativekit.color.palette import Palette
from creativekit.errors import Message, msg, nmsg
from creativekit.presence.evidence import Reading
from creativekit.presence.history import Run
from creativekit.project.localized import Localized
from creativekit.project.model import Project

LOGO_FILES, GUIDE_FILES, POST_FILES = "brand/logo/", "brand/guide/", "social/"
LAST_DAYS = 90
WEEKS, WEEKS_WITH_A_POST, WEEKS_AHEAD = 13, 12, 4
"""Of the last 90 days' weeks one may be missed; what is planned ahead covers four."""
_NOT_NAME = re.compile(r"[^0-9a-zа-яәғқңөұүһі]+")
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seen:
    """What levels are read from.

    palette: the identity's. kit: paths of the files that were made, relative to the kit. last: the
    last run that was kept. taken: steps of its plan that were marked as taken.
    """

    project: Project
    today: datetime.date
    palette: Palette | None = None
    kit: Collection[str] = ()
    last: Run | None = None
    taken: Collection[str] = field(default_factory=tuple)


def readings(seen: Seen) -> tuple[Reading, ...]:
    """Every level that is shown, in the order of the items."""
    found = (
        _offer(seen), _handles(seen), _rules(seen), _audience(seen), _rhythm(seen), _plan(seen),
        _languages(seen), _accessibility(seen),
    )  # fmt: skip
    return tuple(each for each in found if each is not None)


def _offer(seen: Seen) -> Reading | None:
    """1.1: the offer is written when the statement says for whom, what it is, and what for."""
    said = seen.project.positioning.statement
    if said.audience is None or said.category is None or said.benefit is None:
        return None
    return _reading("1.1", 2, msg("the statement is written: worksheet 5"))


def _handles(seen: Seen) -> Reading | None:
    """1.2: names of the channels in [contact], compared without @, points, dashes and underscores,
    for not every network takes them."""
    contact = seen.project.contact
    typed = {
        "instagram": contact.instagram,
        "telegram": contact.telegram,
        "site": contact.site,
    }
    names = {channel: each for channel, each in typed.items() if each}
    if len(names) < 2:
        return None
    told = ", ".join(names.values())
    called = {_called(each) for each in names.values()}
    if len({_NOT_NAME.sub("", each) for each in called}) > 1:
        return _reading("1.2", 1, msg("names of your channels differ: {names}", names=told))
    if len(called) > 1:
        alike = msg(
            "names of your channels are the same but for dots, dashes and underscores: {names}",
            names=told,
        )
        return _reading("1.2", 2, alike)
    return _reading("1.2", 2, msg("names of your channels are the same: {names}", names=told))


def _called(name: str) -> str:
    """`@saz.example`, `https://t.me/saz.example` and `saz.example/kk`: `saz.example`."""
    text = _ADDRESS.sub("", name.strip().casefold())
    host, _, path = text.partition("/")
    if path.strip("/") and host.endswith(("t.me", "instagram.com", "telegram.me")):
        text = path.strip("/").partition("/")[0].partition("?")[0]
    else:
        text = host
    return text.lstrip("@")


def _rules(seen: Seen) -> Reading | None:
    """1.3: files of the logo; with a guide and a palette that keeps its contrasts, the rules."""
    if not any(path.startswith(LOGO_FILES) for path in seen.kit):
        return None
    found = [msg("the kit has files of the logo and the colours")]
    level = 2
    if any(path.startswith(GUIDE_FILES) for path in seen.kit) and _keeps_contrast(seen.palette):
        found.append(msg("the kit has a guide, and the contrast of the colours is checked"))
        level = 3
    return _reading("1.3", level, *found)


def _keeps_contrast(palette: Palette | None) -> bool:
    return palette is not None and not report.report(palette).broken


def _audience(seen: Seen) -> Reading | None:
    """4.1: one group of people is written down."""
    said = seen.project.positioning.audience
    if said.who is None or (said.situation is None and said.progress is None):
        return None
    return _reading("4.1", 2, msg("one group of people is described: worksheet 1"))


def _rhythm(seen: Seen) -> Reading | None:
    """4.2: posts with a date in the last 90 days, and in each of the next four weeks."""
    days = [_day(post.date) for post in seen.project.posts if post.date is not None]
    past = [(seen.today - day).days for day in days if 0 <= (seen.today - day).days < LAST_DAYS]
    ahead = {((day - seen.today).days - 1) // 7 for day in days if day > seen.today}
    if not past:
        return None
    found = [nmsg("{n} post in the last 90 days", "{n} posts in the last 90 days", len(past))]
    weeks = len({day // 7 for day in past})
    level = 1
    if len(past) >= LAST_DAYS // 30:
        level = 2
    if weeks >= WEEKS_WITH_A_POST:
        level = 3
        found.append(msg("in {weeks} weeks of {of}", weeks=weeks, of=WEEKS))
        if all(week in ahead for week in range(WEEKS_AHEAD)):
            level = 4
            found.append(msg("each of the next four weeks has a post in the calendar"))
    return _reading("4.2", level, *found)


def _day(moment: datetime.date) -> datetime.date:
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def _plan(seen: Seen) -> Reading | None:
    """7.3: a plan with dates that is not over. Who does it and what it costs is not in it."""
    if seen.last is None or not seen.last.plan:
        return None
    steps = seen.last.plan
    if (seen.today - steps[0].start).days >= LAST_DAYS:
        return None
    done = sum(step.item in seen.taken for step in steps)
    return _reading(
        "7.3",
        2,
        nmsg(
            "a plan of {n} step with dates, {done} done",
            "a plan of {n} steps with dates, {done} done",
            len(steps),
            done=done,
        ),
    )


def _languages(seen: Seen) -> Reading | None:
    """8.1: key facts in Kazakh and in Russian: what it is, where, what it promises."""
    facts = tuple(_key_facts(seen.project))
    if not facts:
        return None
    both = [fact for fact in facts if {"kk", "ru"} <= set(fact.languages)]
    if len(both) == len(facts):
        return _reading("8.1", 3, msg("all key facts are in Kazakh and in Russian"))
    if both:
        message = msg(
            "{count} of {of} key facts are in Kazakh and in Russian",
            count=len(both),
            of=len(facts),
        )
        return _reading("8.1", 2, message)
    return _reading("8.1", 1, msg("key facts are in one language"))


def _key_facts(project: Project) -> Iterator[Localized]:
    """A name may well be the same in every language; these are not."""
    statement = project.positioning.statement
    for fact in (
        project.tagline,
        project.sector,
        project.city,
        project.contact.address,
        statement.category,
        statement.benefit,
    ):
        if fact is not None:
            yield fact


def _accessibility(seen: Seen) -> Reading | None:
    """8.2: posts with a description for those who do not see them, and colours with contrast."""
    posts = seen.project.posts
    described = sum(post.alt is not None for post in posts)
    found: list[Message] = []
    level = 0
    if described:
        level = 2
        found.append(
            nmsg(
                "{n} post of {of} has a description",
                "{n} posts of {of} have a description",
                described,
                of=len(posts),
            )
        )
    elif posts and any(path.startswith(POST_FILES) for path in seen.kit):
        level = 2
        found.append(msg("the kit has a description for each picture of a post"))
    if level and _keeps_contrast(seen.palette):
        found.append(msg("text in the colours of the brand has a contrast of 4.5 to 1"))
        level = 3 if described == len(posts) else level
    return _reading("8.2", level, *found) if level else None


def _reading(item: str, level: int, *seen: Message) -> Reading:
    return Reading(item, level, tuple(seen))
