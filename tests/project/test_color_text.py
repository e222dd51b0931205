"""Colours as they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.project.color_text import ACCEPTED, hex_color

CHANNEL = st.integers(0, 255)


@given(CHANNEL, CHANNEL, CHANNEL)
def test_every_form_of_a_colour_is_the_same_colour(r: int, g: int, b: int) -> None:
    expected = f"#{r:02x}{g:02x}{b:02x}"
    for typed in (
        expected,
        expected.upper(),
        expected[1:],
        f" {expected} ",
        f"rgb({r}, {g}, {b})",
        f"RGB( {r} {g} {b} )",
    ):
        assert hex_color(typed) == expected


def test_three_digits_are_doubled() -> None:
    assert hex_color("#0aF") == "#00aaff"


def test_what_a_message_shows_is_accepted() -> None:
    assert all(hex_color(form) for form in ACCEPTED)


@pytest.mark.parametrize(
    "typed",
    ["", "#", "teal", "#12", "#1234", "#12345", "#1234567", "#12345678", "##123456", "#12345g",
     "rgb(256, 0, 0)", "rgb(1, 2)", "rgb(1%, 2%, 3%)", "rgba(1, 2, 3, 0.5)", "#12345\n6",
     "＃123456", "#١٢٣"],
)  # fmt: skip
def test_anything_else_is_not_a_colour(typed: str) -> None:
    assert hex_color(typed) is None
