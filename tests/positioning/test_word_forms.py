"""Phrases are found in their declined forms, and not in other words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.positioning.word_forms import written


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("дёшево", "Дёшево! Дешево? Дешёвый, дешевле.", ("Дёшево", "Дешево")),
        ("уникальный", "ничего уникального, уникальных, уникально", None),
        ("уникальный", "уникум, универсальный", ()),
        ("скидка", "скидку, скидок, скидками", ("скидку", "скидками")),
        ("качество", "качества качеством", None),
        ("акция", "акции акций акцию", None),
        ("новость", "новости новостью", None),
        ("магазин", "магазина магазинов магазинчик", ("магазина", "магазинов")),
        ("тест", "тесто телефон теста", ("теста",)),
        ("решение", "решения решений", None),
        ("лучшее качество", "нет лучшего\nкачества", ("лучшего\nкачества",)),
        ("все", "всего всех все", ("все",)),
        ("100%", "на 100% или 100 %", ("100%",)),
        ("c++", "c++ и c#", ("c++",)),
        ("эконом-класс", "эконом-класса", ()),
    ],
)
def test_russian(phrase: str, text: str, found: tuple[str, ...] | None) -> None:
    every = tuple(word.strip(",.") for word in text.split() if word != "ничего")
    assert written(phrase, "ru", text) == (every if found is None else found)


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("арзан", "Арзанға арзанырақ арзандау арзаны", None),
        ("арзан", "арзу арзандық", ()),
        ("тамақ", "тамағымыз тамақтан тамақтарымызбен", None),
        ("кітап", "кітабы кітаптағы кітапқа", None),
        ("күлкі", "күлкісін күлкімен күлкіңіз", None),
        ("әлем", "әлемнің әлемде әлемдегі әлемге", None),
        ("ең арзан", "ең арзанына, еңбек арзан", ("ең арзанына",)),
        ("жоғары сапа", "жоғары сапаны, жоғарыда сапа", ("жоғары сапаны",)),
        ("той", "тойға той", ("той",)),
        ("ҰСЫНЫС", "ұсынысымыз", None),
    ],
)
def test_kazakh(phrase: str, text: str, found: tuple[str, ...] | None) -> None:
    assert written(phrase, "kk", text) == (tuple(text.split()) if found is None else found)


@pytest.mark.parametrize(
    ("text", "found"),
    [("Cheap, cheap-looking CHEAPER cheaply", ("Cheap", "cheap")), ("", ())],
)
def test_english_words_are_taken_as_they_are(text: str, found: tuple[str, ...]) -> None:
    assert written("cheap", "en", text) == found


LETTERS = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі", min_size=1, max_size=12)


@given(st.lists(LETTERS, min_size=1, max_size=3), st.sampled_from(["kk", "ru", "en"]))
def test_a_phrase_is_found_as_it_is(words: list[str], language: str) -> None:
    phrase = " ".join(words)
    assert phrase in written(phrase, language, f"«{phrase}», — {phrase.upper()}!")


@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from(["kk", "ru", "en"]))
def test_whatever_is_typed_what_is_found_stands_there(
    phrase: str, around: str, language: str
) -> None:
    text = f"{around} {phrase} {around}"
    for found in written(phrase, language, text):
        assert found.strip()
        assert found in unicodedata.normalize("NFC", text)
