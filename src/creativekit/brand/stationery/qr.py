"""A QR code as one outline, so that a press gets squares of black ink and not a picture of them.

Level M (15 % may be lost) up to where modules get fine, then L: on a card that is printed sharply
and kept clean, larger modules are worth more than repairs. The quiet zone of four modules is a part
of the code (ISO/IEC 18004:2015, 5.3.8).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from creativekit.canvas.path import Path
from creativekit.errors import fail, msg

if TYPE_CHECKING:
    import segno

Level = Literal["m", "l"]

QUIET = 4
"""Modules that stay empty on every side."""

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

    rows: tuple[tuple[bool, ...], ...]

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
    return Code(tuple(tuple(bool(module) for module in row) for row in made.matrix))


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
    """Its dark modules, `side` px wide, from (x, y): runs of a row as one rectangle, so that no
    renderer draws a seam between two of them."""
    unit = side / code.modules
    runs: list[Path] = []
    for row, modules in enumerate(code.rows):
        start: int | None = None
        for column, is_dark in enumerate((*modules, False)):
            if is_dark and start is None:
                start = column
            elif not is_dark and start is not None:
                wide = (column - start) * unit
                runs.append(Path.rect(x + start * unit, y + row * unit, wide, unit))
                start = None
    return Path.join(runs)


def _too_long(text: str) -> None:
    fail(
        msg(
            "a QR code of {count} bytes would be too fine to be printed on a card; shorten the"
            " name or the role",
            count=len(text.encode()),
        )
    )
