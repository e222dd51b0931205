from __future__ import annotations

from dataclasses import replace

import pytest

from canvas.sample_scenes import TEAL, spoken
from creativekit.canvas.backends.pptx_text import text_box, typeface
from creativekit.canvas.backends.pptx_theme import SLOTS, Theme
from creativekit.canvas.scene import Solid, Words
from creativekit.fonts.faces import Face, face, face_from_file
from creativekit.fonts.instances import static_instance
from creativekit.fonts.metrics import metrics

THEME = Theme("Саз", dict.fromkeys(SLOTS, "#123456"), "Lora", "Inter")
PX = 9525
TEAL_INK = Solid(TEAL)


def body(words: Words) -> str:
    box = text_box(words, THEME, PX)
    assert box is not None
    return box.body


@pytest.mark.parametrize(
    ("chosen", "name"),
    [
        (face("Onest", 400), ("Onest", False)),
        (face("Onest", 700), ("Onest", True)),
        (face("Onest", 800), ("Onest ExtraBold", False)),
        (face("Lora", 600, italic=True), ("Lora SemiBold", False)),
        (face("Onest", 650), ("Onest", True)),
        (face("Onest", 430), ("Onest", False)),
    ],
)
def test_a_weight_is_named_as_office_lists_it(chosen: Face, name: tuple[str, bool]) -> None:
    assert typeface(chosen) == name


@pytest.mark.parametrize("weight", [400, 700, 800])
def test_a_font_of_one_weight_has_the_name_that_is_in_it(weight: int) -> None:
    chosen = face("Onest", weight)
    assert typeface(face_from_file(static_instance(chosen))) == typeface(chosen)


def test_the_box_stands_so_that_the_baseline_is_where_it_was() -> None:
    chosen = metrics(face("Onest", 800))
    share = chosen.ascender / (chosen.ascender - chosen.descender + chosen.line_gap)
    above = (1.2 * share + 1.0) / 2
    one = text_box(spoken(("Қыш",), 40, 80, 60, TEAL_INK), THEME, PX)
    two = text_box(spoken(("Қыш", "үй"), 40, 80, 60, TEAL_INK, leading=1.5), THEME, PX)
    assert one is not None
    assert two is not None
    assert one.box.top == pytest.approx(80 - above * 60)
    # The leading takes from above, and what is below stays.
    assert two.box.top == pytest.approx(80 - (1.5 - (1.2 - above)) * 60)
    assert two.box.height == pytest.approx(2 * 1.5 * 60)


def test_a_box_is_as_wide_as_its_text_and_aligned_where_the_text_is() -> None:
    lines = ("Қыш", "шеберханасы")
    for align, x in (("start", 40.0), ("middle", 200.0), ("end", 390.0)):
        words = spoken(lines, x, 80, 40, TEAL_INK, align=align)  # type: ignore[arg-type]
        width = max(run.line.width * run.size for run in words.runs)
        found = text_box(words, THEME, PX)
        assert found is not None
        box = found.box
        where = {"start": box.left, "middle": box.center[0], "end": box.right}[align]
        assert where == pytest.approx(x, abs=1e-6)
        assert width < box.width < 1.2 * width
        assert f'algn="{ {"start": "l", "middle": "ctr", "end": "r"}[align] }"' in found.body


def test_letter_space_after_the_last_letter_moves_nothing() -> None:
    wide = spoken(("САБАҚ",), 200, 80, 40, TEAL_INK, align="middle", tracking=0.1)
    found = text_box(wide, THEME, PX)
    assert found is not None
    assert found.box.center[0] == pytest.approx(200 + 0.1 * 40 / 2)


def test_a_hanging_first_line_hangs() -> None:
    words = spoken(("«Қыш", "үйі»"), 40, 80, 40, TEAL_INK)
    (first,), second = words.lines
    hung = replace(words, lines=((replace(first, x=first.x - 12),), second))
    assert f'marL="{12 * PX}" indent="{-12 * PX}"' in body(hung)


def test_an_authors_line_break_is_a_paragraph_and_ours_is_not() -> None:
    words = replace(
        spoken(("Сенбі,", "14 маусым", "Абай 5"), 40, 80, 40, TEAL_INK),
        text="Сенбі, 14 маусым\nАбай 5",
    )
    assert body(words).count("<a:p>") == 2
    assert body(words).count("<a:br>") == 1


def test_a_second_face_is_a_run_of_its_own() -> None:
    found = body(spoken(("Қыш Ω",), 40, 80, 40, TEAL_INK))
    assert 'typeface="Onest ExtraBold"' in found
    assert 'b="1"' in found
    assert 'typeface="Comfortaa"' in found


@pytest.mark.parametrize(
    ("language", "written"),
    [("kk", ' lang="kk-KZ"'), ("ru", ' lang="ru-RU"'), ("en", ' lang="en-GB"'), ('"', "")],
)
def test_the_language_is_said(language: str, written: str) -> None:
    found = body(spoken(("Қыш",), 40, 80, 40, TEAL_INK, language=language))
    assert (written and written in found) or (not written and " lang=" not in found)


def test_arabic_letters_read_leftwards() -> None:
    words = replace(spoken(("Қыш",), 40, 80, 40, TEAL_INK), text="قىش")
    assert ' rtl="1"' in body(words)
    assert ' rtl="0"' in body(spoken(("Қыш",), 40, 80, 40, TEAL_INK))
