"""What has changed between two runs, and the runs over time.

Runs with the same version of the instrument are compared item by item, and their scores with one
another. Another version may ask other things: then items are compared only where both runs have
them, and the scores, which are of different sums, are not subtracted.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from creativekit.jobs import digest
from creativekit.presence.answers import Said, in_order
from creativekit.presence.history import Run


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An answer before and after; None is none. levels: by how many, where both are levels."""

    item: str
    before: Said | None
    after: Said | None

    @property
    def levels(self) -> int | None:
        if isinstance(self.before, int) and isinstance(self.after, int):
            return self.after - self.before
        return None


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """A dimension's score before and after."""

    dimension: str
    before: float | None
    after: float | None

    @property
    def points(self) -> float | None:
        if self.before is None or self.after is None:
            return None
        return self.after - self.before

    @property
    def moved(self) -> str:
        """By how many points, signed, of the scores as they are shown: rounded down, so that none
        looks a band higher than it is. Nothing where they are the same, or one is not known."""
        if self.before is None or self.after is None:
            return ""
        points = int(self.after) - int(self.before)
        return f"{points:+d}".replace("-", "−") if points else ""


@dataclass(frozen=True, slots=True)
class Change:
    """From one run to another.

    comparable: whether the instrument is the same; without it there are no scores here. items:
    answers that differ, in order. same: how many are the same. planned, reached: steps of the
    first run's plan, and those of them whose level is reached in the second.
    """

    before: datetime.date
    after: datetime.date
    comparable: bool
    same_profile: bool
    overall: ScoreChange | None
    dimensions: tuple[ScoreChange, ...]
    items: tuple[ItemChange, ...]
    same: int
    planned: tuple[str, ...]
    reached: tuple[str, ...]

    @property
    def digest(self) -> str:
        """Stands for the change in Job keys."""
        return digest(
            str(self.before), str(self.after), self.comparable, self.same_profile, self.overall,
            self.dimensions, self.items, self.same, self.planned, self.reached,
        )  # fmt: skip

    @property
    def up(self) -> tuple[ItemChange, ...]:
        return tuple(each for each in self.items if (each.levels or 0) > 0)

    @property
    def down(self) -> tuple[ItemChange, ...]:
        return tuple(each for each in self.items if (each.levels or 0) < 0)


def change(before: Run, after: Run) -> Change:
    """What has changed from one run to a later one."""
    first, second = before.answers.by_id, after.answers.by_id
    comparable = before.answers.instrument == after.answers.instrument
    ids = set(first) | set(second) if comparable else set(first) & set(second)
    pairs = [
        ItemChange(
            item,
            first[item].said if item in first else None,
            second[item].said if item in second else None,
        )
        for item in sorted(ids, key=in_order)
    ]
    dimensions: tuple[ScoreChange, ...] = ()
    overall = None
    if comparable:
        overall = ScoreChange("", before.scores.overall, after.scores.overall)
        was = {each.dimension: each.score for each in before.scores.dimensions}
        dimensions = tuple(
            ScoreChange(each.dimension, was.get(each.dimension), each.score)
            for each in after.scores.dimensions
        )
    reached = [
        each.item
        for each in before.plan
        if each.item in second and (second[each.item].level or 0) >= each.reaches
    ]
    return Change(
        before.date,
        after.date,
        comparable,
        before.answers.profile == after.answers.profile,
        overall,
        dimensions,
        tuple(each for each in pairs if each.before != each.after),
        sum(each.before == each.after for each in pairs),
        tuple(each.item for each in before.plan),
        tuple(reached),
    )


@dataclass(frozen=True, slots=True)
class Point:
    """A run in the chart over time. joined: comparable with the one before it, so that a line may
    be drawn between them."""

    date: datetime.date
    overall: float | None
    band: str | None
    dimensions: tuple[tuple[str, float | None], ...]
    joined: bool

    @property
    def digest(self) -> str:
        """Stands for the point in Job keys."""
        return digest(str(self.date), self.overall, self.band, self.dimensions, self.joined)


def series(runs: Sequence[Run]) -> tuple[Point, ...]:
    """The chart's points, the oldest first."""
    points = []
    for place, run in enumerate(runs):
        before = runs[place - 1] if place else None
        points.append(
            Point(
                run.date,
                run.scores.overall,
                run.band,
                tuple((each.dimension, each.score) for each in run.scores.dimensions),
                before is not None and before.answers.instrument == run.answers.instrument,
            )
        )
    return tuple(points)
