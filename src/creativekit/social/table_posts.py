"""The posts of a table: a row each, with every problem told by its row and its column's own name.

What a cell means depends on what its column holds. A post's own columns are read here; a field's
cell is turned into what the template's field is (a price, a date, lines) when the caller says which
fields there are, and is left as it was typed otherwise.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from creativekit.errors import Problem, msg, nearest
from creativekit.project import hashtags, text_rules
from creativekit.project.free_values import free_value
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.post_sections import MOST_HASHTAGS, MOST_VARIANT
from creativekit.project.rejection import refusal, reject, shown
from creativekit.social import columns
from creativekit.social.assembly import Draft, Frame, assembled
from creativekit.social.post import Post, Source, by_language
from creativekit.social.template import FieldType
from creativekit.tables import cells
from creativekit.tables.cells import Cell
from creativekit.tables.table import Column, Row, Table

Fields = Mapping[str, Mapping[str, FieldType]]
"""By template, the type of each of its fields."""

_SUM = re.compile(r"[₸\s]*[-−]?[\d.,\s]+[₸\s]*")


def posts_of(
    table: Table, frame: Frame, fields: Fields | None = None, names: columns.Names | None = None
) -> tuple[tuple[Post, ...], tuple[Problem, ...]]:
    """The posts of a table's rows, and everything wrong or doubtful: the table's problems first.

    fields: of every template there is; None takes any template and any name for a field.
    A row with an error gives no post.
    """
    known = columns.names() if names is None else names
    every = None if fields is None else {name for each in fields.values() for name in each}
    problems = list(table.problems)
    meant = _meanings(table, known, every, problems)
    headers = [(_key(meaning), shown(column.name)) for column, meaning in meant]
    reader = _Reader(table, frame, fields, known, meant, headers)
    drafts = []
    for row in table.rows:
        draft, found = reader.draft(row)
        problems.extend(found)
        if not any(problem.severity == "error" for problem in found):
            drafts.append(draft)
    posts, doubts = assembled(drafts, frame)
    return posts, (*problems, *doubts)


Meant = list[tuple[Column, columns.Meaning]]


def _meanings(
    table: Table, known: columns.Names, fields: set[str] | None, problems: list[Problem]
) -> Meant:
    found: Meant = []
    seen: dict[columns.Meaning, Column] = {}
    line = table.head
    for column in table.columns:
        meaning = known.meaning(column.name, fields)
        if meaning is None:
            problems.append(
                Problem(
                    msg("unknown column; begin its name with # if it is a note of your own"),
                    table.file,
                    line,
                    shown(column.name),
                    nearest=known.nearest(column.name, fields),
                )
            )
        elif meaning.name is None:
            continue
        elif meaning in seen:
            message = msg(
                "columns {first} and {second} mean the same",
                first=seen[meaning].letter,
                second=column.letter,
            )
            problems.append(Problem(message, table.file, line, shown(column.name)))
        else:
            seen[meaning] = column
            found.append((column, meaning))
    if columns.Meaning("template") not in seen:
        message = msg("a table of posts needs a column for the template")
        problems.append(Problem(message, table.file, line, "template"))
    return found


def _key(meaning: columns.Meaning) -> str:
    name = meaning.name or ""
    return name if meaning.language is None else f"{name}:{meaning.language}"


@dataclass(frozen=True)
class _Reader:
    """Reads rows of a table. shown: by key of a post, what its column is called in messages."""

    table: Table
    frame: Frame
    fields: Fields | None
    names: columns.Names
    meant: Meant
    shown: list[tuple[str, str]]

    def draft(self, row: Row) -> tuple[Draft, list[Problem]]:
        """What a row says, and what is wrong in it; a wrong cell counts as empty."""
        places = {key: (row.line, name) for key, name in self.shown}
        source = Source(self.table.file, row.line, "", places, self.table.sheet)
        problems: list[Problem] = []
        values: dict[tuple[str, str | None], Any] = {}
        template = self._template(row, source, problems)
        types = (self.fields or {}).get(template, {})
        for column, meaning in self.meant:
            cell = row.cells[column.index]
            name = meaning.name or ""
            if cell is None or name == "template":
                continue
            key = _key(meaning)
            try:
                values[name, meaning.language] = self._value(name, types.get(name), cell)
            except PydanticCustomError as error:
                message, accepted, near = refusal(error)
                problems.append(source.problem(message, key, accepted=accepted, nearest=near))
            except ValidationError as error:
                for each in error.errors(include_url=False):
                    said = each["ctx"]
                    problems.append(
                        source.problem(
                            said["message"],
                            key,
                            accepted=said["accepted"],
                            nearest=said["nearest"],
                        )
                    )
        draft = self._draft(template, values, source)
        if draft.time is not None and draft.date is None and not problems:
            problems.append(source.problem(msg("a time needs a date"), "time"))
        if draft.time is not None and isinstance(draft.date, datetime.datetime):
            message = msg("the time is given twice: in date and in time")
            problems.append(source.problem(message, "time"))
        return draft, problems

    def _template(self, row: Row, source: Source, problems: list[Problem]) -> str:
        column = next((each for each, meaning in self.meant if meaning.name == "template"), None)
        if column is None:
            return ""
        cell = row.cells[column.index]
        name = "" if cell is None else cells.text(cell).strip()
        if not name:
            problems.append(source.problem(msg("the row does not say its template"), "template"))
        elif self.fields is not None and name not in self.fields:
            if name.casefold() in self.fields:
                return name.casefold()
            problems.append(
                source.problem(
                    msg("there is no template '{name}'", name=shown(name)),
                    "template",
                    accepted=tuple(self.fields),
                    nearest=nearest(name, self.fields),
                )
            )
        return name

    def _value(self, name: str, field_type: FieldType | None, cell: Cell) -> Any:
        own = _OWN.get(name)
        if own is not None:
            if isinstance(cell, _NESTED.get(name, (list, dict))):
                raise reject(msg("'{found}' cannot be used here", found=shown(cell)))
            return own(self, cell)
        if isinstance(cell, (dict, list)):
            return free_value(cell)
        return free_value(_typed(field_type, cell, self.table))

    def _draft(
        self, template: str, values: Mapping[tuple[str, str | None], Any], source: Source
    ) -> Draft:
        fields: dict[str, Any] = {}
        for (name, language), value in values.items():
            if name in columns.OWN:
                continue
            if language is None and isinstance(fields.get(name), dict):
                fields[name].setdefault(self.frame.main, value)
            elif language is None:
                fields[name] = value
            else:
                there = fields.get(name)
                if there is not None and not by_language(there):
                    there = {self.frame.main: there}
                fields[name] = {**(there or {}), language: value}
        tags = values.get(("hashtags", None), ())
        by = isinstance(tags, dict)
        return Draft(
            template=template,
            source=source,
            id=values.get(("id", None)),
            placements=values.get(("placements", None), ()),
            languages=values.get(("languages", None), ()),
            date=values.get(("date", None)),
            time=values.get(("time", None)),
            caption=self._localized("caption", values),
            hashtags={
                code: values.get(("hashtags", code), tags.get(code, ()) if by else tags)
                for code in LANGUAGES
            },
            alt=self._localized("alt", values),
            variant=values.get(("variant", None)),
            fields=fields,
        )

    def _localized(
        self, name: str, values: Mapping[tuple[str, str | None], Any]
    ) -> Localized | None:
        texts: dict[str, Any] = {
            code: values[name, code] for code in LANGUAGES if (name, code) in values
        }
        plain = values.get((name, None))
        if isinstance(plain, dict):
            texts = plain | texts
        elif plain is not None:
            texts.setdefault(self.frame.main, plain)
        return Localized.of(texts, self.frame.main) if texts else None

    # --- a post's own columns

    def id(self, cell: Cell) -> str:
        return _line(cell, text_rules.LINE_LENGTH)

    def placements(self, cell: Cell) -> tuple[str, ...]:
        words = tuple(word.lower() for word in _words(cell))
        known = self.frame.catalogue.words
        for word in words:
            if word not in known:
                raise reject(
                    msg("'{found}' is not a placement", found=shown(word)),
                    self.frame.catalogue.groups,
                    nearest(word, known),
                )
        return words

    def languages(self, cell: Cell) -> tuple[str, ...]:
        found: list[str] = []
        for word in _words(cell):
            language = self.names.languages.get(columns.folded(word))
            if language is None:
                raise reject(
                    msg("'{found}' is not a language of creativekit", found=shown(word)), LANGUAGES
                )
            found.append(language)
        return tuple(dict.fromkeys(found))

    def date(self, cell: Cell) -> datetime.date:
        return cells.day(cell)

    def time(self, cell: Cell) -> datetime.time:
        return cells.clock(cell)

    def caption(self, cell: Cell) -> Any:
        return _texts(cell, text_rules.CAPTION_LENGTH)

    def alt(self, cell: Cell) -> Any:
        return _texts(cell, text_rules.PARAGRAPH_LENGTH)

    def hashtags(self, cell: Cell) -> tuple[str, ...] | dict[str, Any]:
        if isinstance(cell, dict):
            if not by_language(cell):
                raise reject(msg("this must be a list, or a table of lists"), LANGUAGES)
            return {code: self.hashtags(part) for code, part in cell.items() if part}
        parts = cell if isinstance(cell, list) else hashtags.parted(cells.text(cell))
        if len(parts) > MOST_HASHTAGS:
            raise reject(msg("this list is too long: at most {limit}", limit=MOST_HASHTAGS))
        return tuple(dict.fromkeys(hashtags.hashtag(cells.text(part)) for part in parts))

    def variant(self, cell: Cell) -> int:
        number = cells.number(cell)
        if not 0 <= number <= MOST_VARIANT or number != int(number):
            raise reject(
                msg(
                    "this must be a whole number from {low} to {high}, not {found}",
                    low=0,
                    high=MOST_VARIANT,
                    found=shown(cell),
                )
            )
        return int(number)


_OWN: Mapping[str, Callable[[_Reader, Cell], Any]] = {
    "id": _Reader.id,
    "placements": _Reader.placements,
    "languages": _Reader.languages,
    "date": _Reader.date,
    "time": _Reader.time,
    "caption": _Reader.caption,
    "hashtags": _Reader.hashtags,
    "alt": _Reader.alt,
    "variant": _Reader.variant,
}


# What of JSON's nested values each of them does not take.
_NESTED: Mapping[str, tuple[type, ...]] = {
    "placements": (dict,),
    "languages": (dict,),
    "hashtags": (),
    "caption": (list,),
    "alt": (list,),
}


def _typed(field_type: FieldType | None, cell: Cell, table: Table) -> Any:
    """A field's cell as its type has it. A price that is no number ("тегін") stays a text."""
    match field_type:
        case "text":
            return cells.text(cell)
        case "price":
            try:
                return cells.number(cell, table.decimals)
            except PydanticCustomError as error:
                if isinstance(cell, str) and not _SUM.fullmatch(cell.strip()):
                    return cell
                raise error
        case "date":
            return cells.day(cell)
        case "time":
            return cells.clock(cell)
        case "lines":
            return cells.lines(cells.text(cell))
        case "items":
            return cells.items(cells.text(cell))
        case "images":
            return cells.files(cells.text(cell))
        case _:
            return cell


def _line(cell: Cell, limit: int) -> str:
    text = text_rules.cleaned(cells.text(cell))
    text_rules.fault(text, limit)
    return text


def _texts(cell: Cell, limit: int) -> str | dict[str, str]:
    """A text, or from JSON a table of texts by language."""
    if isinstance(cell, dict):
        if not by_language(cell):
            raise reject(msg("this must be a text, or a table of texts"), LANGUAGES)
        texts = {code: _texts(each, limit) for code, each in cell.items() if each}
        return {code: each for code, each in texts.items() if isinstance(each, str)}
    text = text_rules.cleaned(cells.text(cell))
    text_rules.fault(text, limit, several_lines=True)
    return text


def _words(cell: Cell) -> tuple[str, ...]:
    if isinstance(cell, list):
        return tuple(cells.text(each) for each in cell)
    return cells.words(cells.text(cell))
