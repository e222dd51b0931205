"""Tests of what only the ornament hand does: marks round a medallion that do not touch."""

from __future__ import annotations

import math

import pytest

from creativekit.artwork.hands.ornament import _tallest
from creativekit.canvas.path import Affine, Path
from creativekit.fonts.metrics import crossings
from styled_brands import FULL, styled

MOTIFS = ("qoshqar-muyiz", "yurt", "tulip", "shanyraq", "pot", "dombra")


@pytest.mark.parametrize("motif", MOTIFS)
@pytest.mark.parametrize("count", [8, 12, 16])
def test_marks_on_a_ring_stand_apart(motif: str, count: int) -> None:
    """A mark stays on its own side of the line half way to its neighbour."""
    more = f'logo = {{ kind = "symbol", motif = "{motif}" }}\n{FULL}'
    mark = styled("ornament", more=more).motif
    rim = 1000.0
    tall = _tallest(mark, rim, count)
    assert tall > 0.08 * rim
    scale = tall / mark.box.height
    path = Path.join(layer.path for layer in mark.layers).transform(
        # The head at the rim, the optical centre over the ring's own.
        Affine.scaling(scale) @ Affine.translation(-mark.center[0], -mark.box.top)
    )
    slope = math.tan(math.pi / count)
    for row in range(40):
        y = tall * (row + 0.5) / 40
        for left, right in crossings(path.commands, y):
            reach = slope * (rim - y)
            assert max(-left, right) <= reach * 1.02, (row, left, right, reach)
