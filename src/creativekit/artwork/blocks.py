"""A text in as many lines as it takes: never too long, never cut.

`wrapped` shapes the lines that it chose, and where shaped words come out wider than measured it
tries again a little narrower, a few times only; a text of many long words may need to begin
narrower. What is asked of here is a text with no limit of lines, and for that there is always a
width at which it stands.
"""

from __future__ import annotations

from creativekit.canvas.text.fit import Fitted, TooLong, wrapped
from creativekit.canvas.text.setting import Setting

_NARROWER = (1.0, 0.99, 0.975, 0.95, 0.92, 0.88, 0.8)


def block(
    text: str, setting: Setting, size: float, width: float, *, balance: bool = False
) -> Fitted:
    """`text` at `size` px in lines no wider than `width` px. Raises as `wrapped` does, and
    ValueError for a width that not even a letter stands in."""
    for share in _NARROWER:
        made = wrapped(text, setting, size, width * share, balance=balance)
        if not isinstance(made, TooLong):
            return made
    raise ValueError(f"nothing stands in {width} px at {size} px")
