from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.canvas.backends import coverage
from creativekit.canvas.backends.coverage import (
    flatten,
    path_mask,
    rect_mask,
    rect_pieces,
    rounded_masks,
)
from creativekit.canvas.path import IDENTITY, Affine, Path

ALL = (0, 0, 64, 64)


def whole(path: Path, by: Affine = IDENTITY) -> np.ndarray:
    out = np.zeros((64, 64))
    found = path_mask(path, by, ALL)
    if found:
        (left, top, right, bottom), mask = found
        out[top:bottom, left:right] = mask / 255
    return out


def test_edges_on_pixel_borders_are_crisp() -> None:
    mask = whole(Path.rect(10, 20, 30, 5))
    assert set(np.unique(mask)) == {0, 1}
    assert mask.sum() == 150
    assert path_mask(Path.rect(10, 20, 30, 5), IDENTITY, ALL)[0] == (10, 20, 40, 25)  # type: ignore[index]


def test_a_part_of_a_pixel_is_that_part() -> None:
    mask = whole(Path.rect(10.25, 20.5, 3, 3))
    assert mask[21, 10] == pytest.approx(0.75, abs=0.005)
    assert mask[20, 11] == pytest.approx(0.5, abs=0.005)
    assert mask[20, 10] == pytest.approx(0.375, abs=0.005)
    assert mask[21, 13] == pytest.approx(0.25, abs=0.005)


circles = st.tuples(st.floats(5, 59), st.floats(5, 59), st.floats(1, 40))


@settings(deadline=None)
@given(circles)
def test_area_is_exact(circle: tuple[float, float, float]) -> None:
    x, y, radius = circle
    path = Path.ellipse(32 + (x - 32) / 4, 32 + (y - 32) / 4, radius / 2)
    # Polygons inside their curves by at most a fiftieth of a px, and coverage in steps of 1/255.
    assert whole(path).sum() == pytest.approx(path.area, abs=0.03 * math.pi * radius + 0.05)


def test_both_directions_and_overlaps_fill() -> None:
    square = Path.rect(10, 10, 20, 20)
    mirrored = square.transform(Affine(-1, 0, 0, 1, 40, 0))
    assert np.array_equal(whole(square), whole(mirrored))
    assert whole(square + square).max() == 1
    assert whole(square + square.translate(5, 5))[20, 20] == 1
    assert whole(square + mirrored)[20, 20] == 0


def test_open_contours_are_closed_to_be_filled() -> None:
    corner = Path.polygon(((10, 10), (30, 10), (30, 30)), closed=False)
    assert whole(corner).sum() == pytest.approx(200, abs=0.5)


def test_only_what_is_seen_is_computed() -> None:
    box, mask = path_mask(Path.ellipse(0, 32, 20), IDENTITY, ALL)  # type: ignore[misc]
    assert box == (0, 12, 20, 52)
    assert mask.shape == (40, 20)
    assert path_mask(Path.ellipse(200, 200, 20), IDENTITY, ALL) is None
    assert path_mask(Path(), IDENTITY, ALL) is None
    assert path_mask(Path.polygon(((1, 1), (9, 9))), IDENTITY, ALL) is None


def test_far_away_corners_do_no_harm() -> None:
    huge = Path.rect(-1e12, 10, 2e12, 10)
    assert whole(huge)[15].min() == 1
    assert whole(huge)[25].max() == 0


def test_curves_are_smooth_when_enlarged() -> None:
    found = path_mask(Path.ellipse(1, 1, 1), Affine.scaling(400), (0, 0, 800, 800))
    assert found is not None
    y, x = np.nonzero((found[1] > 0) & (found[1] < 255))
    away = np.hypot(x + 0.5 - 400, y + 0.5 - 400) - 400
    assert np.abs(away).max() < 0.9


sides = st.floats(0, 64).map(lambda value: round(value * 4) / 4)


@given(sides, sides, sides, sides)
def test_upright_rectangles_have_a_short_cut(a: float, b: float, c: float, d: float) -> None:
    (left, right), (top, bottom) = sorted((a, b)), sorted((c, d))
    found = rect_mask(left, top, right, bottom, ALL)
    out = np.zeros((64, 64))
    if found:
        box, mask = found
        out[box[1] : box[3], box[0] : box[2]] = 1 if mask is None else mask / 255
    assert np.abs(out - whole(Path.rect(left, top, right - left, bottom - top))).max() < 0.01


def test_many_commands_are_worked_out_as_few_are() -> None:
    petals = [Path.ellipse(40 * n % 300, 17 * n % 200, 3 + n % 40, 5 + n % 9) for n in range(60)]
    wave = Path(
        (("M", 0, 0), ("C", 9, 80, 40, -60, 70, 20), ("L", 30, 90), ("C", 1, 1, 2, 2, 0, 0))
    )
    path = Path.join([*petals, wave, Path.rect(3, 4, 50, 60)])
    by = Affine.rotation(31) @ Affine.scaling(1.7, 0.8)
    assert len(path.commands) > coverage._MANY
    few = [
        contour
        for part in (*petals, wave, Path.rect(3, 4, 50, 60))
        for contour in flatten(part, by)
    ]
    assert flatten(path, by) == few


def test_round_corners_in_pieces_are_the_whole_outline() -> None:
    for radius in (1, 7.5, 20, 99):
        pieces = rounded_masks(4, 6, 64, 46, radius, (0, 0, 80, 60))
        assert pieces is not None
        found = np.zeros((60, 80), np.int64)
        for (left, top, right, bottom), mask in pieces:
            assert not found[top:bottom, left:right].any()
            found[top:bottom, left:right] = 255 if mask is None else mask
        whole = path_mask(Path.rect(4, 6, 60, 40, radius), Affine(), (0, 0, 80, 60))
        assert whole is not None
        (left, top, right, bottom), mask = whole
        assert np.abs(found[top:bottom, left:right] - mask).max() <= 3
        assert found.sum() == found[top:bottom, left:right].sum()


def test_round_corners_off_whole_pixels_or_out_of_sight_are_not_in_pieces() -> None:
    assert rounded_masks(4.5, 6, 64, 46, 9, (0, 0, 80, 60)) is None
    assert rounded_masks(4, 6, 94, 46, 9, (0, 0, 80, 60)) is None


@settings(deadline=None)
@given(st.floats(-9, 30), st.floats(-9, 30), st.floats(0.01, 40), st.floats(0.01, 40))
def test_a_rectangle_in_pieces_is_the_whole_one(
    a: float, b: float, wide: float, high: float
) -> None:
    within = (0, 0, 40, 30)
    found = np.zeros((30, 40), np.int64)
    for (left, top, right, bottom), mask in rect_pieces(a, b, a + wide, b + high, within):
        assert not found[top:bottom, left:right].any()
        found[top:bottom, left:right] = 255 if mask is None else mask
    expected = np.zeros((30, 40), np.int64)
    whole = rect_mask(a, b, a + wide, b + high, within)
    if whole is not None:
        (left, top, right, bottom), mask = whole
        expected[top:bottom, left:right] = 255 if mask is None else mask
    assert np.abs(found - expected).max() <= 1
