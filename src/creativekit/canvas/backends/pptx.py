"""Scenes to a presentation that somebody can go on working with in an office program.

One slide a Scene: words are text, pictures are pictures, shapes have handles, colours and typefaces
are those of the theme. The XML is written by itself: what a library would offer (a package and
an import of a fifth of a second) is the small part, and what is needed here (outlines with curves,
gradients, letter space, theme colours) it does not have.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from creativekit.canvas.backends.pptx_master import BLANK, TITLE_ONLY, plain
from creativekit.canvas.backends.pptx_media import Media, Pictures
from creativekit.canvas.backends.pptx_package import Slide, package
from creativekit.canvas.backends.pptx_paints import solid
from creativekit.canvas.backends.pptx_shapes import Drawing, plain_ground
from creativekit.canvas.backends.pptx_theme import Theme
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Scene

EMU_PX = 9525

_LEAST, _MOST = 914_400, 51_206_400
"""What PowerPoint takes as a slide's side: one inch to 56."""


def pptx(scenes: Sequence[Scene], theme: Theme, title: str) -> bytes:
    """A presentation of one slide a Scene, as large as the first of them.

    A px is 1/96 inch, unless the slide would be smaller or larger than PowerPoint allows. A Scene
    of other proportions is fitted into the slide's middle. ValueError when there is no Scene.
    """
    if not scenes:
        raise ValueError("a presentation has at least one slide")
    size = _size(scenes[0].width, scenes[0].height)
    media = Media()
    slides = [_slide(scene, theme, size, media) for scene in scenes]
    return package(slides, media.files, theme, title, size, plain(size))


def _slide(scene: Scene, theme: Theme, size: tuple[int, int], media: Media) -> Slide:
    sheet = Box(0, 0, size[0], size[1])
    by = _onto(scene, size)
    pictures = Pictures(media)
    paint, items = plain_ground(scene.items, by, sheet)
    drawing = Drawing(theme, sheet, pictures)
    own = Path.rect(0, 0, scene.width, scene.height)
    box = own.transform(by).bounds
    if box.left > 1 or box.top > 1:
        # Where the slide is larger than the drawing, its edge does not cut what sticks out.
        items = (Group(items, clip=own),)
    nodes = drawing.nodes(items, by)
    numbers = count(2)
    shapes = "".join(node.xml(numbers) for node in nodes)
    fill = solid(paint, theme) if paint is not None else ""
    layout = TITLE_ONLY if drawing.has_title else BLANK
    return Slide(scene.title, shapes, fill, tuple(pictures.names), layout)


def _size(width: float, height: float) -> tuple[int, int]:
    """The slide's sides in EMU, in the proportions given as far as PowerPoint allows them."""
    long, short = max(width, height), min(width, height)
    scale = min(EMU_PX, _MOST / long)
    scale = min(max(scale, _LEAST / short), _MOST / long)
    sides = (round(width * scale), round(height * scale))
    return min(max(sides[0], _LEAST), _MOST), min(max(sides[1], _LEAST), _MOST)


def _onto(scene: Scene, size: tuple[int, int]) -> Affine:
    """px to EMU: as large as the slide takes it, in the middle."""
    scale = min(size[0] / scene.width, size[1] / scene.height)
    x, y = (size[0] - scene.width * scale) / 2, (size[1] - scene.height * scale) / 2
    return Affine(scale, 0, 0, scale, x, y)
