"""What a spreadsheet would cost and what its reader does not tell, found out before it is opened.

A few kilobytes of zip can hold gigabytes of zeros, and one cell in the last corner of a sheet makes
a reader set up a grid of seventeen thousand million. So every part is unpacked in pieces and
counted, and the far corner of each sheet is looked up, before a reader sees the file. The same look
finds cells whose formula failed, which the reader takes for empty, and the merged cells of an .ods.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from creativekit.errors import fail, msg
from creativekit.tables.table import MOST_COLUMNS, MOST_ROWS

MOST_UNPACKED = 150_000_000
MOST_PARTS = 5_000
MOST_CELLS = 3_000_000
_PIECE = 1 << 16

Range = tuple[tuple[int, int], tuple[int, int]]

_ROW_OR_CELL = re.compile(rb"<(?:\w+:)?(row|c)\b([^<>]*?)(/?)>", re.ASCII)
_REFERENCE = re.compile(rb'\br="([A-Z]{0,3})(\d{1,9})"')


@dataclass
class OdsSheet:
    """What is found of one sheet of an .ods: its far corner, and its merged cells."""

    rows: int = 0
    columns: int = 0
    merged: list[Range] = field(default_factory=list)


def check_zip(data: bytes, file: str) -> None:
    """Unpack everything once, counting. Raises InputError for what is not a zip or is too large."""
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > left:
                _too_large(file)
            for part in parts:
                with archive.open(part) as stream:
                    while piece := stream.read(_PIECE):
                        left -= len(piece)
                        if left < 0:
                            _too_large(file)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        fail(msg("the spreadsheet is damaged or not complete"), file=file)
    except ValueError:
        fail(msg("the spreadsheet is damaged or not complete"), file=file)


def check_xlsx(data: bytes, file: str) -> None:
    """Refuse a sheet whose cells reach too far. `check_zip` comes first."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
                rows, columns = _far_corner(archive.read(name))
                _check_extent(rows, columns, file)


def failed_cells(data: bytes, sheet: str) -> list[tuple[int, int]]:
    """Row and column, from 1, of the cells of an .xlsx sheet whose formula failed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = _part_of(archive, sheet)
        if part is None:
            return []
        found = _cells(archive.read(part))
        return [(row, column) for row, column, attributes in found if b't="e"' in attributes]


def ods_sheets(data: bytes, file: str) -> list[OdsSheet]:
    """The sheets of an .ods, each within its limits. `check_zip` comes first."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            content = archive.read("content.xml")
    except KeyError:
        fail(msg("the spreadsheet is damaged or not complete"), file=file)
    scan = _OdsScan()
    try:
        scan.run(content)
    except (expat.ExpatError, ValueError):
        fail(msg("the spreadsheet is damaged or not complete"), file=file)
    for sheet in scan.sheets:
        _check_extent(sheet.rows, sheet.columns, file)
    return scan.sheets


def _far_corner(sheet: bytes) -> tuple[int, int]:
    """Rows and columns up to the last cell that holds anything."""
    rows = columns = 0
    for row, column, _ in _cells(sheet):
        rows, columns = max(rows, row), max(columns, column)
    return rows, columns


def _cells(sheet: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Row and column, from 1, and attributes of each cell that is not empty (ECMA-376, 18.3.1.4).

    A reference may be left out: then the cell follows the one before it.
    """
    row = column = 0
    for found in _ROW_OR_CELL.finditer(sheet):
        kind, attributes, is_empty = found.groups()
        place = _REFERENCE.search(attributes)
        if kind == b"row":
            row, column = (int(place[2]) if place else row + 1), 0
            continue
        if place is not None:
            column, row = _column(place[1]), int(place[2])
        else:
            column += 1
        if not is_empty:
            yield row, column, attributes


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """The part of the archive that holds a sheet: its name leads to an id, the id to the part."""
    try:
        book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
        links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    except KeyError:
        return None
    for tag in re.findall(r"<(?:\w+:)?sheet\b([^<>]*)>", book):
        if html.unescape(_attribute(tag, "name")) == sheet:
            wanted = _attribute(tag, r"\w+:id")
            for link in re.findall(r"<(?:\w+:)?Relationship\b([^<>]*)>", links):
                if _attribute(link, "Id") == wanted:
                    target = _attribute(link, "Target").removeprefix("/xl/")
                    part = f"xl/{target}"
                    return part if part in archive.namelist() else None
    return None


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'(?:^|\s){name}="([^"]*)"', tag)
    return found[1] if found else ""


def _column(letters: bytes) -> int:
    number = 0
    for each in letters:
        number = number * 26 + each - 64
    return number


def _check_extent(rows: int, columns: int, file: str) -> None:
    if rows > MOST_ROWS + 1:
        fail(msg("the table has too many rows: at most {limit}", limit=MOST_ROWS), file=file)
    if columns > MOST_COLUMNS:
        fail(msg("the table has too many columns: at most {limit}", limit=MOST_COLUMNS), file=file)
    if rows * columns > MOST_CELLS:
        fail(msg("the table has too many cells: at most {limit}", limit=MOST_CELLS), file=file)


def _too_large(file: str) -> None:
    fail(
        msg("the spreadsheet unpacks to more than {limit} MB", limit=MOST_UNPACKED // 1_000_000),
        file=file,
    )


class _OdsScan:
    """Follows rows and cells of content.xml (OpenDocument 1.3, part 3, section 9.1)."""

    def __init__(self) -> None:
        self.sheets: list[OdsSheet] = []
        self.row = self.column = 0
        self.repeated_rows = self.repeated_cells = 1
        self.depth = 0
        self.in_cell: int | None = None

    def run(self, content: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.StartDoctypeDeclHandler = self.refuse
        parser.Parse(content, True)

    def refuse(self, *_: object) -> None:
        # A document type could define entities that grow without end; spreadsheets have none.
        raise ValueError("a document type")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if name == "table:table":
            self.sheets.append(OdsSheet())
            self.row = 0
        elif name == "table:table-row" and self.sheets:
            self.column = 0
            self.repeated_rows = int(attributes.get("table:number-rows-repeated", "1"))
        elif name in ("table:table-cell", "table:covered-table-cell") and self.sheets:
            self.repeated_cells = int(attributes.get("table:number-columns-repeated", "1"))
            sheet = self.sheets[-1]
            if any(key.endswith(":value-type") for key in attributes):
                sheet.rows = max(sheet.rows, self.row + self.repeated_rows)
                sheet.columns = max(sheet.columns, self.column + self.repeated_cells)
            down = int(attributes.get("table:number-rows-spanned", "1"))
            across = int(attributes.get("table:number-columns-spanned", "1"))
            if down > 1 or across > 1:
                last = (self.row + down - 1, self.column + across - 1)
                sheet.merged.append(((self.row, self.column), last))

    def end(self, name: str) -> None:
        self.depth -= 1
        if name == "table:table-row":
            self.row += self.repeated_rows
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self.column += self.repeated_cells
