"""Sheet 2: how far we are from what people take instead of us, and where we stand alone.

The distance is Euclid's, each attribute weighing what it weighs for the buyer, divided by the
largest there can be (0 against 5 everywhere). So 0 is the same profile and 1 the opposite one,
whatever the number of attributes, and two sheets can be compared. It measures difference, not
quality: a nearer alternative is one that buyers confuse us with more easily.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from creativekit.errors import Problem, msg
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import Alternatives, Attribute
from creativekit.project.rejection import shown_text
from creativekit.project.wording import dotted

GOOD, STRONG, WEAK = 3, 4, 1
"""Scores: ours from which an attribute counts, and from which it is a claim; theirs up to which
they do not have it."""
_WIDEST = 5


@dataclass(frozen=True, slots=True)
class Distance:
    """How far an alternative is from us: 0 (the same scores) to 1."""

    name: Localized
    distance: float


@dataclass(frozen=True, slots=True)
class Distances:
    """measured: the nearest first. unscored: alternatives that have no scores yet."""

    measured: tuple[Distance, ...]
    unscored: tuple[Localized, ...]


def distances(alternatives: Alternatives) -> Distances:
    """The distance of each alternative that has scores."""
    measured = [
        Distance(other.name, _distance(alternatives.attributes, other.scores))
        for other in alternatives.others
        if other.scores
    ]
    return Distances(
        tuple(sorted(measured, key=lambda each: each.distance)),
        tuple(other.name for other in alternatives.others if not other.scores),
    )


def ours_alone(alternatives: Alternatives) -> tuple[Attribute, ...]:
    """Attributes that we have and no alternative with scores has; none without such an alternative.

    Ours scores 3 or more, each of theirs 1 or less.
    """
    scored = [other.scores for other in alternatives.others if other.scores]
    if not scored:
        return ()
    return tuple(
        attribute
        for index, attribute in enumerate(alternatives.attributes)
        if attribute.ours >= GOOD and all(scores[index] <= WEAK for scores in scored)
    )


def findings(alternatives: Alternatives) -> tuple[Problem, ...]:
    """Warnings: alternatives that have no scores, and high scores of ours that nothing proves."""
    unscored = [
        Problem(
            msg(
                "'{name}' has no scores, so it is left out of the comparison",
                name=shown_text(other.name),
            ),
            key=dotted(("positioning", "alternatives", "others", index, "scores")),
            severity="warning",
        )
        for index, other in enumerate(alternatives.others)
        if not other.scores
    ]
    unproven = [
        Problem(
            msg(
                "'{name}' has {score} of 5 and no proof: say how one can see it",
                name=shown_text(attribute.name),
                score=attribute.ours,
            ),
            key=dotted(("positioning", "alternatives", "attributes", index, "proof")),
            severity="warning",
        )
        for index, attribute in enumerate(alternatives.attributes)
        if attribute.ours >= STRONG and attribute.proof is None
    ]
    return (*unscored, *unproven)


def _distance(attributes: tuple[Attribute, ...], scores: tuple[int, ...]) -> float:
    apart = sum(
        attribute.weight * (attribute.ours - score) ** 2
        for attribute, score in zip(attributes, scores, strict=True)
    )
    widest = sum(attribute.weight * _WIDEST**2 for attribute in attributes)
    return math.sqrt(apart / widest)
