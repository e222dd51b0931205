"""A band of the brand's own picture over a page, with the title where the style keeps room for it.

The picture is drawn; the title stays text of the page, so it comes as a room and the size at which
it fits there: in millimetres for pages that typst sets, in px for a page of the browser. The name
and address of the brand in it are never smaller than what is read at arm's length, however low the
band is, and the title makes way for them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from creativekit.artwork.hands import arrange
from creativekit.artwork.lettering import fitted_lines
from creativekit.artwork.post_signature import one_capital, signature, signed
from creativekit.artwork.sheet import Room, Sheet, SheetKey
from creativekit.canvas.backends import svg as backend
from creativekit.canvas.scene import Item, Scene
from creativekit.fonts.metrics import metrics
from creativekit.identity.model import Identity

PX_PER_MM = 10.0
TITLE_PX = 150.0
_LEAST_PX = 50.0
_SHARE = 0.74
LEAST_TYPE = 7 * PX_PER_MM * 25.4 / 72
"""Of the brand's name and address in it: seven points on paper, px."""
LEAST_CAPITAL, _LEAST_SMALL = LEAST_TYPE * 0.7, LEAST_TYPE * 0.5
"""A capital and a small letter of such type, px; a face with small ones low is set larger."""
_OVER_NAME = 10.0
_CLEAR = 0.55
"""Of the signature's height, what stays free of lines and edges round it at the least."""


@dataclass(frozen=True)
class Band:
    """picture and signature: what is drawn, px of the band; words: the title's room, px.
    size_px: of the title's type."""

    width: float
    height: float
    picture: tuple[Item, ...]
    signature: tuple[Item, ...]
    words: Room
    size_px: float

    @cached_property
    def scene(self) -> Scene:
        """Picture and signature."""
        return Scene(self.width, self.height, (*self.picture, *self.signature), "")

    @cached_property
    def svg(self) -> bytes:
        """The scene."""
        return backend.svg(self.scene).encode()

    @property
    def size(self) -> float:
        """Of the title's type, mm."""
        return round(self.size_px / PX_PER_MM, 3)

    @property
    def room(self) -> dict[str, Any]:
        """The title's room, mm and colours, as plain values for a template."""
        box = self.words.box
        return {
            "x": box.left / PX_PER_MM,
            "y": box.top / PX_PER_MM,
            "width": box.width / PX_PER_MM,
            "height": box.height / PX_PER_MM,
            "ink": self.words.ink,
            "muted": self.words.muted,
            "align": self.words.align,
            "side": self.words.side,
        }


def band(sheet: Sheet, title: str, language: str, most: float = TITLE_PX) -> Band:
    """The band that `sheet` is (ten px a millimetre), signed by the brand; most: px of the title's
    type, before the heading face's own scale.

    Remembered, because the same sheets are set for the table, for the wall and to be filled in.
    """
    return _band(SheetKey(sheet), title, language, most)


@lru_cache(maxsize=64)
def _band(key: SheetKey, title: str, language: str, most: float) -> Band:
    sheet = key.sheet
    made = arrange(sheet, "art")
    face = metrics(sheet.identity.type.heading)
    least = max(LEAST_CAPITAL, _LEAST_SMALL * face.cap_height / face.x_height)
    capital = one_capital(sheet, made.foot, (language,), least)
    name = signed(sheet, made.foot, language, capital)
    # A larger one goes down a little, because it is lower that pictures have the ground for it.
    more = name.height - signed(sheet, made.foot, language).height
    lower = made.foot.box.bottom + max(0.0, more) / 4
    floor = sheet.height if made.floor is None else made.floor
    clear = name.height * _CLEAR
    if made.ground is not None:
        lower = max(lower, made.ground + clear + name.height)
    lower = min(lower, floor - clear)
    foot = replace(made.foot, box=replace(made.foot.box, bottom=lower))
    room = made.words
    lowest = foot.box.bottom - name.height - _OVER_NAME
    if room.box.bottom <= foot.box.bottom and room.box.bottom > lowest:
        room = replace(room, box=replace(room.box, bottom=lowest))
    return Band(
        sheet.width,
        sheet.height,
        (*made.under, *made.over),
        signature(sheet, foot, language, capital, LEAST_TYPE),
        room,
        title_size(sheet.identity, title, room, language, most, _SHARE),
    )


def title_size(
    identity: Identity, title: str, room: Room, language: str, most: float, share: float
) -> float:
    """How large (px) a title is that fits `share` of the room's height, `most` at best."""
    type_ = identity.type
    _, size = fitted_lines(
        title.upper() if identity.style.cover == "bold" else title,
        type_.heading,
        room.box.width,
        room.box.height * share,
        most * type_.heading_scale,
        _LEAST_PX,
        max(1.0, type_.leading),
        type_.tracking,
        language,
        type_.heading_features,
    )
    return size
