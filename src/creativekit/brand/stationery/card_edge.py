"""What the front of a card has of its style: one thing, and the rest is left empty.

Most styles have the brand's pattern at an edge, as cloth has a selvage, or a block of flat colour,
which goes on past the cut. The two that live on emptiness have a line above the words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from creativekit.artwork.hand import Hand
from creativekit.artwork.sheet import Sheet
from creativekit.brand.stationery.card_sheet import BLEED, HEIGHT, MM, WIDTH
from creativekit.brand.stationery.columns import INK
from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import Item, Line, Rect, Solid
from creativekit.identity.model import Identity

_SIDE = Box(WIDTH - 8 * MM, -BLEED, WIDTH + BLEED, HEIGHT + BLEED)
_FOOT = Box(-BLEED, HEIGHT - 5.5 * MM, WIDTH + BLEED, HEIGHT + BLEED)
# The seam beside cloth: its distance, thread, stitch and gap.
_SEAM, _THREAD, _STITCH, _BETWEEN = 1.6 * MM, 0.3 * MM, 1.3 * MM, 0.95 * MM


@dataclass(frozen=True, slots=True)
class Rule:
    """A line above the words: px of its length (None: as wide as they are) and thickness."""

    length: float | None
    thick: float
    color: str


@dataclass(frozen=True, slots=True)
class Edge:
    """items: what is drawn. right, foot: px from the card's edges that it takes from the words."""

    items: tuple[Item, ...] = ()
    right: float = 0.0
    foot: float = 0.0
    rule: Rule | None = None


def edge(identity: Identity) -> Edge:
    """What the front of a card has of the brand's style."""
    return _EDGES[identity.style.cover](Hand(Sheet(identity, WIDTH, HEIGHT)))


def _selvage(hand: Hand) -> Edge:
    return Edge(hand.tiles("deep", 1.0, _SIDE), right=WIDTH - _SIDE.left)


def _bright_selvage(hand: Hand) -> Edge:
    return Edge(hand.tiles("accent", 1.0, _SIDE), right=WIDTH - _SIDE.left)


def _sewn_selvage(hand: Hand) -> Edge:
    x = _SIDE.left - _SEAM
    seam = Path((("M", x, _SIDE.top), ("L", x, _SIDE.bottom)))
    thread = Solid(hand.sheet.primary(900))
    stitches = Line(seam, thread, _THREAD, cap="round", dash=(_STITCH, _BETWEEN))
    return Edge((*hand.tiles("deep", 1.0, _SIDE), stitches), right=WIDTH - x)


def _hem(hand: Hand) -> Edge:
    return Edge(hand.tiles("deep", 1.0, _FOOT), foot=HEIGHT - _FOOT.top)


def _block(hand: Hand) -> Edge:
    flat = Rect(_SIDE.left, _SIDE.top, _SIDE.width, _SIDE.height, Solid(hand.strong()))
    return Edge((flat,), right=WIDTH - _SIDE.left)


def _hairline(hand: Hand) -> Edge:
    return Edge(rule=Rule(None, 0.15 * MM, INK))


def _light(hand: Hand) -> Edge:
    return Edge(rule=Rule(7 * MM, 0.35 * MM, hand.sheet.light("accent")))


_EDGES: Mapping[str, Callable[[Hand], Edge]] = {
    "steppe": _selvage,
    "ornament": _hem,
    "editorial": _hairline,
    "bold": _block,
    "craft": _sewn_selvage,
    "tech": _selvage,
    "playful": _bright_selvage,
    "noir": _light,
}
