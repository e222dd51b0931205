from __future__ import annotations

from pathlib import Path

import pytest

from creativekit.brand.explore import directions, resolved
from creativekit.brand.explore_sheet import CARD_HEIGHT, CARD_WIDTH, card
from creativekit.canvas.backends.svg import svg
from creativekit.project.loading import load

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("example", ["aq-kiiz", "nukte-media", "saz-studio"])
def test_every_direction_of_an_example_is_drawn(example: str) -> None:
    project = load(EXAMPLES / example)
    found = directions(project, 24)
    assert len(found) == 24
    shown = set()
    for direction in found:
        scene = card(direction.number, resolved(project, direction))
        assert (scene.width, scene.height) == (CARD_WIDTH, CARD_HEIGHT)
        shown.add(svg(scene))
    assert len(shown) == 24
