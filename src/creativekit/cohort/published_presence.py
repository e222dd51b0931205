"""How those who assessed themselves stand: by dimension, by group, and since the last time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from creativekit.cohort.aggregate import NONE, Histogram, quartiles
from creativekit.cohort.publishing import (
    Publishing,
    Table,
    add,
    category,
    columns_of,
    in_order,
    table,
)

SPREAD = ("n", "quartile-1", "median", "quartile-3")


def presence(of: Publishing, dimensions: Sequence[str]) -> list[Table]:
    """The tables; none where too few assessed themselves."""
    found = of.found
    if found.results < of.least("presence"):
        return []
    made = [_by_dimension(of, dimensions), _by_group(of)]
    if found.changes:
        made.append(_changes(of, dimensions))
    return made


def _by_dimension(of: Publishing, dimensions: Sequence[str]) -> Table:
    found, whole = of.found, of.found.results
    made = table("presence", "presence", whole, SPREAD, of.least("presence"))
    _spread(of, made, NONE, added(found.overall.values()), None)
    for each in dimensions:
        _spread(of, made, each, found.scores.get(each, {}), whole)
    return made


def _by_group(of: Publishing) -> Table:
    found, least = of.found, of.least("presence", "group")
    order = [each.id for each in of.cohort.words.groups]
    parts = of.merge("presence.group", in_order(found.result_groups, order), least)
    made = table("presence.group", "presence", found.results, SPREAD, least)
    made["together"] = list(parts.together)
    for each in columns_of(parts):
        these = (
            histogram
            for group, histogram in found.overall.items()
            if category(group, order, parts) == each
        )
        _spread(of, made, each, added(these), None)
    for each in parts.together:
        add(made, each, *[None] * len(SPREAD))
    return made


def _changes(of: Publishing, dimensions: Sequence[str]) -> Table:
    pairs = sum(of.found.changes.get(NONE, {}).values())
    least = of.least("presence")
    made = table("change", "presence", pairs if pairs >= least else None, SPREAD, least)
    for each in (NONE, *dimensions):
        whole = None if each == NONE else pairs
        _spread(of, made, each, of.found.changes.get(each, {}), whole)
    return made


def added(histograms: Iterable[Histogram]) -> Histogram:
    together: dict[int, int] = {}
    for histogram in histograms:
        for points, n in histogram.items():
            together[points] = together.get(points, 0) + n
    return together


def _spread(of: Publishing, to: Table, row: str, found: Histogram, whole: int | None) -> None:
    """How many have this score, quartiles and median of so many.

    whole: who might have it. Where fewer than `least` of them have none, how many have is a range:
    the number of those without is a figure, too.
    """
    n, least = sum(found.values()), to["least"]
    if n < least or of.was_hidden(to["id"], row, "median"):
        add(to, row, *[None] * len(SPREAD))
        return
    if whole is None or whole - n >= least:
        add(to, row, n, *quartiles(found))["n"] = n
        return
    made = add(to, row, None, *quartiles(found))
    made["n"], made["n_range"] = None, [max(least, whole - least + 1), whole]
