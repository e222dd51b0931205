"""Certificates of participation: A4 across, to be hung on a wall.

The style's own quiet ground with everything of the brand in it; on it the name, the one big thing,
what it is for, and a line to sign on. A dark ground gets a pale plate there, because a pen does not
write on black. Sentences are built so that no name or title has to be inflected.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from functools import lru_cache

from creativekit.artwork import parts
from creativekit.artwork.dress import dress
from creativekit.artwork.hands import arrange
from creativekit.artwork.parts import Piece, Wearer
from creativekit.artwork.post_signature import one_capital, signature
from creativekit.artwork.sheet import Room, Sheet, SheetKey
from creativekit.canvas.path import Path
from creativekit.canvas.scene import Item, Line, Rect, Scene, Solid
from creativekit.canvas.text.setting import Setting
from creativekit.canvas.text.words import Align
from creativekit.cohort.meeting import Meeting
from creativekit.cohort.pack_words import PackWords
from creativekit.cohort.people import Guest
from creativekit.cohort.printed import (
    PT,
    Drawn,
    Page,
    Part,
    column,
    largest,
    largest_name,
    parted,
    pdf,
    tall,
)
from creativekit.color.contrast import TEXT, ratio
from creativekit.identity.model import Identity
from creativekit.language import formats

PAPER = 2970.0, 2100.0

_MOST = 66 * PT
_NAME_STEPS = (
    (1, 40 * PT, _MOST),
    (2, 30 * PT, 54 * PT),
    (3, 20 * PT, 30 * PT),
    (5, 10 * PT, 20 * PT),
)
# A title stays whole on a line rather than as large as it goes.
_FOR_STEPS = (
    (1, 15.5 * PT, 20 * PT),
    (2, 17 * PT, 20 * PT),
    (3, 13 * PT, 17 * PT),
    (5, 9 * PT, 13 * PT),
)
_SMALL_STEPS = ((1, 12 * PT, 13.5 * PT), (2, 10 * PT, 12 * PT), (4, 7 * PT, 10 * PT))
_SIGN_WIDTH, _SIGN_ROOM, _SIGN_PAD = 860.0, 185.0, 40.0
_BETWEEN = 62.0


def certificates(
    identity: Identity, people: Sequence[Guest], meeting: Meeting, said: PackWords, language: str
) -> bytes:
    """One page a person, each in their language. language: of the document."""
    pages = [_page(identity, each, meeting, said) for each in people]
    title = said("certificate", language)
    if len(people) == 1:
        title = f"{title} · {people[0].name}"
    return pdf(pages, *PAPER, identity, title, language)


def _page(identity: Identity, guest: Guest, meeting: Meeting, said: PackWords) -> Page:
    key = SheetKey(Sheet(identity, *PAPER))
    # What is drawn the same for all stays one drawing; the rest of this person's is a second one.
    art, spoken = parted(_Certificate(key.sheet, guest, meeting, said).items())
    return Page((Drawn(0, 0, _ground(key)), Drawn(0, 0, Scene(*PAPER, art))), spoken)


@lru_cache(maxsize=4)
def _ground(key: SheetKey) -> Scene:
    made = arrange(key.sheet, "quiet")
    return Scene(*PAPER, (*made.under, *made.over))


@lru_cache(maxsize=4)
def _capital(key: SheetKey) -> float:
    """Of the organiser's name: the same on everybody's, whatever its language."""
    foot = arrange(key.sheet, "quiet").foot
    return one_capital(key.sheet, foot, key.sheet.identity.languages)


class _Certificate:
    """One certificate as it is laid out."""

    def __init__(self, sheet: Sheet, guest: Guest, meeting: Meeting, said: PackWords) -> None:
        self.sheet, self.guest, self.meeting, self.said = sheet, guest, meeting, said
        self.arrangement = arrange(sheet, "quiet")
        self.dress = dress(sheet.identity)
        self.room: Room = self.arrangement.words
        self.centered = self.room.align == "center"
        self.align: Align = "middle" if self.centered else "start"

    def items(self) -> Iterator[Item]:
        box = self.room.box
        top = box.top
        label = self._label()
        if label is not None:
            x = box.center[0] - label.width / 2 if self.centered else box.left
            yield label.at(x, top)
            top += label.height
        sign_top = yield from self._sign()
        block = self._block(sign_top - _BETWEEN - top - _BETWEEN)
        # Optically a little above the middle of what is left.
        start = top + _BETWEEN + max(0.0, sign_top - top - 2 * _BETWEEN - tall(block)) * 0.42
        yield from column(block, box.left, start, box.width, self.align)
        foot = self.arrangement.foot
        language = self.guest.language
        yield from signature(self.sheet, foot, language, _capital(SheetKey(self.sheet)))

    def _block(self, height: float) -> list[Part]:
        """Name, what for, where and when; at most `height` px."""
        room, language, meeting = self.room, self.guest.language, self.meeting
        title = meeting.title.get(language)
        what = self.said("for_taking_part", language, title=title)
        day = formats.date(meeting.day, language)
        facts = [meeting.region.get(language), day]
        if meeting.hours is not None:
            hours = formats.number(meeting.hours, language)
            facts.append(self.said("hours", language, hours=hours))
        if meeting.invented:
            facts.append(self.said("rehearsal", language))
        width = room.box.width
        parts_ = [
            Part(
                largest(what, self._setting("lead"), width, height * 0.4, _FOR_STEPS),
                room.ink, "lead", 46,
            ),
            Part(
                largest(
                    " · ".join(facts), self._setting("body"), width, height * 0.3, _SMALL_STEPS
                ),
                room.muted, "body", 26,
            ),
        ]  # fmt: skip
        left = height - tall(parts_) - parts_[0].before
        name = largest_name(self.guest.name, self._setting("display"), width, left, _NAME_STEPS)
        return [Part(name, room.ink, "display"), *parts_]

    def _label(self) -> Piece | None:
        text = self.said("certificate", self.guest.language)
        for scale in (1.18, 1.0, 0.8, 0.6):
            wearer = Wearer(self.sheet, self.dress, self.guest.language, scale)
            made = parts.label(wearer, self.room, text, self.room.box.width)
            if isinstance(made, Piece):
                return made
        return None

    def _sign(self) -> Generator[Item, None, float]:
        """The line to sign on, and who signs; returns (by `yield from`) where it begins."""
        box, language = self.room.box, self.guest.language
        lines = [each.get(language) for each in self.meeting.signed_by]
        width = min(_SIGN_WIDTH, box.width)
        steps = ((1, 10 * PT, 11.5 * PT), (2, 8 * PT, 10 * PT), (4, 6 * PT, 8 * PT))
        dark = ratio(self.room.ink, "#ffffff") < TEXT
        pad = _SIGN_PAD if dark else 0.0
        set_ = [
            Part(
                largest(each, self._setting("body"), width, 400.0, steps),
                self.room.ink, "signature", 4,
            )
            for each in lines
        ]  # fmt: skip
        plate = _SIGN_ROOM if not dark else _SIGN_ROOM + 10
        below = tall(set_) + 14 if set_ else 0.0
        line_y = box.bottom - below
        x = box.center[0] - width / 2 if self.centered else box.left
        color = self.room.ink
        if dark:
            light = self.sheet.identity.palette.light
            radius = min(24.0, self.dress.corner * self.sheet.unit * 0.5)
            yield Rect(x, line_y - plate, width, plate, Solid(light["surface"]), radius)
            color = light["ink"]
        line = Path((("M", x + pad, line_y - pad), ("L", x + width - pad, line_y - pad)))
        yield Line(line, Solid(color), 3.0)
        yield from column(set_, x, line_y + 14, width, self.align)
        return line_y - plate

    def _setting(self, role: str) -> Setting:
        return self.dress.setting(self.sheet.identity, role, self.guest.language)
