"""Colour where a terminal has it, and none where nobody would see it."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.cli.ink import Ink, depth, readable


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "full"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "xterm"}, "16"),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, "none"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "none"),
        ({"TERM": "xterm", "NO_COLOR": ""}, "16"),
    ],
)
def test_depth_of_a_terminal(environ: dict[str, str], expected: str) -> None:
    assert depth(Terminal(), environ) == expected


def test_depth_of_a_pipe_a_closed_stream_and_none() -> None:
    environ = {"TERM": "xterm-256color"}
    closed = io.StringIO()
    closed.close()
    assert depth(io.StringIO(), environ) == "none"
    assert depth(closed, environ) == "none"
    assert depth(None, environ) == "none"
    assert depth(io.StringIO(), {**environ, "FORCE_COLOR": "1"}) == "256"


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@given(st.integers(0, 0xFFFFFF))
def test_a_brands_colour_is_seen_on_black_and_on_white(number: int) -> None:
    shown = luminance(readable(f"#{number:06x}"))
    assert (shown + 0.05) / 0.05 >= 3
    assert 1.05 / (shown + 0.05) >= 2.9


def test_a_readable_colour_is_left_as_it_is() -> None:
    assert readable("#0a7e8c") == "#0a7e8c"


def test_paint() -> None:
    assert Ink("full").colored("x", "#0a7e8c") == "\x1b[38;2;10;126;140mx\x1b[0m"
    assert Ink("256").colored("x", "#ffffff") == "\x1b[38;5;231mx\x1b[0m"
    assert Ink("256").colored("x", "#000000") == "\x1b[38;5;16mx\x1b[0m"
    assert Ink("16").colored("x", "#0a7e8c") == "x"
    assert Ink("16").bold("x") == "\x1b[1mx\x1b[0m"
    assert Ink("16").bold("") == ""


@given(st.sampled_from(["bold", "dim", "bad", "doubtful", "good", "brand"]), st.text())
def test_without_colour_a_text_is_itself(name: str, text: str) -> None:
    assert getattr(Ink("none"), name)(text) == text
    painted = getattr(Ink("full"), name)(text)
    assert re.sub("\x1b\\[[0-9;]*m", "", painted) == re.sub("\x1b\\[[0-9;]*m", "", text)
