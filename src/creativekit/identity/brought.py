"""A logo that the user brings, as a Mark: in its own colours, and in one.

What the file is made of (outlines, or pixels, or outlines that need pixels) is found out by
`canvas.brought_logo`; here it is cropped to its ink, brought to the 1000 units of every symbol, and
measured like one. It is kept exactly: no colour of it is changed, unless it would not be seen.
"""

from __future__ import annotations

from pathlib import Path as File

from creativekit.canvas.backends.raster import pixels as rendered
from creativekit.canvas.brought_logo import BroughtLogo, load_logo
from creativekit.canvas.outline_ops import intersect
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Scene
from creativekit.errors import Message, fail, msg
from creativekit.identity import ink, silhouette
from creativekit.identity.enclosure import HEIGHT
from creativekit.identity.mark import Artwork, Mark

_STENCIL_PX = 2048
_MEASURED_PX = 768
# Wider (or taller) than this, it is taken for a logo that has the name in it.
_WHOLE_FROM = 1.75


def brought(file: File, shown: str) -> tuple[Mark, tuple[Message, ...]]:
    """The logo in `file` as a Mark 1000 units high, and what was done to it, for the user.

    `shown` is its name in messages. Raises InputError: unreadable, no picture, broken, too large,
    too small, empty, not SVG, or an SVG with scripts, entities or references to the outside.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        fail(
            msg("the logo cannot be read: {reason}", reason=error.strerror or str(error)),
            file=shown,
        )
    found = load_logo(data, shown)
    return _mark(found), found.notes


def is_whole_logo(mark: Mark) -> bool:
    """Whether a brought logo is so wide or so tall that it must have the name in it."""
    ratio = mark.box.width / mark.box.height
    return ratio > _WHOLE_FROM or ratio < 1 / _WHOLE_FROM


def _mark(logo: BroughtLogo) -> Mark:
    box = logo.ink
    place = Affine.translation(-box.left, -box.top)
    whole = Path.rect(box.left, box.top, box.width, box.height)
    scene = Scene(box.width, box.height, (Group(logo.scene.items, place, whole),))
    unit = HEIGHT / box.height
    outline = None if logo.outline is None else intersect(logo.outline, whole).transform(place)
    if outline:
        artwork = Artwork(scene, outline, None)
        x, y = ink.mass(outline).center
        stem = ink.thinnest_stroke(outline)
    else:
        longer = max(box.width, box.height)
        # A picture is as sharp as its own pixels; a drawing that needs some may have all it wants.
        stencil = rendered(scene, 1.0 if logo.svg is None else _STENCIL_PX / longer)
        artwork = Artwork(scene, None, silhouette.stencil(stencil))
        scale = _MEASURED_PX / longer
        shown = rendered(scene, scale)
        x, y = (value / scale for value in silhouette.center(shown))
        stem = silhouette.thinnest_stroke(shown) / scale
    symbol_box = Box(0.0, 0.0, box.width * unit, HEIGHT)
    return Mark((), symbol_box, stem * unit, (x * unit, y * unit), artwork)
