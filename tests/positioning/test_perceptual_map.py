"""The map: neighbours, empty quadrants, axes that say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.positioning.perceptual_map import (
    correlation,
    empty_quadrants,
    findings,
    nearest_rival,
)
from creativekit.project.positioning_section import Map

AXES = {"x": {"low": "арзан", "high": "қымбат"}, "y": {"low": "ескі", "high": "жаңа"}}


def market(
    points: list[tuple[float, float]], ours: tuple[float, float] | None = None, **more: object
) -> Map:
    return Map(
        points=[{"name": f"бәсекелес {i}", "x": x, "y": y} for i, (x, y) in enumerate(points)],
        ours=None if ours is None else {"x": ours[0], "y": ours[1]},
        **more,
    )


def test_the_nearest_rival_by_hand() -> None:
    # From (1, 2): to (4, 6) it is √(9 + 16) = 5, to (1, −1) it is 3, to (−9, 2) it is 10.
    found = nearest_rival(market([(4, 6), (1, -1), (-9, 2)], (1, 2)))
    assert found is not None
    assert (str(found.name), found.distance) == ("бәсекелес 1", 3)


def test_of_equally_near_ones_the_first() -> None:
    found = nearest_rival(market([(0, 2), (2, 0)], (0, 0)))
    assert found is not None
    assert str(found.name) == "бәсекелес 0"


@pytest.mark.parametrize("empty", [Map(), market([(1, 1)]), market([], (1, 1))])
def test_no_neighbour_without_two(empty: Map) -> None:
    assert nearest_rival(empty) is None


@pytest.mark.parametrize(
    ("points", "ours", "names"),
    [
        ([(5, 5), (-5, -5)], None, [("арзан", "жаңа"), ("қымбат", "ескі")]),
        ([(5, 5), (-5, -5)], (-1, 1), [("қымбат", "ескі")]),
        ([(5, 5), (-5, -5), (1, -9)], (-1, 1), []),
        # On the lines one is inside none of the four.
        (
            [(0, 5), (0, 0)],
            (5, 0),
            [("қымбат", "жаңа"), ("арзан", "жаңа"), ("арзан", "ескі"), ("қымбат", "ескі")],
        ),
        ([], None, []),
    ],
)
def test_empty_quadrants(
    points: list[tuple[float, float]],
    ours: tuple[float, float] | None,
    names: list[tuple[str, str]],
) -> None:
    found = empty_quadrants(market(points, ours, **AXES))
    assert [(str(each.x), str(each.y)) for each in found] == names


def test_a_quadrant_needs_the_names_of_both_axes() -> None:
    assert empty_quadrants(market([(5, 5)], x=AXES["x"])) == ()


def test_a_correlation_by_hand() -> None:
    # x 1 2 3 4, y 2 4 5 9: means 2.5 and 5; Σdxdy = 4.5 + 0.5 + 0 + 6 = 11, Σdx² = 5,
    # Σdy² = 9 + 1 + 0 + 16 = 26; r = 11 / √130 = 0.96476.
    found = correlation(market([(1, 2), (2, 4), (3, 5)], (4, 9)))
    assert found == pytest.approx(0.964764, abs=1e-6)


@pytest.mark.parametrize(
    ("points", "r"),
    [
        ([(1, 1), (2, 2), (3, 3)], None),
        ([(2, 1), (2, 2), (2, 3), (2, 9)], None),
        ([(1, 3), (2, 3), (3, 3), (4, 3)], None),
        ([(0, 0), (0, 0), (0, 0), (0, 0)], None),
        ([(-1, -1), (-1, 1), (1, -1), (1, 1)], 0),
        ([(1, -1), (2, -2), (3, -3), (-4, 4)], -1),
    ],
)
def test_correlations(points: list[tuple[float, float]], r: float | None) -> None:
    assert correlation(market(points)) == (None if r is None else pytest.approx(r))


PLACE = st.floats(-10, 10, allow_nan=False)


@given(st.lists(st.tuples(PLACE, PLACE), max_size=7))
def test_a_correlation_is_within_its_bounds_and_the_same_both_ways(
    points: list[tuple[float, float]],
) -> None:
    one = correlation(market(points))
    two = correlation(market([(y, x) for x, y in points]))
    if one is None or two is None:
        assert one == two
    else:
        assert -1 <= one <= 1
        assert one == pytest.approx(two)


def test_axes_that_say_the_same_are_a_warning_with_r() -> None:
    (found, *_) = findings(market([(1, -1), (2, -2), (3, -3), (-4, 4)]))
    assert found.key == "positioning.map.y"
    assert found.message.params["r"] == "−1.00"


def test_points_without_evidence() -> None:
    sheet = Map(
        points=[
            {"name": "А", "x": 1, "y": 1, "evidence": "бағасы сайтта"},
            {"name": "Ә", "x": -1, "y": 1},
        ],
        ours={"x": 1, "y": -1},
    )
    assert [each.key for each in findings(sheet)] == [
        "positioning.map.ours.evidence",
        "positioning.map.points[2].evidence",
    ]
    assert findings(Map()) == ()
