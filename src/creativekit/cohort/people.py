"""The people who get a badge and a certificate, from a table that the organiser keeps.

A row is taken whole or not at all, with the reason, and no row keeps another from being taken. What
columns are called is data (templates/cohort/people.toml), in three languages; a surname, a name and
a patronymic in columns of their own become one name. Texts are text: a cell that a spreadsheet
would run as a formula is set as it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from pydantic_core import PydanticCustomError

from creativekit.cohort.choices import Choices, plain
from creativekit.cohort.columns import folded
from creativekit.cohort.vocabulary import Word
from creativekit.errors import Problem, fail, msg
from creativekit.fonts import fallback
from creativekit.fonts.faces import Face
from creativekit.identity.template_table import Sheet, Table
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES
from creativekit.project.rejection import refusal
from creativekit.project.text_rules import NAME_LENGTH, cleaned, find_fault
from creativekit.tables import cells, table_file
from creativekit.tables.table import Row
from creativekit.tables.table import Table as Rows

FILE = "cohort/people.toml"
SCHEMA = 1
KEYS = ("name", "surname", "patronymic", "role", "organisation", "group", "language", "code")
TEXTS = ("role", "organisation", "group", "code")
"""What is printed beside the name."""
CODE_LENGTH = 24
MOST_PEOPLE = 3000
_NAMES = ("surname", "name", "patronymic")


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who gets a badge. group: its title in their language, or as it was written. What was
    not said is ""."""

    name: str
    language: str
    role: str = ""
    organisation: str = ""
    group: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Guests:
    """people: in the order of the table. refused: rows that were not taken, with the reason."""

    people: tuple[Guest, ...]
    refused: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


def guests(
    data: bytes,
    file: str,
    groups: Sequence[Word],
    faces: Sequence[Face],
    language: str,
    folder: Path | None = None,
) -> Guests:
    """The people in a table's bytes. file: its name. faces: what names are set in. language: of
    people who do not say theirs.

    Raises InputError for a table that cannot be read, or that has no column of names.
    """
    names = _names(templates.read(FILE, folder))
    table = table_file.table_of(data, file, lambda head: folded(head) in names.columns)
    columns = _columns(table, names)
    if len(table.rows) > MOST_PEOPLE:
        fail(msg("the table has too many rows: at most {limit}", limit=MOST_PEOPLE), file=file)
    broken = {each.line for each in table.problems}
    reader = _Reader(file, columns, names, groups, faces, language)
    for row in table.rows:
        if row.line not in broken:
            reader.read(row)
    refused = sorted((*table.problems, *reader.refused), key=lambda each: each.line or 0)
    return Guests(tuple(reader.people), tuple(refused), tuple(reader.warnings))


@dataclass(frozen=True, slots=True)
class _Names:
    """columns: the key of every folded head. languages: the choices of that column."""

    columns: Mapping[str, str]
    languages: Choices


@lru_cache(maxsize=4)
def _names(data: bytes) -> _Names:
    sheet = Sheet(FILE, data)
    sheet.top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
    found: dict[str, str] = {}
    for key in KEYS:
        for each in _list(sheet.top, key):
            found.setdefault(folded(each), key)
    languages = Choices((each, tuple(_list(sheet.top, each))) for each in LANGUAGES)
    sheet.top.close()
    sheet.problems.raise_if_any()
    return _Names(found, languages)


def _list(keys: Table, name: str) -> list[str]:
    value = keys.take(name)
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return value
    keys.report(name, msg("this must be a list of words"))
    return [name]


def _columns(table: Rows, names: _Names) -> dict[str, int]:
    """Where each key's column is. Raises InputError without a name's."""
    found: dict[str, int] = {}
    for column in table.columns:
        key = names.columns.get(folded(column.name))
        if key is not None:
            found.setdefault(key, column.index)
    if "name" not in found and "surname" not in found:
        accepted = ("аты-жөні", "фио", "name")
        fail(msg("no column holds names"), file=table.file, line=table.head, accepted=accepted)
    return found


class _Reader:
    def __init__(
        self,
        file: str,
        columns: Mapping[str, int],
        names: _Names,
        groups: Sequence[Word],
        faces: Sequence[Face],
        language: str,
    ) -> None:
        self.people: list[Guest] = []
        self.refused: list[Problem] = []
        self.warnings: list[Problem] = []
        self._file = file
        self._columns = columns
        self._languages = names.languages
        self._titles = {each.id: each.title for each in groups}
        # People who type lists leave the points of ё out.
        self._groups = Choices(
            (
                each.id,
                (
                    *each.also,
                    *(form for _, text in each.title.texts for form in (text, _plain(text))),
                ),
            )
            for each in groups
        )
        self._faces = tuple(faces)
        self._language = language

    def read(self, row: Row) -> None:
        before = len(self.refused)
        parts = [self._text(row, key, NAME_LENGTH) for key in _NAMES]
        name = " ".join(part for part in parts if part)
        if len(self.refused) == before:
            self._judge(name, row, "name", NAME_LENGTH)
        texts = {
            key: self._text(row, key, CODE_LENGTH if key == "code" else NAME_LENGTH)
            for key in TEXTS
        }
        language = self._spoken(row)
        if len(self.refused) > before:
            return
        texts["group"] = self._group(texts["group"], row, language)
        self.people.append(Guest(name, language, **texts))

    def _text(self, row: Row, key: str, limit: int) -> str:
        place = self._columns.get(key)
        value = None if place is None else row.cells[place]
        if value is None:
            return ""
        # A cell in which somebody broke a line is one line here.
        text = cleaned(" ".join(cells.text(value).split("\n")))
        if text:
            self._judge(text, row, key, limit)
        return text

    def _judge(self, text: str, row: Row, key: str, limit: int) -> None:
        error = find_fault(text, limit)
        if error is not None:
            self._refuse(error, row, key)
            return
        # Some styles set names in capitals.
        for char in fallback.absent(text + text.upper(), self._faces):
            problem = fallback.unwritable(char, self._faces)
            self.refused.append(replace(problem, file=self._file, line=row.line, key=key))

    def _spoken(self, row: Row) -> str:
        place = self._columns.get("language")
        value = None if place is None else row.cells[place]
        if value is None or not plain(value):
            return self._language
        try:
            return self._languages.one(value)
        except PydanticCustomError as error:
            self._refuse(error, row, "language")
            return self._language

    def _group(self, text: str, row: Row, language: str) -> str:
        """A group's title; what is none of the meeting's is printed as it was written."""
        if not text:
            return ""
        try:
            return self._titles[self._groups.one(text)].get(language)
        except PydanticCustomError as error:
            _, accepted, near = refusal(error)
            message = msg(
                "'{found}' is no group of this meeting; it is printed as it is", found=text
            )
            self.warnings.append(
                Problem(message, self._file, row.line, "group", accepted, near, "warning")
            )
            return text

    def _refuse(self, error: PydanticCustomError, row: Row, key: str) -> None:
        message, accepted, near = refusal(error)
        self.refused.append(Problem(message, self._file, row.line, key, tuple(accepted), near))


def _plain(text: str) -> str:
    return text.replace("ё", "е").replace("Ё", "Е")
