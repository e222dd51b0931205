"""Names that Windows, macOS and Linux all take, letters kept."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.language.file_names import MOST_BYTES, MOST_UNITS, is_reserved, safe_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Қызылорда өнер үйі", "Қызылорда өнер үйі"),
        ("Ұлы «дала»", "Ұлы «дала»"),
        ("Саи\u0306", "Сай"),
        ("a/b\\c:d*e?f", "a b c d e f"),
        ("../../etc/passwd", "etc passwd"),
        ("..", "untitled"),
        (".hidden", "hidden"),
        ("name. . .", "name"),
        ("a\x00b\x1b[31m\nc", "a b [31m c"),
        ("abc\u202etxt", "abc txt"),
        ('<script>|"', "script"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("", "untitled"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("Nul ", "_Nul"),
        ("LPT¹.a.b", "_LPT¹.a.b"),
        ("conin$", "_conin$"),
        ("console", "console"),
        ("COM10", "COM10"),
        ("com0", "_com0"),
    ],
)
def test_names(text: str, expected: str) -> None:
    assert safe_name(text) == expected


def test_the_extension_stays_and_counts() -> None:
    assert safe_name("Лого", ".svg") == "Лого.svg"
    assert safe_name("AUX", ".svg") == "_AUX.svg"
    assert safe_name("?", ".svg", fallback="logo") == "logo.svg"
    long = safe_name("ұ" * 500, ".svg")
    assert long.endswith("ұ.svg")
    assert len(long) <= MOST_UNITS


def test_a_cut_parts_no_letter_from_its_accents() -> None:
    # x with a macron has no composed form.
    name = safe_name("x\u0304\u0323" * 100)
    assert len(name.encode()) <= MOST_BYTES
    assert name.count("x") == name.count("\u0304") == name.count("\u0323") > 20


@given(st.text(max_size=300), st.sampled_from(["", ".png", ".tokens.json"]))
def test_any_text_is_a_name_everywhere(text: str, extension: str) -> None:
    name = safe_name(text, extension)
    assert name.endswith(extension)
    assert name not in ("", ".", "..", extension)
    assert not set(name) & set('<>:"/\\|?*')
    assert name.isprintable() or "\u200c" in name or "\u200d" in name
    assert not name.startswith((".", " "))
    assert not name.endswith((".", " "))
    assert not is_reserved(name)
    assert len(name.encode("utf-16-le")) <= 2 * MOST_UNITS
    assert len(name.encode()) <= MOST_BYTES
    assert unicodedata.is_normalized("NFC", name)
    assert Path(name).name == name


@given(st.text(max_size=300))
def test_a_safe_name_stays_as_it_is(text: str) -> None:
    name = safe_name(text)
    assert safe_name(name) == name


@given(st.text(st.sampled_from("қызылорда өнерүйіAZ09-_()"), min_size=1, max_size=60))
def test_ordinary_letters_are_kept(text: str) -> None:
    kept = " ".join(text.split())
    assert safe_name(text) in (kept, "untitled")


def test_names_can_be_written(tmp_path: Path) -> None:
    for text in ("Қызылорда: өнер үйі?", "con", "😀" * 400, "ы" * 400, "." * 40):
        (tmp_path / safe_name(text, ".svg")).write_text("x")
    assert len(list(tmp_path.iterdir())) == 5
