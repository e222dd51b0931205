"""Steppe: horizon and sky. Words stand in the sky, pictures are a window in it, the land is below.

One sun, one horizon, wide calm areas: whatever the kind of post, the eye finds the same landscape,
nearer or further, by day or by night. The nearest land carries the signature, so it is as low as
the signature lets it be; what a story hides behind its bars is land as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from creativekit.artwork.arrangement import Arrangement, Frame
from creativekit.artwork.chance import Chance
from creativekit.artwork.ghost import ghost
from creativekit.artwork.hand import Hand, grid
from creativekit.artwork.sheet import Room, Sheet, Side, circle, cropped
from creativekit.canvas.path import Box, Command, Path
from creativekit.canvas.scene import Item, Line, Shape, Solid
from creativekit.color.contrast import ratio
from creativekit.color.tone import tone
from creativekit.identity.pattern_colors import pattern_colors

# Where the sun stands over the horizon: across the sheet, and its height in radii.
_SUNS = ((0.76, 0.15), (0.66, 0.75), (0.72, 1.35), (0.82, 1.7), (0.80, 0.55), (0.70, 1.05))
# How deep the land is in an illustration, fraction of the size unit.
_DEPTHS = {"tall": 0.19, "portrait": 0.165, "square": 0.105, "wide": 0.085, "banner": 0.045}
_DAY = (200, 400, 600, 800)
_NIGHT = (700, 800, 900, 950)
# Land that is nearer than the signature, seen rather than read.
_RELIEF = 1.17
# A sun and a sky are told apart by this.
_SEEN = 1.5


class Steppe(Hand):
    """Land at the foot, high enough to carry the signature; all else is sky."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.foot = self.foot_box(self.inner)
        # The line where the nearest land begins, its crests and troughs left out.
        self.ripple = self.unit * (0.010 if self.beside else 0.016)
        self.shore = (
            self.foot.top - self.ripple * 0.6 - self.unit * (0.006 if self.beside else 0.01)
        )

    # ---- surfaces

    def art(self) -> Arrangement:
        sheet, inner = self.sheet, self.inner
        night = sheet.variant % 7 == 6
        sky = sheet.primary(950) if night else self.paper()
        depth = self.unit * _DEPTHS[sheet.form] * (1 - 0.5 * sheet.crowd)
        horizon = self.shore - depth
        across, up = _SUNS[sheet.variant % len(_SUNS)]
        # The more words there are, the lower and smaller the sun.
        up = min(up, 0.7) - 0.5 * sheet.crowd if not self.beside else up
        radius = sheet.short * (0.175 if sheet.variant % 3 == 0 else 0.13) * (1 - 0.4 * sheet.crowd)
        if self.beside:
            radius = min(radius, inner.height * 0.2)
        x = min(inner.left + inner.width * across, inner.right - radius)
        # In a wide sky the sun has its own side; it stays whole and a margin below the edge.
        y = max(horizon - radius * up, inner.top + radius)
        words = Box(
            inner.left,
            inner.top,
            inner.left + inner.width * (0.60 if self.beside else 1.0),
            horizon - (self.unit * 0.045 if self.beside else radius * (max(0.0, up) + 1.12)),
        )
        if self.beside:
            outside = sheet.width - inner.right > radius * 2.3
            if outside:
                # Beside the safe area of a banner is room for the sun, but for no word.
                x = inner.right + radius * 1.15
                words = Box(words.left, words.top, inner.right, words.bottom)
            else:
                x = max(x, words.right + radius + self.unit * 0.02)
        sun = sheet.accent(200) if night else self._sun(sky)
        under = (
            self.fill(sky),
            *(self._stars(words, (x, y, radius)) if night else ()),
            circle(x, y, radius, sun),
            *self._land(depth, self._steps(night)),
        )
        foot = self._land_room(self._steps(night)[-1])
        ground = self.shore + self.ripple * 0.55
        return Arrangement(under, self.room(words, sky), foot, ground=ground)

    def quiet(self) -> Arrangement:
        """A low swell of land with the sun going down behind it, nothing else."""
        sheet, inner, sky = self.sheet, self.inner, self.paper()
        depth = self._low()
        horizon = self.shore - depth
        # On a wide sheet words reach further down: there less of the sun is left.
        radius = self.unit * (0.048 if self.beside else 0.060)
        x = inner.left + inner.width * (0.90, 0.82, 0.86, 0.78)[sheet.variant % 4]
        words = Box(inner.left, inner.top, inner.right, horizon - self.unit * 0.062)
        under = (
            self.fill(sky),
            circle(
                min(x, inner.right - radius),
                horizon + radius * (0.36 if self.beside else 0.25),
                radius,
                self._sun(sky),
            ),
            *self._land(depth, self._steps()),
        )
        return Arrangement(under, self.room(words, sky), self._land_room())

    def block(self) -> Arrangement:
        """The brand's colour as a sky, a sun in it so large that it is only a paler sky."""
        sheet, inner = self.sheet, self.inner
        sky = self.strong()
        # Under a sky that is as dark as can be the land is lit; under any other it is dark.
        dark = tone(sky) < 12
        steps = (400, 600, 800) if dark else (700, 800, 900)
        land = tuple(sheet.primary(step) for step in steps)
        ink = self.inks(sky)[0]
        radius = min(sheet.width, self.shore) * (0.46 if not self.beside else 0.62)
        across = (0.74, 0.66, 0.80, 0.70)[sheet.variant % 4]
        x = inner.left + inner.width * across
        under = (
            self.fill(sky),
            circle(x, self.shore - radius * 0.42, radius, ghost(sky, ink)),
            *self._land(self._low(), land),
        )
        words = Box(inner.left, inner.top, inner.right, self._ridge() - self.unit * 0.02)
        return Arrangement(under, self.room(words, sky, side="middle"), self._land_room(land[-1]))

    def pattern(self) -> Arrangement:
        """The brand's pattern is woven into a hill; words stand in the sky over it."""
        sheet, inner, sky = self.sheet, self.inner, self.paper()
        chance = sheet.chance("hill")
        ridge = self._ridge()
        if self.beside:
            words = Box(
                inner.left, inner.top, inner.left + inner.width * 0.54, ridge - self.unit * 0.02
            )
            start = words.right - self.margin * 0.2
            top = inner.top + (ridge - inner.top) * 0.42
            hill = self._slope(start, sheet.width, top)
            radius = sheet.short * 0.13
            x = inner.left + inner.width * 0.80
        else:
            top = inner.top + (self.shore - inner.top) * 0.58
            swing = sheet.short * 0.085
            hill = self._outline(chance, top, swing)
            radius = sheet.short * 0.12
            x = inner.left + inner.width * _SUNS[sheet.variant % len(_SUNS)][0]
            words = Box(inner.left, inner.top, inner.right, top - swing * 0.55 - radius * 0.95)
        tiles = self.tiles("deep", 4.2 if not self.beside else 3.4)
        sun_y = top - radius * (0.15 if not self.beside else 0.35)
        # A rim of the pattern's ground: a figure in the colour of the sun or of the shore's wave
        # would eat into their edges.
        rim = Solid(pattern_colors(sheet.identity.palette, "deep")["ground"])
        wide = self.unit * 0.024
        land = self._land(self._low(), self._steps())
        under = (
            self.fill(sky),
            circle(min(x, inner.right - radius), sun_y, radius, self._sun(sky)),
            cropped((*tiles, Line(hill, rim, wide), *_edges(land[:1], rim, wide)), hill),
            *land,
        )
        side: Side = "middle" if self.beside else "top"
        return Arrangement(under, self.room(words, sky, side=side), self._land_room())

    def photo(self) -> Arrangement:
        """The picture is the upper sky; the land rolls over its lower edge."""
        inner, sky = self.inner, self.paper()
        if self._aside:
            picture, words = self._column(0.48)
            frame = Frame(picture, label=self._above_land(picture))
            return self._rolled((frame,), words)
        share = {"tall": 0.44, "portrait": 0.43}.get(self.sheet.form, 0.42)
        low = inner.top + inner.height * (share - 0.11 * self.sheet.crowd)
        picture = Box(0, 0, self.sheet.width, low)
        words = Box(inner.left, low + self.margin * 0.62, inner.right, self._ridge())
        hill, clear = self._hill(low, sky)
        label = self.tab(Box(inner.left - self.unit * 0.016, 0, inner.right, clear))
        return self._rolled((Frame(picture, label=label),), words, hill)

    def overlay(self) -> Arrangement:
        """The picture is everything; the horizon runs below the signature."""
        made = super().overlay()
        sheet = self.sheet
        foot = self.foot
        room = sheet.height - foot.bottom
        items: list[Item] = []
        chance = sheet.chance("land")
        swing = min(room * 0.24, sheet.short * 0.03)
        for index, color in enumerate(self._steps()[1:]):
            top = foot.bottom + room * (0.42 + 0.2 * index)
            items.extend(self._band(chance, top, swing * (1 - 0.2 * index), color))
        words = made.words
        box = Box(words.box.left, words.box.top, words.box.right, foot.top - self.unit * 0.028)
        return replace(
            made,
            words=replace(words, box=box),
            foot=replace(made.foot, box=foot),
            over=tuple(items),
        )

    def gallery(self, count: int) -> Arrangement:
        """Pictures fill the sky edge to edge, a hair apart, and stand behind the land."""
        sheet, inner, sky = self.sheet, self.inner, self.paper()
        gap = self.unit * 0.007
        if self.beside:
            place, words = self._column(0.52)
            place = self.in_sight(place)
            frames = tuple(
                Frame(box, label=self._above_land(box)) for box in grid(place, count, gap)
            )
            return self._rolled(frames, words)
        share = 0.60 if count > 2 else 0.54
        if sheet.form == "square":
            share -= 0.06
        low = inner.top + inner.height * share * (1 - 0.3 * sheet.crowd)
        hill, clear = self._hill(low, sky)
        place = Box(0, 0, sheet.width, low)
        frames = tuple(
            Frame(box, label=self.tab(Box(box.left, box.top, box.right, min(box.bottom, clear))))
            for box in grid(place, count, gap)
        )
        words = Box(inner.left, low + self.margin * 0.55, inner.right, self._ridge())
        return self._rolled(frames, words, hill)

    # ---- places

    @property
    def _aside(self) -> bool:
        """Whether a picture stands beside the words: on a square sheet too, since above them it
        would be a strip, and a face in it cut off at the brow."""
        return self.beside or self.sheet.form == "square"

    def foot_box(self, inside: Box) -> Box:
        tall = self.unit * (0.044 if self.beside else 0.048)
        return Box(inside.left, inside.bottom - tall, inside.right, inside.bottom)

    def _low(self) -> float:
        """How deep the land is where it is only a foot."""
        return self.unit * (0.022 if self.beside else 0.036)

    def _ridge(self) -> float:
        """Where words over the lowest land end."""
        return self.shore - self._low() - self.unit * (0.022 if self.beside else 0.03)

    def _column(self, share: float) -> tuple[Box, Box]:
        """Words to the left and, to the sheet's edges and down to the land, a picture."""
        sheet, inner = self.sheet, self.inner
        share *= 1 - 0.3 * sheet.crowd if self.beside else 0.90 - 0.1 * sheet.crowd
        left = inner.right - inner.width * share
        picture = Box(left, 0, sheet.width, self.foot.top - 1)
        words = Box(inner.left, inner.top, left - self.margin * 0.8, self._ridge())
        return picture, words

    def _above_land(self, box: Box) -> Room:
        return self.tab(Box(box.left, box.top, box.right, min(box.bottom, self._ridge())))

    def _rolled(
        self, frames: tuple[Frame, ...], words: Box, hill: tuple[Item, ...] = ()
    ) -> Arrangement:
        """Pictures with the land before them."""
        sky = self.paper()
        side: Side = "middle" if self._aside and frames else "top"
        return Arrangement(
            (self.fill(sky), *self._land(self._low(), self._steps())),
            self.room(words, sky, side=side),
            self._land_room(),
            frames,
            (*hill, *self._land(self._low(), self._steps())),
        )

    def _land_room(self, ground: str | None = None) -> Room:
        sheet = self.sheet
        ground = ground or self._steps()[-1]
        return Room(
            self.foot, "#ffffff", sheet.primary(100), sheet.accent(400), "left", "bottom", ground
        )

    # ---- colours

    def _steps(self, night: bool = False) -> tuple[str, ...]:
        """Colours of the land, far to near; the brand's own stands in for the step it is like."""
        sheet = self.sheet
        if night:
            return tuple(sheet.primary(step) for step in _NIGHT)
        colors = [sheet.primary(step) for step in _DAY]
        own = sheet.light("primary")
        at = min(range(len(colors)), key=lambda index: abs(tone(colors[index]) - tone(own)))
        colors[at] = own
        return tuple(colors)

    def _sun(self, sky: str) -> str:
        sheet = self.sheet
        suns = (sheet.light("accent"), sheet.hot, sheet.accent(500), sheet.accent(600))
        return next((sun for sun in suns if ratio(sun, sky) >= _SEEN), suns[-1])

    # ---- land and sky

    def _land(self, depth: float, colors: tuple[str, ...]) -> tuple[Item, ...]:
        """Bands of land from `depth` over the shore to the foot, and the relief of the nearest."""
        sheet = self.sheet
        chance = sheet.chance("land")
        if depth < self.unit * 0.04:
            # Low land is three bands; four would be a ribbon.
            colors = (colors[0], colors[-2], colors[-1])
        last = len(colors) - 1
        swing = min(sheet.short * 0.055, max(depth * 0.30, self.ripple))
        items: list[Item] = []
        for index, color in enumerate(colors):
            top = self.shore - depth * (1 - index / last)
            rise = self.ripple if index == last else swing * (1 - index * 0.14)
            items.extend(self._band(chance, top, rise, color))
        near = colors[-1]
        below = sheet.height - self.foot.bottom
        deep = ghost(near, "#ffffff", _RELIEF)
        items.append(
            Shape(
                self._slope(
                    -sheet.width * 0.1, sheet.width * 1.05, self.foot.top + 0.35 * self.foot.height
                ),
                Solid(deep),
            )
        )
        if below > self.margin * 2:
            # A story's land goes on below its signature.
            swing = min(sheet.short * 0.07, below * 0.2)
            for index, share in enumerate((0.22, 0.50, 0.78)):
                color = ghost(near, "#ffffff", _RELIEF + 0.24 * (index + 1))
                items.extend(self._band(chance, self.foot.bottom + below * share, swing, color))
        return tuple(items)

    def _hill(self, low: float, color: str) -> tuple[tuple[Item, ...], float]:
        """Land of `color` over the lower edge of pictures that end at `low`, and its highest y."""
        swing = self.sheet.short * 0.055
        line = low - swing * 0.6
        hill = self._band(self.sheet.chance("hill"), line, swing, color)
        return hill, line - swing * 0.6

    def _slope(self, left: float, right: float, top: float) -> Path:
        """One hill that rises from the sheet's foot at `left` to `top` near the right."""
        wide, low = right - left, self.sheet.height
        rise = low - top
        return Path(
            (
                ("M", left, low),
                (
                    "C",
                    left + wide * 0.24,
                    low - rise * 0.04,
                    left + wide * 0.42,
                    top,
                    left + wide * 0.72,
                    top,
                ),
                (
                    "C",
                    left + wide * 0.86,
                    top,
                    left + wide * 0.92,
                    top + rise * 0.06,
                    right + wide * 0.02,
                    top + rise * 0.10,
                ),
                ("L", right + wide * 0.02, low),
                ("Z",),
            )
        )

    def _band(self, chance: Chance, top: float, swing: float, color: str) -> tuple[Item, ...]:
        return (Shape(self._outline(chance, top, swing), Solid(color)),)

    def _outline(self, chance: Chance, top: float, swing: float) -> Path:
        """Land from a rolling line down to the sheet's foot: crests and troughs of uneven length.

        No crest is higher than swing · 0.55 over `top`, no trough deeper under it.
        """
        sheet = self.sheet
        length = max(sheet.width * (0.24 if self.beside else 0.46), sheet.short * 0.4)
        x = -length * chance.between(0.2, 1.0)
        up = chance.unit() < 0.5
        y = top + (-swing if up else swing) / 2
        commands: list[Command] = [("M", x, y)]
        start = x
        while x < sheet.width:
            step = length * chance.between(0.85, 1.25)
            up = not up
            to = top + (-swing if up else swing) / 2 * chance.between(0.75, 1.1)
            commands.append(("C", x + step * 0.42, y, x + step * 0.58, to, x + step, to))
            x, y = x + step, to
        commands.extend((("L", x, sheet.height), ("L", start, sheet.height), ("Z",)))
        return Path(tuple(commands))

    def _stars(self, words: Box, moon: tuple[float, float, float]) -> tuple[Item, ...]:
        """Stars where nothing is written: a star among letters is a full stop."""
        sheet = self.sheet
        chance = sheet.chance("stars")
        quiet = self.margin * 0.35
        x0, y0, radius = moon
        stars: list[Item] = []
        for _ in range(90):
            x = chance.between(0.02, 0.98) * sheet.width
            y = chance.between(0.02, 0.94) * self.shore
            size = sheet.short * chance.choice((0.0018, 0.0018, 0.003))
            among = (
                words.left - quiet < x < words.right + quiet
                and words.top - quiet < y < words.bottom + quiet
            )
            if not among and (x - x0) ** 2 + (y - y0) ** 2 > (radius + quiet) ** 2:
                stars.append(circle(x, y, size, sheet.accent(100)))
        return tuple(stars)


def _edges(items: Sequence[Item], paint: Solid, width: float) -> tuple[Item, ...]:
    """The outlines of shapes, drawn."""
    return tuple(Line(item.path, paint, width) for item in items if isinstance(item, Shape))
