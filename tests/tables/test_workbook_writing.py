"""Spreadsheets that are written are read by others, and the same sheets are the same bytes."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.tables import workbook
from creativekit.tables.workbook_writing import MOST_CELL, Sheet, xlsx

HARD = (
    "=1+1",
    "@SUM(A1)",
    "+7 700",
    " бос орын ",
    "a\nb",
    "<b>&amp;</b>",
    "_x0041_",
    "Ә\u0301",
    "😀",
)


def read(data: bytes) -> list[list[list[object]]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book]


def test_text_is_text_whatever_it_looks_like() -> None:
    sheet = Sheet("Парақ", ("a", "b"), tuple((text, 7) for text in HARD), (10, 20))
    book = openpyxl.load_workbook(io.BytesIO(xlsx([sheet])))
    assert book.sheetnames == ["Парақ"]
    cells = list(book["Парақ"].iter_rows(min_row=2))
    assert [row[0].data_type for row in cells] == ["s"] * len(HARD)
    assert [row[1].value for row in cells] == [7] * len(HARD)
    # openpyxl does not undo the escape of an escape; calamine does.
    assert [row[0].value for row in cells if row[0].value != "_x005F_x0041_"] == [
        text for text in HARD if text != "_x0041_"
    ]
    assert book["Парақ"].freeze_panes == "A2"
    table = workbook.read(xlsx([sheet]), "a.xlsx", "xlsx")
    assert [row.cells[0] for row in table.rows] == list(HARD)


def test_several_sheets_and_empty_cells() -> None:
    made = xlsx([Sheet("one", ("a", "b"), (("", "x"), (None, 1))), Sheet("two", ("c",), ())])
    assert read(made) == [[["a", "b"], [None, "x"], [None, 1]], [["c"]]]


def test_the_same_bytes_and_no_clock() -> None:
    sheet = Sheet("a", ("a",), (("b",),))
    assert xlsx([sheet]) == xlsx([sheet])
    with zipfile.ZipFile(io.BytesIO(xlsx([sheet]))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}


def test_a_cell_has_its_limit() -> None:
    assert xlsx([Sheet("a", ("a",), (("x" * MOST_CELL,),))])
    with pytest.raises(ValueError, match="A2"):
        xlsx([Sheet("a", ("a",), (("x" * (MOST_CELL + 1),),))])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=6))
def test_any_text_gives_a_workbook_that_opens(texts: list[str]) -> None:
    made = xlsx([Sheet("a", ("a", "b"), tuple((text, 1) for text in texts))])
    assert len(read(made)[0]) == 1 + len(texts)
