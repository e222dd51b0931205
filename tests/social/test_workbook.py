"""Spreadsheets: what Excel and LibreOffice hold, and what a stranger may have put into one."""

from __future__ import annotations

import datetime
import io
import struct
import zipfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
import xlsxwriter

from creativekit.errors import InputError
from creativekit.social.table_file import table_of
from creativekit.social.table_posts import posts_of
from creativekit.tables import workbook_scan
from creativekit.tables.table import Table
from example_posts import frame

HEAD = ["Үлгі", "Тақырып", "Баға", "Күні", "Уақыты"]


def xlsx(fill: Callable[[Any, Any], None]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        fill(book, book.add_worksheet("Жазбалар"))
    return out.getvalue()


def told(data: bytes, name: str = "posts.xlsx") -> str:
    with pytest.raises(InputError) as caught:
        table_of(data, name)
    return str(caught.value)


def notes(table: Table) -> list[str]:
    return [str(note) for note in table.notes]


def test_a_content_plan_with_merged_cells_and_true_dates() -> None:
    def fill(book: Any, sheet: Any) -> None:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        clock = book.add_format({"num_format": "hh:mm"})
        sheet.write_row(0, 0, HEAD)
        sheet.merge_range(1, 0, 1, 4, "Желтоқсан")
        sheet.merge_range(2, 0, 4, 0, "product")
        sheet.write_row(2, 1, ["Бір\nекі", 12500.5])
        sheet.write_datetime(2, 3, datetime.datetime(2026, 12, 5), day)
        sheet.write_datetime(2, 4, datetime.datetime(1899, 12, 31, 18, 30), clock)
        sheet.write_row(3, 1, [2026, 900, 46362])
        sheet.write_formula(4, 1, '="a"&"b"', None, "ab")
        sheet.write(6, 0, "product")
        sheet.write(6, 1, "Соңғы")
        sheet.merge_range(6, 2, 6, 3, "")
        sheet.set_row(1000, 20, book.add_format({"bold": True}))

    table = table_of(xlsx(fill), "posts.xlsx")
    assert [(row.number, row.cells) for row in table.rows] == [
        (3, ("product", "Бір\nекі", Decimal("12500.5"), datetime.date(2026, 12, 5),
             datetime.time(18, 30))),
        (4, ("product", 2026, 900, 46362, None)),
        (5, ("product", "ab", None, None, None)),
        (7, ("product", "Соңғы", None, None, None)),
    ]  # fmt: skip
    assert notes(table) == [
        "sheet: Жазбалар",
        "merged cells were read as if each held the value",
        "headings between rows were left out: 2",
    ]
    fields = {"product": {"headline": "text", "price": "price"}}
    posts, problems = posts_of(table, frame(), fields)
    assert problems == ()
    assert [post.field("headline", "kk") for post in posts] == ["Бір\nекі", "2026", "ab", "Соңғы"]
    assert [str(post.date) for post in posts[:2]] == ["2026-12-05", "2026-12-06"]
    assert posts[0].time == datetime.time(18, 30)
    assert posts[1].source.line == 4
    assert posts[1].source.sheet == "Жазбалар"


def test_a_merged_header_is_two_columns_of_one_name() -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write(0, 0, "Үлгі")
        sheet.merge_range(0, 1, 0, 2, "Тақырып")
        sheet.write_row(1, 0, ["quote", "a", "b"])

    (problem,) = table_of(xlsx(fill), "posts.xlsx").problems
    assert "columns B and C have the same name" in str(problem)


def test_a_value_merged_down_and_right_is_in_every_cell() -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["a", "b", "c"])
        sheet.merge_range(1, 1, 2, 2, "x")
        sheet.write(1, 0, "1")
        sheet.write(2, 0, "2")

    table = table_of(xlsx(fill), "posts.xlsx")
    assert [row.cells for row in table.rows] == [("1", "x", "x"), ("2", "x", "x")]


def test_the_first_visible_sheet_with_cells_is_read_and_the_others_are_named() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.hide()
        sheet.write(0, 0, "жасырын")
        book.add_worksheet("Бос")
        shown = book.add_worksheet("Пост & Co")
        shown.activate()
        shown.write_row(0, 0, ["template", "headline"])
        shown.write(1, 0, "quote")
        shown.write_formula(1, 1, "=1/0", None, "#DIV/0!")
        book.add_worksheet("Қосымша").write(0, 0, 1)

    table = table_of(xlsx(fill), "posts.xlsx")
    assert notes(table)[:2] == ["sheet: Пост & Co", "sheets that are not read: Қосымша"]
    assert [str(problem) for problem in table.problems] == [
        "posts.xlsx:2: the formula in B2 has failed"
    ]


def test_rows_begin_where_they_stand_on_the_sheet() -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write_row(4, 2, ["template", "headline"])
        sheet.write_row(6, 2, ["quote", "a"])

    table = table_of(xlsx(fill), "posts.xlsx")
    assert (table.head, table.rows[0].number) == (5, 7)
    assert [column.name for column in table.columns] == ["template", "headline"]


@pytest.mark.parametrize(
    ("row", "column", "says"),
    [
        (1_048_575, 0, "too many rows"),
        (1, 16_383, "too many columns"),
        (1_048_575, 16_383, "too many rows"),
        (49_000, 499, "too many cells"),
    ],
)
def test_far_corners_are_refused_before_they_are_opened(row: int, column: int, says: str) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write(0, 0, "a")
        sheet.write(row, column, 1)

    assert says in told(xlsx(fill))


def rezipped(data: bytes, changes: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, changes.pop(name, None) or old.read(name))
        for name, part in changes.items():
            new.writestr(name, part)
    return out.getvalue()


SIMPLE = xlsx(lambda _, sheet: sheet.write_column(0, 0, ["template", "quote"]))


def test_cells_without_references_are_counted_too() -> None:
    sheet = b"<worksheet><sheetData><row r='1'/><row r=\"1048576\">" + b"<c><v>1</v></c>" * 3
    sheet += b"</row></sheetData></worksheet>"
    assert "too many rows" in told(rezipped(SIMPLE, {"xl/worksheets/sheet1.xml": sheet}))


def test_a_zip_bomb_is_refused_before_it_is_opened() -> None:
    bomb = rezipped(SIMPLE, {"xl/media/zeros.bin": bytes(workbook_scan.MOST_UNPACKED)})
    assert len(bomb) < 1_000_000
    assert "unpacks to more than 150 MB" in told(bomb)


def test_a_zip_that_lies_about_its_sizes_is_refused() -> None:
    zeros = 10_000_000
    bomb = rezipped(SIMPLE, {"xl/media/zeros.bin": bytes(zeros)})
    size = struct.pack("<L", zeros)
    assert bomb.count(size) == 2
    assert "damaged" in told(bomb.replace(size, struct.pack("<L", 10)))


def test_what_is_unpacked_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_scan, "MOST_UNPACKED", 100)
    assert "unpacks to more" in told(SIMPLE)


def test_many_parts_are_refused() -> None:
    parts = {f"x/{number}": b"x" for number in range(workbook_scan.MOST_PARTS + 1)}
    assert "unpacks to more" in told(rezipped(SIMPLE, parts))


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"template;headline\n", "a.xlsx", "this is not an .xlsx file"),
        (b"<html><table>", "a.xls", "this is not an .xls file"),
        (SIMPLE, "a.xls", "this is not an .xls file"),
        (SIMPLE, "a.csv", "a spreadsheet (.xlsx or .ods)"),
        (SIMPLE, "a.ods", "damaged or not complete"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "a.xlsx", "protected with a password"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "a.xls", "damaged or not complete"),
        (SIMPLE[: len(SIMPLE) // 2], "a.xlsx", "damaged or not complete"),
        (SIMPLE[:-8], "a.xlsx", "damaged or not complete"),
        (b"PK\x03\x04", "a.xlsx", "damaged or not complete"),
        (rezipped(SIMPLE, {"xl/workbook.xml": b"<workbook/>"}), "a.xlsx", "no cells"),
        (rezipped(SIMPLE, {"xl/workbook.xml": b"\xff<"}), "a.xlsx", "damaged"),
        (xlsx(lambda _, sheet: None), "a.xlsx", "no cells"),
        (xlsx(lambda _, sheet: sheet.write(0, 0, "template")), "a.xlsx", "no rows"),
        (b"x", "a.docx", "'.docx' is not a kind of table (.csv, .tsv"),
        (b"x" * 20_000_001, "a.csv", "at most 20 MB"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, name: str, says: str) -> None:
    assert says in told(data, name)


def ods(rows: str) -> bytes:
    out = io.BytesIO()
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            "<manifest:manifest"
            ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f"<office:document-content {names}><office:body>"
            f'<office:spreadsheet><table:table table:name="План">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return out.getvalue()


def cell(text: str, attributes: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="string" {attributes}>'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


EMPTY_TAIL = row(
    '<table:table-cell table:number-columns-repeated="16384"/>',
    attributes='table:number-rows-repeated="1048000"',
)


def test_ods_with_merged_cells_true_dates_and_its_empty_million_of_rows() -> None:
    data = ods(
        row(cell("template"), cell("headline"), cell("price"), cell("date"))
        + row(
            cell("quote", 'table:number-rows-spanned="2"'),
            cell("Сәлем"),
            '<table:table-cell office:value-type="currency" office:value="12500.5"/>',
            '<table:table-cell office:value-type="date" office:date-value="2026-12-05"/>',
        )
        + row("<table:covered-table-cell/>", cell("Қош"))
        + EMPTY_TAIL
    )
    table = table_of(data, "posts.ods")
    assert [each.cells for each in table.rows] == [
        ("quote", "Сәлем", Decimal("12500.5"), datetime.date(2026, 12, 5)),
        ("quote", "Қош", None, None),
    ]
    assert notes(table)[0] == "sheet: План"


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (row(cell("a", 'table:number-columns-repeated="16000"')), "too many columns"),
        (row(cell("a"), attributes='table:number-rows-repeated="1000000"'), "too many rows"),
        (row(cell("a", 'table:number-columns-repeated="x"')), "damaged"),
        ("<unclosed>", "damaged"),
    ],
)
def test_an_ods_that_would_grow_is_refused(rows: str, says: str) -> None:
    assert says in told(ods(rows), "a.ods")


def test_an_ods_with_a_document_type_is_refused() -> None:
    data = ods(row(cell("a")))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("content.xml")
    bomb = content.replace(b"?>\n", b'?>\n<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>\n')
    assert "damaged" in told(rezipped(data, {"content.xml": bomb}), "a.ods")
