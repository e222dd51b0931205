"""Characters as a reader counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.project.graphemes import graphemes


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Қызылорда", 9),
        ("и\u0306", 1),
        ("é\u0301\u0302", 1),
        ("👍🏽", 1),
        ("👩‍👩‍👧‍👦", 1),
        ("🇰🇿🇷🇺", 2),
        ("🇰🇿🇷", 2),
        ("❤️", 1),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 1),
        ("\r\n", 1),
        ("\n\u0301", 2),
        ("नि", 1),
        ("а\u200dб", 2),
    ],
)
def test_counts(text: str, count: int) -> None:
    assert len(graphemes(text)) == count


@given(st.text())
def test_nothing_is_lost(text: str) -> None:
    assert "".join(graphemes(text)) == text


@given(st.text(st.characters(categories=("Ll", "Lu", "Nd", "Zs"))))
def test_plain_text_is_one_for_one(text: str) -> None:
    assert graphemes(text) == tuple(text)
