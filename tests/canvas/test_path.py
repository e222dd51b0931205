from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.path_strategies import affines, numbers, paths, points
from creativekit.canvas.path import IDENTITY, Affine, Box, Path, number


@given(paths(), st.sampled_from((0.05, 1.0, 20.0)))
def test_bounds_contain_every_point_of_the_curves(path: Path, tolerance: float) -> None:
    box = path.bounds
    for line in path.flatten(tolerance):
        for x, y in line:
            assert box.left - 1e-6 <= x <= box.right + 1e-6
            assert box.top - 1e-6 <= y <= box.bottom + 1e-6


@given(paths())
def test_bounds_are_reached(path: Path) -> None:
    box = path.bounds
    xs = [x for line in path.flatten(0.001) for x, _ in line]
    # An M with nothing after it counts for the box and draws nothing.
    xs += [command[1] for command in path.commands if command[0] == "M"]
    assert min(xs) == pytest.approx(box.left, abs=0.01)
    assert max(xs) == pytest.approx(box.right, abs=0.01)


@given(affines, affines, affines, points)
def test_transforms_compose(a: Affine, b: Affine, c: Affine, point: tuple[float, float]) -> None:
    once = ((a @ b) @ c).apply(*point)
    assert once == pytest.approx(a.apply(*b.apply(*c.apply(*point))), rel=1e-9, abs=1e-4)
    assert ((a @ b) @ c).apply(*point) == pytest.approx((a @ (b @ c)).apply(*point), abs=1e-4)
    assert (a @ IDENTITY, IDENTITY @ a) == (a, a)


@given(paths(), affines)
def test_transforming_a_path_moves_its_points(path: Path, by: Affine) -> None:
    moved = path.transform(by)
    for before, after in zip(path.commands, moved.commands, strict=True):
        assert before[0] == after[0]
        for at in range(1, len(before), 2):
            x, y = by.apply(before[at], before[at + 1])
            assert (after[at], after[at + 1]) == (x, y)
            assert math.isfinite(x)
            assert math.isfinite(y)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270, 360, -90])
def test_quarter_turns_are_exact(degrees: int) -> None:
    turn = Affine.rotation(degrees)
    assert {abs(value) for value in (turn.a, turn.b, turn.c, turn.d)} == {0.0, 1.0}


def test_rotation_is_clockwise_on_screen() -> None:
    assert Affine.rotation(90).apply(1, 0) == (0, 1)
    assert Affine.rotation(90, 10, 10).apply(20, 10) == (10, 20)


@given(numbers, st.integers(0, 6))
def test_numbers_are_short_and_near(value: float, digits: int) -> None:
    text = number(value, digits)
    assert "e" not in text
    assert text != "-0"
    assert abs(float(text) - value) <= 0.5 * 10**-digits + 1e-12
    assert "." not in text or text[-1] not in "0."


def test_a_circle_is_round() -> None:
    radii = [math.hypot(x - 5, y + 3) for x, y in Path.ellipse(5, -3, 40).flatten(0.001)[0]]
    assert min(radii) > 40 * (1 - 3e-4)
    assert max(radii) < 40 * (1 + 3e-4)


def test_a_radius_is_at_most_half_a_side() -> None:
    assert Path.rect(0, 0, 40, 20, 99) == Path.rect(0, 0, 40, 20, 10)
    assert Path.rect(0, 0, 40, 20, 10).bounds == Box(0, 0, 40, 20)


def test_an_empty_path_has_no_bounds() -> None:
    with pytest.raises(ValueError, match="empty"):
        _ = Path().bounds
    assert not Path()


def test_contours_tell_open_from_closed() -> None:
    path = Path.polygon(((0, 0), (1, 0)), closed=False) + Path.rect(0, 0, 1, 1)
    assert [closed for _, closed in path.contours()] == [False, True]


def test_flattening_stays_within_its_tolerance() -> None:
    curve = Path((("M", 0, 0), ("C", 100, 300, 200, -300, 300, 0)))
    fine = curve.flatten(0.0005)[0]
    for x, y in curve.flatten(1.0)[0]:
        assert min(math.hypot(x - a, y - b) for a, b in fine) < 0.6
