"""Name badges: eight on an A4 sheet, in the organiser's style, with marks to cut along.

90 × 55 mm is the card that goes into the usual horizontal holder of office shops. What is read
across a table is the name, so it gets the room: two lines as large as they will go, and only a name
that two lines cannot hold at 15 pt has three, and then smaller ones; it is never cut. What is drawn
goes 2 mm past the cut (artwork.bleed), and the gap between two badges is both of their bleeds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from creativekit.artwork import parts
from creativekit.artwork.bleed import bled
from creativekit.artwork.dress import Dress, dress, stack
from creativekit.artwork.hands import arrange
from creativekit.artwork.parts import Piece, Wearer
from creativekit.artwork.post_signature import one_capital, signed
from creativekit.artwork.sheet import Room, Sheet, SheetKey
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Item, Line, Scene, Solid, Words
from creativekit.canvas.text.fit import Fitted, TooLong
from creativekit.canvas.text.setting import Setting
from creativekit.canvas.text.words import Align, words
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
from creativekit.identity.model import Identity

PAPER = 2100.0, 2970.0
WIDTH, HEIGHT = 900.0, 550.0
ACROSS, DOWN = 2, 4
BLEED, GAP = 20.0, 40.0
_STRAY = 30.0
"""So far from the cut nothing tells that it is a little off."""
LEFT = (PAPER[0] - ACROSS * WIDTH - (ACROSS - 1) * GAP) / 2
TOP = (PAPER[1] - DOWN * HEIGHT - (DOWN - 1) * GAP) / 2
READABLE = 15 * PT
"""The least size of a name on two lines: read at two metres."""

_MOST = 31 * PT
# Most lines, the least size and the largest: the smallest step down that holds the name.
_STEPS = (
    (2, READABLE, _MOST),
    (3, 12 * PT, READABLE),
    (4, 9.5 * PT, 12 * PT),
    (6, 7 * PT, 9.5 * PT),
    (9, 5 * PT, 7 * PT),
)
_SAID_STEPS = (
    (1, 9 * PT, 11 * PT),
    (2, 8 * PT, 9.5 * PT),
    (3, 6.5 * PT, 8 * PT),
    (5, 5 * PT, 6 * PT),
)
# Of the organiser's name: eight points.
_LEAST_CAPITAL = 8 * PT * 0.7
# Of a label, the first at which it stands on one line.
_CAPS = (11 * PT, 9 * PT, 7.5 * PT, 6.5 * PT)
_UNDER_LABEL = 14.0
_LABEL_SCALES = (1.5, 1.3, 1.12, 0.95)
_MARK, _MARK_GAP = 50.0, 10.0
# Of the sheet's lower edge, what many printers leave white; and under what is said there.
_NOT_PRINTED, _UNDER_NOTE = 50.0, 6.0
_FREE, _CODE_GAP = 10.0, 40.0


def sheets(
    identity: Identity, people: Sequence[Guest], said: PackWords, language: str, invented: bool
) -> bytes:
    """All badges as one PDF, eight a page, in the order of the people.

    language: of the document, and the first of what is said in a sheet's margin, which has those
    of its badges. invented: a rehearsal's.
    """
    pages = []
    marks = Drawn(0, 0, _marks())
    each_page = ACROSS * DOWN
    for first in range(0, len(people), each_page):
        art: list[Drawn] = []
        spoken: list[Words] = []
        for place, guest in enumerate(people[first : first + each_page]):
            x = LEFT + place % ACROSS * (WIDTH + GAP)
            y = TOP + place // ACROSS * (HEIGHT + GAP)
            badge = _badge(identity, guest)
            art += [Drawn(x + each.x, y + each.y, each.scene) for each in badge.art]
            moved = (Group(badge.words, Affine.translation(x, y)),)
            spoken += parted(moved)[1]
        shown = people[first : first + each_page]
        used = dict.fromkeys((language, *(each.language for each in shown)))
        spoken += _notes(identity, said, list(used), invented)
        pages.append(Page((*art, marks), tuple(spoken)))
    return pdf(pages, *PAPER, identity, identity.name.get(language), language)


def _badge(identity: Identity, guest: Guest) -> Page:
    """One badge, from the corner where it is cut."""
    ground = _ground(SheetKey(_sheet(identity)))
    made = _Badge(identity, guest)
    art, said = parted(made.items())
    over = (Drawn(0, 0, Scene(WIDTH, HEIGHT, art)),) if art else ()
    return Page((Drawn(-BLEED, -BLEED, ground), *over), said)


def _sheet(identity: Identity) -> Sheet:
    return Sheet(identity, WIDTH, HEIGHT, cut=_STRAY)


@lru_cache(maxsize=4)
def _ground(key: SheetKey) -> Scene:
    made = arrange(key.sheet, "quiet")
    items = bled((*made.under, *made.over), WIDTH, HEIGHT)
    cut = Path.rect(0, 0, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)
    moved = Group((Group(items, Affine.translation(BLEED, BLEED)),), clip=cut)
    return Scene(WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED, (moved,))


@lru_cache(maxsize=4)
def _capital(key: SheetKey) -> float:
    """Of the organiser's name: the same on all badges, whatever their language."""
    foot = arrange(key.sheet, "quiet").foot
    return one_capital(key.sheet, foot, key.sheet.identity.languages, _LEAST_CAPITAL)


class _Badge:
    """One badge as it is laid out."""

    def __init__(self, identity: Identity, guest: Guest) -> None:
        self.identity, self.guest = identity, guest
        self.sheet = _sheet(identity)
        self.arrangement = arrange(self.sheet, "quiet")
        self.dress: Dress = dress(identity)
        self.room: Room = self.arrangement.words
        self.centered = self.room.align == "center"
        self.align: Align = "middle" if self.centered else "start"
        if self.centered:  # what is in the middle stands free of the frame on both sides
            box = self.room.box
            free = replace(box, left=box.left + _FREE, right=box.right - _FREE)
            self.room = replace(self.room, box=free)

    def items(self) -> Iterator[Item]:
        box = self.room.box
        label, top, block = max(
            (self._tried(number, cap) for number, cap in enumerate(_CAPS)),
            # The name first; where it is as large either way, what is said of the person larger.
            key=lambda tried: min(tried[2][0].set.size, READABLE),
        )
        if label is not None:
            x = box.center[0] - label.width / 2 if self.centered else box.left
            yield label.at(x, box.top)
        start = top + max(0.0, box.bottom - top - tall(block)) * 0.5
        yield from column(block, box.left, start, box.width, self.align)
        yield from self._foot()

    def _tried(self, number: int, cap: float) -> tuple[Piece | None, float, list[Part]]:
        """The label, where the rest begins, and name and what is said of the person, this at most
        `cap` px large. number: of the try; the label is smaller in later ones."""
        guest, room, box = self.guest, self.room, self.room.box
        label = self._label(_LABEL_SCALES[number:])
        top = box.top + (label.height + _UNDER_LABEL if label is not None else 0.0)
        under: list[Part] = []
        if guest.role:
            set_ = self._said(guest.role, "lead", cap)
            under.append(Part(set_, room.ink, "role", 10))
            cap = min(cap, set_.size)  # what stands below is not set larger
        if guest.organisation:
            set_ = self._said(guest.organisation, "body", cap)
            under.append(Part(set_, room.muted, "organisation", 4 if guest.role else 10))
        left = box.bottom - top - tall(under) - (under[0].before if under else 0)
        name = largest_name(guest.name, self._setting("title"), box.width, left, _STEPS)
        return label, top, [Part(name, room.ink, "display"), *under]

    def _label(self, scales: Sequence[float]) -> Piece | None:
        guest, text = self.guest, self.guest.group
        if not text:
            return None
        for scale in scales:
            wearer = Wearer(self.sheet, self.dress, guest.language, scale)
            made = parts.label(wearer, self.room, text, self.room.box.width)
            one_line = parts.label(wearer, self.room, "A", self.room.box.width)
            if isinstance(made, TooLong) or isinstance(one_line, TooLong):
                continue
            if made.height <= one_line.height + 1:
                return made
        small = self._said(text, "body", 9 * PT)
        drawn = words(small, 0, 0, small.width, self.align, self.room.muted, "label")
        return Piece(small.width, small.height, (drawn,))

    def _foot(self) -> Iterator[Item]:
        room, guest = self.arrangement.foot, self.guest
        box = room.box
        made = signed(self.sheet, room, guest.language, _capital(SheetKey(self.sheet)))
        gap, taken = max(made.after, _CODE_GAP), made.width
        code: Fitted | None = None
        if guest.code:
            space = box.width - taken - gap
            code = largest(guest.code, self._bold(), space, box.height, ((1, 5 * PT, 9.5 * PT),))
            taken += gap + code.width
        centered = room.align == "center"
        x = box.center[0] - taken / 2 if centered else box.left
        yield made.at(x, box.bottom - made.height)
        if code is not None:
            middle = box.bottom - made.height / 2
            top = middle - (code.ascent + code.cap_top) / 2
            right = x + taken if centered else box.right
            yield words(code, right - code.width, top, code.width, "end", room.ink, "code")

    def _said(self, text: str, role: str, cap: float) -> Fitted:
        steps = [(lines, min(least, cap), min(most, cap)) for lines, least, most in _SAID_STEPS]
        return largest(text, self._setting(role), self.room.box.width, HEIGHT * 0.3, steps)

    def _setting(self, role: str) -> Setting:
        return self.dress.setting(self.identity, role, self.guest.language)

    def _bold(self) -> Setting:
        type_ = self.identity.type
        return Setting(stack(type_.body_bold, type_.body), self.guest.language, tracking=0.02)


def _notes(
    identity: Identity, said: PackWords, languages: Sequence[str], invented: bool
) -> Iterator[Words]:
    """What is said under the badges, in the sheet's margin, once a language."""
    width = PAPER[0] - 2 * LEFT
    top = PAPER[1] - TOP + BLEED + _MARK_GAP + _MARK + 30
    room = (PAPER[1] - top - _NOT_PRINTED) / len(languages)
    ink = identity.palette.light["ink"]
    for language in languages:
        text = said("cut", language)
        if invented:
            # One sentence after another, or two parts of a line.
            text += (" " if text.endswith(".") else " · ") + said("rehearsal", language)
        setting = Setting(stack(identity.type.body), language, leading=1.3)
        found = largest(text, setting, width, room, ((1, 6 * PT, 8 * PT), (4, 4 * PT, 6 * PT)))
        yield words(found, LEFT, top, width, "start", ink, "note")
        top += found.height + _UNDER_NOTE


@lru_cache(maxsize=1)
def _marks() -> Scene:
    """Where to cut: outside of all badges, at each of their edges."""
    xs = [LEFT + at * (WIDTH + GAP) + side for at in range(ACROSS) for side in (0.0, WIDTH)]
    ys = [TOP + at * (HEIGHT + GAP) + side for at in range(DOWN) for side in (0.0, HEIGHT)]
    whole = Box(xs[0], ys[0], xs[-1], ys[-1]).inset(-BLEED - _MARK_GAP)
    lines = [
        *(
            ((x, y), (x, y + out * _MARK))
            for x in xs
            for y, out in ((whole.top, -1), (whole.bottom, 1))
        ),
        *(
            ((x, y), (x + out * _MARK, y))
            for y in ys
            for x, out in ((whole.left, -1), (whole.right, 1))
        ),
    ]
    return Scene(
        *PAPER,
        tuple(
            Line(Path((("M", *start), ("L", *end))), Solid("#000000"), 0.9) for start, end in lines
        ),
    )
