"""The picture over a sheet, on paper and on a screen, and the one that a page opens with."""

from __future__ import annotations

from functools import lru_cache

from creativekit.artwork.band import Band, band
from creativekit.artwork.compositions import compose
from creativekit.artwork.sheet import Composition, Sheet
from creativekit.canvas.path import Box
from creativekit.identity.model import Identity

BAND_PX = 2100.0, 470.0
"""The band over a sheet, ten px a millimetre of A4."""
COVER_PX = 2100.0, 900.0
PICTURES = 6
"""How many different ones there are; the seventh sheet has the first again."""
# Words stand under the page's margins (17.5 mm), and off the band's upper edge.
_SAFE = Box(175.0, 70.0, BAND_PX[0] - 175.0, BAND_PX[1] - 12.0)


def sheet_band(identity: Identity, index: int, title: str, language: str) -> Band:
    """The band of sheet `index`, counted from 1."""
    return band(Sheet(identity, *BAND_PX, (index - 1) % PICTURES, _SAFE), title, language)


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
