"""Long tables row by row: what is broken is told, the next row is read."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from creativekit.errors import InputError
from creativekit.tables.text_stream import text_table


def records(
    folder: Path, data: bytes, known: str = "a b"
) -> list[tuple[int, tuple[str, ...], str]]:
    path = folder / "t.csv"
    path.write_bytes(data)
    found = text_table(path, lambda head: head in known.split()).records()
    return [(each.number, each.cells, str(each.fault or "")) for each in found]


def test_numbers_are_those_of_a_spreadsheet(tmp_path: Path) -> None:
    data = b'\r\n\r\na,b\r\n1,"x\r\ny"\r\n\r\n , \r\n2,3\r\n'
    assert records(tmp_path, data) == [(4, ("1", "x\r\ny"), ""), (7, ("2", "3"), "")]


def test_a_broken_row_ends_nothing(tmp_path: Path) -> None:
    found = records(tmp_path, b'a,b\n1,2\n"x"y,2\n1\n1,2,3\n1,2,,\n"open,1\n2,2\n')
    assert [number for number, _, _ in found] == [2, 3, 4, 5, 6, 7]
    assert [bool(cells) for _, cells, _ in found] == [True, False, False, False, True, False]
    assert "written twice" in found[1][2]
    assert found[2][2] == "the row is cut off: it has 1 cells, the header 2"
    assert found[3][2] == "the row has 3 cells, the header 2"
    assert "2 lines were taken into it" in found[5][2]


def test_a_cell_of_a_megabyte_is_a_cell_and_others_keep_their_limit(tmp_path: Path) -> None:
    limit = csv.field_size_limit()
    found = records(tmp_path, b"a,b\n1," + b"x" * 1_000_000 + b"\n1,2\n")
    assert [len(cells[1]) for _, cells, _ in found] == [1_000_000, 1]
    assert csv.field_size_limit() == limit


@pytest.mark.parametrize(
    ("data", "encoding", "delimiter"),
    [
        ("a;b\nә;1", "utf-8-sig", ";"),
        ("a\tb\nә\t1", "utf-16", "\t"),
        ("a|b\nҚазақ|1", "kz1048", "|"),
        ("a,b\nРусский,1", "cp1251", ","),
    ],
)
def test_encodings(tmp_path: Path, data: str, encoding: str, delimiter: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(data.encode(encoding))
    table = text_table(path, "ab".__contains__)
    assert table.delimiter == delimiter
    assert [each.cells[0] for each in table.records()] == [data.split("\n")[1].split(delimiter)[0]]


def test_a_letter_cut_at_the_end_is_still_utf_8(tmp_path: Path) -> None:
    data = "a,b\nқала,1\nауыл,қ".encode()[:-1]
    found = records(tmp_path, data)
    assert found[0] == (2, ("қала", "1"), "")
    assert "damaged" in found[1][2]


def test_letters_beyond_the_first_megabyte_decide_too(tmp_path: Path) -> None:
    data = b"a,b\n" + (b"x" * 999 + b",1\n") * 1200 + "Қазақ,1\n".encode("kz1048")
    path = tmp_path / "t.csv"
    path.write_bytes(data)
    *_, last = text_table(path, "ab".__contains__).records()
    assert last.cells[0] == "Қазақ"


@pytest.mark.parametrize("data", [b"", b" \n\t", b"PK\x03\x04", b"a\0b", b",,;\n\n"])
def test_what_is_no_table(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(InputError):
        records(tmp_path, data)
