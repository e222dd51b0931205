"""Texts and numbers as people type them into forms."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from creativekit.positioning import typed
from creativekit.positioning.blanks import blanks
from creativekit.positioning.sheets import worksheets
from creativekit.positioning.words import words
from creativekit.project.rejection import refusal

ALL = {blank.name: blank for blank in blanks(worksheets())}


@pytest.mark.parametrize(
    ("name", "text", "number"),
    [
        ("price.materials", "12 500", 12500),
        ("price.materials", "12 500 ₸", 12500),
        ("price.materials", "12\u00a0500 тг.", 12500),
        ("price.materials", " ", None),
        ("price.price", "１２５００", 12500),
        ("price.rivals.0.price", "1.250.000,5 теңге", 1250000.5),
        ("price.hours", "3,5", 3.5),
        ("price.hours", "3.5 сағ", 3.5),
        ("price.hours", "2 часа", 2),
        ("price.fee", "10 %", 10),
        ("price.tax", "3,0%", 3),
        ("map.ours.x", "−2", -2),
        ("map.ours.y", "－ ２", -2),
        ("map.points.0.x", "+2,5", 2.5),
        ("character.sliders.0", "–1", -1),
        ("alternatives.attributes.0.weight", "5,0", 5),
        ("alternatives.others.0.scores.0", "0", 0),
    ],
)
def test_numbers(name: str, text: str, number: float | None) -> None:
    found = typed.answer(text, ALL[name])
    assert found == number
    assert type(found) is type(number)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("price.materials", "қымбат", "'қымбат' is not a number"),
        ("price.materials", "12,500", "two ways"),
        ("price.materials", "12 %", "not a number"),
        ("price.materials", "1 2 500", "not a number"),
        ("price.materials", "-5", "too small: at least 0"),
        ("price.materials", "9" * 400, "too large"),
        ("price.fee", "100", "too large: at most 99.99"),
        ("price.fee", "5 ₸", "not a number"),
        ("map.ours.x", "10,5", "too large: at most 10"),
        ("alternatives.attributes.0.weight", "0", "not a whole number from 1 to 5"),
        ("alternatives.attributes.0.weight", "4,5", "not a whole number from 1 to 5"),
        ("alternatives.others.0.scores.0", "5 4 3", "not a whole number from 0 to 5"),
        ("alternatives.others.0.scores.0", "²", "not a whole number from 0 to 5"),
        ("map.ours.x", "NaN", "not a number"),
        ("map.ours.x", "1e3", "not a number"),
    ],
)
def test_what_is_no_number(name: str, text: str, said: str) -> None:
    with pytest.raises(PydanticCustomError) as error:
        typed.answer(text, ALL[name])
    assert said in str(refusal(error.value)[0])


def test_texts() -> None:
    one, several = ALL["statement.need"], ALL["pitch.pitch"]
    assert typed.answer("  и\u0306од\r\nжана \t б ", one) == "йод жана б"
    assert typed.answer(" a \r\n\r\nb\tc\r d\u2028e ", several) == "a\n\nb c\n d\ne"
    assert typed.answer(" \n", several) == ""
    assert typed.answer("[bold]#set 👩‍🎨 <b>", one) == "[bold]#set 👩‍🎨 <b>"
    for wrong in ("a\x07b", "a\x00", "\u202eabc", "\ud800", "x" * 5000, "\u200b"):
        with pytest.raises(PydanticCustomError):
            typed.answer(wrong, one)
    assert typed.answer("x" * 5000, several) == "x" * 5000


def test_questions_are_told_apart() -> None:
    for language in ("kk", "ru", "en"):
        said = words(language)
        asked = [(blank.sheet, typed.question(blank, said)) for blank in ALL.values()]
        assert len(set(asked)) == len(asked), language
