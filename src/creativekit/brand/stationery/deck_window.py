"""The outline of a picture's place on a slide: its frame without what lies over it.

On a slide everything of the layout lies under the picture: a strip or a stamp that a style lays
over a photograph would be hidden by it. So the photograph's own outline leaves that room free, and
what is drawn there is seen through it. What is not opaque has no outline and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from creativekit.artwork.arrangement import Frame
from creativekit.canvas.outline_ops import intersect, simplify, stroke, subtract
from creativekit.canvas.path import IDENTITY, Affine, Box, Path
from creativekit.canvas.scene import Group, Item, Line, Rect, Shape, Solid

_NEAR = 1.0


def window(frame: Frame, over: Iterable[Item], sheet: Box) -> tuple[Box, Path | None]:
    """The picture's box and what it is cut to, px of the sheet; None where that is the box."""
    box = frame.box
    outline = frame.clip or Path.rect(box.left, box.top, box.width, box.height, frame.radius)
    if frame.turn:
        outline = outline.transform(Affine.rotation(frame.turn, *box.center))
    outline = simplify(outline)
    seen = intersect(outline, Path.rect(sheet.left, sheet.top, sheet.width, sheet.height))
    for path in _opaque((*frame.over, *over), IDENTITY, None):
        if path and seen and _meet(path.bounds, seen.bounds):
            seen = subtract(seen, path)
    found = seen.bounds
    plain = Path.rect(found.left, found.top, found.width, found.height)
    return found, None if abs(plain.area - seen.area) < _NEAR else seen


def _opaque(items: Iterable[Item], by: Affine, clip: Path | None) -> Iterator[Path]:
    """The outlines of what nothing shows through."""
    for item in items:
        if isinstance(item, Group):
            inner = by @ item.transform
            own = clip
            if item.clip is not None:
                cut = simplify(item.clip.transform(inner))
                own = cut if clip is None else intersect(clip, cut)
            if item.opacity >= 1:
                yield from _opaque(item.items, inner, own)
            continue
        if isinstance(item, Rect) and _is_solid(item.fill):
            path = Path.rect(item.x, item.y, item.width, item.height, item.radius)
        elif isinstance(item, Shape) and _is_solid(item.fill):
            path = simplify(item.path, item.rule)
        elif isinstance(item, Line) and _is_solid(item.stroke):
            path = stroke(item.path, item.width, item.cap, item.join, item.dash)
        else:
            continue
        path = simplify(path.transform(by))
        if path:
            yield path if clip is None else intersect(path, clip)


def _is_solid(paint: object) -> bool:
    return isinstance(paint, Solid) and paint.opacity >= 1


def _meet(a: Box, b: Box) -> bool:
    return a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom
