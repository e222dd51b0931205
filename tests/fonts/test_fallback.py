from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.errors import InputError
from creativekit.fonts.coverage import required
from creativekit.fonts.faces import face
from creativekit.fonts.fallback import runs

LORA, RUBIK, NOTO, INTER = face("Lora"), face("Rubik"), face("Noto Sans"), face("Inter")


def split(text: str) -> list[tuple[str, str]]:
    return [(part, chosen.family) for part, chosen in runs(text, (LORA, RUBIK))]


def test_the_first_face_writes_what_it_can() -> None:
    assert split("Саз студиясы № 5") == [("Саз студиясы № 5", "Lora")]


def test_another_face_writes_the_rest() -> None:
    assert split("Саз שלום Lora") == [
        ("Саз ", "Lora"),
        ("שלום", "Rubik"),
        (" ", "Rubik"),
        ("Lora", "Lora"),
    ]


def test_punctuation_follows_the_words_it_stands_among() -> None:
    assert split("שלום, עולם") == [("שלום, עולם", "Rubik")]


def test_parts_stand_as_on_the_page() -> None:
    assert split("שלום Lora 12") == [("Lora 12", "Lora"), ("שלום ", "Rubik")]


def test_a_letter_is_not_parted_from_its_accent() -> None:
    parts = [part for part, _ in runs("a\u0302\u0301→b\u0301", (LORA, INTER))]
    assert parts == ["a\u0302\u0301", "→", "b\u0301"]


def test_what_nobody_has_is_named_with_its_code() -> None:
    with pytest.raises(InputError) as error:
        runs("Саз 🚀 中 🚀", (LORA, RUBIK), key="project.name")
    told = [str(problem) for problem in error.value.problems]
    assert told == [
        "project.name: no typeface here has the character 🚀 (U+1F680, ROCKET);"
        " looked in Lora, Rubik",
        "project.name: no typeface here has the character 中 (U+4E2D, CJK UNIFIED IDEOGRAPH-4E2D);"
        " looked in Lora, Rubik",
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("👩\u200d🚀", ["U+1F469", "U+1F680"]),
        ("🇰🇿", ["U+1F1F0", "U+1F1FF"]),
        ("👍🏽", ["U+1F44D", "U+1F3FD"]),
        ("\ue000", ["U+E000"]),
        ("\ud83d", ["U+D83D"]),
        ("❤\ufe0f", ["U+2764"]),
    ],
)
def test_every_part_of_a_sequence_is_named(text: str, codes: list[str]) -> None:
    with pytest.raises(InputError) as error:
        runs(text, (LORA,))
    told = "\n".join(map(str, error.value.problems))
    assert [code for code in codes if code in told] == codes
    assert told.count("U+") == len(codes)
    told.encode("utf-8")


def test_nothing_and_spaces() -> None:
    assert runs("", (LORA,)) == ()
    assert split(" \u00a0\u200d\t") == [(" \u00a0\u200d\t", "Lora")]
    with pytest.raises(ValueError, match="at least one face"):
        runs("a", ())


@given(st.text(alphabet=required(("kk", "ru", "en")) + " →Ω½\u0301", max_size=30))
def test_the_parts_joined_are_the_text(text: str) -> None:
    parts = runs(text, (LORA, INTER, NOTO))
    assert "".join(part for part, _ in parts) == text
    assert all(one[1] != other[1] for one, other in pairwise(parts))


@given(st.text(alphabet="абв12 ,.()שלוםع\u05b8", max_size=30))
def test_no_letter_is_lost_among_right_to_left_ones(text: str) -> None:
    parts = runs(text, (LORA, RUBIK))
    assert sorted("".join(part for part, _ in parts)) == sorted(text)
