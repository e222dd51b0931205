from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from creativekit.canvas.recent import Recent


def test_a_result_is_made_once_while_it_is_kept() -> None:
    made: list[str] = []
    recent: Recent[str] = Recent(100)

    def ask(key: str) -> str:
        return recent.get(key, lambda: made.append(key) or key, lambda _: 20)

    assert [ask(key) for key in "abab"] == list("abab")
    assert made == ["a", "b"]


def test_the_one_unused_for_longest_goes_first() -> None:
    made: list[str] = []
    recent: Recent[str] = Recent(60)

    def ask(key: str) -> None:
        recent.get(key, lambda: made.append(key) or key, lambda _: 15)

    for key in "abcdaea":
        ask(key)
    assert made == list("abcde")
    ask("b")
    assert made == list("abcdeb")


def test_what_is_too_large_is_given_and_not_kept() -> None:
    recent: Recent[int] = Recent(100)
    assert recent.get("large", lambda: 7, lambda _: 26) == 7
    assert len(recent) == 0
    assert recent.bytes == 0


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 40))))
def test_its_weight_stays_within_bounds(asked: list[tuple[int, int]]) -> None:
    recent: Recent[int] = Recent(100)
    for key, weight in asked:
        assert recent.get(key, lambda key=key: key, lambda _, weight=weight: weight) == key
        assert recent.bytes <= 100
    recent.clear()
    assert recent.bytes == 0
    assert len(recent) == 0
