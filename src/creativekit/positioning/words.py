"""Words printed on the sheets besides the sheets' own: templates/positioning/words.toml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from creativekit.identity.template_table import Sheet
from creativekit.project import templates
from creativekit.project.localized import Localized

FILE = "positioning/words.toml"
SCHEMA = 1
WORDS = (
    "pack",
    "minutes",
    "look",
    "result",
    "example",
    "write",
    "ours",
    "nearest",
    "empty",
    "alone",
    "distance",
    "covered",
    "missing",
    "floor",
    "index",
    "seconds",
)


class Words:
    """The words in one language: `words("minutes", n=20)`."""

    def __init__(self, table: Mapping[str, Localized], language: str) -> None:
        self._table = table
        self.language = language

    def __call__(self, key: str, **fields: object) -> str:
        return self._table[key].get(self.language).format(**fields)


def words(language: str, project_folder: Path | None = None) -> Words:
    """Raises InputError with every problem of the file."""
    return Words(_read(templates.read(FILE, project_folder)), language)


@lru_cache(maxsize=4)
def _read(data: bytes) -> Mapping[str, Localized]:
    sheet = Sheet(FILE, data)
    sheet.top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
    table = {key: sheet.top.localized(key) for key in WORDS}
    sheet.top.close()
    sheet.problems.raise_if_any()
    return table
