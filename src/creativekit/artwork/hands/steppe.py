"""Steppe: horizon and sky. Words stand in the sky, pictures are a window in it, the land is below.

One sun, one horizon, wide calm areas: whatever the kind of post, the eye finds the same landscape,
nearer or further, by day or by night.
"""

from __future__ import annotations

from creativekit.artwork.arrangement import Arrangement, Frame
from creativekit.artwork.chance import Chance
from creativekit.artwork.hand import FOOT, Hand
from creativekit.artwork.sheet import Room, circle
from creativekit.canvas.path import Box, Command, Path
from creativekit.canvas.scene import Item, Shape, Solid

# Where the sun stands over the horizon: across the sheet, and its height in radii.
_SUNS = ((0.76, 0.15), (0.66, 0.75), (0.72, 1.35), (0.82, 1.7), (0.80, 0.55), (0.70, 1.05))
_DAY = (200, 400, 600, 800)
_NIGHT = (700, 800, 900, 950)


class Steppe(Hand):
    """Land at the foot, high enough to carry the signature; all else is sky."""

    def art(self) -> Arrangement:
        sheet, inner = self.sheet, self.inner
        night = sheet.variant % 7 == 6
        sky = sheet.primary(950) if night else sheet.light("surface")
        horizon = self._horizon((0.30 if not self.beside else 0.34) * (1 - 0.45 * sheet.crowd))
        across, up = _SUNS[sheet.variant % len(_SUNS)]
        # The more words there are, the lower and smaller the sun.
        up = min(up, 0.7) - 0.5 * sheet.crowd if not self.beside else up
        radius = (
            sheet.short * (0.165 if sheet.variant % 3 == 0 else 0.125) * (1 - 0.4 * sheet.crowd)
        )
        if self.beside:
            radius = min(radius, inner.height * 0.2)
        sun = sheet.accent(200) if night else sheet.light("accent")
        x = inner.left + inner.width * across
        under = (
            self.fill(sky),
            *(self._stars(horizon) if night else ()),
            circle(x, horizon - radius * up, radius, sun),
            *self._land(horizon, _NIGHT if night else _DAY),
        )
        words = Box(
            inner.left,
            inner.top,
            inner.left + inner.width * (0.60 if self.beside else 1.0),
            horizon - radius * (0.25 if self.beside else max(0.0, up) + 1.12),
        )
        return Arrangement(under, self._sky_room(words, sky), self._land_room())

    def quiet(self) -> Arrangement:
        """A narrow strip of land below, nothing else."""
        return self._plain(self.sheet.light("surface"), 0.0)

    def block(self) -> Arrangement:
        """The brand's colour as a sky before the storm, darker land below it."""
        sheet, inner = self.sheet, self.inner
        sky = sheet.identity.palette.light["primary"]
        horizon = self._horizon(0.0)
        under = (self.fill(sky), *self._land(horizon, (700, 800, 900, 950)))
        words = Box(inner.left, inner.top, inner.right, horizon - self.unit * 0.05)
        return Arrangement(under, self.room(words, sky, side="middle"), self._land_room())

    def photo(self) -> Arrangement:
        """The picture is the upper sky; the land rolls over its lower edge."""
        sheet, inner = self.sheet, self.inner
        land = self._horizon(0.0)
        sky = sheet.light("surface")
        if self.beside:
            left = inner.left + inner.width * 0.52
            picture = Box(left, 0, sheet.width, sheet.height)
            words = Box(inner.left, inner.top, left - self.margin, land - self.unit * 0.04)
            over = self._land(land, _DAY)
            frame = Frame(picture, label=self.tab(picture))
            return Arrangement(
                (self.fill(sky),),
                self._sky_room(words, sky, "middle"),
                self._land_room(),
                (frame,),
                over,
            )
        low = inner.top + inner.height * 0.42 * (1 - 0.36 * sheet.crowd)
        picture = Box(0, 0, sheet.width, low)
        words = Box(inner.left, low + self.margin * 0.7, inner.right, land - self.unit * 0.04)
        hill = self._band(
            self.sheet.chance("hill"), low - sheet.short * 0.012, sheet.short * 0.05, sky
        )
        return Arrangement(
            (self.fill(sky),),
            self._sky_room(words, sky),
            self._land_room(),
            (Frame(picture, label=self.tab(Box(0, 0, sheet.width, low - sheet.short * 0.05))),),
            (*hill, *self._land(land, _DAY)),
        )

    def gallery(self, count: int) -> Arrangement:
        made = super().gallery(count)
        sky = self.sheet.light("surface")
        land = self._horizon(0.0)
        words = made.words.box
        box = Box(words.left, words.top, words.right, min(words.bottom, land - self.unit * 0.04))
        return Arrangement(
            (self.fill(sky), *self._land(land, _DAY)),
            self._sky_room(box, sky, made.words.side),
            self._land_room(),
            tuple(self._above(frame, land) for frame in made.frames),
        )

    # ----

    def _plain(self, sky: str, rise: float) -> Arrangement:
        inner = self.inner
        horizon = self._horizon(rise)
        radius = self.unit * 0.046
        sun = circle(
            inner.right - radius * 1.6, horizon - radius * 0.1, radius, self.sheet.light("accent")
        )
        words = Box(inner.left, inner.top, inner.right, horizon - radius - self.unit * 0.03)
        under = (self.fill(sky), sun, *self._land(horizon, _DAY))
        return Arrangement(under, self._sky_room(words, sky), self._land_room())

    def _above(self, frame: Frame, land: float) -> Frame:
        box = frame.box
        if box.bottom <= land - self.unit * 0.02:
            return frame
        box = Box(box.left, box.top, box.right, land - self.unit * 0.02)
        return Frame(box, label=self.tab(box))

    def _horizon(self, share: float) -> float:
        """Where land begins: `share` of the sheet's height above its foot, at least the signature."""
        inner = self.inner
        least = inner.bottom - (FOOT + (0.022 if self.beside else 0.042)) * self.unit
        return min(least, self.sheet.height * (1 - share)) if share else least

    def _sky_room(self, box: Box, sky: str, side: str = "top") -> Room:
        return self.room(box, sky, side=side)  # type: ignore[arg-type]

    def _land_room(self) -> Room:
        box = self.foot_box(self.inner)
        ground = self.sheet.primary(800)
        return Room(
            box,
            "#ffffff",
            self.sheet.primary(100),
            self.sheet.accent(400),
            "left",
            "bottom",
            ground,
        )

    def _land(self, horizon: float, steps: tuple[int, ...]) -> tuple[Item, ...]:
        """Bands of land from `horizon` to the foot; the last begins above the signature."""
        sheet = self.sheet
        chance = sheet.chance("land")
        top_of_last = self.inner.bottom - (FOOT + (0.010 if self.beside else 0.024)) * self.unit
        depth = top_of_last - horizon
        swing = min(sheet.short * 0.05, max(depth * 0.22, self.unit * 0.014))
        items: list[Item] = []
        for index, step in enumerate(steps):
            top = horizon + depth * index / (len(steps) - 1)
            last = index == len(steps) - 1
            items.extend(
                self._band(
                    chance, top, swing * (0.45 if last else 1 - index * 0.12), sheet.primary(step)
                )
            )
        return tuple(items)

    def _band(self, chance: Chance, top: float, swing: float, color: str) -> tuple[Item, ...]:
        """Land from a rolling line down to the sheet's foot: crests and troughs of uneven length."""
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
        return (Shape(Path(tuple(commands)), Solid(color)),)

    def _stars(self, horizon: float) -> tuple[Item, ...]:
        sheet, inner = self.sheet, self.inner
        chance = sheet.chance("stars")
        stars = []
        for _ in range(26):
            x = chance.between(0.62 if self.beside else 0.04, 0.97) * sheet.width
            y = (
                chance.between(0.55, 0.97) * horizon
                if not self.beside
                else chance.between(0.05, 0.8) * horizon
            )
            if y < inner.top:
                continue
            stars.append(
                circle(
                    x, y, sheet.short * chance.choice((0.0018, 0.0018, 0.003)), sheet.accent(100)
                )
            )
        return tuple(stars)
