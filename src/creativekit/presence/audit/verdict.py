"""Checks and what they find: one function a check, registered with its texts.

A check is pure: it reads a `Site`, which is what was brought, and says pass, warn, fail or unknown
and what it saw. It says None when the question does not arise (no form: no privacy text near it).
`unknown` is for what could not be seen, and is never counted against a site.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from creativekit.errors import Message, msg
from creativekit.presence.audit.plain import plain

if TYPE_CHECKING:
    from creativekit.presence.audit.site import Site

Outcome = Literal["pass", "warn", "fail", "unknown"]
# Characters of one text in a sentence, and of one fact, that are shown.
SHOWN = 200
FACT_KEPT = 300
PLACES_KEPT = 200

OUTCOMES: tuple[Outcome, ...] = ("pass", "warn", "fail", "unknown")
# Why an audit did not see all: time or requests ran out, a person stopped it, or the site let it
# wait for too long.
Ended = Literal["", "budget", "cancelled", "slow"]
# What a check needs to have been brought: an answer of any status, or a page of HTML with 2xx.
Needs = Literal["nothing", "answer", "page"]

GROUPS: Mapping[str, Message] = {
    "transport": msg("Connection"),
    "head": msg("Search engines and browsers"),
    "language": msg("Languages"),
    "sharing": msg("Shared links"),
    "structured": msg("Data for machines"),
    "content": msg("What a visitor finds"),
    "links": msg("Links"),
    "handles": msg("Social networks"),
    "headers": msg("Protection"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check function returns. facts: the numbers and names in it, for programs. places:
    every place that is to be mended, where there are several."""

    outcome: Outcome
    seen: Message
    facts: Mapping[str, str] = field(default_factory=dict)
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one check found. check: its id. seen: a sentence, safe to show, and so are places."""

    check: str
    outcome: Outcome
    seen: Message
    facts: Mapping[str, str] = field(default_factory=dict)
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A registered check. id: `group.name`, never reused. source: the standard's or a manual's.

    needs: what must have been brought for it to be judged. rendered: it judges what scripts may
    add in a browser. hosted: on a builder's site its failures are the builder's, so they warn.
    """

    id: str
    title: Message
    why: Message
    mend: Message
    source: str
    judge: Callable[[Site], Finding | None]
    needs: Needs = "page"
    rendered: bool = False
    hosted: bool = False

    @property
    def group(self) -> str:
        return self.id.partition(".")[0]


_CHECKS: dict[str, Check] = {}

Judge = Callable[["Site"], "Finding | None"]


def check(
    id_: str,
    *,
    title: Message,
    why: Message,
    mend: Message,
    source: str,
    needs: Needs = "page",
    rendered: bool = False,
    hosted: bool = False,
) -> Callable[[Judge], Judge]:
    """Registers the function below it. The keywords are `Check`'s fields."""
    group = id_.partition(".")[0]
    if id_ in _CHECKS or group not in GROUPS:
        raise ValueError(f"{id_}: known already, or of no group")

    def register(judge: Judge) -> Judge:
        _CHECKS[id_] = Check(id_, title, why, mend, source, judge, needs, rendered, hosted)
        return judge

    return register


def checks() -> tuple[Check, ...]:
    """Every check, group by group in the order of GROUPS."""
    from creativekit.presence.audit.checks import load

    load()
    order = list(GROUPS)
    return tuple(sorted(_CHECKS.values(), key=lambda known: order.index(known.group)))


def find(id_: str) -> Check:
    """The check of an id. Raises KeyError for an id that is none."""
    return {known.id: known for known in checks()}[id_]


def judged(one: Check, site: Site) -> Verdict | None:
    """What `one` finds; None when its question does not arise."""
    lacking = site.lacks(one.needs)
    if lacking is not None:
        return Verdict(one.id, "unknown", lacking)
    found = one.judge(site)
    if found is None:
        return None
    found = _safe(found)
    if one.needs == "page" and site.is_torn and found.outcome in ("warn", "fail"):
        seen = msg("the page did not come whole; in what came: {seen}", seen=found.seen)
        return Verdict(one.id, "unknown", seen, found.facts)
    if one.rendered and site.needs_browser and found.outcome in ("warn", "fail"):
        seen = msg(
            "the page is put together by scripts in a browser; without it: {seen}", seen=found.seen
        )
        return Verdict(one.id, "unknown", seen, found.facts, found.places)
    if one.hosted and site.builder is not None and found.outcome == "fail":
        seen = msg("{seen} ({builder} decides it)", seen=found.seen, builder=site.builder.name)
        facts = {**found.facts, "builder": site.builder.name}
        return Verdict(one.id, "warn", seen, facts, found.places)
    return Verdict(one.id, found.outcome, found.seen, found.facts, found.places)


def _safe(found: Finding) -> Finding:
    """The finding with every text in it made safe to show, whatever a check let through."""
    facts = {key: plain(value, FACT_KEPT) for key, value in found.facts.items()}
    places = tuple(dict.fromkeys(plain(each, SHOWN) for each in found.places[:PLACES_KEPT]))
    return Finding(found.outcome, _safe_message(found.seen), facts, places)


def _safe_message(message: Message) -> Message:
    params = {
        key: _safe_message(value)
        if isinstance(value, Message)
        else plain(value, SHOWN)
        if isinstance(value, str)
        else value
        for key, value in message.params.items()
    }
    return Message(message.text, params, message.plural)


def ladder(value: float, good: float, poor: float) -> Outcome:
    """pass up to `good`, warn up to `poor`, fail beyond; when good is the greater, downwards."""
    if good > poor:
        value, good, poor = -value, -good, -poor
    return "pass" if value <= good else "warn" if value <= poor else "fail"
