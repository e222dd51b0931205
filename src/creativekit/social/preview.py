"""A post as the platform shows it: what its bars cover, what a grid or a circle leaves.

A preview is for looking at, never for posting: the covered parts are veiled, the cut is outlined.
"""

from __future__ import annotations

from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import Group, Item, Line, Rect, Scene, Shape, Solid
from creativekit.social.placements import Placement

_VEIL = Solid("#101010", 0.55)
_LINE = "#ff2d78"


def words_area(placement: Placement) -> Box:
    """Where words may stand: the safe zone, inside a circle's square, clear of what lies over.

    A part that the platform covers is avoided by giving up the strip that costs least.
    """
    safe = placement.safe
    if placement.crop is not None and placement.crop.kind == "circle":
        half = placement.crop.width / 2 * 0.7071
        x, y = placement.shown.center
        safe = _common(safe, Box(x - half, y - half, x + half, y + half))
    for box in placement.covered:
        if not (box.left < safe.right and box.right > safe.left):
            continue
        if not (box.top < safe.bottom and box.bottom > safe.top):
            continue
        strips = (
            Box(safe.left, safe.top, safe.right, box.top),
            Box(safe.left, box.bottom, safe.right, safe.bottom),
            Box(safe.left, safe.top, box.left, safe.bottom),
            Box(box.right, safe.top, safe.right, safe.bottom),
        )
        safe = max(strips, key=lambda each: round(max(0.0, each.width) * max(0.0, each.height)))
    return safe


def preview(scene: Scene, placement: Placement) -> Scene:
    """The Scene with what the platform covers veiled and what it cuts away outlined."""
    width, height = scene.width, scene.height
    whole = Path.rect(0, 0, width, height)
    thick = max(2.0, min(width, height) * 0.003)
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
