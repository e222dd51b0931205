"""Where somebody is, said so broadly that it tells nobody who they are.

A city is written freely; what is passed on of it is the region (ISO 3166-2:KZ) and whether it is
one of the three large cities, the centre of an oblast, another town or a village. What is not in
templates/presence/places.toml is left out altogether, because a guess would be worse than nothing
and the words themselves may name a street or a person.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from creativekit.project import templates
from creativekit.project.localized import Localized

FILE = "presence/places.toml"

Settlement = Literal["capital", "centre", "town", "village"]
SETTLEMENTS: tuple[Settlement, ...] = ("capital", "centre", "town", "village")

_PARTS = re.compile(r"[,;()/·|]")
_KIND = re.compile(r"^(?:г\.|город|қ\.|city of)\s*|\s+(?:қаласы|қ\.|city)$", re.IGNORECASE)


class Place(NamedTuple):
    """region: `KZ-43`. Either may not be known."""

    region: str | None = None
    settlement: Settlement | None = None


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class _Table:
    places: Mapping[str, Place]
    village_words: tuple[str, ...]


def place(said: Localized | None) -> Place:
    """What of a city, in any of its languages, may be passed on."""
    found = NOWHERE
    for text in _texts(said):
        region, settlement = found
        for part in _PARTS.split(text):
            plain = _plain(part)
            known = _table().places.get(plain, NOWHERE)
            region = region or known.region
            if any(word in plain.split() for word in _table().village_words):
                settlement = settlement or "village"
            settlement = settlement or known.settlement
        found = Place(region, settlement)
    return found


def regions() -> frozenset[str]:
    """Every region that there is."""
    return frozenset(each.region for each in _table().places.values() if each.region)


def _texts(said: Localized | None) -> Iterator[str]:
    if said is not None:
        for _, text in said.texts:
            yield text


def _plain(text: str) -> str:
    """A name as it is looked for: without its kind, its case and its spaces."""
    return " ".join(_KIND.sub("", " ".join(text.split())).casefold().split())


@cache
def _table() -> _Table:
    # Ours alone: one that a person could change might let a name through.
    values = tomllib.loads(templates.read(FILE).decode("utf-8"))
    places: dict[str, Place] = {}
    for region in values["region"]:
        for name in region.get("names", ()):
            places[_plain(name)] = Place(region["id"])
        for kind in SETTLEMENTS:
            for name in region.get(kind, ()):
                places[_plain(name)] = Place(region["id"], kind)
    return _Table(places, tuple(word.casefold() for word in values["village_words"]))
