"""Invented people for a rehearsal: a whole meeting's answers that nobody gave.

Who convenes wants to see the report before the meeting, and to try the way there: so what is
invented is written in every form in which real answers come (rehearsal_files.py) and goes through
the real intake. What groups need and know is in templates/cohort/rehearsal.toml. The same seed
invents the same people; every text of theirs says that it is invented.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from creativekit.cohort.config import Cohort
from creativekit.cohort.vocabulary import Word
from creativekit.identity.template_table import Sheet, Table
from creativekit.presence.instrument import HIGHEST, Instrument
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES, Localized

FILE = "cohort/rehearsal.toml"
MARK = {"kk": "[ойдан шығарылған]", "ru": "[вымышлено]", "en": "[invented]"}
"""Stands before every invented text."""
SCHEMA = 1
MOST_PEOPLE = 200_000
_STAY_AWAY = 8
"""To so many who came, there is one who was invited and did not."""
_LANGUAGE_SHARES = (0.62, 0.34, 0.04)


@dataclass(frozen=True, slots=True)
class Invented:
    """One invented person, as a form would have them. None and absent: left unanswered.

    levels: "na", "dk" or "0" … "4", by item, of a self-assessment; empty without one. name: for a
    badge; no answer has it.
    """

    number: int
    code: str
    group: str
    sector: str | None
    settlement: str | None
    age: int | None
    language: str
    needs: tuple[str, ...]
    barriers: tuple[str, ...]
    awareness: Mapping[str, int]
    proposals: tuple[str, ...]
    votes: tuple[str, ...]
    profile: str
    features: tuple[str, ...]
    levels: Mapping[str, str]
    name: str
    business: Business


@dataclass(frozen=True, slots=True)
class Business:
    """An invented business. style: an art direction. sectors: ids of sectors it may be in."""

    name: Localized
    tagline: Localized
    line: Localized
    color: str
    style: str
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Habits:
    """What a group is like."""

    awareness: float = 0.45
    presence: float = 1.8
    ages: tuple[int, int] = (18, 60)
    needs: Mapping[str, float] | None = None
    barriers: Mapping[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """rehearsal.toml."""

    usual: float
    decoy: float
    missing: float
    no_age: float
    proposing: float
    groups: Mapping[str, _Habits]
    proposals: tuple[Localized, ...]
    given: tuple[str, ...]
    surnames: tuple[str, ...]
    businesses: tuple[Business, ...]


def rehearsal(folder: Path | None = None) -> Rehearsal:
    """What invented people are like. Raises InputError with the file's problems."""
    return _read(templates.read(FILE, folder))


@lru_cache(maxsize=4)
def _read(data: bytes) -> Rehearsal:
    sheet = Sheet(FILE, data)
    top = sheet.top
    top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
    groups: dict[str, _Habits] = {}
    tables = top.table("group")
    for name in tuple(tables.values):
        keys = tables.table(name)
        low, high = keys.point("ages", 110, (18.0, 60.0))
        groups[name] = _Habits(
            keys.number("awareness", 0, 1, 0.45),
            keys.number("presence", 0, HIGHEST, 1.8),
            (int(low), int(high)),
            *(
                {each: part.number(each, 0, 1000) for each in part.values}
                for part in (keys.table("needs"), keys.table("barriers"))
            ),
        )
        keys.close()
    proposals = []
    for keys in top.tables("proposal", 1, 200):
        texts: dict[str, str] = {language: _said(keys.take(language)) for language in LANGUAGES}
        keys.close()
        proposals.append(Localized.of(texts))
    names = top.table("names")
    given, surnames = (_some_texts(names, key) for key in ("given", "surnames"))
    names.close()
    businesses = tuple(_business(keys) for keys in top.tables("business", 1, 200))
    found = Rehearsal(
        top.number("usual", 0, 1000, 1.0),
        top.number("decoy", 0, 1, 0.03),
        top.number("missing", 0, 1, 0.04),
        top.number("no_age", 0, 1, 0.1),
        top.number("proposals", 0, 1, 0.5),
        groups,
        tuple(proposals),
        given,
        surnames,
        businesses,
    )
    top.close()
    sheet.problems.raise_if_any()
    return found


def _some_texts(keys: Table, name: str) -> tuple[str, ...]:
    value = keys.take(name)
    if not keys.is_list(value, name, 1, 400):
        return ("…",)
    return tuple(map(_said, value))


def _business(keys: Table) -> Business:
    found = Business(
        keys.localized("name"),
        keys.localized("tagline"),
        keys.localized("line"),
        _said(keys.take("color")),
        _said(keys.take("style")),
        _some_texts(keys, "sectors"),
    )
    keys.close()
    return found


def _said(value: object) -> str:
    return value if isinstance(value, str) and value.strip() else "…"


def invent(
    cohort: Cohort, instrument: Instrument, people: int, seed: int, growth: float = 0.0
) -> Iterator[Invented]:
    """`people` invented people, one by one; the same seed, cohort and instrument: the same people.

    growth: levels that everybody has gained since, for a later meeting of the same people.
    """
    habits = rehearsal(cohort.folder)
    for number in range(1, people + 1):
        # Each has a chance of their own, so that the seventh is the same among ten and a thousand.
        chance = random.Random(f"{seed}:{number}")
        named = random.Random(f"{seed}:{number}:name")
        yield _person(number, cohort, instrument, habits, chance, named, growth)


def invited(cohort: Cohort, people: int, seed: int) -> dict[str, int]:
    """How many of each group were invited, by its id: those whom `invent` makes of it, and some who
    did not come."""
    came = dict.fromkeys((each.id for each in cohort.words.groups), 0)
    for number in range(1, people + 1):
        came[_group(cohort, random.Random(f"{seed}:{number}"))] += 1
    return {each: n + max(1, -(-n // _STAY_AWAY)) for each, n in came.items()}


def _group(cohort: Cohort, chance: random.Random) -> str:
    """The first that is drawn of a person."""
    return _pick([(each.id, float(each.invited or 1)) for each in cohort.words.groups], chance)


def _person(
    number: int,
    cohort: Cohort,
    instrument: Instrument,
    rehearsal: Rehearsal,
    chance: random.Random,
    named: random.Random,
    growth: float,
) -> Invented:
    words = cohort.words
    group = _group(cohort, chance)
    habits = rehearsal.groups.get(group, _Habits())

    def kept(value: Any) -> Any:
        return None if chance.random() < rehearsal.missing else value

    settlement = _pick(
        [(each.id, weight) for each, weight in zip(words.settlements, _falling(), strict=False)],
        chance,
    )
    sector = _pick([(each.id, 1.0 + 2.0 * chance.random()) for each in words.sectors], chance)
    low, high = habits.ages
    age = low + int((high - low + 1) * (chance.random() + chance.random()) / 2)
    language = _pick(list(zip(LANGUAGES, _LANGUAGE_SHARES, strict=True)), chance)
    # Who lives far from the centre hears less and is found less.
    distance = 0.12 * [each.id for each in words.settlements].index(settlement)
    profile = instrument.profiles[int(chance.random() * len(instrument.profiles))]
    return Invented(
        number,
        f"{cohort.date:%y%m}-{number:03d}",
        group,
        kept(sector),
        kept(settlement),
        None if chance.random() < rehearsal.no_age else age,
        language,
        _some(words.needs, habits.needs, rehearsal.usual, _count(chance, (0.04, 0.1, 0.2)), chance),
        _some(
            words.barriers, habits.barriers, rehearsal.usual,
            _count(chance, (0.08, 0.22, 0.3, 0.2, 0.12)), chance,
        ),
        _awareness(cohort, habits.awareness - distance, rehearsal, chance),
        _proposals(rehearsal, language, chance),
        tuple(each.id for each in words.proposals if chance.random() < 0.35),
        profile.id,
        (),
        _levels(instrument, profile.id, habits.presence - 2 * distance + growth, chance),
        f"{named.choice(rehearsal.surnames)} {named.choice(rehearsal.given)}",
        _of_sector(rehearsal.businesses, sector, named),
    )  # fmt: skip


def _of_sector(businesses: Sequence[Business], sector: str, chance: random.Random) -> Business:
    fitting = [each for each in businesses if sector in each.sectors]
    return chance.choice(fitting or list(businesses))


def _falling() -> Iterator[float]:
    weight = 1.0
    while True:
        yield weight
        weight *= 0.6


def _pick(weights: Sequence[tuple[str, float]], chance: random.Random) -> str:
    place = chance.random() * sum(weight for _, weight in weights)
    for each, weight in weights:
        place -= weight
        if place < 0:
            return each
    return weights[-1][0]


def _count(chance: random.Random, shares: Sequence[float]) -> int:
    """0 with the first share, 1 with the second, …; what is left is one more."""
    place = chance.random()
    for number, share in enumerate(shares):
        place -= share
        if place < 0:
            return number
    return len(shares)


def _some(
    words: Sequence[Word],
    weights: Mapping[str, float] | None,
    usual: float,
    count: int,
    chance: random.Random,
) -> tuple[str, ...]:
    left = [(each.id, (weights or {}).get(each.id, usual * 0.5)) for each in words]
    found: list[str] = []
    while left and len(found) < count:
        found.append(_pick(left, chance))
        left = [each for each in left if each[0] not in found]
    return tuple(found)


def _awareness(
    cohort: Cohort, share: float, rehearsal: Rehearsal, chance: random.Random
) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, each in enumerate(cohort.words.initiatives):
        if chance.random() < rehearsal.missing:
            continue
        if each.decoy:
            found[each.id] = 1 + _count(chance, (0.6,)) if chance.random() < rehearsal.decoy else 0
            continue
        # Some programmes are better known than others: the first of the list, say.
        known = min(0.95, max(0.03, share + 0.25 - 0.09 * place))
        level = 0
        for step in (known, 0.45 * known + 0.1, 0.4, 0.45):
            if chance.random() >= step:
                break
            level += 1
        found[each.id] = level
    return found


def _proposals(rehearsal: Rehearsal, language: str, chance: random.Random) -> tuple[str, ...]:
    found: list[str] = []
    while len(found) < 2 and chance.random() < rehearsal.proposing / (1 + 2 * len(found)):
        one = rehearsal.proposals[int(chance.random() * len(rehearsal.proposals))]
        text = f"{MARK[language]} {one.get(language)}"
        if text not in found:
            found.append(text)
    return tuple(found)


def _levels(
    instrument: Instrument, profile: str, mean: float, chance: random.Random
) -> dict[str, str]:
    able = mean + chance.gauss(0, 0.55)
    of_dimension = {each.id: chance.gauss(0, 0.45) for each in instrument.dimensions}
    found: dict[str, str] = {}
    for item in instrument.asked(profile):
        place = chance.random()
        level = round(able + of_dimension[item.dimension] + chance.gauss(0, 0.7))
        if place < 0.03 and not item.gate:
            found[item.id] = "na"
        elif place < 0.08:
            found[item.id] = "dk"
        else:
            found[item.id] = str(min(HIGHEST, max(0, level)))
    return found
