"""A QR code as one outline, so that a press gets squares of black ink and not a picture of them.

Level M (15 % may be lost) up to where modules get fine, then L: on a card that is printed sharply
and kept clean, larger modules are worth more than repairs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from creativekit.artwork import qr_modules
from creativekit.artwork.qr_modules import QUIET, Rows
from creativekit.canvas.path import Path
from creativekit.errors import fail, msg

if TYPE_CHECKING:
    import segno

Level = Literal["m", "l"]

LEAST_MODULE_MM = 0.36
"""What phones read at arm's length: a third of a millimetre, and a little for the press."""

MOST_BYTES = 425
"""What version 13 holds at level L, the largest that MOST_MM has room for (ISO/IEC 18004:2015,
table 7): asked when cards are planned, without loading what draws codes."""

LEAST_MM = 18.0
MOST_MM = 26.0
_FINE = 49
"""Modules across (version 8) from which a lower level is worth it."""


@dataclass(frozen=True, slots=True)
class Code:
    """rows: whether each module is dark, without the quiet zone. side_mm: of the dark square."""

    rows: Rows

    @property
    def modules(self) -> int:
        return len(self.rows)

    @property
    def side_mm(self) -> float:
        return max(LEAST_MM, self.modules * LEAST_MODULE_MM)

    @property
    def quiet_mm(self) -> float:
        return QUIET * self.side_mm / self.modules


@lru_cache(maxsize=64)
def code(text: str) -> Code:
    """The code of a text in UTF-8. Raises InputError when it would be too fine for a card."""
    made = _made(text, _level(text), None)
    return Code(qr_modules.rows_of(made.matrix))


def _level(text: str) -> Level:
    """The level of correction. Raises InputError when the code would be too fine at any."""
    import segno

    try:
        # The size does not depend on the mask, and trying all eight is most of the work.
        level: Level = "m"
        modules = _modules(_made(text, level, 0))
        if modules > _FINE:
            level = "l"
            modules = _modules(_made(text, level, 0))
    except segno.DataOverflowError:
        _too_long(text)
    if max(LEAST_MM, modules * LEAST_MODULE_MM) > MOST_MM:
        _too_long(text)
    return level


def _made(text: str, level: Level, mask: int | None) -> segno.QRCode:
    import segno

    return segno.make_qr(text, error=level, mask=mask, encoding="utf-8", boost_error=False)


def _modules(made: segno.QRCode) -> int:
    return int(made.symbol_size(border=0)[0])


def require_room(text: str) -> None:
    """Raises InputError for a text whose code would be too fine for a card."""
    if len(text.encode()) > MOST_BYTES:
        _too_long(text)


def outline(code: Code, x: float, y: float, side: float) -> Path:
    """Its dark modules, `side` px wide, from (x, y)."""
    return qr_modules.outline(code.rows, x, y, side)


def _too_long(text: str) -> None:
    fail(
        msg(
            "a QR code of {count} bytes would be too fine to be printed on a card; shorten the"
            " name or the role",
            count=len(text.encode()),
        )
    )
