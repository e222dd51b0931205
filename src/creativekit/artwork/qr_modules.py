"""A QR code's dark modules as one outline: squares of ink for a press, and no picture of them.

The quiet zone of four modules is a part of the code (ISO/IEC 18004:2015, 5.3.8): whoever draws one
leaves it free.
"""

from __future__ import annotations

from collections.abc import Sequence

from creativekit.canvas.path import Path

QUIET = 4
"""Modules that stay empty on every side."""

Rows = tuple[tuple[bool, ...], ...]


def rows_of(matrix: Sequence[Sequence[int]]) -> Rows:
    """Whether each module is dark, row by row, of segno's matrix; without the quiet zone."""
    return tuple(tuple(bool(module) for module in row) for row in matrix)


def outline(rows: Rows, x: float, y: float, side: float) -> Path:
    """The dark modules, `side` px wide, from (x, y): runs of a row as one rectangle, so that no
    renderer draws a seam between two of them."""
    unit = side / len(rows)
    runs: list[Path] = []
    for row, modules in enumerate(rows):
        start: int | None = None
        for column, is_dark in enumerate((*modules, False)):
            if is_dark and start is None:
                start = column
            elif not is_dark and start is not None:
                wide = (column - start) * unit
                runs.append(Path.rect(x + start * unit, y + row * unit, wide, unit))
                start = None
    return Path.join(runs)
