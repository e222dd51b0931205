"""plan.ics: when each step of the plan is due, and the day to answer again (RFC 5545).

All-day events, for nobody mends an offer at 14:00. They block no time and do not ring. The bytes
depend on the plan alone: a UID is a digest of the step, so that a plan with other dates moves the
events of a calendar that has them already, and DTSTAMP is the day itself, for there is no clock to
ask.
"""

from __future__ import annotations

import datetime

from icalendar import Calendar, Event

from creativekit.errors import msg
from creativekit.jobs import digest
from creativekit.language.catalogs import translator
from creativekit.presence.plan import Action, Plan

PRODUCT = "-//creativekit//presence//EN"


def plan_ics(plan: Plan, name: str, language: str = "kk") -> bytes | None:
    """The steps that are not taken yet, and the last day of the plan; None when none is left.

    name: the calendar's. language: of what is written in it.
    """
    ahead = [action for action in plan.actions if action.done is None]
    if not ahead:
        return None
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    for action in ahead:
        calendar.add_component(_step(action, language))
    again = _day(plan.end, digest("presence", "again", plan.start.isoformat()))
    again.add("summary", translator(language).text(msg("Answer again and see what has changed")))
    again.add("description", "creativekit assess")
    calendar.add_component(again)
    return bytes(calendar.to_ical())


def _step(action: Action, language: str) -> Event:
    event = _day(action.due, digest("presence", action.item.id, action.reaches))
    event.add("summary", action.step.action.get(language))
    said = (
        f"{action.item.id}. {action.item.question.get(language)}",
        action.step.done.get(language),
        action.step.command or "",
    )
    event.add("description", "\n\n".join(part for part in said if part))
    event.add("categories", [action.item.dimension])
    return event


def _day(day: datetime.date, uid: str) -> Event:
    event = Event()
    event.add("uid", f"{uid}@creativekit")
    event.add("dtstamp", datetime.datetime.combine(day, datetime.time(), datetime.UTC))
    event.add("dtstart", day)
    event.add("dtend", day + datetime.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event
