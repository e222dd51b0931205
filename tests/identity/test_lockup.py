"""The rules of lockups, as anybody could check them with a ruler."""

from __future__ import annotations

import pytest

from creativekit.fonts.faces import Face, face
from creativekit.fonts.metrics import metrics
from creativekit.identity import lockup
from creativekit.identity.ink import thinnest_stroke
from creativekit.identity.mark import Mark
from creativekit.identity.model import Lockup
from creativekit.identity.monogram import monogram
from creativekit.identity.motif import motif
from creativekit.identity.wordmark import Wordmark, wordmark

LORA = face("Lora", 600)
FACES = (LORA, face("Onest", 600))
LONG = "Қызылорда шығармашылық кәсіпкерлер үйі"
LONGEST = (
    "Ғылым мен өнерді дамытуға және жас шығармашылық кәсіпкерлерге қолдау көрсетуге"
    " арналған қоғамдық қор «Үміт пен нұр жол»"
)


def name(text: str, faces: tuple[Face, ...] = FACES, least: int = 1) -> Wordmark:
    return wordmark(text, faces, "kk", least_lines=least)


def centered(text: str) -> lockup.NameOn:
    return lambda least: wordmark(text, FACES, "kk", align="center", least_lines=least)


def squircle() -> Mark:
    return monogram("Қ", FACES, "squircle")


def word_layer(made: Lockup) -> object:
    return next(layer for layer in made.layers if layer.role == "ink")


def test_a_symbol_alone_is_its_mark() -> None:
    mark = squircle()
    made = lockup.symbol(mark, "kk")
    assert made.box == mark.box == made.symbol_box
    assert made.word_box is None
    assert (made.clear_space, made.clear_space_of, made.clear_fraction) == (500, "symbol", 0.5)


def test_one_line_a_capital_is_46_hundredths_and_level_with_the_symbol() -> None:
    mark, words = squircle(), name("Ән")
    made = lockup.horizontal(mark, words, "kk")
    assert made.word_box is not None
    scale = made.word_box.height / words.box.height
    assert words.cap_height * scale == pytest.approx(460)
    baseline = made.word_box.top - words.box.top * scale
    middle = baseline - (words.cap_height + words.x_height) / 4 * scale
    assert middle == pytest.approx((mark.box.center[1] + mark.center[1]) / 2)


def test_the_gap_is_half_of_the_clear_space() -> None:
    made = lockup.horizontal(squircle(), name("Саз студиясы"), "kk")
    assert made.symbol_box is not None
    assert made.word_box is not None
    assert made.word_box.left - made.symbol_box.right == pytest.approx(made.clear_space / 2)


def test_several_lines_align_to_the_symbol_above_and_below() -> None:
    mark, words = squircle(), name(LONG)
    assert len(words.lines) == 3
    made = lockup.horizontal(mark, words, "kk")
    assert made.word_box is not None
    scale = made.word_box.width / words.box.width
    first_baseline = made.word_box.top - words.box.top * scale
    assert first_baseline - words.cap_height * scale == pytest.approx(30)
    assert first_baseline + words.last_baseline * scale == pytest.approx(970)


def test_a_wide_symbol_carries_larger_letters_than_a_narrow_one() -> None:
    wide, narrow = motif("qoshqar-muyiz"), motif("tulip")
    assert wide.box.width > 1.2 * wide.box.height
    assert narrow.box.width < 0.8 * narrow.box.height
    heights = []
    for mark in (wide, narrow):
        made = lockup.horizontal(mark, name("Саз"), "kk")
        assert made.word_box is not None
        heights.append(made.word_box.height)
    assert heights[0] > 1.2 * heights[1]


@pytest.mark.parametrize("text", ["Ө", "Саз студиясы", "Media & Дизайн", LONG, LONGEST])
def test_stacked_is_centred_under_the_symbol_and_compact(text: str) -> None:
    mark = squircle()
    made = lockup.stacked(mark, centered(text), "kk")
    assert made.word_box is not None
    assert made.word_box.center[0] == pytest.approx(mark.center[0], abs=1)
    assert made.word_box.width <= 2600.01
    assert made.word_box.top > mark.box.bottom


def test_a_stacked_name_has_no_line_of_one_short_word() -> None:
    made = lockup.stacked(squircle(), centered(LONG), "kk")
    wide = lockup.stacked(squircle(), lambda least: wordmark(LONG, FACES, "kk"), "kk")
    assert made.box == wide.box  # three lines, not «үйі» on a fourth


@pytest.mark.parametrize("text", ["Ө", "Саз студиясы", LONG, LONGEST])
def test_at_the_smallest_width_every_stroke_holds(text: str) -> None:
    for made in (
        lockup.horizontal(squircle(), name(text), "kk"),
        lockup.stacked(squircle(), centered(text), "kk"),
        lockup.word(name(text), "kk"),
    ):
        thinnest = min(thinnest_stroke(layer.path) for layer in made.layers)
        assert made.min_width_px * thinnest / made.box.width > 1.25 * 0.9
        assert made.min_width_mm * thinnest / made.box.width > 0.25 * 0.9
        assert made.min_width_mm == int(made.min_width_mm)


def test_the_longest_name_still_makes_a_compact_lockup() -> None:
    assert len(LONGEST) == 119
    made = lockup.horizontal(squircle(), name(LONGEST), "kk")
    assert made.box.width < 8 * made.box.height


def test_a_name_alone_keeps_a_capital_clear() -> None:
    made = lockup.word(name("Саз"), "kk")
    assert (made.clear_space_of, made.clear_fraction) == ("cap", 1.0)
    assert made.clear_space == pytest.approx(460)
    assert made.symbol_box is None


def test_the_box_is_the_ink() -> None:
    made = lockup.horizontal(squircle(), name("Қыш"), "kk")
    bounds = [layer.path.bounds for layer in made.layers]
    box = bounds[0]
    for each in bounds[1:]:
        box = box.union(each)
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx(
        (made.box.left, made.box.top, made.box.right, made.box.bottom), abs=0.01
    )


def test_the_bar_is_a_detail_in_the_accent() -> None:
    words = wordmark("Саз студиясы", FACES, "kk", bar=True)
    made = lockup.horizontal(squircle(), words, "kk")
    assert [layer.role for layer in made.layers] == ["letters", "badge", "ink", "accent"]


def test_the_stem_of_letters_is_told_in_symbol_units() -> None:
    about = metrics(LORA)
    words, made = name("н"), lockup.word(name("н"), "kk")
    assert made.word_box is not None
    scale = made.word_box.height / words.box.height
    assert lockup.letter_stem(LORA) == pytest.approx(about.stem * 1000 * scale)
