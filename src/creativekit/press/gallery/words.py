"""Words of the gallery, templates/gallery/words.toml: on the page in each language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from creativekit.identity.template_table import Sheet
from creativekit.project import templates
from creativekit.project.localized import Localized

FOLDER = "gallery"
FILE = f"{FOLDER}/words.toml"
PAGE = f"{FOLDER}/index.html.j2"
STYLE = f"{FOLDER}/gallery.css"
SCRIPT = f"{FOLDER}/gallery.js"

SCHEMA = 1
KEYS = (
    "title", "language", "dark", "skip", "contents", "copied", "edited", "colors", "colors_lead",
    "palettes", "logo", "logo_lead", "other_names", "icons", "type", "type_lead", "type_lead_one",
    "pattern", "pattern_lead", "documents", "documents_lead", "posts", "posts_lead", "calendar",
    "calendar_lead", "positioning", "positioning_lead", "presence", "files", "guide", "cards",
    "letterhead", "presentation", "price_list", "signature", "in_browser", "front", "back",
    "safe", "safe_note", "shown", "all", "copy_caption", "caption", "no_caption", "alt", "pages",
    "page", "whole", "px", "circle", "captions", "sheets", "calendar_file", "plan_file",
    "worksheets", "blank_sheets", "format", "print_a4", "print_a3", "form", "word", "text",
    "statement", "map", "voice", "pitch", "overall", "of_hundred", "dimensions", "no_score",
    "steps", "report", "due", "search", "found", "folder_root", "absent_brand", "absent_social",
    "absent_positioning", "absent_presence",
)  # fmt: skip


def words(project_folder: Path | None = None) -> Mapping[str, Localized]:
    """Texts by key. Raises InputError with every problem of the file."""
    return _read(templates.read(FILE, project_folder))


@lru_cache(maxsize=4)
def _read(data: bytes) -> Mapping[str, Localized]:
    sheet = Sheet(FILE, data)
    sheet.top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
    table = {key: sheet.top.localized(key) for key in KEYS}
    sheet.top.close()
    sheet.problems.raise_if_any()
    return table
