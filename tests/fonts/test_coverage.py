from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.fonts import coverage
from creativekit.fonts.coverage import missing, missing_in_text, missing_letters, missing_signs
from creativekit.fonts.faces import face, face_from_file, families

MakeFont = Callable[..., Path]

ALL = ("kk", "ru", "en")
WEIGHTS = (400, 600, 700)


def test_alphabets_are_whole() -> None:
    assert len(set(coverage.KAZAKH)) == 42
    assert len(set(coverage.RUSSIAN)) == 33
    assert set(coverage.RUSSIAN) < set(coverage.KAZAKH)
    assert set("ӘҒҚҢӨҰҮҺІ") == set(coverage.KAZAKH) - set(coverage.RUSSIAN)


def test_required_has_both_cases_and_the_signs_once() -> None:
    found = coverage.required(["kk"])
    assert len(found) == len(set(found))
    assert set("ӘәҺһІі" + "Zz" + "0123456789" + "₸№«»–—…@/") <= set(found)
    assert set("ӘәҺһ").isdisjoint(coverage.required(["ru", "en"]))
    with pytest.raises(KeyError):
        coverage.required(["xx"])


@pytest.mark.parametrize("family", families())
@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("italic", [False, True])
def test_every_family_we_offer_writes_all_three_languages(
    family: str, weight: int, italic: bool
) -> None:
    if italic and family in {"Comfortaa", "Geologica", "Onest", "Oswald"}:
        italic = False
    assert missing(face(family, weight, italic), ALL) == ()


def test_only_rubik_writes_hebrew_and_arabic() -> None:
    writers = [family for family in families() if not missing_in_text(face(family), "שלום سلام")]
    assert writers == ["Rubik"]


def test_a_letter_mapped_to_a_blank_glyph_is_missing(make_font: MakeFont) -> None:
    everything = coverage.required(ALL)
    found = face_from_file(make_font(letters=everything.replace("Ә", ""), blank="Ә"))
    assert missing(found, ["kk"]) == ("Ә",)
    assert missing(found, ["ru"]) == ()


def test_letters_and_signs_are_told_apart(make_font: MakeFont) -> None:
    letters = coverage.required(ALL).translate({ord(char): None for char in "ҚқҢң№₸"})
    found = face_from_file(make_font(letters=letters))
    assert missing_letters(found, ALL) == ("Қ", "Ң", "қ", "ң")
    assert missing_signs(found, ALL) == ("№", "₸")
    told = coverage.problem(found, ALL, key="brand.pairing")
    assert told is not None
    assert told.severity == "error"
    assert "Қ Ң қ ң № ₸" in str(told)
    assert str(told).startswith("brand.pairing")


def test_the_tenge_sign_alone_is_a_warning(make_font: MakeFont) -> None:
    found = face_from_file(make_font(letters=coverage.required(ALL).replace("₸", "")))
    told = coverage.problem(found, ALL)
    assert told is not None
    assert told.severity == "warning"
    assert "₸" in str(told)


def test_a_whole_face_has_no_problem() -> None:
    assert coverage.problem(face("Lora"), ALL) is None


def test_missing_in_text_names_each_once_in_order() -> None:
    assert missing_in_text(face("Lora"), "Саз 🚀→🚀 Ω 中") == ("🚀", "→", "中")


def test_what_is_never_drawn_is_never_missed() -> None:
    assert (
        missing_in_text(face("Lora"), "а б\u00a0в\u202f\t\n\u200b\u200d\u00ad\ufe0f\u034f\u2066")
        == ()
    )


def test_accents_typed_apart_count_as_the_letter_they_make() -> None:
    assert missing_in_text(face("Oswald"), unicodedata.normalize("NFD", "Йод Ёлка é")) == ()


def test_half_a_surrogate_is_missing_and_does_no_harm() -> None:
    assert missing_in_text(face("Lora"), "a\ud83d") == ("\ud83d",)


@given(st.text(max_size=30))
def test_only_characters_of_the_text_are_missing(text: str) -> None:
    found = missing_in_text(face("Onest"), text)
    assert set(found) <= set(unicodedata.normalize("NFC", text))
    assert len(found) == len(set(found))
