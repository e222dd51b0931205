"""Results without a name: what one participant gives to whoever convenes a cohort.

The file is made of an allowed vocabulary and not by taking names out of a text: ids of the
instrument, levels, scores, months, a region, and nothing that somebody has typed. So it is the same
file whatever the business is called, which is what its tests hold it to. Remarks stay at home, days
become months, a city becomes its region (places.py), a sector one of a dozen.

The participant's id pairs the answers of one meeting with those of the next. It is worked out of a
secret that was drawn by chance and lies in the project's folder (press/share_results.py), never of
a name: of a name, anybody could work it out again and look who answered what. It is a keyed digest
(HMAC-SHA-256, RFC 2104) and not the secret itself, so that who has the results cannot make more of
them. docs/results.md describes the file for other programs.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from creativekit.presence.history import Run
from creativekit.presence.instrument import Instrument
from creativekit.presence.places import NOWHERE, Place

FORMAT, SCHEMA = "creativekit-results", 1
ID_DIGITS = 32

_PURPOSE = b"creativekit participant 1"
_ITEM = re.compile(r"[1-9]\d?\.[1-9]\d?")
_VERSION = re.compile(r"\d{1,4}(?:\.\d{1,4}){0,2}")


@dataclass(frozen=True, slots=True)
class Participant:
    """Whose results they are, without saying it. id: of `participant_id`."""

    id: str
    languages: tuple[str, ...]
    sector: str | None = None
    place: Place = NOWHERE


def participant_id(secret: bytes) -> str:
    """32 hexadecimal digits, the same for the same secret. ValueError for a secret under 16
    bytes, which could be guessed."""
    if len(secret) < 16:
        raise ValueError("a participant's secret has at least 16 bytes")
    return hmac.new(secret, _PURPOSE, hashlib.sha256).hexdigest()[:ID_DIGITS]


def results(who: Participant, runs: Sequence[Run], instrument: Instrument) -> dict[str, Any]:
    """The file as plain values. runs: the oldest first.

    A record of the history is a file that anybody may have changed: of what it says, only what the
    instrument knows is taken over.
    """
    return {
        "format": FORMAT,
        "schema": SCHEMA,
        "participant": who.id,
        "languages": list(who.languages),
        "sector": who.sector,
        "region": who.place.region,
        "settlement": who.place.settlement,
        "runs": [_run(run, _Known(instrument)) for run in runs],
    }


def write(values: dict[str, Any]) -> bytes:
    """The file's bytes."""
    return (json.dumps(values, ensure_ascii=True, indent=2) + "\n").encode()


class _Known:
    """What may stand in the file: the ids of an instrument."""

    def __init__(self, instrument: Instrument) -> None:
        self.version = instrument.version
        self.profiles = {each.id for each in instrument.profiles}
        self.features = {each.id for each in instrument.features}
        self.bands = {each.id for each in instrument.bands}
        self.dimensions = {each.id for each in instrument.dimensions}

    def item(self, item: str) -> bool:
        """Items of an older version are told, too: an id is never given to another question."""
        return _ITEM.fullmatch(item) is not None


def _run(run: Run, known: _Known) -> dict[str, Any]:
    answers, scores = run.answers, run.scores
    version = answers.instrument
    is_version = version == known.version or _VERSION.fullmatch(version)
    return {
        "month": f"{run.date:%Y-%m}",
        "instrument": version if is_version else None,
        "profile": _of(answers.profile, known.profiles),
        "features": [each for each in answers.features if each in known.features],
        "hours_a_week": answers.hours,
        "answers": {
            item: {"said": each.said, "basis": each.basis}
            for item, each in answers.given
            if known.item(item)
        },
        "measured": {item: level for item, level in run.readings if known.item(item)},
        "overall": scores.overall,
        "coverage": scores.coverage,
        "band": _of(run.band, known.bands),
        "capped_by": [item for item in run.capped_by if known.item(item)],
        "dimensions": [
            {
                "id": each.dimension,
                "score": each.score,
                "coverage": each.coverage,
                "state": each.state,
            }
            for each in scores.dimensions
            if each.dimension in known.dimensions
        ],
        "plan": [
            {"item": each.item, "reaches": each.reaches}
            for each in run.plan
            if known.item(each.item)
        ],
        "done": {item: f"{day:%Y-%m}" for item, day in answers.done if known.item(item)},
    }


def _of(word: str | None, known: set[str]) -> str | None:
    return word if word in known else None
