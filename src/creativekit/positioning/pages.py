"""The worksheets as pages: A4 for the table, the same at A3 for the wall.

A sheet opens with a band of the brand's own picture, its title where the style keeps room for
words; under it is white paper, because people write on it. Lines to write on are 8 mm apart, as in
a school exercise book. A filled sheet has the answers in place of the lines, as long as they are:
what does not fit goes on on another page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from creativekit.artwork.dress import stack
from creativekit.artwork.lettering import SPARE
from creativekit.canvas.text.setting import Setting
from creativekit.color.contrast import TEXT, readable
from creativekit.documents.form_tint import field_tint
from creativekit.documents.typst import compile_pdf
from creativekit.fonts.faces import face
from creativekit.identity.model import Identity
from creativekit.language.formats import number, tenge, whole_sums
from creativekit.positioning import plot_labels
from creativekit.positioning.bands import sheet_band
from creativekit.positioning.results import results
from creativekit.positioning.sheets import Column, Field, Grid, Worksheet, worksheets
from creativekit.positioning.words import Words, words
from creativekit.project import templates
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import Map, Positioning

TEMPLATE = "positioning/sheets.typ"
Paper = Literal["a4", "a3"]

# Of an A4 page: what lead and closing questions leave; a question with the space after it; a line.
_ROOM_MM, _HEAD_MM, _LINE_MM = 172.0, 12.5, 8.0
_MOST_LINES = 7
_LONG_WORD, _PIECE, _BREAK = re.compile(r"[^\s#]{25,}"), re.compile(r".{1,12}"), "\u200b"
_SCALE: Mapping[Paper, float] = {"a4": 1.0, "a3": 1.41429}


def pack(
    identity: Identity,
    answers: Positioning | None,
    language: str,
    paper: Paper = "a4",
    only: int | None = None,
    fields: Mapping[str, Mapping[str, Any]] | None = None,
) -> bytes:
    """The PDF of the sheets in one language.

    answers: None prints them empty. only: the number of one sheet; without it, all. fields: by name
    of a blank, its `value` and the `size` (pt) of its letters: the pages then have a place for each
    of them, as form.py takes it, and neither answers nor what is worked out from them. Raises
    InputError for sheets or words of the project that are wrong, or a letter that no face has.
    """
    folder = Path(identity.project_folder) if identity.project_folder else None
    said = words(language, folder)
    sheets = [each for each in worksheets(folder) if only in (None, each.number)]
    pictures: dict[str, bytes] = {}
    pages = []
    for each in sheets:
        page = page_data(each, identity, answers, said, folder, fields)
        file = f"band{each.number}.svg"
        over = sheet_band(identity, each.number, page["title"], language)
        pictures[file], page["room"], page["size"] = over.svg, over.room, over.size
        shown = {**_parted(page), "band": file}
        if shown["plot"] is not None:
            shown["plot"] = {**shown["plot"], "labels": _labels(page["plot"], identity, language)}
        pages.append(shown)
    # One size for all titles: a pack is a series.
    size = min((page["size"] for page in pages), default=0.0)
    palette, type_ = identity.palette.light, identity.type
    name = identity.name.get(language)
    deep = palette["primary-ink"]
    data = {
        "pages": pages,
        "title_size": size,
        "count": len(worksheets(folder)),
        "name": name,
        "scale": _SCALE[paper],
        "heading_scale": type_.heading_scale,
        "tracking": type_.tracking,
        "upper": identity.style.cover == "bold",
        "radius": min(4.0, identity.style.corner * 40),
        "ink": palette["ink"],
        "muted": palette["ink-muted"],
        "strong": readable("#ffffff", (palette["primary-ink"], palette["ink"]), TEXT),
        "line": palette["outline"],
        "panel": palette["surface"],
        "field": field_tint(palette["surface"], palette["primary-ink"]),
        "fields": fields,
        # A yellow point on a pale map is no point.
        "accent": readable(palette["surface"], (palette["accent"], deep), 1.8),
        "deep": deep,
        "on_deep": readable(deep, ("#ffffff", palette["ink"]), TEXT),
    }
    title = f"{said('pack')} · {name}"
    return compile_pdf(
        templates.read(TEMPLATE, folder),
        data,
        pictures,
        {
            "heading": type_.heading,
            "body": type_.body,
            "bold": type_.body_bold,
            "spare": face(SPARE),
        },
        title=title,
        language=language,
        name=f"{templates.FOLDER}/{TEMPLATE}",
    )


def page_data(
    sheet: Worksheet,
    identity: Identity,
    answers: Positioning | None,
    said: Words,
    folder: Path | None,
    fields: Mapping[str, Mapping[str, Any]] | None = None,
) -> dict[str, Any]:
    """What a sheet says, in one language: questions, answers, and what comes of them."""
    language = said.language
    filled = None if answers is None else getattr(answers, sheet.id)
    parts = [_part(sheet, each, filled, language) for each in sheet.parts]
    if (filled is None or fields is not None) and not sheet.sliders and sheet.plot is None:
        _spread(parts)
    if fields is not None:
        _count_places(parts, fields)
    worked: tuple[str, ...] = ()
    if answers is not None and fields is None:
        worked = results(sheet.id, answers, identity.name, said, folder)
    return {
        "number": sheet.number,
        "title": sheet.title.get(language),
        "lead": sheet.lead.get(language),
        "minutes": said("minutes", n=sheet.minutes),
        "boxes": sheet.id == "model",
        "filled": any(part["kind"] == "field" and part["answer"] for part in parts),
        "parts": parts,
        "sliders": list(_sliders(sheet, filled, language)),
        "plot": _plot(sheet, filled, said),
        "result": {"title": said("result"), "lines": list(worked)} if worked else None,
        "look": {"title": said("look"), "lines": [each.get(language) for each in sheet.look]},
        "credit": sheet.credit.get(language) if sheet.credit else None,
    }


def _spread(parts: list[dict[str, Any]]) -> None:
    """Give the open questions of an empty sheet the lines that the page has left, by turns."""
    open_ = [part for part in parts if part["kind"] == "field" and not part["short"]]
    if len(open_) < len(parts):
        return
    left = _ROOM_MM - sum(_HEAD_MM + _LINE_MM * part["lines"] for part in parts)
    for turn in range(int(left / _LINE_MM)):
        part = open_[turn % len(open_)]
        if not part["numbered"]:
            part["lines"] = min(_MOST_LINES, part["lines"] + 1)


def _count_places(parts: list[dict[str, Any]], names: Iterable[str]) -> None:
    """Rows of tables and lines of lists: as many as there are fields."""
    for part in parts:
        start = f"{part['name']}."
        rest = (name.removeprefix(start) for name in names if name.startswith(start))
        count = 1 + max((int(each.partition(".")[0]) for each in rest), default=-1)
        if part["kind"] == "grid" or part["numbered"]:
            part["lines"] = count


# ---- answers as they are printed


def _parted(value: Any) -> Any:
    """With a place to break in every word that no column is wide enough for, and none in a sum of
    money."""
    if isinstance(value, str):
        value = whole_sums(value)
        return _LONG_WORD.sub(lambda found: _BREAK.join(_PIECE.findall(found[0])), value)
    if isinstance(value, dict):
        return {key: _parted(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_parted(each) for each in value]
    return value


def _part(sheet: Worksheet, part: Field | Grid, filled: Any, language: str) -> dict[str, Any]:
    found = (
        _field(part, filled, language) if isinstance(part, Field) else _grid(part, filled, language)
    )
    return {"name": f"{sheet.id}.{part.key}", **found}


def _field(field: Field, filled: Any, language: str) -> dict[str, Any]:
    value = None if filled is None else getattr(filled, field.key)
    return {
        "kind": "field",
        "label": field.label.get(language),
        "hint": field.hint.get(language),
        "lines": field.listed or field.lines,
        "numbered": bool(field.listed),
        "short": field.kind != "text",
        "unit": {"money": "₸", "percent": "%"}.get(field.kind, ""),
        "answer": _answer(field, value, language),
    }


def _answer(field: Field, value: Any, language: str) -> list[str]:
    """The lines of an answer; none when it is not there."""
    if value is None or value == () or value == 0.0:
        return []
    if field.kind == "money":
        return [tenge(value, language)]
    if field.kind in ("number", "percent"):
        return [number(value, language, 0 if value == int(value) else 1)]
    if isinstance(value, Localized):
        return [value.get(language)]
    if field.key in ("say", "never"):
        return list(dict(value)[language])
    return [each.get(language) if isinstance(each, Localized) else str(each) for each in value]


def _grid(grid: Grid, filled: Any, language: str) -> dict[str, Any]:
    entries = () if filled is None else getattr(filled, grid.key)
    rows = [[_cell(column, entry, language) for column in grid.columns] for entry in entries]
    return {
        "kind": "grid",
        "label": grid.label.get(language),
        "hint": grid.hint.get(language),
        "columns": [
            {"key": each.key, "label": each.label.get(language), "kind": each.kind,
             "width": each.width, "listed": each.listed}
            for each in grid.columns
        ],
        "rows": rows,
        "empty": max(0, grid.rows - len(rows)) if filled is None or not rows else 0,
    }  # fmt: skip


def _cell(column: Column, entry: Any, language: str) -> Any:
    value = getattr(entry, column.key)
    if value is None:
        return ""
    if isinstance(value, Localized):
        return value.get(language)
    if column.kind == "money":
        return tenge(value, language)
    if column.kind == "place":
        return number(value, language, 0 if value == int(value) else 1).replace("-", "−")
    if isinstance(value, tuple):
        return [each.get(language) if isinstance(each, Localized) else each for each in value]
    return value


def _sliders(sheet: Worksheet, filled: Any, language: str) -> Iterator[dict[str, Any]]:
    values = filled.sliders if filled is not None and sheet.sliders else ()
    for index, slider in enumerate(sheet.sliders):
        yield {
            "name": f"{sheet.id}.sliders.{index}",
            "low": slider.low.get(language),
            "high": slider.high.get(language),
            "value": values[index] if index < len(values) else None,
        }


def _labels(
    plot: Mapping[str, Any], identity: Identity, language: str
) -> list[list[dict[str, Any]]]:
    """The lines of the names on a map, each with its place: see plot_labels."""
    type_ = identity.type
    setting = {
        ours: Setting(stack(first, type_.body), language)
        for ours, first in ((False, type_.body), (True, type_.body_bold))
    }
    return plot_labels.placed(
        [
            plot_labels.Point(p["name"], p["x"], p["y"], p["ours"], setting[p["ours"]])
            for p in plot["points"]
        ]
    )


def _plot(sheet: Worksheet, filled: Map | None, said: Words) -> dict[str, Any] | None:
    if sheet.plot is None:
        return None
    language, prompts = said.language, sheet.plot.prompts
    x, y = (None, None) if filled is None else (filled.x, filled.y)
    points = [] if filled is None else [
        {"name": each.name.get(language), "x": each.x, "y": each.y, "ours": False}
        for each in filled.points
    ]  # fmt: skip
    if filled is not None and filled.ours is not None:
        points.append({"name": said("ours"), "x": filled.ours.x, "y": filled.ours.y, "ours": True})
    return {
        "name": sheet.id,
        "ours": said("ours"),
        "x_low": x.low.get(language) if x else None,
        "x_high": x.high.get(language) if x else None,
        "y_low": y.low.get(language) if y else None,
        "y_high": y.high.get(language) if y else None,
        "prompts": [
            each.get(language)
            for each in (prompts.x_low, prompts.x_high, prompts.y_low, prompts.y_high)
        ],
        "points": points,
    }
