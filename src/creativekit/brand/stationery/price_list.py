"""The price list: one or more A4 pages under a band of the brand's own picture.

Few items are set large and many small, and what one page does not hold goes on under a repeated
head. Figures are of equal width, in the face of the text: heading faces such as Raleway or Oswald
have no such figures. Prices are whole tenge with a no-break space before ₸.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from creativekit.artwork.dress import stack
from creativekit.brand.stationery import texts
from creativekit.brand.stationery.reach import places, ways
from creativekit.brand.stationery.texts import FOLDER, Texts
from creativekit.errors import Problem, Problems, msg
from creativekit.fonts import fallback
from creativekit.fonts.faces import Face
from creativekit.identity.model import Identity
from creativekit.identity.stationery import PriceItem, PriceList, Source
from creativekit.jobs import Job, digest
from creativekit.language.formats import NO_BREAK_SPACE, date, tenge
from creativekit.project import templates
from creativekit.project.localized import Localized
from creativekit.project.model import FILE_NAME
from creativekit.project.wording import dotted

TEMPLATE = f"{FOLDER}/price-list.typ"

WIDTH_PX = 2100.0
"""Of the band over the first page, ten px a millimetre."""

# The band's height with up to so many items: a short list has more of the picture.
_HEIGHTS = ((1, 1350.0), (3, 1080.0), (6, 820.0))
_HEIGHT = 620.0
_MARGIN = 175.0
_TITLE_PX = 190.0
# Which of the style's pictures it is: the worksheets' first ones are others.
_PICTURE = 3
_SHORT = 700
"""Characters of an item that is not cut between two pages, and of a list that leaves room."""


def jobs(identity: Identity) -> tuple[Job, ...]:
    """A PDF in each language; nothing without `[price_list]`.

    Raises InputError for a letter that no face has, and for words of the project's own that are
    wrong.
    """
    prices = identity.stationery.price_list
    if prices is None:
        return ()
    folder = _folder(identity)
    texts.texts("price-list", folder)
    _require_letters(identity, prices)
    state = digest(texts.state("price-list", folder), templates.read(TEMPLATE, folder))
    found = []
    for language in identity.languages:
        name = f"price-list-{language}.pdf"
        label = msg("price list {file}", file=name)
        found.append(
            Job(f"{FOLDER}/{name}", make_pdf, (identity, prices, language, state), label, 2.0)
        )
    return tuple(found)


def make_pdf(identity: Identity, prices: PriceList, language: str, sources: str) -> bytes:
    """`sources` stands for the template and the words, which are read again."""
    from creativekit.artwork.band import band
    from creativekit.artwork.sheet import Sheet
    from creativekit.canvas.path import Box
    from creativekit.documents.typst import compile_pdf

    folder = _folder(identity)
    said = texts.texts("price-list", folder)
    heading = prices.title.get(language) if prices.title else said("title", language)
    height = _height(prices, language)
    safe = Box(_MARGIN, 90.0, WIDTH_PX - _MARGIN, height - 16.0)
    title_px = _TITLE_PX * (height / _HEIGHT) ** 0.5
    sheet = Sheet(identity, WIDTH_PX, height, _PICTURE, safe)
    over = band(sheet, heading, language, title_px)
    palette, type_ = identity.palette.light, identity.type
    faces = _faces(identity)
    name = identity.name.get(language)
    data = {
        **_said(identity, prices, said, language),
        "heading": heading,
        "name": name,
        "band": height / 10,
        "room": over.room,
        "title_size": over.size,
        "heading_scale": type_.heading_scale,
        "tracking": type_.tracking,
        "upper": identity.style.cover == "bold",
        "spares": [role for role in faces if role.startswith("spare")],
        "ink": palette["ink"],
        "muted": palette["ink-muted"],
        "strong": palette["primary-ink"],
        "line": palette["outline"],
    }
    return compile_pdf(
        templates.read(TEMPLATE, folder),
        data,
        {"band.svg": over.svg},
        faces,
        title=f"{heading} · {name}",
        language=language,
        name=f"{templates.FOLDER}/{TEMPLATE}",
    )


def price_text(item: PriceItem, said: Texts, language: str) -> str:
    """`12 500 ₸`, `from 12 500 ₸`, or what is said instead."""
    if isinstance(item.price, Localized):
        return item.price.get(language)
    text = tenge(item.price, language)
    if item.is_from:
        text = said("from", language, price=text).replace(" ", NO_BREAK_SPACE)
    return text


def _said(identity: Identity, prices: PriceList, said: Texts, language: str) -> dict[str, Any]:
    day = prices.valid_from
    reach = [text for text, _ in ways(identity, (language,))]
    where = [text for _, text in places(identity, (language,))]
    return {
        "groups": [
            {
                "title": group.title.get(language) if group.title else None,
                "items": [
                    {
                        "name": item.name.get(language),
                        "description": _lines(item.description, language),
                        "price": price_text(item, said, language),
                        "amount": isinstance(item.price, int),
                        "whole": _is_short(item, language),
                        "unit": f"/{NO_BREAK_SPACE}{item.unit.get(language)}"
                        if item.unit
                        else None,
                    }
                    for item in group.items
                ],
            }
            for group in prices.groups
        ],
        "note": _lines(prices.note, language),
        "valid_from": said("valid_from", language, date=date(day, language)) if day else None,
        "item": said("item", language),
        "price": said("price", language),
        "contact": [line for line in (" · ".join(reach), *where) if line],
    }


def _lines(text: Localized | None, language: str) -> list[str]:
    if text is None:
        return []
    return [line for line in text.get(language).splitlines() if line.strip()]


def _height(prices: PriceList, language: str) -> float:
    """Px of the band."""
    items = [item for group in prices.groups for item in group.items]
    said = sum(_length(item, language) for item in items)
    said += len(prices.note.get(language)) if prices.note else 0
    for most, height in _HEIGHTS:
        if len(items) <= most and said <= _SHORT:
            return height
    return _HEIGHT


def _is_short(item: PriceItem, language: str) -> bool:
    """Whether an item may be kept on one page."""
    return _length(item, language) <= _SHORT


def _length(item: PriceItem, language: str) -> int:
    texts = (item.name, item.description, item.unit, item.price)
    return sum(len(text.get(language)) for text in texts if isinstance(text, Localized))


def _faces(identity: Identity) -> dict[str, Face]:
    """The brand's faces by role, then those that write what they lack."""
    type_ = identity.type
    own = (type_.heading, type_.body, type_.body_bold)
    found = dict(zip(("heading", "body", "bold"), own, strict=True))
    spare = [face for face in stack(*own) if face not in own]
    return found | {f"spare{index}": face for index, face in enumerate(spare)}


def _require_letters(identity: Identity, prices: PriceList) -> None:
    """Raise InputError naming each character of the list that no face has, and where it is."""
    faces = tuple(_faces(identity).values())
    problems = Problems()
    for text, source, key in _texts(identity, prices):
        shown = "".join(dict.fromkeys("".join(text.get(each) for each in identity.languages)))
        for char in fallback.absent(shown.replace("\n", ""), faces):
            made = fallback.unwritable(char, faces)
            line = source.line(str(key[-1])) if source else None
            problems.add(Problem(made.message, FILE_NAME, line, dotted(key), made.accepted))
    problems.raise_if_any()


def _texts(
    identity: Identity, prices: PriceList
) -> Iterator[tuple[Localized, Source | None, tuple[str | int, ...]]]:
    brand = {("project", "name"): identity.name, ("price_list", "title"): prices.title,
             ("price_list", "note"): prices.note}  # fmt: skip
    brand |= {("contact", kind): text for kind, text in identity.contact.items()}
    for key, text in brand.items():
        if text is not None:
            yield text, None, key
    for group in prices.groups:
        for index, item in enumerate(group.items):
            where = item.source.key if item.source else ("price_list", "item")
            said = {
                "name": item.name,
                "price": item.price if isinstance(item.price, Localized) else None,
                "unit": item.unit,
                "description": item.description,
                "group": None if index else group.title,
            }
            for name, own in said.items():
                if own is not None:
                    yield own, item.source, (*where, name)


def _folder(identity: Identity) -> Path | None:
    return Path(identity.project_folder) if identity.project_folder else None
