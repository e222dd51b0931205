"""Ornament: felt and symmetry. Everything stands on one upright axis, and the signature closes it.

The big thing is a medallion of the brand's motif, half of it on the sheet, as a syrmaq is cut so
that its figure goes on where the felt ends. Pictures stand in a keel arch, the shape of a portal;
calm pages have the toothed border of a felt carpet. On a wide sheet the axis stays in the middle
and the ornament goes to both sides of it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from creativekit.artwork.arrangement import Arrangement, Frame
from creativekit.artwork.ghost import ghost
from creativekit.artwork.hand import OFF_PICTURE, Hand
from creativekit.artwork.sheet import Room, Sheet, cropped, symbol
from creativekit.canvas.path import Affine, Box, Path, Point
from creativekit.canvas.scene import Group, Item, Line, Shape, Solid
from creativekit.color.contrast import ratio
from creativekit.color.tone import tone
from creativekit.fonts.metrics import crossings
from creativekit.identity.mark import Mark

Turn = Literal["deep", "light", "brand"]

# Seeds brighter than this shine on the darkest felt there is; a middle one would be mud. Seeds
# darker than the other have felts that are nearly black.
_BRIGHT = 65.0
_DARK = 22.0
# Of two felts laid on one another, at least.
_APART = 1.45
# Of a figure cut from one felt and laid on another.
_CUT = 1.9
# Lines across a mark on which its width is looked at; the room it has on a ring, of its width.
_ROWS = 24
_ROOM = 1.12
# Colours of a family of posts.
_TURNS: tuple[Turn, ...] = ("deep", "deep", "light", "deep", "light", "brand", "deep")


@dataclass(frozen=True, slots=True)
class Felts:
    """Ground; the felt laid on it; two figures on that; the line that frames things."""

    ground: str
    laid: str
    figure: str
    second: str
    line: str


class Ornament(Hand):
    align = "center"

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        # There is one axis, the sheet's: what one side must keep free, the other does too.
        side = max(self.inner.left, sheet.width - self.inner.right)
        self.inner = Box(side, self.inner.top, sheet.width - side, self.inner.bottom)

    # ---- surfaces

    def art(self) -> Arrangement:
        """Half a medallion comes in from the top; from both sides where the sheet is wide."""
        sheet, inner = self.sheet, self.inner
        felts = self._felts(_TURNS[sheet.variant % len(_TURNS)])
        under: list[Item] = [self.fill(felts.ground)]
        foot = self.foot_box(inner)
        if self.beside:
            radius, places = self._side_medallions()
            # The teeth reach a little past the radius.
            off = max(radius * 0.08, self.unit * OFF_PICTURE if sheet.is_strip else 0.0)
            edge = places[0][0] + radius * 1.04 + off
            words = Box(max(inner.left, edge), inner.top, min(inner.right, sheet.width - edge), 0)
            # Symmetric about the axis of the words.
            half = min(self.axis - words.left, words.right - self.axis)
            words = Box(self.axis - half, inner.top, self.axis + half, self._above(foot))
            foot = Box(words.left, foot.top, words.right, foot.bottom)
            for x, y in places:
                under.extend(self._medallion(x, y, radius, felts))
        else:
            reach = inner.top + inner.height * (0.24 if sheet.form == "square" else 0.26)
            sunk = sheet.short * (0.0, 0.05, 0.0)[sheet.variant % 3]
            radius = min((reach + sunk) / 1.06, sheet.width * 0.47)
            under.extend(self._medallion(self.axis, -sunk, radius, felts))
            words = Box(inner.left, reach + self.margin * 0.45, inner.right, self._above(foot))
            below = sheet.height - inner.bottom
            if below > self.margin * 2.2:
                under.extend(self._medallion(self.axis, sheet.height, below * 0.76, felts))
        return Arrangement(
            tuple(under),
            self.room(words, felts.ground, side="middle"),
            self._foot_room(felts.ground, foot),
        )

    def quiet(self) -> Arrangement:
        """A carpet's toothed border, a motif in each corner, and nothing else."""
        felts = self._felts("light")
        border, bottom = self._border(felts)
        # A border that is wider for the cut leaves as much air over and under the words as a narrow
        # one; at their sides there is enough.
        down = max(0.0, self._band - self.margin * 0.20) * 0.8
        inner = self.inner
        inner = Box(inner.left, inner.top + down, inner.right, inner.bottom - down)
        pad = self.margin * 0.42
        foot = self.foot_box(inner)
        words = Box(
            inner.left + pad,
            inner.top + (pad if not self.beside else pad * 0.5),
            inner.right - pad,
            self._above(foot),
        )
        foot = Box(words.left, foot.top, words.right, foot.bottom)
        under = (self.fill(felts.ground), *border, *bottom)
        return Arrangement(
            under,
            self.room(words, felts.ground, side="middle"),
            self._foot_room(felts.ground, foot),
        )

    def block(self) -> Arrangement:
        """One felt in the brand's colour, a great motif pressed into it, teeth above and below."""
        sheet = self.sheet
        felts = self._felts("brand")
        made = self.page(felts.ground, (), side="middle")
        ink = made.words.ink
        mark = sheet.identity.motif
        aspect = mark.box.width / mark.box.height
        tall = max(sheet.height * 0.92, sheet.width * 0.92 / aspect)
        if self.beside:
            tall = sheet.height * 1.35
        pressed = ghost(felts.ground, ink)
        x, y = self.axis, self.inner.center[1]
        under: list[Item] = [
            self.fill(felts.ground),
            symbol(mark, x, y, tall, pressed, felts.ground, accent=pressed),
        ]
        depth = min(self.margin * 0.58, self.inner.top * 0.7)
        under.extend(self._teeth_across(depth, felts.laid))
        return Arrangement(tuple(under), made.words, self._foot_room(felts.ground))

    def pattern(self) -> Arrangement:
        """A wall of pattern, and a portal in it that opens to the foot of the sheet."""
        sheet, inner = self.sheet, self.inner
        deep, light = self._felts("deep"), self._felts("light")
        felts = deep if sheet.variant % 2 else light
        foot = self.foot_box(inner)
        pad = self.margin * 0.95
        if sheet.form == "banner":
            niche = Box(inner.left - self.margin, 0, inner.right + self.margin, sheet.height)
            outline = Path.rect(niche.left, -sheet.height, niche.width, sheet.height * 3)
            words = Box(inner.left, inner.top, inner.right, self._above(foot))
            narrow = foot
        else:
            half = inner.width * (0.31 if sheet.form == "wide" else 0.44)
            top = inner.top + inner.height * (0.02 if sheet.form == "wide" else 0.15)
            niche = Box(self.axis - half, top, self.axis + half, sheet.height * 1.1)
            outline = _arch(niche, 0.42)
            words_half = half - pad
            start = _widens(outline, self.axis, words_half + pad * 0.3, niche)
            words = Box(self.axis - words_half, start, self.axis + words_half, self._above(foot))
            narrow = Box(words.left, foot.top, words.right, foot.bottom)
        colorway = "deep" if felts is light else "light"
        gap = self.unit * 0.011
        under = (
            *self.tiles(colorway, 4.6 if not self.beside else 3.4),
            Shape(outline, Solid(felts.ground)),
            *self._contour(niche, outline, felts, gap),
        )
        return Arrangement(
            under,
            self.room(words, felts.ground, side="middle"),
            self._foot_room(felts.ground, narrow),
        )

    def photo(self) -> Arrangement:
        """The picture in a portal on the axis, a thin line of light round it."""
        sheet, inner = self.sheet, self.inner
        felts = self._felts(("deep", "light", "deep")[sheet.variant % 3])
        gap = self.unit * 0.014
        under: list[Item] = [self.fill(felts.ground)]
        if self.beside:
            wide = inner.width * (0.40 if sheet.form == "wide" else 0.30)
            right = inner.right - gap
            place = Box(right - wide, inner.top * 0.75, right, sheet.height)
            words = Box(inner.left, inner.top, place.left - gap - self.margin * 0.7, inner.bottom)
        else:
            half = inner.width * (0.32 if sheet.form == "square" else 0.40)
            share = 0.385 if sheet.form == "square" else 0.45 - 0.06 * sheet.crowd
            low = inner.top + inner.height * share
            # In a story the point of the portal may rise where nothing is read.
            top = max(self.margin * 0.75, inner.top * 0.62)
            place = Box(self.axis - half, top, self.axis + half, low)
            words = Box(inner.left, low + self.margin * 0.72, inner.right, inner.bottom)
        foot = self.foot_box(words)
        words = Box(words.left, words.top, words.right, self._above(foot))
        outline = _arch(place, 0.5)
        line = _arch(place.inset(-gap), 0.5)
        under.extend(self._wings(place, felts))
        under.append(Shape(line, Solid(felts.ground)))
        under.extend(self._pressed_sides(felts))
        under.extend(self._outer_bands(felts, above=False))
        over = (Line(line, Solid(felts.line), max(1.5, self.unit * 0.0026)),)
        label_box = Box(place.left, place.top, place.right, min(place.bottom, sheet.height))
        # A head fits under the haunches, not into the point.
        point = min(place.width * 0.5, place.height * 0.7) * 0.5
        below_point = Box(place.left, place.top + point, place.right, label_box.bottom)
        return Arrangement(
            tuple(under),
            self.room(words, felts.ground, side="middle"),
            self._foot_room(felts.ground, foot),
            (Frame(place, clip=outline, label=self.tab(label_box), seen=below_point),),
            over,
        )

    def overlay(self) -> Arrangement:
        """The picture is the field; a double line with diamonds frames it."""
        made = super().overlay()
        sheet = self.sheet
        gold = sheet.accent(300)
        words, foot = made.words, made.foot
        box = words.box
        if self.beside:
            half = min(self.inner.width * 0.42, self.axis - self.inner.left)
            box = Box(self.axis - half, box.top, self.axis + half, box.bottom)
        inset = self.margin * 0.5
        frame = Box(0, 0, sheet.width, sheet.height).inset(inset)
        centered = Room(box, words.ink, words.muted, gold, "center", "bottom", "")
        return Arrangement(
            made.under,
            centered,
            Room(foot.box, foot.ink, foot.muted, gold, "center", "bottom", ""),
            made.frames,
            self._double(frame, gold),
            on_picture=True,
        )

    def gallery(self, count: int) -> Arrangement:
        """A row of portals, or two rows of them, alike on both sides of the axis."""
        sheet, inner = self.sheet, self.inner
        felts = self._felts("deep" if sheet.variant % 2 == 0 else "light")
        gap = self.unit * 0.026
        if self.beside:
            place = Box(
                inner.left + inner.width * 0.47,
                inner.top if sheet.form == "wide" else self.margin * 0.95,
                inner.right,
                inner.bottom if sheet.form == "wide" else sheet.height - self.margin * 0.95,
            )
            place = self.in_sight(place)
            words = Box(inner.left, inner.top, place.left - self.margin * 0.7, inner.bottom)
        else:
            low = inner.top + inner.height * (0.58 if count > 3 else 0.52)
            place = Box(inner.left, inner.top, inner.right, low)
            words = Box(inner.left, low + self.margin * 0.7, inner.right, inner.bottom)
        foot = self.foot_box(words)
        words = Box(words.left, words.top, words.right, self._above(foot))
        boxes = _ranks(place, count, gap)
        line = max(1.2, self.unit * 0.002)
        off = self.unit * 0.0085
        frames = tuple(Frame(box, clip=_arch(box, 0.42), label=self.tab(box)) for box in boxes)
        over = tuple(Line(_arch(box.inset(-off), 0.42), Solid(felts.line), line) for box in boxes)
        return Arrangement(
            (self.fill(felts.ground), *self._pressed_sides(felts), *self._outer_bands(felts)),
            self.room(words, felts.ground, side="middle"),
            self._foot_room(felts.ground, foot),
            frames,
            over,
        )

    # ---- colours

    def _felts(self, turn: Turn) -> Felts:
        sheet = self.sheet
        palette = sheet.identity.palette
        seed, brand = tone(palette.seed), palette.light["primary"]
        pale = palette.light["surface"]
        deep = sheet.primary(800 if _DARK <= seed <= _BRIGHT else 950)
        gold = sheet.accent(400)
        if turn == "light":
            ground = pale
            laid = self._first(ground, (brand, deep), _CUT)
        elif turn == "brand":
            ground = self.strong()
            laid = self._first(ground, (deep, gold, pale), _APART)
        else:
            ground = deep
            laid = self._first(ground, (brand, gold, pale), _APART)
        inks = (gold, pale, brand, deep, sheet.light("accent"), sheet.accent(200))
        on = [ink for ink in dict.fromkeys(inks) if ratio(ink, laid) >= _CUT]
        figure = on[0] if on else pale
        second = next((ink for ink in on if ratio(ink, figure) >= _APART), figure)
        line = self._first(ground, (gold, sheet.light("accent"), pale, deep), _CUT)
        return Felts(ground, laid, figure, second, line)

    @staticmethod
    def _first(ground: str, colors: tuple[str, ...], least: float) -> str:
        """The first colour that stands off the ground, else the one that does so most."""
        found = next((color for color in colors if ratio(color, ground) >= least), None)
        return found or max(colors, key=lambda color: ratio(color, ground))

    # ---- places

    @property
    def axis(self) -> float:
        return self.inner.center[0]

    @property
    def _band(self) -> float:
        """How wide a carpet's border is."""
        return max(self.margin * 0.20, self.sheet.cut)

    def _above(self, foot: Box) -> float:
        return foot.top - self.unit * 0.03

    def _foot_room(self, ground: str, box: Box | None = None) -> Room:
        return self.room(box or self.foot_box(self.inner), ground, side="bottom")

    def _side_medallions(self) -> tuple[float, tuple[Point, Point]]:
        """Radius and the two centres, on the sheet's left and right edges or a little out."""
        sheet, inner = self.sheet, self.inner
        middle = sheet.height / 2
        free = min(inner.left, sheet.width - inner.right)
        if free > sheet.width * 0.12:
            radius = free * 0.80
            return radius, ((0.0, middle), (sheet.width, middle))
        radius = sheet.height * (0.42 if sheet.form == "wide" else 0.52)
        out = radius * (0.28, 0.20, 0.36)[sheet.variant % 3]
        return radius, ((-out, middle), (sheet.width + out, middle))

    # ---- ornament

    def _medallion(self, x: float, y: float, radius: float, felts: Felts) -> tuple[Item, ...]:
        """A round felt with a toothed edge, two rings of motifs on it, a diamond in the middle."""
        mark = self.sheet.identity.motif
        aspect = mark.box.width / mark.box.height
        count = max(8, min(16, round(11.0 / aspect / 4) * 4))
        rim = radius * 0.90
        items: list[Item] = [
            Shape(_toothed(x, y, radius * 1.04, radius * 0.955, count * 5), Solid(felts.laid)),
            Line(Path.ellipse(x, y, radius * 0.925), Solid(felts.second), radius * 0.008),
        ]
        tall = min(rim * 0.46, _tallest(mark, rim, count))
        items.extend(
            self._ring(x, y, rim - tall, tall, count, (felts.figure, felts.second), felts.laid)
        )
        mid = rim - tall - radius * 0.045
        items.append(Line(Path.ellipse(x, y, mid), Solid(felts.figure), radius * 0.008))
        inner = mid - radius * 0.035
        few = max(4, count // 2)
        small = min(inner * 0.5, _tallest(mark, inner, few))
        items.extend(self._ring(x, y, inner - small, small, few, (felts.second,), felts.laid))
        rest = inner - small
        if rest > radius * 0.05:
            items.append(Shape(_diamond(x, y, rest * 0.62), Solid(felts.figure)))
        return tuple(items)

    def _ring(
        self,
        x: float,
        y: float,
        base: float,
        tall: float,
        count: int,
        colors: tuple[str, ...],
        ground: str,
    ) -> tuple[Item, ...]:
        """Motifs round a centre, their feet `base` px from it."""
        mark = self.sheet.identity.motif
        away = base + tall * (1 - mark.center[1] / mark.box.height)
        items = []
        for index in range(count):
            turn = 360 * index / count
            angle = math.radians(turn)
            items.append(
                symbol(
                    mark,
                    x + away * math.sin(angle),
                    y - away * math.cos(angle),
                    tall,
                    colors[index % len(colors)],
                    ground,
                    turn=turn,
                )
            )
        return tuple(items)

    def _border(self, felts: Felts) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
        """The border of a carpet: a band round the sheet with teeth inwards, and corner motifs."""
        sheet = self.sheet
        band, tooth = self._band, self.margin * 0.17
        outer = Path.rect(0, 0, sheet.width, sheet.height)
        field = Box(0, 0, sheet.width, sheet.height).inset(band)
        items: list[Item] = [
            Shape(Path.join((outer, _saw(field, tooth))), Solid(felts.laid), "evenodd"),
        ]
        frame = field.inset(tooth + self.margin * 0.16)
        items.append(
            Line(
                Path.rect(frame.left, frame.top, frame.width, frame.height),
                Solid(felts.line),
                max(1.2, self.unit * 0.0018),
            )
        )
        mark = sheet.identity.motif
        size = self.margin * 0.66
        reach = self.margin * 0.60
        corners: list[Item] = []
        for x, across in ((frame.left, 1), (frame.right, -1)):
            for y, down in ((frame.top, 1), (frame.bottom, -1)):
                # The line is cut where the motif stands, its head turned to the corner.
                turn = {(1, 1): -45.0, (-1, 1): 45.0, (1, -1): -135.0, (-1, -1): 135.0}[
                    across, down
                ]
                cx, cy = x + across * reach * 0.52, y + down * reach * 0.52
                corners.append(Shape(Path.ellipse(x, y, reach * 0.9), Solid(felts.ground)))
                corners.append(
                    symbol(
                        mark, cx, cy, size, felts.laid, felts.ground, accent=felts.line, turn=turn
                    )
                )
        clip = Path.rect(
            field.left + tooth, field.top + tooth, field.width - 2 * tooth, field.height - 2 * tooth
        )
        return tuple(items), (cropped(tuple(corners), clip), *self._outer_bands(felts))

    def _pressed_sides(self, felts: Felts) -> tuple[Item, ...]:
        """On a banner, where a round photo or a phone may cut it off: medallions, tone on tone."""
        if not self.beside or self.inner.left < self.sheet.width * 0.12:
            return ()
        radius, places = self._side_medallions()
        faint = ghost(felts.ground, self.inks(felts.ground)[0], 1.18)
        pressed = Felts(felts.ground, faint, felts.ground, felts.ground, faint)
        return tuple(item for x, y in places for item in self._medallion(x, y, radius, pressed))

    def _outer_bands(self, felts: Felts, above: bool = True) -> tuple[Item, ...]:
        """In a story, where nothing is read: a motif above and its mirror image at the foot."""
        sheet, inner = self.sheet, self.inner
        free = min(inner.top, sheet.height - inner.bottom)
        if free < self.margin * 2.2 or self.beside:
            return ()
        mark = sheet.identity.motif
        color = self._first(felts.ground, (felts.laid, felts.line), _APART)
        tall = min(free * 0.42, sheet.width * 0.3)
        y = free * 0.52
        upper = symbol(mark, self.axis, y, tall, color, felts.ground, accent=felts.line)
        mirrored = Group((upper,), Affine(d=-1, f=sheet.height))
        return (upper, mirrored) if above else (mirrored,)

    def _teeth_across(self, depth: float, color: str) -> tuple[Item, ...]:
        """Teeth down from the top edge and up from the bottom one, an odd number of them."""
        sheet = self.sheet
        count = max(9, round(sheet.width / (depth * 1.3)) // 2 * 2 + 1)
        pitch = sheet.width / count
        points: list[Point] = [(0.0, 0.0)]
        for index in range(count):
            points += [((index + 0.5) * pitch, depth), ((index + 1) * pitch, 0.0)]
        upper = Path.polygon(points)
        return (
            Shape(upper, Solid(color)),
            Shape(upper.transform(Affine(d=-1, f=sheet.height)), Solid(color)),
        )

    def _wings(self, place: Box, felts: Felts) -> tuple[Item, ...]:
        """The motif pressed into the felt on both sides of a portal, half behind it.

        Where the words stand beside the portal they are left out: there they would be in the way.
        """
        if self.beside:
            return ()
        mark = self.sheet.identity.motif
        pressed = ghost(felts.ground, self.inks(felts.ground)[0], 1.18)
        y = place.top + place.height * 0.36
        return tuple(
            symbol(mark, x, y, place.width * 0.62, pressed, felts.ground, accent=felts.ground)
            for x in (place.left, place.right)
        )

    def _contour(self, niche: Box, outline: Path, felts: Felts, gap: float) -> tuple[Item, ...]:
        """A line along the portal's edge, inside it."""
        thick = max(1.5, self.unit * 0.0024)
        if self.sheet.form == "banner":
            return tuple(
                Line(Path((("M", x, 0.0), ("L", x, self.sheet.height))), Solid(felts.line), thick)
                for x in (niche.left + gap, niche.right - gap)
            )
        return (Line(_arch(niche.inset(gap), 0.42), Solid(felts.line), thick),)

    def _double(self, box: Box, color: str) -> tuple[Item, ...]:
        """Two lines, the outer one heavier, with a diamond on each corner."""
        thick = max(1.5, self.unit * 0.0026)
        gap = self.unit * 0.0095
        within = box.inset(gap)
        items: list[Item] = [
            Line(Path.rect(box.left, box.top, box.width, box.height), Solid(color), thick),
            Line(
                Path.rect(within.left, within.top, within.width, within.height),
                Solid(color),
                thick * 0.45,
            ),
        ]
        size = self.unit * 0.012
        items.extend(
            Shape(_diamond(x, y, size), Solid(color))
            for x in (box.left, box.right)
            for y in (box.top, box.bottom)
        )
        return tuple(items)


def _tallest(mark: Mark, rim: float, count: int) -> float:
    """How tall `count` marks may be that stand round a centre, heads at `rim` px, and none touches
    the next: as wide at the head as at the foot they would have to be smaller than the other way
    round."""
    return rim * _share_of_rim(mark, count)


@lru_cache(maxsize=32)
def _share_of_rim(mark: Mark, count: int) -> float:
    path = Path.join(layer.path for layer in mark.layers)
    middle, box = mark.center[0], mark.box
    least = 1.0
    for row in range(_ROWS):
        up = (row + 0.5) / _ROWS
        spans = crossings(path.commands, box.top + box.height * (1 - up))
        if spans:
            half = max(middle - spans[0][0], spans[-1][1] - middle)
            wide = 2 * half / box.height * count * _ROOM
            least = min(least, math.tau / (wide + math.tau * (1 - up)))
    return least


def _arch(box: Box, rise: float) -> Path:
    """A keel arch: upright sides, haunches that lean in, a point on the axis.

    rise: of the pointed part, as a part of the box's width.
    """
    top = min(box.width * rise, box.height * 0.7)
    spring = box.top + top
    haunch, lean = spring - top * 0.62, box.top + top * 0.17
    x, reach = box.center[0], box.width * 0.22
    return Path(
        (
            ("M", box.left, box.bottom),
            ("L", box.left, spring),
            ("C", box.left, haunch, x - reach, lean, x, box.top),
            ("C", x + reach, lean, box.right, haunch, box.right, spring),
            ("L", box.right, box.bottom),
            ("Z",),
        )
    )


def _widens(outline: Path, axis: float, half: float, box: Box) -> float:
    """How far down an arch is `half` px wide on each side of its axis."""
    low, high = box.top, box.top + box.width * 0.42
    for _ in range(16):
        y = (low + high) / 2
        spans = crossings(outline.commands, y)
        if spans and spans[-1][1] - axis >= half:
            high = y
        else:
            low = y
    return high


def _ranks(box: Box, count: int, gap: float) -> tuple[Box, ...]:
    """Boxes of one size in one row or two, each row about the axis; the fuller row below."""
    rows = 1 if count <= 3 else 2
    if box.height > box.width * 1.5 and count > 3:
        rows = 3 if count > 4 else 2
    most = math.ceil(count / rows)
    wide = (box.width - gap * (most - 1)) / most
    tall = (box.height - gap * (rows - 1)) / rows
    wide = min(wide, tall * 1.05)
    lengths = [most] * rows
    for index in range(rows * most - count):
        lengths[index % rows] -= 1
    made: list[Box] = []
    for row, length in enumerate(lengths):
        left = box.center[0] - (length * wide + (length - 1) * gap) / 2
        top = box.top + row * (tall + gap)
        made.extend(
            Box(left + n * (wide + gap), top, left + n * (wide + gap) + wide, top + tall)
            for n in range(length)
        )
    return tuple(made)


def _diamond(x: float, y: float, size: float) -> Path:
    return Path.polygon(((x - size, y), (x, y - size), (x + size, y), (x, y + size)))


def _toothed(x: float, y: float, outer: float, inner: float, count: int) -> Path:
    """A disc whose edge is cut into teeth."""
    points = []
    for index in range(count * 2):
        angle = math.pi * index / count
        reach = outer if index % 2 == 0 else inner
        points.append((x + reach * math.sin(angle), y - reach * math.cos(angle)))
    return Path.polygon(points)


def _saw(box: Box, tooth: float) -> Path:
    """A rectangle whose sides are cut into teeth that point inwards; whole teeth on each side."""
    points: list[Point] = []
    corners = (
        (box.left, box.top, 1, 0, box.width),
        (box.right, box.top, 0, 1, box.height),
        (box.right, box.bottom, -1, 0, box.width),
        (box.left, box.bottom, 0, -1, box.height),
    )
    for x, y, dx, dy, length in corners:
        count = max(3, round(length / (tooth * 1.7)))
        pitch = length / count
        for index in range(count):
            at = (index + 0.5) * pitch
            points.append((x + dx * index * pitch, y + dy * index * pitch))
            points.append((x + dx * at - dy * tooth, y + dy * at + dx * tooth))
    return Path.polygon(points)
