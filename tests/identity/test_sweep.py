"""A sweep ends where its radii and angles say, without a corner on the way."""

from __future__ import annotations

import cmath
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.canvas.path import Path
from creativekit.identity.ribbon import is_smooth
from creativekit.identity.sweep import sweep


def end(path: Path) -> tuple[float, float]:
    last = path.commands[-1]
    return float(last[-2]), float(last[-1])  # type: ignore[arg-type]


def test_half_a_turn_of_one_radius_is_a_half_circle() -> None:
    path = sweep((0, 0), -90, [(10, 10, 180)])
    assert end(path) == pytest.approx((20, 0), abs=1e-9)
    for x, y in path.flatten(0.001)[0]:
        assert math.hypot(x - 10, y) == pytest.approx(10, abs=2e-3)


def test_clockwise_is_to_the_right() -> None:
    assert end(sweep((0, 0), 0, [(10, 10, 90)])) == pytest.approx((10, 10))
    assert end(sweep((0, 0), 0, [(10, 10, -90)])) == pytest.approx((10, -10))


def test_straight_steps_go_ahead() -> None:
    assert end(sweep((1, 2), 90, [(5,), (5,)])) == pytest.approx((1, 12))


def test_windings_stay_evenly_apart() -> None:
    """An involute: each winding is nearer to the middle by the radius lost in one turn."""
    lost = 12.0
    first = end(sweep((0, 0), 0, [(40, 28, 360)]))
    assert math.hypot(*first) == pytest.approx(lost, abs=0.02)


@given(
    radius=st.floats(5, 40),
    share=st.floats(0.2, 2),
    degrees=st.floats(-900, 900).filter(lambda each: abs(each) > 1),
    heading=st.floats(-360, 360),
)
def test_a_bend_ends_where_its_integral_says_and_is_smooth(
    radius: float, share: float, degrees: float, heading: float
) -> None:
    path = sweep((0, 0), heading, [(3,), (radius, radius * share, degrees)])
    turned, side = math.radians(abs(degrees)), math.copysign(1, degrees)
    angle, steps = math.radians(heading), 4000
    place = 3 * cmath.exp(1j * angle)
    for index in range(steps):
        u = (index + 0.5) / steps
        curve = radius + (radius * share - radius) * u
        place += curve * cmath.exp(1j * (angle + side * turned * u)) * turned / steps
    assert end(path) == pytest.approx((place.real, place.imag), abs=1e-3 * radius)
    assert is_smooth(path)
