"""Tables in JSON: a list of objects, or an object with such a list under "posts".

Programs write these, and people mend them, so a problem names the line in the file and not only the
number of the post. Numbers are kept as they are written; what JSON proper does not know (NaN, a key
given twice) is refused.
"""

from __future__ import annotations

import json
from decimal import Decimal
from json.decoder import WHITESPACE  # type: ignore[attr-defined]
from typing import Any

from creativekit.errors import Problem, fail, msg
from creativekit.project.rejection import shown
from creativekit.tables import text_encoding
from creativekit.tables.table import MOST_COLUMNS, MOST_ROWS, Column, Row, Table, letter

LIST = "posts"
MOST_DIGITS = 18


def read(data: bytes, file: str) -> Table:
    """The table in a JSON file's bytes. Raises InputError for what cannot be read at all."""
    text, encoding = text_encoding.decoded(data, file)
    found, problems = _objects(text, file)
    if not found:
        fail(msg("the table is empty"), file=file)
    if len(found) > MOST_ROWS:
        fail(msg("the table has too many rows: at most {limit}", limit=MOST_ROWS), file=file)
    names = list(dict.fromkeys(key for _, each in found for key in each))
    if len(names) > MOST_COLUMNS:
        fail(msg("the table has too many columns: at most {limit}", limit=MOST_COLUMNS), file=file)
    rows = tuple(
        Row(number, line, tuple(_cell(each.get(name)) for name in names))
        for number, (line, each) in enumerate(found, 1)
    )
    return Table(
        file,
        tuple(Column(index, name, letter(index)) for index, name in enumerate(names)),
        rows,
        encoding=encoding,
        notes=(msg("encoding: {encoding}", encoding=encoding),),
        problems=tuple(problems),
    )


class _Twice(ValueError):
    """A key that an object has twice."""


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Twice(key)
        found[key] = value
    return found


def _whole(text: str) -> int:
    if len(text) > MOST_DIGITS:
        raise ValueError(text)
    return int(text)


def _fraction(text: str) -> Decimal:
    """Never one whose zeros alone would fill the memory: 1e999999999 is eleven characters."""
    value = Decimal(text)
    if abs(value.adjusted()) > MOST_DIGITS:
        raise ValueError(text)
    return value


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_pairs,
    parse_int=_whole,
    parse_float=_fraction,
    parse_constant=_refuse,
)


def _objects(text: str, file: str) -> tuple[list[tuple[int, dict[str, Any]]], list[Problem]]:
    """Each object with the line it begins in; what else stands in the list is a problem."""
    start = 0
    try:
        whole = _DECODER.decode(text)
        if isinstance(whole, dict) and isinstance(whole.get(LIST), list):
            start = _start_of_list(text)
        elif not isinstance(whole, list):
            fail(
                msg("this must be a list of objects, or an object with one"),
                file=file,
                accepted=("[ {…}, {…} ]", f'{{ "{LIST}": [ {{…}} ] }}'),
            )
        parts = _list(text, start)
    except json.JSONDecodeError as error:
        fail(msg("this is not JSON"), file=file, line=error.lineno, column=error.colno)
    except _Twice as error:
        fail(msg("the key '{found}' is given twice in one object", found=shown(error)), file=file)
    except ValueError as error:
        fail(msg("'{found}' cannot be used here", found=shown(error)), file=file)
    except RecursionError:
        fail(msg("lists or tables are nested too deeply"), file=file)
    found, problems = [], []
    line, counted = 1, 0
    for at, value in parts:
        line += text.count("\n", counted, at)
        counted = at
        if isinstance(value, dict):
            found.append((line, value))
        else:
            message = msg("a post must be an object, not {found}", found=shown(value))
            problems.append(Problem(message, file, line))
    return found, problems


def _start_of_list(text: str) -> int:
    at = _after_space(text, 0) + 1
    while True:
        key, at = _DECODER.raw_decode(text, _after_space(text, at))
        at = _after_space(text, _after_space(text, at) + 1)
        if key == LIST:
            return at
        _, at = _DECODER.raw_decode(text, at)
        at = _after_space(text, at) + 1


def _list(text: str, start: int) -> list[tuple[int, Any]]:
    at = _after_space(text, _after_space(text, start) + 1)
    found: list[tuple[int, Any]] = []
    while text[at] != "]":
        value, end = _DECODER.raw_decode(text, at)
        found.append((at, value))
        at = _after_space(text, end)
        if text[at] == ",":
            at = _after_space(text, at + 1)
    return found


def _after_space(text: str, at: int) -> int:
    found = WHITESPACE.match(text, at)
    return found.end() if found else at


def _cell(value: Any) -> Any:
    return None if value is None or (isinstance(value, str) and not value.strip()) else value
