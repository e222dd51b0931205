from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.canvas.text.bonds import Bond
from creativekit.canvas.text.breaking import Atom
from creativekit.canvas.text.hyphenation import hyphenated, scattered, syllable_points
from creativekit.project.graphemes import graphemes

FAMILY = "👨\u200d👩\u200d👧"


def parted(word: str, language: str) -> str:
    points = syllable_points(word, language)
    bounds = zip((0, *points), (*points, len(word)), strict=True)
    return "-".join(word[start:end] for start, end in bounds)


@pytest.mark.parametrize(
    "word",
    [
        "шы-ғар-ма-шы-лық-тан-ды-рыл-ма-ған-дар-ді-кі-нен",
        "Қы-зы-лор-да-дағы",
        "кә-сіп-кер-лерге",
        "қант-тар",
        "ұлт-тық",
        "са-уық-тыру",
        "қа-уын",
        "жи-ырма",
        "ком-пью-тер",
        "тау",
        "қойылды",
        "объект",
        "екінші",
    ],
)
def test_kazakh_syllables(word: str) -> None:
    assert parted(word.replace("-", ""), "kk") == word


def test_each_word_by_its_own_letters() -> None:
    assert parted("предприниматель", "ru") == "пред-при-ни-ма-тель"
    assert parted("photographer", "kk") == parted("photographer", "en") == "pho-to-grapher"
    assert parted("шығармашылық", "ru") == "шы-ғар-ма-шы-лық"
    assert parted("ΑΒΓΔΕΖΗΘ", "ru") == "ΑΒΓΔΕΖΗΘ"


@given(st.text(alphabet="абвгдеийоуьъыэюяқңөәі", min_size=1, max_size=16), st.sampled_from("kr"))
def test_what_stays_and_what_goes(word: str, language: str) -> None:
    for point in syllable_points(word, {"k": "kk", "r": "ru"}[language]):
        assert 2 <= point <= len(word) - 3
        assert word[point] not in "йьъ"


def test_the_hyphen_and_the_last_piece() -> None:
    atom = Atom("«Қалалық»", Bond.BOUND, " ", "")
    assert hyphenated(atom, "kk") == (
        Atom("«Қа", Bond.HYPHEN, "", "-"),
        Atom("ла", Bond.HYPHEN, "", "-"),
        Atom("лық»", Bond.BOUND, " ", ""),
    )


def test_an_address_gets_no_hyphen() -> None:
    found = hyphenated(Atom("info@example.kz/shop"), "ru")
    assert [(piece.text, piece.tail) for piece in found] == [
        ("info@", ""),
        ("example.", ""),
        ("kz/", ""),
        ("shop", ""),
    ]
    assert all(not piece.tail for piece in scattered(Atom("www.example")))


def test_scattered_leaves_no_letter_alone_unless_it_must() -> None:
    assert [piece.text for piece in scattered(Atom("абвгд"))] == ["аб", "в", "гд"]
    assert [piece.text for piece in scattered(Atom("абвгд"), everywhere=True)] == list("абвгд")


def test_pictures_are_parted_without_a_hyphen_and_never_inside() -> None:
    found = scattered(Atom(f"{FAMILY}☕{FAMILY}"))
    assert [(piece.text, piece.tail) for piece in found] == [(FAMILY, ""), ("☕", ""), (FAMILY, "")]


@given(st.text(alphabet="абқ-/.5👩👧\u200d\u0301🏽", min_size=1, max_size=20), st.booleans())
def test_pieces_are_whole_characters_and_all_of_them(text: str, everywhere: bool) -> None:
    for found in (hyphenated(Atom(text), "kk"), scattered(Atom(text), everywhere)):
        assert "".join(piece.text for piece in found) == text
        assert tuple(mark for piece in found for mark in graphemes(piece.text)) == graphemes(text)
