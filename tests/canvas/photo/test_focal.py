from __future__ import annotations

import drawn_photographs as drawn
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from creativekit.canvas.photo.focal import CENTRE, saliency, subject


def found(image: Image.Image) -> tuple[float, float]:
    return subject(np.array(image))


def near(at: tuple[float, float], within: float = 0.05) -> object:
    return pytest.approx(at, abs=within)


@pytest.mark.parametrize("size", [(400, 300), (300, 400), (384, 216), (90, 90)])
@pytest.mark.parametrize("at", [(0.24, 0.72), (0.75, 0.3), (0.5, 0.5), (0.2, 0.25), (0.8, 0.8)])
def test_a_pot_on_a_plain_ground(size: tuple[int, int], at: tuple[float, float]) -> None:
    assert found(drawn.pot(*size, at=at)) == near(at)


@pytest.mark.parametrize("at", [(0.75, 0.3), (0.3, 0.35), (0.5, 0.4)])
def test_a_face_before_sky_and_steppe(at: tuple[float, float]) -> None:
    # The head, not the coat, which is larger and as unlike the sky.
    assert found(drawn.face(at=at)) == near(at, 0.07)


@pytest.mark.parametrize(
    "image",
    [
        drawn.blank(400, 300),
        drawn.blank(400, 300, "#000000"),
        drawn.blank(400, 300, "#ffffff"),
        drawn.blank(1, 1),
        drawn.graded(400, 300, "#000000", "#ffffff"),
        drawn.landscape(),
        drawn.sunlit(),
    ],
)
def test_where_nothing_stands_out_it_is_the_centre(image: Image.Image) -> None:
    assert found(image) == CENTRE


@pytest.mark.parametrize("seed", range(8))
def test_noise_pulls_nowhere(seed: int) -> None:
    assert found(drawn.noise(seed=seed)) == near(CENTRE, 0.1)


def test_a_weave_pulls_nowhere() -> None:
    assert found(drawn.checkerboard()) == near(CENTRE, 0.1)


def test_grain_and_compression_do_not_move_the_subject() -> None:
    plain = np.array(drawn.pot()).astype(float)
    grain = np.random.default_rng(1).normal(0, 14, (*plain.shape[:2], 1))
    noisy = np.clip(plain + grain, 0, 255).astype(np.uint8)
    assert subject(noisy) == near((0.24, 0.72))


def test_of_two_things_it_is_one_and_not_the_gap_between() -> None:
    both = np.minimum(np.array(drawn.pot(at=(0.24, 0.7))), np.array(drawn.pot(at=(0.76, 0.3))))
    x, y = subject(both)
    assert (x, y) == near((0.24, 0.7)) or (x, y) == near((0.76, 0.3))


def test_skin_counts_for_more_than_another_colour_as_distinct() -> None:
    image = drawn.blank(400, 300, "#8a8f96")
    image.paste("#c98f6b", (60, 110, 130, 190))
    skin = saliency(np.array(image)).sum()
    x, _ = subject(np.array(image))
    assert x == pytest.approx(0.24, abs=0.05)
    other = drawn.blank(400, 300, "#8a8f96")
    other.paste("#7f9fc6", (60, 110, 130, 190))
    assert skin > saliency(np.array(other)).sum()


def test_unseen_pixels_are_no_subject() -> None:
    pixels = np.array(drawn.pot())
    opacity = np.full(pixels.shape[:2], 255, np.uint8)
    opacity[:, :200] = 0
    assert subject(pixels) == near((0.24, 0.72))
    assert saliency(pixels, opacity)[:, :40].max() == 0
    assert subject(pixels, np.zeros_like(opacity)) == CENTRE


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 60), st.integers(1, 60), st.integers(0, 2**32 - 1), st.integers(1, 12))
def test_any_pixels_have_a_point_in_the_picture_always_the_same(
    width: int, height: int, seed: int, cell: int
) -> None:
    random = np.random.default_rng(seed)
    cells = random.integers(0, 256, (-(-height // cell), -(-width // cell), 3)).astype(np.uint8)
    pixels = cells.repeat(cell, axis=0).repeat(cell, axis=1)[:height, :width]
    x, y = subject(pixels)
    assert 0 <= x <= 1
    assert 0 <= y <= 1
    assert (x, y) == (round(x, 2), round(y, 2))
    assert subject(pixels.copy()) == (x, y)


def test_a_mirrored_picture_has_a_mirrored_subject() -> None:
    pixels = np.array(drawn.face())
    x, y = subject(pixels)
    assert subject(pixels[:, ::-1]) == near((1 - x, y), 0.021)
