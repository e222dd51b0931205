"""How those who assessed themselves stand: by dimension, by group, and since the last time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from creativekit.cohort.aggregate import NONE, Histogram, quartiles
from creativekit.cohort.privacy import Merged
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
from creativekit.cohort.ranged import Range, ranged

SPREAD = ("n", "quartile-1", "median", "quartile-3")


def presence(of: Publishing, dimensions: Sequence[str], groups: Merged | None) -> list[Table]:
    """The tables; none where too few assessed themselves. groups: as the report has those who
    answered, None where it says nothing of them."""
    found = of.found
    if found.results < of.least("presence"):
        return []
    made = [_by_dimension(of, dimensions), _by_group(of, groups)]
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


def _by_group(of: Publishing, groups: Merged | None) -> Table:
    found, least = of.found, of.least("presence", "group")
    order = [each.id for each in of.cohort.words.groups]
    parts = of.merge("presence.group", in_order(found.result_groups, order), least)
    made = table("presence.group", "presence", found.results, SPREAD, least)
    made["together"] = list(parts.together)
    lines = columns_of(parts)
    scores = {
        line: added(
            histogram
            for group, histogram in found.overall.items()
            if category(group, order, parts) == line
        )
        for line in lines
    }
    gone = {line for line in lines if of.was_hidden(made["id"], line, "median")}
    counts = {line: sum(scores[line].values()) for line in lines}
    answered = in_order(found.traits["group"], order)
    try:
        ranges = _ranges(counts, list(_linked(parts, groups, answered, counts, least)), least, gone)
    except ValueError:
        ranges, gone = {}, set(lines)
    for line in lines:
        if line in gone:
            add(made, line, *[None] * len(SPREAD))
            continue
        row = add(made, line, None if line in ranges else counts[line], *quartiles(scores[line]))
        row["n"] = row["cells"][0]
        if line in ranges:
            row["n_range"] = list(ranges[line])
    for each in parts.together:
        add(made, each, *[None] * len(SPREAD))
    return made


def _linked(
    parts: Merged,
    groups: Merged | None,
    answered: Mapping[str, int],
    counts: Mapping[str, int],
    least: int,
) -> Iterator[tuple[list[str], int | None]]:
    """Lines of self-assessments that are together of groups of which the report says how many
    answered, with how many that is; None, where it is not known of whom the lines are a part.
    counts: of each line.

    Who has told no group to anybody may have filled in no form.
    """
    lines = columns_of(parts)
    apart = set(parts.together) - {NONE}
    told = set() if groups is None else set(groups.together) - {NONE}
    added_up = [line for line in lines if line in told]
    rest = [REST] if REST in lines else []
    for line in lines:
        if line == NONE or groups is None:
            yield [line], None
        elif line in groups.shown:
            yield [line], answered[line]
    if groups is None:
        return
    alone = sum(answered[each] for each in apart if each in groups.shown)
    if apart & told:
        whole = None if NONE in parts.together else alone + groups.rest
        left = None if whole is None else whole - sum(counts[each] for each in (*added_up, *rest))
        if groups.rest - sum(counts[each] for each in added_up) >= least or (
            left is not None and left < least
        ):
            yield [*added_up, *rest], whole
            return
        # Of the two sums that these lines are parts of, the one that few are left of.
        yield added_up, groups.rest
        yield rest, None
        return
    if added_up:
        yield added_up, groups.rest
    if rest:
        yield rest, None if NONE in parts.together else alone


def _ranges(
    counts: Mapping[str, int],
    linked: Sequence[tuple[Sequence[str], int | None]],
    least: int,
    gone: Collection[str],
) -> dict[str, Range]:
    """Of lines, those whose n is a range, because who of these people have no score can be counted
    or are few. gone: lines of which nothing is told. Raises ValueError as `ranged`."""
    parts = [sum(counts[line] for line in lines) for lines, _ in linked]
    wholes = [
        None if whole is None or whole < part else whole
        for part, (_, whole) in zip(parts, linked, strict=True)
    ]
    floors = [least * sum(line not in gone for line in lines) for lines, _ in linked]
    hidden = [at for at, (lines, _) in enumerate(linked) if set(lines) & set(gone)]
    made = {}
    for at, (low, high) in ranged(parts, wholes, floors, least, hidden).items():
        left = [line for line in linked[at][0] if line not in gone]
        spare = least * (len(left) - 1)
        for line in left:
            made[line] = (low, high) if not spare else (least, high - spare)
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
