"""What a report may say: the true figures after suppression, as tables of plain values.

A hidden figure is None. Everything that any face of the report shows is here, so what is checked
here is checked for all of them; this is also `report.json`, by which the next report knows what
was said before. Between two reports at least `least` people have come, or none: a report of one
more would tell what that one said. What was hidden before stays hidden.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from creativekit.cohort.aggregate import NONE, Histogram, Totals, quartiles
from creativekit.cohort.config import Cohort
from creativekit.cohort.model import AGE_BANDS
from creativekit.cohort.privacy import (
    Merged,
    changed_little,
    hidden_in,
    hidden_parts,
    hidden_shares,
    hidden_steps,
    merged,
    shows,
)
from creativekit.errors import fail, msg
from creativekit.project.localized import LANGUAGES

SCHEMA = 1
REST = "rest"
STEPS = ("heard", "know", "applied", "received")

Table = dict[str, Any]


class Publishing:
    """Makes the tables of one report. before: the `report.json` before it, or nothing."""

    def __init__(
        self, cohort: Cohort, found: Totals, *, public: bool, before: Mapping[str, Any] | None
    ) -> None:
        self.cohort, self.found, self.public = cohort, found, public
        self._before: dict[tuple[str, str, str], int | None] = {}
        self._apart: dict[str, set[str]] = {}
        for table in (before or {}).get("tables", ()):
            for row in table["rows"]:
                for column, value in zip(table["columns"], row["cells"], strict=True):
                    self._before[table["id"], row["id"], column] = value
            self._apart[table["id"]] = set(table.get("together", ()))

    def least(self, *questions: str) -> int:
        """People that a figure stands for, at least, in an answer to these questions."""
        privacy = self.cohort.privacy
        strict = self.public or any(each in privacy.sensitive for each in questions)
        return privacy.least_sensitive if strict else privacy.least

    def stays_hidden(self, table: str, row: str, column: str, now: int, least: int) -> bool:
        """Whether a report before this one forbids to show a figure that is fit to be shown."""
        key = (table, row, column)
        if key not in self._before:
            return False
        before = self._before[key]
        return before is None or changed_little(now, before, least)

    def merge(self, table: str, counts: Mapping[str, int], least: int) -> Merged:
        keep = self._apart.get(table, set()) | {
            each for each, n in counts.items() if self.stays_hidden(table, each, "n", n, least)
        }
        while True:
            found = merged(counts, least, keep & set(counts))
            if not found.shown or not self._sum_moved_little(table, found, least):
                return found
            keep |= {min(found.shown, key=lambda each: counts[each])}

    def _sum_moved_little(self, table: str, found: Merged, least: int) -> bool:
        """Whether those that are added up, which were shown or added up before as well, have
        changed in sum by so few that the two reports would tell how many."""
        apart = self._apart.get(table, set())
        before = [self._before.get((table, each, "n")) for each in found.together]
        before = [n for each, n in zip(found.together, before, strict=True) if each not in apart]
        if apart:
            before.append(self._before.get((table, REST, "n")))
        known = [each for each in before if each is not None]
        return (
            bool(known)
            and len(known) == len(before)
            and changed_little(found.rest, sum(known), least)
        )


def published(
    cohort: Cohort,
    found: Totals,
    dimensions: Sequence[str],
    *,
    version: str,
    public: bool = False,
    before: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The report's figures. Raises InputError where too few have answered since `before`."""
    of = Publishing(cohort, found, public=public, before=before)
    least = of.least()
    for now, key in ((found.forms, "forms"), (found.results, "results")):
        if changed_little(now, (before or {}).get(key), least):
            fail(
                msg(
                    "since the last report fewer than {least} people have come or gone: a new one"
                    " would tell what they answered; the last one is left as it is",
                    least=least,
                )
            )
    tables: list[Table] = []
    together: dict[str, Merged] = {}
    if found.forms >= least:
        for trait, order in _traits(cohort).items():
            table, parts = _trait(of, trait, order)
            tables.append(table)
            together[trait] = parts
        if (crossed := _crossed(of, together)) is not None:
            tables.append(crossed)
        lists = {
            "needs": cohort.words.needs,
            "barriers": cohort.words.barriers,
            "votes": cohort.words.proposals,
        }
        for kind, words in lists.items():
            if words:
                tables.append(_answers(of, kind, [each.id for each in words], together["group"]))
        tables.append(_first(of))
        tables.append(_awareness(of))
        tables.append(_gap(of))
    tables.extend(_presence(of, dimensions))
    own = not public and "proposals" not in cohort.privacy.sensitive
    return {
        "schema": SCHEMA,
        "kind": "cohort-report",
        "invented": cohort.invented,
        "public": public,
        "date": cohort.date.isoformat(),
        "title": dict(cohort.title.texts),
        "region": dict(cohort.region.texts),
        "instrument": version,
        "least": least,
        "least_sensitive": cohort.privacy.least_sensitive,
        "invited": cohort.invited,
        "forms": found.forms if found.forms >= least else None,
        "results": found.results if found.results >= least else None,
        "tables": tables,
        "proposals": [
            {"text": text, "written": n if n >= least else None, "hands": v if v >= least else None}
            for text, n, v in (found.texts if own else ())
        ],
        "proposals_left_out": (found.telling if found.telling >= least else None)
        if found.telling
        else 0,
        "own_words": own,
    }


def _traits(cohort: Cohort) -> dict[str, list[str]]:
    words = cohort.words
    return {
        "group": [each.id for each in words.groups],
        "sector": [each.id for each in words.sectors],
        "settlement": [each.id for each in words.settlements],
        "age": list(AGE_BANDS),
        "language": list(LANGUAGES),
    }


def _in_order(counts: Mapping[str, int], order: Sequence[str]) -> dict[str, int]:
    """By category in order, the last of them whoever did not say."""
    known = {each: counts.get(each, 0) for each in order}
    return {**known, NONE: sum(counts.values()) - sum(known.values())}


def _table(id: str, question: str, n: int | None, columns: Sequence[str], least: int) -> Table:
    return {
        "id": id, "question": question, "n": n, "least": least,
        "columns": list(columns), "rows": [], "together": [],
    }  # fmt: skip


def _row(table: Table, id: str, *cells: int | None) -> None:
    table["rows"].append({"id": id, "cells": list(cells)})


def _trait(of: Publishing, trait: str, order: Sequence[str]) -> tuple[Table, Merged]:
    least = of.least(trait)
    counts = _in_order(of.found.traits[trait], order)
    parts = of.merge(f"people.{trait}", counts, least)
    table = _table(f"people.{trait}", trait, of.found.forms, ("n",), least)
    for each in counts:
        _row(table, each, counts[each] if each in parts.shown else None)
    if parts.together:
        _row(table, REST, parts.rest if parts.rest >= least else None)
    table["together"] = list(parts.together)
    return table, parts


def _category(answer: str, known: Collection[str], parts: Merged) -> str:
    """Where an answer counts; one that is in no list any more is none."""
    named = answer if answer in known else NONE
    return named if named in parts.shown else REST


def _columns(parts: Merged) -> list[str]:
    return [*parts.shown, *((REST,) if parts.together else ())]


def _crossed(of: Publishing, together: Mapping[str, Merged]) -> Table | None:
    """Sectors by groups; None where more would be hidden than shown."""
    sectors, groups = together["sector"], together["group"]
    rows, columns = _columns(sectors), _columns(groups)
    least = of.least("sector", "group")
    cells = {(a, b): 0 for a in rows for b in columns}
    for (sector, group), n in of.found.crossed.items():
        a = _category(sector, [each.id for each in of.cohort.words.sectors], sectors)
        b = _category(group, [each.id for each in of.cohort.words.groups], groups)
        if (a, b) not in cells:
            return None
        cells[a, b] += n
    table = _table("people.sector-group", "sector", of.found.forms, columns, least)
    matrix = [[cells[a, b] for b in columns] for a in rows]
    held = [
        (i, j)
        for i, a in enumerate(rows)
        for j, b in enumerate(columns)
        if of.stays_hidden(table["id"], a, b, matrix[i][j], least)
    ]
    try:
        hidden = hidden_in(matrix, least, held)
    except ValueError:
        return None
    if 2 * len(hidden) > len(rows) * len(columns):
        return None
    for i, a in enumerate(rows):
        _row(table, a, *(None if (i, j) in hidden else n for j, n in enumerate(matrix[i])))
    return table


def _answers(of: Publishing, kind: str, order: Sequence[str], groups: Merged) -> Table:
    """Each answer: all who gave it, then by group. Most given first, as far as it is shown."""
    least, forms = of.least(kind, "group"), of.found.forms
    columns = _columns(groups)
    counts = _in_order(of.found.traits["group"], [each.id for each in of.cohort.words.groups])
    wholes = [groups.rest if each == REST else counts[each] for each in columns]
    table = _table(kind, kind, forms, ("all", *columns), least)
    table["wholes"] = [forms, *wholes]
    rows: list[tuple[int, str, list[int | None]]] = []
    for answer in order:
        figures = dict.fromkeys(columns, 0)
        for (given, group), n in of.found.answers[kind].items():
            if given == answer:
                at = _category(group, counts, groups)
                figures[at] = figures.get(at, 0) + n
        total = sum(figures.values())
        if not shows(total, forms, least) or of.stays_hidden(kind, answer, "all", total, least):
            rows.append((-1, answer, [None] * (1 + len(columns))))
            continue
        values = [figures[each] for each in columns]
        held = [
            at
            for at, each in enumerate(columns)
            if of.stays_hidden(kind, answer, each, values[at], least)
        ]
        try:
            hidden = hidden_shares(values, wholes, least, held)
        except ValueError:  # one group alone, which is everybody
            hidden = frozenset(range(len(values)))
        cells: list[int | None] = [total]
        cells += [None if at in hidden else n for at, n in enumerate(values)]
        rows.append((total, answer, cells))
    for _, answer, cells in sorted(rows, key=lambda row: -row[0]):
        _row(table, answer, *cells)
    return table


def _first(of: Publishing) -> Table:
    """The need that is first for somebody: parts of all who named one."""
    least = of.least("needs")
    order = [each.id for each in of.cohort.words.needs]
    counts = [of.found.first.get(each, 0) for each in order]
    named = {
        each: sum(n for (given, _), n in of.found.answers["needs"].items() if given == each)
        for each in order
    }
    held = [
        at
        for at, (each, n) in enumerate(zip(order, counts, strict=True))
        if named[each] - n < least or of.stays_hidden("needs.first", each, "n", n, least)
    ]
    hidden = hidden_parts(counts, least, held)
    table = _table("needs.first", "needs", of.found.forms, ("n",), least)
    for at, each in enumerate(order):
        _row(table, each, None if at in hidden else counts[at])
    return table


def _awareness(of: Publishing) -> Table:
    least, forms = of.least("awareness"), of.found.forms
    table = _table("awareness", "awareness", forms, STEPS, least)
    for each in of.cohort.words.initiatives:
        steps = of.found.steps.get(each.id, (0, 0, 0, 0))
        held = {
            at
            for at, name in enumerate(STEPS)
            if of.stays_hidden("awareness", each.id, name, steps[at], least)
        }
        open_ = [at for at in range(4) if at not in held]
        hidden = hidden_steps([steps[at] for at in open_], forms, least)
        shown = {at for place, at in enumerate(open_) if place not in hidden}
        _row(table, each.id, *(steps[at] if at in shown else None for at in range(4)))
        table["rows"][-1]["decoy"] = each.decoy
    return table


def _gap(of: Publishing) -> Table:
    """By need: who named it, and of them, who know the terms of no programme at all."""
    least, forms, found = of.least("needs", "awareness"), of.found.forms, of.found
    none = found.unaware[NONE]
    table = _table("gap", "needs+awareness", forms, ("unaware",), least)
    for each in of.cohort.words.needs:
        named = sum(n for (given, _), n in found.answers["needs"].items() if given == each.id)
        both = found.unaware.get(each.id, 0)
        # Of the four ways to be, none may be of too few: three of them are told by totals.
        parts = (both, named - both, none - both, forms - named - none + both)
        fit = min(parts) >= least and not of.stays_hidden("gap", each.id, "unaware", both, least)
        _row(table, each.id, both if fit else None)
        table["rows"][-1]["n"] = named if fit else None
    return table


def _presence(of: Publishing, dimensions: Sequence[str]) -> list[Table]:
    least, found = of.least("presence"), of.found
    if found.results < least:
        return []
    columns = ("n", "quartile-1", "median", "quartile-3")
    by = _table("presence", "presence", found.results, columns, least)
    everybody: dict[int, int] = {}
    for histogram in found.overall.values():
        for points, n in histogram.items():
            everybody[points] = everybody.get(points, 0) + n
    for each in (NONE, *dimensions):
        _spread(of, by, each, everybody if each == NONE else found.scores.get(each, {}))
    made = [by]
    order = [each.id for each in of.cohort.words.groups]
    least = of.least("presence", "group")
    counts = _in_order(found.result_groups, order)
    parts = of.merge("presence.group", counts, least)
    groups = _table("presence.group", "presence", found.results, columns, least)
    groups["together"] = list(parts.together)
    for each in _columns(parts):
        together: dict[int, int] = {}
        for group, histogram in found.overall.items():
            if _category(group, order, parts) == each:
                for points, n in histogram.items():
                    together[points] = together.get(points, 0) + n
        _spread(of, groups, each, together)
    for each in parts.together:
        _row(groups, each, None, None, None, None)
    made.append(groups)
    if found.changes:
        paired = _table("change", "presence", None, columns, of.least("presence"))
        for each in (NONE, *dimensions):
            _spread(of, paired, each, found.changes.get(each, {}))
        made.append(paired)
    return made


def _spread(of: Publishing, table: Table, row: str, found: Histogram) -> None:
    """n, quartiles and median of so many; the number of those without a score is a figure, too."""
    n, whole, least = sum(found.values()), table["n"], table["least"]
    few = n < least or of.stays_hidden(table["id"], row, "n", n, least)
    if few:
        _row(table, row, None, None, None, None)
        return
    said = whole if whole is not None and 0 < whole - n < least and row != NONE else n
    if table["id"] == "presence.group":
        said = n
    _row(table, row, said, *quartiles(found))
