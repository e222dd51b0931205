"""The plan: what to do in the next 90 days, one thing after another, with dates.

Few things, done: one step at a time, at most three begun or going on in any of the plan's three
months, never quicker than a week and never more hours than the person has. A step begins when the
one before it was due. What others require is done before them, in an earlier step of the same plan
if need be. No step is due on a public holiday of Kazakhstan: the next day that is none, it is.

Steps that were marked as taken stay in the plan with the day: a plan that becomes another one while
it is worked on is never finished.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from dataclasses import dataclass

from creativekit.jobs import digest
from creativekit.language.public_holidays import on_day
from creativekit.presence.answers import Answers
from creativekit.presence.candidates import (
    Candidate,
    candidates,
    not_required,
    to_find_out,
    unmet,
)
from creativekit.presence.instrument import Instrument, Item, Requirement, Step
from creativekit.presence.scoring import points, scores

DAYS = 90
MONTH = 30
MOST_OPEN = 3
WEEK = 7
HOURS_A_WEEK = 2.0
"""What is assumed when a person has not said."""


@dataclass(frozen=True, slots=True)
class Action:
    """One step of the plan. month: 1–3, in which it is due. points: what the overall score gains
    by it alone. done: the day on which it was marked as taken."""

    item: Item
    reaches: int
    start: datetime.date
    due: datetime.date
    month: int
    points: float
    done: datetime.date | None = None

    @property
    def step(self) -> Step:
        return self.item.steps[self.reaches - 1]

    @property
    def hours(self) -> int:
        return self.item.hours


@dataclass(frozen=True, slots=True)
class Waiting:
    """A step that is not proposed yet because of what it requires."""

    item: Item
    reaches: int
    needs: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """actions: in the order of their dates. later: steps that did not fit, the most worthwhile
    first. waiting: steps that others have to be taken for first. to_find_out: items answered with
    "don't know". assumed: the hours a week are ours, for none were said.
    """

    start: datetime.date
    end: datetime.date
    hours_a_week: float
    assumed: bool
    actions: tuple[Action, ...]
    later: tuple[Candidate, ...]
    waiting: tuple[Waiting, ...]
    to_find_out: tuple[str, ...]

    @property
    def hours(self) -> int:
        """What all of it takes."""
        return sum(action.hours for action in self.actions)

    @property
    def digest(self) -> str:
        """Stands for the plan in Job keys."""
        days = [
            (each.item, each.reaches, str(each.start), str(each.due), each.points, str(each.done))
            for each in self.actions
        ]
        later = [(each.item.id, each.reaches) for each in self.later]
        return digest(
            str(self.start), self.hours_a_week, self.assumed, days, later, self.waiting,
            self.to_find_out,
        )  # fmt: skip


def plan(answers: Answers, instrument: Instrument, start: datetime.date) -> Plan:
    """The plan of a run that begins on a day."""
    hours_a_week = HOURS_A_WEEK if answers.hours is None else answers.hours
    marks = dict(answers.done)
    waiting_steps = list(candidates(answers, scores(answers, instrument), instrument))
    levels = {item: each.level for item, each in answers.given if each.level is not None}
    free = not_required(answers, instrument)
    taken: list[tuple[Candidate, int, int]] = []
    cursor = 0
    while True:
        ready = [each for each in waiting_steps if not unmet(each.item, levels, free)]
        placed = _first_that_fits(ready, cursor, taken, hours_a_week, start)
        if placed is None:
            break
        taken.append(placed)
        chosen, _, due = placed
        waiting_steps.remove(chosen)
        levels[chosen.item.id] = chosen.reaches
        cursor = due + 1
    actions = tuple(
        Action(
            chosen.item,
            chosen.reaches,
            start + datetime.timedelta(days=first),
            start + datetime.timedelta(days=due),
            due // MONTH + 1,
            points(chosen.item, answers, instrument),
            marks.get(chosen.item.id),
        )
        for chosen, first, due in taken
    )
    held = [(each, unmet(each.item, levels, free)) for each in waiting_steps]
    return Plan(
        start,
        start + datetime.timedelta(days=DAYS - 1),
        hours_a_week,
        answers.hours is None,
        actions,
        tuple(each for each, needs in held if not needs),
        tuple(Waiting(each.item, each.reaches, needs) for each, needs in held if needs),
        to_find_out(answers, instrument),
    )


def _first_that_fits(
    ready: Sequence[Candidate],
    cursor: int,
    taken: Sequence[tuple[Candidate, int, int]],
    hours_a_week: float,
    start: datetime.date,
) -> tuple[Candidate, int, int] | None:
    """The best step that can be taken from day `cursor` of the plan on, with its first and last
    day (from 0); in the next month when this one is full. None when nothing fits any more."""
    open_in = [0] * (DAYS // MONTH)
    for _, begun, ended in taken:
        for month in range(begun // MONTH, ended // MONTH + 1):
            open_in[month] += 1
    begins = [cursor, *(day for day in range(MONTH, DAYS, MONTH) if day > cursor)]
    for first in begins:
        for each in ready:
            due = _due(first, days_for(each.hours, hours_a_week), start)
            if due is None:
                continue
            if all(open_in[m] < MOST_OPEN for m in range(first // MONTH, due // MONTH + 1)):
                return each, first, due
    return None


def days_for(hours: int, hours_a_week: float) -> int:
    """How long a step takes: as long as its hours need, and a week at least."""
    return max(WEEK, math.ceil(WEEK * hours / hours_a_week))


def _due(first: int, days: int, start: datetime.date) -> int | None:
    """The last day of a step, from 0, no holiday; None when it would be beyond the plan."""
    wanted = first + days - 1
    days_off = (on_day(start + datetime.timedelta(days=day)) for day in range(wanted, DAYS))
    return next((wanted + late for late, off in enumerate(days_off) if off is None), None)
