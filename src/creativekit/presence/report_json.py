"""report.json: a run for programs, with its words in the languages of the project."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from creativekit.errors import Message
from creativekit.language.catalogs import translator
from creativekit.presence.assessment import Assessment
from creativekit.presence.change import Change
from creativekit.presence.evidence import Gap
from creativekit.presence.instrument import Instrument, Item
from creativekit.presence.plan import Action
from creativekit.project.localized import Localized

SCHEMA = 1


def report_json(
    found: Assessment, instrument: Instrument, name: str, languages: tuple[str, ...]
) -> bytes:
    """The report's bytes. name: of the business. languages: of the words in it."""
    values = report(found, instrument, name, languages)
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def report(
    found: Assessment, instrument: Instrument, name: str, languages: tuple[str, ...]
) -> dict[str, Any]:
    """The report as plain values; texts are tables by language."""
    words = _Words(languages)
    answers, scores, standing = found.answers, found.scores, found.standing
    items = instrument.by_id
    band = standing.band
    return {
        "schema": SCHEMA,
        "name": name,
        "date": found.run.date.isoformat(),
        "instrument": instrument.version,
        "profile": answers.profile,
        "features": sorted(instrument.features_of(answers.profile, answers.features)),
        "hours_a_week": found.plan.hours_a_week,
        "overall": scores.overall,
        "coverage": scores.coverage,
        "weakest": scores.weakest,
        "strongest": scores.strongest,
        "band": None
        if band is None
        else {
            "id": band.id,
            "name": words(band.name),
            "by_score": standing.by_score.id if standing.by_score else None,
            "capped_by": {
                item: words(instrument.gates.reason(item)) for item in standing.capped_by
            },
        },
        "dimensions": [
            {
                "id": each.dimension,
                "title": words(instrument.dimension(each.dimension).title),
                "score": each.score,
                "coverage": each.coverage,
                "state": each.state,
            }
            for each in scores.dimensions
        ],
        "answers": {
            item: {"said": each.said, "basis": each.basis, "note": each.note}
            for item, each in answers.given
        },
        "seen": {
            each.item: {
                "level": each.level,
                "exact": each.exact,
                "basis": each.basis,
                "seen": words.all(each.seen),
            }
            for each in found.readings
        },
        "gaps": [_gap(each, words) for each in found.gaps],
        "plan": {
            "start": found.plan.start.isoformat(),
            "end": found.plan.end.isoformat(),
            "steps": [_step(each, words) for each in found.plan.actions],
            "later": [[each.item.id, each.reaches] for each in found.plan.later],
            "waiting": [
                {"item": each.item.id, "needs": {need.item: need.level for need in each.needs}}
                for each in found.plan.waiting
            ],
            "to_find_out": [_question(items[item], words) for item in found.plan.to_find_out],
        },
        "change": None if found.change is None else _change(found.change),
        "runs": [
            {"date": each.date.isoformat(), "overall": each.overall, "band": each.band}
            for each in found.points
        ],
    }  # fmt: skip


class _Words:
    """Texts by language."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self._languages = languages

    def __call__(self, text: Localized) -> dict[str, str]:
        return {language: text.get(language) for language in self._languages}

    def said(self, message: Message) -> dict[str, str]:
        return {language: translator(language).text(message) for language in self._languages}

    def all(self, messages: Sequence[Message]) -> dict[str, list[str]]:
        return {
            language: [translator(language).text(each) for each in messages]
            for language in self._languages
        }


def _question(item: Item, words: _Words) -> dict[str, Any]:
    return {"item": item.id, "question": words(item.question), "help": words(item.help)}


def _gap(gap: Gap, words: _Words) -> dict[str, Any]:
    return {
        "item": gap.item,
        "said": gap.said,
        "seen": gap.reading.level,
        "which": gap.which,
        "message": words.said(gap.message),
    }


def _step(action: Action, words: _Words) -> dict[str, Any]:
    return {
        "item": action.item.id,
        "dimension": action.item.dimension,
        "reaches": action.reaches,
        "action": words(action.step.action),
        "done_when": words(action.step.done),
        "command": action.step.command,
        "hours": action.hours,
        "start": action.start.isoformat(),
        "due": action.due.isoformat(),
        "month": action.month,
        "points": round(action.points, 2),
        "done": action.done.isoformat() if action.done else None,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "before": change.before.isoformat(),
        "after": change.after.isoformat(),
        "comparable": change.comparable,
        "overall": change.overall.points if change.overall else None,
        "dimensions": {each.dimension: each.points for each in change.dimensions},
        "items": {each.item: [each.before, each.after] for each in change.items},
        "same": change.same,
        "planned": list(change.planned),
        "reached": list(change.reached),
    }
