"""Kazakh, Russian and English names as words for addresses."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.language.alphabet import letters
from creativekit.language.file_names import is_reserved
from creativekit.language.slugs import MOST_CHARACTERS, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Әлемнің ғажайыптары", "alemnin-gazhaiyptary"),
        ("Қызылорда өнер үйі", "qyzylorda-oner-uii"),
        ("һәм шаңырақ", "ham-shanyraq"),
        ("ӘҒҚҢӨҰҮҺІ", "agqnouuhi"),
        ("Музыкальная студия", "muzykalnaia-studiia"),
        ("Щука, ёж и объявление!", "shchuka-ezh-i-obiavlenie"),
        ("Saz Studio №1", "saz-studio-no1"),
        ("Cafe\u0301 — Бар", "cafe-bar"),
        ("  --  ", "untitled"),
        ("🎵", "untitled"),
        ("", "untitled"),
        ("[bold]<script>../", "bold-script"),
        ("R&amp;B", "r-amp-b"),
        ("&#1076;", "1076"),
        ("CON", "con-untitled"),
        ("com1", "com1-untitled"),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_the_fallback_is_the_callers() -> None:
    assert slug("!!!", "brand") == "brand"
    assert slug("nul", "brand") == "nul-brand"


def test_a_long_name_is_cut_between_words() -> None:
    made = slug("сөз " * 100)
    assert len(made) <= MOST_CHARACTERS
    assert set(made.split("-")) == {"soz"}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_letter_is_lost(language: str) -> None:
    silent = "ЪЬъь"
    for letter in letters(language):
        assert slug(f"а{letter}а") != "aa" or letter in silent


@given(st.text(max_size=200))
def test_any_text_is_a_safe_word(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= MOST_CHARACTERS + len("-untitled")
    assert not is_reserved(made)
    assert slug(made) == made
