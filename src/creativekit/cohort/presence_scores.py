"""Scores of many self-assessments: as presence/scoring.py has them, without working out a hundred
thousand times which items a profile is asked.

What is asked depends on the profile and the features added to it, of which a cohort has a few
dozen combinations; for each of them the items and weights are looked up once.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from creativekit.cohort.model import NOT_FOR_US, Level
from creativekit.presence.instrument import HIGHEST, Instrument
from creativekit.presence.scoring import LEAST_COVERAGE


class Scored(NamedTuple):
    """overall and by dimension: 0–100, or None where too little was answered."""

    overall: float | None
    dimensions: dict[str, float | None]


class Scorer:
    """The scores by one instrument."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._asked = lru_cache(maxsize=4096)(self._asked_of)

    def scores(
        self, profile: str, features: tuple[str, ...], levels: Mapping[str, Level]
    ) -> Scored:
        """features: sorted, those added to the profile's."""
        found: dict[str, float | None] = {}
        applies = answered = count = 0
        over, under = 0, 1  # the sum of the scores so far, exactly
        for dimension, items in self._asked(profile, features):
            of_all = of_answered = earned = 0
            for item, weight in items:
                level = levels.get(item)
                if level == NOT_FOR_US:
                    continue
                of_all += weight
                if isinstance(level, int):
                    of_answered += weight
                    earned += weight * level
            applies, answered = applies + of_all, answered + of_answered
            if not _is_covered(of_answered, of_all):
                found[dimension] = None
                continue
            # Whole numbers until one division, which Python rounds as it does a Fraction.
            found[dimension] = 100 * earned / (HIGHEST * of_answered)
            over, under = (
                over * HIGHEST * of_answered + 100 * earned * under,
                under * HIGHEST * of_answered,
            )
            count += 1
        is_whole = count > 0 and _is_covered(answered, applies)
        return Scored(over / (under * count) if is_whole else None, found)

    def _asked_of(
        self, profile: str, features: tuple[str, ...]
    ) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
        asked = self._instrument.asked(profile, features)
        return tuple(
            (
                each.id,
                tuple((item.id, item.weight) for item in asked if item.dimension == each.id),
            )
            for each in self._instrument.dimensions
        )


def _is_covered(answered: int, applies: int) -> bool:
    least = LEAST_COVERAGE
    return answered > 0 and answered * least.denominator >= applies * least.numerator
