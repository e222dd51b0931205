"""The worksheets as a fillable PDF, and what was written in one.

Every blank is a field under its own name, so a form in any language, filled in any program, comes
back as values by those names. What a field asks for decides what it is: scores and weights are
chosen from a list, places between two words are buttons, everything else is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from creativekit.artwork.lettering import SPARE
from creativekit.color.contrast import TEXT, readable
from creativekit.documents.filled_form import FilledForm
from creativekit.documents.form import fillable
from creativekit.documents.form_appearance import Align
from creativekit.documents.form_fields import (
    CheckField,
    ChoiceField,
    Field,
    Look,
    Mark,
    ScaleField,
    TextField,
)
from creativekit.documents.form_reading import read_form
from creativekit.fonts.faces import face
from creativekit.identity.model import Identity
from creativekit.language.formats import whole_sums
from creativekit.positioning import pages
from creativekit.positioning.blanks import Blank, blanks, written
from creativekit.positioning.sheets import worksheets
from creativekit.positioning.words import Words, words
from creativekit.project import templates
from creativekit.project.positioning_section import Positioning

_QUESTION_PT, _CELL_PT, _NUMBER_PT = 10.5, 9.5, 10.5
# 1 000 000 000 000,50 and what stands around it.
_NUMBER_LENGTH = 24


def form(
    identity: Identity, answers: Positioning | None, language: str, only: int | None = None
) -> bytes:
    """The fillable PDF of the sheets in one language, with the answers that there are in it.

    answers: None leaves it empty; only texts in `language` itself are filled in, since a fallback,
    read back, would become an answer. only: the number of one sheet; without it, all. Raises
    InputError for sheets, words or a template of the project that are wrong, or a letter that no
    face has.
    """
    folder = Path(identity.project_folder) if identity.project_folder else None
    said = words(language, folder)
    sheets = [each for each in worksheets(folder) if only in (None, each.number)]
    fields = [
        _field(blank, whole_sums(written(answers, blank, language)), said)
        for blank in blanks(sheets, answers)
    ]
    known = {each.name: _for_page(each) for each in fields}
    made = pages.pack(identity, answers, language, only=only, fields=known)
    palette = identity.palette.light
    strong = readable("#ffffff", (palette["primary-ink"], palette["ink"]), TEXT)
    look = Look(identity.type.body, face(SPARE), palette["ink"], strong)
    mark = Mark(language, tuple(each.number for each in sheets))
    return fillable(made, fields, look, mark, f"{templates.FOLDER}/{pages.TEMPLATE}")


def read(source: bytes | Path, name: str = "") -> FilledForm:
    """What is written in a form: values by name of a blank, each as a text, empty ones as "".

    An answer of one line that was typed on several has spaces for its line ends. name: what errors
    call the file. Raises InputError for a file that is not a form of ours or cannot be read: see
    `form_reading.read_form`.
    """
    found = read_form(source, name, is_blank)
    return replace(found, values=on_their_lines(found.values))


def on_their_lines(values: Mapping[str, str]) -> dict[str, str]:
    """The values, with spaces for the line ends of answers of one line."""
    several = {_place(blank.name) for blank in blanks(worksheets()) if blank.lines > 1}
    return {
        each: text if _place(each) in several else " ".join(text.split("\n"))
        for each, text in values.items()
    }


def is_blank(name: str) -> bool:
    """Whether a field's name is the path of an answer, in any row: a project may print more."""
    return _place(name) in _places()


@cache
def _places() -> frozenset[str]:
    return frozenset(_place(blank.name) for blank in blanks(worksheets()))


def _place(name: str) -> str:
    """The name without the numbers of rows: `price.rivals.*.name`."""
    return re.sub(r"(?<=\.)[0-9]{1,3}(?=\.|$)", "*", name)


def _field(blank: Blank, value: str, said: Words) -> Field:
    label = _label(blank, said)
    path = blank.path
    if "sliders" in path:
        states = tuple(str(step) for step in range(int(blank.low), int(blank.high) + 1))
        return ScaleField(blank.name, label, states, value)
    if blank.kind == "whole":
        steps = [str(step) for step in range(int(blank.low), int(blank.high) + 1)]
        options = (("", " "), *((step, step) for step in steps))
        return ChoiceField(blank.name, label, options, value, _NUMBER_PT)
    if blank.kind == "number":
        align: Align = "center" if path[0] == "map" else "left"
        return TextField(blank.name, label, value, _NUMBER_PT, align, _NUMBER_LENGTH)
    in_table = len(path) > 3 and isinstance(path[2], int)
    size = _CELL_PT if in_table or path[0] in ("map", "model") else _QUESTION_PT
    return TextField(blank.name, label, value, size, "left", blank.length)


def _label(blank: Blank, said: Words) -> str:
    """What a screen reader says at the field: table, question, which of several, hint."""
    language = said.language
    label, path = blank.label.get(language), blank.path
    if path[:2] == ("map", "ours"):
        label = f"{said('ours')} {label}"
    if len(path) > 4 and isinstance(path[4], int):
        label = f"{label}, {path[4] + 1}"
    part = blank.part.get(language) if blank.part else ""
    if part and not label.startswith(part):
        label = f"{part}: {label}"
    return f"{label}. {blank.hint.get(language)}" if blank.hint else label


def _for_page(field: Field) -> Mapping[str, Any]:
    if isinstance(field, ScaleField | CheckField):
        return {}
    return {"value": field.value, "size": field.size}
