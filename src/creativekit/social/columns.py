"""Which column is which: names of columns in three languages, and languages after a name.

People name columns in their own language and way ("Күні", "Дата", "date*"), so names are compared
without case, ё, marks and the difference between a space, a hyphen and an underscore; the words are
data (templates/social/columns.toml). A text in one language is a column with the language behind:
`headline:ru`, `headline_ru`, `Тақырып (қаз)`. A name that begins with # is a remark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from creativekit.errors import msg, nearest
from creativekit.identity.template_table import Sheet
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES

FILE = "social/columns.toml"
MOST_WORDS = 40

# What a post says of itself; every other column is a field of its template.
OWN = (
    "template", "id", "placements", "languages", "date", "time", "caption", "hashtags", "alt",
    "variant",
)  # fmt: skip
# Of these a column may hold one language's text.
BY_LANGUAGE = ("caption", "hashtags", "alt")

_BEHIND = re.compile(r"^(.+?)(?:\s*:\s*|[\s_-]+|\s*\(\s*)([^\W\d_]+)\s*\)?$")
_UNIT = re.compile(r"[\s,(]+(?:₸|тг\.?|теңге|тенге|kzt)\)?$")
_FIELD = re.compile(r"[a-z][a-z0-9_]{0,31}")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column holds: a key of the post or a field of its template, and in which language.

    name: None for a remark.
    """

    name: str | None
    language: str | None = None


@dataclass(frozen=True)
class Names:
    """The file of names, read: canonical name by every folded word, and languages the same way."""

    columns: Mapping[str, str]
    languages: Mapping[str, str]

    def is_known(self, header: str) -> bool:
        """Whether a header is a remark or, with or without a language, a word of the file."""
        return self.meaning(header, set(self.columns.values())) is not None

    def meaning(self, header: str, fields: Collection[str] | None = None) -> Meaning | None:
        """What a header means, or None.

        fields: those of the templates; None takes any name that a field could have.
        """
        if header.lstrip().startswith("#"):
            return Meaning(None)
        name = self._name(header, fields)
        if name is not None:
            return Meaning(name)
        behind = _BEHIND.match(header.strip().rstrip("*").strip())
        if behind is None:
            return self._any_field(header, fields)
        language = self.languages.get(folded(behind[2]))
        name = self._name(behind[1], fields)
        if name is None and (found := self._any_field(behind[1], fields)) is not None:
            name = found.name
        if language is None or name is None or (name in OWN and name not in BY_LANGUAGE):
            return self._any_field(header, fields)
        return Meaning(name, language)

    def nearest(self, header: str, fields: Collection[str] | None = None) -> str | None:
        """The word of the file, or the field, that a header was likely meant to be."""
        return nearest(folded(header), (*self.columns, *(fields or ())))

    def _name(self, header: str, fields: Collection[str] | None) -> str | None:
        word = folded(header)
        for field in fields or ():
            if folded(field) == word:
                return field
        name = self.columns.get(word)
        return name if name in OWN or fields is None or name in fields else None

    def _any_field(self, header: str, fields: Collection[str] | None) -> Meaning | None:
        name = header.strip().rstrip("*").strip().lower().replace(" ", "_")
        if fields is None and _FIELD.fullmatch(name):
            return Meaning(name)
        return None


def folded(header: str) -> str:
    """A header for comparison: no case, no ё, single spaces for spaces, hyphens, underscores.

    A mark that the column is required and the unit of a price ("Баға, ₸") go.
    """
    text = unicodedata.normalize("NFC", header).casefold().replace("ё", "е")
    text = re.sub(r"[\s_-]+", " ", text).strip().rstrip("*:").strip()
    return _UNIT.sub("", text)


def names(project_folder: Path | None = None) -> Names:
    """The project's own file of column names, else ours. Raises InputError with its problems."""
    return _names(templates.read(FILE, project_folder))


@lru_cache(maxsize=4)
def _names(data: bytes) -> Names:
    sheet = Sheet(FILE, data)
    top = sheet.top
    top.whole("schema", 1, 1, 1)
    found: dict[str, dict[str, str]] = {}
    for section in ("columns", "languages"):
        table = top.table(section)
        words: dict[str, str] = {}
        for name in table.values:
            words[folded(name)] = name
            entry = table.table(name)
            if section == "languages" and name not in LANGUAGES:
                message = msg("'{found}' is not a language of creativekit", found=name)
                table.report(name, message, LANGUAGES)
            for language in LANGUAGES:
                value = entry.take(language)
                if value is None:
                    continue
                if not entry.is_list(value, language, 1, MOST_WORDS):
                    continue
                for index, word in enumerate(value):
                    if not isinstance(word, str) or not folded(word):
                        message = msg("this must be text in quotes, not {found}", found=str(word))
                        entry.report(language, message, (), None, index)
                    elif words.setdefault(folded(word), name) != name:
                        message = msg(
                            "'{found}' is already a word for '{name}'",
                            found=word,
                            name=words[folded(word)],
                        )
                        entry.report(language, message, (), None, index)
            entry.close()
        table.close()
        found[section] = words
    top.close()
    sheet.problems.raise_if_any()
    return Names(found["columns"], found["languages"])
