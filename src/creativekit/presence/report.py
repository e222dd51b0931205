"""The report of a run as plain values in one language: what every face of it shows.

The order is the reader's: where things stand and why, what to do, then what it rests on. A score
never stands without the weakest dimension, a capped band never without the reason, and what was
measured stands beside what was said. It speaks of the business on the internet, never of the
person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.jobs import Job, digest
from creativekit.language import formats
from creativekit.language.catalogs import translator
from creativekit.presence.audit.verdict import GROUPS, OUTCOMES, Verdict, find
from creativekit.presence.bands import band_of
from creativekit.presence.change import Change, change, series
from creativekit.presence.evidence import Gap
from creativekit.presence.history import Run
from creativekit.presence.instrument import HIGHEST, Instrument, Item
from creativekit.presence.plan import Action, Plan
from creativekit.presence.report_words import TEMPLATES, Words, words
from creativekit.presence.scoring import LEAST_COVERAGE
from creativekit.project import templates

if TYPE_CHECKING:
    from creativekit.presence.audit.audit import Audit

FOLDER = "presence"
STEM = "report"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a live audit found, as far as a report shows it. score: the site's health, 0–100."""

    url: str
    score: int | None
    partial: bool
    verdicts: tuple[Verdict, ...]

    @classmethod
    def of(cls, audit: Audit) -> Checked:
        return cls(audit.url, audit.health.score, audit.partial, audit.verdicts)


@dataclass(frozen=True, slots=True)
class Reported:
    """Everything that a report is made from.

    runs: all that are kept, the oldest first, `run` itself as the last or not at all; the one
    before it is what is compared with.
    """

    instrument: Instrument
    run: Run
    plan: Plan
    runs: tuple[Run, ...] = ()
    gaps: tuple[Gap, ...] = ()
    checked: Checked | None = None

    @property
    def all_runs(self) -> tuple[Run, ...]:
        """With `run` as the last."""
        known = self.runs[:-1] if self.runs and self.runs[-1] == self.run else self.runs
        return (*known, self.run)

    @property
    def before(self) -> Run | None:
        """The run before this one."""
        return self.all_runs[-2] if len(self.all_runs) > 1 else None


def jobs(identity: Identity, assessment: Reported) -> tuple[Job, ...]:
    """kit/presence/report-<language>.html and .pdf, in each of the identity's languages."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    sources = digest(*(templates.read(name, folder) for name in TEMPLATES))
    return tuple(
        Job(
            f"{FOLDER}/{STEM}-{language}{end}",
            make,
            (identity, assessment, language, sources),
            msg("report of the self-assessment, in {language}", language=language),
            cost,
            kin=f"{FOLDER}-{STEM}-{language}",
        )
        for language in identity.languages
        for end, make, cost in ((".html", html_file, 2.0), (".pdf", pdf_file, 4.0))
    )


def html_file(identity: Identity, assessment: Reported, language: str, sources: str) -> bytes:
    """The report as one HTML file. sources: digest of the templates, which the bytes depend on."""
    from creativekit.presence.report_page import page

    return page(identity, assessment, language)


def pdf_file(identity: Identity, assessment: Reported, language: str, sources: str) -> bytes:
    """The report as a PDF. sources: digest of the templates, which the bytes depend on."""
    from creativekit.presence.report_pdf import pdf

    return pdf(identity, assessment, language)


def data(assessment: Reported, language: str, folder: Path | None = None) -> dict[str, Any]:
    """The report's texts and numbers. folder: of the project, for its own templates.

    Raises InputError for words of the project that are wrong.
    """
    said = words(language, folder)
    told = None if assessment.before is None else change(assessment.before, assessment.run)
    return {
        "title": said("title"),
        "date": formats.date(assessment.run.date, language),
        "standing": _standing(assessment, said),
        "dimensions": _dimensions(assessment, told, said),
        "plan": _plan(assessment, said),
        "gaps": [_gap(each, assessment.instrument, said) for each in assessment.gaps],
        "change": _change(assessment, told, said),
        "runs": _runs(assessment, said),
        "checked": None if assessment.checked is None else _checked(assessment.checked, said),
        "method": said("method", version=assessment.run.answers.instrument),
    }


def points(value: float) -> int:
    """A score as it is shown: whole, and never a band higher than it is."""
    return int(value)


def _sentence(text: str) -> str:
    """A message of the terminal begins in lower case; on a page it stands alone."""
    return text[:1].upper() + text[1:]


def _standing(about: Reported, said: Words) -> dict[str, Any]:
    run, instrument, language = about.run, about.instrument, said.language
    asked = run.answers.asked(instrument)
    given = run.answers.by_id
    levels = sum(each.id in given and given[each.id].level is not None for each in asked)
    bands = [
        {"id": each.id, "name": each.name.get(language), "least": each.least}
        for each in sorted(instrument.bands, key=lambda band: band.least)
    ]
    for each, after in zip(bands, [*bands[1:], None], strict=True):
        each["most"] = 100 if after is None else after["least"]
        each["ours"] = each["id"] == run.band
    weakest, strongest = _ends(about)
    found: dict[str, Any] = {
        "score": None if run.scores.overall is None else points(run.scores.overall),
        "band": None,
        "about": "",
        "capped": None,
        "why": [],
        "bands": bands,
        "withheld": "",
        "weakest": _named(weakest, about, language),
        "strongest": _named(strongest, about, language),
        "answered": said("answered", n=levels, all=len(asked)),
    }
    if run.scores.overall is None:
        covered = formats.number(int(run.scores.coverage * 100), language)
        least = formats.number(int(LEAST_COVERAGE * 100), language)
        found["withheld"] = said("withheld_why", covered=covered, least=least)
        return found
    band = next((each for each in instrument.bands if each.id == run.band), None)
    if band is not None:
        found["band"], found["about"] = band.name.get(language), band.about.get(language)
    if run.capped_by:
        by_score = band_of(run.scores.overall, instrument)
        found["capped"] = said("capped", band=by_score.name.get(language))
        reasons = dict(instrument.gates.why)
        found["why"] = [reasons[item].get(language) for item in run.capped_by if item in reasons]
    return found


def _ends(about: Reported) -> tuple[str | None, str | None]:
    """The weakest dimension and the strongest; none where all are equal: of a hundred everywhere
    nothing is weak."""
    scores = about.run.scores
    known = {each.score for each in scores.dimensions if each.score is not None}
    return (scores.weakest, scores.strongest) if len(known) > 1 else (None, None)


def _named(dimension: str | None, about: Reported, language: str) -> dict[str, Any] | None:
    if dimension is None:
        return None
    score = about.run.scores.of(dimension).score
    return {
        "id": dimension,
        "title": about.instrument.dimension(dimension).title.get(language),
        "score": None if score is None else points(score),
    }


def _dimensions(about: Reported, told: Change | None, said: Words) -> list[dict[str, Any]]:
    run, language = about.run, said.language
    asked = run.answers.asked(about.instrument)
    was = {each.dimension: each for each in told.dimensions} if told else {}
    weakest, _ = _ends(about)
    found = []
    for each in about.instrument.dimensions:
        score = run.scores.of(each.id)
        earlier = was.get(each.id)
        now = None if score.score is None else points(score.score)
        before = None if earlier is None or earlier.before is None else points(earlier.before)
        found.append(
            {
                "id": each.id,
                "title": each.title.get(language),
                "about": each.about.get(language),
                "score": now,
                "before": before,
                # Of the numbers that are shown, so that they add up before the reader's eyes.
                "difference": None if now is None or before is None else now - before,
                "state": ""
                if now is not None
                else said("not_for_us" if score.state == "not-for-us" else "uncovered"),
                "weakest": each.id == weakest,
                "items": [
                    _item(item, about, told, said) for item in asked if item.dimension == each.id
                ],
            }
        )
    return found


def _item(item: Item, about: Reported, told: Change | None, said: Words) -> dict[str, Any]:
    moves = {each.item: each.levels for each in told.items} if told else {}
    answer = about.run.answers.by_id.get(item.id)
    level = None if answer is None else answer.level
    if level is not None:
        line = item.levels[level].get(said.language)
    else:
        line = said("is_none" if answer is None else f"is_{answer.said}")
    basis = "" if answer is None or level is None or answer.basis == "self" else answer.basis
    return {
        "id": item.id,
        "question": item.question.get(said.language),
        "level": level,
        "of": "" if level is None else said("level", level=level),
        "line": line,
        "moved": moves.get(item.id) or 0,
        "basis": said(f"by_{basis}") if basis else "",
        "note": "" if answer is None else answer.note.strip(),
    }


def _plan(about: Reported, said: Words) -> dict[str, Any]:
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


def _gap(gap: Gap, instrument: Instrument, said: Words) -> dict[str, Any]:
    item, language = instrument.by_id[gap.item], said.language
    tell = translator(language).text
    return {
        "id": gap.item,
        "question": item.question.get(language),
        "said": gap.said,
        "said_line": item.levels[gap.said].get(language),
        "level": gap.reading.level,
        "level_line": item.levels[gap.reading.level].get(language),
        "seen": [_sentence(tell(each)) for each in gap.reading.seen],
        "message": _sentence(tell(gap.message)),
    }


def _change(about: Reported, told: Change | None, said: Words) -> dict[str, Any]:
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


def _runs(about: Reported, said: Words) -> list[dict[str, Any]]:
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


def _checked(checked: Checked, said: Words) -> dict[str, Any]:
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
                        "title": _sentence(tell(find(each.check).title)),
                        "seen": _sentence(tell(each.seen)),
                        "mend": _sentence(tell(find(each.check).mend)),
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
