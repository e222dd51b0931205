"""What posters, badges and certificates say of themselves: templates/cohort/pack.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from creativekit.artwork.dress import FILE as DRESS
from creativekit.identity.template_table import Sheet
from creativekit.jobs import digest
from creativekit.presence.instrument_texts import line
from creativekit.project import templates
from creativekit.project.localized import Localized

FILE = "cohort/pack.toml"
PAGES = "cohort/pack.typ"
SCHEMA = 1
TEXT_LENGTH = 200
WORDS = (
    "poster_title", "poster_lead", "certificate", "for_taking_part", "hours", "cut",
    "rehearsal",
)  # fmt: skip
_NAMED = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class PackWords:
    """`words("hours", "kk", hours="6")`; a value is put in as it is."""

    texts: Mapping[str, Localized]

    def __call__(self, key: str, language: str, **values: str) -> str:
        text = self.texts[key].get(language)
        return _NAMED.sub(lambda found: values.get(found[1], found[0]), text)


def pack_words(folder: Path | None = None) -> PackWords:
    """Raises InputError with the file's problems."""
    return _read(templates.read(FILE, folder))


def sources(folder: Path | None = None) -> str:
    """Digest of the templates that pages are made of besides words, for Jobs."""
    return digest(*(templates.read(name, folder) for name in (PAGES, DRESS)))


@lru_cache(maxsize=4)
def _read(data: bytes) -> PackWords:
    sheet = Sheet(FILE, data)
    sheet.top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
    found = {key: line(sheet.top, key, TEXT_LENGTH) for key in WORDS}
    sheet.top.close()
    sheet.problems.raise_if_any()
    return PackWords(found)
