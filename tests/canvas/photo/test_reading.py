from __future__ import annotations

import drawn_photographs as drawn
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from creativekit.canvas.path import Box
from creativekit.canvas.photo.photograph import Photograph, photograph
from creativekit.canvas.photo.reading import (
    FEWEST,
    Colors,
    colors_under,
    luminances,
    share_reading,
)
from creativekit.canvas.scene import Duotone, Grain
from creativekit.color.contrast import ratio as contrast
from creativekit.color.hex import from_channels
from creativekit.color.tone import luminance

WHOLE = Box(0, 0, 1, 1)
CANVAS = Box(0, 0, 1000, 1000)


def of(image: Image.Image) -> Photograph:
    return photograph(drawn.encoded(image), "a.png")


def quarters() -> Image.Image:
    """Black, red; green, white."""
    image = Image.new("RGB", (200, 200), "#000000")
    image.paste("#ff0000", (100, 0, 200, 100))
    image.paste("#00ff00", (0, 100, 100, 200))
    image.paste("#ffffff", (100, 100, 200, 200))
    return image


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_luminance_is_wcags(rgb: tuple[int, int, int]) -> None:
    found = Colors(np.array(rgb, np.float32)[:, None]).luminances()
    assert found[0] == pytest.approx(luminance(from_channels(*rgb)), abs=0.003, rel=0.01)


@pytest.mark.parametrize(
    ("under", "y"),
    [
        (Box(0, 0, 500, 500), 0.0),
        (Box(500, 0, 1000, 500), 0.2126),
        (Box(0, 500, 500, 1000), 0.7152),
        (Box(600, 700, 610, 710), 1.0),
        (Box(900, 900, 4000, 4000), 1.0),
    ],
)
def test_the_pixels_under_the_box_are_taken(under: Box, y: float) -> None:
    found = luminances(of(quarters()), WHOLE, CANVAS, under)
    assert found.size >= FEWEST
    assert found == pytest.approx(np.full(found.size, y), abs=1e-4)


def test_crop_and_position_of_the_photo_are_followed() -> None:
    right_half = Box(0.5, 0, 1, 1)
    shown = Box(300, 100, 400, 300)
    photo = of(quarters())
    assert luminances(photo, right_half, shown, Box(310, 110, 390, 195)).max() < 0.22
    assert luminances(photo, right_half, shown, Box(310, 205, 390, 290)).min() > 0.99
    both = luminances(photo, right_half, shown, shown)
    assert both.mean() == pytest.approx((1 + 0.2126) / 2, abs=0.01)


def test_beside_the_photo_nothing_hinders() -> None:
    found = luminances(of(quarters()), WHOLE, Box(0, 0, 100, 100), Box(200, 0, 300, 50))
    assert found.size == 0
    assert share_reading("#ffffff", found, 4.5) == 1.0


@pytest.mark.parametrize("size", [(8, 8), (1, 1), (1, 500), (500, 1), (3, 400)])
def test_a_tiny_picture_still_gives_enough_samples(size: tuple[int, int]) -> None:
    found = luminances(of(drawn.noise(*size)), WHOLE, CANVAS, Box(400, 400, 460, 430))
    assert found.size >= FEWEST
    assert 0 <= found.min() <= found.max() <= 1


def test_between_the_pixels_it_is_interpolated() -> None:
    image = Image.new("RGB", (2, 1), "#000000")
    image.putpixel((1, 0), (255, 255, 255))
    colors = colors_under(of(image), WHOLE, CANVAS, Box(250, 0, 750, 1000))
    row = np.unique(np.round(colors.values[0], 3))
    assert row[0] < 10 < 245 < row[-1]
    assert np.diff(row).max() < 20


def test_a_large_box_on_a_weave_is_not_in_step_with_it() -> None:
    photo = of(drawn.checkerboard(384, 384, 1))
    colors = colors_under(photo, WHOLE, CANVAS, CANVAS)
    assert colors.values.shape[1] < 384 * 384
    assert colors.values.mean() == pytest.approx(127.5, abs=2)


def test_a_duotone_is_measured_as_it_will_look() -> None:
    photo = of(quarters())
    toned = Duotone("#102040", "#f0e0c0")
    black = luminances(photo, WHOLE, CANVAS, Box(0, 0, 400, 400), toned)
    white = luminances(photo, WHOLE, CANVAS, Box(600, 600, 1000, 1000), toned)
    assert black == pytest.approx(np.full(black.size, luminance("#102040")), abs=1e-3)
    assert white == pytest.approx(np.full(white.size, luminance("#f0e0c0")), abs=1e-3)


def test_grain_is_left_out() -> None:
    photo = of(drawn.busy())
    plain = luminances(photo, WHOLE, CANVAS, CANVAS)
    assert np.array_equal(luminances(photo, WHOLE, CANVAS, CANVAS, Grain(0.3)), plain)


def test_a_transparent_photo_shows_what_it_stands_on() -> None:
    image = quarters().convert("RGBA")
    image.putalpha(0)
    under = luminances(of(image), WHOLE, CANVAS, CANVAS, None, "#0a7e8c")
    assert under == pytest.approx(np.full(under.size, luminance("#0a7e8c")), abs=1e-3)


@given(
    st.sampled_from(["#ffffff", "#000000", "#0a7e8c", "#777777", "#f5c518"]),
    st.sampled_from([3.0, 4.5, 7.0]),
    st.lists(st.tuples(*[st.integers(0, 255)] * 3), min_size=1, max_size=20),
)
def test_the_share_counts_what_contrast_counts(
    ink: str, ratio: float, pixels: list[tuple[int, int, int]]
) -> None:
    hexes = [from_channels(*rgb) for rgb in pixels]
    given_y = np.array([luminance(color) for color in hexes])
    reached = [contrast(ink, color) >= ratio for color in hexes]
    assert share_reading(ink, given_y, ratio) == pytest.approx(sum(reached) / len(reached))


@given(st.floats(0, 1), st.tuples(*[st.integers(0, 255)] * 3))
def test_a_veil_is_a_mixture(opacity: float, rgb: tuple[int, int, int]) -> None:
    colors = Colors(np.array(rgb, np.float32)[:, None]).veiled("#204060", opacity)
    mixed = [
        value + (over - value) * opacity for value, over in zip(rgb, (32, 64, 96), strict=True)
    ]
    assert colors.values[:, 0] == pytest.approx(mixed, abs=1e-3)
