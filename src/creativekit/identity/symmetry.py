"""Exact symmetry: one wedge of a figure, and copies of it joined into closed contours.

Boolean operations answer in single precision, so the two horns of a motif come out a little
different, and an eye sees what a ruler cannot name. So only the fundamental domain of the symmetry
group is kept (Grünbaum and Shephard, "Tilings and Patterns", ch. 1): a sector of 1/n of the turn
for n-fold rotation, half of that between two mirrors. Its outline falls into arcs that end on the
sector's rays; each arc is continued by its own image across the ray, until the contour closes.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable
from dataclasses import dataclass

from creativekit.canvas.path import Command, Path

Curve = tuple[complex, ...]
"""A line (two points) or a cubic (four)."""

ON_RAY = 0.02
"""How near a ray a point lies that the boolean operation put on it, in units of 10 000."""


NEAR = 5.0
"""How far apart an outline and its image may be before they are not the same: a circle of four
cubics is 0.03 % off a true one, and its six-fold image by as much the other way."""


class SymmetryError(ValueError):
    """The figure does not have the symmetry that was declared for it."""


@dataclass(frozen=True, slots=True)
class Symmetry:
    """n-fold rotation about the origin, and mirrors, one of them the vertical axis."""

    fold: int = 1
    mirror: bool = False

    @property
    def is_trivial(self) -> bool:
        return self.fold == 1 and not self.mirror

    @property
    def sector(self) -> tuple[float, float]:
        """The angles (radians, clockwise from the right) of the rays of one fundamental domain."""
        first = math.pi / 2 if self.mirror else math.radians(7.3)
        turn = 2 * math.pi / self.fold
        return first, first + (turn / 2 if self.mirror else turn)


def symmetric(path: Path, symmetry: Symmetry, intersect: Callable[[Path, Path], Path]) -> Path:
    """`path` (about the origin, y down, no overlaps) rebuilt from one wedge of it.

    Raises SymmetryError when the wedge does not fit its images, so the figure is not symmetric.
    """
    if symmetry.is_trivial or not path:
        return path
    first, last = symmetry.sector
    box = path.bounds
    radius = 2 * max(abs(value) for value in (box.left, box.top, box.right, box.bottom)) + 1
    wedge = intersect(path, _wedge(first, last, radius))
    closed, arcs = _arcs(wedge, first, last)
    images = _images(symmetry)
    contours = [
        [_mapped(curve, image) for curve in contour] for contour in closed for image in images
    ]
    contours = [
        _backwards(contour) if image[1] else contour
        for contour, image in zip(contours, images * len(closed), strict=True)
    ]
    contours += _reflected(arcs, first, last) if symmetry.mirror else _rotated(arcs, symmetry)
    return _path(contours)


def _wedge(first: float, last: float, radius: float) -> Path:
    count = max(1, math.ceil((last - first) / (math.pi / 4)))
    rim = [
        2 * radius * cmath.exp(1j * (first + (last - first) * index / count))
        for index in range(count + 1)
    ]
    return Path.polygon([(0.0, 0.0), *((point.real, point.imag) for point in rim)])


def _arcs(wedge: Path, first: float, last: float) -> tuple[list[list[Curve]], list[list[Curve]]]:
    """Contours inside the wedge, and runs of curves from ray to ray with their ends on the rays."""
    closed: list[list[Curve]] = []
    arcs: list[list[Curve]] = []
    for curves in _curves(wedge):
        free = [curve for curve in curves if not _lies_on_ray(curve, first, last)]
        if len(free) == len(curves):
            closed.append(curves)
            continue
        start = next(
            index for index, curve in enumerate(curves) if _lies_on_ray(curve, first, last)
        )
        run: list[Curve] = []
        for curve in curves[start:] + curves[:start]:
            if not _lies_on_ray(curve, first, last):
                run.append(curve)
            elif run:
                arcs.append(run)
                run = []
        if run:
            arcs.append(run)
    return closed, [_ended_on_rays(arc, first, last) for arc in arcs]


def _distance(point: complex, angle: float) -> float:
    turned = point * cmath.exp(-1j * angle)
    return abs(turned.imag) if turned.real > -ON_RAY else math.inf


def _lies_on_ray(curve: Curve, first: float, last: float) -> bool:
    if len(curve) != 2:
        return False
    rays = (first, last)
    if any(all(_distance(point, angle) < ON_RAY for point in curve) for angle in rays):
        return True
    # The two rays of a half-plane are one line, and an edge may run along both.
    is_half = abs(last - first - math.pi) < 1e-9
    ends = (min(_distance(point, angle) for angle in rays) for point in curve)
    return is_half and all(distance < ON_RAY for distance in ends)


def _ray_of(point: complex, first: float, last: float) -> float:
    return min((first, last), key=lambda angle: _distance(point, angle))


def _on_ray(point: complex, angle: float) -> complex:
    direction = cmath.exp(1j * angle)
    return (point * direction.conjugate()).real * direction


def _ended_on_rays(arc: list[Curve], first: float, last: float) -> list[Curve]:
    start, end = arc[0][0], arc[-1][-1]
    for point in (start, end):
        if _distance(point, _ray_of(point, first, last)) > ON_RAY:
            raise SymmetryError("an outline ends inside the sector")
        if abs(point) < ON_RAY:
            raise SymmetryError("an outline passes through the centre")
    start = _on_ray(start, _ray_of(start, first, last))
    end = _on_ray(end, _ray_of(end, first, last))
    arc = [(start, *arc[0][1:]), *arc[1:]]
    return [*arc[:-1], (*arc[-1][:-1], end)]


def _images(symmetry: Symmetry) -> list[tuple[complex, bool]]:
    """Every element of the group: z → factor·z, or factor·z̄ where the flag is set."""
    turns = [cmath.exp(2j * math.pi * index / symmetry.fold) for index in range(symmetry.fold)]
    rotations = [(_clean(turn), False) for turn in turns]
    if not symmetry.mirror:
        return rotations
    # The mirror in the vertical axis is z → -z̄.
    return rotations + [(_clean(-turn), True) for turn in turns]


def _clean(value: complex) -> complex:
    """Quarter turns without the rounding of sine and cosine."""
    return complex(
        *(
            float(round(part)) if abs(part - round(part)) < 1e-12 else part
            for part in (value.real, value.imag)
        )
    )


def _mapped(curve: Curve, image: tuple[complex, bool]) -> Curve:
    factor, flips = image
    return tuple(factor * (point.conjugate() if flips else point) for point in curve)


def _backwards(curves: list[Curve]) -> list[Curve]:
    return [curve[::-1] for curve in reversed(curves)]


def _across(curves: list[Curve], angle: float) -> list[Curve]:
    """The mirror image in the ray at `angle`, run backwards so that it goes on from the ray."""
    factor = _clean(cmath.exp(2j * angle))
    return _backwards([_mapped(curve, (factor, True)) for curve in curves])


def _reflected(arcs: list[list[Curve]], first: float, last: float) -> list[list[Curve]]:
    """Each arc continued by reflections; the copies that close apart are added by rotation."""
    contours: list[list[Curve]] = []
    fold = round(math.pi / (last - first))
    for arc in arcs:
        start = _ray_of(arc[0][0], first, last)
        end = _ray_of(arc[-1][-1], first, last)
        pair = arc + _across(arc, end)
        turns = [_clean(cmath.exp(2j * math.pi * index / fold)) for index in range(fold)]
        copies = [[_mapped(curve, (turn, False)) for curve in pair] for turn in turns]
        if start == end:
            contours.extend(copies)
        else:
            # From ray `start` over `end` to the image of `start`: one turn of the group further.
            ordered = copies if end > start else copies[:1] + copies[:0:-1]
            contours.append([curve for copy in ordered for curve in copy])
    return contours


def _rotated(arcs: list[list[Curve]], symmetry: Symmetry) -> list[list[Curve]]:
    """Arcs chained through the rotation that carries one ray onto the other."""
    first, last = symmetry.sector
    turn = _clean(cmath.exp(2j * math.pi / symmetry.fold))
    contours: list[list[Curve]] = []
    used: set[tuple[int, int]] = set()
    for index in range(len(arcs)):
        for copy in range(symmetry.fold):
            if (index, copy) in used:
                continue
            contour: list[Curve] = []
            at, rotation = index, copy
            while (at, rotation) not in used:
                used.add((at, rotation))
                image = (turn**rotation, False)
                contour.extend(_mapped(curve, image) for curve in arcs[at])
                end = arcs[at][-1][-1]
                step = 0
                if _ray_of(end, first, last) == last:
                    end, step = end / turn, 1
                else:
                    end, step = end * turn, -1
                at = _starting_at(end, arcs)
                rotation = (rotation + step) % symmetry.fold
            contours.append(contour)
    return contours


def _starting_at(point: complex, arcs: list[list[Curve]]) -> int:
    best = min(range(len(arcs)), key=lambda index: abs(arcs[index][0][0] - point))
    if abs(arcs[best][0][0] - point) > NEAR:
        raise SymmetryError("a rotated outline does not meet itself")
    return best


def _curves(path: Path) -> list[list[Curve]]:
    found: list[list[Curve]] = []
    for commands, _ in path.contours():
        curves: list[Curve] = []
        pen = start = 0j
        for command in commands:
            if len(command) == 3:
                to = complex(command[1], command[2])
                if command[0] == "M":
                    start = to
                elif abs(to - pen) > 1e-9:
                    curves.append((pen, to))
                pen = to
            elif len(command) == 7:
                _, x1, y1, x2, y2, x, y = command
                curves.append((pen, complex(x1, y1), complex(x2, y2), complex(x, y)))
                pen = complex(x, y)
        if abs(start - pen) > 1e-9:
            curves.append((pen, start))
        if curves:
            found.append(curves)
    return found


def _path(contours: list[list[Curve]]) -> Path:
    out: list[Command] = []
    for curves in contours:
        out.append(("M", curves[0][0].real, curves[0][0].imag))
        for index, curve in enumerate(curves):
            # Joined exactly: the next curve begins where this one is said to end.
            end = curves[(index + 1) % len(curves)][0]
            if len(curve) == 2:
                out.append(("L", end.real, end.imag))
            else:
                _, a, b, _ = curve
                out.append(("C", a.real, a.imag, b.real, b.imag, end.real, end.imag))
        out.append(("Z",))
    return Path(tuple(out))
