from __future__ import annotations

import pytest

from creativekit.artwork.compositions import compose
from creativekit.artwork.noir import _foot
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Group, RadialGradient, Shape
from creativekit.identity.motif import motif, motif_ids
from styled_brands import styled


@pytest.mark.parametrize("size", [(1600, 900), (1080, 1350), (900, 500)])
@pytest.mark.parametrize("variant", range(7))
@pytest.mark.parametrize("name", ["dombra", "yurt", "feather", "orbit"])
def test_the_symbol_stands_on_the_pool_of_light(
    size: tuple[int, int], variant: int, name: str
) -> None:
    more = f'logo = {{ kind = "symbol", motif = "{name}" }}\n'
    scene = compose(styled("noir", more=more), *size, variant).scene
    (pool,) = (
        item.path.bounds
        for item in scene.items
        if isinstance(item, Shape)
        and isinstance(item.fill, RadialGradient)
        and item.path.bounds.width < size[0] * 1.5
        and item.path.bounds.height < size[1] * 0.3
    )
    (thing,) = (item for item in scene.items if isinstance(item, Group) and item.clip is None)
    points = [
        point
        for item in thing.items
        if isinstance(item, Shape)
        for outline in item.path.transform(thing.transform).flatten(1.0)
        for point in outline
    ]
    lowest = max(y for _, y in points)
    assert pool.center[1] < lowest < pool.bottom
    whole = Box(min(x for x, _ in points), min(y for _, y in points), 0, lowest)
    foot = [x for x, y in points if y > lowest - (lowest - whole.top) * 0.3]
    assert pool.left < min(foot)
    assert max(foot) < pool.right


@pytest.mark.parametrize("name", motif_ids())
def test_a_foot_is_no_wider_than_its_symbol(name: str) -> None:
    mark = motif(name)
    left, right = _foot(mark)
    assert 0 < right - left <= mark.box.width + 0.01
