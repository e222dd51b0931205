"""Shapes of monograms: exact height, convex, and letters fit with the margin that was asked for."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.canvas.path import Path
from creativekit.identity.enclosure import clearance, enclosure, fit, superellipse

SHAPES = ("circle", "squircle", "arch", "diamond", "shield")


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_is_1000_high_from_the_origin(shape: str) -> None:
    box = enclosure(shape).path.bounds
    assert (box.left, box.top, box.bottom) == pytest.approx((0, 0, 1000), abs=0.01)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_is_convex_and_clockwise(shape: str) -> None:
    points = enclosure(shape).path.flatten(0.05)[0][:-1]
    triples = zip(points, points[1:] + points[:1], points[2:] + points[:2], strict=True)
    for (ax, ay), (bx, by), (cx, cy) in triples:
        assert (bx - ax) * (cy - by) - (by - ay) * (cx - bx) > -1e-3


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_is_its_own_mirror_image(shape: str) -> None:
    path = enclosure(shape).path
    axis = path.bounds.center[0]
    points = path.flatten(0.01)[0]
    for x, y in points[::9]:
        mirrored = 2 * axis - x
        nearest = min(_distance(mirrored, y, a, b) for a, b in itertools.pairwise(points))
        assert nearest < 0.05


def _distance(x: float, y: float, a: tuple[float, float], b: tuple[float, float]) -> float:
    (ax, ay), (bx, by) = a, b
    length = (bx - ax) ** 2 + (by - ay) ** 2
    t = (
        0.0
        if not length
        else max(0, min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    )
    return math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))


@pytest.mark.parametrize("exponent", [2.0, 3.0, 4.0, 5.0])
def test_the_squircle_is_a_superellipse(exponent: float) -> None:
    for x, y in superellipse(500, exponent).flatten(0.01)[0]:
        radius = (abs(x - 500) ** exponent + abs(y - 500) ** exponent) ** (1 / exponent)
        assert radius == pytest.approx(500, rel=0.0015)


@settings(max_examples=60, deadline=None)
@given(
    shape=st.sampled_from(SHAPES),
    width=st.floats(50, 3000),
    height=st.floats(50, 3000),
    off=st.floats(-0.3, 0.3),
    margin=st.floats(0, 200),
)
def test_what_is_scaled_to_fit_fits_and_is_not_smaller_than_need_be(
    shape: str, width: float, height: float, off: float, margin: float
) -> None:
    room = enclosure(shape)
    box = Path.rect(-width * (0.5 + off), -height / 2, width, height).flatten()[0]
    scale = fit(room, box, margin)
    cx, cy = room.center
    placed = [(cx + x * scale, cy + y * scale) for x, y in box]
    assert clearance(room, placed) == pytest.approx(margin, abs=0.01)


def test_an_unknown_shape_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        enclosure("heart")
