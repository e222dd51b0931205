from __future__ import annotations

import pytest

from creativekit.canvas.lettering import ink_box, outlined, text_path
from creativekit.canvas.outline_ops import simplify
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Rect, Shape, Solid, Text, Words
from creativekit.fonts.faces import face
from creativekit.fonts.metrics import metrics
from creativekit.fonts.shaping import shape

ONEST = face("Onest", 800)


def test_letters_stand_on_the_baseline() -> None:
    box = ink_box(shape(ONEST, "НН"), 100, 10, 200)
    assert box.bottom == pytest.approx(200, abs=0.2)
    assert box.height == pytest.approx(metrics(ONEST).cap_height * 100, abs=0.5)
    assert box.left > 10


def test_the_ink_is_that_of_the_outlines() -> None:
    line = shape(ONEST, "Қызылорда", "kk", 0.05)
    box, bounds = ink_box(line, 64, 3, 7), text_path(line, 64, 3, 7).bounds
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx(
        (bounds.left, bounds.top, bounds.right, bounds.bottom)
    )


def test_size_scales_and_place_moves() -> None:
    line = shape(ONEST, "Саз")
    small, large = text_path(line, 10), text_path(line, 30, 5, -4)
    for a, b in zip(small.commands, large.commands, strict=True):
        for at in range(1, len(a)):
            assert b[at] == pytest.approx(3 * a[at] + (5 if at % 2 else -4), abs=1e-6)


def test_kerned_pairs_stand_closer() -> None:
    together = ink_box(shape(ONEST, "ГА"), 100).width
    apart = sum(shape(ONEST, letter).width for letter in "ГА") * 100
    assert together < apart


def test_a_space_has_no_ink() -> None:
    box = ink_box(shape(ONEST, " "), 100, 3, 4)
    assert (box.left, box.top, box.width, box.height) == (3, 4, 0, 0)
    assert not text_path(shape(ONEST, " "), 100)


def test_letters_can_be_worked_with() -> None:
    letters = text_path(shape(ONEST, "Ө"), 100)
    assert len(list(simplify(letters).contours())) == 3


def test_letters_of_a_drawing_become_outlines_and_nothing_else_changes() -> None:
    line, ink = shape(ONEST, "Саз"), Solid("#102030")
    text = Text(line, 5, 40, 20, ink)
    plate = Rect(0, 0, 9, 9, ink)
    words = Words(((text,),), "Саз", Box(0, 0, 90, 50))
    move, clip = Affine.translation(3, 4), Path.rect(0, 0, 50, 50)
    made = outlined(Group((plate, text, words), move, clip, 0.5))
    letters = Shape(text_path(line, 20, 5, 40), ink)
    assert made == Group((plate, letters, Group((letters,))), move, clip, 0.5)
