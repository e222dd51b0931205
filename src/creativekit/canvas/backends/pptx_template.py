"""A template to make presentations from: a master, layouts with pictures of their own, and slides
that show each of them in use.

A layout's picture is a Scene's items like any drawing; its words are places that slides fill. The
master carries the picture of the pages that most slides are; a layout with a picture of its own
hides it. Letters that belong to a picture (a stamp, a name beside a symbol) are outlines, because
nobody is to edit them and no other face may come in their stead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from creativekit.canvas.backends.pptx_master import Layout, Master
from creativekit.canvas.backends.pptx_media import Media, Pictures
from creativekit.canvas.backends.pptx_nodes import Node, Together
from creativekit.canvas.backends.pptx_package import Slide, package
from creativekit.canvas.backends.pptx_paints import solid
from creativekit.canvas.backends.pptx_placeholders import EMU_PX, Place, Shown, Text, Type, levels
from creativekit.canvas.backends.pptx_shapes import Drawing, plain_ground
from creativekit.canvas.backends.theme_shades import ShadedTheme
from creativekit.canvas.lettering import outlined
from creativekit.canvas.path import Affine, Box
from creativekit.canvas.scene import Group, Item

WIDTH, HEIGHT = 1280, 720
"""px: 13.333 × 7.5 inches, what Office calls widescreen."""


@dataclass(frozen=True)
class Page:
    """A layout, or the master: what is drawn on it and the places for words and pictures.

    kind: one of ST_SlideLayoutType, "" for one of our own. items: in px; none for a layout that
    shows the master's. logo: drawn last, with a text for those who do not see it.
    """

    kind: str
    name: str
    items: tuple[Item, ...] = ()
    places: tuple[Place, ...] = ()
    logo: tuple[Item, ...] = ()
    shows_master: bool = True

    def place(self, kind: str, index: int = 0) -> Place:
        """The place of a kind and index. KeyError when the page has none."""
        for each in self.places:
            if (each.kind, each.index) == (kind, index):
                return each
        raise KeyError(f"no place {kind or 'content'} {index} on {self.name}")


@dataclass(frozen=True)
class Sample:
    """A slide. page: which layout it is made from, counted from 0."""

    page: int
    contents: tuple[Text | Shown, ...]


def template(
    master: Page,
    pages: Sequence[Page],
    samples: Sequence[Sample],
    theme: ShadedTheme,
    other: Type,
    title: str,
    language: str,
    brand: str,
) -> bytes:
    """The file. The master has the places `title` and `body` (index 1), which all layouts' words
    are set like. other: how text is set that people add. language: BCP 47; brand: what the logo
    says."""
    media = Media()
    size = (WIDTH * EMU_PX, HEIGHT * EMU_PX)
    layouts: list[Layout] = []
    for page in pages:
        pictures = Pictures(media)
        fill, shapes = _drawn(page, theme, language, brand, pictures)
        layouts.append(
            Layout(page.kind, page.name, shapes, fill, tuple(pictures.names), page.shows_master)
        )
    pictures = Pictures(media, before=len(pages) + 1)
    # How its words are set is said in the master's styles, where a person changes it.
    bare = tuple(
        replace(place, types=()) if place.kind in ("title", "body") else place
        for place in master.places
    )
    fill, shapes = _drawn(replace(master, places=bare), theme, language, brand, pictures)
    made = Master(
        tuple(layouts),
        shapes,
        levels(master.place("title").types, theme),
        levels(master.place("body", 1).types, theme),
        levels((other,), theme),
        fill,
        tuple(pictures.names),
        theme.is_dark,
    )
    slides = [_slide(sample, media, language) for sample in samples]
    return package(slides, media.files, theme, title, size, made)


def _drawn(
    page: Page, theme: ShadedTheme, language: str, brand: str, pictures: Pictures
) -> tuple[str, str]:
    """A page's background, and the shapes on it: its picture, the logo, the places."""
    sheet = Box(0, 0, WIDTH * EMU_PX, HEIGHT * EMU_PX)
    by = Affine.scaling(EMU_PX)
    drawing = Drawing(theme, sheet, pictures)
    paint, items = plain_ground(_opened(page.items), by, sheet)
    nodes: list[Node] = drawing.nodes((outlined(item) for item in items), by)
    logo = drawing.nodes((outlined(item) for item in page.logo), by)
    if logo:
        nodes.append(Together(tuple(logo), "Logo", brand))
    numbers = count(2)
    shapes = [node.xml(numbers) for node in nodes]
    shapes.extend(place.xml(numbers, theme, language) for place in page.places)
    return solid(paint, theme) if paint is not None else "", "".join(shapes)


def _opened(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Items out of the plain groups that are first, so that a ground is found to be one."""
    while items and isinstance(items[0], Group) and items[0] == Group(items[0].items):
        items = (*items[0].items, *items[1:])
    return items


def _slide(sample: Sample, media: Media, language: str) -> Slide:
    pictures = Pictures(media)
    numbers = count(2)
    shapes = [
        each.xml(numbers, pictures(each.kind, each.data))
        if isinstance(each, Shown)
        else each.xml(numbers, language)
        for each in sample.contents
    ]
    return Slide("", "".join(shapes), "", tuple(pictures.names), sample.page + 1)
