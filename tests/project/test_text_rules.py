"""What a text may hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.project.rejection import shown
from creativekit.project.text_rules import NAME_LENGTH, cleaned, find_fault


def refusal(text: str, **options: bool) -> str | None:
    error = find_fault(cleaned(text), NAME_LENGTH, **options)
    if error is None:
        return None
    assert error.context is not None
    return str(error.context["message"])


@pytest.mark.parametrize(
    "name",
    [
        "Саз студиясы",
        "[bold]Саз[/bold]",
        "<script>alert(1)</script>",
        "#set page(fill: red)",
        "../../etc/passwd",
        "{name} %s \\n",
        "!!!",
        "🎵🎶",
        "مرحبا",
        "שלום world",
        "👩‍👩‍👧‍👦" * NAME_LENGTH,
        "а" * NAME_LENGTH,
        "é\u0301" * NAME_LENGTH,
        "x\u200ey",
    ],
)
def test_names_that_are_drawn_as_they_are(name: str) -> None:
    assert refusal(name) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        (" \t\u00a0 ", "empty"),
        ("а" * (NAME_LENGTH + 1), "121 characters long; at most 120"),
        ("а" * 200, "200 characters long"),
        ("a\nb", "on one line"),
        ("a\u2028b", "on one line"),
        ("a\x07b", "control character (U+0007)"),
        ("a\x7fb", "control character (U+007F)"),
        ("a\x1b[31mb", "control character (U+001B)"),
        ("abc\u202etxt", "U+202E"),
        ("abc\u2066txt", "U+2066"),
        ("a" + "\u0301" * 1000, "accents"),
        ("\u200d", "nothing to see"),
        ("\u200b\u200b", "nothing to see"),
        ("\u0301", "nothing to see"),
    ],
)
def test_names_that_are_refused(text: str, says: str) -> None:
    said = refusal(text)
    assert said is not None
    assert says in said


def test_a_paragraph_has_lines() -> None:
    assert refusal("Абай даңғылы, 1\nҚызылорда", several_lines=True) is None
    assert refusal("a\x0bb", several_lines=True) is not None


def test_blanks_go_and_letters_are_composed() -> None:
    assert cleaned("  Саи\u0306 \n") == "Сай"


@given(st.text())
def test_a_message_never_shows_what_is_invisible(text: str) -> None:
    for said in (shown(text), refusal(text) or ""):
        assert said.isprintable()
