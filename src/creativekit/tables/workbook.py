"""Tables in spreadsheets: .xlsx, .xls and .ods, read by calamine.

The sheet is the first visible one that holds anything. A merged cell means its value for every cell
it covers, so it is repeated; one that stretches across the whole table is a heading between rows
and is left out. Both are told. Formulas count as what they last came to.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from typing import Any

from creativekit.errors import Problem, fail, msg
from creativekit.tables import cells, workbook_scan
from creativekit.tables.cells import Cell
from creativekit.tables.table import MOST_ROWS, Table, letter
from creativekit.tables.table_shape import shaped
from creativekit.tables.workbook_scan import Range

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
Grid = list[list[Cell | None]]


def read(data: bytes, file: str, kind: str) -> Table:
    """The table in a spreadsheet's bytes; kind: "xlsx", "xls" or "ods".

    Raises InputError for what is not one, is protected, damaged or too large.
    """
    ods = _checked(data, file, kind)
    name, index, others, grid, merged = _opened(data, file)
    if ods is not None:
        merged = ods[index].merged if index < len(ods) else []
    notes = [msg("sheet: {name}", name=name)]
    if others:
        notes.append(msg("sheets that are not read: {names}", names=", ".join(others)))
    headings = _repeat(grid, merged, file)
    if merged:
        notes.append(msg("merged cells were read as if each held the value"))
    head, columns, rows, problems = shaped(
        ((number, cells) for number, cells in enumerate(grid, 1) if number not in headings), file
    )
    if headings:
        numbers = ", ".join(map(str, sorted(headings)))
        notes.append(msg("headings between rows were left out: {rows}", rows=numbers))
    if kind == "xlsx":
        problems += _failed(data, name, file)
    found = cells.decimals_used(cell for row in rows for cell in row.cells if cell is not None)
    return Table(
        file,
        columns,
        rows,
        head,
        sheet=name,
        decimals=found,
        notes=tuple(notes),
        problems=tuple(problems),
    )


def _checked(data: bytes, file: str, kind: str) -> list[workbook_scan.OdsSheet] | None:
    """Refuse what is not the kind of file its name says, or would not fit into memory."""
    if data.startswith(_OLE) and kind != "xls":
        fail(
            msg("the spreadsheet is protected with a password, or an .xls under another name"),
            file=file,
        )
    if not data.startswith(_OLE if kind == "xls" else _ZIP):
        fail(
            msg("this is not an .{kind} file; save it again as .xlsx from your program", kind=kind),
            file=file,
        )
    if kind == "xls":
        return None
    workbook_scan.check_zip(data, file)
    if kind == "ods":
        return workbook_scan.ods_sheets(data, file)
    workbook_scan.check_xlsx(data, file)
    return None


def _opened(data: bytes, file: str) -> tuple[str, int, list[str], Grid, list[Range]]:
    """Name and place of the sheet that is read, names of the other ones with cells, its cells."""
    # Not at the top: reading creativekit.toml's own posts should not wait for it.
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        found: list[tuple[str, int, Any]] = []
        for index, about in enumerate(book.sheets_metadata):
            if (
                about.typ is SheetTypeEnum.WorkSheet
                and about.visible is SheetVisibleEnum.Visible
                and (sheet := book.get_sheet_by_index(index)).height
            ):
                found.append((about.name, index, sheet))
        if not found:
            fail(msg("the spreadsheet has no cells"), file=file)
        name, index, sheet = found[0]
        rows = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 2)
        merged = sheet.merged_cell_ranges or []
    except PasswordError:
        fail(msg("the spreadsheet is protected with a password"), file=file)
    except (CalamineError, ValueError, OSError):
        fail(msg("the spreadsheet is damaged or not complete"), file=file)
    except BaseException as error:
        # What the reader, which is not written in Python, says of a file that it never expected.
        if type(error).__name__ != "PanicException":
            raise
        fail(msg("the spreadsheet is damaged or not complete"), file=file)
    grid = [[_cell(each) for each in row] for row in rows]
    return name, index, [other for other, _, _ in found[1:]], grid, list(merged)


def _cell(value: Any) -> Cell | None:
    if isinstance(value, str):
        # Excel writes a carriage return before a line break so (ECMA-376, ST_Xstring).
        text = value.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
        return text or None
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        number = cells.shortest(float(value))
        return int(number) if number == int(number) else number
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date()
    if isinstance(value, datetime.timedelta):
        minutes = round(value.total_seconds() / 60)
        return datetime.time(minutes // 60, minutes % 60) if 0 <= minutes < 1440 else None
    return value


def _repeat(grid: Grid, merged: list[Range], file: str) -> set[int]:
    """Repeat merged values over the cells they cover; numbers of rows that are only headings."""
    width = max((len(row) for row in grid), default=0)
    headings = set()
    left = workbook_scan.MOST_CELLS
    for (top, first), (bottom, last) in merged:
        last, bottom = min(last, width - 1), min(bottom, len(grid) - 1)
        if top > bottom or first > last:
            continue
        left -= (bottom - top + 1) * (last - first + 1)
        if left < 0:
            fail(
                msg(
                    "the table has too many cells: at most {limit}",
                    limit=workbook_scan.MOST_CELLS,
                ),
                file=file,
            )
        if top == bottom and top > 0 and last > first and _is_heading(grid[top], first, last):
            headings.add(top + 1)
            continue
        value = grid[top][first]
        for row in grid[top : bottom + 1]:
            row[first : last + 1] = [value] * (last - first + 1)
    return headings


def _is_heading(row: list[Cell | None], first: int, last: int) -> bool:
    """Whether a merged cell is all that a row has, beginning at its left."""
    return first == 0 and all(cell is None for cell in row[last + 1 :])


def _failed(data: bytes, sheet: str, file: str) -> Iterator[Problem]:
    for row, column in workbook_scan.failed_cells(data, sheet):
        yield Problem(
            msg("the formula in {cell} has failed", cell=f"{letter(column - 1)}{row}"), file, row
        )
