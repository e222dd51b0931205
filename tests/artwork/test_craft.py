from __future__ import annotations

import pytest

from creativekit.artwork.craft import _without_crumbs
from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import Group, Shape, Solid

FRAME = Box(0, 0, 400, 600)


def bars(*tops: float) -> Group:
    """Bars of 80 px, one over the other."""
    return Group(
        tuple(Shape(Path.rect(50, top, 300, 80), Solid("#111111")) for top in tops),
    )


@pytest.mark.parametrize("top", [585.0, 596.0, -70.0])
def test_a_sliver_at_an_edge_is_moved_in_or_out(top: float) -> None:
    move = _without_crumbs(bars(top, 250.0), FRAME)
    seen = min(top + 80 + move, 600) - max(top + move, 0)
    assert seen <= 0 or seen >= 30


def test_a_sliver_is_not_a_part_of_what_lies_over_it() -> None:
    assert _without_crumbs(bars(490.0, 590.0), FRAME) != 0


def test_what_has_no_sliver_stays() -> None:
    assert _without_crumbs(bars(100.0, 540.0), FRAME) == 0
