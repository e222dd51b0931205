"""How much of each pixel an outline covers, as 8-bit masks.

Anti-Grain Geometry computes the exact area of each pixel (in 1/256 px) that a polygon covers, in
integers, so that a mask is the same on every machine; aggdraw brings it to Python. Two of
aggdraw's habits are worked around here: it widens every filled path by a quarter px on each side
unless a pen says how wide its line is (so a pen of no width comes along), and it flattens curves
for the screen, up to half a px off (so they arrive here already flattened, to a fiftieth).
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise
from typing import Any

import aggdraw
import numpy as np
from numpy.typing import NDArray

from creativekit.canvas.path import Affine, Path
from creativekit.canvas.recent import Recent

Mask = NDArray[np.uint8]
Pixels = tuple[int, int, int, int]
"""Whole pixels: left, top, right, bottom."""

_KEPT: Recent[tuple[Pixels, Mask] | None] = Recent(12_000_000)

_TOLERANCE = 0.02
_STRAIGHT = _TOLERANCE / 0.75  # a curve that bends no more than this is its chord
_MANY = 160  # commands of a path from which they are worked out as arrays
_FAR = 1e6  # AGG counts in 1/256 px in 32 bits; what lies farther out is cut away anyhow


def pixels_of(left: float, top: float, right: float, bottom: float, within: Pixels) -> Pixels:
    """The whole pixels that a box touches, cut to `within` (left == right when there are none)."""
    # A box that misses a pixel's edge by less than AGG's grid must not claim a row of nothing.
    grid = 1 / 512
    x0 = max(within[0], math.floor(max(left, -_FAR) + grid))
    y0 = max(within[1], math.floor(max(top, -_FAR) + grid))
    x1 = min(within[2], math.ceil(min(right, _FAR) - grid))
    y1 = min(within[3], math.ceil(min(bottom, _FAR) - grid))
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else (x0, y0, x0, y0)


def path_mask(path: Path, by: Affine, within: Pixels) -> tuple[Pixels, Mask] | None:
    """Coverage of `path`, moved by `by` onto the pixels and filled by the non-zero rule.

    Returns the pixels it touches inside `within` and their coverage (not to be written to), or None
    for no pixel. The last masks are kept: a logo is drawn in four colourways at each size, and on
    every post of a batch.
    """
    return _KEPT.get((path, by, within), lambda: _path_mask(path, by, within), _weight)


def forget_masks() -> None:
    """Give back the memory of the masks that are kept."""
    _KEPT.clear()


def _weight(drawn: tuple[Pixels, Mask] | None) -> int:
    return 1000 if drawn is None else 1000 + drawn[1].size


def _path_mask(path: Path, by: Affine, within: Pixels) -> tuple[Pixels, Mask] | None:
    contours = flatten(path, by)
    if not contours:
        return None
    box = pixels_of(
        min(min(contour[::2]) for contour in contours),
        min(min(contour[1::2]) for contour in contours),
        max(max(contour[::2]) for contour in contours),
        max(max(contour[1::2]) for contour in contours),
        within,
    )
    if box[0] == box[2]:
        return None
    width, height = box[2] - box[0], box[3] - box[1]
    outline = aggdraw.Path()
    for contour in contours:
        contour[::2] = [value - box[0] for value in contour[::2]]
        contour[1::2] = [value - box[1] for value in contour[1::2]]
        outline.polygon(contour)
    return box, filled(outline, width, height)


def filled(outline: Any, width: int, height: int) -> Mask:
    """Coverage (height, width) of an aggdraw.Path, filled by the non-zero rule."""
    drawing = aggdraw.Draw("L", (width, height), 0)
    pen, brush = _tools()
    drawing.path(outline, pen, brush)
    return np.frombuffer(drawing.tobytes(), np.uint8).reshape(height, width)


def rounded_masks(
    left: float, top: float, right: float, bottom: float, radius: float, within: Pixels
) -> list[tuple[Pixels, Mask | None]] | None:
    """Coverage of an upright rectangle with round corners, in pieces: corners and what is between.

    Returns None where the sides are not whole pixels or not all of it is seen: path_mask does that.
    """
    sides = [round(side) for side in (left, top, right, bottom)]
    given = (left, top, right, bottom)
    if any(abs(a - b) > 1 / 1024 for a, b in zip(sides, given, strict=True)):
        return None
    x0, y0, x1, y1 = sides
    radius = min(radius, (right - left) / 2, (bottom - top) / 2)
    size = math.ceil(radius - 1 / 1024)
    inside = within[0] <= x0 and within[1] <= y0 and x1 <= within[2] and y1 <= within[3]
    if not inside or size < 1 or 2 * size > min(x1 - x0, y1 - y0):
        return None
    corner = _corner(radius, size)
    flipped = corner[:, ::-1]
    pieces: list[tuple[Pixels, Mask | None]] = [
        ((x0, y0, x0 + size, y0 + size), corner),
        ((x1 - size, y0, x1, y0 + size), flipped),
        ((x0, y1 - size, x0 + size, y1), corner[::-1]),
        ((x1 - size, y1 - size, x1, y1), flipped[::-1]),
        ((x0 + size, y0, x1 - size, y0 + size), None),
        ((x0, y0 + size, x1, y1 - size), None),
        ((x0 + size, y1 - size, x1 - size, y1), None),
    ]
    return [(box, mask) for box, mask in pieces if box[0] < box[2] and box[1] < box[3]]


@lru_cache(maxsize=64)
def _corner(radius: float, size: int) -> Mask:
    """The top left corner of a rounded rectangle: `size` px square, its radius no larger."""
    whole = path_mask(Path.rect(0, 0, 2 * size, 2 * size, radius), Affine(), (0, 0, size, size))
    assert whole is not None
    return whole[1]


def rect_mask(
    left: float, top: float, right: float, bottom: float, within: Pixels
) -> tuple[Pixels, Mask | None] | None:
    """Coverage of an upright rectangle in px; the mask is None when every pixel is whole."""
    box = pixels_of(left, top, right, bottom, within)
    if box[0] == box[2]:
        return None
    across = _covered(left, right, box[0], box[2])
    down = _covered(top, bottom, box[1], box[3])
    if across.min() > 0.998 and down.min() > 0.998:
        return box, None
    return box, np.rint(np.outer(down, across) * 255).astype(np.uint8)


def rect_pieces(
    left: float, top: float, right: float, bottom: float, within: Pixels
) -> list[tuple[Pixels, Mask | None]]:
    """The same in pieces: what is whole, without a mask, and the rows and columns that are not."""
    box = pixels_of(left, top, right, bottom, within)
    if box[0] == box[2]:
        return []
    across = _spans(left, right, box[0], box[2])
    down = _spans(top, bottom, box[1], box[3])
    pieces: list[tuple[Pixels, Mask | None]] = []
    for y0, y1, high in down:
        for x0, x1, wide in across:
            if wide > 0.998 and high > 0.998:
                pieces.append(((x0, y0, x1, y1), None))
            else:
                mask = np.full((y1 - y0, x1 - x0), round(high * wide * 255), np.uint8)
                pieces.append(((x0, y0, x1, y1), mask))
    return pieces


def _spans(start: float, end: float, first: int, last: int) -> list[tuple[int, int, float]]:
    """The pixels from `first` to `last` in runs of equal coverage by the span `start` to `end`."""
    before = min(first + 1.0, end) - max(float(first), start)
    after = min(float(last), end) - max(last - 1.0, start)
    if last - first == 1:
        return [(first, last, before)]
    inner = first + (before <= 0.998), last - (after <= 0.998)
    spans = [(first, inner[0], before), (*inner, 1.0), (inner[1], last, after)]
    return [span for span in spans if span[0] < span[1]]


def _covered(start: float, end: float, first: int, last: int) -> NDArray[np.float64]:
    edges = np.arange(first, last, dtype=np.float64)
    covered: NDArray[np.float64] = np.minimum(edges + 1, end) - np.maximum(edges, start)
    return np.clip(covered, 0.0, 1.0)


def flatten(path: Path, by: Affine) -> list[list[float]]:
    """Closed polygons [x, y, x, y, …] in px; a contour of fewer than three corners has no area."""
    if len(path.commands) >= _MANY and _begins_with_moves(path):
        return _flatten_many(path, by)
    a, b, c, d, e, f = by.a, by.b, by.c, by.d, by.e, by.f
    contours: list[list[float]] = []
    points: list[float] = []
    x0 = y0 = 0.0
    # The inner loop of every drawing: coordinates are worked out in place, not by a function.
    for command in path.commands:
        if len(command) == 7:
            _, ax, ay, bx, by_, cx, cy = command
            x1, y1 = a * ax + c * ay + e, b * ax + d * ay + f
            x2, y2 = a * bx + c * by_ + e, b * bx + d * by_ + f
            x3, y3 = a * cx + c * cy + e, b * cx + d * cy + f
            bend = max(
                abs(x0 - 2 * x1 + x2) + abs(y0 - 2 * y1 + y2),
                abs(x1 - 2 * x2 + x3) + abs(y1 - 2 * y2 + y3),
            )
            if bend > _STRAIGHT:
                count = math.ceil(math.sqrt(0.75 * min(bend, _FAR) / _TOLERANCE))
                for s3, s2t, st2, t3 in _weights(count):
                    points += (
                        s3 * x0 + s2t * x1 + st2 * x2 + t3 * x3,
                        s3 * y0 + s2t * y1 + st2 * y2 + t3 * y3,
                    )
            x0, y0 = x3, y3
            points += (x3, y3)
        elif len(command) == 3:
            _, ax, ay = command
            x0, y0 = a * ax + c * ay + e, b * ax + d * ay + f
            if command[0] == "M":
                _keep(contours, points)
                points = []
            points += (x0, y0)
        elif points:
            x0, y0 = points[0], points[1]
    _keep(contours, points)
    return contours


def _begins_with_moves(path: Path) -> bool:
    """Whether each contour has an "M" of its own, so that a command starts where one ended."""
    letters = [command[0] for command in path.commands]
    return letters[0] == "M" and all(b == "M" for a, b in pairwise(letters) if a == "Z")


def _flatten_many(path: Path, by: Affine) -> list[list[float]]:
    """The same, with the same arithmetic, for paths of so many commands that arrays are faster."""
    commands = [command for command in path.commands if len(command) > 1]
    a, b, c, d, e, f = by.a, by.b, by.c, by.d, by.e, by.f
    lengths = np.array([len(command) // 2 for command in commands])
    given = np.array([value for command in commands for value in command[1:]], np.float64)
    given = given.reshape(-1, 2)
    points = np.empty_like(given)
    points[:, 0] = a * given[:, 0] + c * given[:, 1] + e
    points[:, 1] = b * given[:, 0] + d * given[:, 1] + f
    ends = np.cumsum(lengths) - 1
    curved = np.flatnonzero(lengths == 3)
    last = ends[curved]
    p0, p1, p2, p3 = (points[last - back] for back in (3, 2, 1, 0))
    bends = np.maximum(
        np.abs(p0 - 2 * p1 + p2).sum(axis=1),
        np.abs(p1 - 2 * p2 + p3).sum(axis=1),
    )
    counts = np.ones(len(commands), np.int64)
    pieces = np.ceil(np.sqrt(0.75 * np.minimum(bends, _FAR) / _TOLERANCE)).astype(np.int64)
    pieces = np.where(bends > _STRAIGHT, np.clip(pieces, 1, 4096), 1)
    counts[curved] = pieces
    out = np.empty((int(counts.sum()), 2))
    placed = np.cumsum(counts)
    out[placed - 1] = points[ends]
    inner = pieces - 1
    of = np.repeat(np.arange(len(curved)), inner)
    index = np.arange(len(of)) - np.repeat(np.cumsum(inner) - inner, inner) + 1
    t = (index / pieces[of])[:, None]
    s = 1 - t
    curve = (
        s * s * s * p0[of] + 3 * s * s * t * p1[of] + 3 * s * t * t * p2[of] + t * t * t * p3[of]
    )
    out[(placed[curved] - pieces)[of] + index - 1] = curve
    moves = [number for number, command in enumerate(commands) if command[0] == "M"]
    starts = [*(placed[moves] - 1).tolist(), len(out)]
    flat = out.ravel().tolist()
    contours: list[list[float]] = []
    for start, end in pairwise(starts):
        _keep(contours, flat[2 * start : 2 * end])
    return contours


def _keep(contours: list[list[float]], points: list[float]) -> None:
    if len(points) <= 4:
        return
    if min(points) < -_FAR or max(points) > _FAR:
        points = [max(-_FAR, min(_FAR, value)) for value in points]
    contours.append(points)


@lru_cache(maxsize=512)
def _weights(count: int) -> tuple[tuple[float, float, float, float], ...]:
    """Bernstein weights at the inner points of a cubic cut into `count` pieces."""
    steps = []
    for index in range(1, min(count, 4096)):
        t = index / count
        s = 1 - t
        steps.append((s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t))
    return tuple(steps)


@lru_cache(maxsize=1)
def _tools() -> tuple[Any, Any]:
    return aggdraw.Pen(0, width=0, opacity=0), aggdraw.Brush(255)
