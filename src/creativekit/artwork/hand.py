"""The hand of a style: how it arranges a ground for each kind of post.

`Hand` holds what all styles do alike (where the signature stands, how a sheet is parted in two, how
inks are found) and a plain grid version of every surface; a style's own hand in `artwork.hands`
draws what is its own. Kinds of surface:

art      the style's illustration with the brand's motif, and room for one big idea
quiet    mostly empty, for lists, tables and longer words
block    one flat strong colour, for a figure or a word that fills it
pattern  the brand's pattern, and a calm place in it for a few words
photo    one picture in the style's frame, words beside or below it
overlay  one picture that fills the sheet, words on it
gallery  two to six pictures, words beside or below them
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import ClassVar

from creativekit.artwork.arrangement import Arrangement, Frame
from creativekit.artwork.sheet import Align, Room, Sheet, Side, block, cropped
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Item, Rect, Shape, Solid
from creativekit.color.contrast import TEXT, ratio, readable
from creativekit.identity.pattern_colors import pattern_colors

FOOT = 0.058
"""Height of the signature's room, fraction of the size unit."""
OFF_PICTURE = 0.105
"""What a title keeps off a picture beside it in a strip, fraction of the size unit: six millimetres
over a page of A4."""


class Hand:
    """Arranges one sheet. Subclasses override surfaces, or only `ground`, `paper` and `tone`."""

    align: ClassVar[Align] = "left"

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.unit = sheet.unit
        self.inner = sheet.inner
        self.margin = min(sheet.area.width, sheet.area.height) / 12

    # ---- what styles override

    def art(self) -> Arrangement:
        return self.quiet()

    def quiet(self) -> Arrangement:
        ground = self.paper()
        return self.page(ground, self.backdrop(ground))

    def block(self) -> Arrangement:
        ground = self.strong()
        return self.page(ground, (self.fill(ground),), side="middle")

    def pattern(self) -> Arrangement:
        """The pattern all over, and a plain plate on it, low and to the left or in the middle."""
        sheet, inner = self.sheet, self.inner
        plate = self.plate()
        colors = pattern_colors(sheet.identity.palette, "deep")
        ground = self.paper()
        if ratio(ground, colors["ground"]) < 1.6:
            ground = self.strong()
        under = (*self.tiles("deep"), Rect(*_sides(plate), Solid(ground), self.corner()))
        pad = self.margin * 0.8
        words = Box(plate.left + pad, plate.top + pad, plate.right - pad, plate.bottom - pad)
        foot = Box(words.left, words.bottom - FOOT * self.unit, words.right, words.bottom)
        words = Box(words.left, words.top, words.right, foot.top - self.unit * 0.02)
        assert plate.right <= inner.right + 1
        return Arrangement(
            under, self.room(words, ground, side="middle"), self.room(foot, ground, side="bottom")
        )

    def photo(self) -> Arrangement:
        picture, words, foot = self.parted()
        ground = self.paper()
        frame = self.frame(picture)
        return Arrangement(
            self.backdrop(ground),
            self.room(words, ground, side="middle" if self.beside else "top"),
            self.room(foot, ground, side="bottom"),
            (frame,),
        )

    def overlay(self) -> Arrangement:
        sheet, inner = self.sheet, self.inner
        foot = self.foot_box(inner)
        top = inner.top + inner.height * (0.30 if sheet.form in ("tall", "portrait") else 0.12)
        words = Box(inner.left, top, inner.right, foot.top - self.unit * 0.028)
        if self.beside:
            words = Box(words.left, words.top, inner.left + inner.width * 0.62, words.bottom)
        dark = sheet.primary(950)
        white = "#ffffff"
        room = Room(words, white, white, sheet.accent(300), self.align, "bottom", "")
        return Arrangement(
            (block(0, 0, sheet.width, sheet.height, dark),),
            room,
            Room(foot, white, white, sheet.accent(300), self.align, "bottom", ""),
            (Frame(Box(0, 0, sheet.width, sheet.height)),),
            on_picture=True,
        )

    def gallery(self, count: int) -> Arrangement:
        ground = self.paper()
        place, words, foot = self.parted(0.60 if count > 2 else 0.54, bleed=False)
        boxes = grid(place, count, self.unit * 0.014)
        frames = tuple(self.frame(box, small=True) for box in boxes)
        return Arrangement(
            self.backdrop(ground),
            self.room(words, ground, side="middle" if self.beside else "top"),
            self.room(foot, ground, side="bottom"),
            frames,
        )

    # ---- colours

    def paper(self) -> str:
        """The quiet ground that most of the style's surfaces have."""
        return self.sheet.identity.palette.first["surface"]

    def strong(self) -> str:
        """The loud ground: the brand's own colour, or a step below it where neither pale nor dark
        words read well (pure red)."""
        sheet = self.sheet
        own = sheet.identity.palette.first["primary"]
        dark = sheet.primary(950)
        for each in (own, sheet.primary(600), sheet.primary(700)):
            if ratio(each, "#ffffff") >= TEXT or ratio(each, dark) >= 6.5:
                return each
        return own

    def backdrop(self, ground: str) -> tuple[Item, ...]:
        """What lies under a page of words."""
        return (self.fill(ground),)

    def inks(self, ground: str) -> tuple[str, str, str]:
        """Ink, muted and accent that read on a ground."""
        sheet = self.sheet
        ink = readable(
            ground,
            (sheet.light("ink"), sheet.dark("ink"), sheet.primary(950), "#ffffff", "#000000"),
            7.0,
        )
        muted = readable(
            ground,
            (
                sheet.light("ink-muted"),
                sheet.dark("ink-muted"),
                sheet.primary(800),
                sheet.primary(100),
                ink,
            ),
            TEXT,
        )
        accents = (sheet.hot, sheet.light("accent"), sheet.accent(300), sheet.accent(700), ink)
        accent = next(each for each in accents if each == ink or ratio(each, ground) >= 2.2)
        return ink, muted, accent

    # ---- places

    def in_sight(self, place: Box) -> Box:
        """`place`, kept to what is seen everywhere where most of a sheet is not: of a channel's
        banner a phone shows a strip, and pictures that reach past it are lost or lose heads."""
        area = self.sheet.area
        if area.height > self.sheet.height / 2:
            return place
        return Box(
            max(place.left, area.left),
            max(place.top, area.top),
            min(place.right, area.right),
            min(place.bottom, area.bottom),
        )

    @property
    def beside(self) -> bool:
        """Whether picture and words stand side by side."""
        return self.sheet.form in ("wide", "banner")

    def foot_box(self, inside: Box) -> Box:
        return Box(inside.left, inside.bottom - FOOT * self.unit, inside.right, inside.bottom)

    def page(
        self, ground: str, under: Sequence[Item], side: Side = "top", inside: Box | None = None
    ) -> Arrangement:
        """Words from the top of the inner area to the signature at its foot."""
        inside = inside or self.inner
        foot = self.foot_box(inside)
        words = Box(inside.left, inside.top, inside.right, foot.top - self.unit * 0.03)
        return Arrangement(
            tuple(under),
            self.room(words, ground, side=side),
            self.room(foot, ground, side="bottom"),
        )

    def parted(self, share: float = 0.54, bleed: bool = True) -> tuple[Box, Box, Box]:
        """The sheet parted in two: the picture's box, the words' and the signature's.

        share: of the height (or, beside, of the width) that the picture takes, in a calm post.
        bleed: the picture runs to the sheet's edges; else it keeps the margin.
        """
        share *= 1 - 0.36 * self.sheet.crowd
        sheet, inner = self.sheet, self.inner
        gap = self.margin * 0.9
        if self.beside:
            share = min(share, 0.5)
            left = inner.left + inner.width * (1 - share) + gap
            picture = (
                Box(left, 0, sheet.width, sheet.height)
                if bleed
                else Box(left, inner.top, inner.right, inner.bottom)
            )
            column = Box(inner.left, inner.top, left - gap, inner.bottom)
            foot = self.foot_box(column)
            words = Box(column.left, column.top, column.right, foot.top - self.unit * 0.03)
            return picture, words, foot
        low = inner.top + inner.height * share
        picture = (
            Box(0, 0, sheet.width, low) if bleed else Box(inner.left, inner.top, inner.right, low)
        )
        foot = self.foot_box(inner)
        words = Box(inner.left, low + gap, inner.right, foot.top - self.unit * 0.026)
        return picture, words, foot

    def plate(self) -> Box:
        """A calm place on a pattern: the lower part of a tall sheet, the left of a wide one."""
        inner = self.inner
        if self.beside:
            return Box(inner.left, inner.top, inner.left + inner.width * 0.56, inner.bottom)
        if self.align == "center":
            tall = inner.height * 0.52
            top = inner.center[1] - tall / 2
            return Box(
                inner.left + inner.width * 0.06, top, inner.right - inner.width * 0.06, top + tall
            )
        return Box(inner.left, inner.top + inner.height * 0.46, inner.right, inner.bottom)

    def room(self, box: Box, ground: str, side: Side = "top", align: Align | None = None) -> Room:
        ink, muted, accent = self.inks(ground)
        return Room(box, ink, muted, accent, align or self.align, side, ground)

    # ---- things

    def corner(self) -> float:
        return self.sheet.identity.style.corner * self.unit * 0.1

    def frame(self, box: Box, small: bool = False) -> Frame:
        """A picture's frame; small: one of several."""
        return Frame(box, label=self.tab(box))

    def tab(self, box: Box) -> Room:
        """The room of a caption in a picture's lower left corner, on a ground of its own."""
        tall = self.unit * 0.046
        pad = self.unit * 0.016
        place = Box(box.left + pad, box.bottom - pad - tall, box.right - pad, box.bottom - pad)
        ground = self.paper()
        ink, muted, accent = self.inks(ground)
        return Room(place, ink, muted, accent, "left", "bottom", ground)

    def fill(self, color: str) -> Item:
        return block(0, 0, self.sheet.width, self.sheet.height, color)

    def tiles(
        self,
        colorway: str | Mapping[str, str],
        across: float = 4.2,
        box: Box | None = None,
    ) -> tuple[Item, ...]:
        """The brand's pattern over `box` (the sheet), about `across` tiles on its short side.

        colorway: one of pattern_colors', or a style's own hexes of its roles.
        """
        sheet = self.sheet
        box = box or Box(0, 0, sheet.width, sheet.height)
        pattern = sheet.identity.pattern
        colors = (
            pattern_colors(sheet.identity.palette, colorway)
            if isinstance(colorway, str)
            else colorway
        )
        cell = min(box.width, box.height) / across
        scale = cell / min(pattern.width, pattern.height)
        wide, tall = pattern.width * scale, pattern.height * scale
        items: list[Item] = [Rect(*_sides(box), Solid(colors["ground"]))]
        columns, rows = math.ceil(box.width / wide), math.ceil(box.height / tall)
        for layer in pattern.layers:
            if layer.role == "ground" or layer.role not in colors:
                continue
            path = Path.join(
                layer.path.transform(
                    Affine(scale, 0, 0, scale, box.left + x * wide, box.top + y * tall)
                )
                for y in range(rows)
                for x in range(columns)
            )
            items.append(Shape(path, Solid(colors[layer.role])))
        return (cropped(tuple(items), Path.rect(*_sides(box))),)


def grid(box: Box, count: int, gap: float) -> tuple[Box, ...]:
    """`count` boxes in rows that fill `box`: of proportions as near to 4 : 5 as the rows allow."""
    best: tuple[float, int] = (math.inf, 1)
    for rows in range(1, count + 1):
        columns = math.ceil(count / rows)
        if rows > 1 and math.ceil(count / (rows - 1)) == columns:
            continue
        wide = (box.width - gap * (columns - 1)) / columns
        tall = (box.height - gap * (rows - 1)) / rows
        if wide > 0 and tall > 0:
            best = min(best, (abs(math.log(wide / tall / 0.8)), rows))
    rows = best[1]
    tall = (box.height - gap * (rows - 1)) / rows
    boxes: list[Box] = []
    left = count
    for row in range(rows):
        columns = math.ceil(left / (rows - row))
        wide = (box.width - gap * (columns - 1)) / columns
        top = box.top + row * (tall + gap)
        for column in range(columns):
            x = box.left + column * (wide + gap)
            boxes.append(Box(x, top, x + wide, top + tall))
        left -= columns
    return tuple(boxes)


def turned(items: tuple[Item, ...], degrees: float, box: Box) -> Group:
    """Items turned about a box's centre."""
    return Group(items, Affine.rotation(degrees, *box.center))


def _sides(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.width, box.height
