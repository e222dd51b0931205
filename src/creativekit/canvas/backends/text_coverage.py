"""How much of each pixel a line of text covers.

A text is the same few letters over and over. Each letter's outline is cut into straight pieces
once for sizes that differ by less than a fifth, and a line only moves those pieces to their places,
which leaves the filling to be paid for. The masks of the last lines are kept whole, at their place
within a pixel: labels, handles and dates stand on every post of a batch.
"""

from __future__ import annotations

import math
from functools import lru_cache

import aggdraw
import numpy as np
from numpy.typing import NDArray

from creativekit.canvas.backends.coverage import Mask, Pixels, filled, flatten, path_mask, pixels_of
from creativekit.canvas.lettering import text_path
from creativekit.canvas.path import Affine, Path
from creativekit.canvas.recent import Recent
from creativekit.fonts.faces import Face
from creativekit.fonts.outlines import outline
from creativekit.fonts.shaping import ShapedLine

_KEPT: Recent[tuple[Pixels, Mask] | None] = Recent(8_000_000)

_EVERYWHERE: Pixels = (-(1 << 20), -(1 << 20), 1 << 20, 1 << 20)

_LARGE = 16_000_000
"""Pixels from which a line is drawn only where it is seen: type far larger than its picture."""


def line_mask(
    line: ShapedLine, size: float, x: float, y: float, by: Affine, within: Pixels
) -> tuple[Pixels, Mask] | None:
    """Coverage of `line`, `size` px per em, its origin at (x, y), moved by `by` onto the pixels.

    Returns the pixels it touches inside `within` and their coverage (not to be written to), or None
    for no pixel.
    """
    onto = by @ Affine(size, 0.0, 0.0, size, x, y)
    left, top = math.floor(onto.e), math.floor(onto.f)
    reach = (line.width + 2) * _scale(onto)
    if not reach * 3 * _scale(onto) < _LARGE:
        return path_mask(text_path(line, size, x, y), by, within)
    # In whole steps of a pixel a line keeps its mask; what is left is a part of the key.
    placed = Affine(onto.a, onto.b, onto.c, onto.d, onto.e - left, onto.f - top)
    drawn = _KEPT.get((line, placed), lambda: _drawn(line, placed), _weight)
    if drawn is None:
        return None
    (x0, y0, x1, y1), mask = drawn
    whole = x0 + left, y0 + top, x1 + left, y1 + top
    seen = (
        max(whole[0], within[0]),
        max(whole[1], within[1]),
        min(whole[2], within[2]),
        min(whole[3], within[3]),
    )
    if seen == whole:
        return whole, mask
    if seen[0] >= seen[2] or seen[1] >= seen[3]:
        return None
    rows = slice(seen[1] - whole[1], seen[3] - whole[1])
    return seen, mask[rows, seen[0] - whole[0] : seen[2] - whole[0]]


def forget_lines() -> None:
    """Give back the memory of the lines that are kept."""
    _KEPT.clear()


def _weight(drawn: tuple[Pixels, Mask] | None) -> int:
    return 200 if drawn is None else 200 + drawn[1].size


def _scale(by: Affine) -> float:
    return max(math.hypot(by.a, by.b), math.hypot(by.c, by.d))


def _drawn(line: ShapedLine, onto: Affine) -> tuple[Pixels, Mask] | None:
    level = 2.0 ** (math.ceil(4 * math.log2(max(_scale(onto), 1.0))) / 4)
    parts = [(glyph, *_polygons(line.face, glyph.index, level)) for glyph in line.glyphs]
    parts = [part for part in parts if part[2]]
    if not parts:
        return None
    places = [outlines + np.array(((g.x,), (g.y,))) for g, outlines, _ in parts]
    points = np.concatenate(places, axis=1)
    # Not a product of matrices: those are rounded differently from processor to processor.
    across = onto.a * points[0] + onto.c * points[1] + onto.e
    down = onto.b * points[0] + onto.d * points[1] + onto.f
    left, top = float(across.min()), float(down.min())
    box = pixels_of(left, top, float(across.max()), float(down.max()), _EVERYWHERE)
    if box[0] == box[2]:
        return None
    flat = np.empty(2 * len(across))
    flat[0::2], flat[1::2] = across - box[0], down - box[1]
    numbers = flat.tolist()
    path = aggdraw.Path()
    start = 0
    for _, _, lengths in parts:
        for length in lengths:
            path.polygon(numbers[start : start + length])
            start += length
    return box, filled(path, box[2] - box[0], box[3] - box[1])


@lru_cache(maxsize=4096)
def _polygons(face: Face, glyph: int, level: float) -> tuple[NDArray[np.float64], tuple[int, ...]]:
    """The contours of a glyph as one array of points (2, n) in em, and how many numbers each has.

    level: the size, px per em, that they are smooth enough for.
    """
    contours = flatten(Path(outline(face, glyph)), Affine.scaling(level))
    flat = [value for contour in contours for value in contour]
    points = np.array(flat, np.float64).reshape(-1, 2).T / level
    return np.ascontiguousarray(points), tuple(len(contour) for contour in contours)
