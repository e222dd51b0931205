"""The band of the brand's own picture over a page of a Word document, and the title in it.

Pixels and not shapes: Word draws an SVG only from 2016 on, and light over a dark ground otherwise
than we do. The title is text of the document; its lines are broken here and not by the program that
shows them, because what stands under it has its place by how many they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from creativekit.artwork.band import band
from creativekit.artwork.lettering import fitted_lines
from creativekit.artwork.sheet import Sheet, SheetKey
from creativekit.canvas.backends.raster import png
from creativekit.identity.model import Identity

TITLE_LEADING = 1.14
PT_PER_MM = 72 / 25.4
_BAND_SCALE, _MOST_BYTES = 0.59, 200_000


@dataclass(frozen=True)
class Titled:
    """A band with a title's room in it. picture: PNG. room: as `artwork.band.Band` has it.
    size: mm of the title's type."""

    picture: bytes
    room: dict[str, Any]
    size: float


def titled(sheet: Sheet, title: str, language: str) -> Titled:
    """The band that `sheet` is, with the room of the title."""
    made = band(sheet, title, language)
    return Titled(_picture(SheetKey(sheet), language), made.room, made.size)


def title_lines(
    identity: Identity, title: str, room: dict[str, Any], size: float, language: str
) -> tuple[str, ...]:
    """The lines on which a title stands in its room, at `size` mm."""
    type_ = identity.type
    text = title.upper() if identity.style.cover == "bold" else title
    lines, _ = fitted_lines(
        text,
        type_.heading,
        room["width"],
        room["height"],
        size,
        size,
        1.0,
        type_.tracking,
        language,
        type_.heading_features,
    )
    words = title.split()
    counts = [len(line.split()) for line in lines]
    if sum(counts) != len(words):
        return lines
    ends = [sum(counts[: at + 1]) for at in range(len(counts))]
    return tuple(
        " ".join(words[end - count : end]) for end, count in zip(ends, counts, strict=True)
    )


def title_top(room: dict[str, Any], tall: float, least: float, most: float) -> float:
    """Where words of this height begin in their room, mm from the page's edge: as the style has
    them, not above `least`, and ending before `most`."""
    share = {"top": 0.0, "bottom": 1.0}.get(room["side"], 0.5)
    return float(min(max(least, room["y"] + (room["height"] - tall) * share), most - tall))


@lru_cache(maxsize=24)
def _picture(key: SheetKey, language: str) -> bytes:
    """Sheets of one variant, empty and filled ones, have the same picture, and its bytes once."""
    drawn = band(key.sheet, "-", language).scene
    made = png(drawn, _BAND_SCALE)
    return made if len(made) <= _MOST_BYTES else png(drawn, _BAND_SCALE, effort="smallest")
