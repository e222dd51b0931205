"""The hands of the eight styles, one a module, and which style has which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from creativekit.artwork.arrangement import Arrangement
from creativekit.artwork.hand import Hand
from creativekit.artwork.hands.bold import Bold
from creativekit.artwork.hands.craft import Craft
from creativekit.artwork.hands.editorial import Editorial
from creativekit.artwork.hands.noir import Noir
from creativekit.artwork.hands.ornament import Ornament
from creativekit.artwork.hands.playful import Playful
from creativekit.artwork.hands.steppe import Steppe
from creativekit.artwork.hands.tech import Tech
from creativekit.artwork.sheet import Sheet, SheetKey
from creativekit.canvas.scene import Group

HANDS: Mapping[str, type[Hand]] = {
    "tech": Tech,
    "noir": Noir,
    "bold": Bold,
    "steppe": Steppe,
    "playful": Playful,
    "ornament": Ornament,
    "editorial": Editorial,
    "craft": Craft,
}


def arrange(sheet: Sheet, surface: str, pictures: int = 0) -> Arrangement:
    """The ground of one post in the brand's style. pictures: how many a gallery holds (2–6).

    The same sheet gives the same object as long as it is remembered, so that posts of one kind
    share what lies under their words.
    """
    return _arrange(SheetKey(sheet), surface, pictures)


@lru_cache(maxsize=64)
def _arrange(key: SheetKey, surface: str, pictures: int) -> Arrangement:
    hand = HANDS.get(key.sheet.identity.style.cover, Hand)(key.sheet)
    made: Arrangement = hand.gallery(pictures) if surface == "gallery" else getattr(hand, surface)()
    # One item, and the same one every time: backends know it again and draw it once.
    return replace(made, under=(Group(made.under),))
