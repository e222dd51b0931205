"""Tables in text, as the programs of people here write them."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from creativekit.errors import InputError
from creativekit.social import columns
from creativekit.social.table_file import table_of
from creativekit.social.table_posts import posts_of
from creativekit.tables.delimited import DELIMITERS
from creativekit.tables.table import MOST_ROWS, Table
from example_posts import frame

FIELDS = {"product": {"headline": "text", "price": "price", "photo": "image", "items": "items"}}


def read(text: str, encoding: str = "utf-8", name: str = "posts.csv") -> Table:
    return table_of(text.encode(encoding), name)


def cells(table: Table) -> list[tuple[object, ...]]:
    return [row.cells for row in table.rows]


def told(data: bytes, name: str = "posts.csv") -> str:
    with pytest.raises(InputError) as caught:
        table_of(data, name)
    return str(caught.value)


def written(rows: list[list[str]], delimiter: str, end: str = "\r\n") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue()


def test_five_hundred_rows_as_a_russian_excel_writes_them() -> None:
    rows = [["Шаблон", "Заголовок", "Цена", "Дата", "Размещение", "# заметка", "", ""]]
    for number in range(500):
        rows.append(
            [
                "product",
                f'Кофе "Рассвет" № {number};\nвторая строка',
                f"{number} 500,5{number % 10}",
                f"{1 + number % 28:02}.12.2026",
                "instagram; telegram-post",
                "не публиковать",
                "",
                "",
            ]
        )
        if number % 100 == 0:
            rows.append([""] * 8)
    table = read(written(rows, ";"), "cp1251")
    assert (table.encoding, table.delimiter, table.decimals) == ("Windows-1251", ";", ",")
    assert [str(note) for note in table.notes] == [
        "encoding: Windows-1251", "delimiter: semicolon", "decimal mark: comma",
    ]  # fmt: skip
    assert len(table.columns) == 6
    assert len(table.rows) == 500
    assert table.rows[1].number == 4
    posts, problems = posts_of(table, frame(), FIELDS)
    assert problems == ()
    assert len(posts) == 500
    post = posts[321]
    assert post.field("headline", "ru") == 'Кофе "Рассвет" № 321;\nвторая строка'
    assert post.field("price", "ru") == Decimal("321500.51")
    assert str(post.date) == "2026-12-14"
    assert post.placements[-1] == "telegram-post"
    assert post.source.line == 321 + 2 + 4
    assert len({each.id for each in posts}) == 500


def test_rows_are_numbered_as_their_reader_sees_them() -> None:
    table = read('\n;\nүлгі;тақырып\n"a";"бір\nекі\nүш"\n\n;\nb;төрт\n')
    assert [(row.number, row.cells) for row in table.rows] == [
        (4, ("a", "бір\nекі\nүш")),
        (7, ("b", "төрт")),
    ]
    assert table.head == 3


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_delimiters(delimiter: str) -> None:
    text = f"template{delimiter}headline\nquote{delimiter}Бір; екі, үш | төрт\n"
    quoted = text.replace("Бір; екі, үш | төрт", '"Бір; екі, үш | төрт"')
    assert cells(read(quoted)) == [("quote", "Бір; екі, үш | төрт")]
    assert read(quoted).delimiter == delimiter


def test_a_comma_in_the_names_does_not_outweigh_the_rows() -> None:
    table = read("Үлгі;Баға, теңге;Өлшемі, см\nquote;5;1,5\nquote;6;2\n")
    assert table.delimiter == ";"
    assert [column.name for column in table.columns] == ["Үлгі", "Баға, теңге", "Өлшемі, см"]


def test_what_excel_says_of_its_separator_is_believed() -> None:
    table = read("sep=|\r\ntemplate|headline\r\na;b|c;d\r\n")
    assert table.delimiter == "|"
    assert cells(table) == [("a;b", "c;d")]
    assert table.head == 1


def test_one_column_needs_no_delimiter() -> None:
    table = read("template\nquote\n")
    assert table.delimiter is None
    assert cells(table) == [("quote",)]
    assert "one column" in str(table.notes[1])


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 (BOM)"),
        ("utf-16", "UTF-16"),
        ("cp1251", "Windows-1251"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, name: str, end: str) -> None:
    table = read(f"шаблон;заголовок{end}quote;«Ёлка» – 5 №{end}", encoding)
    assert table.encoding == name
    assert cells(table) == [("quote", "«Ёлка» – 5 №")]


def test_utf_16_with_its_other_end_first() -> None:
    table = table_of(b"\xfe\xff" + "template;headline\na;Ә\n".encode("utf-16-be"), "a.csv")
    assert cells(table) == [("a", "Ә")]


def test_the_kazakh_neighbour_of_windows_1251() -> None:
    table = read("үлгі;тақырып\nquote;Қазақтың әні ғой, өңі де\n", "kz1048")
    assert table.encoding == "KZ-1048"
    assert cells(table) == [("quote", "Қазақтың әні ғой, өңі де")]


def test_letters_that_an_encoding_lost_are_an_error_in_their_row() -> None:
    text = "шаблон;заголовок\nquote;Что? Где? Когда?\nquote;Сал?ын ?уен\nquote;Жа?а жыл\n"
    table = read(text, "cp1251")
    assert [problem.line for problem in table.problems] == [3, 4]
    assert "Жа?а" in str(table.problems[1])
    assert table.problems[0].severity == "error"
    # In UTF-8 nothing was lost, so a question mark was meant.
    assert read(text).problems == ()


def test_a_text_that_looks_like_a_formula_is_a_text() -> None:
    assert cells(read('template;headline\nquote;"=1+2"\nquote;+7 701\n')) == [
        ("quote", "=1+2"),
        ("quote", "+7 701"),
    ]


def test_cells_without_a_name_names_given_twice_and_cells_beyond() -> None:
    table = read("template;;headline;HEADLINE;;\na;b;c;d;;\na;;c;d;;f\n;;;;;\na;;c;d;;;;g\n")
    assert [str(problem) for problem in table.problems] == [
        "posts.csv:2: column B has cells but no name",
        "posts.csv:1 HEADLINE: columns C and D have the same name",
        "posts.csv:3: the row has more cells than the header; the first of them is 'f'",
        "posts.csv:5: the row has more cells than the header; the first of them is 'g'",
    ]
    assert [column.letter for column in table.columns] == ["A", "C", "D"]
    assert table.rows[0].cells == ("a", "c", "d")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (b" \r\n \n", "the file is empty"),
        (b";;\n;;\n", "the table is empty"),
        (b"template;headline\n\n;\n", "a header but no rows"),
        (b"template;headline\na;\0b\n", "not a text file, or it is UTF-16 without"),
        ("template;headline\n".encode("utf-16-le"), "UTF-16 without its mark"),
        (b"\xff\xfea", "says that it is UTF-16"),
        (b"template;headline\na;\x07\n", "posts.csv:2: there is a character"),
        (b"PK\x03\x04rest", "a spreadsheet (.xlsx or .ods)"),
        (b"\xd0\xcf\x11\xe0rest", "an old spreadsheet"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"template;headline\na;\x98\xd0\n", "posts.csv:2: the encoding is not"),
        (b'template;headline\na;"b\nc;d\n', "a quote that is not closed"),
        (b'template;headline\na;b\nc;"d" e\n', "posts.csv:3: in a cell in quotes"),
        (b'template;headline\na;"' + b"x" * 140_000 + b'"\n', "a cell is too long"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, says: str) -> None:
    assert says in told(data)


def test_damaged_utf_8_is_not_taken_for_windows_1251() -> None:
    data = "template;headline\nquote;Сәлем, әлем\nquote;Қайырлы таң\n".encode()
    assert "posts.csv:3: the file is UTF-8 but damaged" in told(data[:-2] + b"\n")
    assert told(data.replace("ә".encode(), b"\xd3", 1)).startswith("posts.csv:2:")


def test_too_many_rows_and_columns() -> None:
    rows = b"template\n" + b"a\n" * (MOST_ROWS + 1)
    assert f"at most {MOST_ROWS}" in told(rows)
    assert "at most 500" in told(b";".join([b"a"] * 501) + b"\n" + b"b;" * 501)


TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from(";,|\t\"\n' =#"), max_size=30
)
RUSSIAN = st.text(
    st.sampled_from('абвгдежзийклмнопрстуфхцчшщъыьэюяАБЯёЁ0123 ;,|"\n«»№–'), max_size=30
)


def round_trip(texts: list[list[str]], encoding: str, delimiter: str, end: str) -> None:
    rows = [["template", "headline", "lead"]] + [["quote", *each] for each in texts]
    table = read(written(rows, delimiter, end), encoding)
    assert table.delimiter == delimiter
    assert cells(table) == [tuple(c if c.strip() else None for c in row) for row in rows[1:]]


@given(
    st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=1, max_size=6),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(DELIMITERS),
    st.sampled_from(["\n", "\r\n"]),
)
@settings(max_examples=150)
def test_any_text_comes_back(
    texts: list[list[str]], encoding: str, delimiter: str, end: str
) -> None:
    round_trip(texts, encoding, delimiter, end)


def _is_utf_8(text: str) -> bool:
    try:
        text.encode("cp1251").decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@given(
    st.lists(st.lists(RUSSIAN, min_size=2, max_size=2), min_size=1, max_size=6),
    st.sampled_from(DELIMITERS),
    st.sampled_from(["\n", "\r\n"]),
)
def test_any_russian_text_comes_back_from_windows_1251(
    texts: list[list[str]], delimiter: str, end: str
) -> None:
    # «Я«Я«» in windows-1251 is a word of N'Ko in UTF-8: no program can tell which was meant.
    assume(not any(_is_utf_8(text) for row in texts for text in row if not text.isascii()))
    round_trip(texts, "cp1251", delimiter, end)


@given(st.binary(max_size=300))
@example(b";!\n!")  # a cell in a column without a name, and nothing else
@settings(max_examples=150)
def test_any_bytes_are_a_table_or_a_problem(data: bytes) -> None:
    for name in ("a.csv", "a.json", "a.xlsx", "a.xls", "a.ods"):
        try:
            table = table_of(data, name)
        except InputError as error:
            places = {problem.file for problem in error.problems}
        else:
            places = {table.file} if table.rows or table.problems else set()
        assert places == {name}


def test_names_of_columns_are_needed_only_to_choose_between_delimiters() -> None:
    assert columns.names().is_known("Тақырып (рус)")
    assert not columns.names().is_known("Тақ")
