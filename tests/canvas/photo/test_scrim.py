from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.canvas.backends import raster
from creativekit.canvas.path import Box
from creativekit.canvas.photo.scrim import Scrim, block, scrim
from creativekit.canvas.scene import LinearGradient, Scene, Solid

SHOWN = Box(0, 0, 200, 250)


def opacities(veil: Scrim) -> np.ndarray:
    """0–1 of each px of the canvas, as the raster backend paints it."""
    drawn = raster.pixels(Scene(SHOWN.width, SHOWN.height, (veil.item,)))
    return drawn[..., 3] / 255


@pytest.mark.parametrize(
    ("under", "fade"),
    [
        (Box(10, 200, 190, 240), "up"),
        (Box(10, 10, 190, 40), "down"),
        (Box(150, 20, 195, 230), "left"),
        (Box(5, 20, 50, 230), "right"),
    ],
)
def test_it_comes_from_the_nearest_edge_and_fades_away_from_it(under: Box, fade: str) -> None:
    veil = scrim(SHOWN, under, "#000000", 0.4)
    assert veil.fade == fade
    assert isinstance(veil.paint, LinearGradient)
    seen = opacities(veil)
    words = seen[int(under.top) : int(under.bottom), int(under.left) : int(under.right)]
    assert words == pytest.approx(np.full(words.shape, 0.4), abs=0.003)
    along = seen.mean(axis=1) if fade in ("up", "down") else seen.mean(axis=0)
    if fade in ("up", "left"):
        along = along[::-1]
    assert np.diff(along).max() <= 1e-9, "it never grows again"
    assert along[0] == pytest.approx(0.4, abs=0.003)
    assert along[-1] == 0
    assert np.abs(np.diff(along)).max() < 0.02, "no edge is seen"


def test_words_all_over_get_an_even_veil() -> None:
    veil = scrim(SHOWN, Box(10, 20, 190, 230), "#ffffff", 0.5)
    assert (veil.fade, veil.box, veil.paint) == (None, SHOWN, Solid("#ffffff", 0.5))
    assert opacities(veil) == pytest.approx(np.full((250, 200), 0.5), abs=0.003)


sides = st.floats(-40, 290)


@given(sides, sides, sides, sides)
def test_it_stays_on_the_photo_and_holds_the_words(a: float, b: float, c: float, d: float) -> None:
    under = Box(min(a, b), min(c, d), max(a, b), max(c, d))
    for veil in (scrim(SHOWN, under, "#000000", 0.5), block(SHOWN, under, "#000000")):
        for outer, inner in ((SHOWN, veil.box), (veil.box, veil.full)):
            assert outer.left <= inner.left <= inner.right <= outer.right
            assert outer.top <= inner.top <= inner.bottom <= outer.bottom
        left, right = max(under.left, 0), min(under.right, 200)
        top, bottom = max(under.top, 0), min(under.bottom, 250)
        if left < right and top < bottom:
            assert veil.full.left <= left
            assert veil.full.right >= right
            assert veil.full.top <= top
            assert veil.full.bottom >= bottom
