"""Boolean operations on outlines, and strokes turned into outlines.

Skia's PathOps does the geometry ("PathOps: Boolean Geometry Ops", Skia documentation). It keeps
coordinates in single precision and judges flatness in px, so outlines are enlarged by a power of
two (which is exact) to about four thousand units first, and its answers are rounded to a
thousandth of the outline's unit, finer for outlines smaller than 100 units. Results are filled by
the non-zero rule: contours wind so that holes are holes, and no contour crosses another.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal

import pathops

from creativekit.canvas.path import Command, Path

Cap = Literal["butt", "round", "square"]
Join = Literal["miter", "round", "bevel"]
Rule = Literal["nonzero", "evenodd"]

MITER_LIMIT = 4.0
"""As in SVG and unlike PDF (10): every backend is told this number."""

_EXTENT = 4096.0
_CONIC_TOLERANCE = 0.02

_CAPS = {
    "butt": pathops.LineCap.BUTT_CAP,
    "round": pathops.LineCap.ROUND_CAP,
    "square": pathops.LineCap.SQUARE_CAP,
}
_JOINS = {
    "miter": pathops.LineJoin.MITER_JOIN,
    "round": pathops.LineJoin.ROUND_JOIN,
    "bevel": pathops.LineJoin.BEVEL_JOIN,
}


def union(*paths: Path) -> Path:
    """Everything that any of `paths` covers."""
    return simplify(Path.join(_each_by_nonzero(paths)))


def subtract(a: Path, b: Path) -> Path:
    """What `a` covers and `b` does not."""
    return _combine(a, b, pathops.PathOp.DIFFERENCE)


def intersect(a: Path, b: Path) -> Path:
    """What both cover."""
    return _combine(a, b, pathops.PathOp.INTERSECTION)


def simplify(path: Path, rule: Rule = "nonzero") -> Path:
    """The same area with no overlapping contours; `rule` says how `path` is filled."""
    scale = _scale(path)
    drawn = _to_skia(path, scale, rule)
    drawn.simplify(fix_winding=True)
    return _from_skia(drawn, scale)


def stroke(
    path: Path,
    width: float,
    cap: Cap = "round",
    join: Join = "round",
    dash: tuple[float, ...] = (),
    merged: bool = True,
) -> Path:
    """The outline of `path` drawn with a pen `width` units wide.

    dash: lengths on, off, … (an odd count is repeated, as in SVG). merged=False leaves contours
    overlapping: enough to fill by the non-zero rule, and cheaper.
    """
    if width <= 0 or not path:
        return Path()
    scale = _scale(path, width)
    drawn = _to_skia(path, scale)
    pattern = dash * 2 if len(dash) % 2 else dash
    if any(length < 0 for length in pattern) or not sum(pattern) > 0:
        pattern = ()
    drawn.stroke(
        width * scale,
        _CAPS[cap],
        _JOINS[join],
        MITER_LIMIT,
        [length * scale for length in pattern] or None,
    )
    drawn.convertConicsToQuads(_CONIC_TOLERANCE)
    if merged:
        drawn.simplify(fix_winding=True)
    return _from_skia(drawn, scale)


def _each_by_nonzero(paths: tuple[Path, ...]) -> Iterator[Path]:
    # Contours of two paths that wind opposite ways would cancel where they overlap.
    return (simplify(path) if len(paths) > 1 else path for path in paths if path)


def _combine(a: Path, b: Path, operator: pathops.PathOp) -> Path:
    scale = _scale(a + b)
    result = pathops.op(
        _to_skia(a, scale), _to_skia(b, scale), operator, fix_winding=True
    )
    return _from_skia(result, scale)


def _reach(path: Path) -> float:
    return max((abs(v) for c in path.commands for v in c[1:]), default=0.0)


def _scale(path: Path, margin: float = 0.0) -> float:
    reach = _reach(path) + margin
    if not math.isfinite(reach):
        raise ValueError("an outline needs finite coordinates")
    return 2.0 ** math.floor(math.log2(_EXTENT / reach)) if reach > 0 else 1.0


def _to_skia(path: Path, scale: float, rule: Rule = "nonzero") -> pathops.Path:
    fill = pathops.FillType.EVEN_ODD if rule == "evenodd" else pathops.FillType.WINDING
    out = pathops.Path(fillType=fill)
    for command in path.commands:
        if len(command) == 7:
            _, x1, y1, x2, y2, x, y = command
            out.cubicTo(x1 * scale, y1 * scale, x2 * scale, y2 * scale, x * scale, y * scale)
        elif len(command) == 3:
            letter, x, y = command
            (out.moveTo if letter == "M" else out.lineTo)(x * scale, y * scale)
        else:
            out.close()
    return out


def _from_skia(drawn: pathops.Path, scale: float) -> Path:
    # 1000 units in 4096 steps of a float: digits follow from how large the outline is.
    reach = _EXTENT / scale
    digits = max(3, 5 - math.floor(math.log10(reach))) if reach > 0 else 3

    def at(value: float) -> float:
        return round(value / scale, digits) + 0.0  # adding zero turns a minus zero into zero

    commands: list[Command] = []
    x0 = y0 = 0.0
    for verb, points in drawn:
        if verb == pathops.PathVerb.MOVE:
            commands.append(("M", at(points[0][0]), at(points[0][1])))
        elif verb == pathops.PathVerb.LINE:
            commands.append(("L", at(points[0][0]), at(points[0][1])))
        elif verb == pathops.PathVerb.QUAD:
            (x1, y1), (x, y) = points
            commands.append(
                (
                    "C",
                    at((x0 + 2 * x1) / 3),
                    at((y0 + 2 * y1) / 3),
                    at((x + 2 * x1) / 3),
                    at((y + 2 * y1) / 3),
                    at(x),
                    at(y),
                )
            )
        elif verb == pathops.PathVerb.CUBIC:
            (x1, y1), (x2, y2), (x, y) = points
            commands.append(("C", at(x1), at(y1), at(x2), at(y2), at(x), at(y)))
        elif verb == pathops.PathVerb.CLOSE:
            commands.append(("Z",))
        else:
            raise AssertionError(f"{verb} was to be a quadratic by now")
        if points:
            x0, y0 = points[-1]
    return Path(tuple(commands))
