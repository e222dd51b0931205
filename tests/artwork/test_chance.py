from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from creativekit.artwork.chance import Chance


def test_the_sequence_is_fixed() -> None:
    """Kits made today and made next year are the same: these numbers may never change."""
    chance = Chance("Саз студиясы", 0, "grass")
    assert [round(chance.unit(), 9) for _ in range(4)] == [
        0.760013023,
        0.919639133,
        0.454376735,
        0.616162439,
    ]


@given(st.text(), st.floats(-1e6, 1e6), st.floats(0, 1e6))
def test_numbers_stay_within(words: str, low: float, span: float) -> None:
    chance = Chance(words)
    for _ in range(50):
        assert 0 <= chance.unit() < 1
        assert low <= chance.between(low, low + span) <= low + span


def test_words_and_their_order_matter() -> None:
    first = [Chance("a", "b").unit(), Chance("b", "a").unit(), Chance("ab").unit()]
    assert len(set(first)) == 3


def test_choices_are_about_even() -> None:
    chance = Chance("even")
    found = [chance.choice("abc") for _ in range(3000)]
    assert all(900 < found.count(letter) < 1100 for letter in "abc")
