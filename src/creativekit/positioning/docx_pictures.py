"""Pictures of the worksheets' Word document: the bands over the sheets, and the map."""

from __future__ import annotations

from functools import lru_cache

from creativekit.artwork import office_band
from creativekit.artwork.office_band import Titled
from creativekit.artwork.sheet import Sheet
from creativekit.canvas.backends.raster import png
from creativekit.canvas.path import Path
from creativekit.canvas.scene import Line, Rect, Scene, Solid
from creativekit.errors import Problems
from creativekit.identity.model import Identity
from creativekit.positioning.bands import BAND_PX, PICTURES, SAFE
from creativekit.positioning.pictures import files
from creativekit.project.positioning_section import Positioning

_PLOT_PX, _PLOT_SCALE = 800.0, 0.75


def titled(identity: Identity, number: int, title: str, language: str) -> Titled:
    """The band over sheet `number`."""
    return office_band.titled(
        Sheet(identity, *BAND_PX, (number - 1) % PICTURES, SAFE), title, language
    )


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
