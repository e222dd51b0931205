"""What is declared symmetric becomes so to the last digit."""

from __future__ import annotations

import math

import pytest

from creativekit.canvas import outline_ops
from creativekit.canvas.path import Affine, Path
from creativekit.identity.ink import mass
from creativekit.identity.symmetry import Symmetry, SymmetryError, symmetric


def points(path: Path) -> list[tuple[float, float]]:
    return [point for line in path.flatten(1.0) for point in line]


def asymmetry(path: Path, image: Affine) -> float:
    """How far the image of a node of `path` is from the nearest node of `path`."""
    nodes = [(float(c[-2]), float(c[-1])) for c in path.commands if len(c) > 1]  # type: ignore[arg-type]
    moved = [image.apply(x, y) for x, y in nodes]
    return max(min(math.hypot(x - u, y - v) for u, v in nodes) for x, y in moved)


def cross() -> Path:
    """A ring with a cross in it, slightly off, as single precision leaves it."""
    ring = outline_ops.subtract(Path.ellipse(0.003, 0, 4000), Path.ellipse(0, 0.002, 3000))
    bars = (Path.rect(-300.01, -3500, 600, 7000), Path.rect(-3500, -300, 7000, 600.02))
    return outline_ops.union(ring, *bars)


@pytest.mark.parametrize(("fold", "mirror"), [(1, True), (2, False), (2, True), (4, True)])
def test_the_result_is_symmetric_and_covers_the_same(fold: int, mirror: bool) -> None:
    rough = cross()
    exact = symmetric(rough, Symmetry(fold, mirror), outline_ops.intersect)
    assert mass(exact).area == pytest.approx(mass(rough).area, rel=1e-3)
    if fold > 1:
        assert asymmetry(exact, Affine.rotation(360 / fold)) < 1e-6
    if mirror:
        assert asymmetry(exact, Affine(a=-1)) < 1e-6


@pytest.mark.parametrize("fold", [3, 5, 6, 12])
def test_any_fold_closes(fold: int) -> None:
    arms = [Path.rect(-200, -4000, 400, 3000).rotate(360 * k / fold) for k in range(fold)]
    rough = outline_ops.union(Path.ellipse(0, 0, 2000), *arms)
    for mirror in (False, True):
        exact = symmetric(rough, Symmetry(fold, mirror), outline_ops.intersect)
        assert mass(exact).area == pytest.approx(mass(rough).area, rel=2e-3)
        assert asymmetry(exact, Affine.rotation(360 / fold)) < 1e-6
        assert all(closed for _, closed in exact.contours())


def test_separate_pieces_are_repeated() -> None:
    one = Path.ellipse(0, -3000, 500)
    exact = symmetric(
        outline_ops.union(*(one.rotate(90 * k) for k in range(4))),
        Symmetry(4, True),
        outline_ops.intersect,
    )
    assert len(list(exact.contours())) == 4
    assert asymmetry(exact, Affine.rotation(90)) < 1e-6


def test_holes_stay_holes() -> None:
    ring = outline_ops.subtract(Path.ellipse(0, 0, 4000), Path.ellipse(0, 0, 3000))
    for symmetry in (Symmetry(1, True), Symmetry(3, False), Symmetry(8, True)):
        exact = symmetric(ring, symmetry, outline_ops.intersect)
        assert mass(exact).area == pytest.approx(math.pi * (4000**2 - 3000**2), rel=5e-3)


def test_a_solid_figure_stays_in_one_piece() -> None:
    for symmetry in (Symmetry(1, True), Symmetry(2, False), Symmetry(2, True)):
        exact = symmetric(Path.ellipse(0, 0, 4000, 2000), symmetry, outline_ops.intersect)
        assert len(list(exact.contours())) == 1
        assert mass(exact).area == pytest.approx(math.pi * 4000 * 2000, rel=5e-3)


def test_an_outline_through_the_centre_is_refused() -> None:
    wedge = Path.polygon(((0, 0), (3000, -1000), (3000, 1000)))
    with pytest.raises(SymmetryError):
        symmetric(wedge, Symmetry(3, False), outline_ops.intersect)


def test_what_is_not_symmetric_under_rotation_is_refused() -> None:
    with pytest.raises(SymmetryError):
        symmetric(Path.ellipse(300, 0, 4000), Symmetry(2, False), outline_ops.intersect)


def test_nothing_declared_changes_nothing() -> None:
    rough = cross()
    assert symmetric(rough, Symmetry(), outline_ops.intersect) is rough
