"""Spreadsheets that are written: a few sheets of text, as .xlsx (ECMA-376 part 1, § 18).

Only what a table needs is in it: text and whole numbers, a head that stays in view, widths of
columns. Text stands in its cell rather than in a table of strings, so a cell is never a formula
whatever it begins with. Nothing knows a clock or a program: entries are dated by the format's first
day and stored as they are, because no compressor at hand gives the same bytes on every machine.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from creativekit.tables.table import letter

_PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_HEAD, _TEXT = 1, 2

# What XML 1.0 has no way to hold, and what a spreadsheet would read as an escape.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
MOST_CELL = 32_767
"""Characters in a cell, by Excel's own limit."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """head: names of columns. rows: cells, None for an empty one. widths: in characters."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | int | None, ...], ...]
    widths: tuple[int, ...] = ()


def xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook of sheets; the same sheets are the same bytes.

    Raises ValueError for a text that is longer than a cell may be.
    """
    numbers = range(1, len(sheets) + 1)
    book = "".join(
        f'<sheet name={quoteattr(_clean(sheet.name))} sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in zip(numbers, sheets, strict=True)
    )
    parts = {
        "[Content_Types].xml": _types(numbers),
        "_rels/.rels": _relations([(f"{_OFFICE}/officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<sheets>{book}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations(
            [
                *((f"{_OFFICE}/worksheet", f"worksheets/sheet{number}.xml") for number in numbers),
                (f"{_OFFICE}/styles", "styles.xml"),
            ]
        ),
        "xl/styles.xml": _STYLES,
        **{
            f"xl/worksheets/sheet{number}.xml": _sheet(sheet)
            for number, sheet in zip(numbers, sheets, strict=True)
        },
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = 0
            archive.writestr(entry, (_PROLOG + text).encode())
    return target.getvalue()


def _sheet(sheet: Sheet) -> str:
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(sheet.widths, 1)
    )
    lines = [_row(1, sheet.head, _HEAD)]
    lines += [_row(number, row, _TEXT) for number, row in enumerate(sheet.rows, 2)]
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        "</sheetView></sheetViews>"
        + (f"<cols>{columns}</cols>" if columns else "")
        + f"<sheetData>{''.join(lines)}</sheetData></worksheet>"
    )


def _row(number: int, cells: Sequence[str | int | None], style: int) -> str:
    made = "".join(
        _cell(f"{letter(index)}{number}", cell, style)
        for index, cell in enumerate(cells)
        if cell is not None and cell != ""
    )
    return f'<row r="{number}">{made}</row>'


def _cell(place: str, cell: str | int, style: int) -> str:
    if isinstance(cell, int):
        return f'<c r="{place}" s="{style}"><v>{cell}</v></c>'
    text = _clean(cell)
    if len(text) > MOST_CELL:
        raise ValueError(f"{place}: a cell holds {MOST_CELL} characters at most")
    return (
        f'<c r="{place}" s="{style}" t="inlineStr">'
        f'<is><t xml:space="preserve">{escape(text)}</t></is></c>'
    )


def _clean(text: str) -> str:
    return _ESCAPE.sub("_x005F_", _NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def _types(numbers: Sequence[int]) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml"'
        f' ContentType="{_TYPE}.worksheet+xml"/>'
        for number in numbers
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{sheets}</Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


# Cells 0: as the format wants the first; 1: the head, bold; 2: text, which wraps.
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}">'
    '<fonts count="2"><font><sz val="11"/><name val="Arial"/></font>'
    '<font><b/><sz val="11"/><name val="Arial"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf fontId="0" xfId="0"/>'
    '<xf fontId="1" xfId="0" applyFont="1"/>'
    '<xf fontId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
