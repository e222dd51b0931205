"""What the parts of an instrument owe to one another, checked over all of its files.

Ids are unique and known where they are named; every item is asked of somebody and every dimension
asks something; requirements lead somewhere and never in a circle (Tarjan's components would find
all circles; a walk from each item that follows what it requires finds the first of each, which is
what a person mends).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from creativekit.errors import msg, nearest
from creativekit.identity.template_table import Table
from creativekit.presence.instrument import EVERYBODY, Instrument, Item


def check(frame: Instrument, items: Sequence[tuple[Item, Table]], top: Table) -> None:
    """Report what does not fit together.

    frame: the instrument without its items. items: each with the table it was read from. top: the
    table of instrument.toml.
    """
    for name, ids in (
        ("dimension", [each.id for each in frame.dimensions]),
        ("feature", [each.id for each in frame.features]),
        ("profile", [each.id for each in frame.profiles]),
    ):
        for index in _again(ids):
            top.report(name, msg("'{found}' is given twice", found=ids[index]), (), None, index)
    ids = [item.id for item, _ in items]
    for index in _again(ids):
        items[index][1].report("id", msg("'{found}' is given twice", found=ids[index]))
    _asked(frame, items, top)
    _gates(frame, items, top)
    _requirements(items)


def _again(ids: Sequence[str]) -> Iterable[int]:
    return (index for index, each in enumerate(ids) if each and each in ids[:index])


def _asked(frame: Instrument, items: Sequence[tuple[Item, Table]], top: Table) -> None:
    somebody = [frame.features_of(each.id) for each in frame.profiles]
    for item, keys in items:
        if item.applies and not any(item.applies_to(features) for features in somebody):
            message = msg("no profile has any of these features, so nobody is asked this")
            had = sorted({each for features in somebody for each in features})
            keys.report("applies", message, (EVERYBODY, *had))
    for index, dimension in enumerate(frame.dimensions):
        if items and not any(item.dimension == dimension.id for item, _ in items):
            message = msg("nothing is asked in '{dimension}'", dimension=dimension.id)
            top.report("dimension", message, (), None, index)


def _gates(frame: Instrument, items: Sequence[tuple[Item, Table]], top: Table) -> None:
    said = {name for name, _ in frame.gates.why}
    gates = {item.id for item, _ in items if item.gate}
    for item, keys in items:
        if item.gate and item.id not in said:
            keys.report("gate", msg("[gates.why] says nothing about '{id}'", id=item.id))
    for name in sorted(said - gates):
        message = msg("'{id}' is not a question with a gate", id=name)
        top.sheet.report(("gates", "why", name), message, sorted(gates), nearest(name, gates))


def _requirements(items: Sequence[tuple[Item, Table]]) -> None:
    known = {item.id: item for item, _ in items}
    for item, keys in items:
        for index, need in enumerate(item.requires):
            if need.item not in known:
                keys.report(
                    "requires",
                    msg("there is no question '{id}'", id=need.item),
                    (),
                    nearest(need.item, known),
                    index,
                )
    told: set[str] = set()
    for item, keys in items:
        circle = _circle(item, known)
        if circle and not told & set(circle):
            told |= set(circle)
            way = " → ".join((*circle, circle[0]))
            keys.report("requires", msg("requirements go round in a circle: {way}", way=way))


def _circle(start: Item, known: Mapping[str, Item]) -> tuple[str, ...]:
    """The shortest way from an item through what it requires back to it, or nothing."""
    ways: list[tuple[str, ...]] = [(start.id,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for need in known[way[-1]].requires:
            if need.item == start.id:
                return way
            if need.item in known and need.item not in seen:
                seen.add(need.item)
                ways.append((*way, need.item))
    return ()
