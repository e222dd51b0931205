"""`creativekit assess --audit URL`: a site is looked at while a person waits.

Ctrl-C ends the looking and not the assessment: what was seen until then is used, marked partial. A
second Ctrl-C is an ordinary one.
"""

from __future__ import annotations

import datetime
import signal
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any, Literal

from creativekit.cli import assess_view as view
from creativekit.cli import progress, talk
from creativekit.errors import Message, msg
from creativekit.presence.audit.audit import audit
from creativekit.presence.audit.declared import declared
from creativekit.presence.audit.verdict import GROUPS, OUTCOMES, Verdict, find
from creativekit.presence.audit_record import AuditRecord
from creativekit.press.run import Progress
from creativekit.project.model import Project

if TYPE_CHECKING:
    from creativekit.presence.audit.fetch import Fetcher
    from creativekit.presence.audit.page import Page

_RAN_OUT = msg("time or requests ran out before its end; what it saw until then is used")
_STOPPED = msg("the audit was stopped before its end; what it saw until then is used")
_SLOW = msg("the site took too long to answer; what was seen of it is used")


def fetcher(cancelled: Callable[[], bool]) -> Fetcher:
    """The way into the network; tests put another in its place."""
    from creativekit.presence.audit.fetch import Fetcher

    return Fetcher(cancelled=cancelled)


def looked_at(
    url: str, project: Project, features: Collection[str], day: datetime.date
) -> AuditRecord:
    """The audit of a site. Raises InputError when `url` is no web address."""
    with _interruptible() as cancelled, progress.shown() as shown:
        watched = _Watched(fetcher(cancelled), shown)
        return AuditRecord.of(audit(url, watched, declared(project, features), today=day))


@contextmanager
def _interruptible() -> Iterator[Callable[[], bool]]:
    stopped = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True
        signal.signal(signal.SIGINT, before)

    try:
        before = signal.signal(signal.SIGINT, stop)
    except ValueError:  # not the main thread: nobody types here
        yield lambda: False
        return
    try:
        yield lambda: stopped
    finally:
        signal.signal(signal.SIGINT, before)


class _Watched:
    """A fetcher whose requests are shown as they are made."""

    def __init__(self, inner: Fetcher, shown: Progress | None) -> None:
        self._inner = inner
        self._shown = shown

    def get(self, url: str, kind: Literal["page", "file", "head"] = "page") -> Page:
        if self._shown is not None:
            made, most = self._inner.requests, self._inner.limits.requests
            self._shown(min(made, most), most, Message("{url}", {"url": talk.clean(url)}))
        return self._inner.get(url, kind)


def tell(found: AuditRecord) -> None:
    """The verdicts, group by group: what is wrong in words, what is right as a number."""
    ink = talk.out_ink()
    talk.out()
    talk.out(f"  {ink.brand('●')} {ink.bold(talk.clean(found.url))}")
    if found.health.score is not None:
        score = msg("health of the site: {score} of 100", score=found.health.score)
        talk.out(f"    {talk.say(score)}")
    if found.partial:
        partial = {"cancelled": _STOPPED, "slow": _SLOW}.get(found.ended, _RAN_OUT)
        view.paragraph(talk.say(partial), 4)
    if not found.pages:
        # Without a page nothing else was seen, and a list of what was not helps nobody.
        for each in found.verdicts:
            if each.check == "transport.reach":
                view.paragraph(talk.say(each.seen), 4)
    if found.is_unreached:
        talk.warn(
            msg(
                "the site could not be reached from here, so nothing is concluded from it;"
                " the rest of the assessment goes on"
            )
        )
    for group, title in GROUPS.items() if found.pages else ():
        mine = [each for each in found.verdicts if find(each.check).group == group]
        if mine:
            _group(talk.say(title), mine)


def _group(title: str, verdicts: list[Verdict]) -> None:
    ink = talk.out_ink()
    passed = sum(each.outcome == "pass" for each in verdicts)
    count = msg("{passed} of {all} in order", all=len(verdicts), passed=passed)
    talk.out()
    talk.out(f"    {ink.bold(title)}  {ink.dim(talk.say(count))}")
    marks = {"fail": ink.bad("✕"), "warn": ink.doubtful("!"), "unknown": ink.dim("?")}
    for outcome in ("fail", "warn", "unknown"):
        for each in verdicts:
            if each.outcome == outcome:
                check = find(each.check)
                text = f"{talk.say(check.title)}: {talk.say(each.seen)}"
                for number, line in enumerate(talk.wrapped(text, 8)):
                    talk.out(f"      {marks[outcome] if number == 0 else ' '} {line}")
                if outcome in ("fail", "warn"):
                    view.paragraph(talk.say(check.mend), 8, dim=True)


def as_json(found: AuditRecord) -> dict[str, Any]:
    """The audit for programs, its words in the spoken language."""
    counts = dict.fromkeys(OUTCOMES, 0)
    for each in found.verdicts:
        counts[each.outcome] += 1
    return {
        "asked": found.asked,
        "url": found.url,
        "date": found.day.isoformat(),
        "partial": found.partial,
        "ended": found.ended,
        "reached": not found.is_unreached,
        "health": found.health.score,
        "coverage": found.health.coverage,
        "counts": counts,
        "checks": [
            {
                "id": each.check,
                "outcome": each.outcome,
                "title": talk.say(find(each.check).title),
                "seen": talk.say(each.seen),
                "facts": dict(each.facts),
                "places": list(each.places),
            }
            for each in found.verdicts
        ],
    }
