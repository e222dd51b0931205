"""What is printed past the cut is the picture's reflection, without a seam."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from creativekit.artwork.bleed import bled
from creativekit.artwork.compositions import compose
from creativekit.canvas.backends.raster import pixels
from creativekit.canvas.path import Affine, Path
from creativekit.canvas.scene import Group, Item, Line, RadialGradient, Rect, Scene, Solid, Stop
from styled_brands import STYLES, styled

BLEED = 20


def with_bleed(items: tuple[Item, ...], width: float, height: float) -> NDArray[np.int_]:
    moved = Group(bled(items, width, height), Affine.translation(BLEED, BLEED))
    shown = pixels(Scene(width + 2 * BLEED, height + 2 * BLEED, (moved,)), background="#00ff00")
    found: NDArray[np.int_] = shown[..., :3].astype(int)
    return found


@pytest.mark.parametrize("style", STYLES)
def test_a_style_goes_on_past_every_edge(style: str) -> None:
    picture = compose(styled(style), 900, 500, 0, crowd=1.0).scene
    found = with_bleed(picture.items, 900, 500)
    inside = found[BLEED:-BLEED, BLEED:-BLEED]
    alone = pixels(picture)[..., :3].astype(int)
    assert np.abs(inside[2:-2, 2:-2] - alone[2:-2, 2:-2]).max() <= 2
    around = np.pad(alone, ((BLEED, BLEED), (BLEED, BLEED), (0, 0)), mode="symmetric")
    # A reflection lies two px nearer, so that no light shows between.
    assert np.abs(found - around).mean() < 2.5
    green = (found[..., 1] > 200) & (found[..., 0] < 60) & (found[..., 2] < 60)
    assert not green.any()


def test_edges_of_layers_that_coincide_let_nothing_through() -> None:
    layers = (
        Rect(0, 0, 100.5, 60.5, Solid("#ffffff")),
        Rect(0, 0, 100.5, 60.5, Solid("#101010")),
    )
    assert with_bleed(layers, 100.5, 60.5)[:, 1:-1][1:-1].max() <= 0x12


def test_what_is_not_opaque_is_not_seen_twice() -> None:
    veil = (Rect(0, 0, 100, 60, Solid("#ffffff")), Rect(0, 0, 100, 60, Solid("#000000", 0.5)))
    found = with_bleed(veil, 100, 60)
    assert found.min() >= 126
    assert found.max() <= 129


def test_what_sticks_out_is_cut() -> None:
    bar = Line(Path((("M", -50, 30), ("L", 150, 35))), Solid("#ff0000"), 4)
    found = with_bleed((Rect(0, 0, 100, 60, Solid("#ffffff")), bar), 100, 60)
    left = np.nonzero(found[:, 4, 1] < 128)[0].mean()
    mirrored = np.nonzero(found[:, 2 * BLEED - 4, 1] < 128)[0].mean()
    assert left == pytest.approx(mirrored, abs=1)


def test_a_veil_in_a_group_does_not_keep_the_rest_from_reaching_under_the_edge() -> None:
    ground = Rect(0, 0, 100.5, 60.5, Solid("#101010"))
    veil = Line(Path((("M", 20, 30), ("L", 80, 30))), Solid("#ffffff", 0.1), 4)
    group = Group((ground, veil), clip=Path.rect(0, 0, 100.5, 60.5))
    found = with_bleed((Rect(0, 0, 100.5, 60.5, Solid("#ffffff")), group), 100.5, 60.5)
    # Where the sheet ends between two px and its reflection begins, nothing paler is seen.
    edge = found[40, BLEED + 98 : BLEED + 104]
    assert edge.max() <= 0x12


def test_what_stands_clear_of_the_cut_is_not_seen_beyond_it() -> None:
    tape = Rect(40, 8, 20, 6, Solid("#ff0000"))
    turned = Group((tape,), Affine.rotation(3, 50, 11))
    found = with_bleed((Rect(0, 0, 100, 60, Solid("#ffffff")), turned), 100, 60)
    red = found[..., 1] < 128
    assert red[BLEED:].any()
    assert not red[:BLEED].any()


def test_a_glow_in_the_ground_goes_on_past_the_cut_without_a_line() -> None:
    glow = RadialGradient(80.25, -5, 90, (Stop(0, "#c98a00", 0.4), Stop(1, "#c98a00", 0.0)))
    ground = Group((Rect(0, 0, 100.5, 60.5, Solid("#101010")), Rect(0, 0, 100.5, 60.5, glow)))
    row = with_bleed((ground,), 100.5, 60.5)[BLEED + 10, :, 0]
    # Red from px to px: where two half covered edges met, one stood out from both beside it.
    bumps = np.abs(2 * row[1:-1] - row[:-2] - row[2:])
    assert bumps[BLEED - 4 : BLEED + 4].max() <= 2
    assert bumps[BLEED + 96 : BLEED + 106].max() <= 2
