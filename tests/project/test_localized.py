"""A text answers in every language, by the stated fallback."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit import jobs
from creativekit.project.localized import LANGUAGES, Localized

TABLES = st.dictionaries(st.sampled_from(LANGUAGES), st.text(min_size=1), min_size=1)


def test_a_string_stands_for_every_language() -> None:
    text = Localized.of("Саз", main="ru")
    assert [text.get(language) for language in LANGUAGES] == ["Саз"] * 3
    assert text.languages == ("ru",)
    assert str(text) == "Саз"


def test_the_fallback_is_the_main_language_then_the_first_there_is() -> None:
    text = Localized.of({"en": "Sound", "ru": "Звук"}, main="ru")
    assert text.get("en") == "Sound"
    assert text.get("kk") == "Звук"
    assert Localized.of({"en": "Sound", "ru": "Звук"}, main="kk").get("kk") == "Звук"
    assert Localized.of({"en": "Sound"}, main="kk").get("ru") == "Sound"


@given(TABLES, st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_there_is_always_an_answer(table: dict[str, str], main: str, asked: str) -> None:
    found = Localized.of(table, main).get(asked)
    assert found == table.get(asked, found)
    assert found in table.values()


@given(TABLES)
def test_equal_texts_are_one_value(table: dict[str, str]) -> None:
    text = Localized.of(table)
    again = Localized.of(dict(reversed(table.items())))
    assert text == again
    assert hash(text) == hash(again)
    assert jobs.digest(text) == jobs.digest(again)
    assert pickle.loads(pickle.dumps(text)) == text


def test_the_digest_tells_texts_apart() -> None:
    one = Localized.of({"kk": "а", "ru": "б"})
    assert jobs.digest(one) != jobs.digest(Localized.of({"kk": "а"}))
    assert jobs.digest(one) != jobs.digest(Localized.of({"kk": "а", "ru": "б"}, main="ru"))


def test_it_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Localized.of("Саз").main = "ru"  # type: ignore[misc]


@pytest.mark.parametrize("table", [{}, {"de": "Klang"}])
def test_a_table_needs_a_language_we_speak(table: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"language"):
        Localized.of(table)
