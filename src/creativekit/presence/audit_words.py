"""Words of the audit's page besides the checks' own: templates/presence/audit.toml.

The names of its other templates stand here too: a plan needs them, and not what they are made with.
"""

from __future__ import annotations

from pathlib import Path

from creativekit.presence import report_words
from creativekit.presence.report_words import Words, words_of

FILE = "presence/audit.toml"
PAGE = "presence/audit.html.j2"
STYLE = "presence/audit.css"
TEMPLATES = (FILE, PAGE, report_words.BASE, report_words.STYLE, STYLE)
"""What the page is made of: on the report's style stands its own."""

WORDS = (
    "title", "language", "languages", "skip", "result", "health", "of_hundred", "withheld",
    "withheld_why", "stopped", "budget", "cancelled", "slow", "asked", "date", "pages",
    "covered", "vantage", "counted", "pass", "warn", "fail", "unknown", "first", "first_none",
    "only", "in_order", "seen", "places", "why", "mend", "source", "method",
)  # fmt: skip


def words(language: str, project_folder: Path | None = None) -> Words:
    """Raises InputError with every problem of the file."""
    return words_of(FILE, WORDS, language, project_folder)
