from __future__ import annotations

import pytest

from creativekit.artwork.compositions import compose
from creativekit.canvas.scene import Shape
from styled_brands import styled

NIGHT = 6


@pytest.mark.parametrize("size", [(1600, 900), (1080, 1350), (1080, 1080)])
@pytest.mark.parametrize("name", ["Саз студиясы", "Дала", "Жол"])
def test_no_star_stands_among_words(size: tuple[int, int], name: str) -> None:
    picture = compose(styled("steppe", name=name), *size, NIGHT)
    stars = [
        item.path.bounds
        for item in picture.scene.items
        if isinstance(item, Shape) and item.path.bounds.width < min(size) * 0.01
    ]
    assert len(stars) > 5
    room = picture.title.box
    for star in stars:
        assert not (star.left < room.right and star.top < room.bottom)
