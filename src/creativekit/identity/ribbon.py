"""Strokes of smooth lines as outlines, of even width or tapering.

An offset curve is no Bézier; it is fitted piecewise by cubics that have the true position and the
true derivative of the offset at both ends (Hermite interpolation of the parallel curve, see Farin,
"Curves and Surfaces for CAGD", on offsets). Pieces turn by at most 30°, which keeps the error below
0.01 % of the radius, and leave the few, well placed nodes a designer expects to find in a logo.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from creativekit.canvas.path import KAPPA, Command, Path, Point

LARGEST_PIECE = math.radians(30)
SMOOTH = math.radians(2.5)
SAMPLES = 16

Cubic = tuple[complex, complex, complex, complex]


def is_smooth(path: Path) -> bool:
    """Whether no contour of `path` has a corner (a change of direction by more than 2.5°)."""
    for cubics, closed in _contours(path):
        following = cubics[1:] + (cubics[:1] if closed else [])
        for one, next_one in zip(cubics, following, strict=False):
            turn = _derivative(next_one, 0.0) / _derivative(one, 1.0)
            if abs(math.atan2(turn.imag, turn.real)) > SMOOTH:
                return False
    return True


def ribbon(path: Path, width: float, cap: str = "round", taper: Sequence[float] = (1.0,)) -> Path:
    """The outline of a stroke along the smooth contours of `path`.

    width: same unit as the path. cap: "round" or "butt". taper: factors on the width, evenly
    spaced along the length, blended smoothly. A closed contour gives two, an outer and an inner.
    """
    out: list[Command] = []
    for cubics, closed in _contours(path):
        line = _Line.along(cubics, width, tuple(taper))
        right, left = line.side(1.0), backwards(line.side(-1.0))
        if closed:
            out.extend((*right, ("Z",), *left, ("Z",)))
            continue
        out.extend(right)
        end, start = line.node(len(cubics) - 1, 1.0), line.node(0, 0.0)
        out.extend(_cap(cap, *end, 1.0))
        out.extend(left[1:])
        out.extend(_cap(cap, *start, -1.0))
        out.append(("Z",))
    return Path(tuple(out))


@dataclass(frozen=True)
class _Line:
    """A chain of cubics with its running length and the width along it."""

    cubics: list[Cubic]
    lengths: list[list[float]]
    total: float
    width: float
    taper: tuple[float, ...]

    @classmethod
    def along(cls, cubics: list[Cubic], width: float, taper: tuple[float, ...]) -> _Line:
        lengths: list[list[float]] = []
        total = 0.0
        for cubic in cubics:
            marks = [total]
            for index in range(SAMPLES):
                middle = abs(_derivative(cubic, (index + 0.5) / SAMPLES)) / SAMPLES
                total += middle
                marks.append(total)
            lengths.append(marks)
        return cls(cubics, lengths, total, width, taper)

    def width_at(self, index: int, t: float) -> tuple[float, float]:
        """Width, and its derivative by t."""
        if len(self.taper) == 1:
            return self.width * self.taper[0], 0.0
        marks = self.lengths[index]
        place = min(int(t * SAMPLES), SAMPLES - 1)
        run = marks[place] + (t * SAMPLES - place) * (marks[place + 1] - marks[place])
        share = min(1.0, run / self.total) * (len(self.taper) - 1)
        knot = min(int(share), len(self.taper) - 2)
        low, high = self.taper[knot], self.taper[knot + 1]
        local = share - knot
        blend = local * local * (3 - 2 * local)
        slope = 6 * local * (1 - local) * (high - low) * (len(self.taper) - 1) / self.total
        speed = abs(_derivative(self.cubics[index], t))
        return self.width * (low + (high - low) * blend), self.width * slope * speed

    def node(self, index: int, t: float) -> tuple[complex, complex, float]:
        """Point, unit tangent and width."""
        cubic = self.cubics[index]
        speed = _derivative(cubic, t)
        return _point(cubic, t), speed / abs(speed), self.width_at(index, t)[0]

    def offset(self, index: int, t: float, side: float) -> tuple[complex, complex]:
        """Point and derivative of the parallel curve; side 1 is right of the direction."""
        cubic = self.cubics[index]
        speed = _derivative(cubic, t)
        bend = _second(cubic, t)
        tangent = speed / abs(speed)
        normal = 1j * tangent
        turning = (speed.real * bend.imag - speed.imag * bend.real) / abs(speed) ** 2
        width, slope = self.width_at(index, t)
        point = _point(cubic, t) + side * width / 2 * normal
        return point, speed - side * width / 2 * turning * tangent + side * slope / 2 * normal

    def side(self, side: float) -> list[Command]:
        start = self.offset(0, 0.0, side)[0]
        out: list[Command] = [("M", start.real, start.imag)]
        for index, cubic in enumerate(self.cubics):
            turning = _turning(cubic)
            if turning < 1e-6 and len(self.taper) == 1:
                end = self.offset(index, 1.0, side)[0]
                out.append(("L", end.real, end.imag))
                continue
            least = 1 if len(self.taper) == 1 else 3
            count = max(least, math.ceil(turning / LARGEST_PIECE - 1e-6))
            for piece in range(count):
                t0, t1 = piece / count, (piece + 1) / count
                p0, d0 = self.offset(index, t0, side)
                p1, d1 = self.offset(index, t1, side)
                first, last = p0 + d0 * (t1 - t0) / 3, p1 - d1 * (t1 - t0) / 3
                out.append(("C", first.real, first.imag, last.real, last.imag, p1.real, p1.imag))
        return out


def _cap(cap: str, center: complex, tangent: complex, width: float, way: float) -> list[Command]:
    """From the right side of the line's end to its left (way 1), or back at its start (-1)."""
    ahead = tangent * way * width / 2
    across = 1j * ahead
    tip, far = center + ahead, center - across
    if cap == "butt":
        return [("L", far.real, far.imag)]
    near = center + across
    points = (
        (near + KAPPA * ahead, tip + KAPPA * across, tip),
        (tip - KAPPA * across, far + KAPPA * ahead, far),
    )
    return [("C", a.real, a.imag, b.real, b.imag, c.real, c.imag) for a, b, c in points]


def _contours(path: Path) -> list[tuple[list[Cubic], bool]]:
    """Contours as cubics, straight lines included, without pieces of no length."""
    found = []
    for commands, closed in path.contours():
        cubics: list[Cubic] = []
        pen = start = 0j
        for command in commands:
            if len(command) == 3:
                to = complex(command[1], command[2])
                if command[0] == "M":
                    start = to
                elif abs(to - pen) > 1e-9:
                    cubics.append((pen, pen + (to - pen) / 3, to - (to - pen) / 3, to))
                pen = to
            elif len(command) == 7:
                _, x1, y1, x2, y2, x, y = command
                cubics.append((pen, complex(x1, y1), complex(x2, y2), complex(x, y)))
                pen = complex(x, y)
        if closed and abs(start - pen) > 1e-9:
            cubics.append((pen, pen + (start - pen) / 3, start - (start - pen) / 3, start))
        if cubics:
            found.append((cubics, closed))
    return found


def _point(cubic: Cubic, t: float) -> complex:
    a, b, c, d = cubic
    s = 1 - t
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d


def _derivative(cubic: Cubic, t: float) -> complex:
    a, b, c, d = cubic
    s = 1 - t
    speed = 3 * (s * s * (b - a) + 2 * s * t * (c - b) + t * t * (d - c))
    if abs(speed) > 1e-9:
        return speed
    # A handle of no length: the direction is the one the curve takes right beside it.
    return (c - a if t < 0.5 else d - b) or (d - a) or 1e-9 + 0j


def _second(cubic: Cubic, t: float) -> complex:
    a, b, c, d = cubic
    return 6 * ((1 - t) * (c - 2 * b + a) + t * (d - 2 * c + b))


def _turning(cubic: Cubic) -> float:
    """How far the direction turns along the cubic, radians."""
    total = 0.0
    before = _derivative(cubic, 0.0)
    for index in range(1, 9):
        after = _derivative(cubic, index / 8)
        change = after / before
        total += abs(math.atan2(change.imag, change.real))
        before = after
    return total


def backwards(commands: list[Command]) -> list[Command]:
    """An open run of commands (M first), backwards."""
    points: list[Point] = []
    kinds: list[int] = []
    for command in commands:
        if len(command) == 3:
            points.append((command[1], command[2]))
            kinds.append(1)
        elif len(command) == 7:
            points.extend(
                ((command[1], command[2]), (command[3], command[4]), (command[5], command[6]))
            )
            kinds.append(3)
    points.reverse()
    out: list[Command] = [("M", *points[0])]
    at = 1
    for count in reversed(kinds[1:]):
        if count == 1:
            out.append(("L", *points[at]))
        else:
            out.append(("C", *points[at], *points[at + 1], *points[at + 2]))
        at += count
    return out
