"""Tech: a product page at night. Everything stands on a grid that can be seen: words, windows, and
the motif, which is a matrix of dots, one or more to a module.

The grid's lines run through the margins, so that what is set on it is seen to be. A bright colour
is dots on a dark neutral in cool light, for its own deep steps would be brown.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from creativekit.artwork.arrangement import Arrangement, Frame
from creativekit.artwork.ghost import ghost
from creativekit.artwork.hand import Hand, grid
from creativekit.artwork.sheet import Sheet, Side
from creativekit.artwork.tech import coverage
from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import Item, Line, RadialGradient, Rect, Solid, Stop
from creativekit.canvas.typeset import line
from creativekit.color.contrast import TEXT, ratio, readable
from creativekit.color.oklab import oklch
from creativekit.color.tone import tone
from creativekit.identity.pattern_colors import BRIGHT

# Modules across the inner area on a sheet that is not wide, and on a wide one.
_MODULES = {"tall": 6, "portrait": 6, "square": 6, "wide": 10, "banner": 12}
# Dots of the matrix across a module, and ticks of the ruler to one.
_DOTS = 8
_TICKS = 4
# How large the motif is seen (parts of its place's short side), and where its centre is in it.
_CROPS = (
    (1.00, 0.62, 0.50),
    (1.45, 0.66, 0.44),
    (0.86, 0.56, 0.52),
    (1.70, 0.72, 0.60),
    (1.20, 0.70, 0.40),
    (1.00, 0.50, 0.50),
    (1.35, 0.80, 0.56),
)
# Hues (degrees of OKLCH) whose deep steps are brown, and the chroma under which a bright colour has
# no deep steps of its own.
_BROWN = (35.0, 128.0)
_PALE = 0.015
# What the brand's colour and the night differ by at least, or the loud sheet would not be loud.
_LIT = 1.6
_SIZES = 6
_LEAST = 0.06
# What the dots under a list differ by from the night.
_FAINT = 1.1
# How strongly the grid is seen: on a dark ground, on a coloured one, over a photograph.
_GRID = 0.085
_ON_COLOR = 0.13
_ON_PHOTO = 0.16
# What a muted ink has to have before a ghost under it takes its part.
_SPARE = 6.0
_WINDOW = {"tall": 0.42, "portrait": 0.39, "square": 0.31}


class Tech(Hand):
    """A grid, light from one side, windows with round corners, coordinates at the corners."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.module = self.inner.width / _MODULES[sheet.form]
        self.hair = max(0.75, self.unit * 0.0011)
        seed = sheet.identity.palette.seed
        self.bright = tone(seed) > BRIGHT
        _, chroma, hue = oklch(seed)
        self.cool = self.bright and (chroma < _PALE or _BROWN[0] < hue < _BROWN[1])

    # ---- surfaces

    def art(self) -> Arrangement:
        """The motif as a matrix of dots, in the light; words below it or to its left."""
        sheet, inner = self.sheet, self.inner
        ground = self.night()
        if self.beside:
            spare = sheet.width - inner.right
            left = inner.left + self.module * (6 if sheet.form == "wide" else 8)
            place = Box(left, 0, sheet.width, sheet.height)
            if spare > self.module * 2:
                place = Box(inner.right - self.module * 2, 0, sheet.width, sheet.height)
            words, foot = self._column(place.left - self.module * 0.3)
            side: Side = "middle"
        else:
            rows = round(inner.height * (0.40 if sheet.form == "tall" else 0.36) / self.module)
            low = inner.top + rows * self.module
            place = Box(inner.left, min(inner.top, self.margin) * 0.4, sheet.width, low)
            foot = self.foot_box(inner)
            words = Box(inner.left, low + self.unit * 0.026, inner.right, self._above(foot))
            side = "bottom"
        return Arrangement(
            (
                self.fill(ground),
                self._light(place),
                *self._grid(ground),
                *self._matrix(place, words, foot, ground),
                *self._corners(ground),
            ),
            self.room(words, self.lit(), side=side),
            self.room(foot, ground, side="bottom"),
        )

    def quiet(self) -> Arrangement:
        """The grid at night and a ruler on its upper edge; a list needs nothing more."""
        sheet, inner = self.sheet, self.inner
        ground = self.night()
        corner = Box(inner.right - self.unit * 0.3, -self.unit * 0.3, sheet.width, inner.top)
        under = (
            self.fill(ground),
            self._light(corner, 0.72),
            *self._grid(ground),
            *self._faint(ground),
            *self._ruler(ground),
            *self._corners(ground),
        )
        # Under the ruler there is air, or large letters would hang on it.
        top = inner.top + (self.unit * 0.024 if not self.beside else 0.0)
        return self.page(self.lit(), under, side="top", inside=replace(inner, top=top))

    def block(self) -> Arrangement:
        """The brand's colour, ruled: the only sheet that is lit all over."""
        sheet = self.sheet
        ground = self.strong()
        place = Box(self.inner.center[0], self.inner.top, sheet.width * 1.08, self.inner.bottom)
        shade = ghost(ground, self.inks(ground)[0])
        under = (
            self.fill(ground),
            *self._grid(ground),
            *self._dots(place, 1.15, 0.5, 0.5, shade, 1.0, None),
            *self._corners(ground),
        )
        return self.page(ground, under, side="middle")

    def pattern(self) -> Arrangement:
        """The pattern behind the grid, and the night with the words before it."""
        words, foot, plate = self._plate()
        ground = self.night()
        under = (
            *self.tiles(self._cloth(), 3.6),
            Rect(plate.left, plate.top, plate.width, plate.height, Solid(ground), self._round),
            *self._grid(ground),
            self._edge(plate, 0.30),
        )
        return Arrangement(
            under,
            self.room(words, ground, side="middle"),
            self.room(foot, ground, side="bottom"),
        )

    def photo(self) -> Arrangement:
        """One window on the grid, measured at its corners."""
        sheet, inner = self.sheet, self.inner
        ground = self.night()
        if self.beside:
            left = inner.left + self.module * (6 if sheet.form == "wide" else 8)
            window = Box(left, inner.top, inner.right, inner.bottom)
            words, foot = self._column(left - self.unit * 0.035)
            side: Side = "middle"
        elif sheet.form == "square" and sheet.height < 1.4 * sheet.width:
            # Half of a square is too narrow for a whole window: it runs off the sheet.
            left = inner.left + self.module * 4
            window = Box(left, inner.top, sheet.width, inner.bottom)
            words, foot = self._column(left - self.unit * 0.035)
            side = "middle"
        else:
            low = inner.top + inner.height * _WINDOW[sheet.form] * (1 - 0.3 * sheet.crowd)
            window = Box(inner.left, inner.top, inner.right, low)
            foot = self.foot_box(inner)
            words = Box(inner.left, low + self.unit * 0.056, inner.right, self._above(foot))
            side = "top"
        frame = self._window(window)
        return Arrangement(
            (self.fill(ground), self._light(window), *self._grid(ground), *self._marks(window)),
            self.room(words, self.lit(), side=side),
            self.room(foot, ground, side="bottom"),
            (frame,),
        )

    def overlay(self) -> Arrangement:
        """The photograph is the sheet, under the grid."""
        made = super().overlay()
        words, foot = made.words, made.foot
        over = (
            *self._ruled(Solid("#ffffff", _ON_PHOTO), words.box.union(foot.box)),
            *self._crosses("#ffffff", 0.9),
        )
        return Arrangement(made.under, words, foot, made.frames, over, on_picture=True)

    def gallery(self, count: int) -> Arrangement:
        """Windows side by side."""
        sheet, inner = self.sheet, self.inner
        ground = self.night()
        gap = self.unit * 0.022
        square = sheet.form == "square"
        if self.beside:
            modules = (5 if sheet.form == "wide" else 6) if count > 2 else 6
            left = inner.left + self.module * modules
            place = Box(left, inner.top, inner.right, inner.bottom)
            words, foot = self._column(left - self.unit * 0.035)
        else:
            share = (0.56 if count > 2 else 0.50) - (0.06 if square else 0.0)
            low = inner.top + inner.height * share * (1 - 0.3 * sheet.crowd)
            place = Box(inner.left, inner.top, inner.right, low)
            foot = self.foot_box(inner)
            words = Box(inner.left, low + self.unit * 0.054, inner.right, self._above(foot))
        frames = tuple(self._window(box) for box in grid(place, count, gap))
        return Arrangement(
            (self.fill(ground), self._light(place), *self._grid(ground), *self._corners(ground)),
            self.room(words, self.lit(), side="middle" if self.beside else "top"),
            self.room(foot, ground, side="bottom"),
            frames,
        )

    # ---- colours

    def night(self) -> str:
        return self.paper() if self.cool else self.sheet.primary(950)

    def lit(self) -> str:
        """The night where light still reaches: what small coloured words have to be read on."""
        return self.sheet.accent(900) if self.cool else self.sheet.primary(900)

    def strong(self) -> str:
        """The brand's colour, or, where that is the night's, as it is seen at night; a step below
        where neither pale nor dark words read well on it (pure red)."""
        sheet, palette = self.sheet, self.sheet.identity.palette
        own = palette.seed
        if ratio(own, self.night()) < _LIT:
            own = palette.dark["primary"]
        grounds = (own, sheet.primary(600), sheet.primary(700))
        return next((each for each in grounds if _carries(each)), own)

    def _cloth(self) -> str | dict[str, str]:
        """The pattern's colours: deep steps of the brand's, and where these are brown the night's
        own, with the brand's colour on it."""
        if not self.cool:
            return "deep"
        sheet = self.sheet
        return {
            "ground": sheet.accent(900),
            "primary": sheet.identity.palette.seed,
            "accent": sheet.accent(300),
            "quiet": sheet.accent(800),
        }

    def inks(self, ground: str) -> tuple[str, str, str]:
        if ground not in (self.night(), self.lit()):
            ink, muted, accent = super().inks(ground)
            # The ghost and the grid take a little from what stands on them.
            return ink, muted if ratio(muted, ground) >= _SPARE else ink, accent
        sheet = self.sheet
        # Words stand in the light's last step too, so their inks keep away from both.
        muted = sheet.neutral(200) if self.cool else sheet.primary(200)
        return "#ffffff", muted, sheet.accent(300)

    # ---- places

    @property
    def _round(self) -> float:
        return self.unit * 0.020

    def _above(self, foot: Box) -> float:
        return foot.top - self.unit * 0.030

    def _column(self, right: float) -> tuple[Box, Box]:
        inner = self.inner
        column = Box(inner.left, inner.top, min(right, inner.right), inner.bottom)
        foot = self.foot_box(column)
        return Box(column.left, column.top, column.right, self._above(foot)), foot

    def _plate(self) -> tuple[Box, Box, Box]:
        """Words and signature where they are on every sheet, and the plate they are on: it rises
        from the sheet's foot, or, on a wide sheet, comes from its left."""
        sheet, inner, module, pad = self.sheet, self.inner, self.module, self.margin * 0.7
        if self.beside:
            right = inner.left + module * (6 if sheet.form == "wide" else 8)
            words, foot = self._column(right - pad)
            return words, foot, Box(-pad, -pad, right, sheet.height + pad)
        foot = self.foot_box(inner)
        rows = round(inner.height * 0.44 / module)
        top = inner.top + module * rows
        words = Box(inner.left, top + pad, inner.right, self._above(foot))
        return words, foot, Box(-pad, top, sheet.width + pad, sheet.height + pad)

    # ---- things

    def _light(self, place: Box, strength: float = 1.0) -> Item:
        """Light from the middle of a place, gone before it reaches far: the brand's own colour, or
        for a bright brand a cool one."""
        sheet = self.sheet
        x, y = place.center
        reach = max(place.width, place.height) * 0.95
        ramp = sheet.accent if self.cool else sheet.primary
        near, far = ramp(600 if sheet.variant % 2 == 0 else 700), ramp(800)
        stops = (
            Stop(0, near, 0.85 * strength),
            Stop(0.35, ramp(700), 0.62 * strength),
            Stop(0.7, far, 0.30 * strength),
            Stop(1, far, 0.0),
        )
        return Rect(0, 0, sheet.width, sheet.height, RadialGradient(x, y, reach, stops))

    def _grid(self, ground: str, strength: float | None = None) -> tuple[Item, ...]:
        ink = readable(ground, ("#ffffff", "#000000"), 4.5)
        if strength is None:
            strength = _GRID if ground == self.night() else _ON_COLOR
            if ratio(ink, ground) < 7:
                # Lines that words stand on take nothing from them.
                ink = _other(ink)
        return self._ruled(Solid(ink, strength))

    def _ruled(self, paint: Solid, spared: Box | None = None) -> tuple[Item, ...]:
        """Hairlines of the grid over the whole sheet; none goes through the spared box."""
        sheet, inner, module = self.sheet, self.inner, self.module
        first = -math.ceil(inner.left / module)
        xs = [
            inner.left + module * index
            for index in range(first, math.ceil((sheet.width - inner.left) / module))
        ]
        top = -math.ceil(inner.top / module)
        ys = [
            inner.top + module * index
            for index in range(top, math.ceil((sheet.height - inner.top) / module))
        ]
        paths: list[Path] = []
        for x in xs:
            for start, end in _spared(0, sheet.height, x, spared, upright=True):
                paths.append(Path((("M", x, start), ("L", x, end))))
        for y in ys:
            for start, end in _spared(0, sheet.width, y, spared, upright=False):
                paths.append(Path((("M", start, y), ("L", end, y))))
        return (Line(Path.join(paths), paint, self.hair),) if paths else ()

    def _matrix(self, place: Box, words: Box, foot: Box, ground: str) -> tuple[Item, ...]:
        scale, x, y = _CROPS[self.sheet.variant % len(_CROPS)]
        sheet = self.sheet
        color = "#ffffff"
        if self.bright:
            color = sheet.identity.palette.seed
        return self._dots(place, scale, x, y, color, 0.0, sheet.hot, (words, foot))

    def _dots(
        self,
        place: Box,
        scale: float,
        x: float,
        y: float,
        color: str,
        faint: float,
        picked: str | None,
        spared: Sequence[Box] = (),
    ) -> tuple[Item, ...]:
        """The motif sampled at the grid's own dots: each as large as its cell's share of ink.

        faint: the opacity of all of them (0: by size). picked: the colour of one square of cells.
        """
        sheet, inner = self.sheet, self.inner
        pitch = self.module / _DOTS
        side = min(place.width, place.height) * scale
        cells = max(12, round(side / pitch))
        side = cells * pitch
        shares = coverage(sheet.identity.motif, cells)
        # Its upper left corner lies on the grid, so every module holds whole dots.
        left = inner.left + pitch * round(
            (place.left + place.width * x - side / 2 - inner.left) / pitch
        )
        top = inner.top + pitch * round(
            (place.top + place.height * y - side / 2 - inner.top) / pitch
        )
        if not faint:
            # It is cut by the sheet's edges and not by nothing, which words beside or below are.
            if self.beside:
                clear = max((box.right for box in spared), default=place.left)
                left = max(left, inner.left + pitch * math.ceil((clear - inner.left) / pitch + 1))
            else:
                top = min(top, place.bottom - side)
        dots: dict[int, list[Path]] = {}
        full: list[tuple[float, float, float]] = []
        for row, line_ in enumerate(shares):
            for column, share in enumerate(line_):
                cx, cy = left + pitch * (column + 0.5), top + pitch * (row + 0.5)
                if share < _LEAST or not (0 < cx < sheet.width and 0 < cy < sheet.height):
                    continue
                if not faint and (
                    any(_holds(box, cx, cy, pitch) for box in spared) or cy > place.bottom
                ):
                    continue
                size = min(_SIZES, 1 + int(share * _SIZES))
                dots.setdefault(size, []).append(
                    Path((("M", cx - pitch * 0.005, cy), ("L", cx + pitch * 0.005, cy)))
                )
                if size == _SIZES and cx < inner.right and cy > inner.top:
                    full.append((math.hypot(cx - inner.right, cy - inner.top), cx, cy))
        items: list[Item] = []
        for size, paths in sorted(dots.items()):
            part = size / _SIZES
            opacity = faint or 0.35 + 0.6 * part
            width = pitch * (0.16 + 0.56 * part**0.5)
            items.append(Line(Path.join(paths), Solid(color, opacity), width, cap="round"))
        if picked is not None and full:
            _, cx, cy = min(full)
            side = pitch * 0.92
            items.append(Rect(cx - side / 2, cy - side / 2, side, side, Solid(picked)))
        return tuple(items)

    def _faint(self, ground: str) -> tuple[Item, ...]:
        """The motif's dots in the lower right corner, a tone above the ground."""
        sheet, inner = self.sheet, self.inner
        shade = ghost(ground, self.inks(ground)[0], _FAINT)
        tall = inner.height * (0.62 if not self.beside else 0.9)
        place = Box(inner.right - tall, inner.bottom - tall, sheet.width, inner.bottom)
        return self._dots(place, 1.1, 0.66, 0.5, shade, 1.0, None)

    def _corners(self, ground: str) -> tuple[Item, ...]:
        """Crosses where the margins meet, and what column and row that is."""
        ink = readable(ground, ("#ffffff", "#000000"), 4.5)
        return (*self._crosses(ink, 0.75), *self._coordinates(self.inner, ink, 0.60))

    def _crosses(self, ink: str, opacity: float, box: Box | None = None) -> tuple[Item, ...]:
        box = box or self._frame_box()
        arm = self.unit * 0.0105
        paths = [
            Path((("M", x - arm, y), ("L", x + arm, y), ("M", x, y - arm), ("L", x, y + arm)))
            for x in (box.left, box.right)
            for y in (box.top, box.bottom)
        ]
        return (Line(Path.join(paths), Solid(ink, opacity), max(1.0, self.unit * 0.0016)),)

    def _frame_box(self) -> Box:
        """Where the crosses are: half way out of the inner area, on the sheet."""
        inner, by = self.inner, self.margin * 0.48
        return Box(inner.left - by, inner.top - by, inner.right + by, inner.bottom + by)

    def _coordinates(self, box: Box, ink: str, opacity: float) -> tuple[Item, ...]:
        """Column and row of two opposite corners, as on a map, for who looks closely."""
        sheet = self.sheet
        at = self._frame_box()
        size = min(self.unit * 0.0125, self.margin * 0.24)
        face = sheet.identity.type.body
        columns = round(box.width / self.module)
        rows = max(1, round(box.height / self.module))
        gap = self.unit * 0.018
        language = sheet.identity.main_language
        drop = size * 0.36
        last = f"{chr(ord('A') + columns - 1)}{rows}"
        ends: tuple[tuple[str, float, float, Literal["start", "end"]], ...] = (
            ("A1", at.left + gap, at.top, "start"),
            (last, at.right - gap, at.bottom, "end"),
        )
        return tuple(
            line(
                text, face, size, x, y + drop, Solid(ink, opacity), anchor=anchor,
                tracking=0.06, language=language,
            )
            for text, x, y, anchor in ends
        )  # fmt: skip

    def _ruler(self, ground: str) -> tuple[Item, ...]:
        """Ticks along the upper margin, a long one to each module, and the first lit."""
        inner = self.inner
        ink = readable(ground, ("#ffffff", "#000000"), 4.5)
        y = self._frame_box().top
        steps = round(inner.width / self.module) * _TICKS
        short, long = self.unit * 0.006, self.unit * 0.012
        ticks = Path.join(
            Path(
                (
                    ("M", inner.left + self.module / _TICKS * index, y),
                    (
                        "L",
                        inner.left + self.module / _TICKS * index,
                        y + (long if index % _TICKS == 0 else short),
                    ),
                )
            )
            for index in range(_TICKS, steps - _TICKS + 1)
        )
        return (Line(ticks, Solid(ink, 0.45), self.hair * 1.3),)

    def _window(self, box: Box) -> Frame:
        """A picture with round corners and a hairline."""
        radius = min(self._round, box.width / 8, box.height / 8)
        if box.right >= self.sheet.width:
            beyond = Box(box.left, box.top, box.right + radius * 2, box.bottom)
            outline = Path.rect(beyond.left, beyond.top, beyond.width, beyond.height, radius)
            return Frame(box, outline, over=(self._edge(beyond, 0.28),), label=self.tab(box))
        pad, tall = self.unit * 0.016, self.unit * 0.046
        place = Box(box.left + pad, box.bottom - pad - tall, box.right - pad, box.bottom - pad)
        label = self.room(place, self.night(), side="bottom")
        return Frame(box, radius=radius, over=(self._edge(box, 0.28),), label=label)

    def _edge(self, box: Box, opacity: float) -> Item:
        radius = min(self._round, box.width / 8, box.height / 8)
        outline = Path.rect(box.left, box.top, box.width, box.height, radius)
        return Line(outline, Solid("#ffffff", opacity), self.hair * 1.2)

    def _marks(self, window: Box) -> tuple[Item, ...]:
        """Crosses outside a window's corners and its size in modules beside the lower right one."""
        by = self.margin * 0.30
        around = Box(window.left - by, window.top - by, window.right + by, window.bottom + by)
        sheet = self.sheet
        size = min(self.unit * 0.0125, self.margin * 0.24)
        across = round(window.width / self.module * 2) / 2
        down = round(window.height / self.module * 2) / 2
        text = f"{across:g} × {down:g}".replace(".", ",")
        room = min(around.right, sheet.width - by) - self.unit * 0.02
        word = line(
            text, sheet.identity.type.body, size, room, around.bottom + size * 0.36,
            Solid("#ffffff", 0.6), anchor="end", tracking=0.06,
            language=sheet.identity.main_language,
        )  # fmt: skip
        return (*self._crosses("#ffffff", 0.75, around), word)


def _holds(box: Box, x: float, y: float, by: float) -> bool:
    return box.left - by < x < box.right + by and box.top - by < y < box.bottom + by


def _spared(
    start: float, end: float, at: float, box: Box | None, *, upright: bool
) -> tuple[tuple[float, float], ...]:
    """A line from start to end without the part that goes through a box."""
    if box is None:
        return ((start, end),)
    low, high = (box.left, box.right) if upright else (box.top, box.bottom)
    if not low < at < high:
        return ((start, end),)
    before, after = (box.top, box.bottom) if upright else (box.left, box.right)
    return tuple(part for part in ((start, before), (after, end)) if part[1] > part[0])


def _carries(ground: str) -> bool:
    """Whether words stand well on a colour: pale ones, or dark ones with something to spare."""
    return ratio(ground, "#ffffff") >= TEXT or ratio(ground, "#000000") >= _SPARE


def _other(ink: str) -> str:
    return "#000000" if ink == "#ffffff" else "#ffffff"
