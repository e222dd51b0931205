"""One run worked out to the end: answers in, and everything that is told of them out.

The terminal, the report, the calendar and the record in the history all read this one value, so
that no two of them can say different things of the same answers.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from creativekit.jobs import digest
from creativekit.presence import bands, evidence, history, plan, scoring
from creativekit.presence.answers import Answers
from creativekit.presence.change import Change, Point, change, series
from creativekit.presence.evidence import Gap, Reading
from creativekit.presence.history import Run
from creativekit.presence.instrument import Instrument


@dataclass(frozen=True)
class Assessment:
    """readings: what was seen, one an item, in order. before: the run that `change` is from; None
    for a first one. points: the chart over time, this run the last."""

    answers: Answers
    scores: scoring.Scores
    standing: bands.Standing
    plan: plan.Plan
    readings: tuple[Reading, ...]
    gaps: tuple[Gap, ...]
    run: Run
    before: Run | None
    change: Change | None
    points: tuple[Point, ...]

    @property
    def digest(self) -> str:
        """Stands for the assessment in Job keys."""
        earlier = self.before.digest if self.before is not None else None
        return digest(
            self.run.digest, self.plan, self.readings, self.gaps, earlier, self.points,
            self.standing,
        )  # fmt: skip


def assessed(
    answers: Answers,
    instrument: Instrument,
    day: datetime.date,
    readings: Mapping[str, Reading] | None = None,
    earlier: Sequence[Run] = (),
) -> Assessment:
    """The run of `day`. readings: by item. earlier: runs before it, the oldest first."""
    seen = dict(readings or {})
    answers = replace(answers, date=day)
    found = scoring.scores(answers, instrument)
    standing = bands.standing(found, answers, instrument)
    made = plan.plan(answers, instrument, day)
    run = history.run_of(answers, found, standing, made, seen)
    before = earlier[-1] if earlier else None
    return Assessment(
        answers,
        found,
        standing,
        made,
        tuple(seen[item.id] for item in answers.asked(instrument) if item.id in seen),
        evidence.gaps(answers, seen, instrument),
        run,
        before,
        change(before, run) if before is not None else None,
        series((*earlier, run)),
    )


def carried(last: Run, instrument: Instrument) -> Answers | None:
    """What the next run begins with: the last one's answers, each step that was marked as taken one
    level up; without what this version of the instrument does not ask. None when its profile is
    not there any more."""
    answers = last.answers.with_steps_taken()
    if answers.profile not in {each.id for each in instrument.profiles}:
        return None
    known = {each.id for each in instrument.features}
    return Answers.of(
        instrument.version,
        answers.profile,
        (each for each in answers.features if each in known),
        {item: each for item, each in answers.given if item in instrument.by_id},
        answers.hours,
    )
