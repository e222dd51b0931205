"""A band of the brand's own picture over a page, with the title where the style keeps room for it.

For pages that typst sets: the picture is an SVG, the title stays text, so it comes as a room in
millimetres and the size at which it fits there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from creativekit.artwork.hands import arrange
from creativekit.artwork.lettering import fitted_lines
from creativekit.artwork.post_signature import signature
from creativekit.artwork.sheet import Room, Sheet, SheetKey
from creativekit.canvas.backends.svg import svg
from creativekit.canvas.scene import Scene

PX_PER_MM = 10.0
TITLE_PX = 150.0
_LEAST_PX = 50.0


@dataclass(frozen=True, slots=True)
class Band:
    """svg: the picture. room: the title's place, mm and colours, as plain values for a template.
    size: mm of the title's type."""

    svg: bytes
    room: Mapping[str, Any]
    size: float


def band(sheet: Sheet, title: str, language: str, most: float = TITLE_PX) -> Band:
    """The band that `sheet` is (ten px a millimetre), signed by the brand; most: px of the title's
    type, before the heading face's own scale.

    Remembered, because the same sheets are set for the table, for the wall and to be filled in.
    """
    return _band(SheetKey(sheet), title, language, most)


@lru_cache(maxsize=64)
def _band(key: SheetKey, title: str, language: str, most: float) -> Band:
    sheet = key.sheet
    identity = sheet.identity
    made = arrange(sheet, "art")
    items = (*made.under, *made.over, *signature(sheet, made.foot, language))
    room, type_ = made.words, identity.type
    text = title.upper() if identity.style.cover == "bold" else title
    _, size = fitted_lines(
        text,
        type_.heading,
        room.box.width,
        room.box.height * 0.74,
        most * type_.heading_scale,
        _LEAST_PX,
        max(1.0, type_.leading),
        type_.tracking,
        language,
        type_.heading_features,
    )
    drawn = svg(Scene(sheet.width, sheet.height, items, "")).encode()
    return Band(drawn, _room(room), round(size / PX_PER_MM, 3))


def _room(room: Room) -> dict[str, Any]:
    box = room.box
    return {
        "x": box.left / PX_PER_MM,
        "y": box.top / PX_PER_MM,
        "width": box.width / PX_PER_MM,
        "height": box.height / PX_PER_MM,
        "ink": room.ink,
        "muted": room.muted,
        "align": room.align,
        "side": room.side,
    }
