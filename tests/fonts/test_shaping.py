from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.fonts.coverage import required
from creativekit.fonts.faces import face, face_from_file, families
from creativekit.fonts.harfbuzz import font
from creativekit.fonts.shaping import shape, width

MakeFont = Callable[..., Path]

LETTERS = required(("kk", "ru", "en")) + "  "


def bare_width(family: str, text: str) -> float:
    chosen = face(family)
    probe = font(chosen)
    glyphs = map(probe.get_nominal_glyph, map(ord, text))
    return float(sum(map(probe.get_glyph_h_advance, glyphs)) / probe.face.upem)


def test_letters_are_kerned() -> None:
    for family in ("Lora", "Montserrat", "Onest", "Noto Sans"):
        assert width(face(family), "AVATO ТАУ") < bare_width(family, "AVATO ТАУ") * 0.995


def test_kerning_lasts_after_a_word_in_another_script() -> None:
    """A font keeps its kerning by script: the whole line must not be shaped as its first word."""
    chosen = face("Montserrat")
    alone, after = width(chosen, "ТАУ ГА"), width(chosen, "AI ТАУ ГА")
    assert alone < bare_width("Montserrat", "ТАУ ГА")
    assert after - width(chosen, "AI ") == pytest.approx(alone, abs=0.002)


def test_positions_add_up() -> None:
    line = shape(face("Lora"), "Қызылорда")
    assert [glyph.cluster for glyph in line.glyphs] == list(range(9))
    pen = 0.0
    for glyph in line.glyphs:
        assert glyph.x == pytest.approx(pen, abs=1e-9)
        assert glyph.y == 0
        pen += glyph.advance
    assert line.width == pytest.approx(pen)


def test_width_is_in_px_of_the_size() -> None:
    assert width(face("Lora"), "Саз", 48) == pytest.approx(48 * shape(face("Lora"), "Саз").width)


@given(text=st.text(alphabet=LETTERS, max_size=24), tracking=st.sampled_from([-0.03, 0.05, 0.5]))
def test_tracking_goes_between_letters(text: str, tracking: float) -> None:
    chosen = face("Onest")
    plain = shape(chosen, text, features=("-liga", "-clig"))
    spaced = shape(chosen, text, tracking=tracking)
    gaps = max(0, len(text) - 1)
    assert spaced.width == pytest.approx(plain.width + gaps * tracking)
    assert [glyph.index for glyph in spaced.glyphs] == [glyph.index for glyph in plain.glyphs]


def test_tracking_breaks_ligatures_and_keeps_marks_on_their_letters() -> None:
    chosen = face("Noto Serif")
    letters = "x\u0323\u0302y"
    plain, spaced = shape(chosen, letters), shape(chosen, letters, tracking=0.2)
    assert spaced.width == pytest.approx(plain.width + 0.2)
    for index in (1, 2):
        before = plain.glyphs[index].x - plain.glyphs[0].x
        assert spaced.glyphs[index].x - spaced.glyphs[0].x == pytest.approx(before)
    assert len(shape(face("Lora"), "fi", tracking=0.1).glyphs) == 2


def test_an_accent_typed_apart_is_set_as_the_letter() -> None:
    composed, apart = shape(face("Onest"), "й"), shape(face("Onest"), "и\u0306")
    assert [glyph.index for glyph in composed.glyphs] == [glyph.index for glyph in apart.glyphs]


def test_features_are_asked_for_by_tag() -> None:
    chosen = face("Lora")
    equal = {width(chosen, digit, features=("tnum",)) for digit in "0123456789"}
    assert len(equal) == 1
    assert width(chosen, "1", features=("tnum=0",)) == width(chosen, "1")
    assert width(chosen, "AV", features=("-kern",)) == pytest.approx(bare_width("Lora", "AV"))


def test_localized_forms_follow_the_language() -> None:
    chosen = face("Noto Sans", 400, italic=True)
    kazakh, serbian = shape(chosen, "б", "kk"), shape(chosen, "б", "sr")
    assert kazakh.glyphs[0].index != serbian.glyphs[0].index


@pytest.mark.parametrize("family", families())
def test_kazakh_and_russian_share_their_letters(family: str) -> None:
    chosen = face(family)
    text = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    assert shape(chosen, text, "kk").glyphs == shape(chosen, text, "ru").glyphs


def test_hebrew_runs_leftwards() -> None:
    line = shape(face("Rubik"), "שלום", "he")
    assert [glyph.cluster for glyph in line.glyphs] == [3, 2, 1, 0]
    assert [glyph.x for glyph in line.glyphs] == sorted(glyph.x for glyph in line.glyphs)


def test_brackets_are_mirrored_among_hebrew_letters() -> None:
    chosen = face("Rubik")
    line = shape(chosen, "א(ב)ג")
    probe = font(chosen)
    by_place = {glyph.cluster: glyph.index for glyph in line.glyphs}
    assert by_place[1] == probe.get_nominal_glyph(ord(")"))
    assert by_place[3] == probe.get_nominal_glyph(ord("("))


def test_arabic_joins_and_is_not_letterspaced() -> None:
    chosen = face("Rubik")
    plain, spaced = shape(chosen, "سلام"), shape(chosen, "سلام", tracking=0.2)
    assert spaced.width == pytest.approx(plain.width)
    isolated = [font(chosen).get_nominal_glyph(ord(char)) for char in "سلام"]
    assert {glyph.index for glyph in plain.glyphs}.isdisjoint(isolated[:3])


def test_controls_and_line_ends_are_spaces() -> None:
    chosen = face("Lora")
    for char in "\t\n\r\0\x1b\u2028\u0085":
        assert width(chosen, f"a{char}b") == pytest.approx(width(chosen, "a b"))


def test_invisible_characters_take_no_room() -> None:
    chosen = face("Lora")
    assert width(chosen, "са\u00adз\u200b") == pytest.approx(width(chosen, "саз"))


def test_empty_text() -> None:
    line = shape(face("Lora"), "")
    assert line.glyphs == ()
    assert line.width == 0
    assert shape(face("Lora"), "", tracking=0.5).width == 0


@given(st.text(max_size=20), st.sampled_from(["kk", "ru", "en"]))
def test_any_text_has_a_line(text: str, language: str) -> None:
    line = shape(face("Lora"), text, language)
    assert line.width >= 0
    assert all(0 <= glyph.cluster < len(text) for glyph in line.glyphs)


def test_half_a_surrogate_does_no_harm() -> None:
    assert shape(face("Lora"), "a\ud83d").width > 0


def test_a_line_is_a_value() -> None:
    line = shape(face("Lora"), "Саз", tracking=0.01, features=("tnum",))
    assert pickle.loads(pickle.dumps(line)) == line
    assert hash(line) == hash(pickle.loads(pickle.dumps(line)))
    assert line.features == ("tnum",)


def test_a_replaced_font_file_is_shaped_anew(make_font: MakeFont) -> None:
    narrow = face_from_file(make_font("AH", advances={"A": 300}))
    assert width(narrow, "A") == 0.3
    wide = face_from_file(make_font("AH", advances={"A": 900, "H": 400}))
    assert width(wide, "A") == 0.9
