"""Text from the network cannot act on who reads it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.presence.audit.plain import plain


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Қошқармүйіз кілемі", "Қошқармүйіз кілемі"),
        ("\x1b[31mRed\x1b[0m", "Red"),
        ("\x1b]8;;http://evil.test\x07link\x1b]8;;\x07", "link"),
        ("\x1b]0;title\x1b\\x", "x"),
        ("\x1bPq#0\x1b\\x", "x"),
        ("\x9b2Jx", "x"),
        ("\x1b", ""),
        ("\x1b[", ""),
        ("\x1b]never ends", ""),
        ("a\r\nb\tc\x00d\x7f", "a b cd"),
        ("abc\u202edef\u2066\u2069\u200f", "abcdef"),
        ("a\u2028b", "a b"),
        ("\ufeffa\u200bb\U000e0041", "ab"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("[bold]x[/bold] <b>y</b>", "[bold]x[/bold] <b>y</b>"),
        ("  a \u00a0 b ", "a b"),
    ],
)
def test_what_is_shown(said: str, shown: str) -> None:
    assert plain(said) == shown


def test_a_long_text_says_that_it_was_cut() -> None:
    assert plain("x" * 10_000_000, 10) == "x" * 9 + "…"


@given(st.text(st.characters(codec=None)), st.integers(1, 50))
def test_anything_becomes_one_harmless_line(said: str, longest: int) -> None:
    shown = plain(said, longest)
    assert len(shown) <= longest
    assert not [c for c in shown if unicodedata.category(c)[0] == "C" and c not in "\u200c\u200d"]
    assert "\u2028" not in shown
    assert plain(shown, longest) == shown
