"""The layouts of a brand's presentation: the style's own pictures, and places for words on them.

A style arranges a slide as it arranges a post; where a post has words there is a place that is
filled later. Ordinary pages (text, columns, a title alone, nothing) show the master's calm ground
and read from the left in every style, because lists do; the others have a picture of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from creativekit.artwork.arrangement import Arrangement
from creativekit.artwork.hands import arrange
from creativekit.artwork.parts import Wearer, hot, mark, rule
from creativekit.artwork.post_signature import signed
from creativekit.artwork.sheet import Room, Sheet
from creativekit.brand.stationery.deck_hidden import seen
from creativekit.brand.stationery.deck_text import LAYOUTS, DeckText
from creativekit.brand.stationery.deck_type import Setter
from creativekit.brand.stationery.deck_window import window
from creativekit.canvas.backends.pptx_placeholders import Place, Type
from creativekit.canvas.backends.pptx_template import HEIGHT, WIDTH, Page
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Item
from creativekit.color.contrast import ratio, readable
from creativekit.identity.model import Identity

DATE, FOOTER, NUMBER = ("dt", 10), ("ftr", 11), ("sldNum", 12)
"""Kinds and indices of what is at the foot of a layout."""

SHEET = Box(0, 0, WIDTH, HEIGHT)

_GAP = 16.0
_AIR = 12.0
_NUMBER_PX, _DATE_PX, _LEAST_FOOTER_PX = 52.0, 132.0, 180.0
_TITLE_SHARE, _TEXT_SHARE = 0.88, 0.84
"""What titles and texts take of a page's width: a line of a hundred letters is not read."""


@dataclass(frozen=True)
class Pages:
    """The master and the layouts of one brand in one language.

    words: what the first slide of each layout says, by layout and word, which settles how large
    the large words are.
    """

    identity: Identity
    language: str
    text: DeckText
    words: Mapping[str, Mapping[str, str]]

    # ---- the pages

    @cached_property
    def master(self) -> Page:
        """The calm ground, and how titles, texts and the foot are set everywhere."""
        made, room = self.quiet, self.quiet.words
        title = self._title_place(self.calm)
        body = replace(
            self._body_place(self.calm),
            kind="body",
            types=self.setter.list_types(self.text.sizes["text"], room),
        )
        places = (title, body, *(self._plainly(each, made.foot) for each in self._foot(made.foot)))
        # On a master the three of the foot have the numbers that Office gives them there.
        numbers = {"dt": 2, "ftr": 3, "sldNum": 4}
        return Page(
            "",
            "",
            self._seen(made),
            tuple(replace(each, index=numbers.get(each.kind, each.index)) for each in places),
            self._logo(made.foot),
        )

    def _plainly(self, place: Place, room: Room) -> Place:
        """A place of the foot in the theme's own ink or paper: LibreOffice (7.4) applies a shade
        that both the master and a layout speak of twice."""
        light = self.identity.palette.light
        color = min((light["ink"], light["surface"]), key=lambda each: ratio(each, room.ink))
        return replace(place, types=tuple(replace(each, color=color) for each in place.types))

    @cached_property
    def layouts(self) -> tuple[Page, ...]:
        """In the order of `deck_text.LAYOUTS`."""
        makers: Mapping[str, Callable[[], Page]] = {
            "cover": self._cover,
            "text": self._text,
            "columns": self._columns,
            "title": self._title,
            "blank": self._blank,
            "section": self._section,
            "picture": self._picture,
            "figure": self._figure,
            "quote": self._quote,
            "closing": self._closing,
        }
        return tuple(makers[name]() for name in LAYOUTS)

    def layout(self, name: str) -> Page:
        return self.layouts[tuple(LAYOUTS).index(name)]

    # ---- ordinary pages

    def _text(self) -> Page:
        body = replace(self._body_place(self.calm), prompt=self._prompt("text"))
        return self._on_master("obj", "text", (self._plain_title(), body))

    def _title(self) -> Page:
        return self._on_master("titleOnly", "title", (self._plain_title(),))

    def _blank(self) -> Page:
        return self._on_master("blank", "blank", ())

    def _columns(self) -> Page:
        """A ruled heading over each column."""
        room = self.calm
        gap = room.box.width * 0.07
        half = (room.box.width - gap) / 2
        top = self._body_place(room).box.top + 10
        size = self.text.sizes["label"]
        heading = self.setter.type("label", size, self._hot(room))
        tall = size * 96 / 72 * heading.leading * 1.15
        types = self.setter.list_types(self.text.sizes["lead"], room, bullets=False)
        places: list[Place] = [self._plain_title()]
        items: list[Item] = []
        for index, left in enumerate((room.box.left, room.box.left + half + gap)):
            line = rule(self.wearer, room, half)
            items.append(line.at(left, top))
            box = Box(left, top + line.height + 18, left + half, top + line.height + 18 + tall)
            below = Box(left, box.bottom + 12, left + half, room.box.bottom)
            number = 1 + 2 * index
            places.append(
                Place("body", number, f"Heading {index + 1}", box, (heading,), "t",
                      self._prompt("heading"))
            )  # fmt: skip
            places.append(
                Place("", number + 1, f"Content {index + 1}", below, types, "t",
                      self._prompt("text"))
            )  # fmt: skip
        return replace(self._on_master("twoTxTwoObj", "columns", tuple(places)), items=tuple(items))

    # ---- pages with a picture of their own

    def _cover(self) -> Page:
        made = self._arranged("art")
        title, below = self._title_over(made.words, "cover", "ctrTitle", 0.68)
        lead = self._lead(made.words)
        place = Place("subTitle", 1, "Subtitle", below, (lead,), "t", self._prompt("subtitle"))
        return self._own("title", "cover", made, (title, place))

    def _section(self) -> Page:
        made = self._arranged("pattern")
        title, below = self._title_over(made.words, "section", "title", 0.56)
        lead = self._lead(made.words)
        place = Place("body", 1, "Text", below, (lead,), "t", self._prompt("text"))
        return self._own("secHead", "section", made, (title, place))

    def _picture(self) -> Page:
        made = self._arranged("photo")
        box, outline = window(made.frames[0], made.over, SHEET)
        title, below = self._title_over(made.words, "picture", "title", 0.5)
        lead = self._lead(made.words)
        ground = self.identity.palette.light["neutral"]
        places = (
            title,
            Place("pic", 1, "Picture", box, (replace(lead, color=self._on(ground)),), "ctr",
                  self._prompt("picture"), outline, ground),
            Place("body", 2, "Text", below, (lead,), "t", self._prompt("text")),
        )  # fmt: skip
        return self._own("picTx", "picture", made, places)

    def _figure(self) -> Page:
        """A number as large as the page takes, what it is over it, what it means under it."""
        made = self._arranged("block")
        room, box = made.words, made.words.box
        label = self.setter.type("label", self.text.sizes["label"], room.ink, room.align)
        top = box.top + self.text.sizes["label"] * 96 / 72 * label.leading * 1.3
        low = box.bottom - box.height * 0.28
        middle = Box(box.left, top, box.right, low)
        said = self._said("figure", "figure")
        points = self.setter.largest("figure", said, middle, 1, 1.3)
        figure = self.setter.type("figure", points, room.ink, room.align)
        lead = self.setter.type("lead", self.text.sizes["lead"], room.ink, room.align)
        below = self._narrowed(Box(box.left, low + 24, box.right, box.bottom), room, 0.72)
        places = (
            Place("title", 0, "Title", Box(box.left, box.top, box.right, top), (label,), "t",
                  self._prompt("label")),
            Place("body", 13, "Number", middle, (figure,), "b", self._prompt("figure")),
            Place("body", 14, "Text", below, (lead,), "t", self._prompt("text")),
        )  # fmt: skip
        return self._own("", "figure", made, places)

    def _quote(self) -> Page:
        """The mark of the language over somebody's own words."""
        made = self._arranged("art", 1)
        room, box = made.words, made.words.box
        sign = mark(self.wearer, room, "quote", self.sheet.unit * 0.04)
        centered = room.align == "center"
        x = box.center[0] - sign.width / 2 if centered else box.left
        top = box.top + sign.height + self.sheet.unit * 0.022
        low = box.bottom - box.height * 0.17
        middle = Box(box.left, top, box.right, low)
        points = self.setter.largest("display", self._said("quote", "title"), middle, 5)
        title = self.setter.type("display", points, room.ink, room.align)
        lead = self._lead(room)
        below = Box(box.left, low + 10, box.right, box.bottom)
        places = (
            Place("title", 0, "Title", middle, (title,), "t", self._prompt("quote")),
            Place("body", 13, "Who", below, (lead,), "t", self._prompt("who")),
        )
        page = self._own("", "quote", made, places)
        return replace(page, items=(*page.items, sign.at(x, box.top)))

    def _closing(self) -> Page:
        made = self._arranged("art", 2)
        title, below = self._title_over(made.words, "closing", "title", 0.4)
        room = made.words
        contacts = self.setter.type("lead", self.text.sizes["lead"], room.ink, room.align)
        place = Place("body", 13, "Contacts", below, (contacts,), "t", self._prompt("contacts"))
        return self._own("", "closing", made, (title, place))

    # ---- parts of pages

    @cached_property
    def setter(self) -> Setter:
        return Setter(self.identity, self.language, self.sheet.unit)

    @cached_property
    def sheet(self) -> Sheet:
        return Sheet(self.identity, WIDTH, HEIGHT)

    @cached_property
    def wearer(self) -> Wearer:
        return Wearer(self.sheet, self.setter.dress, self.language)

    @cached_property
    def quiet(self) -> Arrangement:
        return arrange(self.sheet, "quiet")

    @property
    def calm(self) -> Room:
        """The room of ordinary pages, which are read from the left."""
        room = self.quiet.words
        return replace(room, box=replace(room.box, top=room.box.top + _AIR), align="left")

    def _seen(self, made: Arrangement) -> tuple[Item, ...]:
        return seen((*made.under, *made.over), SHEET)

    def _arranged(self, surface: str, variant: int = 0) -> Arrangement:
        return arrange(replace(self.sheet, variant=variant), surface)

    def _title_place(self, room: Room) -> Place:
        size = self.setter.scaled("title", self.text.sizes["title"])
        type_ = self.setter.type("title", size, room.ink)
        box = room.box
        tall = 2 * size * 96 / 72 * type_.leading
        place = Box(box.left, box.top, box.left + box.width * _TITLE_SHARE, box.top + tall)
        return Place("title", 0, "Title", place, (type_,), "t", self._prompt("title"))

    def _plain_title(self) -> Place:
        """The title where the master has it, set as the master says."""
        return replace(self._title_place(self.calm), types=())

    def _body_place(self, room: Room) -> Place:
        box = room.box
        top = self._title_place(room).box.bottom + box.height * 0.05
        place = Box(box.left, top, box.left + box.width * _TEXT_SHARE, box.bottom)
        return Place("", 1, "Content", place, (), "t", self._prompt("text"))

    def _title_over(self, room: Room, name: str, kind: str, share: float) -> tuple[Place, Box]:
        """A large title at the foot of the upper part of a room, and the box under it."""
        box = room.box
        low = box.top + box.height * share
        above = Box(box.left, box.top, box.right, low)
        points = self.setter.largest("display", self._said(name, "title"), above, 4)
        type_ = self.setter.type("display", points, room.ink, room.align)
        gap = min(30.0, box.height * 0.055)
        place = Place(
            "ctrTitle" if kind == "ctrTitle" else "title",
            0, "Title", above, (type_,), "b", self._prompt("title"),
        )  # fmt: skip
        return place, Box(box.left, low + gap, box.right, box.bottom)

    def _lead(self, room: Room) -> Type:
        return self.setter.type("lead", self.text.sizes["lead"], room.muted, room.align)

    def _narrowed(self, box: Box, room: Room, share: float) -> Box:
        """Part of a box's width, on the axis of its room."""
        spare = box.width * (1 - share)
        if room.align == "center":
            return Box(box.left + spare / 2, box.top, box.right - spare / 2, box.bottom)
        return Box(box.left, box.top, box.right - spare, box.bottom)

    def _on_master(self, kind: str, name: str, places: tuple[Place, ...]) -> Page:
        foot = tuple(self._foot(self.quiet.foot))
        return Page(kind, self.text.names[name].get(self.language), (), (*places, *foot))

    def _own(self, kind: str, name: str, made: Arrangement, places: tuple[Place, ...]) -> Page:
        return Page(
            kind,
            self.text.names[name].get(self.language),
            self._seen(made),
            (*places, *self._foot(made.foot)),
            self._logo(made.foot),
            shows_master=False,
        )

    # ---- the foot

    def _logo(self, room: Room) -> tuple[Item, ...]:
        """The logo at its place in every picture of the brand."""
        made = signed(self.sheet, room, self.language)
        centered = room.align == "center"
        x = room.box.center[0] - made.width / 2 if centered else room.box.left
        return (made.at(x, room.box.bottom - made.height),)

    def _foot(self, room: Room) -> Iterator[Place]:
        """Date, footer and number beside the logo, as far as there is room for them."""
        made = signed(self.sheet, room, self.language)
        box = Box(room.box.left, room.box.bottom - made.height, room.box.right, room.box.bottom)
        size = self.text.sizes["small"]
        right = replace(self.setter.type("small", size, room.muted), align="r")
        left = replace(right, align="l")
        said, date = self.text.footer.get(self.language), self._prompt("date")
        edge = box.right
        number = Box(edge - _NUMBER_PX, box.top, edge, box.bottom)
        yield Place(*NUMBER, "Number", number, (right,), "ctr")  # type: ignore[arg-type]
        edge = number.left - _GAP
        if room.align == "center":
            free = box.center[0] - made.width / 2 - 2 * _GAP
            if free - box.left >= _LEAST_FOOTER_PX:
                place = Box(box.left, box.top, free, box.bottom)
                yield Place(*FOOTER, "Footer", place, (left,), "ctr", said)  # type: ignore[arg-type]
            start = box.center[0] + made.width / 2 + 2 * _GAP
            if edge - start >= _DATE_PX:
                place = Box(edge - _DATE_PX, box.top, edge, box.bottom)
                yield Place(*DATE, "Date", place, (right,), "ctr", date)  # type: ignore[arg-type]
            return
        start = box.left + made.width + 3 * _GAP
        if edge - start >= _DATE_PX + _GAP + _LEAST_FOOTER_PX:
            place = Box(edge - _DATE_PX, box.top, edge, box.bottom)
            yield Place(*DATE, "Date", place, (right,), "ctr", date)  # type: ignore[arg-type]
            edge = place.left - _GAP
        if edge - start >= _LEAST_FOOTER_PX:
            place = Box(start, box.top, edge, box.bottom)
            yield Place(*FOOTER, "Footer", place, (right,), "ctr", said)  # type: ignore[arg-type]

    # ---- words and colours

    def _prompt(self, name: str) -> str:
        return self.text.prompts[name].get(self.language)

    def _said(self, layout: str, word: str) -> str:
        """What the first slide of a layout says; without one, the prompt."""
        return self.words.get(layout, {}).get(word) or self._prompt(
            word if word in self.text.prompts else "title"
        )

    def _hot(self, room: Room) -> str:
        return hot(self.sheet, room)

    def _on(self, ground: str) -> str:
        palette = self.identity.palette
        return readable(ground, (palette.light["ink"], palette.dark["ink"], "#000000", "#ffffff"))
