"""Tests of what only the editorial hand does: what is seen through the thing of a still life."""

from __future__ import annotations

from creativekit.artwork.hands.editorial import _filled
from creativekit.canvas.path import Path
from creativekit.canvas.scene import Shape, Solid


def square(left: float, top: float, side: float) -> Path:
    return Path.rect(left, top, side, side)


def test_a_shape_is_filled_without_its_holes() -> None:
    shape = Shape(
        Path.join((square(0, 0, 10), square(2, 2, 4), square(20, 0, 6))), Solid("#000000")
    )
    made = _filled(shape, "#ff0000")
    assert isinstance(made, Shape)
    assert made.fill == Solid("#ff0000")
    assert len(list(made.path.contours())) == 2
    assert (made.path.bounds.left, made.path.bounds.right) == (0, 26)


def test_a_shape_without_holes_keeps_its_outlines() -> None:
    shape = Shape(Path.join((square(0, 0, 10), square(12, 0, 4))), Solid("#000000"))
    made = _filled(shape, "#ff0000")
    assert isinstance(made, Shape)
    assert len(list(made.path.contours())) == 2
