"""The picture over a sheet: the style's own drawing with room for the title, and the signature.

The same band is printed and shown on a screen, so it is drawn here once for both.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from creativekit.artwork.compositions import compose
from creativekit.artwork.hands import arrange
from creativekit.artwork.lettering import fitted_lines
from creativekit.artwork.post_signature import signature
from creativekit.artwork.sheet import Composition, Room, Sheet
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Item
from creativekit.identity.model import Identity

BAND_PX = 2100.0, 470.0
"""The band over a sheet, ten px a millimetre of A4."""
COVER_PX = 2100.0, 900.0
PX_PER_MM = 10.0
PICTURES = 6
"""How many different ones there are; the seventh sheet has the first again."""
# Words stand under the page's margins (17.5 mm), and off the band's upper edge.
_SAFE = Box(175.0, 70.0, BAND_PX[0] - 175.0, BAND_PX[1] - 12.0)
_TITLE_PX, _LEAST_PX = 150.0, 50.0
_SHARE = 0.74


@dataclass(frozen=True, slots=True)
class Band:
    """picture and signature: what is drawn, px; room: for the title; size: of the title, px."""

    picture: tuple[Item, ...]
    signature: tuple[Item, ...]
    room: Room
    size: float

    @property
    def items(self) -> tuple[Item, ...]:
        return (*self.picture, *self.signature)


def band(identity: Identity, index: int, title: str, language: str) -> Band:
    """The band of sheet `index`, counted from 1."""
    sheet = Sheet(identity, *BAND_PX, (index - 1) % PICTURES, _SAFE)
    made = arrange(sheet, "art")
    size = title_size(identity, title, made.words, language, _TITLE_PX, _SHARE)
    return Band((*made.under, *made.over), signature(sheet, made.foot, language), made.words, size)


def cover(identity: Identity) -> Composition:
    """The picture that all the sheets open with on a screen, `COVER_PX`; the same in every
    language, so it is composed once."""
    return _cover(_Brand(identity))


class _Brand:
    """An identity by its digest: its mappings cannot be hashed."""

    def __init__(self, identity: Identity) -> None:
        self.identity = identity

    def __hash__(self) -> int:
        return hash(self.identity.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Brand) and self.identity.digest == other.identity.digest


@lru_cache(maxsize=4)
def _cover(brand: _Brand) -> Composition:
    return compose(brand.identity, *COVER_PX, 0)


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
