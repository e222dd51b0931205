"""The report as paper can hold it: tables no wider than a page, letters that there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from creativekit.fonts.faces import Face
from creativekit.fonts.settable import broken, settable

MOST_COLUMNS = 6
"""Figures in a line."""


def parts(table: Mapping[str, Any], most: int = MOST_COLUMNS) -> Sequence[Mapping[str, Any]]:
    """A table for paper: one of more than `most` columns goes on in another below, with its first
    column again."""
    columns = table["columns"]
    if len(columns) <= most or table["kind"] != "grid":
        return [table]
    made = []
    first = 1 if columns[0]["id"] == "all" else 0
    step = most - first
    for start in range(first, len(columns), step):
        at = [*range(first), *range(start, min(start + step, len(columns)))]
        made.append(
            {
                **table,
                "columns": [columns[each] for each in at],
                "rows": [
                    {**row, "cells": [row["cells"][each] for each in at]} for row in table["rows"]
                ],
                "notes": [],
                "top": [],
            }
        )
    made[-1] = {**made[-1], "notes": table["notes"], "top": table["top"]}
    return made


def printable(told: dict[str, Any], faces: Sequence[Face]) -> dict[str, Any]:
    """The content as faces that are known can set it: what people wrote in their own words is shown
    in letters that there are (a smile is no reason to have no report), and a word of endless length
    gets places to break."""
    chapters = []
    for chapter in told["chapters"]:
        made = {**chapter, "tables": [broken(each) for each in chapter["tables"]]}
        if chapter["own"]:
            items = [
                {**each, "text": settable(each["text"], faces)} for each in chapter["own"]["items"]
            ]
            made["own"] = {**chapter["own"], "items": items}
        chapters.append(made)
    return {**told, "meeting": broken(told["meeting"]), "chapters": chapters}
