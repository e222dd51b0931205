from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.canvas.text.bonds import Bond
from creativekit.canvas.text.breaking import Atom, atoms, paragraphs
from creativekit.project.graphemes import graphemes

INVISIBLE = "\u00ad\u2060\ufeff\u200b"


def pieces(text: str, language: str = "ru") -> list[str]:
    return [atom.text for atom in atoms(text, language)]


def bonds(text: str, language: str = "ru") -> list[Bond]:
    return [atom.bond for atom in atoms(text, language)[:-1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Түрлі-түсті сол-ақ", ["Түрлі-", "түсті", "сол-ақ"]),
        ("по-русски кто-то 10-15 ЖШС-нің", ["по-русски", "кто-то", "10-15", "ЖШС-нің"]),
        ("Алматы—Астана 10–15", ["Алматы—", "Астана", "10–15"]),
        ("https://example.kz/catalog/new и/или", ["https://example.kz/", "catalog/new", "и/или"]),
        ("мину\u00adточка", ["мину", "точка"]),
        ("три-\u2060четыре", ["три-четыре"]),
        ("раз\u200bдва", ["раз", "два"]),
    ],
)
def test_places_inside_words(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_a_soft_hyphen_is_written_at_the_end_of_a_line_only() -> None:
    assert atoms("мину\u00adточка", "ru")[0] == Atom("мину", Bond.SOFT, "", "-")
    assert atoms("три-четыре", "ru")[0] == Atom("три-", Bond.SOFT, "", "")


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007", " \u00a0 "])
def test_no_break_spaces_bind_and_are_kept(space: str) -> None:
    first, second = atoms(paragraphs(f"большой{space}дом")[0], "ru")
    assert (first.bond, first.glue, second.text) == (Bond.TIGHT, space.strip(" "), "дом")


def test_paragraphs_are_the_authors_lines() -> None:
    assert paragraphs("\n a\t b \r\n\r\nc\u2028d\x07e\n\n") == ("a b", "", "c", "d e")
    assert paragraphs(" \n ") == ()
    assert atoms("", "ru") == (Atom(""),)


def test_a_space_with_an_accent_is_a_character() -> None:
    assert pieces("a \u0301b") == ["a \u0301b"]


@given(st.text(alphabet="аб в-\u00ad\u00a0\u2060\u200b—/«»5₸.,👩👧\u200d\u0301🏽", max_size=30))
def test_atoms_are_the_paragraph_and_never_part_a_character(text: str) -> None:
    for paragraph in paragraphs(text):
        found = atoms(paragraph, "kk")
        joined = "".join(atom.text + atom.glue for atom in found)
        plain = "".join(char for char in paragraph if char not in INVISIBLE)
        assert joined.replace(" ", "") == plain.replace(" ", "").strip()
        if joined.rstrip() == paragraph:  # what is invisible may stand between a letter and a mark
            marks = [mark for atom in found for mark in graphemes(atom.text)]
            expected = [mark for mark in graphemes(joined) if mark.strip()]
            assert [mark for mark in marks if mark.strip()] == expected
