from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from creativekit.canvas.scene import Duotone, Grain
from creativekit.canvas.treatments import treated

TONES = Duotone("#101820", "#f2c14e")
HALF = Image.new("RGB", (400, 300), "#808080")


def test_blacks_and_whites_become_the_two_colours() -> None:
    image = Image.new("RGB", (2, 1), "#ffffff")
    image.putpixel((0, 0), (0, 0, 0))
    toned = treated(image, TONES, (2, 1))
    assert toned.getpixel((0, 0)) == (0x10, 0x18, 0x20)
    assert toned.getpixel((1, 0)) == (0xF2, 0xC1, 0x4E)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_a_duotone_follows_luminance(color: tuple[int, int, int]) -> None:
    grey = (0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2]) / 255
    found = treated(Image.new("RGB", (1, 1), color), TONES, (1, 1)).getpixel((0, 0))
    expected = [low + (high - low) * grey for low, high in ((16, 242), (24, 193), (32, 78))]
    assert found == pytest.approx(expected, abs=1.5)


def test_transparency_is_kept() -> None:
    image = Image.new("RGBA", (30, 20), (200, 10, 20, 90))
    for treatment in (TONES, Grain(0.2)):
        out = treated(image, treatment, (30, 20))
        assert out.mode == "RGBA"
        assert out.getchannel("A").getextrema() == (90, 90)


def test_grain_is_seen_and_changes_no_mean() -> None:
    grained = np.asarray(treated(HALF, Grain(0.12), (400, 300)))
    assert 4 < grained.std() < 16
    assert abs(grained.mean() - 128) < 0.5
    assert (grained[..., 0] == grained[..., 2]).all()
    # No stripes: rows and columns are as even as noise is.
    assert grained[..., 0].mean(axis=0).std() < 1.5
    assert grained[..., 0].mean(axis=1).std() < 1.5


def test_grain_is_always_the_same() -> None:
    one, two = (np.asarray(treated(HALF, Grain(0.3), (400, 300))) for _ in range(2))
    assert np.array_equal(one, two)
    assert one[:2, :6, 0].tolist() == [
        [115, 125, 131, 168, 156, 116],
        [130, 136, 125, 151, 150, 136],
    ]


def test_grain_keeps_its_size_in_the_drawing() -> None:
    large = treated(HALF.resize((800, 600)), Grain(0.3), (400, 300)).resize((400, 300))
    small = treated(HALF, Grain(0.3), (400, 300))
    a, b = (np.asarray(image, np.float64)[..., 0].ravel() for image in (large, small))
    assert np.corrcoef(a, b)[0, 1] > 0.9


def test_no_grain_no_change() -> None:
    assert np.array_equal(np.asarray(treated(HALF, Grain(0), (400, 300))), np.asarray(HALF))
