"""A table from the disk: which reader by the file's suffix, and what is refused before reading."""

from __future__ import annotations

from pathlib import Path

from creativekit.errors import fail, msg
from creativekit.social import columns, delimited, json_table, workbook
from creativekit.social.table import MOST_BYTES, Table

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".json")


def read_table(path: Path, project_folder: Path | None = None) -> Table:
    """The table in a file. project_folder: whose names of columns help to find the delimiter.

    Raises InputError for a file that is not there, too large, of another kind, or not readable as
    what it says it is; what is wrong with single columns and rows is in `Table.problems`.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        fail(msg("there is no such file"), file=str(path))
    except OSError as error:
        fail(
            msg("the file cannot be read: {reason}", reason=error.strerror or str(error)),
            file=str(path),
        )
    return table_of(data, path.name, project_folder)


def table_of(data: bytes, name: str, project_folder: Path | None = None) -> Table:
    """The table in a file's bytes; `name`: the file's, whose suffix says what it is.

    Raises InputError as `read_table` does.
    """
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES:
        fail(msg("'{found}' is not a kind of table", found=suffix), file=name, accepted=SUFFIXES)
    if len(data) > MOST_BYTES:
        fail(
            msg("the file is too large: at most {limit} MB", limit=MOST_BYTES // 1_000_000),
            file=name,
        )
    if not data.strip():
        fail(msg("the file is empty"), file=name)
    if suffix == ".json":
        return json_table.read(data, name)
    if suffix in (".xlsx", ".xls", ".ods"):
        return workbook.read(data, name, suffix[1:])
    return delimited.read(data, name, columns.names(project_folder).is_known)
