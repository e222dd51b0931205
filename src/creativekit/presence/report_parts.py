"""Parts of the report that look beyond the day: the plan, what has changed, what was measured."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from creativekit.language import formats
from creativekit.language.catalogs import translator
from creativekit.presence.audit.verdict import GROUPS, OUTCOMES, find
from creativekit.presence.change import Change, series
from creativekit.presence.evidence import Gap
from creativekit.presence.instrument import HIGHEST, Instrument
from creativekit.presence.plan import Action
from creativekit.presence.report_words import Words
from creativekit.presence.reported import Checked, Reported

_ADDRESS = re.compile(r"(?:https?|www)\b|[\w-]+(?:\.[\w-]+)+")


def points(value: float) -> int:
    """A score as it is shown: whole, and never a band higher than it is."""
    return int(value)


def sentence(text: str) -> str:
    """A message of the terminal begins in lower case; on a page it stands alone. An address that
    it begins with stays as it is."""
    return text if _ADDRESS.match(text) else text[:1].upper() + text[1:]


def plan_values(about: Reported, said: Words) -> dict[str, Any]:
    """The plan of 90 days, month by month."""
    plan, language = about.plan, said.language
    months: dict[int, list[dict[str, Any]]] = {}
    for action in plan.actions:
        months.setdefault(action.month, []).append(_action(action, said))
    levels = [answer.level for _, answer in about.run.answers.given if answer.level is not None]
    is_done = bool(levels) and all(level == HIGHEST for level in levels)
    none = said("plan_none" if is_done and not plan.to_find_out else "plan_unknown")
    hours = plan.hours_a_week
    return {
        "span": said(
            "plan_span",
            start=formats.date(plan.start, language),
            end=formats.date(plan.end, language),
            hours=formats.number(hours, language, 0 if hours == int(hours) else 1),
        ),
        "assumed": said("assumed") if plan.assumed and plan.actions else "",
        "none": "" if plan.actions else none,
        "months": [
            {"name": said("month", n=month), "actions": actions}
            for month, actions in months.items()
        ],
        "find_out": [
            about.instrument.by_id[item].question.get(language)
            for item in plan.to_find_out
            if item in about.instrument.by_id
        ],
        "later": said("later", n=len(plan.later)) if plan.later else "",
    }


def _action(action: Action, said: Words) -> dict[str, Any]:
    language = said.language

    def day(value: date) -> str:
        return formats.day_and_month(value, language)

    return {
        "action": action.step.action.get(language),
        "done": action.step.done.get(language),
        "due": said("due", date=day(action.due)),
        "hours": said("hours", n=formats.number(action.hours, language)),
        "command": action.step.command or "",
        "taken": said("taken", date=day(action.done)) if action.done else "",
    }


def gap_values(gap: Gap, instrument: Instrument, said: Words) -> dict[str, Any]:
    """What was said and what was seen, side by side."""
    item, language = instrument.by_id[gap.item], said.language
    tell = translator(language).text
    reading = gap.reading
    seen = [sentence(tell(each)) for each in reading.seen]
    # A level is shown in its own words only where no more than it can be: "at least this" is no
    # proof of what the words of a level say besides.
    line = item.levels[reading.level].get(language)
    if not reading.exact and seen:
        line, *seen = seen
    return {
        "id": gap.item,
        "question": item.question.get(language),
        "said": gap.said,
        "said_line": item.levels[gap.said].get(language),
        "level": reading.level,
        "level_line": line,
        "seen": seen,
        "message": f"{sentence(tell(gap.message))}.",
    }


def change_values(about: Reported, told: Change | None, said: Words) -> dict[str, Any]:
    """Since the last run; told: None for the first."""
    language, by_id = said.language, about.instrument.by_id
    if told is None:
        return {"first": said("first")}

    def moved(changes: Iterable[Any]) -> list[dict[str, Any]]:
        return [
            {
                "question": by_id[each.item].question.get(language),
                "before": each.before,
                "after": each.after,
                "line": by_id[each.item].levels[each.after].get(language),
            }
            for each in changes
            if each.item in by_id
        ]

    difference = None
    if told.overall is not None and told.overall.points is not None:
        assert told.overall.before is not None
        assert told.overall.after is not None
        difference = points(told.overall.after) - points(told.overall.before)
    remarks = [
        said(name)
        for name, is_so in (
            ("other_version", not told.comparable),
            ("other_profile", not told.same_profile),
            ("unchanged", not told.items),
        )
        if is_so
    ]
    steps = said("steps", planned=len(told.planned), reached=len(told.reached))
    return {
        "first": "",
        "since": said("since", date=formats.date(told.before, language)),
        "difference": difference,
        "steps": steps if told.planned else "",
        "remarks": remarks,
        "up": moved(told.up),
        "down": moved(told.down),
    }


def runs_values(about: Reported, said: Words) -> list[dict[str, Any]]:
    """All runs over time."""
    names = {each.id: each.name.get(said.language) for each in about.instrument.bands}
    return [
        {
            "day": each.date.toordinal(),
            "date": formats.date(each.date, said.language, "medium"),
            "short": formats.date(each.date, said.language, "short"),
            "score": None if each.overall is None else points(each.overall),
            "band": names.get(each.band or "", ""),
            "joined": each.joined,
        }
        for each in series(about.all_runs)
    ]


def checked_values(checked: Checked, said: Words) -> dict[str, Any]:
    """The audit, group by group."""
    tell = translator(said.language).text
    groups = []
    for group, title in GROUPS.items():
        found = [each for each in checked.verdicts if each.check.partition(".")[0] == group]
        if not found:
            continue
        counts = {each: sum(one.outcome == each for one in found) for each in OUTCOMES}
        groups.append(
            {
                "title": tell(title),
                "counts": [
                    {"outcome": name, "word": said(name), "n": n} for name, n in counts.items() if n
                ],
                "open": [
                    {
                        "outcome": each.outcome,
                        "word": said(each.outcome),
                        "title": sentence(tell(find(each.check).title)),
                        "seen": sentence(tell(each.seen)),
                        "mend": sentence(tell(find(each.check).mend)),
                    }
                    for each in sorted(found, key=lambda one: one.outcome != "fail")
                    if each.outcome in ("fail", "warn")
                ],
            }
        )
    return {
        "url": checked.url,
        "health": "" if checked.score is None else said("health", score=checked.score),
        "partial": said("partial") if checked.partial else "",
        "groups": groups,
    }
