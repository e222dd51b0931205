"""Who and what stationery is for: the people of the business, and its price list.

No part of what the brand looks like, and so no part of `Identity.digest`: a new price must not draw
ten thousand posts again. A Job that prints any of it has it among its own inputs.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from creativekit.jobs import digest
from creativekit.project.localized import Localized
from creativekit.project.model import Project
from creativekit.project.toml_positions import Key


@dataclass(frozen=True)
class Source:
    """Where in creativekit.toml something stands, for problems: its key, and lines of it."""

    key: Key
    lines: tuple[tuple[Key, int], ...] = ()

    def line(self, *more: str) -> int | None:
        """The line of a key in it, or its own."""
        known = dict(self.lines)
        return known.get((*self.key, *more), known.get(self.key))


@dataclass(frozen=True)
class Holder:
    """A person, and what they do in the business; without a name the card is the brand's own.

    phone, email: their own, instead of the brand's. source: of a person in the config.
    """

    name: Localized | None = None
    role: Localized | None = None
    phone: str | None = None
    email: str | None = None
    source: Source | None = field(default=None, compare=False, repr=False)

    @cached_property
    def digest(self) -> str:
        return digest(self.name, self.role, self.phone, self.email)


@dataclass(frozen=True)
class PriceItem:
    """price: tenge, or what is said instead; is_from: the price is the least one."""

    name: Localized
    price: int | Localized
    is_from: bool = False
    unit: Localized | None = None
    description: Localized | None = None
    source: Source | None = field(default=None, compare=False, repr=False)

    @property
    def digest(self) -> str:
        return digest(self.name, self.price, self.is_from, self.unit, self.description)


@dataclass(frozen=True)
class PriceGroup:
    """title: the heading over its items; only the first group can be without one."""

    title: Localized | None
    items: tuple[PriceItem, ...]


@dataclass(frozen=True)
class PriceList:
    groups: tuple[PriceGroup, ...]
    title: Localized | None = None
    note: Localized | None = None
    valid_from: datetime.date | None = None

    @cached_property
    def digest(self) -> str:
        day = None if self.valid_from is None else self.valid_from.isoformat()
        return digest(self.groups, self.title, self.note, day)


@dataclass(frozen=True)
class Stationery:
    """qr: a code on each card; crop_marks: on a card's sheet."""

    people: tuple[Holder, ...] = ()
    qr: bool = False
    crop_marks: bool = False
    price_list: PriceList | None = None


def stationery(project: Project) -> Stationery:
    """What the project says of people and prices."""
    return Stationery(
        tuple(_people(project)),
        project.stationery.qr,
        project.stationery.crop_marks,
        _price_list(project),
    )


def _people(project: Project) -> Iterator[Holder]:
    for index, person in enumerate(project.people):
        source = _source(project, ("person", index), ("name", "role", "phone", "email"))
        yield Holder(person.name, person.role, person.phone, person.email, source)


def _price_list(project: Project) -> PriceList | None:
    given = project.price_list
    if given is None:
        return None
    groups: list[tuple[Localized | None, list[PriceItem]]] = []
    for index, item in enumerate(given.items):
        source = _source(
            project,
            ("price_list", "item", index),
            ("name", "price", "unit", "description", "group"),
        )
        made = PriceItem(item.name, item.price, item.is_from, item.unit, item.description, source)
        if not groups or (item.group is not None and item.group != groups[-1][0]):
            groups.append((item.group, []))
        groups[-1][1].append(made)
    return PriceList(
        tuple(PriceGroup(title, tuple(items)) for title, items in groups),
        given.title,
        given.note,
        given.valid_from,
    )


def _source(project: Project, key: Key, names: tuple[str, ...]) -> Source:
    keys = (key, *((*key, name) for name in names))
    lines = ((each, project.line(each)) for each in keys)
    return Source(key, tuple((each, line) for each, line in lines if line is not None))
