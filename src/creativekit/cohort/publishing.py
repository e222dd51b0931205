"""How a report is put together: its tables as plain values, and what the report before it forbids.

A table is `{"id", "question", "n", "least", "columns", "rows", "together"}`, a row
`{"id", "cells"}`; a cell that is hidden is None. A row may have an `n` of its own, or `wholes`: of
how many people each of its figures is a part. "together" are the categories that are added up in
the row `REST`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeAlias

from creativekit.cohort.aggregate import NONE, Totals
from creativekit.cohort.config import Cohort
from creativekit.cohort.privacy import Merged, merged

REST = "rest"
STEPS = ("heard", "know", "applied", "received")

Table: TypeAlias = dict[str, Any]


class Publishing:
    """What the tables of one report are made from. before: the `report.json` before it."""

    def __init__(
        self, cohort: Cohort, found: Totals, *, public: bool, before: Mapping[str, Any] | None
    ) -> None:
        self.cohort, self.found, self.public = cohort, found, public
        self._hidden: set[tuple[str, str, str]] = set()
        self._apart: dict[str, set[str]] = {}
        for table in (before or {}).get("tables", ()):
            for row in table["rows"]:
                for column, value in zip(table["columns"], row["cells"], strict=True):
                    if value is None:
                        self._hidden.add((table["id"], row["id"], column))
            self._apart[table["id"]] = set(table["together"])

    def least(self, *questions: str) -> int:
        """People that a figure stands for, at least, in an answer to these questions."""
        privacy = self.cohort.privacy
        strict = self.public or any(each in privacy.sensitive for each in questions)
        return privacy.least_sensitive if strict else privacy.least

    def was_hidden(self, table: str, row: str, column: str) -> bool:
        """Whether the report before this one had this figure and hid it: it stays hidden."""
        return (table, row, column) in self._hidden

    def merge(
        self,
        table: str,
        counts: Mapping[str, int],
        least: int,
        most: Mapping[str, int] | None = None,
    ) -> Merged:
        """Categories that are small, or were added up before, added up. most: as `merged`."""
        return merged(counts, least, self._apart.get(table, set()) & set(counts), most)


def in_order(counts: Mapping[str, int], order: Sequence[str]) -> dict[str, int]:
    """By category in order, the last of them whoever did not say."""
    known = {each: counts.get(each, 0) for each in order}
    return {**known, NONE: sum(counts.values()) - sum(known.values())}


def table(id: str, question: str, n: int | None, columns: Sequence[str], least: int) -> Table:
    """An empty one. question: the id of what was asked; n: how many answered it."""
    return {
        "id": id, "question": question, "n": n, "least": least,
        "columns": list(columns), "rows": [], "together": [],
    }  # fmt: skip


def add(to: Table, id: str, *cells: int | None) -> dict[str, Any]:
    """A row at the table's end."""
    made = {"id": id, "cells": list(cells)}
    to["rows"].append(made)
    return made


def category(answer: str, known: Collection[str], parts: Merged) -> str:
    """Where an answer counts; one that is in no list any more is none."""
    named = answer if answer in known else NONE
    return named if named in parts.shown else REST


def columns_of(parts: Merged) -> list[str]:
    return [*parts.shown, *((REST,) if parts.together else ())]
