"""The report for programs: all figures as JSON, and as a CSV with one figure a line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

HEAD = ("table", "question", "row", "column", "value", "n", "hidden", "least", "stays")
"""n: of how many people the figure is, "26-30" where only that is known; stays: 1 for what is as in
the report before."""


def json_file(report: Mapping[str, Any]) -> bytes:
    return (json.dumps(report, ensure_ascii=False, indent=1) + "\n").encode()


def csv_file(report: Mapping[str, Any]) -> bytes:
    """UTF-8 with a mark, as spreadsheets like it. Ids only: no text of a person is in it."""
    stream = io.StringIO(newline="")
    write = csv.writer(stream).writerow
    write(HEAD)
    for table in report["tables"]:
        for row in table["rows"]:
            for at, (column, value) in enumerate(zip(table["columns"], row["cells"], strict=True)):
                whole = _whole(table, row, at)
                write(
                    (
                        table["id"], table["question"], row["id"] or "not-said", column,
                        "" if value is None else value, whole,
                        int(value is None), table["least"], int(row.get("stays", False)),
                    )
                )  # fmt: skip
    return stream.getvalue().encode("utf-8-sig")


def _whole(table: Mapping[str, Any], row: Mapping[str, Any], at: int) -> str:
    if "n_range" in row:
        return "{}-{}".format(*row["n_range"])
    wholes = row.get("wholes") or table.get("wholes")
    n = wholes[at] if wholes else row.get("n", table["n"])
    return "" if n is None else str(n)
