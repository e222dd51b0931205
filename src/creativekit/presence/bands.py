"""What a score is called, and what keeps it from being called more.

A good mean can hide something that undoes all the rest: nobody finds the name, nobody can tell how
to buy, anybody with the shared password can take the account. While such an item is at its gate,
the band is capped, and the reason goes with it; the score itself stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from creativekit.presence.answers import Answers
from creativekit.presence.instrument import Band, Instrument
from creativekit.presence.scoring import Scores


@dataclass(frozen=True, slots=True)
class Standing:
    """band: where the answers stand; None without an overall score. by_score: where the score
    alone would put them. capped_by: items at their gate that make the difference."""

    band: Band | None
    by_score: Band | None
    capped_by: tuple[str, ...] = ()


def band_of(score: float, instrument: Instrument) -> Band:
    """The highest band that begins at `score` or below."""
    return max(
        (band for band in instrument.bands if band.least <= score), key=lambda band: band.least
    )


def at_gate(answers: Answers, instrument: Instrument) -> tuple[str, ...]:
    """Items with a gate whose level is not above it. What is not known is not held against one."""
    given = answers.by_id
    return tuple(
        item.id
        for item in answers.asked(instrument)
        if item.gate
        and item.id in given
        and (level := given[item.id].level) is not None
        and level <= instrument.gates.level
    )


def standing(scores: Scores, answers: Answers, instrument: Instrument) -> Standing:
    """The band of a run."""
    if scores.overall is None:
        return Standing(None, None)
    by_score = band_of(scores.overall, instrument)
    cap = next(band for band in instrument.bands if band.id == instrument.gates.band)
    held = at_gate(answers, instrument)
    if not held or by_score.least <= cap.least:
        return Standing(by_score, by_score)
    return Standing(cap, by_score, held)
