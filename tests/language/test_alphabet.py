"""The alphabets, against each other and the other rooms that spell them."""

from __future__ import annotations

import pytest

from creativekit.fonts.coverage import required
from creativekit.language.alphabet import ENGLISH, KAZAKH, RUSSIAN, letters


def test_each_alphabet_has_its_letters_once() -> None:
    assert [len(set(alphabet)) for alphabet in (KAZAKH, RUSSIAN, ENGLISH)] == [42, 33, 26]
    assert set(RUSSIAN) < set(KAZAKH)
    assert set(KAZAKH) - set(RUSSIAN) == set("ӘҒҚҢӨҰҮҺІ")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_capital_and_small(language: str) -> None:
    found = letters(language)
    assert found == found[: len(found) // 2] + found[: len(found) // 2].lower()
    assert set(found) <= set(required([language]))


def test_another_language_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        letters("de")
