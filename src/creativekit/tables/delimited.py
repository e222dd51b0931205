"""Tables in text: .csv, .tsv, .txt, as RFC 4180 has them and as programs here write them.

A Russian or Kazakh Excel puts semicolons between cells, because the comma is for decimals. The
delimiter is the one under which the header names most columns that are known, then the one under
which most rows are as long as the header. Excel's own first line `sep=;` is believed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator

from creativekit.errors import Message, Problem, fail, msg
from creativekit.tables import cells, text_encoding
from creativekit.tables.table import Table
from creativekit.tables.table_shape import shaped

DELIMITERS = (";", "\t", ",", "|")
# Python's own limit of a field; Excel's is 32,767 characters.
MOST_CELL = 131_072
_LOOKED_AT = 200
_SEPARATOR_LINE = re.compile(r"sep=(.)(?:\r\n|\r|\n)", re.IGNORECASE)


def read(data: bytes, file: str, is_known: Callable[[str], bool]) -> Table:
    """The table in a text file's bytes. is_known: whether a header names a column we know.

    Raises InputError for what cannot be read at all.
    """
    text, encoding = text_encoding.decoded(data, file)
    said = _SEPARATOR_LINE.match(text)
    if said is not None:
        text = text[said.end() :]
        delimiter: str | None = said[1]
    else:
        delimiter = _delimiter(text, is_known)
    grid = list(enumerate(_records(text, delimiter or ";", file), 1))
    head, columns, rows, problems = shaped(grid, file)
    if encoding == "Windows-1251":
        problems += _lost(grid, file)
    decimals = cells.decimals_used(cell for row in rows for cell in row.cells if cell is not None)
    return Table(
        file,
        columns,
        rows,
        head,
        encoding,
        delimiter,
        decimals=decimals,
        notes=tuple(_notes(encoding, delimiter, decimals)),
        problems=tuple(problems),
    )


def _delimiter(text: str, is_known: Callable[[str], bool]) -> str | None:
    """The likeliest delimiter, or None when there is only one column."""
    best: tuple[tuple[int, float, int], str] | None = None
    for delimiter in DELIMITERS:
        head, *rows = _first_records(text, delimiter) or [[]]
        if len(head) < 2:
            continue
        known = sum(is_known(name) for name in head if name.strip())
        fitting = sum(len(row) == len(head) for row in rows) / max(1, len(rows))
        score = (known, fitting, len(head))
        if best is None or score > best[0]:
            best = (score, delimiter)
    return best[1] if best else None


def _first_records(text: str, delimiter: str) -> list[list[str]]:
    found: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for record in reader:
            if any(cell.strip() for cell in record):
                found.append(record)
            if len(found) > _LOOKED_AT:
                break
    except csv.Error:
        pass  # said later, with its row, if this is the delimiter
    return found


def _records(text: str, delimiter: str, file: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            fail(_what_is_wrong(str(error)), file=file, line=number)
        yield [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in record]


def _what_is_wrong(said: str) -> Message:
    if "end of data" in said:
        return msg("a cell begins with a quote that is not closed, in this row or above it")
    if "expected after" in said:
        return msg('in a cell in quotes, a quote inside it is written twice: "Кафе ""Тан"""')
    if "limit" in said:
        return msg("a cell is too long, or its quote is not closed: at most {n}", n=MOST_CELL)
    return msg("the row cannot be read: {reason}", reason=said)


def _lost(grid: list[tuple[int, list[str]]], file: str) -> list[Problem]:
    return [
        Problem(
            msg(
                "letters of Kazakh were lost when the table was saved: '{found}';"
                " save it as “CSV UTF-8” or as .xlsx",
                found=found,
            ),
            file,
            number,
        )
        for number, record in grid
        if (found := next(filter(None, map(text_encoding.lost_letters, record)), None))
    ]


def _notes(encoding: str, delimiter: str | None, decimals: str | None) -> Iterator[Message]:
    yield msg("encoding: {encoding}", encoding=encoding)
    names = {"\t": msg("tab"), ";": msg("semicolon"), ",": msg("comma")}
    if delimiter is None:
        yield msg("one column, no delimiter")
    else:
        yield msg("delimiter: {delimiter}", delimiter=names.get(delimiter, delimiter))
    if decimals is not None:
        mark = msg("comma") if decimals == "," else msg("point")
        yield msg("decimal mark: {mark}", mark=mark)
