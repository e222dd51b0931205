"""What is known of the people of a cohort: plain frozen values, and no name among them.

A person is an opaque id and a handful of broad facts. What they answered hangs on that id: needs
forms by their day, self-assessments by their month. Ids of groups, sectors, settlements, needs,
barriers, initiatives and proposals are those of cohort.toml (`config.Cohort`); ids of items, levels
and dimensions are those of the instrument of presence. Nothing here checks them against a config:
intake does that on the way in and the store's constraints once more.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

AgeBand = Literal["under-18", "18-24", "25-34", "35-44", "45-54", "55+"]
AGE_BANDS: tuple[AgeBand, ...] = get_args(AgeBand)

NOT_HEARD, HEARD, KNOW_TERMS, APPLIED, RECEIVED = range(5)
AWARENESS = (NOT_HEARD, HEARD, KNOW_TERMS, APPLIED, RECEIVED)
"""How well somebody knows an initiative; each step takes the ones before it for granted."""

Level = Literal[0, 1, 2, 3, 4, "n", "?"]
"""What was said of one item: a level, "n" for "not for us", "?" for "we do not know"."""
NOT_FOR_US: Literal["n"] = "n"
DONT_KNOW: Literal["?"] = "?"

MOST_NEEDS = 3
"""Needs are ranked, and the fourth of a ranking is noise (the form does not ask for it)."""
MOST_BARRIERS = 32
MOST_PROPOSALS = 5
PROPOSAL_LENGTH = 2000
MOST_VOTES = 100_000

YOUNGEST, OLDEST = 10, 110
"""Years; what is outside was mistyped."""

PERSON_ID = re.compile(r"[0-9a-z-]{16,64}")


@dataclass(frozen=True, slots=True)
class Person:
    """id: 16–64 of 0-9a-z and "-", opaque. The rest is None where it was not said."""

    id: str
    group: str | None = None
    sector: str | None = None
    settlement: str | None = None
    age_band: AgeBand | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """In the author's own words, which may name people: a report scans them first. votes: hands
    that were counted for it in the room."""

    text: str
    votes: int = 0


@dataclass(frozen=True, slots=True)
class Needs:
    """One needs form.

    needs: at most three, the most pressing first. barriers: in the order of cohort.toml. awareness:
    by initiative, 0 not heard … 4 received; an initiative that was not answered is absent. votes:
    ids of the proposals in cohort.toml that this person supports.
    """

    person: str
    date: datetime.date
    needs: tuple[str, ...] = ()
    barriers: tuple[str, ...] = ()
    awareness: Mapping[str, int] = field(default_factory=dict)
    proposals: tuple[Proposal, ...] = ()
    votes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Presence:
    """One finished self-assessment.

    date: the first of its month; days are not kept. instrument: its version. levels: by item.
    dimensions: scores 0–100, or None where too little was answered. overall: likewise.
    """

    person: str
    date: datetime.date
    instrument: str
    profile: str | None = None
    levels: Mapping[str, Level] = field(default_factory=dict)
    dimensions: Mapping[str, float | None] = field(default_factory=dict)
    overall: float | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """All that one row or one file says of one person."""

    person: Person
    needs: Needs | None = None
    presence: tuple[Presence, ...] = ()


def age_band(years: int) -> AgeBand:
    """The band of an age in whole years. Raises ValueError for what nobody's age is."""
    if not YOUNGEST <= years <= OLDEST:
        raise ValueError(f"not an age: {years}")
    for band, below in zip(AGE_BANDS, (18, 25, 35, 45, 55), strict=False):
        if years < below:
            return band
    return AGE_BANDS[-1]
