"""A post as the platform shows it: what its bars cover, what a grid or a circle leaves.

A preview is for looking at, never for posting: the covered parts are veiled, the cut is outlined.
"""

from __future__ import annotations

from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import Group, Item, Line, Rect, Scene, Shape, Solid
from creativekit.social.placements import Placement

_VEIL = Solid("#101010", 0.55)
_LINE = "#ff2d78"

_MARGIN = 1 / 20
"""Of the shorter side of what is left, from words to where a picture is cut or covered."""


def words_area(placement: Placement) -> Box:
    """Where words may stand: the safe zone, inside a circle's square, clear of what lies over.

    A part that the platform covers is avoided by giving up the strip that costs least. Where a
    screen or a profile's grid cuts a picture is an edge of it, and so is what lies over it: words
    keep a margin from there. The bars of a story are no edge, for the picture goes on under them.
    """
    crop = placement.crop
    if crop is not None and crop.kind == "circle":
        half = crop.width / 2 * 0.7071
        x, y = placement.shown.center
        return _common(placement.safe, Box(x - half, y - half, x + half, y + half))
    cut = placement.shown
    if placement.kind == "cover":
        cut = _common(cut, placement.safe)
    for box in placement.covered:
        if not (box.left < cut.right and box.right > cut.left):
            continue
        if not (box.top < cut.bottom and box.bottom > cut.top):
            continue
        strips = (
            Box(cut.left, cut.top, cut.right, box.top),
            Box(cut.left, box.bottom, cut.right, cut.bottom),
            Box(cut.left, cut.top, box.left, cut.bottom),
            Box(box.right, cut.top, cut.right, cut.bottom),
        )
        cut = max(strips, key=lambda each: round(max(0.0, each.width) * max(0.0, each.height)))
    return _common(placement.safe, _off_the_edges(placement, cut))


def _off_the_edges(placement: Placement, cut: Box) -> Box:
    """`cut` with a margin at each side where it ends inside the frame; a side that ends within the
    margin that every sheet keeps needs none."""
    kept = min(placement.width, placement.height) / 12
    margin = min(cut.width, cut.height) * _MARGIN

    def off(inside: float) -> float:
        return inside + margin if inside + margin > kept else 0.0

    return Box(
        off(cut.left),
        off(cut.top),
        placement.width - off(placement.width - cut.right),
        placement.height - off(placement.height - cut.bottom),
    )


def has_zones(placement: Placement) -> bool:
    """Whether a preview shows anything: something is covered, or cut away."""
    whole = Box(0, 0, placement.width, placement.height)
    return placement.safe != whole or bool(placement.covered) or placement.crop is not None


def preview(scene: Scene, placement: Placement, least: float = 0.0) -> Scene:
    """The Scene with what the platform covers veiled and what it cuts away outlined.

    least: px that a line must have to be seen, where the Scene is to be drawn very small.
    """
    width, height = scene.width, scene.height
    whole = Path.rect(0, 0, width, height)
    thick = max(2.0, min(width, height) * 0.003, least)
    items: list[Item] = [Group(scene.items)]
    safe = placement.safe
    if safe != Box(0, 0, width, height):
        kept = Path.rect(safe.left, safe.top, safe.width, safe.height)
        items.append(Shape(whole + kept, _VEIL, "evenodd"))
        items.append(_outline(kept, thick))
    for box in placement.covered:
        items.append(Rect(box.left, box.top, box.width, box.height, _VEIL))
        items.append(_outline(Path.rect(box.left, box.top, box.width, box.height), thick))
    if placement.crop is not None:
        shown = placement.shown
        cut = (
            Path.ellipse(*shown.center, shown.width / 2)
            if placement.crop.kind == "circle"
            else Path.rect(shown.left, shown.top, shown.width, shown.height)
        )
        items.append(Shape(whole + cut, _VEIL, "evenodd"))
        items.append(_outline(cut, thick))
    return Scene(width, height, tuple(items), scene.title)


def _outline(path: Path, width: float) -> Line:
    return Line(path, Solid(_LINE), width, dash=(width * 5, width * 3))


def _common(one: Box, other: Box) -> Box:
    return Box(
        max(one.left, other.left),
        max(one.top, other.top),
        min(one.right, other.right),
        min(one.bottom, other.bottom),
    )
