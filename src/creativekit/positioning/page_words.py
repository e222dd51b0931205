"""Words of the worksheets' page besides those of the sheets: templates/positioning/page.toml.

The names of its other templates stand here too: a plan needs them, and not what they are made with.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from creativekit.identity.template_table import Sheet
from creativekit.positioning.words import Words
from creativekit.project import templates
from creativekit.project.localized import Localized

FILE = "positioning/page.toml"
TEMPLATE = "positioning/worksheets.html.j2"
STYLE = "positioning/worksheets.css"
SCRIPT = "positioning/worksheets.js"
TEMPLATES = (TEMPLATE, STYLE, SCRIPT)
"""What the page is made of, beside the words."""

SCHEMA = 1
SPOKEN = (
    "downloaded",
    "cleared",
    "kept",
    "not_kept",
    "answered",
    "number",
    "long",
    "over",
    "under",
)
"""Those that the script says, with what is in braces put in by it."""
WORDS = (
    *SPOKEN,
    "language",
    "languages",
    "skip",
    "contents",
    "sheets",
    "tools",
    "how",
    "how_write",
    "how_kept",
    "how_download",
    "no_script",
    "download",
    "print",
    "clear",
    "clear_sure",
    "clear_saved",
    "clear_empty",
    "clear_yes",
    "clear_no",
    "saved",
    "middle",
    "unmark",
    "place",
    "right",
    "up",
    "floor",
    "floor_wanted",
    "floor_none",
    "length",
    "too_long",
)


def page_words(language: str, project_folder: Path | None = None) -> Words:
    """Raises InputError with every problem of the file."""
    return Words(_read(templates.read(FILE, project_folder)), language)


def spoken(words: Words) -> dict[str, str]:
    """What the script says, by key, its braces as they are in the file."""
    fields = {name: f"{{{name}}}" for name in ("low", "high", "n", "most", "money", "file")}
    return {key: words(key, **fields) for key in SPOKEN}


@lru_cache(maxsize=4)
def _read(data: bytes) -> Mapping[str, Localized]:
    sheet = Sheet(FILE, data)
    sheet.top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
    table = {key: sheet.top.localized(key) for key in WORDS}
    sheet.top.close()
    sheet.problems.raise_if_any()
    return table
