"""Which composition draws which style, and a finished picture with the name set into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from creativekit.artwork import (
    bold,
    craft,
    editorial,
    noir,
    ornament,
    playful,
    steppe,
    tech,
)
from creativekit.artwork.sheet import Composition, Sheet
from creativekit.identity.model import Identity

COMPOSITIONS: Mapping[str, Callable[[Sheet], Composition]] = {
    "steppe": steppe.compose,
    "ornament": ornament.compose,
    "editorial": editorial.compose,
    "bold": bold.compose,
    "craft": craft.compose,
    "tech": tech.compose,
    "playful": playful.compose,
    "noir": noir.compose,
}


def compose(
    identity: Identity, width: float, height: float, variant: int = 0, crowd: float = 0.0
) -> Composition:
    """The picture of the brand's style for a sheet of `width` × `height` px, without words.

    crowd: 1 where no figure may lie under what is put into the room for words, as a logo.
    """
    return COMPOSITIONS[identity.style.cover](Sheet(identity, width, height, variant, crowd=crowd))
