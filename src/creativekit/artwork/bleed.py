"""Bleed: what is printed past the cut, so that a cut a little off shows no white.

A picture that ends at its edge is mirrored there. Whatever it is made of, it goes on without a
seam and nothing in it moves: a band, a sky, a half figure are met by their own reflection, and a
slanted line that is bent at the cut is bent within the fraction of a millimetre that a cut strays.

Each item is drawn with all of its reflections before the next one: where edges of many layers
coincide, a renderer that smooths them lets every layer show through the one above it.
"""

from __future__ import annotations

from collections.abc import Iterable

from creativekit.canvas.path import Affine, Path
from creativekit.canvas.scene import (
    Group,
    Item,
    Line,
    Paint,
    Picture,
    Solid,
    Words,
)

# Reflections reach this far (px) under what they reflect: between two edges that only meet, a
# renderer lets light through. What is not opaque would be seen twice there, and only meets.
_LAP = 2.0


def bled(items: Iterable[Item], width: float, height: float) -> tuple[Item, ...]:
    """`items` of a sheet of `width` × `height` px, cut at its edges and reflected past all of them.

    The sheet stays where it is: the reflections lie at negative places, and past its size.
    """
    sheet = Path.rect(0, 0, width, height)
    lapped = _places(width, height, _LAP)
    met = _places(width, height, 0.0)
    return tuple(
        Group(alone, place, sheet)
        for alone in ((item,) for item in items)
        for place in (lapped if _is_opaque(alone[0]) else met)
    )


def _places(width: float, height: float, lap: float) -> tuple[Affine, ...]:
    """Where a sheet is reflected, and last of all the sheet itself."""
    return tuple(
        Affine(a=a, d=d, e=e, f=f)
        for a, e in _reflections(width, lap)
        for d, f in _reflections(height, lap)
    )


def _reflections(length: float, lap: float) -> tuple[tuple[float, float], ...]:
    """Factor and shift of the reflections before a length and after it, and of itself."""
    return (-1.0, lap), (-1.0, 2 * length - lap), (1.0, 0.0)


def _is_opaque(item: Item) -> bool:
    if isinstance(item, Group):
        return item.opacity >= 1 and all(map(_is_opaque, item.items))
    if isinstance(item, Words):
        return all(map(_is_opaque, item.runs))
    if isinstance(item, Picture):
        return False
    return _covers(item.stroke if isinstance(item, Line) else item.fill)


def _covers(paint: Paint) -> bool:
    if isinstance(paint, Solid):
        return paint.opacity >= 1
    return all(stop.opacity >= 1 for stop in paint.stops)
