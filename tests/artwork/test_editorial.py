from __future__ import annotations

import pytest

from creativekit.artwork.editorial import _aside, _pale
from creativekit.artwork.sheet import Sheet
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Shape, Solid
from creativekit.color.contrast import ratio
from styled_brands import SEEDS, styled

FRAME = Box(0, 0, 400, 600)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_pale_picture_has_an_edge_on_the_paper(seed: str) -> None:
    sheet = Sheet(styled("editorial", SEEDS[seed]), 1600, 900, 2)
    for step in _pale(sheet)[:2]:
        assert ratio(sheet.primary(step), sheet.light("surface")) >= 1.25


def thing(left: float, top: float, width: float, height: float) -> Group:
    return Group((Shape(Path.rect(left, top, width, height), Solid("#111111")),))


@pytest.mark.parametrize("left", [4.0, 12.0, 20.0])
def test_nothing_stands_a_few_px_from_the_edge(left: float) -> None:
    moved = Path.rect(left, 200, 250, 500).transform(_aside(thing(left, 200, 250, 500), FRAME))
    assert moved.bounds.left <= FRAME.left - 2 or moved.bounds.left >= FRAME.width * 0.07


@pytest.mark.parametrize("left", [-60.0, 70.0])
def test_what_bleeds_or_stands_clear_stays(left: float) -> None:
    assert _aside(thing(left, 200, 250, 500), FRAME) == Affine.translation(0.0, 0.0)
