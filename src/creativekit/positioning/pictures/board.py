"""What the pictures stand on: the brand's ground, a label, the room for what it is about, the logo.

Why 1600 × 900: these pictures are shown more than they are posted. 16 : 9 fills a slide and a
screen, prints on a landscape A4 or A3 for the wall with even margins, is what LinkedIn, Telegram
and a chat show whole, and is the page of the brand guide. Nothing of a text is ever cut: what a
sheet of that height cannot hold at a size that reads makes the sheet taller, by steps, as a poster
grows and not as small print does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from creativekit.artwork.arrangement import Arrangement
from creativekit.artwork.blocks import block
from creativekit.artwork.dress import dress
from creativekit.artwork.hands import arrange
from creativekit.artwork.parts import Piece, Wearer, label
from creativekit.artwork.post_signature import signature
from creativekit.artwork.sheet import Room, Sheet
from creativekit.canvas.scene import Item, Scene
from creativekit.canvas.text.fit import TooLong
from creativekit.canvas.text.setting import Setting
from creativekit.canvas.text.words import Align, words
from creativekit.errors import CreativekitError, msg
from creativekit.identity.model import Identity

WIDTH = 1600.0
HEIGHTS = (
    900.0,
    1050.0,
    1200.0,
    1400.0,
    1700.0,
    2100.0,
    2600.0,
    3200.0,
    4000.0,
    5200.0,
    7000.0,
    9500.0,
)

SMALL = 24.0
"""Size of small words, px: 12 pt on a landscape A4."""

_PARTS_SCALE = 0.76
"""How much smaller labels and buttons are than on a post, where they stand beside a headline."""

# Art of lit dots on a gradient makes a PNG of half a megabyte.
_HEAVY_ART = frozenset(("tech",))


@dataclass(frozen=True)
class Board:
    """A ground ready to be written on. surface: as in `artwork.hand`."""

    surface: str
    sheet: Sheet
    made: Arrangement
    wearer: Wearer

    @classmethod
    def of(
        cls, identity: Identity, language: str, surface: str, height: float, variant: int
    ) -> Board:
        sheet = Sheet(identity, WIDTH, height, variant)
        made = arrange(sheet, surface)
        wearer = Wearer(sheet, dress(identity), language, _PARTS_SCALE)
        return cls(surface, sheet, made, wearer)

    @property
    def room(self) -> Room:
        return self.made.words

    @property
    def centered(self) -> bool:
        return self.room.align == "center"

    @property
    def align(self) -> Align:
        return "middle" if self.centered else "start"

    def setting(self, role: str) -> Setting:
        """How a role of words is set, as it was typed: capitals are for a few words."""
        found = self.wearer.dress.setting(self.sheet.identity, role, self.wearer.language)
        return Setting(
            found.faces,
            found.language,
            found.tracking if found.case == "as-typed" else 0.0,
            max(found.leading, 1.12),
            found.features,
        )

    def kicker(self, text: str, width: float) -> Piece:
        """The label that says what this picture is, in the style's way."""
        made = label(self.wearer, self.room, text, width)
        if isinstance(made, TooLong):
            set_ = block(text, self.setting("label"), SMALL, width)
            drawn = words(set_, 0, 0, width, "start", self.room.ink, "label")
            made = Piece(set_.width, set_.height, (drawn,), SMALL)
        return made

    def along(self, left: float, room: float, width: float) -> float:
        """Where a thing of `width` begins in a room that begins at `left`."""
        return left + (room - width) / 2 if self.centered else left

    def scene(self, items: Iterable[Item], title: str) -> Scene:
        made = self.made
        signed = signature(self.sheet, made.foot, self.wearer.language)
        return Scene(
            self.sheet.width, self.sheet.height, (*made.under, *made.over, *items, *signed), title
        )


def boards(
    identity: Identity, language: str, variant: int, surfaces: tuple[str, ...] = ("quiet",)
) -> Iterator[Board]:
    """The boards to try, the best one first: every surface at the usual height, then quiet ones
    that are taller and taller."""
    for surface in surfaces:
        if surface == "art" and identity.style.cover in _HEAVY_ART:
            continue
        yield Board.of(identity, language, surface, HEIGHTS[0], variant)
    for height in HEIGHTS[1:]:
        yield Board.of(identity, language, "quiet", height, variant)


def first(
    tries: Iterable[Board], drawn: Callable[[Board], tuple[Item, ...] | None], title: str
) -> Scene:
    """The first board on which everything finds its place."""
    for board in tries:
        items = drawn(board)
        if items is not None:
            return board.scene(items, title)
    # The limits of the answers keep well below this.
    raise CreativekitError(msg("this text is too long for any picture: {title}", title=title))
