"""The poster on the wall that leads to the form: a picture, one sentence, a large QR code.

The code stands on white paper, dark on light, whatever the style: that is what telephones read. Its
dark square is 110 mm on A4 and 156 mm on A3. The main language has the picture; the others stand
beside the code at one size. Under the code is the address, for whoever types it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from creativekit.artwork.dress import dress, stack
from creativekit.artwork.hands import arrange
from creativekit.artwork.post_signature import signature
from creativekit.artwork.qr_modules import QUIET, outline
from creativekit.artwork.sheet import Room, Sheet
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Item, Line, Scene, Shape, Solid
from creativekit.canvas.text.fit import Fitted
from creativekit.canvas.text.setting import Setting
from creativekit.canvas.text.words import Align, words
from creativekit.cohort import form_link
from creativekit.cohort.meeting import Meeting
from creativekit.cohort.pack_words import PackWords
from creativekit.cohort.printed import (
    PT,
    Drawn,
    Page,
    Part,
    Steps,
    column,
    largest,
    parted,
    pdf,
    tall,
)
from creativekit.color.contrast import TEXT, readable
from creativekit.identity.model import Identity
from creativekit.language import formats

Size = Literal["a4", "a3"]
SIZES: tuple[Size, ...] = get_args(Size)
A4 = 2100.0, 2970.0
_SCALE = {"a4": 1.0, "a3": 2.0**0.5}
_PAPER = {"a4": A4, "a3": (2970.0, 4200.0)}

SIDE = 1100.0
"""The dark square of the code on A4, px of ten a millimetre."""

_PICTURE, _PICTURE_ON_AXIS = 1230.0, 1035.0
"""How high the picture is; less where the other languages stand under the code."""
_MARGIN = 175.0
_BETWEEN = 110.0
_INK, _WHITE = "#000000", "#ffffff"
_OTHER_STEPS = ((3, 15 * PT, 20 * PT), (5, 12 * PT, 15 * PT), (8, 8 * PT, 12 * PT))
_BELOW_STEPS = ((2, 12 * PT, 15 * PT), (4, 8 * PT, 12 * PT))
_SMALL_STEPS = ((3, 9.5 * PT, 10.5 * PT), (6, 7 * PT, 9.5 * PT))
_ADDRESS_STEPS = (
    (1, 14 * PT, 24 * PT),
    (2, 11 * PT, 14 * PT),
    (3, 9 * PT, 11 * PT),
    (4, 7 * PT, 9 * PT),
    (6, 5 * PT, 7 * PT),
)
_ABOUT_STEPS = ((1, 8.5 * PT, 10.5 * PT), (2, 6 * PT, 8.5 * PT))


def poster(
    identity: Identity,
    address: str,
    meeting: Meeting,
    said: PackWords,
    languages: tuple[str, ...],
    size: Size,
) -> bytes:
    """The poster. languages: the main one first."""
    made = _Poster(identity, address, meeting, said, languages)
    larger = Group(tuple(made.items()), Affine.scaling(_SCALE[size]))
    art, spoken = parted((larger,))
    title = said("poster_title", languages[0])
    paper = _PAPER[size]
    page = Page((Drawn(0, 0, Scene(*paper, art)),), spoken)
    return pdf((page,), *paper, identity, title, languages[0])


class _Poster:
    """The poster on A4."""

    def __init__(
        self,
        identity: Identity,
        address: str,
        meeting: Meeting,
        said: PackWords,
        languages: tuple[str, ...],
    ) -> None:
        self.identity, self.address, self.meeting = identity, address, meeting
        self.said, self.languages = said, languages
        self.dress = dress(identity)
        self.picture = _PICTURE
        self.centered = False
        self._arrange()
        if self.arrangement.words.align == "center":
            self.centered = True
            self.picture = _PICTURE_ON_AXIS
            self._arrange()
        light = identity.palette.light
        self.ink = readable(_WHITE, (light["ink"], _INK), TEXT)
        self.muted = readable(_WHITE, (light["ink-muted"], light["ink"], _INK), TEXT)
        self.strong = readable(_WHITE, (light["primary-ink"], light["ink"], _INK), TEXT)

    def _arrange(self) -> None:
        safe = Box(_MARGIN, 40.0, A4[0] - _MARGIN, self.picture - 40.0)
        self.sheet = Sheet(self.identity, A4[0], self.picture, safe=safe)
        self.arrangement = arrange(self.sheet, "art")

    def items(self) -> Iterator[Item]:
        made, main = self.arrangement, self.languages[0]
        # The picture ends where the paper of the code begins, whatever was drawn past it.
        edge = Path.rect(0, 0, A4[0], self.picture)
        yield Group((*made.under, *made.over), clip=edge)
        yield from self._headline(made.words, main)
        yield from signature(self.sheet, made.foot, main)
        yield from self._code()

    def _headline(self, room: Room, language: str) -> Iterator[Item]:
        box = room.box
        lead = largest(
            self.said("poster_lead", language), self._setting("lead", language), box.width,
            box.height * 0.3, ((1, 13 * PT, 18 * PT), (2, 12 * PT, 18 * PT), (5, 8 * PT, 12 * PT)),
        )  # fmt: skip
        under = Part(lead, room.muted, "lead", 36)
        left = box.height - lead.height - under.before
        steps = ((4, 30 * PT, 64 * PT), (6, 18 * PT, 30 * PT), (9, 8 * PT, 18 * PT))
        title = self.said("poster_title", language)
        head = largest(title, self._setting("display", language), box.width, left, steps)
        block = [Part(head, room.ink, "display"), under]
        spare = max(0.0, box.height - tall(block))
        start = box.top + {"top": 0.0, "middle": spare / 2, "bottom": spare}[room.side]
        align: Align = "middle" if room.align == "center" else "start"
        yield from column(block, box.left, start, box.width, align)

    def _code(self) -> Iterator[Item]:
        rows = form_link.modules(self.address)
        quiet = QUIET * SIDE / len(rows)
        x = (A4[0] - SIDE) / 2 if self.centered else max(_MARGIN, quiet)
        y = self.picture + max(quiet, _BETWEEN)
        yield Shape(outline(rows, x, y, SIDE), Solid(_INK))
        bottom = y + SIDE
        others = self.languages[1:]
        under = bottom + quiet * 1.05
        if others and self.centered:
            room = Box(_MARGIN, under, A4[0] - _MARGIN, under + 230)
            yield from self._below(others, room)
            under = room.bottom + 60
        elif others:
            room = Box(x + SIDE + max(quiet, _BETWEEN), y, A4[0] - _MARGIN, bottom)
            yield from self._beside(others, room)
        yield from self._under(under, A4[0] - 2 * _MARGIN)

    def _beside(self, others: tuple[str, ...], room: Box) -> Iterator[Item]:
        """The other languages in a column, each under a rule, from the code's top."""
        tall_each = room.height / max(2, len(others))
        blocks = self._blocks(others, room.width, tall_each * 0.85, _OTHER_STEPS)
        for at, block in enumerate(blocks):
            top = room.top + at * tall_each
            yield Line(
                Path((("M", room.left, top), ("L", room.right, top))), Solid(self.strong), 4.0
            )
            yield from column(block, room.left, top + 34, room.width, "start")

    def _below(self, others: tuple[str, ...], room: Box) -> Iterator[Item]:
        """The other languages side by side."""
        wide = (room.width - _BETWEEN * (len(others) - 1)) / len(others)
        for at, block in enumerate(self._blocks(others, wide, room.height, _BELOW_STEPS)):
            left = room.left + at * (wide + _BETWEEN)
            yield from column(block, left, room.top, wide, "middle")

    def _blocks(
        self, languages: tuple[str, ...], width: float, height: float, title_steps: Steps
    ) -> Iterator[list[Part]]:
        """What each language says: its sentence, and under it how little it takes; at one size."""
        kinds = (
            ("poster_title", "title", height * 0.68, title_steps),
            ("poster_lead", "body", height * 0.27, _SMALL_STEPS),
        )
        found: dict[str, list[Fitted]] = {each: [] for each in languages}
        for word, role, room, steps in kinds:
            first = {
                each: largest(self.said(word, each), self._setting(role, each), width, room, steps)
                for each in languages
            }
            size = min(each.size for each in first.values())
            for each, set_ in first.items():
                # Smaller, it needs no more lines than it had.
                same = ((len(set_.lines), size, size), (40, size, size))
                text, setting = self.said(word, each), self._setting(role, each)
                found[each].append(largest(text, setting, width, room, same))
        for title, lead in found.values():
            yield [Part(title, self.strong, "title"), Part(lead, self.muted, "body", 24)]

    def _under(self, top: float, width: float) -> Iterator[Item]:
        """The address, as it is typed, and which meeting this is."""
        main = self.languages[0]
        align: Align = "middle" if self.centered else "start"
        type_ = self.identity.type
        bold = Setting(stack(type_.body_bold, type_.body), "en", leading=1.15)
        room = A4[1] - 120 - top
        address = largest(form_link.short(self.address), bold, width, room * 0.62, _ADDRESS_STEPS)
        about = [self.meeting.title.get(main), formats.date(self.meeting.day, main)]
        if self.meeting.invented:
            about.append(self.said("rehearsal", main))
        line = largest(" · ".join(about), self._setting("body", main), width, 90.0, _ABOUT_STEPS)
        yield from column([Part(address, self.ink, "address")], _MARGIN, top, width, align)
        yield words(line, _MARGIN, A4[1] - 105 - line.height, width, align, self.muted, "about")

    def _setting(self, role: str, language: str) -> Setting:
        return self.dress.setting(self.identity, role, language)
