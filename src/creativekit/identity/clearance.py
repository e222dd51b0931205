"""Clear space around a logo, and the smallest size at which it still holds.

Clear space is measured on the logo itself, so that anybody can check it with the logo in hand: half
the symbol's height on every side, or the height of a capital around a name that stands alone.

The smallest size follows from the thinnest stroke: a quarter of a millimetre is what offset and
laser printing hold for sure (hairlines of 0.25 pt are where presses begin to lose them, and a
logo is also stamped, embroidered and reversed out of colour), and below five quarters of a pixel
an anti-aliased stroke turns to grey. Sizes are rounded up to whole numbers.
"""

from __future__ import annotations

import math

OF_SYMBOL = 0.5
OF_CAPITAL = 1.0

LEAST_STROKE_MM = 0.25
LEAST_STROKE_PX = 1.25


def clear_space(symbol_height: float | None, cap_height: float) -> tuple[float, str, float]:
    """Units to keep free; what they are measured from ("symbol" or "cap"); the fraction of it.

    `symbol_height` is None for a name that stands alone.
    """
    if symbol_height is None:
        return cap_height * OF_CAPITAL, "cap", OF_CAPITAL
    return symbol_height * OF_SYMBOL, "symbol", OF_SYMBOL


def least_width_px(width: float, stroke: float) -> int:
    """Px of width at which a stroke of `stroke` units, in a drawing `width` units wide, holds."""
    return _up(width / stroke * LEAST_STROKE_PX)


def least_width_mm(width: float, stroke: float) -> float:
    """The same in print, whole millimetres."""
    return float(_up(width / stroke * LEAST_STROKE_MM))


def _up(value: float) -> int:
    # A hair over a whole number is what dividing floats leaves, not a reason for another pixel.
    return max(1, math.ceil(value - 1e-6))
