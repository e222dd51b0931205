"""From a grid of cells to columns and rows: where the header is, what is empty, what does not fit.

People leave empty rows to part one month from the next and empty columns where something was, so
both are skipped; row numbers stay those that their program shows. A column with cells but without a
name, a name given twice, a cell beyond the last column are problems, because something is meant by
them and would be lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from creativekit.errors import Problem, fail, msg
from creativekit.project.rejection import shown
from creativekit.tables.cells import Cell, text
from creativekit.tables.table import MOST_COLUMNS, MOST_ROWS, Column, Row, letter

Grid = Iterable[tuple[int, Sequence[Cell | None]]]


class Shape(NamedTuple):
    """What a grid turned out to be; head: the number of the header's row."""

    head: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    problems: list[Problem]


def shaped(grid: Grid, file: str) -> Shape:
    """The shape of numbered rows; the first that holds anything is the header.

    Raises InputError for a table without a header or rows, or with too many of them.
    """
    filled = ((number, tuple(_cell(cell) for cell in cells)) for number, cells in grid)
    rows = [(number, cells) for number, cells in filled if any(each is not None for each in cells)]
    if not rows:
        fail(msg("the table is empty"), file=file)
    (head_number, head), *body = rows
    if not body:
        fail(msg("the table has a header but no rows"), file=file, line=head_number)
    if len(body) > MOST_ROWS:
        fail(msg("the table has too many rows: at most {limit}", limit=MOST_ROWS), file=file)
    names = [_name(cell) for cell in head]
    while names and not names[-1]:
        names.pop()
    if len(names) > MOST_COLUMNS:
        fail(msg("the table has too many columns: at most {limit}", limit=MOST_COLUMNS), file=file)
    problems: list[Problem] = []
    kept = []
    for index, name in enumerate(names):
        first = next((number for number, cells in body if _at(cells, index) is not None), None)
        if name:
            kept.append(Column(index, name, letter(index)))
        elif first is not None:
            message = msg("column {letter} has cells but no name", letter=letter(index))
            problems.append(Problem(message, file, first))
    problems += _twice(kept, head_number, file)
    for number, cells in body:
        beyond = next((each for each in cells[len(names) :] if each is not None), None)
        if beyond is not None:
            problems.append(
                Problem(
                    msg(
                        "the row has more cells than the header; the first of them is '{found}'",
                        found=shown(beyond),
                    ),
                    file,
                    number,
                )
            )
    columns = tuple(Column(index, column.name, column.letter) for index, column in enumerate(kept))
    found = tuple(
        Row(number, number, tuple(_at(cells, column.index) for column in kept))
        for number, cells in body
    )
    filled_rows = tuple(row for row in found if any(cell is not None for cell in row.cells))
    return Shape(head_number, columns, filled_rows, problems)


def _cell(cell: Cell | None) -> Cell | None:
    return None if isinstance(cell, str) and not cell.strip() else cell


def _at(cells: Sequence[Cell | None], index: int) -> Cell | None:
    return cells[index] if index < len(cells) else None


def _name(cell: Cell | None) -> str:
    return "" if cell is None else " ".join(text(cell).split())


def _twice(columns: list[Column], line: int, file: str) -> list[Problem]:
    seen: dict[str, Column] = {}
    problems = []
    for column in columns:
        name = column.name.casefold()
        if name in seen:
            problems.append(
                Problem(
                    msg(
                        "columns {first} and {second} have the same name",
                        first=seen[name].letter,
                        second=column.letter,
                    ),
                    file,
                    line,
                    column.name,
                )
            )
        seen.setdefault(name, column)
    return problems
