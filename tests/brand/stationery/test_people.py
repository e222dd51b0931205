"""A team gets a card each, and what is wrong with one of them is said with its place."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from creativekit.brand.stationery import card
from creativekit.brand.stationery.people import BRAND, people, reached_by
from creativekit.errors import InputError
from creativekit.identity.model import Identity
from creativekit.identity.resolve import identity
from creativekit.project.loading import parse

HEAD = '[project]\nname = "Саз"\nlanguages = ["kk", "ru"]\n[brand]\ncolor = "#0a7e8c"\n'
TEAM = """[contact]
phone = "+7 700 000 00 00"
email = "salem@saz.example"
[[person]]
name = "Айгүл Сейітова"
role = "шебер"
phone = "+7 701 111 11 11"
[[person]]
name = "Әлем"
[[person]]
name = "Айгүл Сейітова"
email = "aigul@saz.example"
"""


@cache
def brand(text: str) -> Identity:
    return identity(parse(HEAD + text, Path("/nowhere")))


def test_each_has_a_name_for_files_and_none_is_used_twice() -> None:
    assert [name for name, _ in people(brand(TEAM))] == [
        "-aigul-seiitova",
        "-alem",
        "-aigul-seiitova-2",
    ]
    assert people(brand("")) == (("", BRAND),)


def test_numbers_do_not_meet_a_name_that_ends_with_one() -> None:
    text = "".join(f'[[person]]\nname = "{name}"\n' for name in ("Али", "Али 2", "Али", "Али"))
    names = [name for name, _ in people(brand(text))]
    assert len(set(names)) == 4
    assert len({each.casefold() for each in names}) == 4


def test_letters_that_no_file_has_become_a_word() -> None:
    assert people(brand('[[person]]\nname = "☺"\n'))[0][0] == "-person"


def test_a_team_of_three_has_three_cards_and_one_back() -> None:
    found = [job.path.rpartition("/")[2] for job in card.cards(brand(TEAM))]
    assert found == [
        "card-aigul-seiitova-kk-ru.pdf",
        "card-aigul-seiitova-front.png",
        "card-alem-kk-ru.pdf",
        "card-alem-front.png",
        "card-aigul-seiitova-2-kk-ru.pdf",
        "card-aigul-seiitova-2-front.png",
        "card-back.png",
    ]


def test_without_people_the_card_is_the_brands() -> None:
    found = [job.path.rpartition("/")[2] for job in card.cards(brand(""))]
    assert found == ["card-kk-ru.pdf", "card-front.png", "card-back.png"]


def printed(text: str, index: int = 0) -> str:
    data = card.cards(brand(text))[index].render().data
    return " ".join(" ".join(p.extract_text() for p in PdfReader(io.BytesIO(data)).pages).split())


def test_somebodys_own_telephone_is_printed_instead_of_the_brands() -> None:
    first, second = printed(TEAM), printed(TEAM, 2)
    assert "+7 701 111 11 11" in first
    assert "+7 700 000 00 00" not in first
    assert "+7 700 000 00 00" in second
    assert "salem@saz.example" in first
    assert "Әлем" in second


def test_one_person_changes_only_their_own_card() -> None:
    before = {job.path: job.key for job in card.cards(brand(TEAM))}
    after = {job.path: job.key for job in card.cards(brand(TEAM.replace("шебер", "ұста")))}
    changed = {path.rpartition("/")[2] for path in before if before[path] != after[path]}
    assert changed == {"card-aigul-seiitova-kk-ru.pdf", "card-aigul-seiitova-front.png"}


def test_code_and_marks_are_what_the_config_asks_for() -> None:
    bare, full = TEAM, "[stationery]\nqr = true\ncrop_marks = true\n" + TEAM
    sizes = [
        PdfReader(io.BytesIO(card.cards(brand(text))[0].render().data)).pages[0].mediabox
        for text in (bare, full)
    ]
    assert sizes[1].width > sizes[0].width
    keys = [[job.key for job in card.cards(brand(text))] for text in (bare, full)]
    assert keys[0][1] != keys[1][1]
    assert keys[0][-1] == keys[1][-1]


def test_problems_of_all_people_are_told_with_their_lines() -> None:
    text = TEAM + '[[person]]\nname = "\U00012000"\n\nrole = "\U00012001"\n'
    with pytest.raises(InputError) as caught:
        card.cards(brand(text))
    assert [(each.file, each.line, each.key) for each in caught.value.problems] == [
        ("creativekit.toml", 19, "person[4].name"),
        ("creativekit.toml", 21, "person[4].role"),
    ]


def test_a_code_that_would_be_too_fine_names_the_person() -> None:
    name = "Ұзын " * 20
    text = f'[stationery]\nqr = true\n[[person]]\nname = "{name}"\nrole = "{name * 2}"\n'
    with pytest.raises(InputError) as caught:
        card.cards(brand(text))
    (found,) = caught.value.problems
    assert (found.line, found.key) == (8, "person[1]")
    assert "QR" in str(found)


def test_the_brands_contact_is_left_as_it_was() -> None:
    made = brand(TEAM)
    (_, first), (_, second), _ = people(made)
    assert str(reached_by(made, first).contact["phone"]) == "+7 701 111 11 11"
    assert str(made.contact["phone"]) == "+7 700 000 00 00"
    assert reached_by(made, second) is made
