"""The instrument of the self-assessment: dimensions, profiles, bands, gates and the items asked.

An item is one question with five anchored levels, 0 to 4: each says what is so, not how good it is,
so that two people with the same business give the same answer. Whom it applies to is decided by
features (a website, premises, …); an item that does not apply is not asked and not counted, which
is what makes a business without a website comparable with one that has it. Everything is data
(`instrument_file` reads it); nothing here is computed from answers.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from creativekit.errors import fail, msg, nearest
from creativekit.project.localized import Localized

Effort = Literal["S", "M", "L"]
Evidence = Literal["self", "file", "audit", "eye"]

HOURS: Mapping[Effort, int] = {"S": 2, "M": 8, "L": 24}
"""What one step of an item takes: an evening, a day, three days."""
LEVELS = 5
HIGHEST = LEVELS - 1
EVERYBODY = "all"
SITE, NO_SITE = "site", "nosite"


@dataclass(frozen=True, slots=True)
class Dimension:
    """One of the parts that a score is given for."""

    id: str
    title: Localized
    about: Localized


@dataclass(frozen=True, slots=True)
class Feature:
    """Something a business has or is, by which items apply to it."""

    id: str
    title: Localized


@dataclass(frozen=True, slots=True)
class Profile:
    """A kind of business, with the features that go with it."""

    id: str
    title: Localized
    about: Localized
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """What scores are called from `least` (0–100) up to the next band."""

    id: str
    least: int
    name: Localized
    about: Localized


@dataclass(frozen=True, slots=True)
class Gates:
    """While an item with a gate is at `level` or below, the band is no higher than `band`.

    why: by item, what is said then.
    """

    level: int
    band: str
    why: tuple[tuple[str, Localized], ...]

    def reason(self, item: str) -> Localized:
        return dict(self.why)[item]


@dataclass(frozen=True, slots=True)
class Step:
    """How one comes to the next level. done: how one knows. command: of creativekit, that helps."""

    action: Localized
    done: Localized
    command: str | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """Another item's level that has to be reached first."""

    item: str
    level: int


@dataclass(frozen=True, slots=True)
class Item:
    """One question.

    weight: 1–3. applies: features, any of which is enough, or "all". levels: five, 0 to 4.
    steps: four, to reach level 1, 2, 3, 4. requires: before any of the steps is proposed.
    """

    id: str
    dimension: str
    weight: int
    applies: tuple[str, ...]
    effort: Effort
    basis: tuple[Evidence, ...]
    gate: bool
    requires: tuple[Requirement, ...]
    question: Localized
    help: Localized
    levels: tuple[Localized, ...]
    steps: tuple[Step, ...]

    @property
    def hours(self) -> int:
        """What a step takes."""
        return HOURS[self.effort]

    def applies_to(self, features: Collection[str]) -> bool:
        return EVERYBODY in self.applies or any(each in features for each in self.applies)


@dataclass(frozen=True)
class Instrument:
    """All of it. Items are in the order they are asked: by dimension, then by id."""

    version: str
    dimensions: tuple[Dimension, ...]
    features: tuple[Feature, ...]
    profiles: tuple[Profile, ...]
    bands: tuple[Band, ...]
    gates: Gates
    items: tuple[Item, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        return {item.id: item for item in self.items}

    def profile(self, profile: str) -> Profile:
        """Raises KeyError when there is none."""
        return {each.id: each for each in self.profiles}[profile]

    def require_profile(self, profile: str | None) -> None:
        """Raises InputError for the id of a profile that there is not; None is none."""
        ids = [each.id for each in self.profiles]
        if profile is not None and profile not in ids:
            message = msg("'{found}' is not a profile", found=profile)
            fail(message, accepted=tuple(ids), nearest=nearest(profile, ids))

    def dimension(self, dimension: str) -> Dimension:
        """Raises KeyError when there is none."""
        return {each.id: each for each in self.dimensions}[dimension]

    def features_of(self, profile: str, added: Collection[str] = ()) -> frozenset[str]:
        """What a business of `profile` has, with the features that were `added` to it.

        A website is there or it is not: what was added wins over what the profile has, and without
        a word of either there is none.
        """
        found = {*self.profile(profile).features, *added}
        said = added if SITE in added or NO_SITE in added else found
        has_site = SITE in said and NO_SITE not in said
        return frozenset(found - {SITE, NO_SITE} | {SITE if has_site else NO_SITE})

    def features_beside(self, profile: str) -> tuple[Feature, ...]:
        """Those that a business of `profile` may have besides. Of a website only where the profile
        says nothing of one: nobody who has one can be asked whether there is none."""
        own = self.features_of(profile)
        said = {SITE, NO_SITE} if {SITE, NO_SITE} & {*self.profile(profile).features} else set()
        return tuple(each for each in self.features if each.id not in own | said)

    def asked(self, profile: str, added: Collection[str] = ()) -> tuple[Item, ...]:
        """The items that apply to such a business, in order."""
        features = self.features_of(profile, added)
        return tuple(item for item in self.items if item.applies_to(features))
