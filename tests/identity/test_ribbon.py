"""A ribbon is as wide as it says, all along."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.canvas.path import Path
from creativekit.identity.ink import mass
from creativekit.identity.ribbon import backwards, is_smooth, ribbon
from creativekit.identity.sweep import sweep


def test_a_straight_ribbon_is_a_stadium() -> None:
    path = ribbon(Path.polygon(((0, 0), (100, 0)), closed=False), 20)
    box = path.bounds
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx((-10, -10, 110, 10))
    assert mass(path).area == pytest.approx(2000 + math.pi * 100, rel=0.01)


def test_a_butt_cap_ends_at_the_line() -> None:
    box = ribbon(Path.polygon(((0, 0), (100, 0)), closed=False), 20, "butt").bounds
    assert (box.left, box.right) == (0, 100)


def test_a_closed_ribbon_has_a_hole() -> None:
    path = ribbon(Path.ellipse(0, 0, 50), 20)
    assert len(list(path.contours())) == 2
    assert mass(path).area == pytest.approx(math.pi * (60**2 - 40**2), rel=0.01)


def test_a_taper_goes_from_one_width_to_the_other() -> None:
    line = Path.polygon(((0, 0), (100, 0)), closed=False)
    points = [point for each in ribbon(line, 20, "butt", (1, 0.5)).flatten(0.01) for point in each]
    assert max(y for x, y in points if x < 0.01) == pytest.approx(10)
    assert max(y for x, y in points if x > 99.99) == pytest.approx(5)
    middle = [y for x, y in points if 40 < x < 60 and y > 0]
    assert all(6 < y < 9 for y in middle)


@settings(max_examples=40, deadline=None)
@given(
    radius=st.floats(20, 60),
    share=st.floats(0.5, 1.5),
    degrees=st.floats(20, 300),
    width=st.floats(2, 18),
)
def test_both_edges_lie_half_a_width_from_the_line(
    radius: float, share: float, degrees: float, width: float
) -> None:
    line = sweep((0, 0), -90, [(radius, radius * share, degrees)])
    along = line.flatten(0.002)[0]
    for outline in ribbon(line, width, "butt").flatten(0.05):
        for x, y in outline[1:-1]:
            assert _distance(x, y, along) <= width / 2 + 0.02
    edges = ribbon(line, width, "butt")
    assert mass(edges).area == pytest.approx(_length(along) * width, rel=0.02)


def _distance(x: float, y: float, points: list[tuple[float, float]]) -> float:
    """From a point to a polyline."""
    place = complex(x, y)
    found = math.inf
    for start, end in pairwise(points):
        a, b = complex(*start), complex(*end)
        along = ((place - a) * (b - a).conjugate()).real / abs(b - a) ** 2
        found = min(found, abs(place - a - (b - a) * min(1.0, max(0.0, along))))
    return found


def _length(points: list[tuple[float, float]]) -> float:
    return sum(math.hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(points))


def test_corners_are_seen() -> None:
    assert not is_smooth(Path.polygon(((0, 0), (10, 0), (10, 10)), closed=False))
    assert is_smooth(Path.ellipse(0, 0, 10))
    assert not is_smooth(Path.rect(0, 0, 10, 10))


def test_backwards_twice_is_the_same() -> None:
    run = list(sweep((0, 0), 0, [(5,), (10, 20, 100), (5,)]).commands)
    assert backwards(backwards(run)) == run
