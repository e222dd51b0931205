"""Boolean operations on outlines, and strokes turned into outlines.

Skia's PathOps does the geometry ("PathOps: Boolean Geometry Ops", Skia documentation). It keeps
coordinates in single precision and judges flatness in px, so outlines are enlarged first, to about
sixteen thousand units across, and its answers are rounded to a thousandth of the outline's unit
(finer for outlines smaller than 100 units). Curves that cross themselves defeat it about once in
ten thousand times; polygons do not, so it is then given finely cut polygons. Strokes come as
chains of small curves and are refitted, at most 1/16000 of the outline's size off.

Results are filled by the non-zero rule: contours wind so that holes are holes, and no contour
crosses another.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Literal

import pathops

from creativekit.canvas.curve_fitting import refit
from creativekit.canvas.path import Command, Path

Cap = Literal["butt", "round", "square"]
Join = Literal["miter", "round", "bevel"]
Rule = Literal["nonzero", "evenodd"]

MITER_LIMIT = 4.0
"""As in SVG and unlike PDF (10): every backend is told this number."""

_EXTENT = 16384.0
_CONIC_TOLERANCE = 0.2
_CUT_TOLERANCE = 0.25
_FIT_TOLERANCE = 1.0
_MANY = (
    160  # commands from which numpy is quicker; only pens of pictures use it: plans do not load it
)

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
    # Contours of two paths that wind opposite ways would cancel where they overlap: each is put
    # in order first.
    drawn = [path for path in paths if path]
    if len(drawn) > 1:
        drawn = [simplify(path) for path in drawn]
    return simplify(Path.join(drawn))


def subtract(a: Path, b: Path) -> Path:
    """What `a` covers and `b` does not."""
    return _combined(a, b, pathops.PathOp.DIFFERENCE)


def intersect(a: Path, b: Path) -> Path:
    """What both cover."""
    return _combined(a, b, pathops.PathOp.INTERSECTION)


def simplify(path: Path, rule: Rule = "nonzero") -> Path:
    """The same area with no overlapping contours; `rule` says how `path` is filled.

    Remembered, because the same art lies under the slides of every language.
    """
    return _simplified(path, rule)


@lru_cache(maxsize=256)
def _simplified(path: Path, rule: Rule) -> Path:
    scale = _scale(path)

    def work(cut: bool) -> pathops.Path:
        drawn = _to_skia(path, scale, rule, cut)
        drawn.simplify(fix_winding=True)
        return drawn

    return _rounded(_commands(_tried(work)), scale)


@lru_cache(maxsize=512)
def stroke(
    path: Path,
    width: float,
    cap: Cap = "round",
    join: Join = "round",
    dash: tuple[float, ...] = (),
    merged: bool = True,
    miter_limit: float = MITER_LIMIT,
) -> Path:
    """The outline of `path` drawn with a pen `width` units wide.

    dash: lengths on, off, … (an odd count is repeated, as in SVG). merged=False leaves contours
    overlapping: enough to fill by the non-zero rule, and cheaper.
    """
    if width <= 0 or not path:
        return Path()
    pattern = dash * 2 if len(dash) % 2 else dash
    if any(length < 0 for length in pattern) or not sum(pattern) > 0:
        pattern = ()

    scale = _scale(path, width)
    drawn = _to_skia(path, scale)
    lengths = [length * scale for length in pattern] or None
    drawn.stroke(width * scale, _CAPS[cap], _JOINS[join], miter_limit, lengths)
    drawn.convertConicsToQuads(_CONIC_TOLERANCE)
    if not merged:
        return _pen_outline(drawn, scale)
    outline = _commands(drawn)

    def work(cut: bool) -> pathops.Path:
        whole = _to_skia(outline, 1.0, cut=True) if cut else drawn
        whole.simplify(fix_winding=True)
        return whole

    return _rounded(refit(_commands(_tried(work)), _FIT_TOLERANCE), scale)


def _combined(a: Path, b: Path, operator: pathops.PathOp) -> Path:
    scale = _scale(a + b)

    def work(cut: bool) -> pathops.Path:
        one, two = _to_skia(a, scale, cut=cut), _to_skia(b, scale, cut=cut)
        return pathops.op(one, two, operator, fix_winding=True)

    return _rounded(_commands(_tried(work)), scale)


def _tried(work: Callable[[bool], pathops.Path]) -> pathops.Path:
    """What `work` makes of curves, or of polygons when those defeat it. Raises ValueError."""
    for cut in (False, True):
        with suppress(pathops.PathOpsError):
            return work(cut)
    raise ValueError("the outline is too tangled")


def _reach(path: Path) -> float:
    return max((abs(v) for c in path.commands for v in c[1:]), default=0.0)


def _scale(path: Path, margin: float = 0.0) -> float:
    reach = _reach(path) + margin
    if not math.isfinite(reach):
        raise ValueError("an outline needs finite coordinates")
    return 2.0 ** math.floor(math.log2(_EXTENT / reach)) if reach > 0 else 1.0


def _to_skia(path: Path, scale: float, rule: Rule = "nonzero", cut: bool = False) -> pathops.Path:
    if cut:
        lines = (Path.polygon(line) for line in path.flatten(_CUT_TOLERANCE / scale))
        path = Path.join(lines)
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


def _pen_outline(drawn: pathops.Path, scale: float) -> Path:
    """What a pen covers, thousands of dots perhaps, in our commands and at its own size."""
    verbs = drawn.verbs
    if len(verbs) < _MANY:
        return _rounded(_commands(drawn), scale)
    return _in_bulk(verbs, drawn.points, scale)


def _digits(scale: float) -> int:
    """As many decimals as the outline's own size deserves."""
    return max(3, 5 - math.floor(math.log10(_EXTENT / scale)))


def _rounded(path: Path, scale: float) -> Path:
    """`path` brought back to its own size."""
    digits = _digits(scale)
    commands: list[Command] = []
    for command in path.commands:
        # Adding zero turns a minus zero into zero.
        numbers = [round(value / scale, digits) + 0.0 for value in command[1:]]
        commands.append((command[0], *numbers))  # type: ignore[arg-type]
    return Path(tuple(commands))


def _commands(drawn: pathops.Path) -> Path:
    """Skia's outline in our commands, still enlarged; quadratics raised to cubics."""
    commands: list[Command] = []
    x0 = y0 = 0.0
    for verb, points in drawn:
        if verb == pathops.PathVerb.MOVE:
            commands.append(("M", *points[0]))
        elif verb == pathops.PathVerb.LINE:
            commands.append(("L", *points[0]))
        elif verb == pathops.PathVerb.QUAD:
            (x1, y1), (x, y) = points
            one = (x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3
            two = (x + 2 * x1) / 3, (y + 2 * y1) / 3
            commands.append(("C", *one, *two, x, y))
        elif verb == pathops.PathVerb.CUBIC:
            (x1, y1), (x2, y2), (x, y) = points
            commands.append(("C", x1, y1, x2, y2, x, y))
        elif verb == pathops.PathVerb.CLOSE:
            commands.append(("Z",))
        else:
            raise AssertionError(f"{verb} was to be a quadratic by now")
        if points:
            x0, y0 = points[-1]
    return Path(tuple(commands))


def _in_bulk(
    verbs: Sequence[pathops.PathVerb], points: Sequence[tuple[float, float]], scale: float
) -> Path:
    """What `_rounded(_commands(...))` gives, to the bit: thousands of dots in half the time.

    numpy rounds a value times 10^digits to the next whole number, Python the value's exact
    decimals. They differ only where that product, in double precision, hides on which side of a
    half it lies: coordinates in single precision, and thirds of them, are never so near to one.
    """
    import numpy as np

    move, line, quad = pathops.PathVerb.MOVE, pathops.PathVerb.LINE, pathops.PathVerb.QUAD
    cubic, close = pathops.PathVerb.CUBIC, pathops.PathVerb.CLOSE
    quads = []
    at = 0
    for verb in verbs:
        if verb is quad:
            quads.append(at)
            at += 2
        elif verb is cubic:
            at += 3
        elif verb is move or verb is line:
            at += 1
    xy = np.array(points, dtype=np.float64).reshape(-1, 2)
    control = np.array(quads, dtype=np.intp)
    bent = 2 * xy[control]
    raised = np.hstack(
        ((xy[control - 1] + bent) / 3, (xy[control + 1] + bent) / 3, xy[control + 1])
    )
    digits = _digits(scale)
    one, six = ((np.round(each / scale, digits) + 0.0).tolist() for each in (xy, raised))
    commands: list[Command] = []
    curves = iter(six)
    at = 0
    for verb in verbs:
        if verb is quad:
            commands.append(("C", *next(curves)))
            at += 2
        elif verb is close:
            commands.append(("Z",))
        elif verb is cubic:
            commands.append(("C", *one[at], *one[at + 1], *one[at + 2]))
            at += 3
        else:
            commands.append(("M" if verb is move else "L", *one[at]))
            at += 1
    return Path(tuple(commands))
