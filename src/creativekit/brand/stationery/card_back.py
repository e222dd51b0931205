"""A card's back: the style's own picture, and the logo where the picture keeps room for it."""

from __future__ import annotations

from creativekit.artwork.bleed import bled
from creativekit.artwork.compositions import compose
from creativekit.artwork.sheet import Room
from creativekit.artwork.signature import logo
from creativekit.brand.stationery.card_sheet import HEIGHT, INNER, MARGIN, MM, WIDTH, Side
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Item
from creativekit.identity.model import Identity, Lockup

# How wide a logo is, if nothing makes it smaller or larger, and the most of its room's height.
_WIDTH = 38 * MM
_HIGH = 0.8


def back(identity: Identity, language: str) -> Side:
    """The back, its logo in `language`."""
    picture = compose(identity, WIDTH, HEIGHT, 0, crowd=1.0)
    drawn = bled(picture.scene.items, WIDTH, HEIGHT)
    return Side((*drawn, _logo(identity, language, picture.title)))


def _logo(identity: Identity, language: str, room: Room) -> Item:
    # Pictures keep a margin of a twelfth; a cut that strays asks for a little more.
    box = _shared(room.box, INNER)
    lockup, scale = _fitting(identity, language, box)
    width, height = lockup.box.width * scale, lockup.box.height * scale
    clear = lockup.clear_space * scale
    box = _shared(box, INNER.inset(max(0.0, clear - MARGIN)))
    x = box.center[0] - width / 2 if room.align == "center" else box.left
    y = {
        "top": box.top,
        "middle": box.center[1] - height / 2,
        # Below a room there may be a rule, or what stands on the ground.
        "bottom": box.bottom - height - max(0.0, min(clear, box.height - height)),
    }[room.side]
    return logo(lockup, x, y, width, room.ink)


def _fitting(identity: Identity, language: str, box: Box) -> tuple[Lockup, float]:
    """The first of the logo's forms that has room at its least width in print, and its scale.

    What stays empty round it fits into the margin, unless its strokes ask for more than that.
    """
    brand = identity.logo
    kinds = [kind for kind in (brand.primary, "stacked", "symbol") if kind in brand.kinds]
    for kind in kinds:
        lockup = brand.lockup(kind, language)
        room = min(box.width / lockup.box.width, box.height * _HIGH / lockup.box.height)
        least = lockup.min_width_mm * MM / lockup.box.width
        scale = max(min(_WIDTH / lockup.box.width, MARGIN / lockup.clear_space, room), least)
        if scale <= room:
            break
    return lockup, min(scale, room)


def _shared(one: Box, other: Box) -> Box:
    return Box(
        max(one.left, other.left),
        max(one.top, other.top),
        min(one.right, other.right),
        min(one.bottom, other.bottom),
    )
