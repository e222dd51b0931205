"""SVG path data, all of it, as an outline.

The grammar is that of SVG 2, § 9.3 (absolute and relative M L H V C S Q T A Z, numbers run
together, arc flags without separators). Quadratic curves are raised to cubics, exactly; elliptical
arcs become cubics of at most 90°, by the conversion of SVG 2, appendix B.2.4, 0.03 % off.
"""

from __future__ import annotations

import math
import re

from creativekit.canvas.path import Command, Path, Point

MOST_COMMANDS = 100_000

_SPACE = re.compile(r"[\s,]*")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def parse(text: str) -> Path:
    """The outline that the `d` attribute `text` draws.

    Raises ValueError saying at which character it stops being path data, or when there is far more
    of it than a drawing needs.
    """
    pen = _Pen()
    at = _skip(text, 0)
    letter = ""
    while at < len(text):
        if text[at].upper() in _TAKES:
            letter = text[at]
            at = _skip(text, at + 1)
        elif letter.upper() in ("", "Z"):
            raise ValueError(at)
        if not pen.commands and letter.upper() != "M":
            raise ValueError(at)
        numbers, at = _numbers(text, at, letter.upper())
        pen.draw(letter, numbers)
        if len(pen.commands) > MOST_COMMANDS:
            raise ValueError(at)
        letter = {"M": "L", "m": "l"}.get(letter, letter)
    return Path(tuple(pen.commands))


def arc(
    start: Point, rx: float, ry: float, turn: float, large: bool, sweep: bool, end: Point
) -> list[Command]:
    """An elliptical arc as commands from `start`; `turn` in degrees, as in path data."""
    rx, ry = abs(rx), abs(ry)
    if start == end:
        return []
    if rx == 0 or ry == 0:
        return [("L", *end)]
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    # Into a space where the ellipse is a unit circle about (cx, cy).
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = (cos * dx + sin * dy) / rx, (cos * dy - sin * dx) / ry
    reach = math.hypot(x, y)
    if reach > 1:
        rx, ry, x, y, reach = rx * reach, ry * reach, x / reach, y / reach, 1.0
    away = math.sqrt(max(0.0, 1 / (reach * reach) - 1)) * (-1 if large == sweep else 1)
    cx, cy = y * away, -x * away
    first = math.atan2(y - cy, x - cx)
    angle = (math.atan2(-y - cy, -x - cx) - first) % math.tau
    if not sweep:
        angle -= math.tau
    count = max(1, math.ceil(abs(angle) / (math.pi / 2) - 1e-9))
    step = angle / count
    handle = 4 / 3 * math.tan(step / 4)
    mx, my = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2

    def back(px: float, py: float) -> Point:
        px, py = px * rx, py * ry
        return cos * px - sin * py + mx, sin * px + cos * py + my

    commands: list[Command] = []
    for index in range(count):
        a, b = first + index * step, first + (index + 1) * step
        ax, ay, bx, by = math.cos(a), math.sin(a), math.cos(b), math.sin(b)
        one = back(cx + ax - handle * ay, cy + ay + handle * ax)
        two = back(cx + bx + handle * by, cy + by - handle * bx)
        # The last point is the one that was asked for, to the last digit.
        to = end if index == count - 1 else back(cx + bx, cy + by)
        commands.append(("C", *one, *two, *to))
    return commands


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _numbers(text: str, at: int, letter: str) -> tuple[list[float], int]:
    numbers: list[float] = []
    for place in range(_TAKES[letter]):
        if letter == "A" and place in (3, 4):
            if text[at : at + 1] not in ("0", "1"):
                raise ValueError(at)
            numbers.append(float(text[at]))
            at = _skip(text, at + 1)
            continue
        found = _NUMBER.match(text, at)
        value = float(found[0]) if found else math.inf
        if found is None or abs(value) > 1e9:
            raise ValueError(at)
        numbers.append(value)
        at = _skip(text, found.end())
    return numbers, at


class _Pen:
    def __init__(self) -> None:
        self.commands: list[Command] = []
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.cubic: Point | None = None
        self.quadratic: Point | None = None

    def draw(self, letter: str, numbers: list[float]) -> None:
        x0, y0 = self.at
        ox, oy = self.at if letter.islower() else (0.0, 0.0)
        kind = letter.upper()
        cubic, quadratic, self.cubic, self.quadratic = self.cubic, self.quadratic, None, None
        if kind == "Z":
            if self.commands and self.commands[-1][0] != "Z":
                self.commands.append(("Z",))
            self.at = self.start
            return
        if kind == "M":
            self.at = self.start = (ox + numbers[0], oy + numbers[1])
            self.commands.append(("M", *self.at))
            return
        if self.commands[-1][0] == "Z":
            self.commands.append(("M", *self.at))
        if kind == "H":
            self.line(ox + numbers[0], y0)
        elif kind == "V":
            self.line(x0, oy + numbers[0])
        elif kind == "L":
            self.line(ox + numbers[0], oy + numbers[1])
        elif kind == "A":
            rx, ry, turn, large, sweep, x, y = numbers
            end = (ox + x, oy + y)
            self.commands += arc(self.at, rx, ry, turn, large == 1, sweep == 1, end)
            self.at = end
        else:
            points = [(ox + x, oy + y) for x, y in zip(numbers[0::2], numbers[1::2], strict=True)]
            if kind in "ST":
                last = cubic if kind == "S" else quadratic
                points.insert(0, (2 * x0 - last[0], 2 * y0 - last[1]) if last else self.at)
            if kind in "CS":
                one, two, end = points
                self.cubic = two
            else:
                middle, end = points
                self.quadratic = middle
                one, two = _third(self.at, middle), _third(end, middle)
            self.commands.append(("C", *one, *two, *end))
            self.at = end

    def line(self, x: float, y: float) -> None:
        self.commands.append(("L", x, y))
        self.at = (x, y)


def _third(end: Point, middle: Point) -> Point:
    return end[0] + 2 / 3 * (middle[0] - end[0]), end[1] + 2 / 3 * (middle[1] - end[1])
