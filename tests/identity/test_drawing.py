"""Parts and shapes do to each other what their words say."""

from __future__ import annotations

import math
from typing import Any

import pytest

from creativekit.canvas.path import Path
from creativekit.identity.drawing import Drawing, drawing, scope
from creativekit.identity.ink import mass
from creativekit.identity.shapes import WORK, Frame, united
from creativekit.identity.template_table import Sheet

K = WORK / 96


def draw(text: str, stroke: float = 4.0) -> Drawing:
    sheet = Sheet("brand/motifs/test.toml", text.encode())
    names = scope(sheet.top, {"s": stroke})
    made = drawing(sheet.top, Frame(96, (48, 48), names), ("primary", "accent"))
    sheet.top.close()
    sheet.problems.raise_if_any()
    return made


def shapes(*lines: str, part: str = "") -> str:
    return f"[[part]]\n{part}shape = [\n" + "".join(f"  {{ {line} }},\n" for line in lines) + "]\n"


def area(path: Path) -> float:
    return mass(path).area / K**2


DISC = 'kind = "circle", r = 20'


def test_shapes_are_added_cut_and_kept() -> None:
    disc = math.pi * 400
    square = 'kind = "rect", width = 10, height = 10'
    assert area(draw(shapes(DISC)).paths["primary"]) == pytest.approx(disc, rel=0.01)
    cut = draw(shapes(DISC, square + ', op = "cut"'))
    assert area(cut.paths["primary"]) == pytest.approx(disc - 100, rel=0.01)
    kept = draw(shapes(DISC, square + ', op = "keep"'))
    assert area(kept.paths["primary"]) == pytest.approx(100, rel=0.01)


def test_a_part_takes_its_ink_from_other_roles() -> None:
    text = shapes(DISC) + shapes('kind = "circle", r = 10', part='role = "accent"\n')
    made = draw(text)
    assert area(made.paths["accent"]) == pytest.approx(math.pi * 100, rel=0.01)
    assert area(made.paths["primary"]) == pytest.approx(math.pi * 300, rel=0.01)


def test_a_gap_is_cut_around_a_part() -> None:
    text = shapes(DISC) + shapes('kind = "circle", r = 10', part='role = "accent"\ngap = 0.5\n')
    made = draw(text, stroke=4)
    assert area(made.paths["primary"]) == pytest.approx(math.pi * (400 - 144), rel=0.01)


def test_a_cut_part_goes_through_everything() -> None:
    text = shapes(DISC) + shapes('kind = "rect", width = 99, height = 99', part='op = "cut"\n')
    assert draw(text).paths == {}


def test_strokes_count_in_the_brands_stroke_and_the_thinnest_is_told() -> None:
    text = shapes(
        'kind = "line", from = [10, 48], to = [86, 48], stroke = 2, cap = "butt"',
        'kind = "line", from = [48, 10], to = [48, 86], taper = [1, 0.5]',
    )
    made = draw(text, stroke=4)
    assert made.thinnest == 2.0
    assert made.paths["primary"].bounds.width / K == pytest.approx(76, abs=0.01)


def test_copies_stand_in_a_row_a_mirror_and_a_ring() -> None:
    dot = 'kind = "circle", r = 2, at = [48, 10]'
    for words, count in (
        ("row = { count = 3, by = [6, 0] }", 3),
        ("repeat = 5", 5),
        ('mirror = "y"', 2),
        ('row = { count = 2, by = [6, 0] }, mirror = "xy", repeat = 2', 6),
    ):
        found = draw(shapes(f"{dot}, {words}")).paths["primary"]
        assert len(list(found.contours())) == count


def test_an_arc_goes_through_its_three_points() -> None:
    text = shapes('kind = "arc", through = [[20, 60], [48, 30], [76, 60]], stroke = 0.5')
    box = draw(text, stroke=2).paths["primary"].bounds
    assert box.top / K + 48 == pytest.approx(29.5, abs=0.05)
    straight = shapes('kind = "arc", through = [[20, 60], [48, 60], [76, 60]]')
    assert draw(straight).paths["primary"].bounds.height / K == pytest.approx(4, abs=0.01)


def test_rounded_corners_stay_inside_and_touch_the_sides() -> None:
    text = shapes('kind = "polygon", points = [[8, 8], [88, 8], [88, 88], [8, 88]], radius = 20')
    found = draw(text).paths["primary"]
    assert found.bounds.width / K == pytest.approx(80, abs=0.01)
    assert area(found) == pytest.approx(80 * 80 - (4 - math.pi) * 400, rel=0.005)


def test_uniting_many_is_uniting_all() -> None:
    discs = [Path.ellipse(100 * index, 0, 80) for index in range(11)]
    assert mass(united(discs)).area == pytest.approx(mass(Path.join(discs)).area, rel=0.01)
    assert len(list(united(discs).contours())) == 1
    assert not united([])


def test_names_build_on_those_before_them() -> None:
    sheet = Sheet("x.toml", b'[let]\nr = "10*s"\nd = "2*r"\n')
    expected: dict[str, Any] = {"s": 2.0, "r": 20.0, "d": 40.0}
    assert scope(sheet.top, {"s": 2.0}) == expected
