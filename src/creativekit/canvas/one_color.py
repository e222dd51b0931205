"""A drawing of several colours as one outline, for the versions in black and in white.

Filling every shape with one ink would drown a white letter on its blue badge. So colours are
looked at as they lie on each other: on bare ground a colour is ink (unless it is nearly white,
which stands for paper); on top of another colour it changes sides, as a printer knocks letters out
of a solid; on its own colour nothing changes. What remains is one outline, with holes.
"""

from __future__ import annotations

from dataclasses import dataclass

from creativekit.canvas.flat_shapes import FlatShape, NotShapes, flat_shapes
from creativekit.canvas.outline_ops import intersect, subtract, union
from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import Paint, Scene, Solid

MOST_SHAPES = 120
"""More pieces than this make no sign that reads in one colour."""

_SPECK = 1e-4
"""Share of the drawing's area below which an overlap is rounding."""

_PAPER = 0.80
"""Relative luminance (WCAG 2) from which a colour on bare ground is taken for paper."""


@dataclass(frozen=True)
class _Region:
    path: Path
    color: str
    inked: bool


def one_color(scene: Scene) -> Path | None:
    """The outline of `scene` in one ink, or None when it has none.

    None for pictures, for anything see-through, and for very many shapes. The outline is filled by
    the non-zero rule and may reach past the Scene's edges.
    """
    try:
        shapes = flat_shapes(scene)
    except NotShapes:
        return None
    if not 0 < len(shapes) <= MOST_SHAPES or not all(map(_is_opaque, shapes)):
        return None
    speck = _SPECK * scene.width * scene.height
    regions: list[_Region] = []
    for shape in shapes:
        path, color = shape.path, _color(shape.paint)
        rest, lies_on_ink = path, False
        changed: list[_Region] = []
        for region in regions:
            over = _overlap(region.path, path, speck)
            if not over:
                changed.append(region)
                continue
            left = subtract(region.path, path)
            if left:
                changed.append(_Region(left, region.color, region.inked))
            inked = region.inked if region.color == color else not region.inked
            changed.append(_Region(over, color, inked))
            lies_on_ink = lies_on_ink or not inked
            rest = subtract(rest, region.path)
        if rest:
            # An outline that lies half on its shape would leave a hair of ink around the gap.
            is_gap = shape.is_stroke and lies_on_ink
            changed.append(_Region(rest, color, not is_gap and luminance(color) < _PAPER))
        regions = changed
        if len(regions) > 4 * MOST_SHAPES:
            return None
    # A drawing of nothing but white is meant for dark ground: its shapes are the ink.
    ink = [region for region in regions if region.inked] or regions
    outline = union(*(region.path for region in ink))
    return outline if outline else None


def luminance(color: str) -> float:
    """Relative luminance of `#rrggbb`, 0–1 (WCAG 2.2)."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _color(paint: Paint) -> str:
    return paint.color if isinstance(paint, Solid) else paint.stops[len(paint.stops) // 2].color


def _is_opaque(shape: FlatShape) -> bool:
    stops = () if isinstance(shape.paint, Solid) else shape.paint.stops
    return shape.opacity >= 1 and all(stop.opacity >= 1 for stop in stops)


def _overlap(a: Path, b: Path, speck: float) -> Path:
    if not _meet(a.bounds, b.bounds):
        return Path()
    over = intersect(a, b)
    return over if over and over.area > speck else Path()


def _meet(a: Box, b: Box) -> bool:
    return a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom
