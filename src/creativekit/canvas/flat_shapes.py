"""A Scene taken apart into filled outlines, all in its own coordinates.

Groups are unfolded, clips cut out, strokes turned into outlines and words into their letters: what
measuring, recolouring and tracing need.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from creativekit.canvas.lettering import text_path
from creativekit.canvas.outline_ops import intersect, simplify, stroke
from creativekit.canvas.path import IDENTITY, Affine, Box, Path
from creativekit.canvas.scene import (
    Group,
    Item,
    Line,
    Paint,
    Picture,
    Rect,
    Scene,
    Shape,
    Solid,
    Words,
)


@dataclass(frozen=True, slots=True)
class FlatShape:
    """An outline without overlaps (non-zero rule), its paint and how opaque it is, 0–1.

    is_stroke: it was drawn as a line. A gradient's coordinates are still those of the group that
    it came from.
    """

    path: Path
    paint: Paint
    opacity: float
    is_stroke: bool


class NotShapes(Exception):
    """The Scene has a picture in it."""


def flat_shapes(scene: Scene) -> tuple[FlatShape, ...]:
    """The shapes of `scene` in painting order. Raises NotShapes."""
    return tuple(_flat(scene.items, IDENTITY, None, 1.0))


def ink_of(scene: Scene) -> Box | None:
    """The exact box of everything painted, cut to the Scene's own; None when that is nothing.

    Raises NotShapes.
    """
    found: Box | None = None
    for shape in flat_shapes(scene):
        if shape.opacity > 0:
            box = shape.path.bounds
            found = box if found is None else found.union(box)
    if found is None:
        return None
    left, top = max(0.0, found.left), max(0.0, found.top)
    right, bottom = min(scene.width, found.right), min(scene.height, found.bottom)
    return Box(left, top, right, bottom) if left < right and top < bottom else None


def _flat(
    items: tuple[Item, ...], by: Affine, clip: Path | None, opacity: float
) -> Iterator[FlatShape]:
    for item in items:
        if isinstance(item, Group):
            inner = by @ item.transform
            within = clip
            if item.clip is not None:
                own = simplify(item.clip.transform(inner))
                within = intersect(clip, own) if clip is not None else own
            yield from _flat(item.items, inner, within, opacity * item.opacity)
            continue
        if isinstance(item, Picture):
            raise NotShapes
        if isinstance(item, Words):
            yield from _flat(item.runs, by, clip, opacity)
            continue
        if isinstance(item, Rect):
            path = Path.rect(item.x, item.y, item.width, item.height, item.radius)
        elif isinstance(item, Shape):
            path = simplify(item.path, item.rule)
        elif isinstance(item, Line):
            path = stroke(item.path, item.width, item.cap, item.join, item.dash)
        else:
            path = text_path(item.line, item.size, item.x, item.y)
        # A mirroring transform turns contours around; boolean operations mind that, filling not.
        path = simplify(path.transform(by))
        if clip is not None:
            path = intersect(path, clip)
        paint = item.stroke if isinstance(item, Line) else item.fill
        if path:
            yield FlatShape(path, paint, opacity * _opacity(paint), isinstance(item, Line))


def _opacity(paint: Paint) -> float:
    if isinstance(paint, Solid):
        return paint.opacity
    return max(stop.opacity for stop in paint.stops)
