"""The shapes a monogram stands in: circle, squircle, arch, diamond and shield, 1000 units high.

All are convex, so whether letters fit is a matter of half-planes, exact and without searching. The
squircle is a true superellipse (Lamé curve), not a rectangle with round corners: its curvature
has no jump where the side begins. Pointed and round shapes look smaller than flat ones of the same
height (overshoot), which is met by how large letters may stand in them, not by the height, so that
every symbol keeps the 1000 units that lockups count in.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from creativekit.canvas.path import KAPPA, Command, Path, Point
from creativekit.identity.ink import mass

HEIGHT = 1000.0

_SQUIRCLE_EXPONENT = 4.0
_ARCH_WIDTH = 780.0
_ARCH_FOOT = 36.0
_DIAMOND_CORNER = 70.0
_SHIELD_WIDTH = 860.0
_SHIELD_CORNER = 64.0


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A convex outline with its top at y = 0 and its left edge at x = 0.

    cap: the most that a capital letter may measure in it, units. margin: the least distance from
    letters to the edge, units. center: where the weight of the letters belongs.
    """

    path: Path
    cap: float
    margin: float
    center: Point


@cache
def enclosure(shape: str) -> Enclosure:
    """The enclosure named circle, squircle, arch, diamond or shield. KeyError for another."""
    path = _OUTLINES[shape]()
    cap, margin = _ROOM[shape]
    return Enclosure(path, cap, margin, mass(path).center)


def fit(shape: Enclosure, points: Iterable[Point], margin: float) -> float:
    """The largest scale at which `points`, about (0, 0) and moved to the center, stay inside.

    `margin` is kept to the edge. Infinity when all points are the origin.
    """
    cloud = list(points)
    cx, cy = shape.center
    scale = math.inf
    for nx, ny, distance in _half_planes(shape.path):
        reach = max(nx * x + ny * y for x, y in cloud)
        if reach > 0:
            scale = min(scale, (distance - margin - nx * cx - ny * cy) / reach)
    return max(0.0, scale)


def clearance(shape: Enclosure, points: Iterable[Point]) -> float:
    """The least distance from `points` to the edge; negative when one is outside."""
    planes = _half_planes(shape.path)
    return min(distance - nx * x - ny * y for x, y in points for nx, ny, distance in planes)


def _half_planes(path: Path) -> list[tuple[float, float, float]]:
    """Outward unit normals and distances of the sides of a clockwise convex outline."""
    points = path.flatten(0.05)[0]
    planes = []
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        length = math.hypot(x1 - x0, y1 - y0)
        if length > 1e-9:
            nx, ny = (y1 - y0) / length, (x0 - x1) / length
            planes.append((nx, ny, nx * x0 + ny * y0))
    return planes


def superellipse(radius: float, exponent: float) -> Path:
    """|x|ⁿ + |y|ⁿ = rⁿ about (r, r), clockwise, as sixteen cubics; within 0.1 % of r.

    Each cubic leaves and arrives along the curve's own tangents and passes through its middle.
    """
    octant = [
        _lame_piece(math.pi / 8 * index, math.pi / 8 * (index + 1), exponent) for index in (0, 1)
    ]
    quadrant = octant + [tuple((y, x) for x, y in reversed(piece)) for piece in reversed(octant)]
    commands: list[Command] = [("M", 2 * radius, radius)]
    for quarter in range(4):
        for piece in quadrant:
            (x1, y1), (x2, y2), (x3, y3) = (
                (radius + radius * x, radius + radius * y)
                for x, y in (_quarter_turn(point, quarter) for point in piece[1:])
            )
            commands.append(("C", x1, y1, x2, y2, x3, y3))
    commands.append(("Z",))
    return Path(tuple(commands))


def _lame_piece(first: float, last: float, exponent: float) -> tuple[Point, ...]:
    """A cubic along the unit curve between two angles of its parameter."""

    def at(angle: float) -> Point:
        return math.cos(angle) ** (2 / exponent), math.sin(angle) ** (2 / exponent)

    def tangent(point: Point) -> Point:
        return -(point[1] ** (exponent - 1)), point[0] ** (exponent - 1)

    start, end = at(first), at(last)
    handles = _handles(start, tangent(start), at((first + last) / 2), tangent(end), end)
    return start, *handles, end


def _handles(
    start: Point, leaving: Point, middle: Point, arriving: Point, end: Point
) -> tuple[Point, Point]:
    """Control points of the cubic with these end tangents that passes `middle` at t = ½."""
    right = [(8 * middle[axis] - 4 * (start[axis] + end[axis])) / 3 for axis in (0, 1)]
    # leaving·a − arriving·b = right
    determinant = -leaving[0] * arriving[1] + arriving[0] * leaving[1]
    a = (-right[0] * arriving[1] + arriving[0] * right[1]) / determinant
    b = (leaving[0] * right[1] - leaving[1] * right[0]) / determinant
    return (
        (start[0] + a * leaving[0], start[1] + a * leaving[1]),
        (end[0] - b * arriving[0], end[1] - b * arriving[1]),
    )


def _quarter_turn(point: Point, times: int) -> Point:
    x, y = point
    for _ in range(times):
        x, y = -y, x
    return x, y


def rounded_polygon(corners: Iterable[tuple[float, float, float]]) -> Path:
    """A clockwise polygon of (x, y, cut): `cut` units before and after a corner are a curve."""
    points = list(corners)
    commands: list[Command] = []
    for index, (x, y, cut) in enumerate(points):
        before, after = points[index - 1], points[(index + 1) % len(points)]
        first = _towards((x, y), before[:2], cut)
        last = _towards((x, y), after[:2], cut)
        commands.append(("L" if commands else "M", *first))
        if cut:
            commands.append(
                (
                    "C",
                    first[0] + (x - first[0]) * KAPPA,
                    first[1] + (y - first[1]) * KAPPA,
                    last[0] + (x - last[0]) * KAPPA,
                    last[1] + (y - last[1]) * KAPPA,
                    *last,
                )
            )
    commands.append(("Z",))
    return Path(tuple(commands))


def _towards(start: Point, target: tuple[float, ...], distance: float) -> Point:
    dx, dy = target[0] - start[0], target[1] - start[1]
    length = math.hypot(dx, dy)
    return start[0] + dx / length * distance, start[1] + dy / length * distance


def _arch() -> Path:
    """A half circle on straight walls; its feet are softened by a hair."""
    radius, k = _ARCH_WIDTH / 2, _ARCH_WIDTH / 2 * KAPPA
    right, foot = _ARCH_WIDTH, _ARCH_FOOT
    f = foot * (1 - KAPPA)
    return Path(
        (
            ("M", 0.0, radius),
            ("C", 0.0, radius - k, radius - k, 0.0, radius, 0.0),
            ("C", radius + k, 0.0, right, radius - k, right, radius),
            ("L", right, HEIGHT - foot),
            ("C", right, HEIGHT - f, right - f, HEIGHT, right - foot, HEIGHT),
            ("L", foot, HEIGHT),
            ("C", f, HEIGHT, 0.0, HEIGHT - f, 0.0, HEIGHT - foot),
            ("Z",),
        )
    )


def _diamond() -> Path:
    """A square on its corner. Rounding takes a little off its height: it is scaled back."""
    half, cut = HEIGHT / 2, _DIAMOND_CORNER
    path = rounded_polygon(
        ((half, 0, cut), (2 * half, half, cut), (half, 2 * half, cut), (0, half, cut))
    )
    box = path.bounds
    return path.translate(-box.left, -box.top).scale(HEIGHT / box.height)


def _shield() -> Path:
    """Flat on top, straight at the shoulder, and two long curves that meet in a blunt point."""
    width, corner = _SHIELD_WIDTH, _SHIELD_CORNER
    c = corner * (1 - KAPPA)
    middle, shoulder = width / 2, 430.0
    blunt = 26.0
    return Path(
        (
            ("M", corner, 0.0),
            ("L", width - corner, 0.0),
            ("C", width - c, 0.0, width, c, width, corner),
            ("L", width, shoulder),
            ("C", width, 720.0, width * 0.76, 890.0, middle + blunt, 994.0),
            (
                "C",
                middle + blunt * 0.4,
                1002.0,
                middle - blunt * 0.4,
                1002.0,
                middle - blunt,
                994.0,
            ),
            ("C", width * 0.24, 890.0, 0.0, 720.0, 0.0, shoulder),
            ("L", 0.0, corner),
            ("C", 0.0, c, c, 0.0, corner, 0.0),
            ("Z",),
        )
    )


_OUTLINES = {
    "circle": lambda: Path.ellipse(HEIGHT / 2, HEIGHT / 2, HEIGHT / 2),
    "squircle": lambda: superellipse(HEIGHT / 2, _SQUIRCLE_EXPONENT),
    "arch": _arch,
    "diamond": _diamond,
    "shield": _shield,
}
# The most that a capital may measure, and its least distance to the edge.
_ROOM = {
    "circle": (560.0, 105.0),
    "squircle": (580.0, 115.0),
    "arch": (500.0, 100.0),
    "diamond": (450.0, 72.0),
    "shield": (510.0, 100.0),
}
