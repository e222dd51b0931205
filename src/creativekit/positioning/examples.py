"""The sheets' own examples, by the blank that each answers."""

from __future__ import annotations

from collections.abc import Iterator

from creativekit.positioning.sheets import Cell, Field, Worksheet
from creativekit.project.localized import Localized

Example = Localized | float


def examples(sheet: Worksheet) -> dict[str, Example]:
    """Examples by names of blanks; later rows of a table may have none."""
    return dict(_examples(sheet))


def _examples(sheet: Worksheet) -> Iterator[tuple[str, Example]]:
    for index, slider in enumerate(sheet.sliders):
        yield f"{sheet.id}.sliders.{index}", slider.example
    if sheet.plot is not None:
        ends, ours = sheet.plot.ends, sheet.plot.ours
        yield f"{sheet.id}.x.low", ends.x_low
        yield f"{sheet.id}.x.high", ends.x_high
        yield f"{sheet.id}.y.low", ends.y_low
        yield f"{sheet.id}.y.high", ends.y_high
        yield f"{sheet.id}.ours.x", ours[0]
        yield f"{sheet.id}.ours.y", ours[1]
    for part in sheet.parts:
        name = f"{sheet.id}.{part.key}"
        if isinstance(part, Field):
            for index, each in enumerate(part.example):
                yield (f"{name}.{index}" if part.listed else name), each
            continue
        for row, cells in enumerate(part.example):
            for column, cell in zip(part.columns, cells, strict=True):
                yield from _of_cell(f"{name}.{row}.{column.key}", cell)


def _of_cell(name: str, cell: Cell) -> Iterator[tuple[str, Example]]:
    if isinstance(cell, tuple):
        several: tuple[Example, ...] = cell
        for index, each in enumerate(several):
            yield f"{name}.{index}", each
    else:
        yield name, cell
