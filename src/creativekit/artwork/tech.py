"""Tech: a product page at night. A visible grid, light from the brand's ramp, a dot matrix.

The symbol is sampled cell by cell and each cell's dot is as large as its share of ink: a halftone,
so any motif becomes part of the grid instead of lying on it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from creativekit.artwork.sheet import Composition, Room, Sheet, block
from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import Item, Line, RadialGradient, Rect, Solid, Stop
from creativekit.fonts.metrics import crossings
from creativekit.identity.mark import Mark

_CELLS = 26
_SIZES = 6
# How close the symbol is seen, and where its centre is, parts of a wide sheet.
_CROPS = (
    (1.0, 0.72, 0.47),
    (1.55, 0.84, 0.62),
    (0.62, 0.76, 0.36),
    (1.30, 0.80, 0.22),
    (0.80, 0.70, 0.50),
    (1.75, 0.95, 0.50),
    (0.55, 0.80, 0.44),
)
_SCANS = 3
# The picked cells: about this large (part of the short side), and what their distance from the
# matrix's upper right corner, in short sides, weighs against the ink they would replace.
_PICKED = 0.055
_FAR = 0.9
# How much of a cell's side is empty between full dots.
_GAP = 0.22


def compose(sheet: Sheet) -> Composition:
    width, height, margin = sheet.width, sheet.height, sheet.margin
    deep = sheet.primary(950)
    items: list[Item] = [block(0, 0, width, height, deep)]
    scale, shift, drop = _CROPS[sheet.variant % len(_CROPS)]
    side = (height * 0.74 if sheet.wide else width * 0.62) * scale
    cx = width * (shift if sheet.wide else 0.66 + (scale - 1) * 0.2)
    # On a tall sheet the words are below: the matrix ends above them.
    cy = height * drop if sheet.wide else min(height * 0.31, height * 0.53 - side / 2)
    reach = max(width, height) * 0.62
    glow = RadialGradient(
        cx,
        cy,
        reach,
        (
            Stop(0, sheet.primary(500 if sheet.variant % 2 == 0 else 600)),
            Stop(0.38, sheet.primary(700)),
            Stop(0.75, sheet.primary(900)),
            Stop(1, deep),
        ),
    )
    items.append(block(0, 0, width, height, glow))
    items.extend(_grid(sheet))
    items.extend(_matrix(sheet, cx, cy, side))
    items.extend(_ticks(sheet))
    words = (
        Box(margin, margin * 2.2, width * 0.52, height - margin * 2.1)
        if sheet.wide
        else Box(margin, height * 0.55, width - margin, height - margin * 2.6)
    )
    right = width * 0.52 if sheet.wide else width - margin
    foot = Box(margin, height - margin * 1.55, right, height - margin * 0.85)
    return Composition(
        sheet.scene(tuple(items)),
        Room(words, "#ffffff", sheet.primary(100), sheet.accent(300), side="bottom"),
        Room(foot, "#ffffff", sheet.primary(200), sheet.accent(300), side="bottom"),
    )


def _grid(sheet: Sheet) -> list[Item]:
    """Twelve columns, and rows of the same pitch, as hairlines."""
    pitch = sheet.width / 12 if sheet.wide else sheet.width / 6
    paths = [
        Path((("M", pitch * index, 0.0), ("L", pitch * index, sheet.height)))
        for index in range(1, round(sheet.width / pitch))
    ]
    rows = int(sheet.height / pitch)
    paths += [
        Path((("M", 0.0, pitch * index), ("L", sheet.width, pitch * index)))
        for index in range(1, rows + 1)
    ]
    return [Line(Path.join(paths), Solid("#ffffff", 0.09), max(0.75, sheet.short * 0.0011))]


def _matrix(sheet: Sheet, cx: float, cy: float, side: float) -> list[Item]:
    """The dots, in a few sizes: each size is one line of round caps, as short as a line can be.

    Some cells are picked out in the accent, as if being edited; the corners' crosses stay clear.
    """
    cell = side / _CELLS
    left, top = cx - side / 2, cy - side / 2
    shares_ = coverage(sheet.identity.motif, _CELLS)
    picked = _picked(sheet, shares_, left, top, cell)
    clear = _arm(sheet) * 2 + cell / 2
    dots: dict[int, list[Path]] = {}
    for row, shares in enumerate(shares_):
        for column, share in enumerate(shares):
            if share < 0.04 or (picked is not None and picked.holds(row, column)):
                continue
            x = left + cell * (column + 0.5)
            y = top + cell * (row + 0.5)
            if not (
                -cell / 2 < x < sheet.width + cell / 2 and -cell / 2 < y < sheet.height + cell / 2
            ):
                continue  # A row that the edge cuts is drawn and cut: it runs off.
            if any(max(abs(x - a), abs(y - b)) < clear for a, b in _corners(sheet)):
                continue
            dot = Path((("M", x - cell * 0.005, y), ("L", x + cell * 0.005, y)))
            dots.setdefault(min(_SIZES, 1 + int(share * _SIZES)), []).append(dot)
    items: list[Item] = []
    for size, paths in sorted(dots.items()):
        share = size / _SIZES
        width = cell * (0.14 + 0.64 * share**0.5)
        items.append(
            Line(Path.join(paths), Solid("#ffffff", 0.35 + 0.6 * share), width, cap="round")
        )
    if picked is not None:
        x, y = left + cell * (picked.column + _GAP / 2), top + cell * (picked.row + _GAP / 2)
        wide = cell * (picked.cells - _GAP)
        items.append(Rect(x, y, wide, wide, Solid(sheet.hot)))
    return items


@dataclass(frozen=True, slots=True)
class _Picked:
    """A square of `cells` × `cells` cells of the matrix, from its upper left one."""

    row: int
    column: int
    cells: int

    def holds(self, row: int, column: int) -> bool:
        return (
            self.row <= row < self.row + self.cells
            and self.column <= column < self.column + self.cells
        )


def _picked(
    sheet: Sheet, shares: Sequence[Sequence[float]], left: float, top: float, cell: float
) -> _Picked | None:
    """The one accent: the square of cells, full of ink, nearest to the matrix's upper right corner
    as far as that is on the sheet and clear of its margin."""
    cells = min(4, max(1, round(sheet.short * _PICKED / cell)))
    right = min(left + cell * _CELLS, sheet.width - sheet.margin)
    upper = max(top, sheet.margin)
    best: tuple[float, _Picked] | None = None
    for row in range(_CELLS - cells + 1):
        for column in range(_CELLS - cells + 1):
            x, y = left + cell * (column + cells), top + cell * row
            if (
                x > right
                or y < upper
                or x - cell * cells < sheet.margin
                or y + cell * cells > sheet.height - sheet.margin
            ):
                continue
            ink = sum(sum(part[column : column + cells]) for part in shares[row : row + cells])
            score = ink / cells**2 - _FAR * math.hypot(x - right, y - upper) / sheet.short
            if best is None or score > best[0]:
                best = score, _Picked(row, column, cells)
    return None if best is None else best[1]


def _arm(sheet: Sheet) -> float:
    """Half the length of a cross's lines."""
    return sheet.short * 0.011


def _corners(sheet: Sheet) -> list[tuple[float, float]]:
    """Where the crosses stand."""
    at = sheet.margin * 0.55
    return [(x, y) for x in (at, sheet.width - at) for y in (at, sheet.height - at)]


def _ticks(sheet: Sheet) -> list[Item]:
    """Small crosses where the margin meets the grid, as on a drawing that will be measured."""
    arm = _arm(sheet)
    paths = [
        Path((("M", x - arm, y), ("L", x + arm, y), ("M", x, y - arm), ("L", x, y + arm)))
        for x, y in _corners(sheet)
    ]
    return [Line(Path.join(paths), Solid("#ffffff", 0.7), max(1.0, sheet.short * 0.0016))]


def coverage(mark: Mark, cells: int) -> tuple[tuple[float, ...], ...]:
    """Share of ink (0–1) in each cell of a square matrix over the mark's box, row by row."""
    # A mark's geometry is its own key: two brands with one motif share the matrix.
    return _coverage(mark, cells)


@lru_cache(maxsize=16)
def _coverage(mark: Mark, cells: int) -> tuple[tuple[float, ...], ...]:
    box = mark.box
    side = max(box.width, box.height)
    left, top = box.center[0] - side / 2, box.center[1] - side / 2
    pitch = side / cells
    rows = []
    for row in range(cells):
        shares = [0.0] * cells
        for scan in range(_SCANS):
            y = top + pitch * (row + (scan + 0.5) / _SCANS)
            for layer in mark.layers:
                sign = -1.0 if layer.role == "surface" else 1.0
                for start, end in crossings(layer.path.commands, y):
                    first = max(0, int((start - left) / pitch))
                    last = min(cells - 1, int((end - left) / pitch))
                    for column in range(first, last + 1):
                        low = max(start, left + column * pitch)
                        high = min(end, left + (column + 1) * pitch)
                        shares[column] += sign * max(0.0, high - low) / pitch / _SCANS
        rows.append(tuple(min(1.0, max(0.0, share)) for share in shares))
    return tuple(rows)
