"""The worksheets' own examples as the answers of a project."""

from __future__ import annotations

from functools import cache
from typing import Any

from creativekit.positioning.sheets import Field, Grid, worksheets
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.positioning_section import Positioning


@cache
def example_answers() -> Positioning:
    tables: dict[str, Any] = {}
    for sheet in worksheets():
        table: dict[str, Any] = {}
        for part in sheet.parts:
            table[part.key] = _field(part) if isinstance(part, Field) else _grid(part)
        if sheet.sliders:
            table["sliders"] = [slider.example for slider in sheet.sliders]
        if sheet.plot is not None:
            ends = sheet.plot.ends
            table["x"] = {"low": ends.x_low, "high": ends.x_high}
            table["y"] = {"low": ends.y_low, "high": ends.y_high}
            table["ours"] = {"x": sheet.plot.ours[0], "y": sheet.plot.ours[1]}
        tables[sheet.id] = table
    return Positioning.model_validate(tables)


def _field(part: Field) -> Any:
    if part.key in ("say", "never"):
        return {
            language: [each.get(language) for each in part.example if isinstance(each, Localized)]
            for language in LANGUAGES
        }
    if part.key == "links":
        return [each.get("en") for each in part.example if isinstance(each, Localized)]
    return list(part.example) if part.listed else part.example[0]


def _grid(part: Grid) -> list[dict[str, Any]]:
    rows = []
    for row in part.example:
        cells = {column.key: value for column, value in zip(part.columns, row, strict=True)}
        for column in part.columns:
            value = cells[column.key]
            if column.kind in ("score", "weight"):
                cells[column.key] = int(value)  # type: ignore[arg-type]
            if column.kind == "scores":
                cells[column.key] = [int(each) for each in value]  # type: ignore[union-attr, arg-type]
        rows.append(cells)
    return rows
