"""What could be done next, and what is worth doing first.

One candidate an item: the step to its next level, never two at once. It ranks by weight × gate
bonus ÷ hours: what a level gains, counted by how much the item matters, for an hour of work; an
item whose gate caps the band counts double. Equals go by the weakest dimension, then the lowest
level, then the order in which items are asked, so that the same answers give the same plan.

Items without a level have no next step. "Don't know" is something to find out, and their help says
how.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from creativekit.presence.answers import DONT_KNOW, NOT_FOR_US, Answers
from creativekit.presence.bands import at_gate
from creativekit.presence.instrument import HIGHEST, Instrument, Item, Requirement, Step
from creativekit.presence.scoring import Scores

GATE_BONUS = 2
_WITHOUT = 101.0  # after every score that there can be


@dataclass(frozen=True, slots=True)
class Candidate:
    """The step of `item` that reaches level `reaches`. worth: weight × gate bonus ÷ hours."""

    item: Item
    reaches: int
    worth: Fraction

    @property
    def step(self) -> Step:
        return self.item.steps[self.reaches - 1]

    @property
    def hours(self) -> int:
        return self.item.hours


def candidates(answers: Answers, found: Scores, instrument: Instrument) -> tuple[Candidate, ...]:
    """The next step of every item that has one, the most worthwhile first; requirements are not
    looked at. found: the scores of the same answers."""
    held = at_gate(answers, instrument)
    places = {item.id: place for place, item in enumerate(instrument.items)}
    weak = {
        each.dimension: 101.0 if each.score is None else each.score for each in found.dimensions
    }
    given = answers.by_id
    made = []
    for item in answers.asked(instrument):
        level = given[item.id].level if item.id in given else None
        if level is not None and level < HIGHEST:
            bonus = GATE_BONUS if item.id in held else 1
            made.append(Candidate(item, level + 1, Fraction(item.weight * bonus, item.hours)))
    return tuple(
        sorted(
            made,
            key=lambda each: (
                -each.worth, weak[each.item.dimension], each.reaches, places[each.item.id]
            ),
        )
    )  # fmt: skip


def to_find_out(answers: Answers, instrument: Instrument) -> tuple[str, ...]:
    """Items that were answered with "don't know"."""
    given = answers.by_id
    return tuple(
        item.id
        for item in answers.asked(instrument)
        if item.id in given and given[item.id].said == DONT_KNOW
    )


def unmet(item: Item, levels: Mapping[str, int], free: frozenset[str]) -> tuple[Requirement, ...]:
    """Requirements that are not reached yet.

    levels: by item, where known. free: items that nobody has to reach, for they are not asked of
    this profile or are not for it.
    """
    return tuple(
        need
        for need in item.requires
        if need.item not in free and levels.get(need.item, -1) < need.level
    )


def not_required(answers: Answers, instrument: Instrument) -> frozenset[str]:
    """Items that can hold nothing up: those not asked, and those "not for us"."""
    asked = {item.id for item in answers.asked(instrument)}
    given = answers.by_id
    return frozenset(
        item.id
        for item in instrument.items
        if item.id not in asked or (item.id in given and given[item.id].said == NOT_FOR_US)
    )
