"""The answers of one run: who answers, and what is said of each item.

An item is answered with a level, with "not for us", with "don't know", or not yet. Every answer has
a basis: what stands behind it. What is measured stands beside what a person said and never in its
place (`gaps`).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, cast

from creativekit.errors import fail, msg, nearest
from creativekit.jobs import digest
from creativekit.presence.instrument import HIGHEST, Instrument, Item

Basis = Literal["measured", "file", "trainer", "self"]
Said = Literal[0, 1, 2, 3, 4, "na", "dk"]
"""A level; "not for us"; "don't know"."""

NOT_FOR_US, DONT_KNOW = "na", "dk"
LEAST_HOURS, MOST_HOURS = 0.5, 60.0
NOTE_LENGTH = 2000


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of one item, what it rests on, and a remark."""

    said: Said
    basis: Basis = "self"
    note: str = ""

    @property
    def level(self) -> int | None:
        """0 to 4, or None where no level was given."""
        return self.said if isinstance(self.said, int) else None


@dataclass(frozen=True, slots=True)
class Answers:
    """instrument: its version. features: those added to the profile's. given: pairs of id and
    answer, in the order of the ids. hours: a week, for the plan. date: of the run. done: steps of
    the plan that were taken since, by item, with the day.

    Make one with `Answers.of`, which puts things in order.
    """

    instrument: str
    profile: str
    features: tuple[str, ...] = ()
    given: tuple[tuple[str, Answer], ...] = ()
    hours: float | None = None
    date: datetime.date | None = None
    done: tuple[tuple[str, datetime.date], ...] = ()

    @classmethod
    def of(
        cls,
        instrument: str,
        profile: str,
        features: Iterable[str] = (),
        given: Mapping[str, Answer] | None = None,
        hours: float | None = None,
        date: datetime.date | None = None,
        done: Mapping[str, datetime.date] | None = None,
    ) -> Answers:
        return cls(
            instrument,
            profile,
            tuple(sorted(set(features))),
            tuple(sorted((given or {}).items(), key=lambda pair: in_order(pair[0]))),
            hours,
            date,
            tuple(sorted((done or {}).items(), key=lambda pair: in_order(pair[0]))),
        )

    @property
    def by_id(self) -> Mapping[str, Answer]:
        return dict(self.given)

    @property
    def digest(self) -> str:
        """Stands for the answers in Job keys."""
        days = tuple((item, day.isoformat()) for item, day in self.done)
        day = self.date.isoformat() if self.date else None
        who = (self.instrument, self.profile, self.features, self.hours)
        return digest(*who, self.given, day, days)

    def answered(self, item: str, answer: Answer | None) -> Answers:
        """With an item answered, or again unanswered; the others are as they were."""
        given = {**self.by_id}
        if answer is None:
            given.pop(item, None)
        else:
            given[item] = answer
        ordered = sorted(given.items(), key=lambda pair: in_order(pair[0]))
        return replace(self, given=tuple(ordered))

    def asked(self, instrument: Instrument) -> tuple[Item, ...]:
        """The items that are asked of this profile, in order."""
        return instrument.asked(self.profile, self.features)

    def next_unanswered(self, instrument: Instrument) -> Item | None:
        """Where an interrupted run goes on."""
        given = self.by_id
        return next((item for item in self.asked(instrument) if item.id not in given), None)

    def mark_done(self, instrument: Instrument, item: str, day: datetime.date) -> Answers:
        """With the next step of an item marked as taken on a day.

        The answer itself stays: it belongs to the day of the run, and the plan that was made then
        should not turn into another one under one's hands. Raises InputError for an item that is
        not asked, has no level, or has reached the last one.
        """
        known = {each.id for each in self.asked(instrument)}
        if item not in known:
            fail(
                msg("there is no question '{id}' for this profile", id=item),
                nearest=nearest(item, known),
            )
        level = self.by_id[item].level if item in self.by_id else None
        if level is None:
            fail(msg("question {id} has no level yet, so it has no next step", id=item))
        if level == HIGHEST:
            fail(msg("question {id} has reached its highest level already", id=item))
        done = {**dict(self.done), item: day}
        ordered = sorted(done.items(), key=lambda pair: in_order(pair[0]))
        return replace(self, done=tuple(ordered))

    def with_steps_taken(self) -> Answers:
        """Where things stand by now: a step that was marked as taken is one level up, and it is the
        person who says so. It is what the next run begins with."""
        done = dict(self.done)
        given = tuple(
            (item, _raised(answer) if item in done else answer) for item, answer in self.given
        )
        return replace(self, given=given, done=())


def _raised(answer: Answer) -> Answer:
    if answer.level is None or answer.level == HIGHEST:
        return answer
    return replace(answer, said=cast(Said, answer.level + 1), basis="self")


def in_order(item: str) -> tuple[tuple[int, str], ...]:
    """1.2 before 1.10."""
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in item.split("."))
