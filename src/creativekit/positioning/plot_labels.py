"""Where names stand on a sheet's map: beside their points, off the axes, off each other.

The same choice as on the map that is a picture (`artwork.label_places`), for a page that typst
sets: it is told where each line of a name goes. Where names leave no such choice they may lie on an
axis, which then ends at them; where there is still none, under or over their points as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from creativekit.artwork.label_places import Place, around, chosen
from creativekit.canvas.path import Box
from creativekit.canvas.text.fit import Fitted, TooLong, wrapped
from creativekit.canvas.text.setting import Setting

SIDE = 70.0
"""Of the map with points on it, mm."""
EDGE = 4.0
"""From the end of a scale to the map's edge, mm."""
SIZES = {False: 8.5, True: 10.0}
"""Of a rival's name and of ours, pt."""
RADII = {False: 1.7, True: 2.6}
_MM = 25.4 / 72
_LEADING = 1.2
_AIR = 1.0
_BY_THE_AXIS = 0.9
_BETWEEN = 0.8
_WIDEST = 0.46
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Point:
    """A point by its name; x to the right and y up, −10 to 10. setting: that its name is set in."""

    name: str
    x: float
    y: float
    ours: bool
    setting: Setting

    @property
    def at(self) -> tuple[float, float]:
        """Its centre on the map, mm from the upper left corner."""
        half = SIDE / 2
        unit = (half - EDGE) / 10
        return half + self.x * unit, half - self.y * unit


def placed(points: Sequence[Point]) -> list[list[dict[str, Any]]]:
    """The lines of each point's name: text, x and y of the box it stands in, its width and height
    (mm), and which side of the box it keeps to."""
    forms = [_forms(each) for each in points]
    labels = [
        around(*each.at, RADII[each.ours] + _AIR, [_size(form, each.ours) for form in made])
        for each, made in zip(points, forms, strict=True)
    ]
    discs = [_disc(each) for each in points]
    bounds = Box(1, 1, SIDE - 1, SIDE - 1)
    half = SIDE / 2
    axes = [
        Box(half - _BY_THE_AXIS, 0, half + _BY_THE_AXIS, SIDE),
        Box(0, half - _BY_THE_AXIS, SIDE, half + _BY_THE_AXIS),
    ]
    places = chosen(labels, bounds, [*discs, *axes]) or chosen(labels, bounds, discs)
    if places is None:
        places = tuple(_by_itself(each, made) for each, made in zip(points, forms, strict=True))
    return [
        list(_lines(each, made[place.form], place))
        for each, made, place in zip(points, forms, places, strict=True)
    ]


def _forms(point: Point) -> list[Fitted]:
    """A name on one line and on more, as far as these are different and words stay whole."""
    size = SIZES[point.ours] * _MM
    found: dict[int, Fitted] = {}
    for width in (SIDE * _WIDEST, *(SIDE * share for share in (0.36, 0.28, 0.22))):
        made = wrapped(point.name, point.setting, size, width, balance=True)
        if isinstance(made, TooLong):
            continue
        whole = " ".join(line.text for line in made.lines) == " ".join(point.name.split())
        if whole or not found:
            found.setdefault(len(made.lines), made)
    few = [found[count] for count in sorted(found) if count <= _MOST_LINES]
    # A name that is not to be had on three lines is cut at its third by no one: it stays long.
    return few or [wrapped(point.name, point.setting, size, SIDE, balance=True)]  # type: ignore[list-item]


def _height(ours: bool) -> float:
    return SIZES[ours] * _MM * _LEADING


def _size(form: Fitted, ours: bool) -> tuple[float, float]:
    # Typst's own measure may differ by a hair: a line must not be broken again for it. Two names
    # one under the other must not read as one.
    return form.width + 1.2, len(form.lines) * _height(ours) + 2 * _BETWEEN


def _disc(point: Point) -> Box:
    x, y = point.at
    by = RADII[point.ours]
    return Box(x - by, y - by, x + by, y + by)


def _by_itself(point: Point, forms: Sequence[Fitted]) -> Place:
    """Under the point, or over it near the map's lower edge."""
    wide, tall = _size(forms[-1], point.ours)
    x, y = point.at
    left = min(max(x - wide / 2, 1.0), max(1.0, SIDE - wide - 1))
    below = y + RADII[point.ours] + _AIR
    top = below if below + tall < SIDE else y - RADII[point.ours] - _AIR - tall
    return Place(Box(left, top, left + wide, top + tall), 0.0, len(forms) - 1)


def _lines(point: Point, form: Fitted, place: Place) -> list[dict[str, Any]]:
    box, x = place.box, point.at[0]
    align = "left" if box.left > x else "right" if box.right < x else "center"
    tall = _height(point.ours)
    return [
        {
            "text": line.text.strip(),
            "x": round(box.left, 2),
            "y": round(box.top + _BETWEEN + index * tall, 2),
            "width": round(box.width, 2),
            "height": round(tall, 2),
            "align": align,
        }
        for index, line in enumerate(form.lines)
    ]
