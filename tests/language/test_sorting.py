"""Names where a Kazakh reader looks for them."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from creativekit.language.alphabet import KAZAKH, RUSSIAN
from creativekit.language.sorting import kazakh_key


def in_order(names: list[str]) -> bool:
    shuffled = names[:]
    random.Random(1).shuffle(shuffled)
    return sorted(shuffled, key=kazakh_key) == names


def test_the_alphabet_is_in_its_own_order() -> None:
    assert in_order(list(KAZAKH))
    assert in_order(list(KAZAKH.lower()))
    assert in_order(list(RUSSIAN))


def test_words() -> None:
    assert in_order(
        [
            "алма",
            "әже",
            "бала",
            "гүл",
            "ғылым",
            "дала",
            "ел",
            "ёлка",
            "кала",
            "қала",
            "нан",
            "ңа",
            "орман",
            "өнер",
            "үй",
            "шаңырақ",
            "ыдыс",
            "іні",
            "эхо",
            "яблоко",
        ]
    )


def test_small_before_capital_only_when_nothing_else_differs() -> None:
    assert in_order(["аға", "Аға", "ағаш"])


def test_numbers_by_value() -> None:
    assert in_order(["пост 2", "пост 10", "пост 100", "пост 1000000000000000000000"])
    assert in_order(["01", "1а", "2"])


def test_kazakh_and_russian_then_latin_then_others() -> None:
    assert in_order(["2026", "Бала", "Яблоко", "Apple", "Éclair", "Zoo", "שלום", "音"])


def test_a_shorter_name_and_a_space_come_first() -> None:
    assert in_order(["Өнер", "Өнер үйі", "Өнерпаз"])
    assert kazakh_key("Өнер, үйі")[0] == kazakh_key("Өнер үйі")[0]


KAZAKH_WORDS = st.text(st.sampled_from(KAZAKH.lower()), max_size=6)


@given(KAZAKH_WORDS, KAZAKH_WORDS)
def test_kazakh_words_sort_letter_by_letter(one: str, other: str) -> None:
    places = [[KAZAKH.lower().index(letter) for letter in word] for word in (one, other)]
    assert (kazakh_key(one) < kazakh_key(other)) == (places[0] < places[1])


@given(st.text(max_size=10), st.text(max_size=10))
def test_any_two_names_have_an_order(one: str, other: str) -> None:
    first, second = kazakh_key(one), kazakh_key(other)
    assert (first < second) + (first == second) + (first > second) == 1


@given(st.text(max_size=10), st.text(max_size=10))
def test_only_equal_texts_are_equal(one: str, other: str) -> None:
    import unicodedata

    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (kazakh_key(one) == kazakh_key(other)) == same
