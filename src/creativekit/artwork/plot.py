"""A map of two axes with named points on it: who stands where, drawn in a brand's style.

Names stand beside their points where all of them find a place that is free (`label_places`). Where
they do not (seven rivals on one spot, names of a line and more), points carry numbers and the names
come back as a legend, for whoever draws the plot to set where there is room. Points that would
cover each other stand side by side round their place: a map that shows fewer points than there are
is wrong, one that is off by a point's width is not.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from creativekit.artwork.blocks import block
from creativekit.artwork.label_places import Place, around, chosen
from creativekit.artwork.parts import Wearer
from creativekit.artwork.sheet import Room, circle
from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import Item, Line, Solid
from creativekit.canvas.text.fit import Fitted, TooLong, wrapped
from creativekit.canvas.text.setting import Setting
from creativekit.canvas.text.words import Align, words
from creativekit.color.contrast import readable

Kind = Literal["ours", "nearest", "other"]

# By the style's rule: thickness and dash in parts of the names' size, and opacity.
_AXES: Mapping[str, tuple[float, tuple[float, ...], float]] = {
    "hair": (0.07, (), 0.6),
    "double": (0.07, (), 0.6),
    "thick": (0.17, (), 1.0),
    "stitch": (0.09, (0.5, 0.4), 0.8),
    "dots": (0.15, (0.01, 0.42), 0.75),
    "glow": (0.08, (), 0.55),
}
# Radii of points, in parts of the names' size.
_POINT, _OURS, _NUMBERED = 0.34, 0.6, 0.74
_RING = 0.3
# Round a name, where nothing else stands.
_AIR = 0.16
_LEAST_FIELD = 9.0
_ENDS_SHARE = 0.2
_NAME_SHARE = 0.42
# Of an even share of its width, what a name on several lines is set in: words are not even.
_SHARES = (1.18, 1.42)
_TURNS, _ROUNDS = 24, 12


@dataclass(frozen=True, slots=True)
class Spot:
    """A point by its name; x to the right and y up, −1 to 1."""

    name: str
    x: float
    y: float
    kind: Kind = "other"


@dataclass(frozen=True, slots=True)
class Plot:
    """The map's points, and the names of the ends of its axes ("" where one has none)."""

    x_low: str
    x_high: str
    y_low: str
    y_high: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Plotted:
    """A plot that is drawn. legend: names by number, ours first; empty where they stand beside
    their points. field: where points may be, px."""

    items: tuple[Item, ...]
    legend: tuple[tuple[int, Spot], ...]
    field: Box


def draw(
    plot: Plot,
    box: Box,
    room: Room,
    wearer: Wearer,
    size: float,
    most_lines: int,
) -> Plotted | None:
    """The plot inside `box` in the colours of `room`, its names `size` px.

    most_lines: of a name beside its point; 0 gives numbers at once. None where the names of the
    axes' ends leave no room for points. Raises InputError for a character that no face has.
    """
    identity = wearer.sheet.identity
    body = wearer.dress.setting(identity, "body", wearer.language)
    bold = wearer.dress.setting(identity, "label", wearer.language)
    bold = Setting(bold.faces, bold.language, leading=1.16)
    body = Setting(body.faces, body.language, leading=1.16)
    ends, field = _ends(plot, box, room, bold, size)
    if min(field.width, field.height) < _LEAST_FIELD * size:
        return None
    map_ = _Map(plot, field, room, wearer, body, bold, size, most_lines)
    drawn = map_.named() if most_lines else None
    items, legend = drawn if drawn is not None else map_.numbered()
    return Plotted((*map_.axes(), *ends, *items), legend, field)


def _ends(
    plot: Plot, box: Box, room: Room, setting: Setting, size: float
) -> tuple[tuple[Item, ...], Box]:
    """The names of the axes' ends along the sides of the box, and the field that they leave."""
    gap = size * 0.55
    beside = box.width * _ENDS_SHARE
    low, high = (
        block(text, setting, size, beside, balance=True) for text in (plot.x_low, plot.x_high)
    )
    over, under = (
        block(text, setting, size, box.width * 0.6, balance=True)
        for text in (plot.y_high, plot.y_low)
    )

    def wide(made: Fitted) -> float:
        return made.width + gap if made.lines else 0.0

    def tall(made: Fitted) -> float:
        return made.height + gap * 0.6 if made.lines else 0.0

    left, right = wide(low), wide(high)
    if room.align == "center":
        left = right = max(left, right)
    field = Box(box.left + left, box.top + tall(over), box.right - right, box.bottom - tall(under))
    x, y = field.center
    set_: list[Item] = []

    def put(made: Fitted, at: float, top: float, width: float, align: Align) -> None:
        if made.lines:
            set_.append(words(made, at, top, width, align, room.ink, "axis"))

    put(low, field.left - gap - low.width, y - low.height / 2, low.width, "end")
    put(high, field.right + gap, y - high.height / 2, high.width, "start")
    put(over, x - over.width / 2, box.top, over.width, "middle")
    put(under, x - under.width / 2, box.bottom - under.height, under.width, "middle")
    return tuple(set_), field


class _Map:
    def __init__(
        self,
        plot: Plot,
        field: Box,
        room: Room,
        wearer: Wearer,
        body: Setting,
        bold: Setting,
        size: float,
        most_lines: int,
    ) -> None:
        self.most_lines = most_lines
        self.field, self.room, self.wearer = field, room, wearer
        self.body, self.bold, self.size = body, bold, size
        # Ours first: it is drawn where it is, and what is in the way makes way.
        self.spots = tuple(sorted(plot.spots, key=lambda spot: spot.kind != "ours"))

    def axes(self) -> tuple[Item, ...]:
        thick, dash, opacity = _AXES[self.wearer.dress.rule]
        color = self.room.accent if self.wearer.dress.rule == "double" else self.room.ink
        stroke = Solid(color, opacity)
        f = self.field
        x, y = f.center
        width = max(1.5, thick * self.size)
        dashes = tuple(part * self.size for part in dash)
        cap: Literal["round", "butt"] = "round" if dash else "butt"
        return tuple(
            Line(Path((("M", x0, y0), ("L", x1, y1))), stroke, width, cap, dash=dashes)
            for x0, y0, x1, y1 in ((f.left, y, f.right, y), (x, f.top, x, f.bottom))
        )

    # ---- points

    def _radii(self, numbered: bool) -> list[float]:
        if numbered:
            return [self.size * _NUMBERED for _ in self.spots]
        return [self.size * (_OURS if spot.kind == "ours" else _POINT) for spot in self.spots]

    def _points(self, radii: Sequence[float]) -> list[tuple[float, float]]:
        """Centres in px, none over another, each as near to its place as that allows."""
        f = self.field
        edge = self.size * (_NUMBERED + _RING) * 1.1
        inner = f.inset(edge)
        taken: list[tuple[float, float, float]] = []
        for spot, radius in zip(self.spots, radii, strict=True):
            x = inner.center[0] + spot.x * inner.width / 2
            y = inner.center[1] - spot.y * inner.height / 2
            around_ = radius + (self.size * _RING if spot.kind == "nearest" else 0.0)
            at = _free(x, y, around_, taken, self.size * 0.12, inner)
            taken.append((*at, around_))
        return [(x, y) for x, y, _ in taken]

    def _discs(
        self, points: Sequence[tuple[float, float]], radii: Sequence[float]
    ) -> tuple[Item, ...]:
        items: list[Item] = []
        thick = max(1.5, self.size * 0.09)
        for spot, (x, y), radius in zip(self.spots, points, radii, strict=True):
            fill = self.room.accent if spot.kind == "ours" else self.room.ink
            if spot.kind == "nearest":
                ring = Path.ellipse(x, y, radius + self.size * _RING * 0.8)
                items.append(Line(ring, Solid(self.room.ink), thick))
            items.append(circle(x, y, radius, fill))
        return tuple(items)

    def _tie(self, points: Sequence[tuple[float, float]]) -> tuple[tuple[Item, ...], list[Box]]:
        """A dashed line between us and the nearest rival, and what it covers."""
        at = {spot.kind: point for spot, point in zip(self.spots, points, strict=True)}
        if "ours" not in at or "nearest" not in at:
            return (), []
        (x0, y0), (x1, y1) = at["ours"], at["nearest"]
        long = math.hypot(x1 - x0, y1 - y0)
        start, stop = self.size * (_OURS + 0.25), long - self.size * (_POINT + _RING + 0.3)
        if stop - start < self.size:
            return (), []
        ux, uy = (x1 - x0) / long, (y1 - y0) / long
        line = Line(
            Path(
                (
                    ("M", x0 + ux * start, y0 + uy * start),
                    ("L", x0 + ux * stop, y0 + uy * stop),
                )
            ),
            Solid(self.room.muted),
            max(1.5, self.size * 0.07),
            dash=(self.size * 0.28, self.size * 0.28),
        )
        step, half = self.size * 0.25, self.size * 0.16
        boxes = []
        for index in range(int((stop - start) / step) + 1):
            x, y = x0 + ux * (start + index * step), y0 + uy * (start + index * step)
            boxes.append(Box(x - half, y - half, x + half, y + half))
        return (line,), boxes

    def _fixed(self, points: Sequence[tuple[float, float]], radii: Sequence[float]) -> list[Box]:
        """What no name may lie on: the axes and the points, with a little air."""
        f, air = self.field, self.size * 0.22
        x, y = f.center
        found = [
            Box(f.left, y - air, f.right, y + air),
            Box(x - air, f.top, x + air, f.bottom),
        ]
        for spot, (px, py), radius in zip(self.spots, points, radii, strict=True):
            # A disc, not its square, is in the way of a name at its corner.
            by = radius * 0.85 + (self.size * _RING * 0.7 if spot.kind == "nearest" else 0.0)
            found.append(Box(px - by, py - by, px + by, py + by))
        return found

    # ---- names or numbers

    def named(self) -> tuple[tuple[Item, ...], tuple[tuple[int, Spot], ...]] | None:
        """Points with their names; None where a name finds no place."""
        radii = self._radii(False)
        points = self._points(radii)
        if any(
            math.hypot(x - tx, y - ty) > self.size * _POINT
            for (x, y), (tx, ty) in zip(points, self._true(), strict=True)
        ):
            return None
        forms = [self._forms(spot) for spot in self.spots]
        air = self.size * _AIR
        labels = [
            around(
                x,
                y,
                radius + self.size * (0.3 - _AIR + (_RING if spot.kind == "nearest" else 0.0)),
                [(form.width + 2 * air, form.ink_bottom - form.ink_top + 2 * air) for form in each],
            )
            for spot, each, (x, y), radius in zip(self.spots, forms, points, radii, strict=True)
        ]
        fixed = self._fixed(points, radii)
        tie, covered = self._tie(points)
        places = chosen(labels, self.field, [*fixed, *covered])
        if places is None:
            tie, places = (), chosen(labels, self.field, fixed)
        if places is None:
            return None
        names = tuple(
            self._name(spot, each[place.form], place, x)
            for spot, each, place, (x, _) in zip(self.spots, forms, places, points, strict=True)
        )
        return (*tie, *self._discs(points, radii), *names), ()

    def _true(self) -> list[tuple[float, float]]:
        inner = self.field.inset(self.size * (_NUMBERED + _RING) * 1.1)
        return [
            (
                inner.center[0] + spot.x * inner.width / 2,
                inner.center[1] - spot.y * inner.height / 2,
            )
            for spot in self.spots
        ]

    def _forms(self, spot: Spot) -> list[Fitted]:
        """A name on one line, on two, on three, as far as these are different."""
        setting = self.bold if spot.kind == "ours" else self.body
        whole = block(spot.name, setting, self.size, 1e6, balance=True).width
        forms: dict[int, Fitted] = {}
        shares = (1.0, *(by / lines for lines in range(2, self.most_lines + 1) for by in _SHARES))
        for share in shares:
            width = whole * share + 1
            made = wrapped(spot.name, setting, self.size, width, balance=True)
            if isinstance(made, TooLong):
                continue
            # A word in two pieces is worse than a number.
            parted = " ".join(line.text for line in made.lines) != " ".join(spot.name.split())
            count = len(made.lines)
            narrow = made.width <= self.field.width * _NAME_SHARE
            if narrow and not parted and count <= self.most_lines:
                forms.setdefault(count, made)
        return [forms[count] for count in sorted(forms)]

    def _name(self, spot: Spot, form: Fitted, place: Place, x: float) -> Item:
        box = place.box.inset(self.size * _AIR)
        align: Align = "middle"
        if box.left > x:
            align = "start"
        elif box.right < x:
            align = "end"
        return words(
            form, box.left, box.top - form.ink_top, box.width, align, self.room.ink, "name"
        )

    def numbered(self) -> tuple[tuple[Item, ...], tuple[tuple[int, Spot], ...]]:
        radii = self._radii(True)
        points = self._points(radii)
        items = list(self._discs(points, radii))
        for number, (spot, (x, y)) in enumerate(zip(self.spots, points, strict=True), 1):
            items.append(number_on(number, spot, x, y, self.room, self.bold, self.size))
        return tuple(items), tuple(enumerate(self.spots, 1))


def number_on(
    number: int, spot: Spot, x: float, y: float, room: Room, setting: Setting, size: float
) -> Item:
    """A point's number in the middle of its disc."""
    fill = room.accent if spot.kind == "ours" else room.ink
    ink = readable(fill, (room.ground or "#ffffff", "#ffffff", "#000000"))
    made = block(str(number), setting, size * 0.86, size * 3, balance=True)
    top = y - (made.cap_top + made.ascent) / 2
    return words(made, x - made.width / 2, top, made.width, "middle", ink, "number")


def numbered_disc(
    number: int, spot: Spot, x: float, y: float, room: Room, wearer: Wearer, size: float
) -> tuple[Item, ...]:
    """The same point for a legend: its disc about (x, y), its ring, its number."""
    radius = size * _NUMBERED
    setting = wearer.dress.setting(wearer.sheet.identity, "label", wearer.language)
    setting = Setting(setting.faces, setting.language, leading=1.16)
    fill = room.accent if spot.kind == "ours" else room.ink
    return (
        circle(x, y, radius, fill),
        number_on(number, spot, x, y, room, setting, size),
    )


def _free(
    x: float,
    y: float,
    radius: float,
    taken: Sequence[tuple[float, float, float]],
    air: float,
    inner: Box,
) -> tuple[float, float]:
    """(x, y), or the nearest place round it at which a disc covers none of `taken`."""

    def is_free(px: float, py: float) -> bool:
        return all(
            math.hypot(px - tx, py - ty) >= radius + other + air - 1e-6 for tx, ty, other in taken
        )

    if is_free(x, y):
        return x, y
    for ring in range(1, _ROUNDS * 4):
        by = ring * radius / 4
        for turn in range(_TURNS):
            angle = math.tau * turn / _TURNS
            px, py = x + by * math.cos(angle), y - by * math.sin(angle)
            inside = inner.left <= px <= inner.right and inner.top <= py <= inner.bottom
            if inside and is_free(px, py):
                return px, py
    return x, y
