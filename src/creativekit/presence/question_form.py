"""The questions as a fillable PDF: one choice a question, ticks for what else is so, a few lines.

Fields are called as the questions of the form for telephones are, `q1_1` for 1.1, and store what
those store: 0 to 4, `na`, `dk`. A form says of itself which version of the instrument it asks.
question_answers.py reads it back.
"""

from __future__ import annotations

from pathlib import Path

from creativekit.artwork.lettering import SPARE
from creativekit.color.contrast import TEXT, readable
from creativekit.documents.form import fillable
from creativekit.documents.form_fields import (
    QUESTIONS,
    CheckField,
    Field,
    Look,
    Mark,
    ScaleField,
    TextField,
)
from creativekit.fonts.faces import face
from creativekit.identity.model import Identity
from creativekit.presence import question_sheet
from creativekit.presence.answer_words import ACCEPTED
from creativekit.presence.answers_table import column_name
from creativekit.presence.instrument import Instrument
from creativekit.presence.question_fields import DATE, FEATURES, HOURS, NAME, PROFILE
from creativekit.presence.question_words import TEMPLATE, words
from creativekit.presence.report_words import Words
from creativekit.project import templates

_LINE_PT = 11.0
_NAME_LENGTH, _SHORT_LENGTH = 120, 24


def form(
    identity: Identity, instrument: Instrument, language: str, profile: str | None = None
) -> bytes:
    """The empty form in one language.

    profile: whose questions, which the form then says already; None for everybody's. Raises
    InputError for words or a template of the project that are wrong, or a letter that no face has.
    """
    folder = Path(identity.project_folder) if identity.project_folder else None
    said = words(language, folder)
    made = question_sheet.sheet(identity, instrument, language, profile, fields=True)
    palette = identity.palette.light
    strong = readable("#ffffff", (palette["primary-ink"], palette["ink"]), TEXT)
    look = Look(identity.type.body, face(SPARE), palette["ink"], strong)
    mark = Mark(language, kind=QUESTIONS, edition=instrument.version)
    name = f"{templates.FOLDER}/{TEMPLATE}"
    return fillable(made, fields(instrument, said, profile), look, mark, name)


def fields(instrument: Instrument, said: Words, profile: str | None) -> list[Field]:
    """The fields, in the order of the pages; what a screen reader says is in the form's language.

    A help that the pages have no room for is in the question's own label.
    """
    language = said.language
    found: list[Field] = [
        TextField(NAME, said("name"), "", _LINE_PT, "left", _NAME_LENGTH),
        TextField(
            DATE, f"{said('date')}: {said('date_form')}", "", _LINE_PT, "left", _SHORT_LENGTH
        ),
        TextField(HOURS, said("hours"), "", _LINE_PT, "left", _SHORT_LENGTH),
    ]
    profiles = [each.id for each in instrument.profiles if profile in (None, each.id)]
    label = said("profile" if profile is None else "for")
    found.append(ScaleField(PROFILE, label, tuple(profiles), profile or ""))
    if profile is None:
        found += [
            CheckField(f"{FEATURES}.{each.id}", each.title.get(language))
            for each in instrument.features
        ]
    for item in question_sheet.asked(instrument, profile):
        asks = f"{item.id} {item.question.get(language)} {item.help.get(language)}"
        found.append(ScaleField(column_name(item.id), asks, ACCEPTED))
    return found
