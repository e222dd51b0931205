"""Playful: for children and cafés. Soft shapes that leave by the edges, and a round friend.

Whatever the surface, something large and soft overlaps something else, pictures look through round
windows, the brand's motif lives in a circle, and confetti lies on a grid where nothing else is,
never in a colour like the one it lies on.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from creativekit.artwork import playful as cover
from creativekit.artwork.arrangement import Arrangement, Frame
from creativekit.artwork.chance import Chance
from creativekit.artwork.ghost import ghost
from creativekit.artwork.hand import Hand, grid
from creativekit.artwork.sheet import Room, Sheet, Side, circle, symbol
from creativekit.canvas.path import Affine, Box, Command, Path, Point
from creativekit.canvas.scene import Item, Shape, Solid
from creativekit.color.contrast import TEXT, ratio, readable
from creativekit.identity import enclosure
from creativekit.identity.pattern_colors import pattern_colors

# Which of the three sets of colours a variant has.
_KINDS = (0, 1, 2, 0, 1, 2, 1)
# Two shapes that touch are told apart by this; confetti and what it lies on by more.
_APART = 1.3
_SEEN = 1.7
_PITCH = 0.11
_KEPT = 0.82
# How square a soft shape is: the exponent of a superellipse (2 is an ellipse).
_CARD = 9.0
_WINDOW = 3.2
_PLATE = 2.5


@dataclass(frozen=True, slots=True)
class _Colors:
    """ground: what is furthest; hill and wave roll before it; face: what is round on them."""

    ground: str
    hill: str
    wave: str
    face: str


@dataclass(frozen=True, slots=True)
class _Friend:
    """A circle with the motif in it."""

    x: float
    y: float
    radius: float

    @property
    def box(self) -> Box:
        r = self.radius
        return Box(self.x - r, self.y - r, self.x + r, self.y + r)


class Playful(Hand):
    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.kind = _KINDS[sheet.variant % len(_KINDS)]
        self.colors = self._set()
        self.foot = self.foot_box(self.inner)
        self.swing = self.unit * (0.018 if self.beside else 0.032)
        self.shore = self.foot.top - self.swing * 0.6 - self.unit * 0.014

    # ---- surfaces

    def art(self) -> Arrangement:
        """A hill and a wave, and a round friend (or a family) between them."""
        sheet, inner, colors = self.sheet, self.inner, self.colors
        chance = sheet.chance("blobs")
        calm = 1 - 0.42 * sheet.crowd
        friends = self._friends(calm)
        if self.kind != 1:
            friends = tuple(self._off_foot(friend) for friend in friends)
        top = min(friend.box.top for friend in friends)
        if self.beside:
            right = min(friend.box.left for friend in friends) - self.unit * 0.03
            words = Box(inner.left, inner.top, right, self.shore - self.swing - self.unit * 0.02)
            hill = self._hill(right - sheet.short * 0.1, max(top, 0.0) + sheet.short * 0.16, chance)
        else:
            words = Box(inner.left, inner.top, inner.right, top - self.unit * 0.03)
            hill = self._hill(-sheet.width * 0.06, top + sheet.short * 0.07, chance)
        wave = self._wave(self.shore, chance)
        faces = tuple(item for friend in friends for item in self._face(friend))
        land = (Shape(hill, Solid(colors.hill)), Shape(wave, Solid(colors.wave)))
        # One that peeps stands behind the wave, the others before everything.
        stack = (land[0], *faces, land[1]) if self.kind == 1 else (*land, *faces)
        air = Box(0, 0, words.right if self.beside else sheet.width, words.bottom)
        under = (
            self.fill(colors.ground),
            *stack,
            *self._confetti(
                (air, self._foot_air(), *(friend.box for friend in friends)),
                colors.ground,
                ((hill, colors.hill), (wave, colors.wave)),
            ),
        )
        side: Side = "middle" if self.beside else "top"
        return Arrangement(
            under,
            self.room(words, colors.ground, side=side),
            self._foot_room(colors.wave),
            ground=self.shore + self.swing * 0.6,
        )

    def quiet(self) -> Arrangement:
        """A large soft card on a colour; the friend looks over its corner."""
        sheet, inner = self.sheet, self.inner
        ground = self._loud()
        paper = self._card_paper(ground)
        edge = max(self.margin * 0.42, sheet.cut)
        card = Box(
            max(edge, inner.left - self.margin * 0.58),
            edge,
            min(sheet.width - edge, inner.right + self.margin * 0.58),
            self.foot.top - self.unit * (0.018 if self.beside else 0.024),
        )
        if sheet.safe is not None and not self.beside:
            card = replace(card, top=inner.top - self.margin * 0.3)
        outline = superellipse(card, _CARD)
        radius = self.unit * 0.044
        friend = _Friend(
            card.right - self.unit * 0.062,
            max(card.top + radius / 2, radius + self.unit * 0.01),
            radius,
        )
        # Its words stand under the sheet's own edge, where the logo stands too, if it has the room.
        across = min(card.width * 0.056, max(inner.left - card.left, self.unit * 0.03))
        down = max(card.height * 0.052, self.unit * 0.042)
        words = Box(
            max(inner.left, card.left + across),
            max(inner.top, card.top + down, friend.box.bottom + self.unit * 0.018),
            min(inner.right, card.right - across),
            card.bottom - down,
        )
        chance = sheet.chance("blobs")
        cloud = self._cloud(chance)
        ink = self.inks(ground)[0]
        shade = ghost(ground, ink, 1.16)
        under = (
            self.fill(ground),
            Shape(cloud, Solid(shade)),
            *self._confetti((card.inset(-self.unit * 0.005), self._foot_air()), ground, ()),
            Shape(outline, Solid(paper)),
            *self._face(friend, (ground, paper)),
        )
        return Arrangement(under, self.room(words, paper), self._foot_room(ground))

    def block(self) -> Arrangement:
        """The brand's colour, a cloud in it that is only felt, and the friend in the corner."""
        sheet, inner = self.sheet, self.inner
        ground = self.strong() if self.kind != 1 else self._deep(sheet.hot)
        ink = self.inks(ground)[0]
        chance = sheet.chance("blobs")
        short = sheet.short
        if self.beside:
            radius = min(short * 0.44, (sheet.width - inner.left) * 0.24)
            friend = _Friend(sheet.width - radius * 0.78, sheet.height - radius * 0.72, radius)
            right = min(inner.right, friend.box.left - self.unit * 0.03)
            words = Box(inner.left, inner.top, right, self.foot.top - self.unit * 0.03)
            foot = replace(self.foot, right=right)
        else:
            radius = short * (0.22 if sheet.form != "square" else 0.19)
            low = inner.bottom + self.margin
            friend = _Friend(sheet.width - radius * 0.76, low - radius * 0.70, radius)
            words = Box(
                inner.left,
                inner.top,
                inner.right,
                min(self.foot.top, friend.box.top) - self.unit * 0.03,
            )
            foot = replace(self.foot, right=friend.box.left - self.unit * 0.03)
        cloud = self._cloud(chance)
        shade = ghost(ground, ink)
        under = (
            self.fill(ground),
            Shape(cloud, Solid(shade)),
            *self._face(friend, (ground,)),
            *self._confetti(
                (
                    words.inset(-self.unit * 0.03),
                    replace(foot, left=foot.left - self.unit * 0.03, right=friend.box.left),
                    friend.box,
                ),
                ground,
                ((cloud, shade),),
            ),
        )
        return Arrangement(
            under, self.room(words, ground, side="middle"), self._foot_room(ground, foot)
        )

    def pattern(self) -> Arrangement:
        """The brand's pattern, a round plate on it, the wave below."""
        sheet, inner, colors = self.sheet, self.inner, self.colors
        chance = sheet.chance("blobs")
        paper = self.paper()
        colorway = "accent" if self.kind == 1 else "deep"
        cloth = pattern_colors(sheet.identity.palette, colorway)["ground"]
        wave_color = self._deep(
            self._other(
                (paper, cloth),
                (colors.wave, self.strong(), sheet.hot, sheet.tertiary(600), sheet.primary(900)),
            )
        )
        if self.beside:
            high = self.margin * 0.85
            tall = self.shore - self.swing - self.unit * 0.035 - high
            wide = min(tall * (1.36 if sheet.form == "wide" else 2.6), inner.width)
            left = max(self.margin * 0.7, inner.left - wide * 0.08)
            plate = Box(left, high, left + wide, high + tall)
        else:
            wide = sheet.width - self.margin * 1.3
            # The ring around the plate keeps away from the wave.
            low = self.shore - self.swing - self.unit * 0.035
            high = inner.top - self.margin * 0.35
            tall = min(wide, low - high)
            middle = (high + low) / 2
            plate = Box(
                (sheet.width - wide) / 2,
                middle - tall / 2,
                (sheet.width + wide) / 2,
                middle + tall / 2,
            )
        x, y = plate.center
        words = Box(
            max(inner.left, x - plate.width * 0.385),
            max(inner.top, y - plate.height * 0.325),
            min(inner.right, x + plate.width * 0.385),
            y + plate.height * 0.325,
        )
        ring = superellipse(plate.inset(-self.unit * 0.016), _PLATE)
        wave = self._wave(self.shore, chance)
        under = (
            *self.tiles(colorway, 4.0 if not self.beside else 3.0),
            Shape(ring, Solid(colors.hill if self.kind != 1 else sheet.light("primary"))),
            Shape(superellipse(plate, _PLATE), Solid(paper)),
            Shape(wave, Solid(wave_color)),
            *self._confetti((self._foot_air(),), "", ((wave, wave_color),)),
        )
        return Arrangement(
            under,
            self.room(words, paper, side="middle", align="center"),
            self._foot_room(wave_color),
        )

    def photo(self) -> Arrangement:
        """A picture in a soft window that leaves by the edge, another soft shape behind it."""
        sheet, inner, colors = self.sheet, self.inner, self.colors
        chance = sheet.chance("window")
        ground = colors.ground
        if self._aside:
            share = 0.52 - 0.12 * sheet.crowd if self.beside else 0.37 - 0.04 * sheet.crowd
            left = inner.right - inner.width * share
            right = sheet.width * 1.04
            if sheet.form == "banner":
                right = min(right, left + sheet.height * 2.4)
            shape = blob(Box(left, -sheet.height * 0.10, right, sheet.height * 1.08), chance, 0.05)
            behind = blob(
                Box(left - self.margin * 0.3, sheet.height * 0.30, right, sheet.height * 1.3),
                chance,
                0.05,
            )
            limit = left - self.margin * (0.62 if self.beside else 0.5)
            words = Box(inner.left, inner.top, limit, self.foot.top - self.unit * 0.03)
            foot = replace(self.foot, right=limit)
            side: Side = "middle"
        else:
            share = 0.445 - 0.12 * sheet.crowd
            low = inner.top + inner.height * share
            lean = -0.05 if sheet.variant % 2 else 0.14
            shape = blob(
                Box(sheet.width * lean, -low * 0.14, sheet.width * (lean + 0.92), low), chance, 0.05
            )
            behind = blob(
                Box(
                    sheet.width * (lean + (0.35 if lean < 0 else -0.11)),
                    low * 0.22,
                    sheet.width * (lean + (1.02 if lean < 0 else 0.55)),
                    low + self.margin * 0.26,
                ),
                chance,
                0.05,
            )
            words = Box(
                inner.left, low + self.margin * 0.72, inner.right, self.foot.top - self.unit * 0.024
            )
            foot = self.foot
            side = "top"
        box = _within(shape.bounds, sheet)
        second = self._behind(ground)
        under = (
            self.fill(ground),
            Shape(behind, Solid(second)),
            *self._confetti((words, self._foot_air(foot)), ground, ((behind, second), (shape, ""))),
        )
        label = self._tab_on(box)
        return Arrangement(
            under,
            self.room(words, ground, side=side),
            self._foot_room(ground, foot),
            (Frame(box, clip=shape, label=label),),
        )

    def overlay(self) -> Arrangement:
        """The picture is everything; the friend leans in from a corner, a wave runs below."""
        made = super().overlay()
        sheet, colors = self.sheet, self.colors
        chance = sheet.chance("blobs")
        radius = sheet.short * (0.15 if not self.beside else 0.19)
        friend = _Friend(sheet.width - radius * 0.8, radius * 0.78, radius)
        if sheet.safe is not None and not self.beside:
            friend = replace(friend, y=self.inner.top - radius * 0.2)
        room = sheet.height - self.foot.bottom
        wave = self._wave(self.foot.bottom + room * 0.52, chance, min(room * 0.3, self.swing))
        over = (*self._face(friend), Shape(wave, Solid(colors.wave)))
        words = made.words
        if not self.beside:
            top = max(words.box.top, friend.box.bottom + self.unit * 0.02)
            words = replace(words, box=replace(words.box, top=top))
        return replace(made, words=words, over=over)

    def gallery(self, count: int) -> Arrangement:
        """Soft windows in rows, each turned out a little otherwise, on one large soft shape."""
        sheet, inner, colors = self.sheet, self.inner, self.colors
        chance = sheet.chance("windows")
        ground = colors.ground
        gap = self.unit * 0.02
        if self.beside:
            share = 0.54 - 0.1 * sheet.crowd
            left = inner.right - inner.width * share
            place = self.in_sight(
                Box(left, self.margin * 0.8, inner.right, sheet.height - self.margin * 0.8)
            )
            limit = left - self.margin * 0.7
            words = Box(inner.left, inner.top, limit, self.foot.top - self.unit * 0.03)
            foot = replace(self.foot, right=limit)
            behind = blob(
                Box(
                    left + place.width * 0.2,
                    -sheet.height * 0.2,
                    sheet.width * 1.1,
                    sheet.height * 0.86,
                ),
                chance,
                0.05,
            )
            side: Side = "middle"
        else:
            share = (0.62 if count > 2 else 0.53) - (0.07 if sheet.form == "square" else 0.0)
            low = inner.top + inner.height * share * (1 - 0.3 * sheet.crowd)
            top = min(inner.top, self.margin) if sheet.safe is None else inner.top
            place = Box(inner.left - self.margin * 0.3, top, inner.right + self.margin * 0.3, low)
            words = Box(
                inner.left, low + self.margin * 0.66, inner.right, self.foot.top - self.unit * 0.024
            )
            foot = self.foot
            behind = blob(
                Box(-sheet.width * 0.14, -low * 0.3, sheet.width * 0.86, low * 0.80), chance, 0.05
            )
            side = "top"
        second = self._behind(ground)
        frames = []
        for index, box in enumerate(grid(place, count, gap)):
            # Round ones and soft square ones by turns; a long one is never an ellipse.
            long = max(box.width, box.height) / min(box.width, box.height)
            squareness = 2.3 if (index + sheet.variant) % 2 and long < 1.35 else _WINDOW
            shape = superellipse(box, squareness)
            frames.append(Frame(box, clip=shape, label=self._tab_on(box)))
        windows = tuple((frame.clip or Path(()), "") for frame in frames)
        under = (
            self.fill(ground),
            Shape(behind, Solid(second)),
            *self._confetti((words, self._foot_air(foot)), ground, ((behind, second), *windows)),
        )
        return Arrangement(
            under,
            self.room(words, ground, side=side),
            self._foot_room(ground, foot),
            tuple(frames),
        )

    # ---- colours

    def paper(self) -> str:
        return self.sheet.light("surface")

    def strong(self) -> str:
        return self._deep(self.sheet.light("primary"))

    def _deep(self, color: str) -> str:
        """The colour, or a step of the brand's below it where no ink reads well on it."""
        sheet = self.sheet
        steps: tuple[str, ...] = (sheet.primary(600), sheet.primary(700))
        if color == sheet.hot:
            steps = ()
        for each in (color, *steps):
            if ratio(each, "#ffffff") >= TEXT or ratio(each, sheet.primary(950)) >= 6.5:
                return each
        return color

    def _set(self) -> _Colors:
        sheet = self.sheet
        brand, hot = sheet.light("primary"), sheet.light("accent")
        # A brand without a colour of its own is dressed in its accent: grey is no feast.
        cool = sheet.primary(100) if _vivid(sheet.primary(300)) else sheet.light("surface")
        grounds = (sheet.light("surface"), sheet.accent(100), cool)
        ground = grounds[self.kind]
        tertiary = tuple(sheet.tertiary(step) for step in (300, 400, 500))
        hill, wave = (
            (hot, brand),
            (brand, hot),
            (self._other((ground, hot, brand), tertiary), brand),
        )[self.kind]
        wave = self._deep(wave)
        if ratio(hill, wave) < _APART:
            wave = self._deep(self._other((hill,), (sheet.primary(800), sheet.primary(200))))
        faces = (
            (*tertiary, sheet.primary(200)),
            (*(each for each in tertiary if _vivid(each)), sheet.accent(200)),
            (hot, *tertiary, sheet.accent(300)),
        )[self.kind]
        face = self._other((hill, wave, ground), (*faces, sheet.light("surface-raised")))
        if min(ratio(face, each) for each in (hill, wave, ground)) < _APART:
            # The accent is the one that is looked at; the land makes way for it.
            face, wave = hot, self._deep(brand)
            hills = (*tertiary, sheet.tertiary(600), sheet.accent(500), sheet.primary(300))
            hill = self._other((ground, face, wave), hills)
        return _Colors(ground, hill, wave, face)

    def _loud(self) -> str:
        """The ground of a card: a colour of full strength."""
        sheet = self.sheet
        pale = sheet.primary(200) if _vivid(sheet.primary(300)) else sheet.accent(200)
        return (sheet.hot, pale, self.strong())[self.kind]

    def _card_paper(self, ground: str) -> str:
        sheet = self.sheet
        papers = (sheet.light("surface"), sheet.light("surface-raised"))
        return max(papers, key=lambda paper: ratio(paper, ground))

    def _behind(self, ground: str) -> str:
        """What peeps out behind a window: a colour sooner than a grey."""
        choices = (self.colors.hill, self.sheet.hot, self.colors.wave)
        return self._other((ground,), sorted(choices, key=lambda each: not _vivid(each)))

    def _other(self, grounds: Sequence[str], colors: Sequence[str]) -> str:
        """The first of the colours that is told apart from all grounds, else the one most so."""

        def least(color: str) -> float:
            return min((ratio(color, ground) for ground in grounds), default=1.0)

        return next((color for color in colors if least(color) >= _APART), max(colors, key=least))

    # ---- places

    @property
    def _aside(self) -> bool:
        """Whether a picture stands beside the words: on a square sheet too."""
        return self.beside or self.sheet.form == "square"

    def _foot_air(self, foot: Box | None = None) -> Box:
        """Around the signature and below it."""
        foot = foot or self.foot
        below = self.sheet.height - foot.bottom
        # A story goes on below its signature; any other sheet ends there.
        low = foot.bottom + (self.unit * 0.02 if below > self.margin * 2 else below)
        return Box(0, foot.top - self.unit * 0.01, foot.right + self.margin * 0.3, low)

    def _foot_room(self, ground: str, box: Box | None = None) -> Room:
        return self.room(box or self.foot, ground, side="bottom")

    def _tab_on(self, box: Box) -> Room:
        """The room of a caption on a soft window: clear of the corners that it does not have."""
        inset = box.width * 0.2
        tall = self.unit * 0.046
        bottom = box.bottom - box.height * 0.12
        ground = self.sheet.light("surface-raised")
        ink, muted, accent = self.inks(ground)
        place = Box(box.left + inset, bottom - tall, box.right - inset, bottom)
        return Room(place, ink, muted, accent, "left", "bottom", ground)

    def _friends(self, calm: float) -> tuple[_Friend, ...]:
        """One, one that peeps over the wave, or a family."""
        sheet, inner, short = self.sheet, self.inner, self.sheet.short
        if self.beside:
            tall = self.shore - inner.top
            if sheet.form == "banner":
                spare = sheet.width - inner.right
                radius = min(tall * 0.62, short * 0.30)
                x = inner.right + spare * 0.28 if spare > radius else inner.right - radius
                return (_Friend(x, self.shore - radius * 0.55, radius),)
            if self.kind == 2:
                return (
                    _Friend(
                        inner.left + inner.width * 0.675, self.shore - short * 0.06, short * 0.125
                    ),
                    _Friend(
                        inner.left + inner.width * 0.83, self.shore - short * 0.22, short * 0.19
                    ),
                    _Friend(
                        inner.left + inner.width * 0.975, self.shore - short * 0.045, short * 0.11
                    ),
                )
            radius = short * (0.29 if self.kind == 0 else 0.33)
            y = self.shore - radius * (0.72 if self.kind == 0 else 0.34)
            return (_Friend(inner.right - radius * 0.92, y, radius),)
        wide = sheet.width
        size = {"square": 0.76}.get(sheet.form, 1.0) * calm * short
        if self.kind == 2:
            return (
                _Friend(wide * 0.15, self.shore - size * 0.05, size * 0.120),
                _Friend(wide * 0.48, self.shore - size * 0.17, size * 0.175),
                _Friend(wide * 0.84, self.shore - size * 0.10, size * 0.140),
            )
        if self.kind == 1:
            radius = size * 0.29
            return (_Friend(wide - self.margin * 0.9 - radius, self.shore - radius * 0.42, radius),)
        radius = size * 0.225
        return (_Friend(wide * 0.70, self.shore - radius * 0.86, radius),)

    def _off_foot(self, friend: _Friend) -> _Friend:
        low = self.foot.top - self.unit * 0.012 - friend.radius
        clear = friend.box.left > self.foot.right
        return friend if clear else replace(friend, y=min(friend.y, low))

    # ---- things

    def _face(self, friend: _Friend, grounds: Sequence[str] = ()) -> tuple[Item, ...]:
        """The motif in a circle that is told from all of `grounds`."""
        sheet = self.sheet
        face = self.colors.face
        if grounds:
            faces = (sheet.hot, sheet.light("primary"), face, sheet.tertiary(300), "#ffffff")
            face = self._other(grounds, faces)
        ink = readable(
            face, (sheet.primary(950), sheet.light("surface-raised"), "#000000", "#ffffff")
        )
        return (
            circle(friend.x, friend.y, friend.radius, face),
            symbol(sheet.identity.motif, friend.x, friend.y, friend.radius * 1.14, ink, face),
        )

    def _cloud(self, chance: Chance) -> Path:
        """One soft shape larger than half the sheet, off its middle."""
        sheet = self.sheet
        across = (0.30, 0.62, 0.42)[sheet.variant % 3]
        x, y = sheet.width * across, sheet.height * (0.30 if sheet.variant % 2 else 0.38)
        wide, tall = sheet.width * 0.46, sheet.height * 0.40
        return blob(Box(x - wide, y - tall, x + wide, y + tall), chance, 0.10)

    def _hill(self, start: float, top: float, chance: Chance) -> Path:
        """One large soft shape that rises to the right and leaves by the edge."""
        sheet = self.sheet
        low, right = sheet.height, sheet.width
        span, lift = right - start, self.shore - top
        middle = self.shore - lift * chance.between(0.30, 0.42)
        return Path(
            (
                ("M", start, low),
                ("L", start, self.shore - lift * 0.10 if not self.beside else low),
                (
                    "C",
                    start + span * 0.10,
                    middle - lift * 0.16,
                    start + span * 0.24,
                    middle - lift * 0.06,
                    start + span * 0.38,
                    middle,
                ),
                (
                    "C",
                    start + span * 0.54,
                    middle + lift * 0.08,
                    start + span * 0.60,
                    top,
                    start + span * 0.84,
                    top,
                ),
                (
                    "C",
                    start + span * 0.93,
                    top,
                    right,
                    top + lift * 0.06,
                    right * 1.02,
                    top + lift * 0.14,
                ),
                ("L", right * 1.02, low),
                ("Z",),
            )
        )

    def _wave(self, top: float, chance: Chance, swing: float | None = None) -> Path:
        """A wave from edge to edge, never further than 0.6 swings from `top`."""
        sheet = self.sheet
        swing = (self.swing if swing is None else swing) * 1.1
        length = sheet.width * (0.30 if self.beside else 0.52)
        x = -length * chance.between(0.1, 0.9)
        up = chance.unit() < 0.5
        y = top + (-swing if up else swing) / 2
        start = x
        commands: list[Command] = [("M", x, y)]
        while x < sheet.width:
            step = length * chance.between(0.9, 1.2)
            up = not up
            to = top + (-swing if up else swing) / 2
            commands.append(("C", x + step * 0.45, y, x + step * 0.55, to, x + step, to))
            x, y = x + step, to
        commands.extend((("L", x, sheet.height), ("L", start, sheet.height), ("Z",)))
        return Path(tuple(commands))

    def _confetti(
        self, keep: Sequence[Box], ground: str, areas: Sequence[tuple[Path, str]]
    ) -> tuple[Item, ...]:
        """Pieces on a jittered grid, each on one colour and seen on it.

        areas: what lies on the ground, the topmost last, with its colour; "" is where none may lie.
        """
        sheet = self.sheet
        chance = sheet.chance("confetti")
        # The short side of a banner is short indeed.
        unit = sheet.short * (1.5 if sheet.form == "banner" else 1.0)
        pitch, clear = unit * _PITCH, unit * 0.035
        shapes = [(max(path.flatten(2.0), key=len), color) for path, color in areas]
        loud = (sheet.primary(600), sheet.accent(500), sheet.tertiary(500))
        pale = ("#ffffff", sheet.accent(200), sheet.primary(200))
        items: list[Item] = []
        placed: list[tuple[float, float, float]] = []
        for row in range(math.ceil(sheet.height / (pitch * 0.86))):
            for column in range(math.ceil(sheet.width / pitch)):
                x = pitch * (column + (0.35 if row % 2 else 0.85) + chance.between(-0.27, 0.27))
                y = pitch * (row * 0.86 + 0.4 + chance.between(-0.27, 0.27))
                kind, turn, shade = chance.unit(), chance.between(0, 360), chance.unit()
                drawn = chance.unit() < _KEPT
                reach = unit * (cover._reach(kind) + 0.012)
                if not drawn or not (
                    reach < x < sheet.width - reach and reach < y < sheet.height - reach
                ):
                    continue
                if any(_near(x, y, box, reach + clear * 0.4) for box in keep):
                    continue
                if any(math.hypot(x - a, y - b) <= reach + other for a, b, other in placed):
                    continue
                under = _under(x, y, reach, ground, shapes)
                if not under:
                    continue
                placed.append((x, y, reach))
                pool = loud if under == ground == self.colors.ground else (*pale, *loud)
                seen = [color for color in pool if ratio(color, under) >= _SEEN]
                seen = seen or [max(pool, key=lambda color: ratio(color, under))]
                color = seen[int(shade * len(seen))]
                items.append(cover._piece(sheet, x, y, unit, kind, turn, color))
        return tuple(items)


def superellipse(box: Box, squareness: float) -> Path:
    """A soft shape that fills a box: 2 is an ellipse, 8 nearly the box."""
    whole = enclosure.superellipse(1.0, squareness)
    return whole.transform(Affine(box.width / 2, 0, 0, box.height / 2, box.left, box.top))


def blob(box: Box, chance: Chance, uneven: float) -> Path:
    """A soft shape in a box (about): an ellipse grown a little square, its outline uneven."""
    x, y = box.center
    count = 7
    turn = chance.between(0, 2 * math.pi / count)
    points = []
    for index in range(count):
        angle = turn + 2 * math.pi * index / count
        c, s = math.cos(angle), math.sin(angle)
        grown = (abs(c) ** 2.7 + abs(s) ** 2.7) ** (-1 / 2.7)
        r = grown * chance.between(1 - 2 * uneven, 1.0)
        points.append((x + box.width / 2 * c * r, y + box.height / 2 * s * r))
    return _smooth(points)


def _smooth(points: Sequence[Point]) -> Path:
    """A closed curve through points (Catmull and Rom's, as cubics)."""
    count = len(points)
    commands: list[Command] = [("M", *points[0])]
    for index in range(count):
        (x0, y0), (x1, y1) = points[index - 1], points[index]
        (x2, y2), (x3, y3) = points[(index + 1) % count], points[(index + 2) % count]
        commands.append(
            (
                "C",
                x1 + (x2 - x0) / 6,
                y1 + (y2 - y0) / 6,
                x2 - (x3 - x1) / 6,
                y2 - (y3 - y1) / 6,
                x2,
                y2,
            )
        )
    commands.append(("Z",))
    return Path(tuple(commands))


def _within(box: Box, sheet: Sheet) -> Box:
    return Box(
        max(0.0, box.left),
        max(0.0, box.top),
        min(sheet.width, box.right),
        min(sheet.height, box.bottom),
    )


def _vivid(color: str) -> bool:
    """Whether a colour is seen as one, and not as a grey."""
    channels = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    return max(channels) - min(channels) > 40


def _near(x: float, y: float, box: Box, by: float) -> bool:
    return box.left - by < x < box.right + by and box.top - by < y < box.bottom + by


def _under(
    x: float, y: float, reach: float, ground: str, shapes: Sequence[tuple[Sequence[Point], str]]
) -> str:
    """The colour that a piece lies on with all of itself; "" where it lies on two."""
    found = None
    for index in range(9):
        angle = math.pi * index / 4
        far = 0.0 if index == 8 else reach
        px, py = x + far * math.cos(angle), y + far * math.sin(angle)
        here = next(
            (color for outline, color in reversed(shapes) if _inside(px, py, outline)), ground
        )
        if found is not None and here != found:
            return ""
        found = here
    return found or ""


def _inside(x: float, y: float, outline: Sequence[Point]) -> bool:
    inside = False
    x0, y0 = outline[-1]
    for x1, y1 in outline:
        if (y1 > y) != (y0 > y) and x < x1 + (x0 - x1) * (y - y1) / (y0 - y1):
            inside = not inside
        x0, y0 = x1, y1
    return inside
