from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.canvas.backends.compositing import Layer, faded, times

BOX = (0, 0, 8, 4)
colors = st.tuples(*[st.integers(0, 255)] * 3)
covers = st.lists(st.integers(0, 255), min_size=32, max_size=32).map(
    lambda values: np.array(values, np.uint8).reshape(4, 8)
)


def over(below: np.ndarray, color: np.ndarray, cover: np.ndarray) -> np.ndarray:
    """Porter and Duff's over, in floating point, on straight alpha."""
    share, under = cover[..., None] / 255, below[..., 3:] / 255
    alpha = share + under * (1 - share)
    with np.errstate(invalid="ignore", divide="ignore"):
        mixed = (color * share + below[..., :3] * under * (1 - share)) / alpha
    return np.concatenate((np.where(alpha > 0, mixed, below[..., :3]), alpha * 255), axis=-1)


@settings(deadline=None)
@given(st.lists(st.tuples(colors, covers), min_size=2, max_size=4), st.booleans(), st.booleans())
def test_layers_lie_over_each_other(
    paints: list[tuple[tuple[int, int, int], np.ndarray]], opaque: bool, as_picture: bool
) -> None:
    layer = Layer(BOX)
    if opaque:
        layer.fill((240, 200, 10))
    for color, cover in paints:
        before = layer.pixels.astype(float)
        untouched = not layer.painted
        picture = np.broadcast_to(np.array([*color, 255], np.uint8), (4, 8, 4))
        source = picture if as_picture else color
        layer.paint(BOX, source, cover)
        expected = over(before, np.array(color, float), cover)
        seen = (cover > 0) | (not untouched)
        # Equal but for one rounding of each value.
        assert np.abs(layer.pixels - expected)[seen].max(initial=0) <= 0.51


@given(colors, st.integers(1, 254))
def test_a_thin_veil_has_exactly_the_paint_s_colour(
    color: tuple[int, int, int], opacity: int
) -> None:
    layer = Layer(BOX)
    layer.paint(BOX, color, np.full((4, 8), opacity, np.uint8))
    assert np.array_equal(np.unique(layer.pixels.reshape(-1, 4), axis=0), [[*color, opacity]])


def test_untouched_pixels_carry_the_tint_unseen() -> None:
    layer = Layer(BOX, (10, 126, 140))
    layer.paint((2, 1, 4, 3), (10, 126, 140), np.full((2, 2), 128, np.uint8))
    assert np.array_equal(np.unique(layer.pixels[..., :3].reshape(-1, 3), axis=0), [[10, 126, 140]])


def test_the_same_colour_twice_keeps_its_colour() -> None:
    layer = Layer(BOX)
    for _ in range(3):
        layer.paint(BOX, (10, 126, 140), np.full((4, 8), 77, np.uint8))
    assert np.array_equal(layer.pixels[0, 0, :3], (10, 126, 140))
    assert layer.pixels[0, 0, 3] == pytest.approx(255 * (1 - (1 - 77 / 255) ** 3), abs=1)


def test_pixels_that_are_not_covered_do_not_change() -> None:
    layer = Layer(BOX)
    layer.paint(BOX, (1, 2, 3), np.arange(32, dtype=np.uint8).reshape(4, 8) * 8)
    before = layer.pixels.copy()
    layer.paint(BOX, (200, 100, 0), np.zeros((4, 8), np.uint8))
    assert np.array_equal(layer.pixels, before)


def test_a_layer_knows_what_was_painted() -> None:
    layer = Layer((10, 10, 30, 30))
    assert layer.used() is None
    layer.paint((12, 14, 15, 16), (0, 0, 0), None)
    layer.paint((20, 11, 25, 13), (0, 0, 0), None)
    assert layer.used() == (12, 11, 25, 16)
    assert layer.part((12, 14, 15, 16))[..., 3].min() == 255


@given(covers, covers)
def test_coverages_multiply(a: np.ndarray, b: np.ndarray) -> None:
    assert np.abs(times(a, b) - a.astype(float) * b / 255).max() <= 0.5


def test_fading() -> None:
    mask = np.array([[0, 100, 255]], np.uint8)
    assert faded(mask, 0.5, (0, 0, 3, 1)).tolist() == [[0, 50, 128]]  # type: ignore[union-attr]
    assert faded(None, 0.25, (0, 0, 2, 1)).tolist() == [[64, 64]]  # type: ignore[union-attr]
    assert faded(None, 1.0, (0, 0, 2, 1)) is None
