"""Editorial: a magazine page. Paper, one picture that bleeds off a side, hairlines, the rest empty.

Every page ends in a hairline with the signature under it, as a spread ends in its folio; what
bleeds stops above that line. A picture that nobody took is made of what there is: the brand's motif
cropped close before a disc of light.
"""

from __future__ import annotations

from dataclasses import replace

from creativekit.artwork.arrangement import Arrangement, Frame
from creativekit.artwork.ghost import ghost
from creativekit.artwork.hand import FOOT, OFF_PICTURE, Hand
from creativekit.artwork.sheet import Room, Side, block, circle, cropped, symbol
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Item, LinearGradient, Paint, Rect, Shape, Solid, Stop
from creativekit.color.contrast import ratio
from creativekit.color.tone import tone
from creativekit.fonts.metrics import crossings

# A pale picture and the paper it lies on, a disc and what is behind it, a flat colour and paper
# (its chroma helps): at least so far apart.
_EDGE = 1.28
_SEEN = 1.5
_FLAT = 1.18
# Lines across a picture on which a thing's outline is looked at.
_ROWS = 40
# Of a strip, so much of its height over its foot is where nothing may end.
_FOOT = 0.07
# A hole's head that comes up less than this over the foot, of the frame's height, is a stray hump.
_HEAD = 0.17
# A seed brighter than this is shown flat: its deep steps are another colour.
_BRIGHT = 65.0
# Columns (of twelve) that stay white beside a picture on an upright page.
_WHITE = (4.6, 3.4, 5.2, 2.6, 4.0, 5.2, 3.4)
# Of the width, that a picture takes on a wide page.
_WIDE = (0.40, 0.34, 0.42, 0.31, 0.38, 0.36, 0.42)


class Editorial(Hand):
    # ---- surfaces

    def art(self) -> Arrangement:
        """The motif as a still life that bleeds off the top and one side."""
        picture, words = self._spread(0.40, _WHITE[self.sheet.variant % 7])
        return self._on_paper(self._still_life(picture, picture), words)

    def quiet(self) -> Arrangement:
        """A narrow strip of the still life at one edge, a rule to begin under, and white."""
        sheet, inner = self.sheet, self.inner
        strip = sheet.width * (0.085 if self.beside else 0.105)
        top = inner.top + self.unit * 0.032
        bottom = self._line - self.unit * 0.036
        if self.beside:
            # The outer parts of a banner are often cut off: there the strip may be wide.
            strip = max(strip, inner.left * 0.72)
            left = max(inner.left, strip + self.margin)
            picture = Box(0, 0, strip, sheet.height)
            reach = max(strip, sheet.height * 0.7)
            words = Box(left, top, inner.right, bottom)
        else:
            picture = Box(sheet.width - strip, 0, sheet.width, sheet.height)
            reach = sheet.height * 0.6
            right = min(picture.left - self.margin * 0.75, inner.right)
            words = Box(inner.left, top, right, bottom)
        # The strip is a window on a whole still life: its disc is cut by both sides.
        middle = picture.center[0] - reach * 0.05
        whole = Box(middle - reach / 2, 0, middle + reach / 2, sheet.height)
        start, end = words.left, min(words.right, inner.right)
        opening = self._hairline(inner.top, start, end)
        scene = self._still_life(whole, picture)
        return self._on_paper((*scene, *opening), words, start, end)

    def block(self) -> Arrangement:
        """The brand's colour off three edges, a great disc pressed into it; the foot is paper."""
        sheet, inner = self.sheet, self.inner
        ground = self.strong()
        low = self.inner.bottom - (FOOT + 0.034) * self.unit
        field = Box(0, 0, sheet.width, low)
        ink = self.inks(ground)[0]
        radius = min(field.width, field.height) * (0.62 if not self.beside else 0.86)
        right = sheet.variant % 2 == 0
        x = field.width * (0.86 if right else 0.20)
        pressed = circle(x, field.height * 0.30, radius, ghost(ground, ink))
        under = (
            self.fill(self.paper()),
            cropped((self._flat(field, ground), pressed), Path.rect(*_sides(field))),
        )
        words = Box(inner.left, inner.top, inner.right, low - self.unit * 0.045)
        side: Side = "middle" if sheet.form == "banner" else "bottom"
        return Arrangement(
            under, self.room(words, ground, side=side), self._foot_room(inner.left, inner.right)
        )

    def pattern(self) -> Arrangement:
        """The pattern as a picture would be: a plate that bleeds off the top and one side."""
        picture, words = self._spread(0.46, 2.0, 0.46)
        colorway = ("deep", "accent")[self.sheet.variant % 2]
        across = 1.9 if not self.beside else 2.2
        return self._on_paper(self.tiles(colorway, across, picture), words)

    def photo(self) -> Arrangement:
        # On a square the picture is low: less wide, it is nearer to what photographs are.
        white = 4.4 if self.sheet.form == "square" else 2.0
        picture, words = self._spread(0.43, white, 0.46)
        return self._on_paper((), words, frames=(self.frame(picture),))

    def overlay(self) -> Arrangement:
        """The picture is the page; the hairline and the opening rule are white on it."""
        made = super().overlay()
        sheet, inner = self.sheet, self.inner
        white = Solid("#ffffff", 0.9)
        foot = made.foot.box
        words = Box(
            made.words.box.left,
            made.words.box.top,
            made.words.box.right,
            self._line - self.unit * 0.036,
        )
        over = (
            Rect(inner.left, self._line, foot.right - inner.left, self._thin, white),
            Rect(inner.left, inner.top, self.unit * 0.075, self.unit * 0.006, white),
        )
        room = made.words
        accent = sheet.accent(300)
        return Arrangement(
            made.under,
            Room(words, room.ink, room.muted, accent, "left", "bottom", ""),
            made.foot,
            made.frames,
            over,
            on_picture=True,
        )

    def gallery(self, count: int) -> Arrangement:
        """One picture leads and bleeds off; the others stand beside it as a column or a row."""
        sheet = self.sheet
        covered = self.beside and sheet.area.left > 0.12 * sheet.width
        if self._mirrored and covered:
            # A platform has something on the left: the leading picture goes to the right.
            return Editorial(replace(sheet, variant=sheet.variant + 1)).gallery(count)
        picture, words = self._spread(0.52 if count < 4 else 0.58, 0.0, 0.54)
        if not self.beside:
            picture = Box(self.inner.left, 0, sheet.width, picture.bottom)
            if self._mirrored:
                picture = Box(0, 0, self.inner.right, picture.bottom)
        picture = self.in_sight(picture)
        boxes = _montage(picture, count, self.unit * 0.010, picture.width > picture.height * 1.9)
        if self._mirrored:
            middle = picture.left + picture.right
            boxes = tuple(
                Box(middle - box.right, box.top, middle - box.left, box.bottom) for box in boxes
            )
            if count == 2:
                # Before and after are read from left to right.
                boxes = tuple(reversed(boxes))
        frames = tuple(self.frame(box, small=True) for box in boxes)
        return self._on_paper((), words, frames=frames)

    # ---- places

    @property
    def _mirrored(self) -> bool:
        return self.sheet.variant % 2 == 1

    @property
    def _line(self) -> float:
        """Where the hairline over the signature is."""
        return self.inner.bottom - (FOOT + 0.020) * self.unit

    @property
    def _thin(self) -> float:
        return max(1.2, self.unit * 0.0014)

    @property
    def _ink(self) -> str:
        return self.inks(self.paper())[0]

    def _spread(self, share: float, white: float, wide: float = 0.0) -> tuple[Box, Box]:
        """The picture's box, off the top and one side, and the words'.

        share: how far down the inner area it reaches on an upright page; white: columns of twelve
        left beside it there; wide: its part of a wide page's width.
        """
        sheet, inner = self.sheet, self.inner
        end = self._line - self.unit * 0.036
        if self.beside:
            part = wide or _WIDE[sheet.variant % 7]
            low, off = self._line - self.unit * 0.05, self.margin
            if sheet.form == "banner":
                part, low = min(part, 0.40), sheet.height
                off = max(off, self.unit * OFF_PICTURE)
            across = inner.width * part
            if self._mirrored:
                picture = Box(0, 0, inner.left + across, low)
                words = Box(picture.right + off, inner.top, inner.right, end)
            else:
                picture = Box(inner.right - across, 0, sheet.width, low)
                words = Box(inner.left, inner.top, picture.left - off, end)
            return picture, words
        # A square has to keep room for a headline under the picture.
        share -= 0.06 if sheet.form == "square" else 0.05 * sheet.crowd
        low = inner.top + inner.height * share
        free = sheet.width * white / 12
        picture = (
            Box(0, 0, sheet.width - free, low) if self._mirrored else Box(free, 0, sheet.width, low)
        )
        return picture, Box(inner.left, low + self.margin * 0.62, inner.right, end)

    def _on_paper(
        self,
        items: tuple[Item, ...],
        words: Box,
        left: float | None = None,
        right: float | None = None,
        frames: tuple[Frame, ...] = (),
    ) -> Arrangement:
        """A page of paper with its hairline, from `left` to `right` (the inner area's sides)."""
        inner = self.inner
        if self.sheet.form == "banner":
            left, right = words.left, words.right
        start = inner.left if left is None else left
        end = inner.right if right is None else right
        paper = self.paper()
        return Arrangement(
            (self.fill(paper), *items, *self._hairline(self._line, start, end)),
            self.room(words, paper, side="bottom"),
            self._foot_room(start, end),
            frames,
        )

    def _foot_room(self, left: float, right: float) -> Room:
        inner = self.inner
        box = Box(left, inner.bottom - FOOT * self.unit, right, inner.bottom)
        return self.room(box, self.paper(), side="bottom")

    # ---- things

    def _hairline(self, y: float, left: float, right: float) -> tuple[Item, ...]:
        return (Rect(left, y, right - left, self._thin, Solid(self._ink)),)

    def _flat(self, box: Box, paint: str | Paint) -> Item:
        return block(box.left, box.top, box.width, box.height, paint)

    def _still_life(self, box: Box, seen: Box | None = None) -> tuple[Item, ...]:
        """Light from one side, a disc, and the motif so near that most of it is out of the frame.

        seen: the part of `box` that is shown; None is all of it.
        """
        sheet = self.sheet
        chance = sheet.chance("still life")
        stops, behind, color = self._light()
        mark = sheet.identity.motif
        tall = max(box.width, box.height) * 1.34
        # The thing rises to just under the middle of the disc, whatever its shape.
        top = box.top + box.height * chance.between(0.38, 0.44)
        thing = symbol(
            mark,
            box.left + box.width * chance.between(0.34, 0.44),
            top + tall * mark.center[1] / mark.box.height,
            tall,
            color,
            behind[0],
            turn=chance.between(-7, 7),
        )
        disc = circle(
            box.left + box.width * chance.between(0.50, 0.60),
            box.top + box.height * 0.42,
            min(box.width, box.height) * 0.34,
            self._disc(behind),
        )
        paint: Paint = (
            LinearGradient(box.left, box.bottom, box.right, box.top, stops)
            if len(stops) > 1
            else Solid(behind[0])
        )
        across = _clear(thing, seen or box)
        # The thing's lower edge may lie just above the frame's foot.
        shift = Affine.translation(across, 0 if seen is None else _sunk(thing, across, seen))
        # Through a hole of the thing light is seen, never a crumb of the disc.
        through = Group(tuple(_filled(item, behind[-1]) for item in thing.items), thing.transform)
        if seen is not None:
            at = shift @ thing.transform
            whole = tuple(_without_humps(item, at, seen) for item in thing.items)
            thing = Group(whole, thing.transform)
        inside = (self._flat(box, paint), disc, Group((through, thing), shift))
        return (cropped(inside, Path.rect(*_sides(seen or box))),)

    def _light(self) -> tuple[tuple[Stop, ...], tuple[str, ...], str]:
        """The ground's gradient (one stop: flat), its colours, and the colour of the thing."""
        sheet = self.sheet
        palette = sheet.identity.palette
        brand = palette.light["primary"]
        bright = tone(palette.seed) > _BRIGHT and ratio(brand, self.paper()) >= _FLAT
        if bright and sheet.variant % 3 != 2:
            return (Stop(0, brand),), (brand,), sheet.neutral(950)
        if sheet.variant % 3 == 2:
            low, high = next(
                (
                    (low, high)
                    for low, high in ((200, 100), (300, 200), (400, 300))
                    if ratio(sheet.primary(high), self.paper()) >= _EDGE
                ),
                (400, 300),
            )
            thing = sheet.primary(800)
        else:
            low, high, thing = 900, 600, sheet.primary(950)
        colors = sheet.primary(low), sheet.primary(high)
        return (Stop(0, colors[0]), Stop(1, colors[1])), colors, thing

    def _disc(self, behind: tuple[str, ...]) -> str:
        """The disc of light: the accent where it shows, else the first of its steps that does."""
        sheet = self.sheet
        dark = max(tone(each) for each in behind) < 60
        choices = (
            (sheet.accent(100), sheet.accent(300))
            if dark
            else (sheet.hot, sheet.accent(500), sheet.accent(600), sheet.neutral(950))
        )
        return next(
            (each for each in choices if min(ratio(each, ground) for ground in behind) >= _SEEN),
            choices[-1],
        )


def _montage(box: Box, count: int, gap: float, flat: bool) -> tuple[Box, ...]:
    """The leading picture on the side that bleeds (right), the others in a column left of it.

    Two are alike, since they are compared, but one hangs lower. flat: the box is a wide strip.
    """
    if count == 2:
        wide = (box.width - gap) / 2
        drop = box.height * 0.10
        return (
            Box(box.left, box.top + drop, box.left + wide, box.bottom),
            Box(box.left + wide + gap, box.top, box.right, box.bottom - drop),
        )
    few = count - 1
    if flat or few <= 2:
        columns, rows = (few, 1) if flat and few <= 2 else ((few + 1) // 2, 2)
    else:
        columns, rows = (1, few) if few == 3 else (2, (few + 1) // 2)
    lead = 0.60 if columns == 1 else 0.5
    split = box.right - box.width * lead
    leading = Box(split + gap, box.top, box.right, box.bottom)
    boxes = [leading]
    tall = (box.height - gap * (rows - 1)) / rows
    left = few
    for row in range(rows):
        here = min(columns, -(-left // (rows - row)))
        wide = (split - box.left - gap * (here - 1)) / here
        top = box.top + row * (tall + gap)
        boxes.extend(
            Box(box.left + n * (wide + gap), top, box.left + n * (wide + gap) + wide, top + tall)
            for n in range(here)
        )
        left -= here
    return tuple(boxes)


def _filled(item: Item, color: str) -> Item:
    """A shape without its holes: of its outlines those that lie in no other."""
    assert isinstance(item, Shape)
    outlines = [Path(commands) for commands, _ in item.path.contours()]
    boxes = [outline.bounds for outline in outlines]
    return Shape(
        Path.join(
            outline
            for outline, box in zip(outlines, boxes, strict=True)
            if not any(other is not box and _inside(box, other) for other in boxes)
        ),
        Solid(color),
    )


def _inside(box: Box, other: Box) -> bool:
    return (
        other.left < box.left
        and other.top < box.top
        and box.right < other.right
        and box.bottom < other.bottom
    )


def _clear(thing: Group, box: Box) -> float:
    """How far across to move a thing so that it runs off the frame or ends well inside it.

    An outline that ends a few px from the frame's edge looks like a slip of the knife. Of small
    moves, the one with the fewest lines that end there and the fewest crumbs of the thing.
    """
    outline = next(item for item in thing.items if isinstance(item, Shape))
    commands = outline.path.transform(thing.transform).commands
    rows = [box.top + box.height * (index + 0.5) / _ROWS for index in range(_ROWS)]
    spans = [span for y in rows for span in crossings(commands, y)]
    ends = [x for span in spans for x in span]
    near = box.width * 0.09

    def cost(move: float) -> float:
        slips = sum(
            -near * 0.3 < x + move - box.left < near or -near * 0.3 < box.right - x - move < near
            for x in ends
        )
        seen = (min(right + move, box.right) - max(left + move, box.left) for left, right in spans)
        crumbs = sum(0 < width < near * 1.7 for width in seen)
        return slips + crumbs + abs(move) / box.width * _ROWS * 0.4

    steps = (box.width * 0.02 * step for step in range(19))
    return min((sign * step for step in steps for sign in (-1.0, 1.0)), key=cost)


def _sunk(thing: Group, across: float, box: Box) -> float:
    """How far down to move a thing, moved `across`, of which something ends or begins a few px
    above the frame's foot."""
    outline = next(item for item in thing.items if isinstance(item, Shape))
    turned = Affine(0.0, 1.0, 1.0, 0.0) @ Affine.translation(across, 0) @ thing.transform
    commands = outline.path.transform(turned).commands
    columns = (box.left + box.width * (index + 0.5) / _ROWS for index in range(_ROWS))
    ends = (y for x in columns for span in crossings(commands, x) for y in span)
    short = [box.bottom - y for y in ends if 0 <= box.bottom - y < box.height * _FOOT]
    return max(short) + box.height * _FOOT / 4 if short else 0.0


def _without_humps(item: Item, place: Affine, box: Box) -> Item:
    """A shape, drawn at `place`, without those holes that show nothing but their head over the
    frame's foot: of a leaf's vein that would be a stray hump."""
    assert isinstance(item, Shape)
    outlines = [Path(commands) for commands, _ in item.path.contours()]
    boxes = [outline.transform(place).bounds for outline in outlines]
    return replace(
        item,
        path=Path.join(
            outline
            for outline, own in zip(outlines, boxes, strict=True)
            if not (
                own.bottom > box.bottom > own.top > box.bottom - box.height * _HEAD
                and any(other is not own and _inside(own, other) for other in boxes)
            )
        ),
    )


def _sides(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.width, box.height
