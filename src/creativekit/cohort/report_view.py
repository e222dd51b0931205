"""What a report says, in words of one language: the content of the page, the PDF and the Word file.

It has what `published` let through and nothing else. Chapters hold tables; of each line of a table
there are its words, and its figures both as text and as lengths to draw. A line of which all is
hidden is named under its table, a table of which all is hidden in its chapter. Everything is plain
values, as templates take them. report_view_tables.py makes the tables.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from creativekit.cohort.report_view_tables import Tables, in_language, unbroken
from creativekit.cohort.report_words import words
from creativekit.language import formats

CHAPTERS = {
    "people": ("people.group", "people.sector", "people.sector-group", "people.settlement",
               "people.age", "people.language"),
    "needs": ("needs", "needs.first", "barriers"),
    "support": ("awareness", "gap"),
    "presence": ("presence", "presence.group", "change"),
    "proposals": ("votes",),
}  # fmt: skip


def view(report: Any, titles: Any, language: str, folder: Path | None = None) -> dict[str, Any]:
    """The report's content. titles: of ids in each language, by what is asked; folder: whose
    templates win.

    Raises InputError for templates that are wrong.
    """
    made = Tables(report, titles, words(language, folder), folder)
    said = made.said
    day = unbroken(datetime.date.fromisoformat(report["date"]), language)
    least = max([report["least"], *(each["least"] for each in report["tables"])])
    few = said("few", least=report["least"])
    tables = {each["id"]: each for each in report["tables"]}
    chapters: list[dict[str, Any]] = [
        {
            "id": id,
            "title": said(f"chapter_{id}"),
            **made.tables([tables[each] for each in named if each in tables]),
            "own": None,
        }
        for id, named in CHAPTERS.items()
    ]
    left_out = report["proposals_left_out"]
    chapters[-1]["own"] = {
        "title": said("proposals"),
        # As `aggregate` puts them, of which not every number may be told.
        "order": said("order") if len(report["proposals"]) > 1 else "",
        "again": said("continued", title=said("proposals")),
        "items": [
            {"text": each["text"], "hands": said("hands", n=each["hands"]) if each["hands"] else ""}
            for each in report["proposals"]
        ],
        "left_out": ""
        if left_out == 0
        else said("left_out", n=left_out or said("few_proposals", least=report["least"])),
    }
    return {
        "title": said("title"),
        "meeting": in_language(report["title"], language),
        "place": f"{in_language(report['region'], language)}, {day}",
        "invented": said("invented") if report["invented"] else "",
        "counts": [
            {
                "title": said(key),
                "value": few if report[key] is None else formats.number(report[key], language),
                "few": report[key] is None,
            }
            for key in ("invited", "present", "forms", "results")
            if key in ("forms", "results") or report[key] is not None
        ],
        "who": said("who"),
        "notes": [
            said("hidden_why" if report["tables"] else "nothing", least=least),
            *([said("uninvited")] if _more_than_invited(report, tables) else ()),
            *([said("stays", least=least)] if report["stays"] else ()),
        ],
        "chapters": [
            each
            for each in chapters
            if each["tables"]
            or each["gone"]
            or (each["own"] and (each["own"]["items"] or each["own"]["left_out"]))
        ],
    }


def _more_than_invited(report: Any, tables: Mapping[str, Any]) -> bool:
    """Whether it is seen in what is shown that more answered than were invited."""
    seen = [(report["invited"], report[key]) for key in ("forms", "results")]
    for row in tables.get("people.group", {"rows": ()})["rows"]:
        seen.append((row.get("invited"), row["cells"][0]))
    return any(None not in pair and pair[0] < pair[1] for pair in seen)
