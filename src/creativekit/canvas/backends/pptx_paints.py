"""Paints in DrawingML: colours of the theme, and gradients cut to the shapes that they fill.

A Scene's gradient lies anywhere on the drawing; DrawingML's spans the box of its shape. So the
stops are cut and stretched to what the box shows of the gradient. A linear one runs through the
box at its true angle, reaching the two corners that lie farthest along it (`scaled="0"`). Circles
are drawn in a square tile about the gradient's centre, whose corners the last stop reaches.
Source: ECMA-376 part 1, § 20.1.8.33, .41, .46 and .59.
"""

from __future__ import annotations

import math

from creativekit.canvas.backends.pptx_theme import Theme
from creativekit.canvas.path import Affine, Box
from creativekit.canvas.scene import LinearGradient, Paint, RadialGradient, Solid, Stop


def fill(paint: Paint, theme: Theme, by: Affine, box: Box, opacity: float = 1.0) -> str:
    """The fill of a shape on `box` (EMU); `by` takes the paint's own space to EMU.

    opacity: that of the groups around, which every stop is multiplied by.
    """
    if isinstance(paint, Solid):
        return solid(paint, theme, opacity)
    if isinstance(paint, LinearGradient):
        return _linear(paint, theme, by, box, opacity)
    return _radial(paint, theme, by, box, opacity)


def solid(paint: Solid, theme: Theme, opacity: float = 1.0) -> str:
    """One colour."""
    return f"<a:solidFill>{theme.color(paint.color, paint.opacity * opacity)}</a:solidFill>"


def is_opaque(paint: Paint) -> bool:
    """Whether nothing shows through it anywhere."""
    if isinstance(paint, Solid):
        return paint.opacity >= 1
    return all(stop.opacity >= 1 for stop in paint.stops)


def stretched(stops: tuple[Stop, ...], start: float, end: float) -> tuple[Stop, ...]:
    """What of the stops lies between two offsets, those becoming 0 and 1; clamped outside 0–1.

    A single stop where all of it has one colour.
    """
    if end - start < 1e-9:
        return (_at(stops, start),)
    inner = [
        Stop((stop.offset - start) / (end - start), stop.color, stop.opacity)
        for stop in stops
        if start < stop.offset < end
    ]
    first, last = _at(stops, start), _at(stops, end, from_below=True)
    found = (
        Stop(0.0, first.color, first.opacity),
        *inner,
        Stop(1.0, last.color, last.opacity),
    )
    if len({(stop.color, stop.opacity) for stop in found}) == 1:
        return found[:1]
    return found


def _linear(paint: LinearGradient, theme: Theme, by: Affine, box: Box, opacity: float) -> str:
    vx, vy = paint.x1 - paint.x0, paint.y1 - paint.y0
    length = vx * vx + vy * vy
    determinant = by.a * by.d - by.b * by.c
    if length == 0 or determinant == 0:
        return _solid_stop(paint.stops[-1], theme, opacity)
    # The offset is an even slope over the plane: its rise per EMU across and down, and its value
    # in the middle of the box.
    across = (by.d * vx - by.b * vy) / determinant / length
    down = (by.a * vy - by.c * vx) / determinant / length
    x0, y0 = by.apply(paint.x0, paint.y0)
    x, y = box.center
    middle = (x - x0) * across + (y - y0) * down
    half = (abs(across) * box.width + abs(down) * box.height) / 2
    stops = stretched(paint.stops, middle - half, middle + half)
    if len(stops) == 1:
        return _solid_stop(stops[0], theme, opacity)
    angle = round(math.degrees(math.atan2(down, across)) * 60000) % 21600000
    return _gradient(stops, theme, opacity, f'<a:lin ang="{angle}" scaled="0"/>')


def _radial(paint: RadialGradient, theme: Theme, by: Affine, box: Box, opacity: float) -> str:
    # A circle that a transform makes an ellipse is drawn as the circle of the same area.
    radius = paint.radius * math.sqrt(abs(by.a * by.d - by.b * by.c))
    if radius <= 0:
        return _solid_stop(paint.stops[-1], theme, opacity)
    x, y = by.apply(paint.cx, paint.cy)
    half = max(x - box.left, box.right - x, y - box.top, box.bottom - y)
    stops = stretched(paint.stops, 0.0, half * math.sqrt(2) / radius)
    if len(stops) == 1:
        return _solid_stop(stops[0], theme, opacity)
    width, height = max(box.width, 1.0), max(box.height, 1.0)
    left, right = _part((x - box.left) / width), _part((box.right - x) / width)
    top, bottom = _part((y - box.top) / height), _part((box.bottom - y) / height)
    path = (
        '<a:path path="circle">'
        f'<a:fillToRect l="{left}" t="{top}" r="{right}" b="{bottom}"/></a:path>'
    )
    tile = (
        _part((x - half - box.left) / width),
        _part((y - half - box.top) / height),
        _part((box.right - x - half) / width),
        _part((box.bottom - y - half) / height),
    )
    if any(tile):
        sides = zip("ltrb", tile, strict=True)
        around = "".join(f' {side}="{value}"' for side, value in sides)
        path += f"<a:tileRect{around}/>"
    return _gradient(stops, theme, opacity, path)


def _gradient(stops: tuple[Stop, ...], theme: Theme, opacity: float, shade: str) -> str:
    written = "".join(
        f'<a:gs pos="{_part(stop.offset)}">{theme.color(stop.color, stop.opacity * opacity)}</a:gs>'
        for stop in stops
    )
    return f'<a:gradFill rotWithShape="1"><a:gsLst>{written}</a:gsLst>{shade}</a:gradFill>'


def _solid_stop(stop: Stop, theme: Theme, opacity: float) -> str:
    return solid(Solid(stop.color, stop.opacity), theme, opacity)


def _at(stops: tuple[Stop, ...], offset: float, from_below: bool = False) -> Stop:
    """The colour at an offset, between its neighbours on straight sRGB values.

    from_below: at a sudden change, the colour before it.
    """
    before = [
        stop for stop in stops if stop.offset < offset or (stop.offset == offset and not from_below)
    ]
    after = stops[len(before) :]
    if not before or not after:
        return before[-1] if before else after[0]
    one, two = before[-1], after[0]
    part = (offset - one.offset) / (two.offset - one.offset)
    mixed = "".join(
        f"{round(_channel(one, at) * (1 - part) + _channel(two, at) * part):02x}"
        for at in (1, 3, 5)
    )
    return Stop(offset, f"#{mixed}", one.opacity * (1 - part) + two.opacity * part)


def _channel(stop: Stop, at: int) -> int:
    return int(stop.color[at : at + 2], 16)


def _part(fraction: float) -> int:
    """A fraction in the thousandths of a percent that DrawingML counts in."""
    return round(fraction * 100000)
