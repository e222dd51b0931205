"""Pictures of the worksheets' Word document: the bands over the sheets, and the map.

Pixels and not shapes: Word draws an SVG only from 2016 on, and light over a dark ground otherwise
than we do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from creativekit.artwork.band import band
from creativekit.artwork.lettering import fitted_lines
from creativekit.artwork.sheet import Sheet, SheetKey
from creativekit.canvas.backends.raster import png
from creativekit.canvas.path import Path
from creativekit.canvas.scene import Line, Rect, Scene, Solid
from creativekit.errors import Problems
from creativekit.identity.model import Identity
from creativekit.positioning.bands import BAND_PX, PICTURES, SAFE, sheet_band
from creativekit.positioning.pictures import files
from creativekit.project.positioning_section import Positioning

_BAND_SCALE, _MOST_BYTES = 0.59, 200_000
_PLOT_PX, _PLOT_SCALE = 800.0, 0.75


@dataclass(frozen=True)
class Titled:
    """A band with its sheet's title in it. picture: PNG. room: as `artwork.band.Band` has it.
    size: mm of the title's type."""

    picture: bytes
    room: dict[str, Any]
    size: float


def titled(identity: Identity, number: int, title: str, language: str) -> Titled:
    """The band over sheet `number`."""
    made = sheet_band(identity, number, title, language)
    sheet = Sheet(identity, *BAND_PX, (number - 1) % PICTURES, SAFE)
    return Titled(_band(SheetKey(sheet), language), made.room, made.size)


def title_lines(
    identity: Identity, title: str, room: dict[str, Any], size: float, language: str
) -> tuple[str, ...]:
    """The lines on which a title stands in its room, at `size` mm.

    They are broken here and not by the program that shows them: what stands under the title has
    its place by how many they are.
    """
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


@lru_cache(maxsize=24)
def _band(key: SheetKey, language: str) -> bytes:
    """Sheets of one variant, empty and filled ones, have the same picture, and its bytes once."""
    drawn = band(key.sheet, "-", language).scene
    made = png(drawn, _BAND_SCALE)
    return made if len(made) <= _MOST_BYTES else png(drawn, _BAND_SCALE, effort="smallest")


def map_picture(
    identity: Identity, answers: Positioning, language: str
) -> tuple[bytes, str] | None:
    """The map as PNG, 16 : 9 or taller, and what it says; None where its answers are not there.

    Raises InputError for a character of the answers that no face has.
    """
    said = files.said_of("map", identity, answers, language)
    if said is None:
        return None
    problems = Problems()
    problems.extend(files.letters(identity, "map", said))
    problems.raise_if_any()
    drawn = files.scene(identity, language, said)
    return png(drawn), drawn.title


@lru_cache(maxsize=8)
def empty_plot(ground: str, line: str) -> bytes:
    """A square with two axes and their scale, to draw on."""
    side, half, tick = _PLOT_PX, _PLOT_PX / 2, 8.0
    air = 30.0

    def stroke(x0: float, y0: float, x1: float, y1: float) -> Line:
        path = Path.polygon(((x0, y0), (x1, y1)), closed=False)
        return Line(path, Solid(line), 2.5)

    items: list[Rect | Line] = [
        Rect(0, 0, side, side, Solid(ground)),
        stroke(half, air, half, side - air),
        stroke(air, half, side - air, half),
    ]
    for step in range(1, 10):
        at = step * side / 10
        items.append(stroke(at, half - tick, at, half + tick))
        items.append(stroke(half - tick, at, half + tick, at))
    return png(Scene(side, side, tuple(items), ""), _PLOT_SCALE)
