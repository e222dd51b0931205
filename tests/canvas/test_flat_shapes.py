from __future__ import annotations

import pytest

from canvas.sample_scenes import photo
from creativekit.canvas.flat_shapes import NotShapes, flat_shapes, ink_of
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Line, Picture, Rect, Scene, Shape, Solid

BLUE = Solid("#0000ff")


def scene(*items) -> Scene:  # type: ignore[no-untyped-def]
    return Scene(200, 100, items)


def test_groups_are_unfolded() -> None:
    inner = Group((Rect(0, 0, 10, 10, BLUE),), Affine.scaling(2), opacity=0.5)
    outer = Group((inner,), Affine.translation(30, 40), opacity=0.5)
    (found,) = flat_shapes(scene(outer))
    assert found.path.bounds == Box(30, 40, 50, 60)
    assert found.opacity == 0.25
    assert not found.is_stroke


def test_clips_are_cut_out() -> None:
    group = Group((Rect(0, 0, 100, 100, BLUE),), clip=Path.ellipse(50, 50, 20))
    (found,) = flat_shapes(scene(Group((group,), clip=Path.rect(0, 0, 50, 100))))
    assert found.path.bounds.width == pytest.approx(20, abs=0.01)
    assert found.path.area == pytest.approx(3.1416 * 400 / 2, rel=0.002)


def test_strokes_become_outlines() -> None:
    line = Line(Path.polygon(((10, 50), (90, 50)), closed=False), BLUE, 10)
    (found,) = flat_shapes(scene(line))
    assert found.path.bounds == Box(10, 45, 90, 55)
    assert found.is_stroke


def test_a_mirrored_ring_keeps_its_hole() -> None:
    ring = Path.ellipse(50, 50, 40) + Path.ellipse(50, 50, 20)
    mirrored = Group((Shape(ring, BLUE, "evenodd"),), Affine(-1, 0, 0, 1, 100, 0))
    (found,) = flat_shapes(scene(mirrored))
    assert found.path.area == pytest.approx(3.1416 * 1200, rel=0.002)


def test_ink_is_exact_and_ends_at_the_scene() -> None:
    assert ink_of(scene(Rect(-50, 20, 100.125, 30, BLUE))) == Box(0, 20, 50.125, 50)
    assert ink_of(scene(Rect(0, 0, 10, 10, Solid("#ffffff", 0)))) is None
    assert ink_of(scene(Rect(300, 0, 10, 10, BLUE))) is None
    assert ink_of(scene()) is None


def test_a_picture_is_no_shape() -> None:
    with pytest.raises(NotShapes):
        flat_shapes(scene(Group((Picture(photo(), 0, 0, 10, 10),))))
