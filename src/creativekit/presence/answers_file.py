"""`--answers FILE`: one person's answers from TOML, CSV, a spreadsheet or a filled PDF."""

from __future__ import annotations

from pathlib import Path

from creativekit.errors import InputError, Problem, fail, msg, nearest
from creativekit.presence import answers_table, answers_toml
from creativekit.presence.answers_toml import Given
from creativekit.presence.instrument import Instrument
from creativekit.tables import cells, table_file
from creativekit.tables.table import MOST_BYTES

SUFFIXES = (".toml", ".pdf", *table_file.SUFFIXES)


def read(data: bytes, file: str, instrument: Instrument, row: int | None = None) -> Given:
    """The answers in a file's bytes; its name says what kind it is, and a PDF says it itself: mail
    and telephones rename files.

    row: which person's, from 1, in a table with a row a person. Raises InputError with all
    problems, and for a table of several people without a `row`.
    """
    if _is_pdf(data, file):
        from creativekit.presence import question_answers  # what reads a PDF is heavy

        if len(data) > MOST_BYTES:
            message = msg(
                "the file is too large: at most {limit} MB", limit=MOST_BYTES // 1_000_000
            )
            fail(message, file=file)
        return question_answers.read(data, file, instrument)
    if Path(file).suffix.lower() == ".toml":
        return answers_toml.read(data, file, instrument)
    table_file.suffix_of(data, file, SUFFIXES)
    found = answers_table.read(data, file, instrument)
    if row is None and len(found) > 1:
        raise InputError(
            Problem(
                msg(
                    "these are the answers of {n} people; say which one's to take: 1 to {n}",
                    n=len(found),
                ),
                file=file,
            )
        )
    if row is not None and not 1 <= row <= len(found):
        fail(msg("there is no person {row} among {n}", row=row, n=len(found)), file=file)
    return found[(row or 1) - 1]


def row_of(data: bytes, file: str, name: str) -> int:
    """The number, from 1, of the person that `name` says: the number itself, or what stands in a
    cell of one row only. Raises InputError for what names nobody, or more than one."""
    if _is_pdf(data, file) or Path(file).suffix.lower() == ".toml":
        fail(msg("a file of one person's answers has no rows to choose from"), file=file)
    if name.isdecimal() and len(name) < 7:
        return int(name)
    table_file.suffix_of(data, file, SUFFIXES)
    table = table_file.table_of(data, file, lambda head: answers_table.column_of(head) is not None)
    wanted = _folded(name)
    words = [
        {_folded(cells.text(cell)) for cell in row.cells if cell is not None} for row in table.rows
    ]
    found = [number for number, each in enumerate(words, 1) if wanted in each]
    if len(found) == 1:
        return found[0]
    if found:
        rows = ", ".join(map(str, found))
        fail(msg("'{name}' is in several rows: {rows}", name=name, rows=rows), file=file)
    near = nearest(wanted, {word for each in words for word in each})
    fail(msg("no row has '{name}'", name=name), file=file, nearest=near)


def _is_pdf(data: bytes, file: str) -> bool:
    return data.startswith(b"%PDF-") or Path(file).suffix.lower() == ".pdf"


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
