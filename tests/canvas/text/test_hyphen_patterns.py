"""The patterns part words where pyphen, which they come from, parts them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyphen import LANGUAGES, Pyphen

from creativekit.canvas.text.hyphen_patterns import Patterns, patterns

NAMES = ("ru_RU", "en_GB")
WORDS = {
    "ru_RU": "предпринимательница звукорежиссёр достопримечательность подъезд взгляд я ёж объём",
    "en_GB": "hyphenation photography recording independent strengths a I'm therapist x",
}
ALPHABETS = {"ru_RU": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "en_GB": "abcdefghijklmnopqrstuvwxyz"}


@pytest.mark.parametrize("name", NAMES)
def test_words_are_parted_as_by_pyphen(name: str) -> None:
    oracle = Pyphen(lang=name)
    for word in WORDS[name].split():
        assert list(patterns(name).positions(word)) == oracle.hd.positions(word)
    assert any(patterns(name).positions(word) for word in WORDS[name].split())


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_any_letters_are_parted_as_by_pyphen(name: str, data: st.DataObject) -> None:
    word = data.draw(st.text(ALPHABETS[name], max_size=24))
    assert list(patterns(name).positions(word)) == Pyphen(lang=name).hd.positions(word)


@pytest.mark.parametrize("name", NAMES)
def test_every_pattern_of_the_file_is_read_as_by_pyphen(name: str) -> None:
    """Each pattern's own letters, as a word, part as by pyphen."""
    oracle = Pyphen(lang=name).hd
    for letters in list(oracle.patterns)[::23]:
        word = letters.strip(".")
        assert list(patterns(name).positions(word)) == oracle.positions(word)


def test_a_file_is_written_in_plain_patterns() -> None:
    """What pyphen also knows and this does not: escapes, and replacements such as ff=f."""
    for name in NAMES:
        text = Path(LANGUAGES[name]).read_text("utf-8")
        assert text.startswith("UTF-8")
        assert "^^" not in text
        assert "=" not in text


def test_the_later_pattern_counts_and_one_without_a_digit_does_not(tmp_path: Path) -> None:
    file = tmp_path / "hyph_xx.dic"
    file.write_text("UTF-8\nLEFTHYPHENMIN 2\na1b\nb2c\nb3c\na2c\nac\n% a1d\n", "utf-8")
    found = Patterns(file)
    assert found.positions("abc") == (1, 2)
    assert found.positions("ac") == found.positions("ad") == ()
    assert Patterns(file).positions("") == ()
