"""A length of the report as a small picture, for programs that draw none themselves."""

from __future__ import annotations

from functools import lru_cache

from creativekit.canvas.backends.raster import png
from creativekit.canvas.scene import Rect, Scene, Solid

PX = 8.0
"""Of a millimetre."""


@lru_cache(maxsize=512)
def length(
    wide: float, tall: float, start: float, share: float, mark: float | None, zero: bool,
    colors: tuple[str, str, str],
) -> bytes:  # fmt: skip
    """A rail with a part of it filled, from `start`, in hundredths of it; PNG."""
    line, strong, ink = colors
    long, high = round(wide * PX), round(tall * PX)
    items = [
        Rect(0, 0, long, high, Solid("#ffffff")),
        Rect(0, 0, long, high, Solid(line, 0.4)),
        Rect(start * long / 100, 0, max(share, 0.5) * long / 100, high, Solid(strong)),
    ]
    if zero:
        items.insert(2, Rect(long / 2 - 2, 0, 4, high, Solid(ink, 0.6)))
    if mark is not None:
        at = mark * long / 100
        items.append(Rect(at - 5, 0, 10, high, Solid("#ffffff")))
        items.append(Rect(at - 3, 0, 6, high, Solid(ink)))
    return png(Scene(long, high, tuple(items), ""))
