"""Icons: what a browser's tab, a phone's home screen and a search result show of a brand.

The set is the small one that today's browsers ask for (the HTML standard's `rel=icon`, Apple's
touch icon, the W3C's Web Application Manifest with its "any" and "maskable" purposes): favicon.ico
with 48, 32 and 16 px, favicon.svg that follows the dark mode, PNGs, a manifest and the lines of
HTML that name them.

An icon is drawn at its size, not reduced: the artwork is fitted to whole pixels, and at small sizes
its strokes are grown until the thinnest is 1.5 px. A monogram gives up its shape for the icon's own
tile. A symbol of two colours stands on the brand's surface, where its colours are its own; one of
a single colour stands on the brand's colour.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Any

from creativekit.canvas.outline_ops import stroke, subtract, union
from creativekit.canvas.path import Affine, Path, number
from creativekit.canvas.scene import Item, Picture, Rect, Scene, Shape, Solid
from creativekit.color.contrast import GRAPHICS, readable
from creativekit.errors import msg
from creativekit.identity.colorway import BEHIND, LETTERS, WHITE, Paints, one, painted, paints
from creativekit.identity.ink import mass, thinnest_stroke
from creativekit.identity.mark import Layer, Mark
from creativekit.identity.model import Identity
from creativekit.jobs import Job, digest
from creativekit.project.graphemes import graphemes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# The backends are imported where they are used: when nothing has changed, planning the icons is all
# that is done with them, and takes a tenth of the time of loading numpy.

FOLDER = "brand/icons"
ICO_SIZES = (48, 32, 16)
TOUCH_SIZE = 180
MANIFEST_SIZES = (192, 512)

# Parts of an icon's side: the artwork on a tile, on Apple's square (which it rounds itself), and
# the radius about the centre inside which a maskable icon is never cut (0.4: the specification's
# "safe zone" is a circle of 40 %), with a hair to spare.
_ON_TILE = 0.7
_ON_SMALL_TILE = 0.8
_ON_SMALLEST_TILE = 0.875
_ON_SQUARE = 0.62
_SAFE_RADIUS = 0.385
_LEAST_CORNER, _MOST_CORNER = 0.12, 0.3
_SMALL, _SMALLEST = 48, 16
_SHIFTS = (-0.5, -0.25, 0.0, 0.25)
_LEAST_STROKE_PX = 1.5
# The favicon's own drawing: units of its side, and the artwork's part of it.
_SVG_SIDE = 64.0
_SVG_ARTWORK = 0.94
_PICTURE_SCALE = 3.0
_SHORT_NAME = 12


@dataclass(frozen=True)
class Design:
    """What every icon is made of.

    figure: what stands on the tile. tile: its colour; painted: the paints on it. corner: the
    tile's radius as a part of its side. mark: the symbol as it is, for the favicon without a tile,
    with its paints by day and by night.
    """

    figure: Mark
    tile: str
    painted: Paints
    corner: float
    mark: Mark
    day: Paints
    night: Paints
    title: str

    @cached_property
    def digest(self) -> str:
        return digest(
            self.figure,
            self.tile,
            self.painted,
            self.corner,
            self.mark,
            self.day,
            self.night,
            self.title,
        )


def jobs(identity: Identity) -> tuple[Job, ...]:
    """The icon set's Jobs, under brand/icons/."""
    art = design(identity)
    found = [
        _job("favicon.ico", ico_file, (art,)),
        _job("favicon.svg", svg_file, (art,)),
        _job("icon-96.png", tile_file, (art, 96)),
        _job("apple-touch-icon.png", square_file, (art, TOUCH_SIZE)),
    ]
    for size in MANIFEST_SIZES:
        found.append(_job(f"icon-{size}.png", tile_file, (art, size)))
        found.append(_job(f"icon-maskable-{size}.png", maskable_file, (art, size)))
    palette = identity.palette
    about = str(identity.name), identity.main_language, art.tile, palette.first["surface"]
    found.append(_job("site.webmanifest", manifest_file, about))
    tints = palette.light["surface"], palette.dark["surface"]
    found.append(_job("icons.html", html_file, tints))
    return tuple(found)


def _job(name: str, make: Callable[..., bytes], inputs: tuple[Any, ...]) -> Job:
    return Job(f"{FOLDER}/{name}", make, inputs, msg("icon {file}", file=name), 0.2)


def design(identity: Identity) -> Design:
    """Choose the figure and its tile."""
    palette, mark = identity.palette, identity.logo.mark
    day, night = paints(palette, "color"), paints(palette, "on-dark")
    own = night if palette.dark_first else day
    figure = mark
    if mark.letters is not None:
        letters = mark.letters
        figure = Mark((Layer(letters, "primary"),), letters.bounds, mark.stem, mass(letters).center)
    colors = {layer.role for layer in figure.layers}
    if len(colors) > 1 or figure.artwork is not None:
        tile, on_tile = str(own[BEHIND]), own
    else:
        tile = str(own["badge"])
        ink = readable(tile, (WHITE, palette.light["ink"]), GRAPHICS)
        on_tile = {**one(ink), BEHIND: tile}
    return Design(
        figure=figure,
        tile=tile,
        painted=on_tile,
        corner=min(_MOST_CORNER, _LEAST_CORNER + identity.style.corner),
        mark=mark,
        day=day,
        night=night,
        title=str(identity.name),
    )


# ---- drawing


def tile_scene(art: Design, size: int) -> Scene:
    """On a rounded tile, transparent outside."""
    reach = _ON_SMALL_TILE if size <= _SMALL else _ON_TILE
    reach = _ON_SMALLEST_TILE if size <= _SMALLEST else reach
    figure, place = _fitted(art, size, reach)
    if size <= _SMALL:
        place = _crisp(art, figure, place, size)
    return _scene(art, size, (figure, place), art.corner * size)


def square_scene(art: Design, size: int) -> Scene:
    """On a full square."""
    return _scene(art, size, _fitted(art, size, _ON_SQUARE), 0.0)


def maskable_scene(art: Design, size: int) -> Scene:
    """On a full square, inside the circle that no mask cuts."""
    figure = art.figure
    x, y = _middle(figure)
    corners = [point for layer in figure.layers for line in layer.path.flatten(2) for point in line]
    if figure.artwork is not None:
        box = figure.box
        corners += [(left, top) for left in (box.left, box.right) for top in (box.top, box.bottom)]
    radius = max(math.hypot(px - x, py - y) for px, py in corners)
    scale = min(_SAFE_RADIUS * size / radius, _ON_TILE * size / figure.box.height)
    place = Affine(scale, 0, 0, scale, size / 2 - x * scale, size / 2 - y * scale)
    return _scene(art, size, (figure, place), 0.0)


def _scene(art: Design, size: int, placed: tuple[Mark, Affine], radius: float) -> Scene:
    figure, place = placed
    items = _painted(figure, art.painted, place)
    tile = Rect(0, 0, size, size, Solid(art.tile), radius)
    return Scene(size, size, (tile, *items), art.title)


def _painted(mark: Mark, colors: Paints, place: Affine) -> tuple[Item, ...]:
    artwork = () if mark.artwork is None else ((mark.artwork, mark.box),)
    return painted(mark.layers, artwork, colors, place)


def _middle(mark: Mark) -> tuple[float, float]:
    """Half-way between the middle of the box and the centre of mass."""
    x, y = mark.box.center
    return (x + mark.center[0]) / 2, (y + mark.center[1]) / 2


def _fitted(art: Design, size: int, reach: float) -> tuple[Mark, Affine]:
    """The artwork, its strokes grown to hold at this size, with its longer side `reach` of it."""
    longer = reach * size
    figure = _grown(art.figure, longer, art.mark.letters is not None)
    box = figure.box
    scale = longer / max(box.width, box.height)
    x, y = _middle(figure)
    return figure, Affine(scale, 0, 0, scale, size / 2 - x * scale, size / 2 - y * scale)


def _crisp(art: Design, figure: Mark, place: Affine, size: int) -> Affine:
    """`place`, moved by less than a pixel to where the fewest pixels are half covered.

    What hinting does for letters: of the quarter-pixel shifts each way, the one that leaves most
    pixels wholly ink or wholly ground; the nearest of equals.
    """
    import numpy as np

    if not figure.layers:
        return place
    ink = Path.join(layer.path for layer in figure.layers)
    shifts = sorted(product(_SHIFTS, _SHIFTS), key=lambda shift: math.hypot(*shift))

    def decided(shift: tuple[float, float]) -> int:
        moved = replace(place, e=place.e + shift[0], f=place.f + shift[1])
        scene = Scene(size, size, (Shape(ink.transform(moved), Solid(WHITE)),))
        alpha = _pixels(scene)[..., 3].astype(np.int32)
        return int(((2 * alpha - 255) ** 2).sum())

    x, y = max(shifts, key=decided)
    return replace(place, e=place.e + x, f=place.f + y)


def _grown(mark: Mark, longer: float, is_letter: bool) -> Mark:
    """The mark with strokes of at least 1.5 px when its longer side is `longer` px.

    Growing makes the box larger too; the amount solves (stem + g) · longer = 1.5 · (side + g). A
    drawing (not a letter) with narrow gaps is grown only until its gaps are as narrow as its
    strokes: farther, it would close to a blot.
    """
    side = max(mark.box.width, mark.box.height)
    lacking = (_LEAST_STROKE_PX * side - mark.stem * longer) / (longer - _LEAST_STROKE_PX)
    if lacking <= 0 or not mark.layers:
        return mark
    ink = Path.join(layer.path for layer in mark.layers)
    box = mark.box
    around = Path.rect(box.left, box.top, box.width, box.height)
    gaps = Path() if is_letter else subtract(around, ink)
    if gaps:
        lacking = min(lacking, max(0.0, (thinnest_stroke(gaps) - mark.stem) / 2))
    if lacking <= 0:
        return mark
    layers = tuple(
        Layer(union(layer.path, stroke(layer.path, lacking)), layer.role) for layer in mark.layers
    )
    return replace(mark, layers=layers, box=box.inset(-lacking / 2), stem=mark.stem + lacking)


# ---- files


def _png(scene: Scene, scale: float = 1.0, background: str | None = None) -> bytes:
    from creativekit.canvas.backends.raster import png

    return png(scene, scale, background, effort="small")


def _pixels(scene: Scene) -> NDArray[np.uint8]:
    from creativekit.canvas.backends.raster import pixels

    return pixels(scene)


def tile_file(art: Design, size: int) -> bytes:
    return _png(tile_scene(art, size))


def square_file(art: Design, size: int) -> bytes:
    """Opaque: iOS paints transparency black."""
    return _png(square_scene(art, size), background=art.tile)


def maskable_file(art: Design, size: int) -> bytes:
    return _png(maskable_scene(art, size), background=art.tile)


def ico_file(art: Design) -> bytes:
    """48, 32 and 16 px, each drawn at its size, as 32-bit bitmaps, which every reader knows.

    Microsoft, "Icons" (ICONDIR, ICONDIRENTRY; the bitmap's height counts the AND mask as well).
    """
    images = [_bitmap(_pixels(tile_scene(art, size))) for size in ICO_SIZES]
    offset = 6 + 16 * len(images)
    head = struct.pack("<HHH", 0, 1, len(images))
    for size, data in zip(ICO_SIZES, images, strict=True):
        head += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return head + b"".join(images)


def _bitmap(pixels: NDArray[np.uint8]) -> bytes:
    """A device-independent bitmap of (size, size, 4) RGBA: rows from the bottom, BGRA, AND mask."""
    import numpy as np

    size = len(pixels)
    colors = pixels[::-1, :, [2, 1, 0, 3]].tobytes()
    row = (size + 31) // 32 * 4
    clear = np.packbits(pixels[::-1, :, 3] == 0, axis=1)
    mask = np.zeros((size, row), np.uint8)
    mask[:, : clear.shape[1]] = clear
    head = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, len(colors), 0, 0, 0, 0)
    return head + colors + mask.tobytes()


def svg_file(art: Design) -> bytes:
    """The symbol without a tile, in its colours for light or for dark tabs."""
    from creativekit.canvas.backends.svg import escape, svg

    side = number(_SVG_SIDE)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' viewBox="0 0 {side} {side}">',
        f"  <title>{escape(art.title)}</title>",
        "  <style>.night{display:none}"
        "@media(prefers-color-scheme:dark){.day{display:none}.night{display:inline}}</style>",
    ]
    for name, colors in (("day", art.day), ("night", art.night)):
        document = svg(_untiled_scene(art.mark, colors), id_prefix=name)
        inside = document.splitlines()[1:-1]
        lines += [f'  <g class="{name}">', *(f"  {line}" for line in inside), "  </g>"]
    return "\n".join([*lines, "</svg>", ""]).encode()


def _untiled_scene(mark: Mark, colors: Paints) -> Scene:
    box = mark.box
    scale = _SVG_SIDE * _SVG_ARTWORK / max(box.width, box.height)
    x, y = box.center
    place = Affine(scale, 0, 0, scale, _SVG_SIDE / 2 - x * scale, _SVG_SIDE / 2 - y * scale)
    if mark.letters is not None and mark.letters != mark.layers[0].path:
        # Letters are painted, not cut: what is behind a tab's icon may be any colour.
        fill = str(colors["badge"])
        colors = {**colors, LETTERS: colors[LETTERS] or readable(fill, (WHITE,), GRAPHICS)}
        whole = union(*(layer.path for layer in mark.layers), mark.letters)
        mark = replace(mark, layers=(Layer(whole, "badge"), Layer(mark.letters, LETTERS)))
    scene = Scene(_SVG_SIDE, _SVG_SIDE, _painted(mark, colors, place))
    if mark.artwork is None or mark.artwork.outline is not None:
        return scene
    # A picture inside a favicon is no larger than a favicon is shown.
    picture = _png(scene, _PICTURE_SCALE)
    return replace(scene, items=(Picture(picture, 0, 0, _SVG_SIDE, _SVG_SIDE),))


def manifest_file(name: str, language: str, theme: str, ground: str) -> bytes:
    """W3C Web Application Manifest."""
    short = short_name(name)
    icons = [
        {
            "src": f"icon-{part}{size}.png",
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for purpose, part in (("any", ""), ("maskable", "maskable-"))
        for size in MANIFEST_SIZES
    ]
    about = {
        "name": name,
        **({"short_name": short} if short != name else {}),
        "lang": language,
        "icons": icons,
        "theme_color": theme,
        "background_color": ground,
        "display": "standalone",
    }
    return (json.dumps(about, ensure_ascii=False, indent=2) + "\n").encode()


def short_name(name: str) -> str:
    """As many whole words of the name as a home screen shows (12 characters), at least a part."""
    shown = ""
    for word in name.split():
        longer = f"{shown} {word}".strip()
        if len(graphemes(longer)) > _SHORT_NAME:
            break
        shown = longer
    return shown or "".join(graphemes(name)[:_SHORT_NAME])


def html_file(light: str, dark: str) -> bytes:
    """The lines for a page's head, with the icons beside the page."""
    sizes = " ".join(f"{size}x{size}" for size in ICO_SIZES)
    return f"""<link rel="icon" href="favicon.ico" sizes="{sizes}">
<link rel="icon" href="favicon.svg" type="image/svg+xml" sizes="any">
<link rel="icon" href="icon-96.png" type="image/png" sizes="96x96">
<link rel="apple-touch-icon" href="apple-touch-icon.png">
<link rel="manifest" href="site.webmanifest">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="{light}">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="{dark}">
""".encode()
