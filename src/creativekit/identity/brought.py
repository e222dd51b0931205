"""A logo that the user brings, as a Mark: SVG as outlines, PNG, JPEG and WebP as pixels.

Its own colours are kept. An SVG of flat fills becomes layers whose roles are those colours; what
outlines cannot carry (gradients, embedded pictures) is drawn once, large, and kept as a picture.
A picture on a plain ground is cut out, cropped to its ink, and must be large enough to print.
"""

from __future__ import annotations

from pathlib import Path as File

import numpy as np

from creativekit.canvas import pictures
from creativekit.canvas.backends import png
from creativekit.canvas.path import Box
from creativekit.errors import fail, msg
from creativekit.identity import silhouette
from creativekit.identity.cutout import Pixels, cut_out
from creativekit.identity.enclosure import HEIGHT
from creativekit.identity.mark import Mark

# A logo is shown at 512 px and printed at 20 mm: with fewer pixels than this it is a smudge.
LEAST_PX = 64
MOST_PX = 2048
# Wider (or taller) than this, it is taken for a logo that has the name in it.
_WHOLE_FROM = 1.75


def mark(path: File, shown: str) -> Mark:
    """The logo in `path` as a Mark, 1000 units high; `shown` is its name in messages.

    Raises InputError: unreadable, no picture, broken, too large, too small, empty, not SVG, or an
    SVG with scripts, entities or references to the outside.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        fail(
            msg("the logo cannot be read: {reason}", reason=error.strerror or str(error)),
            file=shown,
        )
    return _from_pixels(pictures.load(data, shown, MOST_PX).image, shown)


def is_whole_logo(mark: Mark) -> bool:
    """Whether a brought logo is so wide or so tall that it must have the name in it."""
    ratio = mark.box.width / mark.box.height
    return ratio > _WHOLE_FROM or ratio < 1 / _WHOLE_FROM


def _from_pixels(image: object, shown: str) -> Mark:
    pixels: Pixels = np.asarray(image)
    if pixels.shape[2] == 3:
        cut = cut_out(pixels)
        opaque = np.full((*pixels.shape[:2], 1), 255, np.uint8)
        pixels = np.concatenate([pixels, opaque], axis=2) if cut is None else cut
    pixels = _cropped(pixels, shown)
    height, width = pixels.shape[:2]
    if max(width, height) < LEAST_PX:
        fail(
            msg(
                "the logo is only {width}×{height} px; it needs at least {least} px on its longer"
                " side, or an SVG",
                width=width,
                height=height,
                least=LEAST_PX,
            ),
            file=shown,
        )
    unit = HEIGHT / height
    x, y = silhouette.center(pixels)
    return Mark(
        layers=(),
        box=Box(0.0, 0.0, width * unit, HEIGHT),
        stem=silhouette.thinnest_stroke(pixels) * unit,
        center=(x * unit, y * unit),
        picture=png.encode(pixels),
    )


def _cropped(pixels: Pixels, shown: str) -> Pixels:
    """Cut to the ink. Veils of an opacity under 2 % are what compression leaves."""
    inked = pixels[..., 3] > 5
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    if not len(rows):
        fail(msg("the logo is empty: every pixel of it is transparent"), file=shown)
    return pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
