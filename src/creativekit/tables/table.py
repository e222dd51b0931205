"""Table: rows that people keep in a spreadsheet, whatever program wrote them.

A table holds what was written and what had to be found out to read it (encoding, delimiter, sheet),
so that a person can see whether we found the right thing. What columns mean is not its business.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from creativekit.errors import Message, Problem
from creativekit.project.number_text import Decimals
from creativekit.tables.cells import Cell

MOST_BYTES = 20_000_000
MOST_ROWS = 50_000
MOST_COLUMNS = 500


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place from 0 in a row's cells, the name as it was typed, its letter (A, B…)."""

    index: int
    name: str
    letter: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number as its reader sees it (the header is 1), and a cell for each column.

    line: where to look in the file: the number, or the line of a JSON file. Empty cells are None.
    """

    number: int
    line: int
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was read. Make one with `table_file.read_table`.

    file: its name for messages. rows: those that hold anything. head: the header's number.
    encoding, delimiter, sheet: found; None where the kind of file has none. decimals: the mark its
    numbers show, if they show one. notes: sentences that say what was found and done. problems:
    what is wrong but did not keep the rest from being read.
    """

    file: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    head: int | None = None
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    decimals: Decimals | None = None
    notes: tuple[Message, ...] = ()
    problems: tuple[Problem, ...] = ()

    def cells(self) -> Iterator[Cell]:
        for row in self.rows:
            yield from (cell for cell in row.cells if cell is not None)


def letter(index: int) -> str:
    """A column's letters in a spreadsheet: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
