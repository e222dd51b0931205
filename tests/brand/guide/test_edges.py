from __future__ import annotations

import pytest

from creativekit.brand.guide.edges import edge_is_lost
from creativekit.canvas.scene import Rect, Scene, Solid

GROUND = "#cfcabd"


def paper(*patches: tuple[float, float, float, float, str]) -> Scene:
    ground = Rect(0, 0, 400, 500, Solid("#1a1a1a"))
    rects = (Rect(x, y, w, h, Solid(fill)) for x, y, w, h, fill in patches)
    return Scene(400, 500, (ground, *rects))


def test_a_dark_card_has_an_edge_on_a_pale_table() -> None:
    assert not edge_is_lost(paper(), GROUND)


@pytest.mark.parametrize(
    "corner", [(0, 0, 100, 100), (300, 0, 100, 100), (0, 400, 100, 100), (300, 400, 100, 100)]
)
def test_an_edge_that_is_lost_in_one_corner_is_lost(
    corner: tuple[float, float, float, float],
) -> None:
    assert edge_is_lost(paper((*corner, "#c6c1b3")), GROUND)


def test_what_is_inside_is_no_edge() -> None:
    assert not edge_is_lost(paper((50, 50, 300, 400, GROUND)), GROUND)
