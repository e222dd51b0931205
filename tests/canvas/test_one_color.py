from __future__ import annotations

import math

import pytest

from canvas.sample_scenes import photo
from creativekit.canvas.one_color import one_color
from creativekit.canvas.path import Path
from creativekit.canvas.scene import Group, Item, Line, Picture, Rect, Scene, Shape, Solid

DISC = Path.ellipse(50, 50, 40)
DOT = Path.ellipse(50, 50, 10)


def area(*items: Item) -> float:
    outline = one_color(Scene(100, 100, items))
    return outline.area if outline is not None else 0.0


def circle(radius: float) -> object:
    return pytest.approx(math.pi * radius * radius, rel=2e-3)


def test_one_ink_stays_what_it_is() -> None:
    assert area(Shape(DISC, Solid("#123a6b")), Shape(DOT, Solid("#123a6b"))) == circle(40)


def test_white_on_a_colour_is_knocked_out() -> None:
    found = area(Shape(DISC, Solid("#123a6b")), Shape(DOT, Solid("#ffffff")))
    assert found == pytest.approx(math.pi * (1600 - 100), rel=2e-3)


def test_another_colour_on_a_colour_is_knocked_out_too() -> None:
    found = area(Shape(DISC, Solid("#123a6b")), Shape(DOT, Solid("#c8102e")))
    assert found == pytest.approx(math.pi * (1600 - 100), rel=2e-3)


def test_three_layers_take_turns() -> None:
    found = area(
        Shape(DISC, Solid("#123a6b")),
        Shape(Path.ellipse(50, 50, 20), Solid("#ffffff")),
        Shape(DOT, Solid("#c8102e")),
    )
    assert found == pytest.approx(math.pi * (1600 - 400 + 100), rel=2e-3)


def test_white_paper_under_a_logo_is_not_ink() -> None:
    assert area(Rect(0, 0, 100, 100, Solid("#ffffff")), Shape(DOT, Solid("#123a6b"))) == circle(10)


def test_a_logo_all_white_is_ink() -> None:
    assert area(Shape(DISC, Solid("#ffffff"))) == circle(40)


def test_colours_side_by_side_are_both_ink() -> None:
    found = area(Rect(0, 0, 50, 40, Solid("#123a6b")), Rect(50, 0, 50, 40, Solid("#f2c14e")))
    assert found == pytest.approx(4000)


def test_an_outline_on_its_shape_becomes_a_gap_without_a_rim() -> None:
    outline = Line(DISC, Solid("#000000"), 6)
    assert area(Shape(DISC, Solid("#c8102e")), outline) == circle(37)
    assert area(outline) == pytest.approx(2 * math.pi * 40 * 6, rel=3e-3)


def test_what_is_see_through_or_a_picture_has_no_such_version() -> None:
    see_through = Shape(DISC, Solid("#123a6b", 0.5))
    for item in (see_through, Group((see_through,), opacity=0.5), Picture(photo(), 0, 0, 9, 9)):
        assert one_color(Scene(100, 100, (item,))) is None
    assert one_color(Scene(100, 100)) is None
