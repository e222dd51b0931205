"""`--answers FILE`: one person's answers from TOML, CSV or a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from creativekit.errors import InputError, Problem, fail, msg
from creativekit.presence import answers_table, answers_toml
from creativekit.presence.answers_toml import Given
from creativekit.presence.instrument import Instrument
from creativekit.tables import table_file

SUFFIXES = (".toml", *table_file.SUFFIXES)


def read(data: bytes, file: str, instrument: Instrument, row: int | None = None) -> Given:
    """The answers in a file's bytes; its name says what kind it is.

    row: which person's, from 1, in a table with a row a person. Raises InputError with all
    problems, and for a table of several people without a `row`.
    """
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
