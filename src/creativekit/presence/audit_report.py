"""An audit as plain values: what its page shows in one language, and what programs read.

Most urgent first: why the site cannot be relied on at all, what to mend first of all, then every
check group by group, and in a group what fails before what is doubtful, unseen and in order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from creativekit.language import formats
from creativekit.language.catalogs import translator
from creativekit.presence.audit.health import weight
from creativekit.presence.audit.tables import table
from creativekit.presence.audit.verdict import GROUPS, Check, Outcome, Verdict, checks
from creativekit.presence.audit_record import AuditRecord
from creativekit.presence.audit_words import words
from creativekit.presence.report_parts import sentence
from creativekit.presence.report_words import Words

SCHEMA = 1
ORDER: tuple[Outcome, ...] = ("fail", "warn", "unknown", "pass")
"""As they are shown: what needs mending first."""
FIRST = 3
"""How many steps one is told to begin with."""
LONG = 700
"""Characters of what was seen, with its places, that a page shows without a box of their own."""


def data(audit: AuditRecord, language: str, folder: Path | None = None) -> dict[str, Any]:
    """The page's texts and numbers. folder: of the project, for its own templates.

    Raises InputError for words of the project that are wrong.
    """
    said = words(language, folder)
    known = {each.id: each for each in checks()}
    found = [each for each in audit.verdicts if each.check in known]
    counts = {name: sum(each.outcome == name for each in found) for name in ORDER}
    health = audit.health
    percent = formats.number(int(health.coverage * 100), language)
    least = formats.number(int(float(table("weights")["least_coverage"]) * 100), language)
    tell = translator(language).text
    return {
        "title": said("title"),
        "date": formats.date(audit.day, language),
        "url": audit.url,
        "link": audit.url if is_web(audit.url) else "",
        "asked": audit.asked if audit.asked != audit.url else "",
        "score": health.score,
        "withheld": said("withheld_why", covered=percent, least=least)
        if health.score is None
        else "",
        "stopped": [sentence(tell(each.seen)) for each in found if each.check in health.stopped],
        "partial": said(audit.ended or "budget") if audit.partial else "",
        "pages": len(audit.pages),
        "covered": f"{percent} %",
        "vantage": sentence(tell(audit.vantage)),
        "counts": [{"outcome": name, "word": said(name), "n": counts[name]} for name in ORDER],
        "counted": said("counted", n=len(found)),
        "wrong": counts["fail"] + counts["warn"],
        "first": [
            {
                "id": each.check,
                "mend": sentence(tell(known[each.check].mend)),
                "seen": sentence(tell(each.seen)),
            }
            for each in _first(found)
        ],
        "groups": _groups(found, known, said),
    }  # fmt: skip


def is_web(url: str) -> bool:
    """Whether an address may be a link of a page."""
    return url.startswith(("https://", "http://"))


def _first(found: Iterable[Verdict]) -> list[Verdict]:
    """What to begin with: what fails before what is doubtful, then what counts most."""
    stops = table("weights")["stops"]
    wrong = [each for each in found if each.outcome in ("fail", "warn")]
    wrong.sort(
        key=lambda each: (each.outcome != "fail", each.check not in stops, -weight(each.check))
    )
    return wrong[:FIRST]


def _groups(found: Iterable[Verdict], known: dict[str, Check], said: Words) -> list[dict[str, Any]]:
    tell = translator(said.language).text
    groups = []
    for group, title in GROUPS.items():
        mine = [each for each in found if known[each.check].group == group]
        if mine:
            mine.sort(key=lambda each: ORDER.index(each.outcome))
            passed = sum(each.outcome == "pass" for each in mine)
            groups.append(
                {
                    "id": group,
                    "title": sentence(tell(title)),
                    "count": said("in_order", n=passed, all=len(mine)),
                    "wrong": any(each.outcome in ("fail", "warn") for each in mine),
                    "checks": [_check(each, known[each.check], said) for each in mine],
                }
            )
    return groups


def _check(found: Verdict, known: Check, said: Words) -> dict[str, Any]:
    tell = translator(said.language).text
    seen = sentence(tell(found.seen))
    # One place alone is in the sentence already.
    places = found.places if len(found.places) > 1 else ()
    wrong = found.outcome in ("fail", "warn")
    return {
        "id": found.check,
        "outcome": found.outcome,
        "wrong": wrong,
        "word": said(found.outcome),
        "title": sentence(tell(known.title)),
        "seen": seen,
        "places": list(places),
        "long": len(seen) + sum(map(len, places)) > LONG,
        "why": sentence(tell(known.why)),
        "mend": sentence(tell(known.mend)) if wrong else "",
        "source": known.source,
        "site": urlsplit(known.source).hostname or known.source,
    }


def audit_json(audit: AuditRecord, name: str, languages: tuple[str, ...]) -> bytes:
    """The audit for programs. name: of the business. languages: of the words in it."""
    known = {each.id: each for each in checks()}
    found = [each for each in audit.verdicts if each.check in known]

    def by_language(message: Any) -> dict[str, str]:
        return {language: translator(language).text(message) for language in languages}

    values = {
        "schema": SCHEMA,
        "name": name,
        "asked": audit.asked,
        "url": audit.url,
        "date": audit.day.isoformat(),
        "partial": audit.partial,
        "ended": audit.ended,
        "health": audit.health.score,
        "coverage": audit.health.coverage,
        "stopped": list(audit.health.stopped),
        "pages": list(audit.pages),
        "counts": {outcome: sum(each.outcome == outcome for each in found) for outcome in ORDER},
        "checks": [
            {
                "id": each.check,
                "group": known[each.check].group,
                "outcome": each.outcome,
                "title": by_language(known[each.check].title),
                "seen": by_language(each.seen),
                "places": list(each.places),
                "facts": dict(each.facts),
                "why": by_language(known[each.check].why),
                "mend": by_language(known[each.check].mend),
                "source": known[each.check].source,
            }
            for each in found
        ],
    }
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")
