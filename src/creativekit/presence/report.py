"""The report of a run as plain values in one language: what every face of it shows.

The order is the reader's: where things stand and why, what to do, then what it rests on. A score
never stands without the weakest dimension, a capped band never without the reason, and what was
measured stands beside what was said. It speaks of the business on the internet, never of the
person.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.jobs import Job, digest
from creativekit.language import formats
from creativekit.presence.bands import band_of
from creativekit.presence.change import Change, change
from creativekit.presence.instrument import Item
from creativekit.presence.report_parts import (
    change_values,
    checked_values,
    gap_values,
    plan_values,
    points,
    runs_values,
)
from creativekit.presence.report_words import TEMPLATES, Words, words
from creativekit.presence.reported import Reported
from creativekit.presence.scoring import LEAST_COVERAGE
from creativekit.project import templates

FOLDER = "presence"
STEM = "report"


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
        "plan": plan_values(assessment, said),
        "gaps": [gap_values(each, assessment.instrument, said) for each in assessment.gaps],
        "change": change_values(assessment, told, said),
        "runs": runs_values(assessment, said),
        "checked": None if assessment.checked is None else checked_values(assessment.checked, said),
        "method": said("method", version=assessment.run.answers.instrument),
    }


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
