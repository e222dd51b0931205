"""Answers in a table: a row an item, as people keep them, or a row a person, as forms export them.

A row an item has the columns `id` and `level`, and perhaps `basis` and `note`; rows with the ids
profile, features, hours and date say the rest. A row a person has a column an item, `q1_1` for 1.1
(names of questions cannot have a point everywhere), with its group before it as KoboToolbox
(`identity/q1_1`) or ODK Central (`identity-q1_1`) write it; other columns of an export are left
out, and told. Excel in Russian takes "1.1" for the first of January, so `q1_1` is read everywhere.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError

from creativekit.errors import InputError, Problem, fail, msg, nearest
from creativekit.presence import answer_words
from creativekit.presence.answers import NOTE_LENGTH, Answer, Answers
from creativekit.presence.answers_toml import Given
from creativekit.presence.instrument import Instrument
from creativekit.project.rejection import refusal, reject, shown
from creativekit.project.text_rules import cleaned, find_fault
from creativekit.tables import cells
from creativekit.tables.table import Row, Table
from creativekit.tables.table_file import table_of

_NAME = re.compile(r"(?:.*[/\-:])?q(\d+)_(\d+)")
_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\.[а-яa-z]{3}\.?", re.IGNORECASE)
_PREFIX = re.compile(r".*[/:-](?=[^/:-]+$)")
RUN = ("profile", "features", "hours", "date")
# What people head their columns with.
_HEADS = {
    "id": "id", "item": "id", "question": "id", "сұрақ": "id", "вопрос": "id",
    "level": "level", "answer": "level", "деңгей": "level", "жауап": "level",
    "уровень": "level", "ответ": "level",
    "basis": "basis", "негіз": "basis", "основание": "basis",
    "note": "note", "ескертпе": "note", "примечание": "note",
}  # fmt: skip


def column_name(item: str) -> str:
    """The name of an item's question in forms: `q1_1` for 1.1."""
    return "q" + item.replace(".", "_")


def read(data: bytes, file: str, instrument: Instrument) -> tuple[Given, ...]:
    """Everybody's answers in a table's bytes; its name says what kind of file it is.

    Raises InputError with all problems of the table.
    """
    table = table_of(data, file, lambda head: column_of(head) is not None)
    reading = _Reading(table, instrument)
    heads = {column.index: column_of(column.name) for column in table.columns}
    found: tuple[Given, ...]
    if "id" in heads.values() and not any(each in instrument.by_id for each in heads.values()):
        found = (reading.list_of_items(heads),)
    else:
        found = tuple(reading.person(row, heads) for row in table.rows)
    problems = (*table.problems, *reading.problems)
    if problems:
        raise InputError(sorted(problems, key=lambda problem: problem.line or 0))
    return found


def column_of(head: str) -> str | None:
    """What a column's head means: a key of the run, "id", "level", "basis", "note", an item's id;
    or None."""
    name = " ".join(head.split()).casefold().rstrip("*:").strip()
    if name in _HEADS:
        return _HEADS[name]
    bare = _PREFIX.sub("", name)
    if bare in RUN:
        return bare
    return _item_id(name)


def _item_id(text: str) -> str | None:
    found = _NAME.fullmatch(text)
    if found is not None:
        return f"{int(found[1])}.{int(found[2])}"
    return text if re.fullmatch(r"\d{1,2}\.\d{1,2}", text) else None


class _Cell(NamedTuple):
    """What is said of the run: the value, what it is called there, and its row."""

    value: object
    name: str
    row: Row


class _Reading:
    """One table on its way to answers; problems are collected."""

    def __init__(self, table: Table, instrument: Instrument) -> None:
        self.table = table
        self.instrument = instrument
        self.problems: list[Problem] = []

    def report(self, row: Row, key: str, error: PydanticCustomError) -> None:
        message, accepted, near = refusal(error)
        self.problems.append(
            Problem(message, self.table.file, row.line, key, tuple(accepted), near)
        )

    def asked(self, row: Row, key: str, read: Callable[..., Any], *value: object) -> Any:
        """What `read` makes of values, or None and a problem."""
        try:
            return read(*value)
        except PydanticCustomError as error:
            self.report(row, key, error)
            return None

    def person(self, row: Row, heads: dict[int, str | None]) -> Given:
        """A row that is one person's answers."""
        run: dict[str, _Cell] = {}
        given: dict[str, Answer] = {}
        left_out = []
        for column in self.table.columns:
            value, meaning = row.cells[column.index], heads[column.index]
            if meaning in RUN:
                run[meaning] = _Cell(value, column.name, row)
            elif meaning is None or meaning in _HEADS.values():
                left_out.append(column.name)
            elif value is not None:
                said = self.asked(row, column.name, self.said, meaning, value)
                if said is not None:
                    given[meaning] = Answer(said)
        return self.given(row, run, given, left_out)

    def list_of_items(self, heads: dict[int, str | None]) -> Given:
        """A table with a row an item."""
        places = {meaning: index for index, meaning in heads.items() if meaning is not None}
        names = {column.index: column.name for column in self.table.columns}
        if "level" not in places:
            fail(
                msg("a column with the levels is missing"),
                file=self.table.file,
                line=self.table.head,
                accepted=("level", "деңгей", "уровень"),
            )
        run: dict[str, _Cell] = {}
        given: dict[str, Answer] = {}
        seen: dict[str, int] = {}
        for row in self.table.rows:
            at = {name: row.cells[place] for name, place in places.items()}
            if at["id"] is None:
                error = reject(msg("the row does not say which question it answers"))
                self.report(row, names[places["id"]], error)
                continue
            typed = cells.text(at["id"]).strip()
            if typed.casefold() in RUN:
                run[typed.casefold()] = _Cell(at["level"], typed, row)
                continue
            item = self.asked(row, names[places["id"]], self.item, at["id"])
            if item is None:
                continue
            if item in seen:
                message = msg("question '{id}' is in row {row} already", id=item, row=seen[item])
                self.report(row, names[places["id"]], reject(message))
                continue
            seen[item] = row.number
            said = self.asked(row, item, self.said, item, at["level"])
            basis = self.asked(row, item, answer_words.basis, at.get("basis") or "self")
            note = self.asked(row, item, _note, at.get("note"))
            if said is not None and basis is not None and note is not None:
                given[item] = Answer(said, basis, note)
        unknown = [column.name for column in self.table.columns if heads[column.index] is None]
        first = self.table.rows[0]
        return self.given(first, run, given, unknown)

    def item(self, value: object) -> str:
        """The id of an item that there is."""
        typed = cells.text(value).strip()
        found = _item_id(typed.casefold())
        if found in self.instrument.by_id:
            return str(found)
        if isinstance(value, datetime.date) or _DATE.fullmatch(typed):
            raise reject(
                msg(
                    "the program that saved the table took the number of a question for a date,"
                    " '{found}'; write q1_1 for 1.1",
                    found=shown(typed),
                )
            )
        raise reject(
            msg("there is no question '{id}'", id=shown(typed)),
            (),
            nearest(found or typed, self.instrument.by_id),
        )

    def said(self, item: str, value: object) -> object:
        if item not in self.instrument.by_id:
            raise reject(
                msg("there is no question '{id}'", id=shown(item)),
                (),
                nearest(item, self.instrument.by_id),
            )
        return answer_words.said(value, self.instrument.by_id[item])

    def given(
        self,
        row: Row,
        run: dict[str, _Cell],
        given: dict[str, Answer],
        left_out: list[str],
    ) -> Given:
        def of(key: str, read: Callable[[object], Any]) -> Any:
            cell = run.get(key)
            if cell is None or cell.value is None:
                return None
            return self.asked(cell.row, cell.name, read, cell.value)

        profiles = [each.id for each in self.instrument.profiles]
        if "profile" not in run or run["profile"].value is None:
            error = reject(msg("the table does not say which profile answers"), profiles)
            self.report(row, "profile", error)
        profile = of("profile", lambda value: _one_of(value, profiles)) or profiles[0]
        features = [each.id for each in self.instrument.features]
        added = of(
            "features",
            lambda value: tuple(_one_of(each, features) for each in cells.words(cells.text(value))),
        )
        date = of("date", cells.day)
        if isinstance(date, datetime.datetime):
            date = date.date()
        hours = of("hours", answer_words.hours)
        notes = list(self.table.notes)
        if left_out:
            notes.append(msg("columns that are not read: {names}", names=", ".join(left_out)))
        answers = Answers.of(
            self.instrument.version, profile, dict.fromkeys(added or ()), given, hours, date
        )
        return Given(answers, (), tuple(notes))


def _one_of(value: object, accepted: list[str]) -> str:
    text = cells.text(value).strip().lower()
    if text not in accepted:
        message = msg("'{found}' cannot be used here", found=shown(text))
        raise reject(message, accepted, nearest(text, accepted))
    return text


def _note(value: object) -> str:
    if value is None:
        return ""
    text = cleaned(cells.text(value))
    if text and (fault := find_fault(text, NOTE_LENGTH, several_lines=True)) is not None:
        raise fault
    return text
