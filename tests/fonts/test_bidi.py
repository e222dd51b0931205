from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.fonts.bidi import levels, visual_runs


# In the examples of UAX 9 capitals stand for right-to-left letters; here they become Hebrew ones.
def hebrew(text: str) -> str:
    return "".join(chr(0x05D0 + ord(char) - 65) if "A" <= char <= "Z" else char for char in text)


def shown(text: str) -> str:
    """The text as it would stand on the page, left to right."""
    parts = []
    for run in visual_runs(text):
        part = text[run.start : run.end]
        parts.append(part[::-1] if run.right_to_left else part)
    return "".join(parts)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("car is THE CAR in arabic", "car is RAC EHT in arabic"),
        ("he said THE VALUES ARE 123 ok", "he said 123 ERA SEULAV EHT ok"),
        ("CAR MEANS car", "car SNAEM RAC"),
        ("CAR MEANS car.", ".car SNAEM RAC"),
        ("ABC 12", "12 CBA"),
        ("AB 1.5 CD", "DC 1.5 BA"),
        ("AB 1,2", "1,2 BA"),
        ("AB +7", "7+ BA"),
        ("AB 5%", "5% BA"),
        ("studio, 12", "studio, 12"),
        ("", ""),
    ],
)
def test_lines_of_both_directions(typed: str, expected: str) -> None:
    assert shown(hebrew(typed)) == hebrew(expected)


def test_european_digits_after_arabic_letters_run_rightwards() -> None:
    text = "سعر 250"
    assert shown(text) == "250 " + "سعر"[::-1]
    assert levels(text)[-1] == 2


def test_a_mark_goes_with_its_letter() -> None:
    assert levels("aא\u05b8b") == [0, 1, 1, 0]


def test_spaces_at_the_end_belong_to_the_line() -> None:
    assert levels("aא ") == [0, 1, 0]
    assert levels("אa ") == [1, 2, 1]


def test_overrides_turn_nothing_round() -> None:
    assert levels("\u202eabc") == [0, 0, 0, 0]
    assert levels("abc\u2067def\u2069") == [0] * 8


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_every_character_stands_in_one_run(text: str) -> None:
    places = sorted(index for run in visual_runs(text) for index in range(run.start, run.end))
    assert places == list(range(len(text)))


@given(st.text(alphabet="abc қңү,. 123!", min_size=1))
def test_text_without_right_to_left_letters_is_one_run(text: str) -> None:
    runs = visual_runs(text)
    assert len(runs) == 1
    assert not runs[0].right_to_left
