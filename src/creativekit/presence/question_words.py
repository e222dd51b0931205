"""Words of the questions' sheet besides the instrument's: templates/presence/questions.toml, and
those that it shares with the form for telephones.

The name of its other template stands here too: a plan needs it, and not what it is made with.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from creativekit.identity.template_table import Sheet
from creativekit.presence import xlsform
from creativekit.presence.instrument_file import TEXT_LENGTH
from creativekit.presence.instrument_texts import line
from creativekit.presence.report_words import Words
from creativekit.project import templates
from creativekit.project.localized import Localized

FILE = "presence/questions.toml"
TEMPLATE = "presence/questions.typ"
TEMPLATES = (FILE, TEMPLATE, xlsform.FILE)
"""What the sheet is made of, beside the instrument."""

SCHEMA = 1
WORDS = (
    "title", "count", "how_tick", "how_skip", "how_right", "how_return", "name", "date",
    "date_form", "for", "only_if", "quoted", "or", "trainer_sheet", "trainer_form",
)  # fmt: skip
_SHARED = ("profile", "features", "features_help", "hours", "not_for_us", "dont_know")


def words(language: str, project_folder: Path | None = None) -> Words:
    """Raises InputError with every problem of a file."""
    form = xlsform.form_words(project_folder)
    own = _read(templates.read(FILE, project_folder))
    return Words({**own, **{key: form[key] for key in _SHARED}}, language)


@lru_cache(maxsize=4)
def _read(data: bytes) -> Mapping[str, Localized]:
    sheet = Sheet(FILE, data)
    sheet.top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
    table = {key: line(sheet.top, key, TEXT_LENGTH) for key in WORDS}
    sheet.top.close()
    sheet.problems.raise_if_any()
    return table
