"""Words of the report besides the instrument's: templates/presence/report.toml.

The names of its other templates stand here too: a plan needs them, and not what they are made with.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from creativekit.presence.instrument_file import TEXT_LENGTH
from creativekit.presence.instrument_texts import lines_of
from creativekit.project.localized import Localized

FILE = "presence/report.toml"
PAGE = "presence/report.html.j2"
BASE = "presence/page.css"
STYLE = "presence/report.css"
PRINTED = "presence/report.typ"
TEMPLATES = (FILE, PAGE, BASE, STYLE, PRINTED)
"""What the report is made of."""

WORDS = (
    "title", "language", "languages", "skip", "result", "of_hundred", "overall", "answered",
    "withheld", "withheld_why", "capped", "weakest", "strongest", "dimensions", "dimension",
    "score", "difference", "uncovered", "not_for_us", "radar", "now", "before", "plan",
    "plan_span", "assumed", "month", "due", "done_when", "hours", "helps", "taken", "plan_none",
    "plan_unknown", "find_out", "later", "gaps", "gaps_lead", "said", "seen", "change", "since",
    "first", "other_version", "other_profile", "steps", "up", "down", "unchanged", "runs", "date",
    "chart", "answers", "level", "is_na", "is_dk", "is_none", "note", "by_measured", "by_file",
    "by_trainer", "audit", "health", "partial", "pass", "warn", "fail", "unknown", "method",
)  # fmt: skip


class Words:
    """The words in one language: `words("hours", n=2)`."""

    def __init__(self, table: Mapping[str, Localized], language: str) -> None:
        self._table = table
        self.language = language

    def __call__(self, key: str, **fields: object) -> str:
        text = self._table[key].get(self.language)
        # Only what is given is put in: braces of a copied template must not stop a report.
        for name, value in fields.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text


def words(language: str, project_folder: Path | None = None) -> Words:
    """Raises InputError with every problem of the file."""
    return words_of(FILE, WORDS, language, project_folder)


def words_of(
    file: str, keys: tuple[str, ...], language: str, project_folder: Path | None = None
) -> Words:
    """The words of such a file, of which there are these. Raises InputError as `words`."""
    return Words(lines_of(file, keys, TEXT_LENGTH, project_folder), language)
