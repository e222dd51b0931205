"""Fewer curves for the same line.

An offset curve comes out of a stroker as a long chain of small quadratics. A type designer would
draw the same line with a curve every quarter turn, and so should a logo's file: chains whose
pieces meet without a corner are replaced by single cubics wherever one stays within a tolerance.
The fit is P. J. Schneider's ("An Algorithm for Automatically Fitting Digitized Curves", Graphics
Gems, 1990): end points and end tangents are kept, the two handle lengths follow by least squares,
and the points' places along the curve are improved by Newton's method.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from creativekit.canvas.path import Command, Path, Point

_CORNER = math.cos(math.radians(2.0))
_MOST_TURN = math.radians(91.0)
_ROUNDS = 4

Curve = tuple[Point, Point, Point, Point]


def refit(path: Path, tolerance: float) -> Path:
    """`path` with its chains of curves refitted, nowhere farther off than `tolerance` units."""
    commands: list[Command] = []
    for contour, closed in path.contours():
        commands += _contour(contour, tolerance)
        if closed:
            commands.append(("Z",))
    return Path(tuple(commands))


def _contour(contour: Sequence[Command], tolerance: float) -> list[Command]:
    out: list[Command] = [contour[0]]
    chain: list[Curve] = []
    at = (0.0, 0.0)
    for command in contour:
        if len(command) == 7:
            _, x1, y1, x2, y2, x, y = command
            curve = (at, (x1, y1), (x2, y2), (x, y))
            if chain and not _smooth(chain[-1], curve):
                out += _fitted(chain, tolerance)
                chain = []
            chain.append(curve)
            at = (x, y)
        elif len(command) == 3:
            out += _fitted(chain, tolerance)
            chain = []
            if command[0] == "L":
                out.append(command)
            at = (command[1], command[2])
    return out + _fitted(chain, tolerance)


def _fitted(chain: list[Curve], tolerance: float) -> list[Command]:
    """The chain in few cubics: a curve every quarter turn, halved where that is not close enough.

    Halving by turn, and not taking as much as possible from one end, keeps what is symmetric so.
    """
    turns = [_turn(curve) for curve in chain]
    parts = max(1, math.ceil(sum(turns) / _MOST_TURN - 1e-6))
    commands: list[Command] = []
    for part in _split(chain, turns, parts):
        commands += _halved(part, tolerance)
    return commands


def _halved(chain: list[Curve], tolerance: float) -> list[Command]:
    found = chain[0] if len(chain) == 1 else _fit(chain, tolerance)
    if found is not None:
        _, one, two, end = found
        return [("C", *one, *two, *end)]
    halves = _split(chain, [_turn(curve) for curve in chain], 2)
    if len(halves) == 1:
        halves = [chain[: len(chain) // 2], chain[len(chain) // 2 :]]
    return [command for half in halves for command in _halved(half, tolerance)]


def _split(chain: list[Curve], turns: list[float], parts: int) -> list[list[Curve]]:
    """The chain cut into `parts` (or fewer) of about the same turn."""
    if parts == 1 or not chain:
        return [chain] if chain else []
    goal = sum(turns) / parts
    pieces: list[list[Curve]] = [[]]
    done = 0.0
    for curve, turn in zip(chain, turns, strict=True):
        if pieces[-1] and len(pieces) < parts and done + turn / 2 > goal * len(pieces):
            pieces.append([])
        pieces[-1].append(curve)
        done += turn
    return pieces


def _fit(chain: list[Curve], tolerance: float) -> Curve | None:
    """One cubic for the whole chain, or None when none comes close enough."""
    p0, p3 = chain[0][0], chain[-1][3]
    out, into = _tangent(chain[0], 0), _tangent(chain[-1], 3)
    if out is None or into is None:
        return None
    points = [_at(curve, t) for curve in chain for t in (0.5, 1.0)]
    points.pop()
    places = _places([p0, *points, p3])
    for _ in range(_ROUNDS):
        curve = _least_squares(p0, p3, out, into, points, places)
        if curve is None:
            return None
        places = [_nearer(curve, point, t) for point, t in zip(points, places, strict=True)]
        worst = max(
            _distance(_at(curve, t), point) for point, t in zip(points, places, strict=True)
        )
        if worst <= tolerance:
            return curve
        if worst > 30 * tolerance:
            return None
    return None


def _least_squares(
    p0: Point, p3: Point, out: Point, into: Point, points: list[Point], places: list[float]
) -> Curve | None:
    aa = ab = bb = ax = bx = 0.0
    cosine = -(out[0] * into[0] + out[1] * into[1])
    for (x, y), t in zip(points, places, strict=True):
        s = 1 - t
        b0, b1, b2, b3 = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        rx = x - p0[0] * (b0 + b1) - p3[0] * (b2 + b3)
        ry = y - p0[1] * (b0 + b1) - p3[1] * (b2 + b3)
        aa += b1 * b1
        bb += b2 * b2
        ab += b1 * b2
        ax += b1 * (out[0] * rx + out[1] * ry)
        bx -= b2 * (into[0] * rx + into[1] * ry)
    ab *= cosine
    determinant = aa * bb - ab * ab
    if abs(determinant) < 1e-12:
        return None
    alpha = (ax * bb - bx * ab) / determinant
    beta = (bx * aa - ax * ab) / determinant
    most = 2 * _distance(p0, p3)
    if not (0 < alpha < most and 0 < beta < most):
        return None
    one = p0[0] + alpha * out[0], p0[1] + alpha * out[1]
    two = p3[0] - beta * into[0], p3[1] - beta * into[1]
    return p0, one, two, p3


def _places(points: list[Point]) -> list[float]:
    """Where inner points lie along a line through all of them, 0–1."""
    along = [0.0]
    for a, b in pairwise(points):
        along.append(along[-1] + _distance(a, b))
    whole = along[-1] or 1.0
    return [value / whole for value in along[1:-1]]


def _nearer(curve: Curve, point: Point, t: float) -> float:
    """A step of Newton's method towards the curve's nearest place to `point`."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = curve
    s = 1 - t
    x, y = _at(curve, t)
    dx = 3 * (s * s * (x1 - x0) + 2 * s * t * (x2 - x1) + t * t * (x3 - x2))
    dy = 3 * (s * s * (y1 - y0) + 2 * s * t * (y2 - y1) + t * t * (y3 - y2))
    ddx = 6 * (s * (x2 - 2 * x1 + x0) + t * (x3 - 2 * x2 + x1))
    ddy = 6 * (s * (y2 - 2 * y1 + y0) + t * (y3 - 2 * y2 + y1))
    ex, ey = x - point[0], y - point[1]
    slope = dx * dx + dy * dy + ex * ddx + ey * ddy
    if abs(slope) < 1e-12:
        return t
    return min(1.0, max(0.0, t - (ex * dx + ey * dy) / slope))


def _smooth(a: Curve, b: Curve) -> bool:
    end, start = _tangent(a, 3), _tangent(b, 0)
    if end is None or start is None:
        return False
    return end[0] * start[0] + end[1] * start[1] > _CORNER


def _turn(curve: Curve) -> float:
    """How far the direction turns from the curve's start to its end, in radians."""
    start, end = _tangent(curve, 0), _tangent(curve, 3)
    if start is None or end is None:
        return 0.0
    cross = start[0] * end[1] - start[1] * end[0]
    return abs(math.atan2(cross, start[0] * end[0] + start[1] * end[1]))


def _tangent(curve: Curve, place: int) -> Point | None:
    """The direction at the curve's start (0) or end (3); None when all its points coincide."""
    pairs = ((0, 1), (0, 2), (0, 3)) if place == 0 else ((2, 3), (1, 3), (0, 3))
    for a, b in pairs:
        x, y = curve[b][0] - curve[a][0], curve[b][1] - curve[a][1]
        size = math.hypot(x, y)
        if size > 1e-9:
            return x / size, y / size
    return None


def _at(curve: Curve, t: float) -> Point:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = curve
    s = 1 - t
    a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    return a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def _distance(a: Point, b: Point) -> float:
    return math.hypot(a[0] - b[0], a[1] - b[1])
