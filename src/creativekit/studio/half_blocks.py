"""A picture in characters: two pixels a cell, the upper one the ink of ▀, the lower its ground.

U+2580 is in every terminal's font since the IBM PC, and in a browser; a cell is about twice as
high as wide, so the pixels come out square.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from rich.color import Color
from rich.segment import Segment
from rich.style import Style

Pixels = NDArray[np.uint8]
"""(height, width, 3), red, green, blue."""

HALF = "▀"


def fitted(pixels: Pixels, columns: int, rows: int) -> Pixels:
    """`pixels` as large as they fit into that many cells, in their proportions: area-averaged.

    The height is even, so that it is whole cells.
    """
    height, width = pixels.shape[:2]
    scale = min(columns / width, 2 * rows / height)
    across = max(1, round(width * scale))
    down = max(2, 2 * round(height * scale / 2))
    image = Image.fromarray(pixels)
    # BOX is the mean of the pixels under each new one.
    return np.asarray(image.resize((across, down), Image.Resampling.BOX))


def filling(pixels: Pixels, columns: int, rows: int) -> Pixels:
    """`pixels` as exactly that many cells, area-averaged; for those drawn in the proportions."""
    image = Image.fromarray(pixels)
    return np.asarray(image.resize((columns, 2 * rows), Image.Resampling.BOX))


def lines(pixels: Pixels) -> list[list[Segment]]:
    """A list of segments for every two rows of pixels; neighbours of one colour are one segment."""
    out: list[list[Segment]] = []
    for top, bottom in zip(pixels[::2], pixels[1::2], strict=True):
        segments: list[Segment] = []
        start = 0
        both = np.concatenate((top, bottom), axis=1)
        ends = np.flatnonzero((both[1:] != both[:-1]).any(axis=1)) + 1
        for end in [*ends.tolist(), len(both)]:
            style = style_of(*both[start].tolist())
            segments.append(Segment(HALF * (end - start), style))
            start = end
        out.append(segments)
    return out


@lru_cache(maxsize=8192)
def style_of(r: int, g: int, b: int, lower_r: int, lower_g: int, lower_b: int) -> Style:
    return Style(
        color=Color.from_rgb(r, g, b),
        bgcolor=Color.from_rgb(lower_r, lower_g, lower_b),
    )
