from __future__ import annotations

import pytest

from creativekit.artwork.sheet import Sheet
from creativekit.artwork.tech import compose, coverage
from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import Line, Rect
from creativekit.identity.mark import Layer, Mark
from styled_brands import styled


def mark(*layers: Layer) -> Mark:
    box = layers[0].path.bounds
    return Mark(layers, box, 100, box.center)


def test_a_full_square_fills_every_cell() -> None:
    shares = coverage(mark(Layer(Path.rect(0, 0, 1000, 1000), "primary")), 10)
    assert len(shares) == 10
    assert all(share == pytest.approx(1) for row in shares for share in row)


def test_half_a_cell_is_half_covered() -> None:
    square = Layer(Path.rect(0, 0, 1000, 1000), "primary")
    hole = Layer(Path.rect(0, 0, 50, 1000), "surface")
    shares = coverage(mark(square, hole), 10)
    assert all(row[0] == pytest.approx(0.5) for row in shares)
    assert all(row[1] == pytest.approx(1) for row in shares)


def test_a_wide_mark_keeps_its_shape() -> None:
    shares = coverage(mark(Layer(Path.rect(0, 0, 2000, 1000), "primary")), 8)
    assert [sum(row) > 0 for row in shares] == [False, False, True, True, True, True, False, False]


def test_ink_adds_up_to_the_area_of_a_circle() -> None:
    shares = coverage(mark(Layer(Path.ellipse(500, 500, 500), "primary")), 26)
    assert sum(map(sum, shares)) / 26**2 == pytest.approx(3.14159 / 4, abs=0.005)


def dots(sheet: Sheet) -> list[Box]:
    """Boxes of all dots: outlines drawn with round caps."""
    found = []
    for item in compose(sheet).scene.items:
        if isinstance(item, Line) and item.cap == "round":
            for outline in item.path.flatten():
                (x0, y), (x1, _) = outline
                x, radius = (x0 + x1) / 2, item.width / 2
                found.append(Box(x - radius, y - radius, x + radius, y + radius))
    return found


@pytest.mark.parametrize("size", [(1600, 900), (1080, 1350), (900, 500), (1080, 1080)])
@pytest.mark.parametrize("variant", range(7))
def test_the_picked_cells_replace_dots_and_stay_clear(size: tuple[int, int], variant: int) -> None:
    sheet = Sheet(styled("tech"), *size, variant)
    (picked,) = (item for item in compose(sheet).scene.items if isinstance(item, Rect))
    right, bottom = picked.x + picked.width, picked.y + picked.height
    assert sheet.margin <= picked.x
    assert right <= size[0] - sheet.margin
    assert sheet.margin <= picked.y
    assert bottom <= size[1] - sheet.margin
    for dot in dots(sheet):
        assert dot.right < picked.x or dot.left > right or dot.bottom < picked.y or dot.top > bottom


@pytest.mark.parametrize("variant", range(7))
def test_dots_stay_clear_of_the_crosses(variant: int) -> None:
    sheet = Sheet(styled("tech"), 1600, 900, variant)
    crosses = next(
        item.path
        for item in reversed(compose(sheet).scene.items)
        if isinstance(item, Line) and item.cap != "round"
    )
    at = [(outline[0], outline[-1]) for outline in crosses.flatten()]
    assert len(at) == 8
    for (x0, y0), (x1, y1) in at:
        for dot in dots(sheet):
            assert dot.right < x0 or dot.left > x1 or dot.bottom < y0 or dot.top > y1
