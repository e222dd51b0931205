"""Spirals and swept curves, drawn as a pen would: ahead, then round a bend.

The radius of curvature runs linearly with the angle turned, which makes each bend an involute of
a circle (Gray, "Modern Differential Geometry of Curves and Surfaces", on involutes): the windings
of a volute stay evenly apart, so figure and ground are equally wide, as on cut felt. Direction is
continuous everywhere by construction; curvature is too, where one bend starts at the radius the
last one ended with. The position has a closed form, and each piece of at most 30° becomes the
cubic whose handles are those of a circular arc, less than 1e-4 of the radius off the true curve.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterable

from creativekit.canvas.path import Command, Path, Point

LARGEST_PIECE = math.radians(30)

Step = tuple[float] | tuple[float, float, float]
"""(length,): straight ahead. (radius, radius at the end, degrees): a bend, clockwise if > 0."""


def sweep(at: Point, heading: float, steps: Iterable[Step]) -> Path:
    """The open path of a pen that starts `at` a point, heading 0° to the right, 90° down."""
    pen = complex(*at)
    angle = math.radians(heading)
    commands: list[Command] = [("M", pen.real, pen.imag)]
    for step in steps:
        if len(step) == 1:
            pen += step[0] * cmath.exp(1j * angle)
            commands.append(("L", pen.real, pen.imag))
            continue
        start, end, degrees = step
        side = math.copysign(1.0, degrees)
        turned = math.radians(abs(degrees))
        slope = (end - start) / turned if turned else 0.0
        count = max(1, math.ceil(turned / LARGEST_PIECE - 1e-9))
        piece = turned / count
        reach = 4 / 3 * math.tan(piece / 4)
        origin = pen - _integral(0.0, angle, side, start, slope)
        for index in range(count):
            before, after = index * piece, (index + 1) * piece
            target = origin + _integral(after, angle, side, start, slope)
            first = pen + (start + slope * before) * reach * cmath.exp(1j * (angle + side * before))
            last = target - (start + slope * after) * reach * cmath.exp(1j * (angle + side * after))
            commands.append(
                ("C", first.real, first.imag, last.real, last.imag, target.real, target.imag)
            )
            pen = target
        angle += side * turned
    return Path(tuple(commands))


def _integral(turned: float, angle: float, side: float, radius: float, slope: float) -> complex:
    """∫ (radius + slope·u) · exp(i·(angle + side·u)) du at u = turned, without the constant."""
    direction = cmath.exp(1j * (angle + side * turned))
    return (radius + slope * turned) * direction / (1j * side) + slope * direction
