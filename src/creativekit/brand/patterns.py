"""The brand's pattern as files: seamless tiles, a border, and wallpapers, in three colourways.

"light" is for paper, "deep" for covers and packaging, "accent" for the one place that shouts. The
quiet texture comes with each brand, for grounds that words stand on. Tiles come as SVG and in two
scales as PNG (at 1 and at 2 px to the px, for screens of both kinds); whatever is larger than a
tile is laid out of the tile's own pixels, which is what seamless is for, and costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from creativekit.canvas.backends import png as png_file
from creativekit.canvas.backends import raster
from creativekit.canvas.backends.svg import svg
from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.identity.pattern import Pattern, border, pattern, tile_scene
from creativekit.identity.pattern_colors import COLORWAYS, pattern_colors
from creativekit.jobs import Job, digest

FOLDER = "brand/pattern"
QUIET = "quiet"
TILE_PX = 512
DENSITIES = {"": 1, "@2x": 2}
SCALES = {"large": 1, "small": 2}
"""How often the tile repeats along each side of the picture."""

WALLPAPER = (2560, 1440)
WALLPAPER_PX_PER_UNIT = 0.13
BORDER_HEIGHT_PX = 160
BORDER_LENGTH_PX = 2400

Colors = Mapping[str, str]


@dataclass(frozen=True)
class Drawn:
    """A tile that knows its digest: it goes into many Jobs, and is walked once."""

    pattern: Pattern

    @cached_property
    def digest(self) -> str:
        return digest(self.pattern)


def jobs(identity: Identity) -> tuple[Job, ...]:
    """Tiles of the brand's pattern and of the quiet texture, borders and wallpapers."""
    return tuple(_jobs(identity))


def _jobs(identity: Identity) -> Iterator[Job]:
    own = identity.pattern
    folder = Path(identity.project_folder)
    tile = Drawn(own)
    strip = Drawn(border(own.id, identity.motif, folder))
    texture = Drawn(pattern(QUIET, identity.motif, folder))
    for colorway in COLORWAYS:
        colors = pattern_colors(identity.palette, colorway)
        yield from _tiles(tile, colors, colorway, tuple(SCALES))
        if own.id != QUIET:
            yield from _tiles(texture, colors, colorway, ("large",))
        stem = f"{FOLDER}/border-{colorway}"
        label = msg("border {colorway}", colorway=colorway)
        yield Job(f"{stem}.svg", border_svg, (strip, colors), label, 0.2)
        yield Job(f"{stem}.png", border_png, (strip, colors), label, 0.5)
        yield Job(
            f"{FOLDER}/wallpaper-{colorway}.png",
            wallpaper_png,
            (tile, colors),
            msg("wallpaper {colorway}", colorway=colorway),
            1.5,
        )


def _tiles(tile: Drawn, colors: Colors, colorway: str, scales: tuple[str, ...]) -> Iterator[Job]:
    name = tile.pattern.id
    stem = f"{FOLDER}/{name}-{colorway}"
    label = msg("pattern {name}, {colorway}", name=name, colorway=colorway)
    yield Job(f"{stem}.svg", tile_svg, (tile, colors), label, 0.2)
    for scale in scales:
        part = f"-{scale}" if len(scales) > 1 else ""
        for suffix, density in DENSITIES.items():
            inputs = (tile, colors, SCALES[scale], density)
            yield Job(f"{stem}{part}{suffix}.png", tile_png, inputs, label, 0.4 * density)


def tile_svg(tile: Drawn, colors: Colors) -> bytes:
    """One tile, its longer side 512 px."""
    return svg(tile_scene(tile.pattern, colors, _width(tile.pattern, TILE_PX))).encode()


def tile_png(tile: Drawn, colors: Colors, repeats: int, density: int) -> bytes:
    """`repeats` × `repeats` tiles, the longer side 512 · density px (to a whole px of the tile)."""
    width = _width(tile.pattern, TILE_PX * density / repeats)
    pixels = _tile(tile.pattern, colors, width)
    height, width, _ = pixels.shape
    return png_file.encode(pixels, size=(repeats * width, repeats * height))


def wallpaper_png(tile: Drawn, colors: Colors) -> bytes:
    """2560 × 1440 px filled with the tile from the top left corner."""
    width = round(tile.pattern.width * WALLPAPER_PX_PER_UNIT)
    return png_file.encode(_tile(tile.pattern, colors, width), size=WALLPAPER)


def border_svg(strip: Drawn, colors: Colors) -> bytes:
    """One repeat of the border, 160 px high."""
    return svg(tile_scene(strip.pattern, colors, _border_width(strip.pattern))).encode()


def border_png(strip: Drawn, colors: Colors) -> bytes:
    """As many whole repeats as come nearest to 2400 px, 160 px high."""
    pixels = _tile(strip.pattern, colors, _border_width(strip.pattern))
    height, width, _ = pixels.shape
    repeats = max(1, round(BORDER_LENGTH_PX / width))
    return png_file.encode(pixels, size=(repeats * width, height))


def _tile(pattern: Pattern, colors: Colors, width: int) -> png_file.Pixels:
    """One tile as opaque pixels (height, width, 4)."""
    scene = tile_scene(pattern, colors, max(1, width))
    return raster.pixels(scene, background=colors["ground"])


def _width(pattern: Pattern, longer_side: float) -> int:
    share = min(1.0, pattern.width / pattern.height)
    return max(1, round(longer_side * share))


def _border_width(pattern: Pattern) -> int:
    return max(1, round(BORDER_HEIGHT_PX * pattern.width / pattern.height))
