"""Who answered: by group, sector, settlement, age, language, and sectors by groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from creativekit.cohort.config import Cohort
from creativekit.cohort.model import AGE_BANDS
from creativekit.cohort.privacy import Merged, hidden_in
from creativekit.cohort.publishing import (
    REST,
    Publishing,
    Table,
    add,
    category,
    columns_of,
    in_order,
    table,
)
from creativekit.project.localized import LANGUAGES


def people(of: Publishing) -> tuple[list[Table], dict[str, Merged]]:
    """The tables, and for each trait what of it stands by itself."""
    tables, together = [], {}
    for trait, order in _traits(of.cohort).items():
        made, together[trait] = _trait(of, trait, order)
        tables.append(made)
    return [*tables, *_crossed(of, together)], together


def _traits(cohort: Cohort) -> dict[str, list[str]]:
    words = cohort.words
    return {
        "group": [each.id for each in words.groups],
        "sector": [each.id for each in words.sectors],
        "settlement": [each.id for each in words.settlements],
        "age": list(AGE_BANDS),
        "language": list(LANGUAGES),
    }


def _trait(of: Publishing, trait: str, order: Sequence[str]) -> tuple[Table, Merged]:
    least = of.least(trait)
    counts = in_order(of.found.traits[trait], order)
    groups = {each.id: each for each in of.cohort.words.groups} if trait == "group" else {}
    heads = {
        id: each.invited if each.present is None else each.present for id, each in groups.items()
    }
    # Nobody answers twice: whoever was there bounds how many answered, and the report says it.
    most = {id: max(n, counts[id]) for id, n in heads.items() if n is not None}
    parts = of.merge(f"people.{trait}", counts, least, most)
    made = table(f"people.{trait}", trait, of.found.forms, ("n",), least)
    for each in counts:
        row = add(made, each, counts[each] if each in parts.shown else None)
        if each in groups:
            row["invited"], row["present"] = groups[each].invited, groups[each].present
    if parts.together:
        add(made, REST, parts.rest if parts.rest >= least else None)
    made["together"] = list(parts.together)
    return made, parts


def _crossed(of: Publishing, together: Mapping[str, Merged]) -> Iterator[Table]:
    """Sectors by groups; not where more would be hidden than shown."""
    sectors, groups = together["sector"], together["group"]
    rows, columns = columns_of(sectors), columns_of(groups)
    least = of.least("sector", "group")
    cells = {(a, b): 0 for a in rows for b in columns}
    words = of.cohort.words
    known = [each.id for each in words.sectors], [each.id for each in words.groups]
    for (sector, group), n in of.found.crossed.items():
        at = category(sector, known[0], sectors), category(group, known[1], groups)
        if at not in cells:
            return
        cells[at] += n
    made = table("people.sector-group", "sector", of.found.forms, columns, least)
    matrix = [[cells[a, b] for b in columns] for a in rows]
    held = [
        (i, j)
        for i, a in enumerate(rows)
        for j, b in enumerate(columns)
        if of.was_hidden(made["id"], a, b)
    ]
    try:
        hidden = hidden_in(matrix, least, held)
    except ValueError:
        return
    if 2 * len(hidden) > len(rows) * len(columns):
        return
    for i, a in enumerate(rows):
        add(made, a, *(None if (i, j) in hidden else n for j, n in enumerate(matrix[i])))
    yield made
