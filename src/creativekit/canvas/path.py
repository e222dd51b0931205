"""Outlines: contours of straight lines and cubic Béziers, immutable, with y pointing down.

Everything drawn (motifs, glyphs, logos, ornaments) is one of these in the end, so that each
backend has one kind of shape to know. Quadratic curves are raised to cubics, which is exact;
circles use four cubics with the constant of Goldapp (1991), 0.03 % off a true circle.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

# Stands behind each number while trailing zeros are taken off.
_END = "\0"

KAPPA = 0.5519150244935105707435627

Point = tuple[float, float]
Command = (
    tuple[str] | tuple[str, float, float] | tuple[str, float, float, float, float, float, float]
)
"""("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",)."""


@dataclass(frozen=True, slots=True)
class Affine:
    """x' = a·x + c·y + e, y' = b·x + d·y + f: the six numbers in SVG's order."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    @classmethod
    def translation(cls, x: float, y: float) -> Affine:
        return cls(e=x, f=y)

    @classmethod
    def scaling(cls, x: float, y: float | None = None) -> Affine:
        return cls(a=x, d=x if y is None else y)

    @classmethod
    def rotation(cls, degrees: float, cx: float = 0.0, cy: float = 0.0) -> Affine:
        """Clockwise on screen (y is down), about (cx, cy)."""
        # Quarter turns are exact, so that symmetric motifs stay symmetric to the last digit.
        turns = {0.0: (1.0, 0.0), 90.0: (0.0, 1.0), 180.0: (-1.0, 0.0), 270.0: (0.0, -1.0)}
        angle = math.radians(degrees)
        cos, sin = turns.get(degrees % 360, (math.cos(angle), math.sin(angle)))
        return cls(cos, sin, -sin, cos, cx - cos * cx + sin * cy, cy - sin * cx - cos * cy)

    def __matmul__(self, other: Affine) -> Affine:
        """The transform that applies `other` first and then this one."""
        return Affine(
            self.a * other.a + self.c * other.b,
            self.b * other.a + self.d * other.b,
            self.a * other.c + self.c * other.d,
            self.b * other.c + self.d * other.d,
            self.a * other.e + self.c * other.f + self.e,
            self.b * other.e + self.d * other.f + self.f,
        )

    def apply(self, x: float, y: float) -> Point:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


IDENTITY = Affine()


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle: left, top, right, bottom, y down."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def center(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def union(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def inset(self, by: float) -> Box:
        """The box with every side moved inwards (outwards when negative)."""
        return Box(self.left + by, self.top + by, self.right - by, self.bottom - by)


@dataclass(frozen=True)
class Path:
    """Contours in drawing order; filled by the non-zero rule unless a Scene item says otherwise."""

    commands: tuple[Command, ...] = ()

    # ---- making

    @classmethod
    def rect(cls, x: float, y: float, width: float, height: float, radius: float = 0.0) -> Path:
        radius = max(0.0, min(radius, width / 2, height / 2))
        right, bottom = x + width, y + height
        if radius == 0:
            return cls.polygon(((x, y), (right, y), (right, bottom), (x, bottom)))
        k = radius * (1 - KAPPA)
        return cls(
            (
                ("M", x + radius, y),
                ("L", right - radius, y),
                ("C", right - k, y, right, y + k, right, y + radius),
                ("L", right, bottom - radius),
                ("C", right, bottom - k, right - k, bottom, right - radius, bottom),
                ("L", x + radius, bottom),
                ("C", x + k, bottom, x, bottom - k, x, bottom - radius),
                ("L", x, y + radius),
                ("C", x, y + k, x + k, y, x + radius, y),
                ("Z",),
            )
        )

    @classmethod
    def ellipse(cls, cx: float, cy: float, rx: float, ry: float | None = None) -> Path:
        """A closed ellipse (a circle when `ry` is left out), clockwise on screen."""
        ry = rx if ry is None else ry
        kx, ky = rx * KAPPA, ry * KAPPA
        return cls(
            (
                ("M", cx + rx, cy),
                ("C", cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry),
                ("C", cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy),
                ("C", cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry),
                ("C", cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy),
                ("Z",),
            )
        )

    @classmethod
    def polygon(cls, points: Iterable[Point], closed: bool = True) -> Path:
        commands: list[Command] = []
        for x, y in points:
            commands.append(("L" if commands else "M", x, y))
        if closed and commands:
            commands.append(("Z",))
        return cls(tuple(commands))

    @classmethod
    def join(cls, paths: Iterable[Path]) -> Path:
        """All contours of `paths` as one path (no boolean operation)."""
        return cls(tuple(command for path in paths for command in path.commands))

    # ---- changing

    def transform(self, by: Affine) -> Path:
        if by == IDENTITY:
            return self
        a, b, c, d, e, f = by.a, by.b, by.c, by.d, by.e, by.f
        out: list[Command] = []
        for command in self.commands:
            if len(command) == 1:
                out.append(command)
            elif len(command) == 3:
                _, x, y = command
                out.append((command[0], a * x + c * y + e, b * x + d * y + f))
            else:
                _, x1, y1, x2, y2, x, y = command
                out.append(
                    (
                        "C",
                        a * x1 + c * y1 + e,
                        b * x1 + d * y1 + f,
                        a * x2 + c * y2 + e,
                        b * x2 + d * y2 + f,
                        a * x + c * y + e,
                        b * x + d * y + f,
                    )
                )
        return Path(tuple(out))

    def translate(self, x: float, y: float) -> Path:
        return self.transform(Affine(e=x, f=y))

    def scale(self, x: float, y: float | None = None) -> Path:
        return self.transform(Affine.scaling(x, y))

    def rotate(self, degrees: float, cx: float = 0.0, cy: float = 0.0) -> Path:
        return self.transform(Affine.rotation(degrees, cx, cy))

    def __add__(self, other: Path) -> Path:
        return Path(self.commands + other.commands)

    def __bool__(self) -> bool:
        return bool(self.commands)

    # ---- measuring

    @cached_property
    def digest(self) -> str:
        """Stands for the outline in Job keys: walking its numbers once is enough."""
        return hashlib.sha256(repr(self.commands).encode()).hexdigest()[:32]

    @cached_property
    def bounds(self) -> Box:
        """The exact box of the curves (not of their control points). ValueError when empty."""
        xs: list[float] = []
        ys: list[float] = []
        x = y = 0.0
        for command in self.commands:
            if len(command) == 3:
                x, y = command[1], command[2]
            elif len(command) == 7:
                _, x1, y1, x2, y2, x3, y3 = command
                xs.extend(_extrema(x, x1, x2, x3))
                ys.extend(_extrema(y, y1, y2, y3))
                x, y = x3, y3
            else:
                continue
            xs.append(x)
            ys.append(y)
        if not xs:
            raise ValueError("an empty path has no bounds")
        return Box(min(xs), min(ys), max(xs), max(ys))

    @cached_property
    def area(self) -> float:
        """The enclosed area, exactly: holes count against it, overlaps count twice.

        Open contours count as if they were closed.
        """
        total = 0.0
        for commands, _ in self.contours():
            x0, y0 = first = (0.0, 0.0)
            for command in commands:
                if len(command) == 7:
                    _, x1, y1, x2, y2, x3, y3 = command
                    total += x0 * (6 * y1 + 3 * y2 + y3 - 10 * y0) / 20
                    total += x1 * (3 * y2 + 3 * y3 - 6 * y0) / 20
                    total += x2 * (6 * y3 - 3 * y0 - 3 * y1) / 20
                    total += x3 * (10 * y3 - y0 - 3 * y1 - 6 * y2) / 20
                    x0, y0 = x3, y3
                elif len(command) == 3:
                    if command[0] == "M":
                        first = (command[1], command[2])
                    else:
                        total += (x0 + command[1]) * (command[2] - y0) / 2
                    x0, y0 = command[1], command[2]
            total += (x0 + first[0]) * (first[1] - y0) / 2
        return abs(total)

    def contours(self) -> Iterator[tuple[tuple[Command, ...], bool]]:
        """Each contour's commands (with its M, without its Z) and whether it is closed."""
        current: list[Command] = []
        for command in self.commands:
            if command[0] == "Z":
                if current:
                    yield tuple(current), True
                current = []
            elif command[0] == "M":
                if len(current) > 1:
                    yield tuple(current), False
                current = [command]
            else:
                current.append(command)
        if len(current) > 1:
            yield tuple(current), False

    def flatten(self, tolerance: float = 0.1) -> list[list[Point]]:
        """Polylines no farther than `tolerance` (same unit as the path) from the curves."""
        lines: list[list[Point]] = []
        for commands, closed in self.contours():
            points: list[Point] = []
            for command in commands:
                if len(command) == 3:
                    points.append((command[1], command[2]))
                elif len(command) == 7:
                    _cubic_points(points, command, tolerance)
            if closed and points and points[0] != points[-1]:
                points.append(points[0])
            lines.append(points)
        return lines

    def svg(self, digits: int = 2) -> str:
        """The `d` attribute, numbers rounded to `digits` and written without trailing zeros."""
        parts = {
            letter: letter + " ".join([placeholder(digits)] * count)
            for letter, count in (("M", 2), ("L", 2), ("C", 6), ("Z", 0))
        }
        return self.written(parts, "", digits)

    def written(self, parts: Mapping[str, str], between: str, digits: int) -> str:
        """The outline as a text: for each command what `parts` has for its letter, where
        `placeholder(digits)` stands for each of its numbers.

        Formatting number by number is most of what a drawing costs: one format and a few
        replacements for the whole outline are many times faster.
        """
        template = between.join([parts[command[0]] for command in self.commands])
        values = tuple([value for command in self.commands for value in command[1:]])
        return _shortened(template % values, digits)


def number(value: float, digits: int = 2) -> str:
    """`value` as short as SVG and PDF allow: no exponent, no trailing zeros, no minus zero."""
    text = f"{value:.{digits}f}"
    if digits:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def placeholder(digits: int) -> str:
    """Where `Path.written` is to put a number with at most so many decimals."""
    return f"%.{digits}f{_END}"


def _shortened(text: str, digits: int) -> str:
    """Fixed-point numbers, each followed by `_END`, without trailing zeros and minus zeros."""
    for _ in range(digits):
        text = text.replace(f"0{_END}", _END)
    text = text.replace(f".{_END}", _END)
    return text.replace(f"-0{_END}", "0").replace(_END, "")


def _extrema(p0: float, p1: float, p2: float, p3: float) -> list[float]:
    """Values of a one-dimensional cubic where its derivative is zero inside (0, 1)."""
    a = -p0 + 3 * p1 - 3 * p2 + p3
    b = 2 * (p0 - 2 * p1 + p2)
    c = p1 - p0
    if abs(a) < 1e-12:
        roots = [-c / b] if abs(b) > 1e-12 else []
    else:
        root = b * b - 4 * a * c
        if root < 0:
            return []
        root = math.sqrt(root)
        roots = [(-b + root) / (2 * a), (-b - root) / (2 * a)]
    values = []
    for t in roots:
        if 0 < t < 1:
            s = 1 - t
            values.append(s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3)
    return values


def _cubic_points(
    points: list[Point],
    command: tuple[str, float, float, float, float, float, float],
    tolerance: float,
) -> None:
    """Append points of a cubic; the count follows from its second differences (Wang's formula)."""
    x0, y0 = points[-1]
    _, x1, y1, x2, y2, x3, y3 = command
    bend = max(
        math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2),
        math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3),
    )
    count = max(1, math.ceil(math.sqrt(0.75 * bend / tolerance)))
    for index in range(1, count + 1):
        t = index / count
        s = 1 - t
        p, q, r, u = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        points.append((p * x0 + q * x1 + r * x2 + u * x3, p * y0 + q * y1 + r * y2 + u * y3))
