"""People and prices as they are written in creativekit.toml."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from creativekit.errors import InputError, Problem
from creativekit.project.loading import parse
from creativekit.project.localized import Localized
from creativekit.project.model import Project
from creativekit.project.stationery_sections import MOST_ITEMS, MOST_PEOPLE

HEAD = '[project]\nname = "Саз"\n[brand]\ncolor = "#0a7e8c"\n'
ITEM = "[price_list]\n[[price_list.item]]\n"


def project(text: str) -> Project:
    return parse(HEAD + text, Path("nowhere"))


def problem(text: str) -> Problem:
    with pytest.raises(InputError) as caught:
        project(text)
    (found,) = caught.value.problems
    return found


def test_without_the_sections_there_is_nobody_and_no_list() -> None:
    made = project("")
    assert made.people == ()
    assert made.price_list is None
    assert not made.stationery.qr
    assert not made.stationery.crop_marks


def test_a_team_of_three() -> None:
    made = project(
        "[stationery]\nqr = true\ncrop_marks = true\n"
        '[[person]]\nname = "Айнұр"\n'
        '[[person]]\nname = { kk = "Ерлан", ru = "Ерлан" }\nrole = "дыбыс режиссері"\n'
        '[[person]]\nname = "Дана"\nphone = "+7 700 000 00 00"\nemail = "dana@saz.example"\n'
    )
    assert [str(person.name) for person in made.people] == ["Айнұр", "Ерлан", "Дана"]
    assert made.people[2].email == "dana@saz.example"
    assert made.stationery.qr
    assert made.line(("person", 1, "role")) == 12


def test_a_price_list() -> None:
    made = project(
        '[price_list]\nvalid_from = 2026-12-01\n[[price_list.item]]\nname = "Ән"\nprice = 12000\n'
        'from = true\nunit = { kk = "сағат" }\n[[price_list.item]]\nname = "Фильм"\n'
        'price = { kk = "келісім бойынша", ru = "по договорённости" }\n'
    ).price_list
    assert made is not None
    assert made.valid_from == datetime.date(2026, 12, 1)
    first, second = made.items
    assert (first.price, first.is_from) == (12000, True)
    assert second.price == Localized.of({"kk": "келісім бойынша", "ru": "по договорённости"}, "kk")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-01", (2026, 12, 1)),
        ('"01.12.2026"', (2026, 12, 1)),
        ('"2026-12-01"', (2026, 12, 1)),
        ("2026-12-01T22:30:00Z", (2026, 12, 2)),
    ],
)
def test_days_as_people_write_them(typed: str, day: tuple[int, int, int]) -> None:
    made = project(f"[price_list]\nvalid_from = {typed}\n{ITEM[13:]}name = 'a'\nprice = 1\n")
    assert made.price_list is not None
    assert made.price_list.valid_from == datetime.date(*day)


@pytest.mark.parametrize(
    ("text", "line", "key", "said"),
    [
        ("[stationery]\nqr = 1", 6, "stationery.qr", "true or false"),
        ("[stationery]\ncrop_mark = true", 6, "stationery.crop_mark", "'crop_marks'"),
        ('[person]\nname = "a"', 5, "person", "[[person]]"),
        ('[[person]]\nrole = "a"', 5, "person[1].name", "missing"),
        ('[[person]]\nname = ""', 6, "person[1].name", "empty"),
        ('[[person]]\nname = "a"\nfone = "1"', 7, "person[1].fone", "did you mean 'phone'?"),
        ('[[person]]\nname = { kz = "a" }', 6, "person[1].name.kz", "kk"),
        ("[price_list]\ntitle = 'a'", 5, "price_list.item", "missing"),
        ("[price_list]\nitem = []", 6, "price_list.item", "needs an item"),
        ("[price_list]\n[price_list.item]\nname = 'a'", 6, "price_list.item", "two brackets"),
        (ITEM + "name = 'a'\nprice = -1", 8, "price_list.item[1].price", "whole number"),
        (ITEM + "name = 'a'\nprice = 99.5", 8, "price_list.item[1].price", "whole number"),
        (ITEM + "name = 'a'\nprice = nan", 8, "price_list.item[1].price", "number of tenge"),
        (ITEM + "name = 'a'\nprice = true", 8, "price_list.item[1].price", "number of tenge"),
        (ITEM + "name = 'a'\nprice = ''", 8, "price_list.item[1].price", "empty"),
        (ITEM + "name = 'a'\nprice = { uk = 'b' }", 8, "price_list.item[1].price.uk", "language"),
        (ITEM + "name = 'a'\nprice = 'b'\nfrom = true", 6, "price_list.item[1]", "a number"),
        (ITEM + "name = 'a'\nprise = 1\nprice = 1", 8, "price_list.item[1].prise", "'price'"),
        ("[price_list]\nvalid_from = '05/12/2026'\n", 6, "price_list.valid_from", "not a date"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, line: int, key: str, said: str) -> None:
    if "valid_from" in key:
        text += "[[price_list.item]]\nname = 'a'\nprice = 1\n"
    found = problem(text)
    assert (found.line, found.key) == (line, key)
    assert said in str(found)


@pytest.mark.parametrize(
    ("table", "most"), [("[[person]]", MOST_PEOPLE), ("[[price_list.item]]", MOST_ITEMS)]
)
def test_lists_end(table: str, most: int) -> None:
    entry = f"{table}\nname = 'a'\n" + ("price = 1\n" if "price" in table else "")
    project(entry * most)
    assert str(most) in str(problem(entry * (most + 1)))


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        project(ITEM + "price = -1\n[[price_list.item]]\nname = 'a'\nprice = {}\n[[person]]\n")
    assert len(caught.value.problems) == 4


def test_an_unlikely_address_of_a_person_is_a_warning() -> None:
    made = project("[[person]]\nname = 'a'\n[[person]]\nname = 'b'\nemail = 'b'\nphone = 'c'\n")
    assert [(each.key, each.line) for each in made.warnings] == [
        ("person[2].phone", 10),
        ("person[2].email", 9),
    ]
