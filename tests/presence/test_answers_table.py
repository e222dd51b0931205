"""Answers in tables, as people keep them and as programs here write them."""

from __future__ import annotations

import datetime
import io

import pytest
import xlsxwriter
from instruments import small

from creativekit.errors import InputError
from creativekit.presence import answers_table
from creativekit.presence.answers import Answer, Answers
from creativekit.presence.answers_file import read

LIST = """id;level;basis;note
profile;no-site;;
features;site;;
hours;2,5;;
date;26.11.2026;;
1.1;2;;
1.2;3;trainer;Бірге қарадық
q3_1;білмейміз;;
3.2;не для нас;;
"""
SAID = Answers.of(
    "2026.1",
    "no-site",
    ["site"],
    {
        "1.1": Answer(2),
        "1.2": Answer(3, "trainer", "Бірге қарадық"),
        "3.1": Answer("dk"),
        "3.2": Answer("na"),
    },
    2.5,
    datetime.date(2026, 11, 26),
)


def told(text: str, name: str = "answers.csv") -> list[str]:
    with pytest.raises(InputError) as caught:
        read(text.encode(), name, small())
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "kz1048"])
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_a_row_an_item(encoding: str, delimiter: str) -> None:
    given = read(LIST.replace(";", delimiter).encode(encoding), "answers.csv", small())
    assert given.answers == SAID


@pytest.mark.parametrize(
    "head", ["id;level;basis;note", "Сұрақ;Деңгей;Негіз;Ескертпе", "Вопрос*;Ответ;Основание;Note"]
)
def test_heads_in_three_languages(head: str) -> None:
    text = LIST.replace("id;level;basis;note", head)
    assert read(text.encode(), "answers.csv", small()).answers == SAID


def test_a_spreadsheet_with_true_numbers_and_dates() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for row, line in enumerate(LIST.splitlines()):
            for column, cell in enumerate(line.split(";")):
                if cell == "26.11.2026":
                    sheet.write_datetime(row, column, datetime.datetime(2026, 11, 26), day)
                elif cell in ("2", "3", "2,5", "1.1", "1.2", "3.2"):
                    sheet.write_number(row, column, float(cell.replace(",", ".")))
                else:
                    sheet.write_string(row, column, cell)
    assert read(out.getvalue(), "answers.xlsx", small()).answers == SAID


def test_all_problems_with_their_rows() -> None:
    assert told(
        """id;level;basis;note
profile;sites;;
hours;100;;
features;site, shop;;
1.1;5;;
1.2;2;guess;
1.3;1;;
1.2;3;;
;2;;
1 янв;2;;
01.01.2026;2;;
"""
    ) == [
        "answers.csv:2 profile: 'sites' cannot be used here; did you mean 'site'? (site, no-site)",
        "answers.csv:3 hours: 100 is out of range: 0.5 to 60",
        "answers.csv:4 features: 'shop' cannot be used here"
        " (premises, site, nosite, market, studio, performer, ngo)",
        "answers.csv:5 1.1: '5' is not an answer (0, 1, 2, 3, 4, na, dk)",
        "answers.csv:6 1.2: 'guess' is not what an answer may rest on"
        " (measured, file, trainer, self)",
        "answers.csv:7 id: there is no question '1.3'; did you mean '1.2'?",
        "answers.csv:8 id: question '1.2' is in row 6 already",
        "answers.csv:9 id: the row does not say which question it answers",
        "answers.csv:10 id: there is no question '1 янв'",
        "answers.csv:11 id: the program that saved the table took the number of a question for a"
        " date, '01.01.2026'; write q1_1 for 1.1",
    ]


@pytest.mark.parametrize("typed", ["01.янв", "01.янв.", "1.01.26", "01/01/2026"])
def test_what_excel_makes_of_a_number(typed: str) -> None:
    (problem,) = told(f"id;level\nprofile;site\n{typed};2\n")
    assert "took the number of a question for a date" in problem


def test_without_a_profile_or_levels() -> None:
    (problem,) = told("id;level\n1.1;2\n")
    assert "does not say which profile answers (site, no-site)" in problem
    (problem,) = told("id;note\n1.1;a\n")
    assert problem == (
        "answers.csv:1: a column with the levels is missing (level, деңгей, уровень)"
    )


PEOPLE = "profile,q1_1,q1_2,q9_9\nsite,1,dk,\nno-site,2,na,\n"


def test_a_row_a_person() -> None:
    data = PEOPLE.encode()
    with pytest.raises(InputError) as caught:
        read(data, "group.csv", small())
    assert "the answers of 2 people" in str(caught.value)
    second = read(data, "group.csv", small(), row=2).answers
    assert second == Answers.of("2026.1", "no-site", (), {"1.1": Answer(2), "1.2": Answer("na")})
    everybody = answers_table.read(data, "group.csv", small())
    assert [each.answers.profile for each in everybody] == ["site", "no-site"]
    for row in (0, 3):
        with pytest.raises(InputError) as caught:
            read(data, "group.csv", small(), row)
        assert f"no person {row} among 2" in str(caught.value)


def test_a_question_that_is_not_there_and_was_answered() -> None:
    (problem,) = told(PEOPLE.replace("1,dk,", "1,dk,3"))
    assert problem == "answers.csv:2 q9_9: there is no question '9.9'"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"PK", "is not a kind of table (.toml, .pdf, .csv"),
        ("a.pdf", b"PK", "this is not a PDF file"),
        ("a.csv", b" \n", "the file is empty"),
        ("a.csv", b"id;level\n", "a header but no rows"),
        ("a.csv", b"\x89PNG\r\n", "this is not a text file but a picture"),
        ("a.toml", b"profile = ", "no value"),
    ],
)
def test_files_that_are_none(name: str, data: bytes, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data, name, small())
    assert said in str(caught.value)


def test_hostile_texts_are_texts_or_problems() -> None:
    long = "ә" * 5000
    (problem,) = told(f"id;level;basis;note\nprofile;site;;\n1.1;2;;{long}\n")
    assert "5000 characters long; at most 2000 fit" in problem
    (problem,) = told(f"id;level\nprofile;site\n1.1;{long}\n")
    assert len(problem) < 200
    text = 'id;level;basis;note\nprofile;site;;\n1.1;2;;"=1+1 <b>{x}</b> $$ «»"\n'
    given = read(text.encode(), "a.csv", small()).answers
    assert given.by_id["1.1"].note == "=1+1 <b>{x}</b> $$ «»"
