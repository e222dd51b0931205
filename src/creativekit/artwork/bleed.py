"""Bleed: what is printed past the cut, so that a cut a little off shows no white.

A picture that ends at its edge is mirrored there. Whatever it is made of, it goes on without a
seam and nothing in it moves: a band, a sky, a half figure are met by their own reflection, and a
slanted line that is bent at the cut is bent within the fraction of a millimetre that a cut strays.
A rectangle needs no reflection, it only goes on: of a glow, two halves that met would leave a line.

Each item is drawn with all of its reflections before the next one: where edges of many layers
coincide, a renderer that smooths them lets every layer show through the one above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import (
    Group,
    Item,
    Line,
    Paint,
    Picture,
    Rect,
    Shape,
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
    made: list[Item] = []
    for part in (part for item in items for part in _apart(item)):
        alone = _alone(part)
        if isinstance(alone, Rect) and not alone.radius:
            made.append(_longer(alone, width, height))
            continue
        places = lapped if _is_opaque(part) else met
        chosen = _chosen(part, Box(0, 0, width, height), places)
        made.extend(Group((part,), place, sheet) for place in chosen)
    return tuple(made)


def _alone(item: Item) -> Item:
    """What a group is that does nothing with the one thing it holds."""
    while (
        isinstance(item, Group)
        and len(item.items) == 1
        and item.clip is None
        and item.transform == Affine()
        and item.opacity >= 1
    ):
        item = item.items[0]
    return item


def _longer(rect: Rect, width: float, height: float) -> Rect:
    """A rectangle that goes on past those edges of the sheet that it reaches, and its paint too."""
    left, right = (rect.x, rect.x + rect.width)
    top, bottom = (rect.y, rect.y + rect.height)
    left = -width if left <= 0 else left
    top = -height if top <= 0 else top
    right = 2 * width if right >= width else right
    bottom = 2 * height if bottom >= height else bottom
    return replace(rect, x=left, y=top, width=right - left, height=bottom - top)


def _chosen(part: Item, sheet: Box, places: tuple[Affine, ...]) -> tuple[Affine, ...]:
    """The places where a part is drawn: what stands clear of the edges is itself alone. Reflected,
    a strip of tape a millimetre from the cut would be a second strip beyond it."""
    box = _box(part)
    if box is None:
        return places
    clear = sheet.inset(_LAP)
    is_inside = (
        clear.left < box.left and box.right < clear.right
        and clear.top < box.top and box.bottom < clear.bottom
    )  # fmt: skip
    return places[-1:] if is_inside else places


def _box(item: Item) -> Box | None:
    """What an item takes at the most; None where that is not told by an outline."""
    if isinstance(item, Rect):
        return Box(item.x, item.y, item.x + item.width, item.y + item.height)
    if isinstance(item, Shape) and item.path:
        return item.path.bounds
    if isinstance(item, Line) and item.path:
        return item.path.bounds.inset(-item.width)
    if isinstance(item, Group) and len(item.items) == 1:
        inner = _box(item.items[0])
        if inner is not None:
            corners = Path.rect(inner.left, inner.top, inner.width, inner.height)
            return corners.transform(item.transform).bounds
    return None


def _apart(item: Item) -> Iterator[Item]:
    """What a group holds, each by itself as the group has it: a little that is not opaque in it
    must not keep the rest from reaching under its edges."""
    if not isinstance(item, Group) or item.opacity < 1:
        yield item
        return
    for each in item.items:
        for part in _apart(each):
            yield replace(item, items=(part,))


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
