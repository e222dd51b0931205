"""Shapes of a drawing: one table of a template becomes one filled outline.

Templates count in units of their grid; outlines come out about the drawing's centre in *work
units*, 10 000 to the grid, because boolean operations run in single precision and stroking has a
fixed tolerance. Strokes are counted in multiples of the brand's stroke, `s` in expressions.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from creativekit.canvas import outline_ops
from creativekit.canvas.path import Affine, Command, Path, Point
from creativekit.errors import msg
from creativekit.identity.expressions import ExpressionError, Scope
from creativekit.identity.path_data import path_data
from creativekit.identity.ribbon import is_smooth, ribbon
from creativekit.identity.sweep import Step, sweep
from creativekit.identity.template_table import Table

WORK = 10_000.0
MOST_COPIES = 48
MOST_COMMANDS = 4000
AT_ONCE = 4
OPERATIONS = ("add", "cut", "keep")
CAPS: tuple[Literal["round", "butt"], ...] = ("round", "butt")
JOINS: tuple[Literal["round", "miter", "bevel"], ...] = ("round", "miter", "bevel")
AXES = ("x", "y", "xy")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a drawing's coordinates mean: grid units to its width, its centre, one stroke `s`."""

    grid: float
    center: Point
    scope: Scope

    @property
    def limit(self) -> float:
        """How far from zero a coordinate may lie."""
        return 5 * self.grid

    @property
    def stroke(self) -> float:
        return self.scope["s"]

    def work(self, path: Path, about: Point | None = None) -> Path:
        """`path` in work units about `about` (the drawing's centre)."""
        x, y = about or self.center
        k = WORK / self.grid
        return path.transform(Affine(a=k, d=k, e=-x * k, f=-y * k))


@dataclass(frozen=True, slots=True)
class Outline:
    """A shape's filled outline in work units, what to do with it, its thinnest stroke (grid)."""

    path: Path
    operation: str
    thinnest: float | None


def outline(table: Table, frame: Frame) -> Outline:
    """Read one shape. Everything wrong is reported to the table's sheet."""
    kind = table.choice("kind", tuple(_KINDS))
    build, closed = _KINDS[kind]
    operation = table.choice("op", OPERATIONS, "add")
    path = build(table, frame)
    stroke = table.number("stroke", 0.05, 20, 0.0 if closed else 1.0, frame.scope)
    fill = table.flag("fill", closed and not stroke)
    taper = table.numbers("taper", 0.05, 8, frame.scope, 2, 8)
    cap = table.choice("cap", CAPS, "round")
    join = table.choice("join", JOINS, "round")
    about = table.point("about", frame.limit, frame.center, frame.scope)
    pieces = [frame.work(path, about)] if fill else []
    thinnest = None
    if stroke:
        width = stroke * frame.stroke
        line = frame.work(path, about)
        work_width = width * WORK / frame.grid
        thinnest = width * min(taper, default=1.0)
        if is_smooth(line):
            pieces.append(ribbon(line, work_width, cap, taper or (1.0,)))
        elif taper:
            table.report("taper", msg("a line with corners cannot taper"))
        else:
            pieces.append(outline_ops.stroke(line, work_width, cap, join))
    if not pieces:
        table.report("fill", msg("a shape needs a fill or a stroke"))
    copies = placed(table, frame, pieces)
    table.close()
    table.sheet.drawn += sum(len(copy.commands) for copy in copies)
    if table.sheet.drawn > MOST_COMMANDS:
        table.report("kind", msg("the drawing has too many shapes and copies by here"))
        copies = []
    path = united(copies)
    k = WORK / frame.grid
    x, y = (about[0] - frame.center[0]) * k, (about[1] - frame.center[1]) * k
    return Outline(path.translate(x, y) if x or y else path, operation, thinnest)


def united(paths: Sequence[Path]) -> Path:
    """All of `paths` as one outline, a few at a time.

    Outlines that lie on top of each other cost Skia time that grows with the fifth power of their
    number; united in small groups, they are one again before the next group comes.
    """
    paths = [path for path in paths if path]
    while len(paths) > 1:
        groups = (paths[at : at + AT_ONCE] for at in range(0, len(paths), AT_ONCE))
        paths = [outline_ops.union(*group) if len(group) > 1 else group[0] for group in groups]
    return outline_ops.simplify(paths[0]) if paths else Path()


def placed(table: Table, frame: Frame, pieces: Sequence[Path]) -> list[Path]:
    """`pieces` turned, copied in a row, mirrored and repeated around the origin, in this order."""
    k = WORK / frame.grid
    turn = table.number("turn", -360, 360, 0.0, frame.scope)
    found = [piece.rotate(turn) if turn else piece for piece in pieces]
    if "row" in table:
        row = table.table("row")
        count = row.whole("count", 2, MOST_COPIES, 2)
        x, y = row.point("by", frame.limit, None, frame.scope)
        row.close()
        found = [
            piece.translate(x * k * step, y * k * step) for step in range(count) for piece in found
        ]
    if "mirror" in table:
        axes = table.choice("mirror", AXES)
        for axis, image in (("x", Affine(a=-1.0)), ("y", Affine(d=-1.0))):
            if axis in axes:
                found = [*found, *(piece.transform(image) for piece in found)]
    fold = table.whole("repeat", 1, MOST_COPIES, 1)
    if fold * len(found) > MOST_COPIES * max(1, len(pieces)):
        table.report("repeat", msg("a shape has at most {n} copies", n=MOST_COPIES))
        return found[:1]
    return [
        piece.rotate(360 * index / fold) if index else piece
        for index in range(fold)
        for piece in found
    ]


def _circle(table: Table, frame: Frame) -> Path:
    x, y = table.point("at", frame.limit, frame.center, frame.scope)
    return Path.ellipse(x, y, _size(table, "r", frame))


def _ellipse(table: Table, frame: Frame) -> Path:
    x, y = table.point("at", frame.limit, frame.center, frame.scope)
    return Path.ellipse(x, y, _size(table, "rx", frame), _size(table, "ry", frame))


def _rect(table: Table, frame: Frame) -> Path:
    x, y = table.point("at", frame.limit, frame.center, frame.scope)
    width, height = _size(table, "width", frame), _size(table, "height", frame)
    radius = table.number("radius", 0, frame.grid, 0.0, frame.scope)
    return Path.rect(x - width / 2, y - height / 2, width, height, radius)


def _line(table: Table, frame: Frame) -> Path:
    start = table.point("from", frame.limit, None, frame.scope)
    end = table.point("to", frame.limit, None, frame.scope)
    return Path.polygon((start, end), closed=False)


def _polyline(table: Table, frame: Frame) -> Path:
    return _rounded(table, frame, least=2, closed=False)


def _polygon(table: Table, frame: Frame) -> Path:
    return _rounded(table, frame, least=3, closed=True)


def _arc(table: Table, frame: Frame) -> Path:
    """Through three points, or about a centre from one angle to another."""
    if "through" in table:
        a, b, c = table.points("through", frame.limit, frame.scope, 3, 3)
        found = _circle_through(a, b, c)
        if found is None:
            return Path.polygon((a, c), closed=False)
        x, y, radius, start, turn = found
    else:
        x, y = table.point("at", frame.limit, frame.center, frame.scope)
        radius = _size(table, "r", frame)
        start = table.number("start", -720, 720, None, frame.scope)
        turn = table.number("turned", -360, 360, None, frame.scope)
    first = math.radians(start)
    side = math.copysign(90.0, turn)
    origin = x + radius * math.cos(first), y + radius * math.sin(first)
    return sweep(origin, start + side, [(radius, radius, turn)])


def _spiral(table: Table, frame: Frame) -> Path:
    at = table.point("at", frame.limit, None, frame.scope)
    heading = table.number("heading", -720, 720, None, frame.scope)
    raw = table.take("steps")
    steps: list[Step] = []
    if table.is_list(raw, "steps", 1, 24):
        for index, each in enumerate(raw):
            if isinstance(each, list) and len(each) == 1:
                steps.append((_step_size(table, frame, each, index, 0),))
            elif isinstance(each, list) and len(each) == 3:
                degrees = table.measure(each[2], -1800, 1800, frame.scope, "steps", index, 2)
                start, end = (_step_size(table, frame, each, index, place) for place in (0, 1))
                steps.append((start, end, degrees))
            else:
                shape_of_steps = msg("a step is [length] or [radius, radius at the end, degrees]")
                table.report("steps", shape_of_steps, (), None, index)
    return sweep(at, heading, steps or [(1.0,)])


def _step_size(table: Table, frame: Frame, step: list[object], index: int, place: int) -> float:
    return table.measure(step[place], 0.0, frame.limit, frame.scope, "steps", index, place)


def _path(table: Table, frame: Frame) -> Path:
    text = table.take("d")
    if not isinstance(text, str):
        table.report("d", msg("this must be path data in quotes"))
        return Path.polygon(((0, 0), (1, 1)), closed=False)
    try:
        path = path_data(text, frame.scope)
    except ExpressionError as error:
        table.report("d", error.message, (), error.nearest)
        return Path.polygon(((0, 0), (1, 1)), closed=False)
    numbers = (value for each in path.commands for value in each[1:])
    if any(isinstance(value, float) and abs(value) > frame.limit for value in numbers):
        table.report("d", msg("path data leads too far out of the grid"))
        return Path.polygon(((0, 0), (1, 1)), closed=False)
    return path


_KINDS: dict[str, tuple[Callable[[Table, Frame], Path], bool]] = {
    "circle": (_circle, True),
    "ellipse": (_ellipse, True),
    "rect": (_rect, True),
    "polygon": (_polygon, True),
    "path": (_path, True),
    "line": (_line, False),
    "polyline": (_polyline, False),
    "arc": (_arc, False),
    "spiral": (_spiral, False),
}


def _size(table: Table, name: str, frame: Frame) -> float:
    return table.number(name, 0.01, frame.limit, None, frame.scope)


def _circle_through(
    a: Point, b: Point, c: Point
) -> tuple[float, float, float, float, float] | None:
    """Centre, radius, start angle and turned angle (degrees); None for points on a line."""
    p, q, r = complex(*a), complex(*b), complex(*c)
    w = (r - p) / (q - p) if q != p else 0j
    if abs(w.imag) < 1e-9:
        return None
    center = (q - p) * (w - abs(w) ** 2) / (2j * w.imag) + p
    start = math.degrees(math.atan2((p - center).imag, (p - center).real))
    end = math.degrees(math.atan2((r - center).imag, (r - center).real))
    middle = math.degrees(math.atan2((q - center).imag, (q - center).real))
    turn = (end - start) % 360
    if (middle - start) % 360 > turn:
        turn -= 360
    return center.real, center.imag, abs(p - center), start, turn


def _rounded(table: Table, frame: Frame, least: int, closed: bool) -> Path:
    """Points joined by lines, corners rounded by `radius`, or by `radii`, one for each point."""
    points = table.points("points", frame.limit, frame.scope, least)
    radius = table.number("radius", 0, frame.limit, 0.0, frame.scope)
    radii = table.numbers("radii", 0, frame.limit, frame.scope, len(points), len(points))
    radii = radii or (radius,) * len(points)
    count = len(points)
    commands: list[Command] = []
    for index, (corner, wanted) in enumerate(zip(points, radii, strict=True)):
        if wanted <= 0 or (not closed and index in (0, count - 1)):
            commands.append(("L", *corner))
            continue
        here = complex(*corner)
        before = complex(*points[index - 1]) - here
        after = complex(*points[(index + 1) % count]) - here
        if not abs(before) or not abs(after):
            commands.append(("L", *corner))
            continue
        angle = abs(math.atan2((after / before).imag, (after / before).real))
        if angle < 1e-3 or angle > math.pi - 1e-3:
            commands.append(("L", *corner))
            continue
        # No corner takes more than half of an edge it shares with another.
        reach = min(wanted / math.tan(angle / 2), abs(before) / 2, abs(after) / 2)
        turn = math.pi - angle
        handle = reach * math.tan(angle / 2) * 4 / 3 * math.tan(turn / 4)
        enter, leave = here + before / abs(before) * reach, here + after / abs(after) * reach
        first = enter - before / abs(before) * handle
        last = leave - after / abs(after) * handle
        commands.append(("L", enter.real, enter.imag))
        commands.append(("C", first.real, first.imag, last.real, last.imag, leave.real, leave.imag))
    x, y = commands[0][1:3]  # type: ignore[misc]
    commands[0] = ("M", x, y)
    if closed:
        commands.append(("Z",))
    return Path(tuple(commands))
