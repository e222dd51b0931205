"""The table of people: as programs here write it, and as somebody hostile would."""

from __future__ import annotations

import pytest
from cohorts import cohort

from creativekit.artwork.dress import stack
from creativekit.cohort.pack_jobs import file_names
from creativekit.cohort.people import Guest, Guests, guests
from creativekit.errors import InputError
from creativekit.tables.workbook_writing import Sheet, xlsx
from styled_brands import styled


def read(data: bytes | str, name: str = "people.csv") -> Guests:
    type_ = styled("steppe").type
    faces = stack(type_.heading, type_.body_bold, type_.body)
    data = data.encode() if isinstance(data, str) else data
    return guests(data, name, cohort().words.groups, faces, "kk")


SERIKOVA = Guest("Серікова Айгүл", "ru", "дизайнер", "«Саз»", "Молодёжь", "A-17")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize(
    "head",
    [
        "Аты-жөні|Қызметі|Ұйымы|Тобы|Тілі|Код",
        "ФИО|Должность|Организация|Группа|Язык|Код бейджа",
        "Name*|Position|Company|group|language|badge",
    ],
)
def test_columns_are_known_however_they_are_called(
    encoding: str, delimiter: str, head: str
) -> None:
    row = "Серікова Айгүл|дизайнер|«Саз»|youth|рус|A-17"
    text = f"{head}\r\n{row}\r\n".replace("|", delimiter)
    assert read(text.encode(encoding)) == Guests((SERIKOVA,))


def test_a_russian_excel_and_a_spreadsheet() -> None:
    text = "Фамилия;Имя;Отчество;Группа\nЩербакова;Анна;Ивановна;Молодежь\n"
    (found,) = read(text.encode("cp1251")).people
    assert (found.name, found.group) == ("Щербакова Анна Ивановна", "Жастар")
    book = xlsx((Sheet("люди", ("ФИО", "Код"), (("Ли Вэй", "17"),)),))
    assert read(book, "people.xlsx").people == (Guest("Ли Вэй", "kk", code="17"),)


def test_letters_that_were_lost_are_told() -> None:
    found = read("ФИО;Группа\nИванова Анна;\n?бдірахманова Г?лсім;\n".encode("cp1251"))
    assert [each.name for each in found.people] == ["Иванова Анна"]
    assert "letters of Kazakh were lost" in str(found.refused[0].message)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("", "the text is empty"),
        ("Ә" * 5000, "5000 characters long; at most 120"),
        ("Айгүл 🎉", "no typeface here has the character 🎉"),
        ("Ай\u202eгүл", "turns the order"),
        ("\u200b", "nothing to see"),
    ],
)
def test_a_row_that_cannot_be_is_refused_and_the_others_are_not(cell: str, why: str) -> None:
    found = read(f"name;role\nБірінші;a\n{cell};b\nҮшінші;c\n")
    assert [each.name for each in found.people] == ["Бірінші", "Үшінші"]
    (problem,) = found.refused
    assert why in str(problem.message)
    assert (problem.file, problem.line, problem.key) == ("people.csv", 3, "name")


@pytest.mark.parametrize(
    "name", ['=HYPERLINK("http://x")', "@sum(a1)", "#set text(red)", "<b>x</b>", "$x$ *a* _b_"]
)
def test_what_programs_would_run_is_text(name: str) -> None:
    quoted = name.replace('"', '""')
    assert read(f'name;role\n"{quoted}";"{quoted}"\n').people == (Guest(name, "kk", name),)


def test_an_unknown_language_is_refused_and_an_unknown_group_is_printed() -> None:
    found = read("name;language;group\nА;немецкий;\nБ;қаз;Клуб\n")
    assert [str(each.key) for each in found.refused] == ["language"]
    assert found.people == (Guest("Б", "kk", group="Клуб"),)
    assert "no group of this meeting" in str(found.warnings[0].message)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("name\n", "no rows"),
        ("қала;жасы\nАрал;20\n", "no column holds names"),
        ("name\nАй\x07гүл\n", "character that a text file does not hold"),
        ("name\n" + "А\n" * 3001, "at most 3000"),
    ],
)
def test_what_is_no_table_of_people(text: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read(text)


def test_everybody_has_a_file_of_their_own() -> None:
    names = ["Серікова Айгүл", "Серікова Айгүл", "Серікова Айгүл 2", "СЕРІКОВА АЙГҮЛ", "李伟", "!!"]
    found = file_names([Guest(name, "kk") for name in names])
    assert found[0] == "serikova-aigul"
    assert len(set(found)) == len(names)
    assert all(each.isascii() and each for each in found)
