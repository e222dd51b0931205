"""What a card or a letter has of its style: one thing, and the rest is left empty.

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

# The seam beside cloth: its distance, thread, stitch and gap.
_SEAM, _THREAD, _STITCH, _BETWEEN = 1.6 * MM, 0.3 * MM, 1.3 * MM, 0.95 * MM


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, px: its sides, what is drawn past the cut, and how much of it an edge at the side or
    at the foot takes. rule: the length of a short rule."""

    width: float
    height: float
    bleed: float
    side: float
    foot: float
    rule: float

    @property
    def side_box(self) -> Box:
        return Box(
            self.width - self.side, -self.bleed, self.width + self.bleed, self.height + self.bleed
        )

    @property
    def foot_box(self) -> Box:
        return Box(
            -self.bleed, self.height - self.foot, self.width + self.bleed, self.height + self.bleed
        )


CARD = Paper(WIDTH, HEIGHT, BLEED, 8 * MM, 5.5 * MM, 7 * MM)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line above the words: px of its length (None: as wide as they are) and thickness."""

    length: float | None
    thick: float
    color: str


@dataclass(frozen=True, slots=True)
class Edge:
    """items: what is drawn. right, foot: px from the paper's edges that it takes from the words."""

    items: tuple[Item, ...] = ()
    right: float = 0.0
    foot: float = 0.0
    rule: Rule | None = None


def edge(identity: Identity, paper: Paper = CARD) -> Edge:
    """What a paper has of the brand's style."""
    hand = Hand(Sheet(identity, paper.width, paper.height))
    return _EDGES[identity.style.cover](hand, paper)


def _selvage(hand: Hand, paper: Paper) -> Edge:
    return Edge(hand.tiles("deep", 1.0, paper.side_box), right=paper.side)


def _bright_selvage(hand: Hand, paper: Paper) -> Edge:
    return Edge(hand.tiles("accent", 1.0, paper.side_box), right=paper.side)


def _sewn_selvage(hand: Hand, paper: Paper) -> Edge:
    box = paper.side_box
    x = box.left - _SEAM
    seam = Path((("M", x, box.top), ("L", x, box.bottom)))
    thread = Solid(hand.sheet.primary(900))
    stitches = Line(seam, thread, _THREAD, cap="round", dash=(_STITCH, _BETWEEN))
    return Edge((*hand.tiles("deep", 1.0, box), stitches), right=paper.width - x)


def _hem(hand: Hand, paper: Paper) -> Edge:
    return Edge(hand.tiles("deep", 1.0, paper.foot_box), foot=paper.foot)


def _block(hand: Hand, paper: Paper) -> Edge:
    box = paper.side_box
    flat = Rect(box.left, box.top, box.width, box.height, Solid(hand.strong()))
    return Edge((flat,), right=paper.side)


def _hairline(hand: Hand, paper: Paper) -> Edge:
    return Edge(rule=Rule(None, 0.15 * MM, INK))


def _light(hand: Hand, paper: Paper) -> Edge:
    return Edge(rule=Rule(paper.rule, 0.35 * MM, hand.sheet.light("accent")))


_EDGES: Mapping[str, Callable[[Hand, Paper], Edge]] = {
    "steppe": _selvage,
    "ornament": _hem,
    "editorial": _hairline,
    "bold": _block,
    "craft": _sewn_selvage,
    "tech": _selvage,
    "playful": _bright_selvage,
    "noir": _light,
}
