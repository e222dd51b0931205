"""The sheets as one text in Markdown: to send, to keep beside other notes, to ask a colleague.

CommonMark 0.31. What people wrote is text: a character that Markdown would read as markup is
escaped, so that a star in an answer stays a star.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from creativekit.identity.model import Identity
from creativekit.positioning.pages import page_data
from creativekit.positioning.sheets import worksheets
from creativekit.positioning.words import words
from creativekit.project.positioning_section import Positioning

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")
_OPENING = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")


def markdown(
    identity: Identity, answers: Positioning | None, language: str, only: int | None = None
) -> bytes:
    """UTF-8, with line feeds. Raises InputError as `pages.pack` does."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    said = words(language, folder)
    lines = [f"# {escaped(said('pack'))} · {escaped(identity.name.get(language))}", ""]
    for sheet in worksheets(folder):
        if only in (None, sheet.number):
            lines.extend(_sheet(page_data(sheet, identity, answers, said, folder)))
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8")


def escaped(text: str) -> str:
    """Text that Markdown shows as it was written; line breaks stay."""
    lines = (_OPENING.sub(r"\1\\\2\3", line) for line in _MARKUP.sub(r"\\\1", text).split("\n"))
    return "\\\n".join(lines)


def _sheet(page: dict[str, Any]) -> Iterator[str]:
    yield from (f"## {page['number']}. {escaped(page['title'])}", "", escaped(page["lead"]), "")
    for slider in page["sliders"]:
        marks = ["○"] * 5
        if slider["value"] is not None:
            marks[slider["value"] + 2] = "●"
        yield f"- {escaped(slider['low'])} {' '.join(marks)} {escaped(slider['high'])}"
    if page["sliders"]:
        yield ""
    if page["plot"] is not None:
        yield from _plot(page["plot"])
    for part in page["parts"]:
        yield from _grid(part) if part["kind"] == "grid" else _field(part)
    for panel in (page["result"], page["look"]):
        if panel is not None:
            yield from (f"**{escaped(panel['title'])}**", "")
            yield from (f"- {escaped(line)}" for line in panel["lines"])
            yield ""
    if page["credit"]:
        yield from (f"*{escaped(page['credit'])}*", "")


def _field(part: dict[str, Any]) -> Iterator[str]:
    yield from (f"### {escaped(part['label'])}", "", f"*{escaped(part['hint'])}*", "")
    if part["numbered"]:
        yield from (f"- {escaped(line)}" for line in part["answer"])
        if part["answer"]:
            yield ""
        return
    for line in part["answer"]:
        unit = " %" if part["unit"] == "%" else ""
        yield from (escaped(line) + unit, "")


def _grid(part: dict[str, Any]) -> Iterator[str]:
    yield from (f"### {escaped(part['label'])}", "", f"*{escaped(part['hint'])}*", "")
    columns = part["columns"]
    yield "| " + " | ".join(escaped(column["label"]) for column in columns) + " |"
    yield "| " + " | ".join("---" for _ in columns) + " |"
    for row in part["rows"]:
        yield "| " + " | ".join(_cell(value) for value in row) + " |"
    yield ""


def _cell(value: Any) -> str:
    texts = value if isinstance(value, list) else [value]
    return "<br>".join(escaped(str(each)).replace("\\\n", "<br>") for each in texts)


def _plot(plot: dict[str, Any]) -> Iterator[str]:
    if plot["x_low"] is not None:
        yield f"- ↔ {escaped(plot['x_low'])} — {escaped(plot['x_high'])}"
    if plot["y_low"] is not None:
        yield f"- ↕ {escaped(plot['y_low'])} — {escaped(plot['y_high'])}"
    for point in plot["points"]:
        if point["ours"]:
            yield f"- **{escaped(point['name'])}**: {point['x']:g}; {point['y']:g}"
    yield ""
