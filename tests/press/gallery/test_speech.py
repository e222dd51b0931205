"""Texts in every language on one page."""

from __future__ import annotations

import json

import pytest

from creativekit.press.gallery.speech import Speech
from creativekit.press.gallery.words import words
from creativekit.project.localized import LANGUAGES, Localized


def test_the_project_s_languages_come_first_and_all_are_spoken() -> None:
    assert Speech(("ru",), words()).languages == ("ru", "kk", "en")
    assert Speech(("en", "kk"), words()).languages == ("en", "kk", "ru")


@pytest.mark.parametrize("key", [*words()])
def test_every_word_is_in_three_languages(key: str) -> None:
    text = words()[key]
    assert text.languages == LANGUAGES
    assert len({text.get(code).count("{") for code in LANGUAGES}) == 1


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, ("0 Б", "0 Б", "0 B")),
        (840, ("840 Б", "840 Б", "840 B")),
        (1000, ("1 КБ", "1 КБ", "1 KB")),
        (999_499, ("999 КБ", "999 КБ", "999 KB")),
        (1_234_567, ("1,2 МБ", "1,2 МБ", "1.2 MB")),
    ],
)
def test_sizes(size: int, said: tuple[str, ...]) -> None:
    assert Speech(("kk",), words()).size(size) == said


def test_a_text_has_a_number_and_the_table_has_its_languages() -> None:
    speech = Speech(("kk",), words())
    text = speech.of(Localized.of({"kk": "<b>Саз", "ru": "</script>", "en": '"&'}))
    assert speech.html(text) == '<span data-l="0">&lt;b&gt;Саз</span>'
    assert speech.label(text, "alt") == 'alt="&lt;b&gt;Саз" data-l-alt="0"'
    table = str(speech.table())
    assert not set(table) & set("<>&")
    assert json.loads(table) == {"languages": ["kk", "ru", "en"], "texts": [list(text)]}
    assert set("<b>Саз/script") <= set(speech.characters)


def test_what_is_the_same_everywhere_needs_no_number() -> None:
    speech = Speech(("kk",), words())
    assert speech.html(speech.plain("a<b")) == "a&lt;b"
    assert speech.table() == '{"languages":["kk","ru","en"],"texts":[]}'
