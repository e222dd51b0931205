"""Noir: a concert at night. Near black, one lamp, and the motif before its light.

The light is a disc in the brand's colour as it is seen in the dark, so a near-black brand has one
too; the motif stands before it as a silhouette, on a thin line of light that is the stage's edge in
every post and parts the words from the signature under it.
"""

from __future__ import annotations

import math

from creativekit.artwork.arrangement import Arrangement, Frame
from creativekit.artwork.ghost import ghost
from creativekit.artwork.hand import OFF_PICTURE, Hand, grid
from creativekit.artwork.sheet import Room, Sheet, circle, cropped, symbol
from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import (
    Item,
    LinearGradient,
    RadialGradient,
    Rect,
    Shape,
    Solid,
    Stop,
)
from creativekit.color.contrast import ratio

# What the quiet part of a pattern differs by from the light it is before.
_DIM = 1.3
# What the disc differs by from the night while the lamp is elsewhere: words stand on it.
_UNLIT = 1.09
# From where the lamp shines (in radii from the disc's centre, to the right), how near the motif is
# (1: all of it in the light), how far the disc is moved along the stage (radii, to the left).
_SCENES = (
    (-1.5, 1.0, 0.0),
    (0.9, 1.0, 0.35),
    (-0.6, 1.30, -0.10),
    (-2.2, 0.72, 0.15),
    (0.0, 1.0, 0.55),
    (-1.2, 1.45, 0.0),
    (1.4, 0.85, 0.25),
)
# How much of the disc's width a motif that is near may cover.
_COVERED = 0.78
# How much of a disc's diameter is under the stage's edge.
_SUNK = 0.17
# How much of the height above the stage the disc may take where words are above it.
_HIGH = {"tall": 0.50, "portrait": 0.46, "square": 0.39}
# Air between words and light, fraction of the size unit.
_AIR = 0.034
# How a photograph goes back into the dark: parts of the way, and how dark it is there.
_FADE = ((0.0, 1.0), (0.25, 0.86), (0.5, 0.5), (0.75, 0.14), (1.0, 0.0))
_PICTURE = {"tall": 0.46, "portrait": 0.42, "square": 0.40}


class Noir(Hand):
    """One lamp, and nothing else that shines but a line."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.dark = sheet.dark("surface")
        self.lamp = sheet.dark("primary")
        self.air = self.unit * _AIR
        self.stage = self.foot_box(self.inner).top - self.unit * 0.034

    # ---- surfaces

    def art(self) -> Arrangement:
        """The silhouette in the disc of light; words above it or to its left, in the dark."""
        lamp, near, _ = self._scene
        x, y, radius = self._disc()
        words = self._words(x, y, radius)
        items: tuple[Item, ...] = (
            self.fill(self.dark),
            self._beam(x, y, radius, lamp),
            self._lit((self._spot(x, y, radius), *self._silhouette(x, y, radius, near))),
            *self._edge(x),
        )
        return Arrangement(
            items,
            self.room(words, self.dark, side="middle" if self.beside else "top"),
            self._foot(),
        )

    def quiet(self) -> Arrangement:
        """The lamp is somewhere else: its glow in a corner, the line, and what it will light, not
        yet more than felt."""
        sheet, inner = self.sheet, self.inner
        words = Box(inner.left, inner.top, inner.right, self.stage - self.air)
        x = inner.right if self._scene[0] <= 0 else inner.left + inner.width * 0.62
        glow = RadialGradient(
            x,
            -self.unit * 0.12,
            max(sheet.short, inner.bottom * 0.75) * 0.85,
            (
                Stop(0, self.lamp, 0.30),
                Stop(0.45, self.lamp, 0.10),
                Stop(1, self.lamp, 0.0),
            ),
        )
        items = (
            self.fill(self.dark),
            Rect(0, 0, sheet.width, sheet.height, glow),
            *self._unlit(),
            *self._edge(x),
        )
        return Arrangement(items, self.room(words, self.dark), self._foot())

    def block(self) -> Arrangement:
        """The disc so near that it holds the words, black in the light."""
        inner = self.inner
        light = self._bright()
        words = Box(inner.left, inner.top, inner.right, self.stage - self.air)
        if self.beside:
            # The disc runs off above, and there is dark beside it.
            right = inner.left + inner.width * (0.66 if self.sheet.form == "wide" else 0.8)
            words = Box(words.left, words.top, right, words.bottom)
        else:
            words = Box(words.left, inner.top + inner.height * 0.07, words.right, words.bottom)
        x, y = words.center
        radius = math.hypot(words.width / 2, words.height / 2) * 1.10
        items: tuple[Item, ...] = (
            self.fill(self.dark),
            self._lit((circle(x, y, radius, light),)),
            *self._edge(x),
        )
        return Arrangement(items, self.room(words, light, side="middle"), self._foot())

    def pattern(self) -> Arrangement:
        """The pattern, as far as the lamp shows it."""
        x, y, radius = self._disc(1.12)
        box = Box(x - radius, y - radius, x + radius, min(y + radius, self.stage))
        fall = RadialGradient(
            x,
            y,
            radius,
            (Stop(0, self.dark, 0.0), Stop(0.6, self.dark, 0.12), Stop(1, self.dark, 0.66)),
        )
        disc = Path.ellipse(x, y, radius)
        shadows = self.tiles(self._shadows(), 3.0, box)
        words = self._words(x, y, radius)
        items: tuple[Item, ...] = (
            self.fill(self.dark),
            self._beam(x, y, radius, self._scene[0]),
            self._lit((cropped((*shadows, Shape(disc, fall)), disc),)),
            *self._edge(x),
        )
        return Arrangement(
            items,
            self.room(words, self.dark, side="middle" if self.beside else "top"),
            self._foot(),
        )

    def photo(self) -> Arrangement:
        """The photograph comes out of the dark and goes back into it."""
        sheet, inner = self.sheet, self.inner
        if self.beside or (sheet.form == "square" and sheet.height < 1.4 * sheet.width):
            share = {"wide": 0.58, "square": 0.63}.get(sheet.form, 0.70)
            left = inner.left + inner.width * (share + 0.06 * sheet.crowd)
            picture = Box(left, 0, sheet.width, self.stage)
            fades = self._fading(picture, picture.width * 0.42, sideways=True)
            words = Box(inner.left, inner.top, left - self.air * 0.4, self.stage - self.air)
            side = "middle"
        else:
            low = inner.top + inner.height * _PICTURE[sheet.form] * (1 - 0.36 * sheet.crowd)
            picture = Box(0, 0, sheet.width, low)
            fades = self._fading(picture, (low - inner.top) * 0.55, sideways=False)
            words = Box(inner.left, low + self.unit * 0.012, inner.right, self.stage - self.air)
            side = "top"
        frame = Frame(picture, label=self._caption(picture))
        return Arrangement(
            (self.fill(self.dark),),
            self.room(words, self.dark, side="middle" if side == "middle" else "top"),
            self._foot(),
            (frame,),
            (*fades, *self._edge(picture.center[0])),
        )

    def overlay(self) -> Arrangement:
        """The photograph is the hall; the line of light is all that is added."""
        made = super().overlay()
        words = made.words
        box = Box(words.box.left, words.box.top, words.box.right, self.stage - self.air * 0.8)
        return Arrangement(
            made.under,
            Room(box, words.ink, words.muted, words.accent, words.align, words.side, words.ground),
            made.foot,
            made.frames,
            self._edge(self.inner.right),
            on_picture=True,
        )

    def gallery(self, count: int) -> Arrangement:
        """Lit windows in a dark house."""
        sheet, inner = self.sheet, self.inner
        gap = self.unit * 0.012
        if self.beside:
            left = inner.left + inner.width * 0.50
            # They run off the sheet's upper edge and stand on the stage.
            place = Box(left, 0 if count < 4 else inner.top, inner.right, self.stage)
            words = Box(inner.left, inner.top, left - self.air * 1.2, self.stage - self.air)
        else:
            share = (0.56 if count > 2 else 0.52) - (0.06 if sheet.form == "square" else 0.0)
            low = inner.top + inner.height * share * (1 - 0.30 * sheet.crowd)
            place = Box(inner.left, inner.top, inner.right, low)
            words = Box(inner.left, low + self.unit * 0.048, inner.right, self.stage - self.air)
        frames = tuple(self._window(box) for box in grid(place, count, gap))
        return Arrangement(
            (self.fill(self.dark), self._haze(place)),
            self.room(words, self.dark, side="middle" if self.beside else "top"),
            self._foot(),
            frames,
            self._edge(place.center[0]),
        )

    # ---- colours

    def paper(self) -> str:
        return self.dark

    def inks(self, ground: str) -> tuple[str, str, str]:
        if ground != self.dark:
            return super().inks(ground)
        sheet = self.sheet
        return sheet.dark("ink"), sheet.neutral(300), sheet.hot

    def _shadows(self) -> dict[str, str]:
        """The pattern's roles as shadows on the disc."""
        quiet = ghost(self.lamp, self.dark, _DIM)
        return {"ground": self.lamp, "primary": self.dark, "accent": self.dark, "quiet": quiet}

    def _bright(self) -> str:
        """The lamp's colour, bright enough to be written on in black."""
        sheet = self.sheet
        steps = (self.lamp, *(sheet.primary(step) for step in (500, 400, 300, 200)))
        return next((color for color in steps if ratio(color, self.dark) >= 5.2), steps[-1])

    # ---- places

    @property
    def _scene(self) -> tuple[float, float, float]:
        return _SCENES[self.sheet.variant % len(_SCENES)]

    def _disc(self, larger: float = 1.0) -> tuple[float, float, float]:
        """Centre and radius of the disc, which stands on the stage a little sunk."""
        sheet, inner = self.sheet, self.inner
        moved = self._scene[2]
        shown = 2 * (1 - _SUNK)
        if self.beside:
            spare = sheet.width - inner.right
            tall = self.stage - max(0.0, inner.top - self.margin)
            radius = tall * 0.80 / shown * larger
            if spare > radius * 1.3:
                radius = max(radius, min(spare * 0.46, self.stage * 0.8 / shown))
                return inner.right + self.air + radius, self._sunk(radius), radius
            x = inner.right - radius * (0.72 + moved * 0.4)
            if sheet.is_strip or sheet.under:
                # Over a page it ends where the page's text does, a round thing's overshoot past.
                x = inner.right - radius * 0.98
            return x, self._sunk(radius), radius
        tall = (self.stage - inner.top) * _HIGH[sheet.form] * larger
        radius = min(tall / shown, sheet.width * 0.46)
        x = inner.right - radius * (0.84 + moved) if larger == 1 else inner.right - radius * 0.6
        return x, self._sunk(radius), radius

    def _sunk(self, radius: float) -> float:
        return self.stage - radius * (1 - 2 * _SUNK)

    def _words(self, x: float, y: float, radius: float) -> Box:
        """What a disc leaves to words: above it, or beside it to the left."""
        inner = self.inner
        if self.beside:
            off = self.unit * OFF_PICTURE if self.sheet.is_strip else self.air
            right = min(inner.right, x - radius - (off if x < inner.right else self.air))
            return Box(inner.left, inner.top, right, self.stage - self.air)
        return Box(inner.left, inner.top, inner.right, y - radius - self.air)

    def _foot(self) -> Room:
        return self.room(self.foot_box(self.inner), self.dark, side="bottom")

    # ---- things

    def _lit(self, items: tuple[Item, ...]) -> Item:
        """What the stage hides the lower part of."""
        return cropped(items, Path.rect(0, 0, self.sheet.width, self.stage))

    def _spot(self, x: float, y: float, radius: float) -> Item:
        """The disc: even light, a little weaker at its rim."""
        light = RadialGradient(
            x,
            y,
            radius,
            (Stop(0, self.lamp), Stop(0.72, self.lamp), Stop(1, self.lamp, 0.80)),
        )
        return Shape(Path.ellipse(x, y, radius), light)

    def _unlit(self) -> tuple[Item, ...]:
        """The disc and the silhouette before the lamp is turned to them: tone on tone."""
        x, y, radius = self._disc(1.12)
        pale = ghost(self.dark, self.lamp, _UNLIT)
        return (
            self._lit(
                (
                    circle(x, y, radius, pale),
                    *self._silhouette(x, y, radius, min(self._scene[1], 1.0)),
                )
            ),
        )

    def _beam(self, x: float, y: float, radius: float, aside: float) -> Item:
        """From a lamp above the sheet, `aside` radii to the right, to the rim of the disc."""
        sheet = self.sheet
        top = -radius * 0.2
        lamp = x + radius * aside
        slim = radius * 0.13
        cone = Path.polygon(
            (
                (lamp - slim, top),
                (lamp + slim, top),
                (x + radius * 0.985, y - radius * 0.17),
                (x - radius * 0.985, y - radius * 0.17),
            )
        )
        if sheet.is_strip or sheet.under:
            # What stands over a strip, as a page's own bar does, is dark: the light fades in under
            # it, all along the edge.
            light = LinearGradient(
                0,
                0,
                0,
                y,
                (Stop(0, self.lamp, 0.0), Stop(0.5, self.lamp, 0.12), Stop(1, self.lamp, 0.16)),
            )
        else:
            light = LinearGradient(
                lamp,
                0,
                x,
                y,
                (Stop(0, self.lamp, 0.24), Stop(0.35, self.lamp, 0.15), Stop(1, self.lamp, 0.10)),
            )
        return cropped((Shape(cone, light),), Path.rect(0, 0, sheet.width, self.stage))

    def _silhouette(self, x: float, y: float, radius: float, near: float) -> tuple[Item, ...]:
        """The motif on the stage's edge, all of it before the light, or nearer and cut by it."""
        mark = self.sheet.identity.motif
        points = [
            (px - mark.center[0], py - mark.box.bottom)
            for layer in mark.layers
            for outline in layer.path.flatten(2.0)
            for px, py in outline
        ]
        scale = radius * 1.62 / mark.box.height
        while scale * mark.box.height > radius * 0.3 and any(
            math.hypot(px * scale, self.stage + py * scale - y) > radius * 0.93 for px, py in points
        ):
            scale *= 0.96
        if near > 1:
            # However near, its head is before the light, and there is light on both its sides.
            near = min(near, _COVERED * 2 * radius / (mark.box.width * scale))
            top = -radius * 0.86 + mark.box.height * scale * near
            while near > 1.2 and any(
                top + py * scale * near < 0
                and math.hypot(px * scale * near, top + py * scale * near) > radius * 0.97
                for px, py in points
            ):
                near *= 0.98
                top = -radius * 0.86 + mark.box.height * scale * near
            near = near if near > 1.2 else 1.0
        scale *= near
        tall = mark.box.height * scale
        # Nearer than the stage, it stands below its edge: its head is all there, its foot is cut.
        base = y - radius * 0.86 + tall if near > 1.2 else self.stage
        thing = symbol(
            mark,
            x,
            base - (mark.box.bottom - mark.center[1]) * scale,
            tall,
            self.dark,
            self.lamp,
        )
        return (cropped((thing,), Path.ellipse(x, y, radius * 1.002)),)

    def _edge(self, x: float) -> tuple[Item, ...]:
        """The stage's edge: a line that the lamp lights at x, px, and less the further off."""
        sheet = self.sheet
        thick = max(1.5, self.unit * 0.0026)
        light = RadialGradient(
            x,
            self.stage,
            max(x, sheet.width - x, 1.0),
            (
                Stop(0, sheet.hot),
                Stop(0.42, sheet.hot, 0.85),
                Stop(1, sheet.hot, 0.12),
            ),
        )
        return (Rect(0, self.stage - thick / 2, sheet.width, thick, light),)

    def _haze(self, place: Box) -> Item:
        x, y = place.center
        light = RadialGradient(
            x, y, max(place.width, place.height) * 0.8,
            (Stop(0, self.lamp, 0.16), Stop(1, self.lamp, 0.0)),
        )  # fmt: skip
        return Rect(0, 0, self.sheet.width, self.stage, light)

    def _fading(self, box: Box, depth: float, *, sideways: bool) -> tuple[Item, ...]:
        """The dark that a photograph goes back into: at its left edge or its lower one, and, less,
        all over."""
        shade = Rect(box.left, box.top, box.width, box.height, Solid(self.dark, 0.16))
        # A photograph's edge falls between two pixels: the dark covers it.
        past = self.unit * 0.006
        if sideways:
            fade = LinearGradient(box.left, 0, box.left + depth, 0, self._going(_FADE))
            return (shade, Rect(box.left - past, box.top, depth + past, box.height, fade))
        back = tuple((1 - place, opacity) for place, opacity in reversed(_FADE))
        fade = LinearGradient(0, box.bottom - depth, 0, box.bottom, self._going(back))
        return (shade, Rect(box.left, box.bottom - depth, box.width, depth + past, fade))

    def _going(self, stops: tuple[tuple[float, float], ...]) -> tuple[Stop, ...]:
        return tuple(Stop(place, self.dark, opacity) for place, opacity in stops)

    def _window(self, box: Box) -> Frame:
        shade = Rect(box.left, box.top, box.width, box.height, Solid(self.dark, 0.14))
        return Frame(box, over=(shade,), label=self.tab(box))

    def _caption(self, box: Box) -> Room:
        """Low in the photograph, on a plate of the dark it goes back into."""
        inner = self.inner
        tall = self.unit * 0.046
        left = max(box.left + self.unit * 0.02, inner.left)
        low = min(box.bottom, self.stage) - self.unit * 0.02
        return self.room(Box(left, low - tall, max(inner.right, left + tall), low), self.dark)
