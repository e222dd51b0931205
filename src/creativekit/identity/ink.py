"""Measuring ink: how much of it there is, where its weight lies, and how thin it gets.

All three come from the same scan: parallel lines across the outline, and the spans of them that
are inside by the non-zero rule. So overlapping contours, holes and either direction of drawing are
measured right, exactly as they are painted, and nothing has to be rendered first.

The thickness of a stroke is known where a scan line crosses it nearly square: both edges then face
the line (within 20 degrees), and the span, times their mean cosine, is the thickness. Six
directions meet every stroke so. Corners, serif tips and wedges have no two such edges, and are not
strokes.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass

from creativekit.canvas.path import Path, Point

_DIRECTIONS = 6
_FACING = math.cos(math.radians(20))
_LINES = 48
# What is thinner than all but this share of the strokes' length is a detail, not a stroke.
_DETAIL = 0.04


@dataclass(frozen=True, slots=True)
class Mass:
    """Area (square units) and centre of what is inked."""

    area: float
    center: Point


# Where a scan line meets an edge: position along the line, turn (±1), cosine with its normal.
_Crossing = tuple[float, int, float]
_Edge = tuple[float, float, float, float]


def mass(path: Path) -> Mass:
    """Area and centroid of an outline, filled by the non-zero rule; within 0.2 % of its height.

    An outline without area has its weight in the middle of its box. ValueError when it is empty.
    """
    box = path.bounds
    step = box.height / (3 * _LINES) or 1.0
    area = x_moment = y_moment = 0.0
    for y, crossings in _scan(_edges(path, step / 3), 0.0, step):
        for left, right in _spans(crossings):
            length = right[0] - left[0]
            area += length
            x_moment += length * (left[0] + right[0]) / 2
            y_moment += length * y
    if area == 0.0:
        return Mass(0.0, box.center)
    return Mass(area * step, (x_moment / area, y_moment / area))


def thinnest_stroke(path: Path) -> float:
    """Thickness of the thinnest strokes of an outline, in its own units.

    Of all stroke thickness met, weighted by length, the value that 4 % of the length is thinner
    than: a hairline counts, the point it ends in does not. An outline in which no stroke is met (a
    single dot) is as thin as the shorter side of its box. ValueError when it is empty.
    """
    box = path.bounds
    step = max(min(box.width, box.height), max(box.width, box.height) / 8) / _LINES or 1.0
    edges = _edges(path, step / 12)
    found: list[float] = []
    for index in range(_DIRECTIONS):
        for _, crossings in _scan(edges, math.pi * index / _DIRECTIONS, step):
            for left, right in _spans(crossings):
                if left[2] > _FACING and right[2] > _FACING:
                    found.append((right[0] - left[0]) * (left[2] + right[2]) / 2)
    if not found:
        return min(box.width, box.height)
    found.sort()
    return found[int(len(found) * _DETAIL)]


def _edges(path: Path, tolerance: float) -> list[_Edge]:
    edges: list[_Edge] = []
    for points in path.flatten(tolerance or 1.0):
        closed = [*points, points[0]]
        edges.extend(
            (x0, y0, x1, y1)
            for (x0, y0), (x1, y1) in itertools.pairwise(closed)
            if (x0, y0) != (x1, y1)
        )
    return edges


def _scan(edges: list[_Edge], angle: float, step: float) -> Iterator[tuple[float, list[_Crossing]]]:
    """Scan lines `step` apart, turned by `angle`: each line's offset and its crossings in order."""
    cos, sin = math.cos(angle), math.sin(angle)
    lines: dict[int, list[_Crossing]] = {}
    for x0, y0, x1, y1 in edges:
        u0, v0 = x0 * cos + y0 * sin, y0 * cos - x0 * sin
        u1, v1 = x1 * cos + y1 * sin, y1 * cos - x1 * sin
        turn = 1
        if v0 > v1:
            u0, v0, u1, v1, turn = u1, v1, u0, v0, -1
        # Lines lie between multiples of the step, so a flat edge on the grid is met by none.
        first, last = math.ceil(v0 / step - 0.5), math.ceil(v1 / step - 0.5)
        if first >= last:
            continue
        slope = (u1 - u0) / (v1 - v0)
        facing = (v1 - v0) / math.hypot(u1 - u0, v1 - v0)
        for line in range(first, last):
            at = u0 + ((line + 0.5) * step - v0) * slope
            lines.setdefault(line, []).append((at, turn, facing))
    for line in sorted(lines):
        yield (line + 0.5) * step, sorted(lines[line])


def _spans(crossings: list[_Crossing]) -> Iterator[tuple[_Crossing, _Crossing]]:
    winding = 0
    entered = crossings[0]
    for crossing in crossings:
        if winding == 0:
            entered = crossing
        winding += crossing[1]
        if winding == 0 and crossing[0] > entered[0]:
            yield entered, crossing
