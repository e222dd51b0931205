"""Rows of a form for KoboToolbox, ODK and what else reads XLSForm, in three languages.

See https://xlsform.org. What every form of ours has in common: the columns of its sheets, languages
as XLSForm wants them, and labels in which nothing is taken for another question's answer.
"""

from __future__ import annotations

from collections.abc import Iterable

from creativekit.project.localized import LANGUAGES, Localized
from creativekit.tables.workbook_writing import Sheet

# Its name, then its code, by which telephones choose.
NAMES = {"kk": "Қазақша (kk)", "ru": "Русский (ru)", "en": "English (en)"}


def by_language(column: str) -> tuple[str, ...]:
    """A column of texts, once a language."""
    return tuple(f"{column}::{NAMES[language]}" for language in LANGUAGES)


SURVEY_HEAD = (
    "type", "name", *by_language("label"), *by_language("hint"), "required", "relevant",
    "calculation", "constraint", *by_language("constraint_message"),
)  # fmt: skip
_WIDTHS = (22, 14, *[44] * 3, *[44] * 3, 9, 30, 30, 30, *[30] * 3)


def texts(text: Localized | None) -> tuple[str, ...]:
    return tuple("" if text is None else text.get(language) for language in LANGUAGES)


def row(
    kind: str,
    name: str,
    label: Localized | None = None,
    hint: Localized | None = None,
    *,
    required: bool = False,
    relevant: str = "",
    calculation: str = "",
    constraint: str = "",
    wrong: Localized | None = None,
) -> tuple[str, ...]:
    """A row of the survey."""
    # A label that holds ${…} would be taken for another question's answer.
    said = (text.replace("${", "$ {") for text in (*texts(label), *texts(hint)))
    return (
        kind, name, *said, "yes" if required else "", relevant, calculation, constraint,
        *texts(wrong),
    )  # fmt: skip


def survey(rows: Iterable[tuple[str, ...]]) -> Sheet:
    return Sheet("survey", SURVEY_HEAD, tuple(rows), _WIDTHS)


def choices(rows: Iterable[tuple[str, ...]]) -> Sheet:
    """Rows: the list's name, the choice's, its texts."""
    head = ("list_name", "name", *by_language("label"))
    return Sheet("choices", head, tuple(rows), (12, 10, 60, 60, 60))


def settings(title: str, form_id: str, version: str, main: str = "kk") -> Sheet:
    head = ("form_title", "form_id", "version", "default_language")
    return Sheet("settings", head, ((title, form_id, version, NAMES[main]),), (44, 20, 12, 16))
