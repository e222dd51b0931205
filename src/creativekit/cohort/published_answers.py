"""What was answered: needs, barriers and votes by group, first needs, awareness, and the gap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from creativekit.cohort.aggregate import NONE
from creativekit.cohort.model import MOST_NEEDS
from creativekit.cohort.privacy import (
    Merged,
    closed,
    hidden_parts,
    hidden_shares,
    hidden_steps,
    shows,
)
from creativekit.cohort.publishing import (
    REST,
    STEPS,
    Publishing,
    Table,
    add,
    category,
    columns_of,
    in_order,
    table,
)


def answers(of: Publishing, kind: str, order: Sequence[str], groups: Merged) -> Table:
    """Each answer: all who gave it, then by group. Most given first, as far as it is shown."""
    least, forms = of.least(kind, "group"), of.found.forms
    columns = columns_of(groups)
    counts = in_order(of.found.traits["group"], [each.id for each in of.cohort.words.groups])
    wholes = [groups.rest if each == REST else counts[each] for each in columns]
    found = {answer: dict.fromkeys(columns, 0) for answer in order}
    for (given, group), n in of.found.answers[kind].items():
        if given in found:
            at = category(group, counts, groups)
            found[given][at] = found[given].get(at, 0) + n
    values = {answer: list(figures.values()) for answer, figures in found.items()}
    held = {
        answer: {at for at, each in enumerate(columns) if of.was_hidden(kind, answer, each)}
        for answer in order
    }
    left_out = {
        answer
        for answer in order
        if not shows(sum(values[answer]), forms, least) or of.was_hidden(kind, answer, "all")
    }
    most = MOST_NEEDS if kind == "needs" else None
    if most is not None:
        left_out = _left_out(values, left_out, forms, most, least)
    while True:
        hidden = {
            answer: _hidden(values[answer], wholes, least, held[answer])
            for answer in order
            if answer not in left_out
        }
        more = _more(values, hidden, [most * n for n in wholes], least) if most else hidden
        if more == hidden:
            break
        held = {**held, **more}
    made = table(kind, kind, forms, ("all", *columns), least)
    made["wholes"] = [forms, *wholes]
    for answer in sorted(order, key=lambda each: -sum(values[each]) * (each not in left_out)):
        if answer in left_out:
            add(made, answer, *[None] * (1 + len(columns)))
            continue
        parts = [None if at in hidden[answer] else n for at, n in enumerate(values[answer])]
        add(made, answer, sum(values[answer]), *parts)
    return made


def _hidden(values: Sequence[int], wholes: Sequence[int], least: int, held: set[int]) -> set[int]:
    try:
        return set(hidden_shares(values, wholes, least, held))
    except ValueError:  # one group alone, which is everybody
        return set(range(len(values)))


def _left_out(
    values: Mapping[str, Sequence[int]], found: set[str], forms: int, most: int, least: int
) -> set[str]:
    """Answers without any figure: nobody gives more than `most`, so those that are shown leave so
    many to the others at the most; it has to be `least` or more, and to be several answers'."""
    found = set(found)
    while found:
        room = most * forms - sum(sum(values[each]) for each in values if each not in found)
        if len(found) > 1 and room >= least:
            break
        left = [each for each in values if each not in found]
        if not left:
            break
        found.add(min(left, key=lambda each: sum(values[each])))
    return found


def _more(
    values: Mapping[str, Sequence[int]],
    hidden: Mapping[str, set[int]],
    most: Sequence[int],
    least: int,
) -> dict[str, set[int]]:
    """What has to be hidden as well, because no group can give more answers than `most`.

    It is a table of which all sums are known: its last row is what is not shown, and the answers
    that somebody might have given and did not.
    """
    order = list(hidden)
    shown = [list(values[each]) for each in order]
    spare = [room - sum(row[at] for row in shown) for at, room in enumerate(most)]
    places = {(i, at) for i, each in enumerate(order) for at in hidden[each]}
    if not places:
        return dict(hidden)
    last = {(len(order), at) for at in range(len(most))}
    found = closed([*shown, spare], places | last, sorted(places), least)
    return {each: {at for row, at in found if row == i} for i, each in enumerate(order)}


def first_needs(of: Publishing) -> Table:
    """The need that is first for somebody: parts of all who named one."""
    least = of.least("needs")
    order = [each.id for each in of.cohort.words.needs]
    counts = [of.found.first.get(each, 0) for each in order]
    named = _named(of)
    held = [
        at
        for at, (each, n) in enumerate(zip(order, counts, strict=True))
        if named.get(each, 0) - n < least or of.was_hidden("needs.first", each, "n")
    ]
    hidden = hidden_parts(counts, least, held)
    made = table("needs.first", "needs", of.found.forms, ("n",), least)
    for at in sorted(range(len(order)), key=lambda at: -counts[at] * (at not in hidden)):
        add(made, order[at], None if at in hidden else counts[at])
    return made


def _named(of: Publishing) -> dict[str, int]:
    found: dict[str, int] = {}
    for (given, _), n in of.found.answers["needs"].items():
        found[given] = found.get(given, 0) + n
    return found


def awareness(of: Publishing) -> Table:
    """By initiative, who is at a step or a higher one."""
    least, forms = of.least("awareness"), of.found.forms
    made = table("awareness", "awareness", forms, STEPS, least)
    for each in of.cohort.words.initiatives:
        steps = of.found.steps.get(each.id, (0, 0, 0, 0))
        open_ = [
            at for at, name in enumerate(STEPS) if not of.was_hidden("awareness", each.id, name)
        ]
        hidden = hidden_steps([steps[at] for at in open_], forms, least)
        shown = {at for place, at in enumerate(open_) if place not in hidden}
        row = add(made, each.id, *(steps[at] if at in shown else None for at in range(4)))
        row["decoy"] = each.decoy
    return made


def gap(of: Publishing, needs: Table) -> Table:
    """By need: who named it, and of them, who know the terms of no programme at all."""
    least, forms, found = of.least("needs", "awareness"), of.found.forms, of.found
    none = found.unaware[NONE]
    named = _named(of)
    told = {row["id"] for row in needs["rows"] if row["cells"][0] is not None}
    made = table("gap", "needs+awareness", forms, ("unaware",), least)
    for each in of.cohort.words.needs:
        whole, both = named.get(each.id, 0), found.unaware.get(each.id, 0)
        # Of the four ways to be, none may be of too few: three of them are told by totals.
        parts = (both, whole - both, none - both, forms - whole - none + both)
        fit = each.id in told and min(parts) >= least
        if of.was_hidden("gap", each.id, "unaware"):
            fit = False
        add(made, each.id, both if fit else None)["n"] = whole if fit else None
    # By the part of each need's own n, as its length is drawn.
    made["rows"].sort(key=lambda row: -row["cells"][0] / row["n"] if row["n"] else 1.0)
    return made
