"""Wordmarks: even lines, letters as typed, no ink that touches or overlaps where it should not."""

from __future__ import annotations

import pytest

from creativekit.canvas.outline_ops import union
from creativekit.errors import InputError
from creativekit.fonts.faces import Face, face
from creativekit.fonts.metrics import metrics
from creativekit.fonts.shaping import shape
from creativekit.identity.ink import mass, thinnest_stroke
from creativekit.identity.wordmark import Wordmark, broken, wordmark

LORA = face("Lora", 600)
SANS = face("Noto Sans", 600)


def set_in(*first: Face) -> tuple[Face, ...]:
    return (*first, SANS)


def contours(made: Wordmark) -> int:
    return len(list(union(made.path).contours()))


def count_letters(text: str) -> float:
    return float(len(text))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Саз студиясы", ("Саз студиясы",)),
        ("Қызылорда шығармашылық үйі", ("Қызылорда", "шығармашылық үйі")),
        (
            "Қызылорда шығармашылық кәсіпкерлер үйі",
            ("Қызылорда", "шығармашылық", "кәсіпкерлер үйі"),
        ),
        ("Шығармашылықтарыңыздың", ("Шығармашылықтарыңыздың",)),
        ("Ремёсла и промыслы Семея", ("Ремёсла", "и промыслы Семея")),
    ],
)
def test_long_names_are_broken_into_even_lines(name: str, lines: tuple[str, ...]) -> None:
    assert broken(name, count_letters) == lines


def test_a_line_does_not_end_in_a_little_word() -> None:
    lines = broken("Қолөнершілер мен зергерлер қауымдастығы", count_letters)
    assert not any(line.endswith(" мен") for line in lines)


@pytest.mark.parametrize("length", [100, 120])
def test_the_longest_names_take_four_lines_at_most(length: int) -> None:
    name = ("шығармашылық кәсіпкерлік " * 10)[:length].strip()
    made = wordmark(name, set_in(LORA), "kk")
    assert len(made.lines) == 4
    assert " ".join(made.lines) == name
    assert made.box.width < 7 * made.box.height


def test_sixty_words_of_one_letter_are_set_too() -> None:
    made = wordmark(" ".join("аб" * 30), set_in(LORA), "kk")
    assert len(made.lines) == 4


@pytest.mark.parametrize("family", ["Lora", "Oswald", "Cormorant", "Raleway", "Noto Serif"])
@pytest.mark.parametrize("case", ["as-typed", "upper"])
def test_hooks_never_touch_the_line_below(family: str, case: str) -> None:
    """United, the lines have as many contours as each has alone: none runs into another."""
    name = "Ғңқ Ңқғ щңқрр Йёћў Ңқңқ Йёйё"
    made = wordmark(name, set_in(face(family, 600)), "kk", case, least_lines=3)
    alone = [wordmark(line, set_in(face(family, 600)), "kk", case) for line in made.lines]
    assert len(alone) == 3
    assert contours(made) == sum(contours(line) for line in alone)


def test_letters_are_united() -> None:
    made = wordmark("Қызғалдақ", set_in(face("Montserrat", 700)), "kk")
    assert contours(made) == len(list(made.path.contours()))


def test_a_name_is_set_as_typed_unless_the_style_says_otherwise() -> None:
    assert wordmark("iPhone үйі", set_in(LORA), "kk").lines == ("iPhone үйі",)
    assert wordmark("Қала", set_in(LORA), "kk", "upper").lines == ("ҚАЛА",)
    assert wordmark("ҚАЛА Ән", set_in(LORA), "kk", "lower").lines == ("қала ән",)


def test_capitals_are_opened_and_what_was_typed_is_kept() -> None:
    plain = shape(LORA, "ҚАЛА", "kk", 0.0).width
    opened = wordmark("ҚАЛА", set_in(LORA), "kk", tracking=0.0)
    typed = wordmark("ҚАЛА", set_in(LORA), "kk", tracking=0.0, open_capitals=False)
    assert opened.box.width - typed.box.width == pytest.approx(3 * 40, abs=2)
    assert typed.box.width < plain * 1000


def test_mixed_scripts_keep_one_baseline_and_x_height() -> None:
    made = wordmark("Дизайн ₸", (face("Comfortaa", 700), SANS), "kk")
    assert made.box.width > 0
    assert made.path.bounds.top < -metrics(face("Comfortaa", 700)).x_height * 1000


@pytest.mark.parametrize("name", ["Саз ☃", "שלום", "🎪 шатыр"])
def test_a_letter_that_no_face_has_is_named_with_the_faces(name: str) -> None:
    with pytest.raises(InputError) as found:
        wordmark(name, set_in(LORA), "kk", key="project.name")
    text = str(found.value)
    assert "Lora, Noto Sans" in text
    assert "U+" in text
    assert all(problem.key == "project.name" for problem in found.value.problems)


@pytest.mark.parametrize("name", ["[bold]Тау[/bold]", "<script>x</script>", "#set page()", "../.."])
def test_markup_is_letters(name: str) -> None:
    made = wordmark(name, set_in(LORA), "kk")
    assert " ".join(made.lines) == name


def test_hairlines_hold() -> None:
    cormorant = face("Cormorant", 600)
    made = wordmark("Саз", set_in(cormorant), "kk")
    least = 0.045 * metrics(cormorant).cap_height * 1000
    assert made.stem == pytest.approx(least)
    assert thinnest_stroke(made.path) > 0.9 * least


def test_the_bar_lets_descenders_through() -> None:
    made = wordmark("Қауырсын", set_in(LORA), "kk", bar=True)
    assert made.bar is not None
    together = mass(union(made.path, made.bar)).area
    assert together == pytest.approx(mass(made.path).area + mass(made.bar).area, rel=0.005)
    assert len(list(made.bar.contours())) > 1
    assert made.bar.bounds.top > made.last_baseline


def test_lines_are_aligned_by_their_ink() -> None:
    name = "Саз және дыбыс студиясы, Қызылорда"
    left = wordmark(name, set_in(LORA), "kk")
    assert left.path.bounds.left == pytest.approx(0, abs=0.01)
    center = wordmark(name, set_in(LORA), "kk", align="center")
    assert center.path.bounds.width == pytest.approx(left.path.bounds.width)
    assert mass(center.path).center[0] > mass(left.path).center[0]
