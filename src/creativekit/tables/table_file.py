"""A table from a file: which reader by the file's suffix, and what is refused before reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from creativekit.errors import fail, msg
from creativekit.tables import delimited, workbook
from creativekit.tables.table import MOST_BYTES, Table

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods")


def file_bytes(path: Path) -> bytes:
    """The bytes of a table's file, at most one more than a table may have.

    Raises InputError for a file that is not there or cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        fail(msg("there is no such file"), file=str(path))
    except OSError as error:
        fail(
            msg("the file cannot be read: {reason}", reason=error.strerror or str(error)),
            file=str(path),
        )


def suffix_of(data: bytes, name: str, accepted: Sequence[str] = SUFFIXES) -> str:
    """The suffix of a file that may be read; `name` is the file's.

    Raises InputError for another kind of file, one that is too large or empty.
    """
    suffix = Path(name).suffix.lower()
    if suffix not in accepted:
        fail(msg("'{found}' is not a kind of table", found=suffix), file=name, accepted=accepted)
    if len(data) > MOST_BYTES:
        fail(
            msg("the file is too large: at most {limit} MB", limit=MOST_BYTES // 1_000_000),
            file=name,
        )
    if not data.strip():
        fail(msg("the file is empty"), file=name)
    return suffix


def table_of(data: bytes, name: str, is_known: Callable[[str], bool]) -> Table:
    """The table in a file's bytes. is_known: whether a header names a column that is meant; it
    helps to find the delimiter.

    Raises InputError for what cannot be read at all; what is wrong with single columns and rows is
    in `Table.problems`.
    """
    suffix = suffix_of(data, name)
    if suffix in (".xlsx", ".xls", ".ods"):
        return workbook.read(data, name, suffix[1:])
    return delimited.read(data, name, is_known)
