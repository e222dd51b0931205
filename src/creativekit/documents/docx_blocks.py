"""What stands under one another in a Word document: paragraphs and tables.

Source: ECMA-376 part 1, § 17.3.1 (paragraphs), § 17.4 (tables).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from creativekit.documents.docx_markup import (
    color_attributes,
    properties,
    twips,
    valued,
)
from creativekit.documents.docx_package import Part
from creativekit.documents.docx_runs import Inline, Run, inline
from creativekit.documents.docx_styles import BULLETS

Align = Literal["left", "center", "right"]
_JUSTIFIED = {"left": "left", "center": "center", "right": "right"}
_SIDES = ("top", "left", "bottom", "right")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """content: what stands in it, or its text. style: a style's id ("Heading1", "ListBullet",
    "Quote", "Title"; None is Normal). What is None below is as the style has it.

    before, after: mm of space. leading: of lines, 1.0 is a face's own; line: mm of them instead,
    whatever stands in them. indent: mm from the left and the right margin. keep_next: on the page
    of the next paragraph. tabs: mm from the left margin, with how text stands at them. level: of a
    list, 0 to 2.
    """

    content: tuple[Inline, ...] | str = ()
    style: str | None = None
    align: Align | None = None
    before: float | None = None
    after: float | None = None
    leading: float | None = None
    keep_next: bool | None = None
    new_page: bool | None = None
    tabs: tuple[tuple[float, Align], ...] = ()
    level: int = 0
    line: float | None = None
    indent: tuple[float, float] | None = None

    @property
    def inlines(self) -> tuple[Inline, ...]:
        return (Run(self.content),) if isinstance(self.content, str) else self.content


@dataclass(frozen=True, slots=True)
class Border:
    """A line at a cell's side; width: points; color: a slot of the theme, or `#rrggbb`."""

    color: str = "dk1"
    width: float = 0.5


@dataclass(frozen=True, slots=True)
class Cell:
    """blocks: what stands in it. borders: sides ("top", "left", "bottom", "right") with lines,
    instead of the table's. fill: a colour. span: columns that it takes. padding: mm inside its
    sides (top, left, bottom, right), instead of the table's."""

    blocks: tuple[Block, ...]
    borders: tuple[tuple[str, Border], ...] = ()
    fill: str | None = None
    span: int = 1
    align: Literal["top", "center", "bottom"] = "top"
    padding: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """height: mm that it has at least. head: repeated on each page that the table goes on to; only
    the first rows can be. whole: never cut between two pages."""

    cells: tuple[Cell, ...]
    height: float | None = None
    head: bool = False
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """widths: mm of the columns. lines: every cell's border, or none. title and description are
    read aloud by screen readers. padding: mm inside a cell's sides (top, left, bottom, right)."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    lines: Border | None = None
    title: str = ""
    description: str = ""
    padding: tuple[float, float, float, float] = (1.0, 2.0, 1.0, 2.0)


Block: TypeAlias = Paragraph | Table


def blocks(part: Part, found: Sequence[Block]) -> str:
    """The markup of blocks, for a text, a cell, a header or a footer.

    All of these end with a paragraph, so one of no height follows a table that stands last, or
    before another table, with which it would become one.
    """
    made = []
    for index, each in enumerate(found):
        if isinstance(each, Paragraph):
            made.append(paragraph(part, each))
            continue
        made.append(_table(part, each))
        after = found[index + 1] if index + 1 < len(found) else None
        if after is None or isinstance(after, Table):
            made.append(_SEAM)
    if not made:
        made.append("<w:p/>")
    return "".join(made)


_SEAM = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
)


def paragraph(part: Part, found: Paragraph) -> str:
    return f"<w:p>{_paragraph_properties(found)}{inline(part, found.inlines)}</w:p>"


def _paragraph_properties(found: Paragraph) -> str:
    numbered = ""
    if found.level:
        numbered = f'<w:numPr><w:ilvl w:val="{found.level}"/><w:numId w:val="{BULLETS}"/></w:numPr>'
    stops = "".join(
        f'<w:tab w:val="{_JUSTIFIED[align]}" w:pos="{twips(at)}"/>' for at, align in found.tabs
    )
    return properties(
        "pPr",
        {
            "pStyle": valued("pStyle", found.style),
            "keepNext": valued("keepNext", found.keep_next),
            "pageBreakBefore": valued("pageBreakBefore", found.new_page),
            "numPr": numbered,
            "tabs": f"<w:tabs>{stops}</w:tabs>" if stops else "",
            "spacing": spacing(found.before, found.after, found.leading, found.line),
            "ind": "" if found.indent is None else _indent(*found.indent),
            "jc": valued("jc", found.align and _JUSTIFIED[found.align]),
        },
    )


def _indent(left: float, right: float) -> str:
    return f'<w:ind w:left="{twips(left)}" w:right="{twips(right)}"/>'


def spacing(
    before: float | None, after: float | None, leading: float | None, line: float | None = None
) -> str:
    """`w:spacing` of mm before and after, and of lines in parts of their own height, or in mm."""
    found = ""
    if before is not None:
        found += f' w:before="{twips(before)}"'
    if after is not None:
        found += f' w:after="{twips(after)}"'
    if line is not None:
        found += f' w:line="{twips(line)}" w:lineRule="exact"'
    elif leading is not None:
        found += f' w:line="{round(leading * 240)}" w:lineRule="auto"'
    return f"<w:spacing{found}/>" if found else ""


def _table(part: Part, table: Table) -> str:
    columns = len(table.widths)
    sides = (*_SIDES, "insideH", "insideV")
    borders = "".join(_border(part, side, table.lines) for side in sides)
    about = properties(
        "tblPr",
        {
            "tblStyle": valued("tblStyle", "TableNormal"),
            "tblW": f'<w:tblW w:w="{sum(map(twips, table.widths))}" w:type="dxa"/>',
            # A table's words, not its border, stand on the margin.
            "tblInd": '<w:tblInd w:w="0" w:type="dxa"/>',
            "tblBorders": f"<w:tblBorders>{borders}</w:tblBorders>",
            "tblLayout": '<w:tblLayout w:type="fixed"/>',
            "tblCellMar": _margins("tblCellMar", table.padding),
            "tblLook": (
                '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
                ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            ),
            "tblCaption": valued("tblCaption", table.title or None),
            "tblDescription": valued("tblDescription", table.description or None),
        },
    )
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in table.widths)
    rows = []
    for row in table.rows:
        if sum(cell.span for cell in row.cells) != columns:
            raise ValueError(f"a row of this table has {columns} columns")
        rows.append(_row(part, row, table))
    return f"<w:tbl>{about}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _row(part: Part, row: Row, table: Table) -> str:
    height = ""
    if row.height is not None:
        height = f'<w:trHeight w:val="{twips(row.height)}" w:hRule="atLeast"/>'
    about = properties(
        "trPr",
        {
            "cantSplit": valued("cantSplit", row.whole or None),
            "trHeight": height,
            "tblHeader": valued("tblHeader", row.head or None),
        },
    )
    cells = []
    first = 0
    for cell in row.cells:
        width = sum(map(twips, table.widths[first : first + cell.span]))
        cells.append(_cell(part, cell, width))
        first += cell.span
    return f"<w:tr>{about}{''.join(cells)}</w:tr>"


def _cell(part: Part, cell: Cell, width: int) -> str:
    borders, fill = dict(cell.borders), ""
    lines = "".join(_border(part, side, borders[side]) for side in _SIDES if side in borders)
    if cell.fill is not None:
        color = color_attributes(part.theme, cell.fill, "fill", "themeFill")
        fill = f'<w:shd w:val="clear" w:color="auto" {color}/>'
    about = properties(
        "tcPr",
        {
            "tcW": f'<w:tcW w:w="{width}" w:type="dxa"/>',
            "gridSpan": valued("gridSpan", cell.span if cell.span > 1 else None),
            "tcBorders": f"<w:tcBorders>{lines}</w:tcBorders>" if lines else "",
            "shd": fill,
            "tcMar": "" if cell.padding is None else _margins("tcMar", cell.padding),
            "vAlign": valued("vAlign", cell.align),
        },
    )
    return f"<w:tc>{about}{blocks(part, cell.blocks)}</w:tc>"


def _border(part: Part, side: str, line: Border | None) -> str:
    if line is None:
        return f'<w:{side} w:val="nil"/>'
    color = color_attributes(part.theme, line.color, "color")
    return f'<w:{side} w:val="single" w:sz="{max(2, round(line.width * 8))}" w:space="0" {color}/>'


def _margins(tag: str, padding: tuple[float, float, float, float]) -> str:
    sides = "".join(
        f'<w:{side} w:w="{twips(mm)}" w:type="dxa"/>'
        for side, mm in zip(_SIDES, padding, strict=True)
    )
    return f"<w:{tag}>{sides}</w:{tag}>"
