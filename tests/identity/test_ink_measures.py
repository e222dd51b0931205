"""What is measured on outlines is what is painted: whatever their direction, overlap or turn."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.canvas.path import Path
from creativekit.identity.ink import mass, thinnest_stroke


def ring(outer: float, inner: float) -> Path:
    hole = Path.ellipse(0, 0, inner)
    reversed_hole = Path(
        (
            ("M", inner, 0.0),
            *(("L", x, y) for x, y in reversed(hole.flatten(0.01)[0])),
            ("Z",),
        )
    )
    return Path.ellipse(0, 0, outer) + reversed_hole


def test_area_and_centre_of_a_circle() -> None:
    found = mass(Path.ellipse(300, -200, 100))
    assert found.area == pytest.approx(math.pi * 100**2, rel=0.005)
    assert found.center == pytest.approx((300, -200), abs=0.5)


def test_centre_of_a_triangle_is_a_third_of_its_height() -> None:
    found = mass(Path.polygon(((0, 0), (300, 0), (0, 300))))
    assert found.center == pytest.approx((100, 100), abs=1)


def test_overlapping_contours_count_once() -> None:
    twice = Path.rect(0, 0, 100, 100) + Path.rect(50, 0, 100, 100)
    assert mass(twice).area == pytest.approx(150 * 100, rel=0.01)
    assert mass(twice).center == pytest.approx((75, 50), abs=1)


def test_a_hole_has_no_weight() -> None:
    assert mass(ring(100, 50)).area == pytest.approx(math.pi * 7500, rel=0.01)


def test_an_outline_without_area_weighs_in_its_middle() -> None:
    assert mass(Path.polygon(((0, 0), (100, 0)))).center == (50, 0)


@settings(max_examples=40, deadline=None)
@given(
    width=st.floats(20, 200),
    length=st.floats(400, 1000),
    degrees=st.floats(0, 360),
)
def test_the_thickness_of_a_bar_is_found_at_any_angle(
    width: float, length: float, degrees: float
) -> None:
    bar = Path.rect(-length / 2, -width / 2, length, width).rotate(degrees)
    assert thinnest_stroke(bar) == pytest.approx(width, rel=0.03)


def test_a_hairline_counts_and_a_pointed_end_does_not() -> None:
    stem = Path.rect(0, 0, 120, 700)
    hairline = Path.rect(120, 300, 300, 20)
    assert thinnest_stroke(stem + hairline) == pytest.approx(20, rel=0.05)
    pointed = Path.polygon(((0, 0), (120, 0), (120, 600), (60, 700), (0, 600)))
    assert thinnest_stroke(pointed) > 100


def test_a_ring_is_as_thin_as_its_line() -> None:
    assert thinnest_stroke(ring(500, 440)) == pytest.approx(60, rel=0.05)


def test_nothing_to_measure_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        thinnest_stroke(Path())
