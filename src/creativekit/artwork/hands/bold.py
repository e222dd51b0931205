"""Bold: a street poster. The words are the picture; a slanted block of colour carries them, and one
tilted strip lies where block and ground, or block and photograph, meet.

On a sheet that is not wide the block is its foot and the strip runs across; on a wide one the block
is its right end and the strip stands up, so that the words keep the height a wide sheet lacks. All
colours that touch are told apart by contrast, whatever the brand's own is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from creativekit.artwork.arrangement import Arrangement, Frame
from creativekit.artwork.ghost import ghost
from creativekit.artwork.hand import Hand, grid
from creativekit.artwork.sheet import Room, Sheet, cropped, symbol
from creativekit.canvas.path import Affine, Box, Path, Point
from creativekit.canvas.scene import Group, Item, Rect, Shape, Solid
from creativekit.color.contrast import TEXT, ratio, readable
from creativekit.identity.pattern_colors import pattern_colors

# Degrees that the strip is tilted by, so that no two posters of a series hang alike; where it
# stands up, degrees off the vertical.
_TILTS = (-4.5, 4.0, -6.0, 5.0, -3.5, 3.0, -5.0)
_LEANS = (10.0, 8.0, 12.0, -9.0, 9.0, -8.0, 11.0)
# Its thickness, fractions of the size unit: across the sheet, standing, and without anything on it.
_THICK = 0.066
_STANDING = 0.050
_THIN = 0.015
# Of the pattern's ground beside the strip, on either side.
_RIM = 0.012
# Air between the strip and words, fraction of the size unit.
_AIR = 0.030
# How much of the inner height a photograph has.
_PICTURE = {"tall": 0.40, "portrait": 0.40}
# How much of the inner width words have beside a standing photograph.
_BESIDE = {"square": 0.62, "wide": 0.68, "banner": 0.72}
# What two flat colours that touch must differ by to be two.
_APART = 1.8
_FELT = 1.25
# What a muted ink has to have before a ghost under it takes its part.
_SPARE = 6.0
# Of the height: more than this under the words, where platforms have buttons, is not left bare.
_WASTE = 0.2


@dataclass(frozen=True, slots=True)
class _Print:
    """The three colours of a poster, each told from the other two."""

    ground: str
    strip: str
    block: str


@dataclass(frozen=True, slots=True)
class _Cut:
    """A straight cut through the sheet: a point of it and its direction, degrees clockwise from
    the x axis. What is before it (above, or to the left) and after it are parted by it."""

    x: float
    y: float
    degrees: float
    standing: bool

    @property
    def slope(self) -> float:
        """px across the cut's main direction for each px along it."""
        return math.tan(math.radians(self.degrees - (90 if self.standing else 0)))

    def at(self, along: float) -> float:
        """The y of a lying cut at an x; the x of a standing one at a y."""
        if self.standing:
            return self.x - (along - self.y) * self.slope
        return self.y + (along - self.x) * self.slope

    def least(self, start: float, end: float) -> float:
        return min(self.at(start), self.at(end))

    def most(self, start: float, end: float) -> float:
        return max(self.at(start), self.at(end))


class Bold(Hand):
    """Words from margin to margin, then the strip, then a block."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.print = _print(sheet, sheet.variant)
        self.air = self.unit * _AIR

    # ---- surfaces

    def art(self) -> Arrangement:
        """Nearly all of the sheet is for the words; the block ends it, the strip lies between."""
        colors = self.print
        if self.beside:
            return self._upright(colors, 0.82, motif=True)
        return self._lying(colors, _THICK)

    def quiet(self) -> Arrangement:
        """Paper, and the block and the strip as narrow as they can be."""
        sheet, paper = self.sheet, self.paper()
        base, black = _loud(sheet), sheet.neutral(950)
        pairs = [(base, sheet.hot), (sheet.hot, base), (black, sheet.hot), (black, base)]
        if sheet.variant % 2:
            pairs = [pairs[1], pairs[0], *pairs[2:]]
        # Between paper and block even a bright strip is seen: by the block.
        block, strip = next(
            (block, strip)
            for block, strip in (*pairs, (black, sheet.accent(500)))
            if ratio(block, paper) >= _APART
            and ratio(strip, block) >= _APART
            and ratio(strip, paper) >= _FELT
        )
        colors = _Print(paper, strip, block)
        if self.beside:
            return self._upright(colors, 0.94, thick=_THIN, motif=False)
        return self._lying(colors, _THIN)

    def block(self) -> Arrangement:
        """The loudest colour from edge to edge, a ghost of the motif, nothing else."""
        sheet, inner = self.sheet, self.inner
        base, hot = _loud(sheet), sheet.hot
        ground = hot if self.print.ground != hot else base
        blocks = (self.print.block, "#ffffff", sheet.neutral(950))
        block = next(color for color in blocks if ratio(color, ground) >= _APART)
        colors = _Print(ground, _third(sheet, base, ground, block), block)
        tall = (inner.height if self.beside else min(inner.width, inner.height)) * 1.25
        shade = ghost(colors.ground, self.inks(colors.ground)[0])
        items: list[Item] = [
            self.fill(colors.ground),
            symbol(
                sheet.identity.motif,
                inner.right - tall * 0.16,
                inner.top + inner.height * 0.42,
                tall,
                shade,
                colors.ground,
                turn=-12,
            ),
        ]
        if self.beside:
            made = self.page(colors.ground, items, side="middle")
            return made
        cut = self._low(0.0)
        words = self._above(cut, 0.0)
        items.append(self._after(cut, colors.block))
        free = sheet.height - inner.bottom - self.margin
        if free > sheet.height * _WASTE:
            # What no word may stand on is not left bare.
            y = sheet.height - free / 2
            whole = symbol(sheet.identity.motif, inner.center[0], y, free * 0.8, colors.ground)
            items.append(whole)
        return Arrangement(
            tuple(items),
            self.room(words, colors.ground, side="middle"),
            self._foot(self.foot_box(inner), colors.block),
        )

    def pattern(self) -> Arrangement:
        """A wall of the pattern; the strip nails a block on it."""
        colors = self.print
        sheet = self.sheet
        wall = self.tiles("deep", 3.4)
        if self.beside:
            cut = self._standing(0.60)
            box = Box(cut.least(0, sheet.height), 0, sheet.width, sheet.height)
            words, foot = self._column(cut, _STANDING)
            return Arrangement(
                (
                    self.fill(colors.ground),
                    cropped(self.tiles("deep", 3.0, box), self._outline(cut, box)),
                    *self._rim(cut, _STANDING),
                    *self._strip(cut, _STANDING, colors),
                ),
                self.room(words, colors.ground, side="middle"),
                self._foot(foot, colors.ground),
            )
        cut = self._middle(0.40 if self.sheet.form != "square" else 0.34)
        words, foot = self._below(cut)
        return Arrangement(
            (
                *wall,
                *self._rim(cut, _THICK),
                self._after(cut, colors.ground),
                *self._strip(cut, _THICK, colors),
            ),
            self.room(words, colors.ground, side="middle"),
            self._foot(foot, colors.ground),
        )

    def _rim(self, cut: _Cut, thick: float) -> tuple[Item, ...]:
        """A band of the pattern's ground along the strip: a figure that has the strip's colour
        would fray its edge."""
        ground = pattern_colors(self.sheet.identity.palette, "deep")["ground"]
        return self._strip(cut, thick + 2 * _RIM, replace(self.print, strip=ground), bare=True)

    def photo(self) -> Arrangement:
        """The photograph runs off the sheet; the strip overlaps its cut edge."""
        colors, sheet = self.print, self.sheet
        if sheet.form in _BESIDE and sheet.height < 1.4 * sheet.width:
            cut = self._standing(_BESIDE[sheet.form])
            box = self._shown(cut, _STANDING)
            words, foot = self._column(cut, _STANDING)
            # A face is looked for right of the strip's upper half.
            left = cut.at(sheet.height * 0.36) + self.unit * _STANDING / 2
            frame = Frame(
                box,
                self._outline(cut, box),
                label=self._tab(box, cut, _STANDING),
                seen=Box(left, 0, sheet.width, sheet.height * 0.9),
            )
            return Arrangement(
                (self.fill(colors.ground),),
                self.room(words, colors.ground, side="middle"),
                self._foot(foot, colors.ground),
                (frame,),
                self._strip(cut, _STANDING, colors),
            )
        cut = self._middle(_PICTURE[sheet.form] * (1 - 0.3 * sheet.crowd))
        box = self._shown(cut, _THICK)
        words, foot = self._below(cut)
        # Where many words push the strip up, the subject goes into the middle of what is left.
        clear = min(cut.at(0), cut.at(sheet.width)) - 1.5 * self.unit * _THICK
        seen = Box(box.left, box.top, box.right, clear) if sheet.crowd > 0 else None
        frame = Frame(box, self._outline(cut, box), label=self._tab(box, cut, _THICK), seen=seen)
        return Arrangement(
            (self.fill(colors.ground),),
            self.room(words, colors.ground),
            self._foot(foot, colors.ground),
            (frame,),
            self._strip(cut, _THICK, colors),
        )

    def overlay(self) -> Arrangement:
        """The photograph is the sheet; the strip is pasted over it, away from the words."""
        made = super().overlay()
        sheet, inner, colors = self.sheet, self.inner, self.print
        words, foot = made.words, made.foot
        if self.beside:
            cut = self._standing(0.80)
            right = cut.least(inner.top, inner.bottom) - self.unit * _STANDING / 2 - self.air
            box = Box(inner.left, words.box.top, min(words.box.right, right), words.box.bottom)
            low = Box(inner.left, foot.box.top, min(foot.box.right, right), foot.box.bottom)
            strip = self._strip(cut, _STANDING, colors)
        else:
            half = self.unit * _THICK / 2
            swing = abs(math.tan(math.radians(self._tilt))) * sheet.width / 2
            cut = _Cut(sheet.width / 2, inner.top + half + swing * 0.6, self._tilt, False)
            top = cut.most(inner.left, inner.right) + half + self.air
            box = Box(words.box.left, max(words.box.top, top), words.box.right, words.box.bottom)
            low = foot.box
            strip = self._strip(cut, _THICK, colors)
        return Arrangement(
            made.under,
            _moved(words, box),
            _moved(foot, low),
            made.frames,
            strip,
            on_picture=True,
        )

    def gallery(self, count: int) -> Arrangement:
        """Pictures edge to edge, cut off together by the strip."""
        colors, sheet = self.print, self.sheet
        gap = self.unit * 0.010
        if self.beside:
            cut = self._standing(0.50 if count > 2 else 0.54)
            thick = _STANDING
            place = self._shown(cut, thick)
            words, foot = self._column(cut, thick)
        else:
            square = 0.06 if sheet.form == "square" else 0.0
            cut = self._middle((0.52 if count > 2 else 0.46) - square)
            thick = _THICK
            place = self._shown(cut, thick)
            words, foot = self._below(cut)
        shown = self.in_sight(place)
        if shown != place:
            # A strip of a channel's banner is too low to lose a corner: it begins past the cut.
            left = max(cut.at(shown.top), cut.at(shown.bottom)) + self.unit * (thick / 2 + 0.02)
            shown = replace(shown, left=left)
        boxes = grid(shown, count, gap)
        frames = tuple(
            Frame(
                _trimmed(box, cut),
                self._outline(cut, box),
                label=self._tab(box, cut, thick),
            )
            for box in boxes
        )
        return Arrangement(
            (self.fill(colors.ground),),
            self.room(words, colors.ground, side="middle" if self.beside else "top"),
            self._foot(foot, colors.ground),
            frames,
            self._strip(cut, thick, colors),
        )

    # ---- colours

    def inks(self, ground: str) -> tuple[str, str, str]:
        """On flat full colour there is no room for grey: only paper and black have a muted ink."""
        ink, muted, accent = super().inks(ground)
        return ink, muted if ratio(muted, ground) >= _SPARE else ink, accent

    # ---- cuts

    @property
    def _tilt(self) -> float:
        return _TILTS[self.sheet.variant % len(_TILTS)]

    def _low(self, thick: float) -> _Cut:
        """A lying cut, as low as the signature under it and a strip on it allow."""
        foot = self.foot_box(self.inner)
        swing = abs(math.tan(math.radians(self._tilt))) * self.inner.width / 2
        y = foot.top - self.air * 0.9 - swing - self.unit * thick / 2
        return _Cut(self.inner.center[0], y, self._tilt, False)

    def _middle(self, share: float) -> _Cut:
        """A lying cut that leaves `share` of the inner area above it."""
        y = self.inner.top + self.inner.height * share
        return _Cut(self.inner.center[0], y, self._tilt, False)

    def _standing(self, share: float) -> _Cut:
        """A standing cut at `share` of the inner width, or further right where the sheet is wider
        than its safe area by enough to hold it."""
        sheet, inner = self.sheet, self.inner
        lean = _LEANS[sheet.variant % len(_LEANS)]
        x = inner.left + inner.width * share
        return _Cut(x, inner.center[1], 90 + lean, True)

    def _above(self, cut: _Cut, thick: float) -> Box:
        inner = self.inner
        low = cut.least(inner.left, inner.right) - self.unit * thick / 2 - self.air
        return Box(inner.left, inner.top, inner.right, low)

    def _below(self, cut: _Cut) -> tuple[Box, Box]:
        inner = self.inner
        top = cut.most(inner.left, inner.right) + self.unit * _THICK / 2 + self.air
        foot = self.foot_box(inner)
        return Box(inner.left, top, inner.right, foot.top - self.unit * 0.026), foot

    def _column(self, cut: _Cut, thick: float) -> tuple[Box, Box]:
        """Words and signature to the left of a standing cut."""
        inner = self.inner
        # Along the cut a strip is wider than across it.
        half = self.unit * thick / 2 / math.cos(math.radians(cut.degrees - 90))
        right = cut.least(inner.top, inner.bottom) - half - self.air * 1.2
        column = Box(inner.left, inner.top, min(right, inner.right), inner.bottom)
        foot = self.foot_box(column)
        # A headline in capitals ends on its base line, with nothing below: it needs more air.
        low = foot.top - self.unit * (0.05 if self.sheet.is_strip else 0.034)
        return Box(column.left, column.top, column.right, low), foot

    def _shown(self, cut: _Cut, thick: float) -> Box:
        """What is seen of a picture beyond a cut: none of it is spent on what the strip hides."""
        sheet = self.sheet
        hidden = self.unit * thick / 2 * 0.9
        if cut.standing:
            return Box(cut.least(0, sheet.height) + hidden, 0, sheet.width, sheet.height)
        return Box(0, 0, sheet.width, cut.most(0, sheet.width) - hidden)

    # ---- things

    def _lying(self, colors: _Print, thick: float) -> Arrangement:
        sheet = self.sheet
        cut = self._low(thick)
        items: list[Item] = [self.fill(colors.ground), self._after(cut, colors.block)]
        below = sheet.height - self.inner.bottom
        if below > self.unit * 0.16:
            # Under a story's safe area, and nowhere else, there is a place for the motif.
            top = self.inner.bottom + self.air * 1.6
            items.append(self._giant(colors, Box(0, top, sheet.width, sheet.height)))
        items.extend(self._strip(cut, thick, colors))
        return Arrangement(
            tuple(items),
            self.room(self._above(cut, thick), colors.ground),
            self._foot(self.foot_box(self.inner), colors.block),
        )

    def _upright(
        self, colors: _Print, share: float, *, thick: float = _STANDING, motif: bool
    ) -> Arrangement:
        sheet, inner = self.sheet, self.inner
        cut = self._standing(share)
        spare = sheet.width - inner.right
        if spare > self.unit * 0.2:
            # What is outside of the safe area holds the block; the words have all that is inside.
            half = abs(cut.slope) * inner.height / 2 + self.unit * thick
            cut = _Cut(inner.right + half + self.air, cut.y, cut.degrees, True)
        words, foot = self._column(cut, thick)
        place = Box(cut.least(0, sheet.height), 0, sheet.width, sheet.height)
        items: list[Item] = [self.fill(colors.ground), self._after(cut, colors.block)]
        if motif:
            giant = self._giant(colors, Box(cut.at(inner.center[1]), 0, sheet.width, sheet.height))
            items.append(cropped((giant,), self._outline(cut, place)))
        items.extend(self._strip(cut, thick, colors))
        return Arrangement(
            tuple(items),
            self.room(words, colors.ground, side="middle"),
            self._foot(foot, colors.ground),
        )

    def _giant(self, colors: _Print, box: Box) -> Item:
        """The motif, larger than its place and cut by the sheet's edge."""
        ink = colors.ground if ratio(colors.ground, colors.block) >= _APART else colors.strip
        mark = self.sheet.identity.motif
        slim = mark.box.width / mark.box.height
        if box.width > box.height:
            # All of its head is seen, its foot is not.
            tall = min(box.height * 1.5, box.width * 0.7 / slim)
            x, y = box.right - tall * slim * 0.46, box.top + tall * 0.56
        else:
            tall = min(box.height * 0.8, box.width * 1.25 / slim)
            x, y = box.left + box.width * 0.66, box.bottom - tall * 0.34
        return symbol(mark, x, y, tall, ink, colors.block, turn=-10)

    def _after(self, cut: _Cut, color: str) -> Item:
        """All of the sheet behind a cut."""
        sheet = self.sheet
        if cut.standing:
            points: tuple[Point, ...] = (
                (cut.at(0), 0),
                (sheet.width, 0),
                (sheet.width, sheet.height),
                (cut.at(sheet.height), sheet.height),
            )
        else:
            points = (
                (0, cut.at(0)),
                (sheet.width, cut.at(sheet.width)),
                (sheet.width, sheet.height),
                (0, sheet.height),
            )
        return Shape(Path.polygon(points), Solid(color))

    def _outline(self, cut: _Cut, box: Box) -> Path:
        """The part of a picture's box that a cut leaves: above a lying one, right of a standing."""
        if cut.standing:
            upper = min(max(cut.at(box.top), box.left), box.right)
            lower = min(max(cut.at(box.bottom), box.left), box.right)
            return Path.polygon(
                ((upper, box.top), (box.right, box.top), (box.right, box.bottom),
                 (lower, box.bottom))
            )  # fmt: skip
        left = min(box.bottom, cut.at(box.left))
        right = min(box.bottom, cut.at(box.right))
        return Path.polygon(
            ((box.left, box.top), (box.right, box.top), (box.right, right), (box.left, left))
        )

    def _strip(
        self, cut: _Cut, thick: float, colors: _Print, bare: bool = False
    ) -> tuple[Item, ...]:
        """A band along a cut, across the whole sheet, the motif on it over and over (not when
        bare)."""
        sheet = self.sheet
        tall = self.unit * thick
        reach = math.hypot(sheet.width, sheet.height)
        items: list[Item] = [Rect(-reach, -tall / 2, reach * 2, tall, Solid(colors.strip))]
        if thick > _THIN and not bare:
            pitch = tall * 1.42
            on = readable(colors.strip, (colors.block, colors.ground, "#ffffff"), 3.0)
            # Upright whichever way the strip runs.
            turn = -90.0 if cut.standing else 0.0
            items.extend(
                symbol(
                    sheet.identity.motif, pitch * (index + 0.5), 0, tall * 0.58, on, colors.strip,
                    turn=turn,
                )
                for index in range(-int(reach / pitch / 1.6), int(reach / pitch / 1.6))
            )  # fmt: skip
        placed = Affine.translation(cut.x, cut.y) @ Affine.rotation(cut.degrees)
        return (
            cropped((Group(tuple(items), placed),), Path.rect(0, 0, sheet.width, sheet.height)),
        )

    def _foot(self, box: Box, ground: str) -> Room:
        return self.room(box, ground, side="bottom")

    def _tab(self, box: Box, cut: _Cut, thick: float) -> Room:
        """A caption in a picture's lower left corner, clear of the strip."""
        pad, tall = self.unit * 0.018, self.unit * 0.052
        half = self.unit * thick / 2
        left, right, bottom = max(box.left, self.inner.left * 0.4), box.right, box.bottom
        if cut.standing:
            bottom = min(bottom, self.inner.bottom)
            left = max(left, cut.most(bottom - tall - pad, bottom) + half * 1.1)
        else:
            bottom = min(bottom, cut.least(left, min(right, left + self.unit * 0.3)) - half)
        ground = self.print.ground
        ink, muted, accent = self.inks(ground)
        place = Box(left + pad, bottom - pad - tall, right - pad, bottom - pad)
        return Room(place, ink, muted, accent, "left", "bottom", ground)


def _moved(room: Room, box: Box) -> Room:
    return Room(box, room.ink, room.muted, room.accent, room.align, room.side, room.ground)


def _trimmed(box: Box, cut: _Cut) -> Box:
    """A picture's box without what the cut takes off it all along."""
    if cut.standing:
        left = max(box.left, cut.least(box.top, box.bottom))
        return Box(min(left, box.right), box.top, box.right, box.bottom)
    low = min(box.bottom, cut.most(box.left, box.right))
    return Box(box.left, box.top, box.right, low)


def _print(sheet: Sheet, variant: int) -> _Print:
    """The colours of one sheet of the series: turns of the brand's, the accent, black and white."""
    base = _loud(sheet)
    black, white = sheet.neutral(950), "#ffffff"
    hot = sheet.hot
    turns = (
        (base, hot, black),
        (hot, base, black),
        (base, white, black),
        (black, hot, base),
        (base, black, hot),
        (hot, white, base),
        (white, hot, base),
    )
    ground, strip, under = turns[variant % len(turns)]
    pool = (black, white, base, hot, sheet.accent(300), sheet.accent(700))
    block = next(color for color in (under, white, black, *pool) if ratio(color, ground) >= _APART)
    return _Print(ground, _third(sheet, strip, ground, block), block)


def _loud(sheet: Sheet) -> str:
    """The brand's own colour, or a step below it where small words would flicker on it: on pure red
    neither white nor black ones read well."""
    seed = sheet.identity.palette.seed
    clear = ratio(seed, "#ffffff") >= TEXT or ratio(seed, sheet.neutral(950)) >= _SPARE
    return seed if clear else sheet.primary(600)


def _third(sheet: Sheet, wanted: str, *others: str) -> str:
    """A colour that is told from the others: the wanted one, else the nearest to it that is.

    Of black, white and the steps of the accent between them one always is.
    """
    pool: Sequence[str] = (
        wanted,
        sheet.hot,
        _loud(sheet),
        *_ramp(sheet),
    )
    for apart in (_APART, 1.4, 1.15):
        for color in pool:
            if all(ratio(color, other) >= apart for other in others):
                return color
    return pool[-1]


def _ramp(sheet: Sheet) -> tuple[str, ...]:
    """What is left to choose from: black and white, then steps of the accent."""
    steps = (sheet.accent(step) for step in (500, 400, 600, 300, 700))
    return (sheet.neutral(950), "#ffffff", *steps)
