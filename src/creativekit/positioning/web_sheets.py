"""A sheet as the page shows it: its questions with the blanks to type in, and its example.

What a sheet says is `pages.page_data`, the same as on paper; here every question gets its blanks by
name (`blanks`), so that what is typed can be read back.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from creativekit.identity.model import Identity
from creativekit.language.formats import number, tenge
from creativekit.positioning import pitch, price
from creativekit.positioning.blanks import Blank, blanks, written
from creativekit.positioning.pages import page_data
from creativekit.positioning.sheets import Cell, Column, Field, Grid, Plot, Slider, Worksheet
from creativekit.positioning.words import Words
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import FARTHEST, Positioning
from creativekit.project.text_rules import LINE_LENGTH

# Kinds that are chosen on a scale of whole numbers.
_SCALES = ("score", "weight", "scores")


def web_sheet(
    sheet: Worksheet,
    identity: Identity,
    answers: Positioning | None,
    said: Words,
    spoken: Words,
    folder: Path | None,
) -> dict[str, Any]:
    """One sheet for the template, in the language of the words: the sheets', and the page's."""
    page = page_data(sheet, identity, answers, said, folder)
    places = _Places(sheet, answers, said.language)
    page["id"] = sheet.id
    page["parts"] = [
        _field(part, shown, places) if isinstance(part, Field) else _grid(part, shown, places)
        for part, shown in zip(sheet.parts, page["parts"], strict=True)
    ]
    page["sliders"] = [
        _slider(slider, places(f"sliders.{index}"), spoken)
        for index, slider in enumerate(sheet.sliders)
    ]
    page["plot"] = None if sheet.plot is None else _plot(sheet.plot, page["plot"], said, places)
    if sheet.id == "price":
        least = None if answers is None else price.floor(answers.price)
        page["floor"] = "" if least is None else tenge(least, said.language)
        _without(page, said("floor", money=page["floor"]))
    if sheet.id == "pitch":
        told = "" if answers is None else places("pitch")["value"]
        taken = pitch.seconds(told, said.language, folder)
        page["seconds"] = said("seconds", n=taken) if told else ""
        _without(page, page["seconds"])
    return page


class _Places:
    """The blanks of one sheet by name, as the template takes them."""

    def __init__(self, sheet: Worksheet, answers: Positioning | None, language: str) -> None:
        self.sheet, self.answers, self.language = sheet, answers, language
        self._found: Mapping[str, Blank] = {each.name: each for each in blanks((sheet,), answers)}

    def __contains__(self, name: str) -> bool:
        return f"{self.sheet.id}.{name}" in self._found

    def __call__(self, name: str) -> dict[str, Any]:
        blank = self._found[f"{self.sheet.id}.{name}"]
        value = written(self.answers, blank, self.language)
        return {
            "name": blank.name,
            "id": blank.name.replace(".", "-"),
            "label": blank.label.get(self.language),
            "value": value,
            "shown": _spaced(value, self.language) if blank.kind == "number" else value,
            "kind": blank.kind,
            "low": f"{blank.low:g}",
            "high": f"{blank.high:.12g}",
            "lines": blank.lines,
            "most": blank.length,
            "single": blank.length <= LINE_LENGTH,
            "steps": list(range(int(blank.low), int(blank.high) + 1))
            if blank.kind == "whole"
            else [],
        }


def _spaced(value: str, language: str) -> str:
    """A number as the language writes it; the script reads it in any way it is written."""
    if not value:
        return ""
    decimals = len(value.partition(".")[2]) if "e" not in value else 0
    return number(float(value), language, decimals).replace("-", "−")


def _field(field: Field, shown: dict[str, Any], places: _Places) -> dict[str, Any]:
    names = [field.key]
    if field.listed:
        names = []
        while f"{field.key}.{len(names)}" in places:
            names.append(f"{field.key}.{len(names)}")
    return {
        **shown,
        "key": field.key,
        "blanks": [places(name) for name in names],
        "example": [_example(field.kind, each, places.language) for each in field.example],
    }


def _example(kind: str, value: Localized | float, language: str) -> str:
    if isinstance(value, Localized):
        return value.get(language)
    if kind == "money":
        return tenge(value, language)
    return number(value, language, 0 if value == int(value) else 1).replace("-", "−")


def _grid(grid: Grid, shown: dict[str, Any], places: _Places) -> dict[str, Any]:
    rows: list[list[dict[str, Any]]] = []
    while _first_of(grid, len(rows)) in places:
        row = len(rows)
        rows.append([_cell(column, f"{grid.key}.{row}.{column.key}", places)
                     for column in grid.columns])  # fmt: skip
    return {
        **shown,
        "key": grid.key,
        "grid": rows,
        "example": [
            [
                {"label": column.label.get(places.language), "kind": column.kind, "value": value}
                for column, cell in zip(grid.columns, row, strict=True)
                for value in [_example_cell(column, cell, places.language)]
            ]
            for row in grid.example
        ],
    }


def _first_of(grid: Grid, row: int) -> str:
    column = grid.columns[0]
    several = column.kind == "scores" or column.listed
    return f"{grid.key}.{row}.{column.key}" + (".0" if several else "")


def _cell(column: Column, name: str, places: _Places) -> dict[str, Any]:
    names = [name]
    if column.kind == "scores" or column.listed:
        names = []
        while f"{name}.{len(names)}" in places:
            names.append(f"{name}.{len(names)}")
    return {
        "label": column.label.get(places.language),
        "kind": column.kind,
        "key": column.key,
        "scale": column.kind in _SCALES,
        "width": column.width,
        "blanks": [places(each) for each in names],
    }


def _example_cell(column: Column, cell: Cell, language: str) -> str:
    if isinstance(cell, tuple):
        between = " " if column.kind == "scores" else " → "
        return between.join(_example(column.kind, each, language) for each in cell)
    return _example(column.kind, cell, language)


def _slider(slider: Slider, blank: dict[str, Any], spoken: Words) -> dict[str, Any]:
    low, high = slider.low.get(spoken.language), slider.high.get(spoken.language)
    names = (f"{low} 2", f"{low} 1", spoken("middle"), f"{high} 1", f"{high} 2")
    return {
        "low": low,
        "high": high,
        "blank": blank,
        "steps": [
            {"value": step, "name": name} for step, name in zip(blank["steps"], names, strict=True)
        ],
        "example": slider.example,
    }


def _plot(plot: Plot, shown: dict[str, Any], said: Words, places: _Places) -> dict[str, Any]:
    language = said.language
    example = [
        {"name": name.get(language), "x": x, "y": y, "ours": False} for name, x, y, _ in plot.points
    ]
    example.append({"name": said("ours"), "x": plot.ours[0], "y": plot.ours[1], "ours": True})
    ends = (plot.ends.x_low, plot.ends.x_high, plot.ends.y_low, plot.ends.y_high)
    return {
        "ours": said("ours"),
        "points": [_placed(point) for point in shown["points"]],
        "ends": {name: places(name) for name in ("x.low", "x.high", "y.low", "y.high")},
        "place": {axis: places(f"ours.{axis}") for axis in ("x", "y")},
        "example": {
            "points": [_placed(point) for point in example],
            "ends": [end.get(language) for end in ends],
        },
    }


def _placed(point: dict[str, Any]) -> dict[str, Any]:
    """A point with its place in percent of the map's sides, from the left and from the top."""
    reach = 45.0
    return {
        **point,
        "left": f"{50 + point['x'] / FARTHEST * reach:g}",
        "top": f"{50 - point['y'] / FARTHEST * reach:g}",
        "side": "above" if point["y"] < -FARTHEST * 0.6 else "below",
    }


def _without(page: dict[str, Any], told: str) -> None:
    """Take out a result that the page works out where it is asked: a second one would grow old."""
    lines = [line for line in (page["result"] or {"lines": []})["lines"] if line != told]
    page["result"] = {**page["result"], "lines": lines} if lines else None
