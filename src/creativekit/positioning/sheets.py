"""The worksheets: templates/positioning/sheets/<nn>-<id>.toml, ours or the project's own.

A sheet is data: what it asks, how much room an answer needs, an example of an invented business.
What is asked are keys of `[positioning]`, so a file that asks for another is wrong and says so; the
questions themselves, their order and their wording may be changed by whoever copies the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel

from creativekit.errors import msg, nearest
from creativekit.identity.template_table import Sheet as File
from creativekit.identity.template_table import Table as Keys
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.positioning_section import FARTHEST, SLIDERS, Positioning

FOLDER = "positioning/sheets"
SCHEMA = 1

FieldKind = Literal["text", "money", "number", "percent"]
ColumnKind = Literal["text", "score", "weight", "scores", "place", "money", "number"]
Cell = Localized | float | tuple[float, ...] | tuple[Localized, ...]

SECTIONS: Mapping[str, type[BaseModel]] = {
    name: type(getattr(Positioning(), name)) for name in Positioning.model_fields
}

_MOST_LINES, _MOST_ROWS = 8, 10


@dataclass(frozen=True, slots=True)
class Field:
    """A question. lines: of handwriting; listed: how many answers it takes, 0 for one text."""

    key: str
    label: Localized
    hint: Localized
    kind: FieldKind
    lines: int
    listed: int
    example: tuple[Localized | float, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; width: its share of a row; listed: texts in one cell, 0 for one."""

    key: str
    label: Localized
    kind: ColumnKind
    width: float
    listed: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of answers, a row an entry of the list `key`; rows: how many are printed."""

    key: str
    label: Localized
    hint: Localized
    rows: int
    columns: tuple[Column, ...]
    example: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Slider:
    """A scale from −2 to 2 between two words."""

    low: Localized
    high: Localized
    example: int


@dataclass(frozen=True, slots=True)
class Ends:
    """Texts at the ends of the map's axes."""

    x_low: Localized
    x_high: Localized
    y_low: Localized
    y_high: Localized


@dataclass(frozen=True, slots=True)
class Plot:
    """The map: what to write at the ends of its axes, and an example."""

    prompts: Ends
    ends: Ends
    ours: tuple[float, float]
    points: tuple[tuple[Localized, float, float, Localized], ...]


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One sheet. parts: fields and grids in the order they are asked."""

    number: int
    id: str
    title: Localized
    lead: Localized
    minutes: int
    parts: tuple[Field | Grid, ...]
    sliders: tuple[Slider, ...]
    plot: Plot | None
    look: tuple[Localized, ...]
    credit: Localized | None


def worksheets(project_folder: Path | None = None) -> tuple[Worksheet, ...]:
    """All sheets by number. Raises InputError with every problem of the first wrong file."""
    names = templates.listing(FOLDER, "*.toml", project_folder)
    found = [_read(name, templates.read(name, project_folder)) for name in names]
    return tuple(sorted(found, key=lambda sheet: sheet.number))


@lru_cache(maxsize=64)
def _read(name: str, data: bytes) -> Worksheet:
    file = File(name, data)
    top = file.top
    top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
    sheet_id = top.choice("id", tuple(SECTIONS))
    section = SECTIONS[sheet_id]
    fields = [_field(keys, section) for keys in top.tables("field", 0, 24)]
    grids = [_grid(keys, section) for keys in top.tables("table", 0, 6)]
    made = Worksheet(
        number=top.whole("number", 1, 99, 1),
        id=sheet_id,
        title=top.localized("title"),
        lead=top.localized("lead"),
        minutes=top.whole("minutes", 1, 240, 15),
        parts=_in_order(list(top.values), fields, grids),
        sliders=tuple(_slider(keys) for keys in top.tables("slider", 0, SLIDERS)),
        plot=_plot(top.table("plot")) if "plot" in top else None,
        look=tuple(_closed(keys, "text") for keys in top.tables("look", 0, 8)),
        credit=top.localized("credit") if "credit" in top else None,
    )
    top.close()
    file.problems.raise_if_any()
    return made


def _in_order(keys: list[str], fields: list[Field], grids: list[Grid]) -> tuple[Field | Grid, ...]:
    """Fields and tables in the file's order, as far as TOML keeps it: the first kind first."""
    if "table" in keys and "field" in keys and keys.index("table") < keys.index("field"):
        return (*grids, *fields)
    return (*fields, *grids)


def _closed(keys: Keys, name: str) -> Localized:
    found = keys.localized(name)
    keys.close()
    return found


def _known(keys: Keys, section: type[BaseModel]) -> str:
    """The key of an answer: one that the section of creativekit.toml has."""
    accepted = tuple(section.model_fields)
    value = keys.take("key")
    if value not in accepted:
        near = nearest(value, accepted) if isinstance(value, str) else None
        keys.report("key", msg("this is not a key of the answers"), accepted, near)
        return accepted[0]
    return str(value)


def _field(keys: Keys, section: type[BaseModel]) -> Field:
    listed = keys.whole("list", 0, 12, 0)
    kind = keys.choice("kind", get_args(FieldKind), "text")
    made = Field(
        key=_known(keys, section),
        label=keys.localized("label"),
        hint=keys.localized("hint"),
        kind=kind,
        lines=keys.whole("lines", 1, _MOST_LINES, 1),
        listed=listed,
        example=_example(keys, kind, listed),
    )
    keys.close()
    return made


def _example(keys: Keys, kind: FieldKind, listed: int) -> tuple[Localized | float, ...]:
    if kind != "text":
        return (keys.number("example", 0, 1e12),)
    if not listed:
        return (keys.localized("example"),)
    value = keys.take("example")
    if not keys.is_list(value, "example", 1, listed):
        return ()
    return tuple(_text(keys, each, "example", index) for index, each in enumerate(value))


def _text(keys: Keys, value: object, name: str, *index: int) -> Localized:
    if isinstance(value, str) and value.strip():
        return Localized.of(value)
    if (
        isinstance(value, dict)
        and value
        and set(value) <= set(LANGUAGES)
        and all(isinstance(text, str) and text.strip() for text in value.values())
    ):
        return Localized.of(value)
    keys.report(name, msg("this must be a text, or a table of texts"), LANGUAGES, None, *index)
    return Localized.of(name)


def _grid(keys: Keys, section: type[BaseModel]) -> Grid:
    key = _known(keys, section)
    columns = []
    for each in keys.tables("column", 1, 8):
        columns.append(
            Column(
                key=str(each.take("key") or ""),
                label=each.localized("label"),
                kind=each.choice("kind", get_args(ColumnKind), "text"),
                width=each.number("width", 0.05, 1.0),
                listed=each.whole("list", 0, 6, 0),
            )
        )
        each.close()
    if columns and not 0.99 <= sum(column.width for column in columns) <= 1.01:
        keys.report("column", msg("the widths of the columns must add up to 1"))
    value = keys.take("example")
    rows: list[tuple[Cell, ...]] = []
    if keys.is_list(value, "example", 1, _MOST_ROWS):
        for index, row in enumerate(value):
            if keys.is_list(row, "example", len(columns), len(columns), index):
                rows.append(
                    tuple(
                        _cell(keys, column, cell, index, place)
                        for place, (column, cell) in enumerate(zip(columns, row, strict=True))
                    )
                )
    made = Grid(
        key=key,
        label=keys.localized("label"),
        hint=keys.localized("hint"),
        rows=keys.whole("rows", 1, _MOST_ROWS, 4),
        columns=tuple(columns),
        example=tuple(rows),
    )
    keys.close()
    return made


def _cell(keys: Keys, column: Column, value: object, row: int, place: int) -> Cell:
    if column.listed and isinstance(value, list):
        texts = enumerate(value)
        return tuple(_text(keys, each, "example", row, place, index) for index, each in texts)
    if column.kind == "text":
        return _text(keys, value, "example", row, place)
    if column.kind == "scores" and isinstance(value, list):
        return tuple(keys.measure(each, 0, 5, {}, "example", row, place) for each in value)
    return keys.measure(value, -1e12, 1e12, {}, "example", row, place)


def _slider(keys: Keys) -> Slider:
    made = Slider(keys.localized("low"), keys.localized("high"), keys.whole("example", -2, 2, 0))
    keys.close()
    return made


def _plot(keys: Keys) -> Plot:
    prompts = Ends(*(keys.localized(name) for name in ("x_low", "x_high", "y_low", "y_high")))
    example = keys.table("example")
    ends = Ends(*(example.localized(name) for name in ("x_low", "x_high", "y_low", "y_high")))
    ours = example.point("ours", FARTHEST)
    points = []
    value = example.take("points")
    if example.is_list(value, "points", 1, 7):
        for index, each in enumerate(value):
            if example.is_list(each, "points", 4, 4, index):
                x, y = (
                    example.measure(each[at], -FARTHEST, FARTHEST, {}, "points", index, at)
                    for at in (1, 2)
                )
                name = _text(example, each[0], "points", index, 0)
                points.append((name, x, y, _text(example, each[3], "points", index, 3)))
    example.close()
    keys.close()
    return Plot(prompts, ends, ours, tuple(points))
