"""The presentation as Jobs: a file for each language, ready to be spoken from.

One language a file, because all of a deck is in it: what layouts are called, what empty places ask
for, the language that spelling is checked in, the slides that it opens with. It is a presentation
and not a template file (.potx), because that opens everywhere: in PowerPoint, Keynote, LibreOffice
and Google Slides. Nothing breaks where the brand's typefaces are not installed: the program puts
its own in their place, and text shrinks where that one is wider.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from creativekit.brand.stationery import deck_text
from creativekit.brand.stationery.deck_text import LAYOUTS, DeckText, SampleText, filled_in
from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.jobs import Job, digest
from creativekit.project import templates

if TYPE_CHECKING:
    from creativekit.brand.stationery.deck_pages import Pages
    from creativekit.canvas.backends.pptx_placeholders import Place, Shown, Text
    from creativekit.canvas.backends.pptx_template import Page, Sample
    from creativekit.canvas.backends.theme_shades import ShadedTheme

FOLDER = "brand/stationery"
SPOKEN = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-US"}

_PICTURE_PX = 1000.0
"""The longer side of the sample picture: as sharp as a projector shows it."""

_PLACES: Mapping[str, tuple[str, int]] = {
    "title": ("title", 0),
    "subtitle": ("subTitle", 1),
    "left_title": ("body", 1),
    "left": ("", 2),
    "right_title": ("body", 3),
    "right": ("", 4),
    "figure": ("body", 13),
    "who": ("body", 13),
    "contacts": ("body", 13),
    "picture": ("pic", 1),
}
"""Which place a word of a slide goes to; `text` goes to another on each layout."""

_TEXT_PLACES: Mapping[str, tuple[str, int]] = {
    "text": ("", 1),
    "section": ("body", 1),
    "picture": ("body", 2),
    "figure": ("body", 14),
}
_ROLES = {"left": "body", "right": "body", "left_title": "label", "right_title": "label"}
_TITLE_ROLES = {"text": "title", "columns": "title", "title": "title", "figure": "label"}
_FOOTED = ("text", "columns", "title", "picture", "figure", "quote")
"""Layouts whose slides have a footer and a number; a cover and a section say enough."""


def jobs(identity: Identity) -> tuple[Job, ...]:
    """A presentation in each language of the project, under brand/stationery/.

    Raises InputError for a file of the project's that is wrong.
    """
    folder = _folder(identity)
    deck_text.deck_text(folder)
    template = digest(templates.read(deck_text.FILE, folder))
    return tuple(
        Job(
            f"{FOLDER}/presentation-{language}.pptx",
            make,
            (identity, language, template),
            msg("presentation {file}", file=f"presentation-{language}.pptx"),
            5.0,
            kin="presentation",
        )
        for language in identity.languages
    )


def make(identity: Identity, language: str, template: str) -> bytes:
    """The file. `template` stands for the words, which are read from their file again."""
    from creativekit.canvas.backends import pptx_template

    text = deck_text.deck_text(_folder(identity))
    made = pages(identity, language, text)
    room = made.calm
    name = identity.name.get(language)
    return pptx_template.template(
        made.master,
        made.layouts,
        tuple(_samples(made, text)),
        theme(identity, room.ground),
        made.setter.type("body", 18, room.ink),
        f"{text.kind.get(language)} · {name}",
        SPOKEN[language],
        name,
    )


def pages(identity: Identity, language: str, text: DeckText) -> Pages:
    """The master and the layouts, their large words measured by the slides that come first."""
    from creativekit.brand.stationery.deck_pages import Pages

    first: dict[str, Mapping[str, str]] = {}
    for slide in text.slides:
        first.setdefault(slide.layout, _words(slide, identity, language, text))
    return Pages(identity, language, text, first)


def theme(identity: Identity, ground: str) -> ShadedTheme:
    """The brand's theme for pages on `ground`: text is light where the ground is dark.

    Its typefaces are families, and weight is the family's bold: a deck goes to other people's
    computers, and a name such as "Lora SemiBold" is known only where that very weight is
    installed; with the kit's own font files it is not.
    """
    from creativekit.brand.stationery.deck_type import office_face
    from creativekit.canvas.backends.theme_shades import ShadedTheme
    from creativekit.color.contrast import black_or_white
    from creativekit.color.tone import WHITE
    from creativekit.identity.office_theme import theme_of

    own = theme_of(identity)
    is_dark = black_or_white(ground) == WHITE
    heading, body = office_face(identity.type.heading), office_face(identity.type.body)
    return ShadedTheme(own.name, own.colors, heading[0], body[0], is_dark)


def _words(
    slide: SampleText, identity: Identity, language: str, text: DeckText
) -> Mapping[str, str]:
    # A telephone is often a WhatsApp number too: it is said once.
    said = dict.fromkeys(each.get(language) for each in identity.contact.values())
    values = {
        "name": identity.name.get(language),
        "contacts": "\n".join(said) or text.no_contacts.get(language),
    }
    return {
        key: filled_in(words.get(language).strip("\n"), values)
        for key, words in slide.words.items()
    }


def _samples(made: Pages, text: DeckText) -> Iterator[Sample]:
    from creativekit.canvas.backends.pptx_placeholders import Text
    from creativekit.canvas.backends.pptx_template import Sample

    for number, slide in enumerate(text.slides, start=1):
        page = made.layout(slide.layout)
        words = _words(slide, made.identity, made.language, text)
        contents: list[Text | Shown] = []
        for key, said in words.items():
            if key == "picture":
                contents.append(_pattern(page.place(*_PLACES[key]), made.identity, said))
            else:
                contents.append(_written(made, slide.layout, page, key, said))
        if slide.layout in _FOOTED:
            footer = text.footer.get(made.language)
            for kind, index, said in (("ftr", 11, footer), ("sldNum", 12, str(number))):
                place = next((p for p in page.places if (p.kind, p.index) == (kind, index)), None)
                if place is not None:
                    contents.append(Text(place, ((0, said),)))
        yield Sample(tuple(LAYOUTS).index(slide.layout), tuple(contents))


def _written(made: Pages, layout: str, page: Page, key: str, said: str) -> Text:
    """Words in their place; smaller where there are more than it has room for."""
    from creativekit.canvas.backends.pptx_placeholders import Text

    kind, index = _TEXT_PLACES[layout] if key == "text" else _PLACES[key]
    if (layout, key) == ("cover", "title"):
        kind = "ctrTitle"
    place = page.place(kind, index)
    types = place.types or made.master.place("title" if kind == "title" else "body", index).types
    role = _ROLES.get(key, "lead")
    if key == "title":
        role = _TITLE_ROLES.get(layout, "display")
    elif key == "figure" or (layout, key) == ("text", "text"):
        role = "figure" if key == "figure" else "body"
    scale = made.setter.scale(place, role, types, said)
    # A title is one paragraph, however many lines it has; elsewhere each line is one.
    lines = (said,) if key == "title" else tuple(said.split("\n"))
    return Text(place, tuple((0, line) for line in lines), scale)


def _pattern(place: Place, identity: Identity, alt: str) -> Shown:
    """The brand's pattern in the place of a picture."""
    from creativekit.artwork.hand import Hand
    from creativekit.artwork.sheet import Sheet
    from creativekit.canvas.backends.pptx_placeholders import Shown
    from creativekit.canvas.backends.raster import png
    from creativekit.canvas.scene import Scene

    width, height = place.box.width, place.box.height
    tiles = Hand(Sheet(identity, width, height)).tiles("accent", 3.2)
    scale = _PICTURE_PX / max(width, height)
    data = png(Scene(width, height, tiles), scale, effort="small")
    return Shown(place, "image/png", data, alt)


def _folder(identity: Identity) -> Path | None:
    return Path(identity.project_folder) if identity.project_folder else None
