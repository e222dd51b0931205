"""Values as words: prices and dates written out, defaults filled in, nothing left over."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.project.localized import Localized
from creativekit.social.template import Field
from creativekit.social.values import Value, fill, texts, written

TITLE = Localized.of("")
TEXT, PRICE = Field("text", "text", TITLE), Field("price", "price", TITLE)


@pytest.mark.parametrize(
    ("field", "raw", "language", "shown"),
    [
        (PRICE, 9500, "kk", "9\u00a0500\u00a0₸"),
        (PRICE, Decimal("9500.50"), "ru", "9\u00a0501\u00a0₸"),
        (PRICE, 9500, "en", "9,500\u00a0₸"),
        (PRICE, "тегін", "kk", "тегін"),
        (PRICE, 0, "kk", "0\u00a0₸"),
        (TEXT, 12500, "ru", "12\u00a0500"),
        (TEXT, 1.5, "ru", "1,50"),
        (TEXT, True, "kk", "True"),
        (TEXT, None, "kk", ""),
        (TEXT, "  Саз ", "kk", "Саз"),
        (TEXT, datetime.date(2026, 12, 5), "kk", "5 желтоқсан"),
        (TEXT, datetime.date(2026, 12, 5), "ru", "5 декабря"),
        (TEXT, datetime.datetime(2026, 12, 5), "en", "5 December"),
        (TEXT, datetime.datetime(2026, 12, 5, 18, 30), "en", "5 December, 18:30"),
        (TEXT, datetime.time(9, 5), "kk", "09:05"),
    ],
)
def test_a_value_is_written_as_its_language_does(
    field: Field, raw: object, language: str, shown: str
) -> None:
    assert written(field, raw, language) == shown


@pytest.mark.parametrize(
    ("values", "filled"),
    [
        ({"a": "Бір", "b": "Екі"}, "Бір. Екі"),
        ({"a": "Бір"}, "Бір."),
        ({"b": "Екі"}, "Екі"),
        ({}, ""),
    ],
)
def test_marks_left_over_from_an_empty_field_go(values: dict[str, str], filled: str) -> None:
    assert fill("{a}. {b}", lambda name: values.get(name, "")) == filled


def test_words_without_fields_stay_as_they_are() -> None:
    assert fill("  Сақтап қойыңыз. ", lambda _: "") == "  Сақтап қойыңыз. "


@given(st.text(max_size=40))
def test_braces_in_a_value_are_letters(text: str) -> None:
    """What a field holds is never read as a template again."""
    asked: list[str] = []

    def text_of(name: str) -> str:
        asked.append(name)
        return "{b}" + text if name == "a" else "секрет"

    assert "секрет" not in fill("{a}", text_of).replace(text, "")
    assert set(asked) == {"a"}


def test_a_default_takes_other_fields_and_never_goes_round_in_a_circle() -> None:
    fields = {
        "a": Field("a", "text", TITLE, default=Localized.of("{b}!")),
        "b": Field("b", "text", TITLE, default=Localized.of("{a}?")),
        "c": Field("c", "text", TITLE, default=Localized.of("{list}, {d}")),
        "d": Field("d", "text", TITLE),
    }
    values: dict[str, Value] = {"list": ("бір", "екі"), "d": "үш"}
    text_of = texts(fields, values, "kk")
    assert text_of("c") == "бір. екі, үш"
    assert text_of("a") == ""
    assert text_of("nothing") == ""
