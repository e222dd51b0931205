from __future__ import annotations

import pytest

from creativekit.artwork.tech import coverage
from creativekit.canvas.path import Path
from creativekit.identity.mark import Layer, Mark


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
