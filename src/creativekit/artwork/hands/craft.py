"""Craft: made by hand. Kraft paper, sheets cut with scissors, tape, a seam, a stamp.

The signature always stands on bare kraft at the foot; what lies above it is a thing that somebody
made: a collage, a note taped down, a felt sewn on, a gift tag on printed cloth, a photograph stuck
in an album. Straight things are a few thousandths off, as by hand, and words never are.
"""

from __future__ import annotations

import math
from dataclasses import replace

from creativekit.artwork import craft as cover
from creativekit.artwork.arrangement import Arrangement, Frame
from creativekit.artwork.chance import Chance
from creativekit.artwork.ghost import ghost
from creativekit.artwork.hand import FOOT, Hand, grid, turned
from creativekit.artwork.sheet import Room, block, circle, cropped
from creativekit.canvas.path import Affine, Box, Command, Path, Point
from creativekit.canvas.scene import Group, Item, Line, Shape, Solid
from creativekit.color.contrast import ratio, readable

# Contrast with kraft that words have to spare: its fibres are a step darker than it is.
_ON_FIBRES = 5.6
# Variants whose collage is one thing so near that, small as it is in a post and stamped, it is not
# known any more: they show all of it.
_NEAR = {2: 0, 5: 3}
# How a print lies in an album, degrees.
_TURNS = (-1.5, 1.2, 0.9, -1.1, 1.6, -0.8)


class Craft(Hand):
    # ---- surfaces

    def art(self) -> Arrangement:
        """A collage of the motif on a cut sheet, stamped in its corner; a seam round everything."""
        sheet, inner = self.sheet, self.inner
        seal = self.unit * 0.070
        turn, chance = sheet.variant % 7, sheet.chance("scissors")
        if self.beside:
            left = inner.left + inner.width * (0.60 if sheet.form == "wide" else 0.72)
            edge = self.margin * 0.95
            paper = Box(left, edge, sheet.width - edge, sheet.height - edge)
            at = paper.left + seal * 0.45, paper.bottom - seal * 1.1
            column = Box(inner.left, inner.top, at[0] - seal - self.margin * 0.55, inner.bottom)
            words, foot = self._column(column)
        else:
            share = 0.335 if sheet.form == "square" else 0.41
            low = inner.top + inner.height * share * self._calm
            paper = Box(inner.left, min(inner.top, self.margin * 1.0), inner.right, low)
            at = paper.right - seal * 0.8, paper.bottom - seal * 0.62
            words, foot = self._column(
                Box(inner.left, low + self.margin * 0.78, inner.right, inner.bottom)
            )
        under = (
            *self._kraft(),
            self._seam(Box(0, 0, sheet.width, sheet.height).inset(self.margin * 0.5)),
            *cover.collage(replace(sheet, variant=_NEAR.get(turn, turn)), paper, chance),
            *self._stamp(self._whole(at, seal), seal),
        )
        return replace(self._made(under, words, foot), floor=sheet.height - self.margin * 0.5)

    def quiet(self) -> Arrangement:
        """A sheet of pale paper taped on kraft, hemmed with stitches."""
        sheet, inner = self.sheet, self.inner
        chance = sheet.chance("note")
        foot = self.foot_box(inner)
        edge = self.margin * 0.72
        side = edge if sheet.form != "banner" else inner.left - self.margin * 0.4
        note = Box(side, edge, sheet.width - side, foot.top - self.unit * 0.034)
        hem = note.inset(self.unit * 0.017)
        off = max(self.margin * 0.62, self.unit * 0.042)
        pad = self.margin * (0.62 if not self.beside else 0.78)
        words = Box(
            max(inner.left, note.left) + pad,
            max(inner.top + self.unit * 0.012, note.top + off),
            min(inner.right, note.right) - pad,
            note.bottom - off,
        )
        paper = self._paper
        under = (
            *self._kraft(),
            Shape(cover.cut(note, self.unit * 0.006, chance), Solid(paper)),
            self._seam(hem, sheet.accent(500) if ratio(sheet.accent(500), paper) > 2 else None),
            *self._tape(note.center[0], note.top, self.unit * 0.15, chance),
        )
        return Arrangement(under, self.room(words, paper, side="middle"), self._foot_room(foot))

    def block(self) -> Arrangement:
        """A felt in the brand's colour sewn on the kraft, a round patch pressed into it."""
        sheet, inner = self.sheet, self.inner
        chance = sheet.chance("felt")
        ground = self.strong()
        foot = self.foot_box(inner)
        low = foot.top - self.unit * 0.032
        felt = Box(-sheet.width, -sheet.height, sheet.width * 2, low)
        ink = self.inks(ground)[0]
        shown = Box(0, 0, sheet.width, low)
        pressed = ghost(ground, ink)
        right = sheet.variant % 2 == 0
        x, y = shown.width * (0.82 if right else 0.22), shown.height * 0.32
        radius = min(shown.width, shown.height) * (0.50 if not self.beside else 0.80)
        tilt = Affine.rotation(chance.between(12, 40), x, y)
        patch = Path.ellipse(x, y, radius, radius * 0.955).transform(tilt)
        sewn = Path.ellipse(x, y, radius * 0.93, radius * 0.885).transform(tilt)
        outline = self._edge(low, chance)
        under = (
            *self._kraft(),
            cropped(
                (
                    block(felt.left, felt.top, felt.width, felt.height + self.unit, ground),
                    Shape(patch, Solid(pressed)),
                    self._stitched(sewn, ground),
                ),
                outline,
            ),
            self._stitch_line(low - self.unit * 0.017, ink),
        )
        words = Box(inner.left, inner.top, inner.right, low - self.unit * 0.046)
        return Arrangement(under, self.room(words, ground, side="middle"), self._foot_room(foot))

    def pattern(self) -> Arrangement:
        """Printed cloth, and a gift tag hanging on it by a thread."""
        sheet, inner = self.sheet, self.inner
        chance = sheet.chance("tag")
        foot = self.foot_box(inner)
        low = foot.top - self.unit * 0.040
        paper = self._paper
        cloth = self.tiles(("deep", "accent")[sheet.variant % 2], 3.6 if not self.beside else 2.6)
        pad = self.margin * 0.92
        if self.beside:
            tag = Box(
                inner.left - (self.margin * 0.4 if sheet.form == "banner" else 0.0),
                max(inner.top * 0.9, self.margin * 0.8),
                inner.left + inner.width * (0.62 if sheet.form == "wide" else 0.80),
                low - self.margin * 0.55,
            )
            hole = tag.left + self.margin * 0.72, tag.center[1]
            words = Box(
                hole[0] + self.margin * 0.62,
                tag.top + pad * 0.54,
                tag.right - pad,
                tag.bottom - pad * 0.54,
            )
        else:
            tag = Box(
                inner.left + self.margin * 0.25,
                inner.top + inner.height * (0.16 if sheet.form != "square" else 0.06),
                inner.right - self.margin * 0.25,
                low - self.margin * 0.85,
            )
            hole = tag.center[0], tag.top + self.margin * 0.78
            words = Box(
                tag.left + pad,
                hole[1] + self.margin * 0.62,
                tag.right - pad,
                tag.bottom - pad * 0.7,
            )
        strip = self._edge(low, chance, below=True)
        tilt = chance.choice((-1.0, 1.0)) * (0.9 if not self.beside else 0.5)
        under = (
            *cloth,
            turned(self._tag(tag, hole, paper), tilt, tag),
            self._thread(hole, tag, chance),
            cropped(self._kraft(), strip),
            self._stitch_line(low + self.unit * 0.017, sheet.primary(900)),
        )
        return Arrangement(under, self.room(words, paper, side="middle"), self._foot_room(foot))

    def photo(self) -> Arrangement:
        """A print with a pale border, taped into an album a little aslant, and stamped."""
        sheet, inner = self.sheet, self.inner
        chance = sheet.chance("print")
        border = self.unit * 0.020
        aside = self.beside or sheet.form == "square"
        if aside:
            share = {"wide": 0.55, "square": 0.60}.get(sheet.form, 0.62)
            left = inner.left + inner.width * (share + 0.06 * sheet.crowd)
            edge = self.margin * (1.1 if self.beside else 0.9)
            place = Box(left, edge, sheet.width - edge, sheet.height - edge)
            if sheet.form == "banner":
                place = Box(left, edge, min(place.right, left + place.height * 2.1), place.bottom)
            words, foot = self._column(
                Box(
                    inner.left,
                    inner.top,
                    place.left - self.margin * (0.9 if self.beside else 0.66),
                    inner.bottom,
                )
            )
        else:
            low = inner.top + inner.height * 0.42 * self._calm
            top = self.margin * 1.15
            place = Box(inner.left + border, max(top, inner.top * 0.55), inner.right - border, low)
            words, foot = self._column(
                Box(inner.left, low + self.margin * 0.85, inner.right, inner.bottom)
            )
        turn = _TURNS[sheet.variant % len(_TURNS)] * (0.9 if aside else 1.0)
        paper, frame = self._print(place, turn, border, chance)
        seal = self.unit * 0.058
        at = (
            (place.right - seal * 0.95, place.bottom - seal * 0.6)
            if aside
            else (place.right - seal * 0.9, place.bottom - seal * 0.35)
        )
        # What covers a picture lies in its right corner: a video's length.
        is_covered = at[1] + seal > sheet.area.bottom
        at = (place.left + seal * 0.95, at[1]) if is_covered else self._whole(at, seal)
        stamp = self._stamp(at, seal) if sheet.form != "banner" else ()
        made = self._made((*self._kraft(), paper), words, foot, (frame,), stamp)
        return replace(made, words=replace(made.words, side="middle")) if aside else made

    def overlay(self) -> Arrangement:
        """The picture is the cloth; a pale seam runs round it."""
        made = super().overlay()
        sheet = self.sheet
        around = Box(0, 0, sheet.width, sheet.height).inset(self.margin * 0.5)
        pale = sheet.light("surface-raised")
        return Arrangement(
            made.under,
            made.words,
            made.foot,
            made.frames,
            (self._seam(around, pale),),
            on_picture=True,
        )

    def gallery(self, count: int) -> Arrangement:
        """Prints laid out in an album, each a little aslant and taped."""
        sheet, inner = self.sheet, self.inner
        chance = sheet.chance("album")
        border = self.unit * 0.012
        if self.beside:
            left = inner.left + inner.width * (0.48 + 0.1 * sheet.crowd)
            edge = self.margin * 1.0
            place = self.in_sight(Box(left, edge, inner.right, sheet.height - edge))
            words, foot = self._column(
                Box(inner.left, inner.top, left - self.margin * 0.8, inner.bottom)
            )
        else:
            low = inner.top + inner.height * (0.57 if count > 2 else 0.50) * self._calm
            top = max(self.margin * 1.0, inner.top * 0.62)
            place = Box(inner.left, top, inner.right, low)
            words, foot = self._column(
                Box(inner.left, low + self.margin * 0.75, inner.right, inner.bottom)
            )
        papers, frames = [], []
        for index, box in enumerate(grid(place, count, self.unit * 0.042)):
            turn = _TURNS[(index + sheet.variant) % len(_TURNS)]
            paper, frame = self._print(box.inset(border), turn, border, chance)
            papers.append(paper)
            frames.append(frame)
        return self._made((*self._kraft(), *papers), words, foot, tuple(frames))

    # ---- rooms

    @property
    def _paper(self) -> str:
        return self.sheet.light("surface-raised")

    def paper(self) -> str:
        return self.sheet.light("surface")

    def inks(self, ground: str) -> tuple[str, str, str]:
        """Muted is a little stronger than elsewhere: it is read across the fibres of the kraft."""
        ink, muted, accent = super().inks(ground)
        deeper = (muted, self.sheet.neutral(800), ink)
        return ink, readable(ground, deeper, _ON_FIBRES), accent

    def _column(self, box: Box) -> tuple[Box, Box]:
        """Words above and the signature below, in a column of kraft."""
        foot = Box(box.left, box.bottom - FOOT * self.unit, box.right, box.bottom)
        return Box(box.left, box.top, box.right, foot.top - self.unit * 0.03), foot

    def _made(
        self,
        under: tuple[Item, ...],
        words: Box,
        foot: Box,
        frames: tuple[Frame, ...] = (),
        over: tuple[Item, ...] = (),
    ) -> Arrangement:
        side = "middle" if self.beside else "top"
        room = self.room(words, self.paper(), side=side)  # type: ignore[arg-type]
        return Arrangement(under, room, self._foot_room(foot), frames, over)

    def _foot_room(self, box: Box) -> Room:
        return self.room(box, self.paper(), side="bottom")

    def _whole(self, at: Point, seal: float) -> Point:
        """Where a stamp of this radius stands whole wherever the sheet is cut."""
        sheet, area = self.sheet, self.sheet.area
        room = seal * 1.12
        x = min(at[0], area.right - room) if area.right < sheet.width else at[0]
        y = min(at[1], area.bottom - room) if area.bottom < sheet.height else at[1]
        return x, y

    @property
    def _calm(self) -> float:
        """What a picture keeps of its height when the words need room."""
        return 1 - 0.30 * self.sheet.crowd

    # ---- things

    def _stamp(self, at: Point, radius: float) -> tuple[Item, ...]:
        """The seal, as a sticker: a pale rim parts it from a dark thing under it."""
        rim = circle(*at, radius * 1.055, self._paper)
        return (rim, *cover.stamp(self.sheet, at, radius, self.sheet.primary(900)))

    def _kraft(self) -> tuple[Item, ...]:
        return (self.fill(self.paper()), *cover.grain(self.sheet))

    def _seam(self, box: Box, color: str | None = None) -> Item:
        """Running stitches round a box."""
        return self._stitched(
            Path.rect(box.left, box.top, box.width, box.height, self.unit * 0.012), color
        )

    def _stitched(self, path: Path, color: str | None = None) -> Item:
        unit = self.unit
        thread = Solid(color or self.sheet.primary(900))
        return Line(
            path, thread, max(1.5, unit * 0.0028), cap="round", dash=(unit * 0.0125, unit * 0.0095)
        )

    def _stitch_line(self, y: float, color: str) -> Item:
        return self._stitched(Path((("M", -self.unit, y), ("L", self.sheet.width, y))), color)

    def _edge(self, y: float, chance: Chance, below: bool = False) -> Path:
        """All that is above `y` (or below), cut along an edge that is nearly straight."""
        sheet = self.sheet
        steps = 5
        points: list[Point] = [
            (
                sheet.width * (index / steps * 1.1 - 0.05),
                y + chance.between(-1, 1) * self.unit * 0.0045,
            )
            for index in range(steps + 1)
        ]
        far = sheet.height * 2 if below else -sheet.height
        return Path.polygon((*points, (sheet.width * 1.05, far), (-sheet.width * 0.05, far)))

    def _tape(self, x: float, y: float, long: float, chance: Chance) -> tuple[Item, ...]:
        """A strip of paper tape across an edge, its ends torn, what is under it showing through."""
        half, tall = long / 2, long * 0.135
        teeth = 4
        right: list[Point] = []
        for index in range(teeth * 2 + 1):
            right.append(
                (half + (tall * 0.16 if index % 2 else 0.0), -tall + 2 * tall * index / teeth / 2)
            )
        points = [(-half, -tall), *right, (-half, tall)]
        left = [(-x_, y_) for x_, y_ in reversed(right)]
        points = [*right, *left]
        place = Affine.translation(x, y) @ Affine.rotation(chance.between(-4, 4))
        color = self.sheet.accent(300)
        return (Group((Shape(Path.polygon(points), Solid(color, 0.82)),), place),)

    def _print(self, place: Box, turn: float, border: float, chance: Chance) -> tuple[Item, Frame]:
        """The pale paper of a photograph, and the photograph on it with its tape."""
        waver = self.unit * 0.0035
        paper = Shape(cover.cut(place.inset(-border), waver, chance), Solid(self._paper))
        radians = math.radians(turn)
        x, y = place.center
        rise = place.height / 2 + border
        tape = self._tape(
            x + math.sin(radians) * rise,
            y - math.cos(radians) * rise,
            min(self.unit * 0.13, place.width * 0.42),
            chance,
        )
        frame = Frame(
            place,
            clip=cover.cut(place, waver * 0.6, chance),
            turn=turn,
            over=tape,
            label=self.tab(place.inset(self.unit * 0.006)),
        )
        return turned((paper,), turn, place), frame

    def tab(self, box: Box) -> Room:
        made = super().tab(box)
        ink, muted, accent = self.inks(self._paper)
        return Room(made.box, ink, muted, accent, "left", "bottom", self._paper)

    def _tag(self, box: Box, hole: Point, paper: str) -> tuple[Item, ...]:
        """A tag with two cut corners on the side of its hole, hemmed with stitches."""
        outline = self._tag_outline(box)
        hem = self._tag_outline(box.inset(self.unit * 0.015))
        ring, eye = self.unit * 0.021, self.unit * 0.0115
        thread = self.sheet.accent(500)
        return (
            Shape(outline, Solid(paper)),
            self._stitched(hem, thread if ratio(thread, paper) > 2 else None),
            Shape(Path.ellipse(*hole, ring), Solid(self.paper())),
            Shape(Path.ellipse(*hole, eye), Solid(self.sheet.primary(900))),
        )

    def _tag_outline(self, box: Box) -> Path:
        cut = self.margin * (1.0 if self.sheet.form != "banner" else 0.8)
        if self.beside:
            return Path.polygon(
                (
                    (box.left + cut, box.top),
                    (box.right, box.top),
                    (box.right, box.bottom),
                    (box.left + cut, box.bottom),
                    (box.left, box.bottom - cut),
                    (box.left, box.top + cut),
                )
            )
        return Path.polygon(
            (
                (box.left + cut, box.top),
                (box.right - cut, box.top),
                (box.right, box.top + cut),
                (box.right, box.bottom),
                (box.left, box.bottom),
                (box.left, box.top + cut),
            )
        )

    def _thread(self, hole: Point, tag: Box, chance: Chance) -> Item:
        """A thread from the tag's hole off the sheet."""
        x, y = hole
        path: tuple[Command, ...]
        if self.beside:
            sway = self.sheet.height * chance.between(-0.20, -0.10)
            path = (
                ("M", x, y),
                (
                    "C",
                    x - tag.left * 0.5,
                    y + sway * 0.1,
                    tag.left * 0.4,
                    y + sway,
                    -self.unit,
                    y + sway,
                ),
            )
        else:
            sway = tag.width * chance.between(0.10, 0.22) * chance.choice((-1, 1))
            path = (
                ("M", x, y),
                (
                    "C",
                    x + sway * 0.1,
                    y - hole[1] * 0.4,
                    x + sway,
                    y * 0.4,
                    x + sway * 0.7,
                    -self.unit,
                ),
            )
        return Line(
            Path(path),
            Solid(self._paper),
            max(2.0, self.unit * 0.0042),
            cap="round",
        )
