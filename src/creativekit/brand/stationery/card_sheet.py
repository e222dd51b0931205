"""The measures of a business card, and one side of it.

90 × 50 mm is what a cardholder in Kazakhstan and Russia takes. A Scene's px is a tenth of a
millimetre; the origin is the corner where the card is cut, so what is printed past the cut lies at
negative places.
"""

from __future__ import annotations

from dataclasses import dataclass

from creativekit.canvas.path import Box
from creativekit.canvas.scene import Item, Scene, Words

MM = 10.0
"""Px to the millimetre."""

PT = MM * 25.4 / 72
"""Px to the point."""

WIDTH, HEIGHT = 90 * MM, 50 * MM
MARGIN = 5 * MM
"""Where words and logo end: a tenth of the short side, more than any cut strays."""

BLEED_MM = 2.0
BLEED = BLEED_MM * MM

INNER = Box(MARGIN, MARGIN, WIDTH - MARGIN, HEIGHT - MARGIN)


@dataclass(frozen=True, slots=True)
class Side:
    """What is drawn on a side, past the cut too, and the words on it, which stay words in print."""

    art: tuple[Item, ...]
    words: tuple[Words, ...] = ()

    @property
    def scene(self) -> Scene:
        """The side as it is when it is cut."""
        return Scene(WIDTH, HEIGHT, (*self.art, *self.words))
