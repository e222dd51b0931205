"""The report of a cohort as one HTML page: offline, without a script, light or dark, printable.

It has what `published` let through and nothing else. Each chart stands over the table of its
figures, each table under its question and how many answered it.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from creativekit.cohort.published import REST
from creativekit.cohort.report_jobs import FILE, PAGE, STEM, STYLE
from creativekit.documents.web_page import inside
from creativekit.identity.model import Identity
from creativekit.language import formats
from creativekit.presence.page_frame import framed
from creativekit.presence.report_words import Words, words_of

WORDS = (
    "title", "language", "languages", "skip", "invented", "who", "hidden", "hidden_why", "nothing",
    "invited", "forms", "results", "question", "rest", "not_said", "all", "n", "quartile_1",
    "median", "quartile_3", "heard", "know", "applied", "received", "unaware", "overall", "source",
    "decoy", "top", "people_group", "people_sector", "people_settlement", "people_age",
    "people_language", "people_sector-group", "needs", "needs_first", "barriers", "votes",
    "awareness", "gap", "presence", "presence_group", "change", "proposals", "left_out", "few",
    "hands",
)  # fmt: skip
_SPREAD = ("presence", "presence.group", "change")
_TOP = 3
_LANGUAGES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}


def page(identity: Identity, report: Any, titles: Any, language: str) -> bytes:
    """The page in one language, UTF-8. Raises InputError for templates that are wrong."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    said = words_of(FILE, WORDS, language, folder)
    day = formats.date(datetime.date.fromisoformat(report["date"]), language)
    least = max([report["least"], *(each["least"] for each in report["tables"])])
    values: dict[str, Any] = {
        "title": said("title"),
        "w": said,
        "invented": said("invented") if report["invented"] else "",
        "meeting": " · ".join(
            (_in(report["title"], language), _in(report["region"], language), day)
        ),
        "counts": [
            {
                "title": said(key),
                "value": said("few", least=report["least"])
                if report[key] is None
                else formats.number(report[key], language),
            }
            for key in ("invited", "forms", "results")
            if key != "invited" or report[key] is not None
        ],
        "hidden_why": said("hidden_why" if report["tables"] else "nothing", least=least),
        "tables": [_table(each, report, titles, said) for each in report["tables"]],
        "proposals": [
            {"text": each["text"], "hands": said("hands", n=each["hands"]) if each["hands"] else ""}
            for each in report["proposals"]
        ],
        "left_out": ""
        if report["proposals_left_out"] == 0
        else said("left_out", n=report["proposals_left_out"] or said("few", least=report["least"])),
    }
    return framed(
        PAGE,
        identity,
        language,
        STEM,
        lambda code: words_of(FILE, WORDS, code, folder)("language"),
        inside(STYLE, "style", folder),
        values,
    )


def _in(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or next(iter(texts.values()), "")


def _table(table: Any, report: Any, titles: Any, said: Words) -> dict[str, Any]:
    language, spread = said.language, table["id"] in _SPREAD
    kind = table["question"].split("+")[0]

    def named(id: str, of: str) -> str:
        if id == REST:
            return said("rest")
        if not id:
            return said("overall" if spread else "not_said")
        if of == "language":
            return _LANGUAGES.get(id, id)
        if of == "age":
            return id.replace("under-", "< ").replace("-", "–")
        return _in(titles.get(of, {}).get(id, {language: id}), language)

    rows_of = "group" if table["id"] == "presence.group" else kind

    def column(id: str) -> str:
        key = id.replace("-", "_")
        return said(key) if key in WORDS and id != REST else named(id, "group")

    rows, bars = [], []
    for row in table["rows"]:
        title = said("not_said") if table["id"] == "presence.group" and not row["id"] else named(
            row["id"], rows_of
        )  # fmt: skip
        wholes = table.get("wholes") or [row.get("n", table["n"])] * len(row["cells"])
        cells = [
            {"hidden": value is None, "text": _said(value, whole, spread, said)}
            for value, whole in zip(row["cells"], wholes, strict=True)
        ]
        note = ""
        if table["id"] == "awareness":
            source = report["sources"].get(row["id"], "")
            note = said("decoy") if row["decoy"] else said("source", text=source) if source else ""
        invited = report["invited_by_group"].get(row["id"])
        if table["id"] == "people.group" and invited is not None:
            note = f"{said('invited')}: {invited}"
        rows.append({"title": title, "note": note, "cells": cells})
        bar = _bar(row["cells"], wholes[0], spread)
        if bar is not None and table["id"] not in ("change", "people.sector-group"):
            bars.append({**bar, "title": title, "value": cells[2 if spread else 0]["text"]})
    top = []
    if table["id"] == "needs":
        for at, group in enumerate(table["columns"][1:], 1):
            shown = [each for each in table["rows"] if each["cells"][at] is not None]
            shown.sort(key=lambda each: -each["cells"][at])
            if shown:
                text = "; ".join(named(each["id"], kind) for each in shown[:_TOP])
                top.append({"group": f"{column(group)}, {said('top')}", "text": text})
    n = "—" if table["n"] is None else formats.number(table["n"], language)
    return {
        "title": said(table["id"].replace(".", "_")),
        "question": said("question", id=table["question"], n=n),
        "columns": [column(each) for each in table["columns"]],
        "rows": rows,
        "bars": bars,
        "top": top,
    }


def _said(value: int | None, whole: int | None, spread: bool, said: Words) -> str:
    if value is None:
        return said("hidden")
    text = formats.number(value, said.language)
    if spread or not whole:
        return text
    return f"{text} ({100 * value / whole:.0f} %)"


def _bar(cells: list[int | None], whole: int | None, spread: bool) -> dict[str, Any] | None:
    if spread:
        low, mid, high = cells[1:4]
        if low is None or mid is None or high is None:
            return None
        return {"from": low, "wide": max(high - low, 0.5), "mark": mid}
    if cells[0] is None or not whole:
        return None
    return {"from": 0, "wide": round(100 * cells[0] / whole, 2), "mark": None}
