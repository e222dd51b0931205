"""The questions on paper: A4 sheets for a room without laptops.

All that one profile is asked, or everything, with whom a question is for said over it. In each box
stands the key by which the answer is typed in (`creativekit assess`), so that a sheet is read off
without counting lines. Boxes are 5 mm, letters 10 pt at the least, and nothing depends on colour:
a sheet is copied in black and white and ticked with a pencil. The same pages with places for
fields are those of the fillable form (question_form.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from creativekit.artwork.band import Band, band
from creativekit.artwork.paper_dress import BAND, paper_dress, paper_faces
from creativekit.artwork.sheet import Sheet
from creativekit.canvas.path import Box
from creativekit.documents.form_tint import field_tint
from creativekit.documents.typst import compile_pdf
from creativekit.identity.model import Identity
from creativekit.language import formats
from creativekit.presence.answers import DONT_KNOW, NOT_FOR_US
from creativekit.presence.answers_table import column_name
from creativekit.presence.instrument import EVERYBODY, Instrument, Item
from creativekit.presence.question_words import TEMPLATE, words
from creativekit.presence.report_words import Words
from creativekit.project import templates

BAND_PX = 2100.0, 360.0
"""The picture over the first page, ten px a millimetre of A4."""
SAFE = Box(150.0, 80.0, BAND_PX[0] - 150.0, BAND_PX[1] - 12.0)
KEYS = ((NOT_FOR_US, "n", "not_for_us"), (DONT_KNOW, "d", "dont_know"))
"""What is no level: as it is stored, the key in its box, its word."""
_PICTURE = 3


def sheet(
    identity: Identity,
    instrument: Instrument,
    language: str,
    profile: str | None = None,
    *,
    fields: bool = False,
) -> bytes:
    """The PDF in one language.

    profile: whose questions; None for everybody's, with the profile asked as well. fields: with
    places for the fields of the form instead of boxes to tick. Raises InputError for words or a
    template of the project that are wrong, or a letter that no face has.
    """
    folder = Path(identity.project_folder) if identity.project_folder else None
    said = words(language, folder)
    palette = identity.palette.light
    name = identity.name.get(language)
    over = sheet_band(identity, said("title"), language)
    data = {
        **page_data(instrument, said, profile, fields),
        "name": name,
        **paper_dress(identity, over, BAND_PX[1]),
        "form": fields,
        "field": field_tint(palette["surface"], palette["primary-ink"]),
    }
    return compile_pdf(
        templates.read(TEMPLATE, folder),
        data,
        {BAND: over.svg},
        paper_faces(identity),
        title=f"{said('title')} · {name}",
        language=language,
        name=f"{templates.FOLDER}/{TEMPLATE}",
    )


def asked(instrument: Instrument, profile: str | None) -> tuple[Item, ...]:
    """The items of the sheet, in order."""
    return instrument.items if profile is None else instrument.asked(profile)


def page_data(
    instrument: Instrument, said: Words, profile: str | None, fields: bool
) -> dict[str, Any]:
    """What the sheet says, in one language."""
    language = said.language
    items = asked(instrument, profile)
    profiles = [each for each in instrument.profiles if profile in (None, each.id)]
    return {
        "heading": said("title"),
        "version": instrument.version,
        "count": said("count", n=formats.number(len(items), language)),
        "how": [
            said(key) for key in ("how_tick", "how_skip", "how_return" if fields else "how_right")
        ],
        "trainer": said("trainer_form" if fields else "trainer_sheet"),
        "date_form": said("date_form") if fields else "",
        "w": {key: said(key) for key in ("name", "date", "hours", "features_help")},
        "who": {
            "title": said("profile" if profile is None else "for"),
            "one": profile is not None,
            "profiles": [
                {
                    "id": each.id,
                    "title": each.title.get(language),
                    "about": each.about.get(language),
                }
                for each in profiles
            ],
            "features_title": said("features"),
            "features": [
                {"id": each.id, "title": each.title.get(language)}
                for each in (instrument.features if profile is None else ())
            ],
        },
        "dimensions": list(_dimensions(instrument, items, said, profile is None)),
    }


def only_if(item: Item, instrument: Instrument, said: Words) -> str:
    """Whom a question is for; "" where it is for everybody."""
    if EVERYBODY in item.applies:
        return ""
    titles = [
        each.title.get(said.language) for each in instrument.features if each.id in item.applies
    ]
    joint = f" {said('or')} "
    return said("only_if", features=joint.join(said("quoted", text=each) for each in titles))


def _dimensions(
    instrument: Instrument, items: tuple[Item, ...], said: Words, everybody: bool
) -> Iterator[dict[str, Any]]:
    language = said.language
    for each in instrument.dimensions:
        questions = [
            {
                "id": item.id,
                "name": column_name(item.id),
                "question": item.question.get(language),
                "only": only_if(item, instrument, said) if everybody else "",
                "levels": [
                    {"state": str(level), "key": str(level), "text": text.get(language)}
                    for level, text in enumerate(item.levels)
                ],
                "others": [
                    {"state": state, "key": key, "text": said(word)} for state, key, word in KEYS
                ],
            }
            for item in items
            if item.dimension == each.id
        ]
        if questions:
            yield {
                "title": each.title.get(language),
                "about": each.about.get(language),
                "questions": questions,
            }


def sheet_band(identity: Identity, title: str, language: str) -> Band:
    """The picture over the first page of a form on paper."""
    return band(Sheet(identity, *BAND_PX, _PICTURE, SAFE), title, language)
