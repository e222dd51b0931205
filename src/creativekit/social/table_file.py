"""A table of posts from the disk: text, a spreadsheet, or JSON."""

from __future__ import annotations

from pathlib import Path

from creativekit.social import columns, json_table
from creativekit.tables import table_file
from creativekit.tables.table import Table

SUFFIXES = (*table_file.SUFFIXES, ".json")


def read_table(path: Path, project_folder: Path | None = None) -> Table:
    """The table in a file. project_folder: whose names of columns help to find the delimiter.

    Raises InputError for a file that is not there, too large, of another kind, or not readable as
    what it says it is; what is wrong with single columns and rows is in `Table.problems`.
    """
    return table_of(table_file.file_bytes(path), path.name, project_folder)


def table_of(data: bytes, name: str, project_folder: Path | None = None) -> Table:
    """The table in a file's bytes; `name`: the file's, whose suffix says what it is.

    Raises InputError as `read_table` does.
    """
    if table_file.suffix_of(data, name, SUFFIXES) == ".json":
        return json_table.read(data, name)
    return table_file.table_of(data, name, columns.names(project_folder).is_known)
