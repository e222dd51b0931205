"""The picture over a sheet, on paper and on a screen, and the one that a page opens with."""

from __future__ import annotations

from functools import lru_cache

from creativekit.artwork.band import Band, band
from creativekit.artwork.compositions import compose
from creativekit.artwork.sheet import Composition, Sheet, SheetKey
from creativekit.canvas.path import Box
from creativekit.identity.model import Identity

BAND_PX = 2100.0, 470.0
"""The band over a sheet, ten px a millimetre of A4."""
COVER_PX = 2100.0, 900.0
PICTURES = 6
"""How many different ones there are; the seventh sheet has the first again."""
# Words stand under the page's margins (17.5 mm), and off the band's upper edge.
SAFE = Box(175.0, 70.0, BAND_PX[0] - 175.0, BAND_PX[1] - 12.0)


def sheet_band(identity: Identity, index: int, title: str, language: str) -> Band:
    """The band of sheet `index`, counted from 1."""
    return band(Sheet(identity, *BAND_PX, (index - 1) % PICTURES, SAFE), title, language)


def cover(identity: Identity) -> Composition:
    """The picture that all the sheets open with on a screen, `COVER_PX`; the same in every
    language, so it is composed once."""
    return _cover(SheetKey(Sheet(identity, *COVER_PX)))


@lru_cache(maxsize=4)
def _cover(key: SheetKey) -> Composition:
    return compose(key.sheet.identity, *COVER_PX, 0)
