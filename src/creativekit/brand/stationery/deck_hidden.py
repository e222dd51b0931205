"""What of a layout's picture nobody sees: contours under something opaque, or off the slide.

A style lays its pattern over the whole sheet and a plate on it. In a picture that costs nothing; in
a presentation every hidden dot is a shape that is written, opened and drawn again on each slide: a
tenth of a file may be seen of it. Whole contours are left out and none is changed, so what is seen
stays exactly what it was. A contour counts as hidden when its box lies in one opaque outline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from creativekit.canvas.path import IDENTITY, Affine, Box, Command, Path
from creativekit.canvas.scene import Group, Item, Rect, Shape, Solid

_MANY = 24
"""Contours from which a shape is a pattern that is worth looking through."""

_LARGE = 0.03
"""Part of the sheet from which an opaque shape is worth looking under."""

_TOLERANCE = 0.25

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Cover:
    """An opaque outline as straight edges: (n, 4) of x0, y0, x1, y1."""

    edges: Numbers

    @classmethod
    def of(cls, path: Path) -> Cover:
        found = [
            (*start, *end)
            for line in path.flatten(_TOLERANCE)
            for start, end in zip(line, (*line[1:], line[0]), strict=True)
        ]
        return cls(np.array(found, dtype=np.float64))

    def hides(self, boxes: Numbers) -> NDArray[np.bool_]:
        """Which boxes, (n, 4) of left, top, right, bottom, lie inside, no edge near them."""
        x0, y0, x1, y1 = self.edges.T
        left, top, right, bottom = (side[:, None] for side in boxes.T)
        near = (
            (np.minimum(x0, x1) <= right)
            & (np.maximum(x0, x1) >= left)
            & (np.minimum(y0, y1) <= bottom)
            & (np.maximum(y0, y1) >= top)
        ).any(axis=1)
        # A corner is inside when a ray from it to the right crosses the edges an odd time.
        crosses = (y0 > top) != (y1 > top)
        with np.errstate(divide="ignore", invalid="ignore"):
            at = x0 + (top - y0) * (x1 - x0) / (y1 - y0)
        inside = (crosses & (at > left)).sum(axis=1) % 2 == 1
        return np.asarray(inside & ~near)


def seen(items: Iterable[Item], sheet: Box) -> tuple[Item, ...]:
    """The items without the contours that are not seen; plain groups at the top are opened."""
    covers: list[Cover] = []
    found: list[Item] = []
    for item in reversed(tuple(_opened(items))):
        found.append(_thinned(item, IDENTITY, covers, sheet))
        outline = _opaque(item)
        if outline is not None and outline.bounds.width * outline.bounds.height >= (
            _LARGE * sheet.width * sheet.height
        ):
            covers.append(Cover.of(outline))
    return tuple(reversed(found))


def _opened(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group) and item == Group(item.items):
            yield from _opened(item.items)
        else:
            yield item


def _opaque(item: Item) -> Path | None:
    if isinstance(item, Rect) and isinstance(item.fill, Solid) and item.fill.opacity >= 1:
        return Path.rect(item.x, item.y, item.width, item.height, item.radius)
    if (
        isinstance(item, Shape)
        and isinstance(item.fill, Solid)
        and item.fill.opacity >= 1
        and len([each for each in item.path.commands if each[0] == "M"]) == 1
    ):
        return item.path
    return None


def _thinned(item: Item, by: Affine, covers: Sequence[Cover], sheet: Box) -> Item:
    if isinstance(item, Group):
        inner = by @ item.transform
        return replace(item, items=tuple(_thinned(i, inner, covers, sheet) for i in item.items))
    if not isinstance(item, Shape):
        return item
    contours = tuple(_contours(item.path))
    if len(contours) < _MANY:
        return item
    boxes = np.array([_reach(each, by) for each in contours])
    hidden = (
        (boxes[:, 2] < sheet.left)
        | (boxes[:, 0] > sheet.right)
        | (boxes[:, 3] < sheet.top)
        | (boxes[:, 1] > sheet.bottom)
    )
    for cover in covers:
        hidden |= cover.hides(boxes)
    kept = (each for each, gone in zip(contours, hidden.tolist(), strict=True) if not gone)
    return replace(item, path=Path(tuple(command for each in kept for command in each)))


def _contours(path: Path) -> Iterator[tuple[Command, ...]]:
    start = 0
    for index, command in enumerate(path.commands):
        if command[0] == "M" and index > start:
            yield path.commands[start:index]
            start = index
    if path.commands:
        yield path.commands[start:]


def _reach(contour: Sequence[Command], by: Affine) -> tuple[float, float, float, float]:
    """The box of a contour's points, those of its handles among them."""
    xs: list[float] = []
    ys: list[float] = []
    for command in contour:
        for at in range(1, len(command), 2):
            x, y = by.apply(command[at], command[at + 1])  # type: ignore[arg-type]
            xs.append(x)
            ys.append(y)
    return min(xs), min(ys), max(xs), max(ys)
