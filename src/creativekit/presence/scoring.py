"""Scores: of each dimension, and of all.

A dimension's score is 100·Σ(weight·level) / Σ(4·weight) over the items that were answered with a
level. "Not for us" leaves the denominator, so nobody pays for what they do not need. "Don't know"
and no answer lower the coverage, the answered share of the weights that apply; under 60 % nothing
is printed, because a score of the easy half would be a flattering one.

The overall score is the mean of the dimensions that have one, each counting the same, and never
stands without the weakest of them. It is left out when less than 60 % of everything is covered.
Sums are whole numbers until the last division, so that 25 is 25 and a band begins where it says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from creativekit.presence.answers import NOT_FOR_US, Answers
from creativekit.presence.instrument import HIGHEST, Instrument, Item

LEAST_COVERAGE = Fraction(60, 100)

State = Literal["scored", "uncovered", "not-for-us"]


@dataclass(frozen=True, slots=True)
class Score:
    """A dimension's. score: 0–100, or None. coverage: 0–1 of the weights that apply.

    state: "uncovered" when too little is known, "not-for-us" when nothing of it applies.
    """

    dimension: str
    score: float | None
    coverage: float
    state: State


@dataclass(frozen=True, slots=True)
class Scores:
    """overall: 0–100, or None. weakest, strongest: dimensions, the first of equals; None without
    scores. without: dimensions left out of the mean because too little is known."""

    dimensions: tuple[Score, ...]
    overall: float | None
    coverage: float
    weakest: str | None
    strongest: str | None
    without: tuple[str, ...]

    def of(self, dimension: str) -> Score:
        """Raises KeyError for a dimension that there is not."""
        return {each.dimension: each for each in self.dimensions}[dimension]


@dataclass(frozen=True, slots=True)
class _Sum:
    """Of weights: of items that apply, of answered ones, and of these times their levels."""

    applies: int
    answered: int
    earned: int

    @property
    def coverage(self) -> Fraction:
        return Fraction(self.answered, self.applies) if self.applies else Fraction(0)

    @property
    def score(self) -> Fraction | None:
        if not self.applies or self.coverage < LEAST_COVERAGE:
            return None
        return Fraction(100 * self.earned, HIGHEST * self.answered)


def scores(answers: Answers, instrument: Instrument) -> Scores:
    """The scores of one run. Answers to items that are not asked of this profile do not count."""
    asked = answers.asked(instrument)
    sums = {
        each.id: _sum((item for item in asked if item.dimension == each.id), answers)
        for each in instrument.dimensions
    }
    exact = {name: each.score for name, each in sums.items()}
    scored = {name: score for name, score in exact.items() if score is not None}
    whole = _sum(asked, answers)
    overall = None
    if scored and whole.score is not None:
        overall = float(sum(scored.values(), Fraction(0)) / len(scored))
    return Scores(
        tuple(_score(name, each) for name, each in sums.items()),
        overall,
        float(whole.coverage),
        min(scored, key=lambda name: scored[name]) if scored else None,
        max(scored, key=lambda name: scored[name]) if scored else None,
        tuple(name for name, each in sums.items() if each.applies and each.score is None),
    )


def _score(name: str, found: _Sum) -> Score:
    if not found.applies:
        return Score(name, None, 0.0, "not-for-us")
    score, coverage = found.score, float(found.coverage)
    if score is None:
        return Score(name, None, coverage, "uncovered")
    return Score(name, float(score), coverage, "scored")


def _sum(items: Iterable[Item], answers: Answers) -> _Sum:
    given = answers.by_id
    applies = answered = earned = 0
    for item in items:
        answer = given.get(item.id)
        if answer is not None and answer.said == NOT_FOR_US:
            continue
        applies += item.weight
        if answer is not None and answer.level is not None:
            answered += item.weight
            earned += item.weight * answer.level
    return _Sum(applies, answered, earned)


def points(item: Item, answers: Answers, instrument: Instrument) -> float:
    """What one level more of an answered item adds to the overall score; 0.0 without one."""
    now = scores(answers, instrument)
    level = answers.by_id[item.id].level if item.id in answers.by_id else None
    if now.overall is None or level is None or level == HIGHEST:
        return 0.0
    if now.of(item.dimension).score is None:
        return 0.0
    asked = [each for each in answers.asked(instrument) if each.dimension == item.dimension]
    scored = sum(each.score is not None for each in now.dimensions)
    return float(Fraction(100 * item.weight, HIGHEST * _sum(asked, answers).answered * scored))
