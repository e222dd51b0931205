"""The hands of the eight styles, one a module, and which style has which."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from importlib import import_module

from creativekit.artwork.arrangement import Arrangement
from creativekit.artwork.hand import Hand
from creativekit.artwork.sheet import Sheet, SheetKey
from creativekit.canvas.scene import Group

HANDS = ("tech", "noir", "bold", "steppe", "playful", "ornament", "editorial", "craft")
"""Each is a module here, with the class of that name in it."""


def hand(style: str) -> type[Hand]:
    """The hand of a style's covers, or the plain one. Only that one is loaded: eight take long."""
    if style not in HANDS:
        return Hand
    found: type[Hand] = getattr(import_module(f"{__name__}.{style}"), style.title())
    return found


def arrange(sheet: Sheet, surface: str, pictures: int = 0) -> Arrangement:
    """The ground of one post in the brand's style. pictures: how many a gallery holds (2–6).

    The same sheet gives the same object as long as it is remembered, so that posts of one kind
    share what lies under their words.
    """
    return _arrange(SheetKey(sheet), surface, pictures)


@lru_cache(maxsize=64)
def _arrange(key: SheetKey, surface: str, pictures: int) -> Arrangement:
    drawn = hand(key.sheet.identity.style.cover)(key.sheet)
    made: Arrangement = (
        drawn.gallery(pictures) if surface == "gallery" else getattr(drawn, surface)()
    )
    # One item, and the same one every time: backends know it again and draw it once.
    return replace(made, under=(Group(made.under),))
