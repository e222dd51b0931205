from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.canvas import outline_ops
from creativekit.canvas.backends.coverage import path_mask
from creativekit.canvas.outline_ops import Cap, intersect, simplify, stroke, subtract, union
from creativekit.canvas.path import Affine, Path

SIZE = 100

_PLACES = st.floats(-300.0, 300.0)


def mask(path: Path) -> np.ndarray:
    out = np.zeros((SIZE, SIZE))
    found = path_mask(path, Affine(), (0, 0, SIZE, SIZE)) if path else None
    if found:
        (left, top, right, bottom), covered = found
        out[top:bottom, left:right] = covered / 255
    return out


sides = st.integers(5, 45)
places = st.integers(10, 90)


@st.composite
def shapes(draw: st.DrawFn) -> Path:
    x, y, w, h = draw(places), draw(places), draw(sides), draw(sides)
    kind = draw(st.sampled_from(("ellipse", "rect", "ring", "triangle")))
    if kind == "ellipse":
        path = Path.ellipse(x, y, w, h)
    elif kind == "rect":
        path = Path.rect(x - w / 2, y - h / 2, w, h, draw(st.integers(0, 12)))
    elif kind == "ring":
        path = stroke(Path.ellipse(x, y, w), 4)
    else:
        path = Path.polygon(((x, y - h), (x + w, y + h), (x - w, y + h / 2)))
    return path.rotate(draw(st.sampled_from((0, 30, 45, 90, 17.5))), 50, 50)


@settings(max_examples=150, deadline=None)
@given(shapes(), shapes())
def test_operations_cover_what_they_say(a: Path, b: Path) -> None:
    one, two = mask(a), mask(b)
    # Where two edges cross in a pixel, its coverage lies between touching least and most.
    for result, least, most in (
        (union(a, b), np.maximum(one, two), np.minimum(1, one + two)),
        (subtract(a, b), np.maximum(0, one - two), np.minimum(one, 1 - two)),
        (intersect(a, b), np.maximum(0, one + two - 1), np.minimum(one, two)),
    ):
        drawn = mask(result)
        assert (least - drawn).max() < 0.03
        assert (drawn - most).max() < 0.03


@settings(max_examples=60, deadline=None)
@given(shapes(), shapes())
def test_holes_are_holes_under_both_rules(a: Path, b: Path) -> None:
    result = union(a, subtract(b, a.scale(0.5).translate(25, 25)))
    assert np.abs(mask(result) - mask(simplify(result, "evenodd"))).max() < 0.02


def test_a_ring_has_a_hole() -> None:
    ring = subtract(Path.ellipse(50, 50, 40), Path.ellipse(50, 50, 20))
    assert ring.area == pytest.approx(math.pi * (1600 - 400), rel=1e-3)
    assert mask(ring)[50, 50] == 0
    assert mask(ring)[50, 80] == 1


def test_contours_winding_against_each_other_do_not_cancel() -> None:
    backwards = Path.rect(30, 30, 40, 40).transform(Affine(-1, 0, 0, 1, 100, 0))
    assert union(Path.rect(20, 20, 40, 40), backwards).area == 1600 + 1600 - 30 * 30


def test_evenodd_becomes_nonzero() -> None:
    star = Path.polygon(
        [(50 + 45 * math.sin(i * 4 * math.pi / 5), 50 - 45 * math.cos(i * 4 * math.pi / 5))
         for i in range(5)]
    )  # fmt: skip
    assert mask(star)[50, 50] == 1
    assert mask(simplify(star, "evenodd"))[50, 50] == 0
    assert mask(simplify(star))[50, 50] == 1


def test_the_stroke_of_a_circle_is_two_circles_of_four_curves() -> None:
    ring = stroke(Path.ellipse(50, 50, 40), 10)
    assert len([c for c in ring.commands if c[0] == "C"]) == 8
    for line in ring.flatten(0.001):
        for x, y in line:
            radius = math.hypot(x - 50, y - 50)
            assert min(abs(radius - 45), abs(radius - 35)) < 0.02


def test_strokes_of_curves_stay_smooth() -> None:
    curve = Path((("M", 10, 80), ("C", 10, 10, 90, 90, 90, 20)))
    outline = stroke(curve, 12, "butt", "miter")
    (points,) = outline.flatten(0.002)
    axis = curve.flatten(0.002)[0]
    for x, y in points[:: max(1, len(points) // 200)]:
        away = min(math.hypot(x - a, y - b) for a, b in axis)
        assert away < 6.02
    corners = 0
    for (x0, y0), (x1, y1), (x2, y2) in zip(points, points[1:], points[2:], strict=False):
        turn = math.atan2(y2 - y1, x2 - x1) - math.atan2(y1 - y0, x1 - x0)
        corners += abs(math.remainder(turn, math.tau)) > math.radians(8)
    assert corners <= 4  # the ends' corners and nothing else


@pytest.mark.parametrize(
    ("cap", "length"), [("butt", 80), ("square", 90), ("round", 80 + 10 * math.pi / 4)]
)
def test_caps(cap: str, length: float) -> None:
    line = Path.polygon(((10, 50), (90, 50)), closed=False)
    assert stroke(line, 10, cap, "miter").area == pytest.approx(10 * length, rel=2e-3)  # type: ignore[arg-type]


def test_joins() -> None:
    corner = Path.polygon(((20, 80), (20, 20), (80, 20)), closed=False)
    assert stroke(corner, 10, "butt", "miter").bounds.left == 15
    sizes = [stroke(corner, 10, "butt", join).area for join in ("bevel", "round", "miter")]
    assert sizes == sorted(sizes)
    assert sizes[2] - sizes[0] == pytest.approx(12.5)


def test_dashes() -> None:
    line = Path.polygon(((0, 50), (100, 50)), closed=False)
    dashes = stroke(line, 4, "butt", "miter", (10, 5))
    assert dashes.area == pytest.approx(7 * 10 * 4)
    assert len(list(dashes.contours())) == 7
    # An odd number of lengths is repeated, so gaps and dashes change places.
    assert stroke(line, 4, "butt", "miter", (30,)).area == pytest.approx(70 * 4 - 30 * 4 + 4 * 20)
    assert stroke(line, 4, "butt", "miter", (0, 0)) == stroke(line, 4, "butt", "miter")


def test_results_are_rounded_to_what_their_size_deserves() -> None:
    ring = stroke(Path.ellipse(50, 50, 40), 10).rotate(0)
    assert all(round(v, 3) == v for c in ring.commands for v in c[1:])
    small = stroke(Path.ellipse(0.5, 0.5, 0.4), 0.1)
    radii = [math.hypot(x - 0.5, y - 0.5) for line in small.flatten(1e-5) for x, y in line]
    assert max(radii) == pytest.approx(0.45, abs=2e-4)
    assert "-0.0" not in repr(union(Path.rect(-1, -1, 1, 1), Path.rect(-0.0, -0.0, 1, 1)))


def test_nothing_in_nothing_out() -> None:
    square = Path.rect(0, 0, 10, 10)
    assert not union()
    assert not intersect(square, square.translate(20, 0))
    assert not subtract(square, square)
    assert not stroke(Path(), 5)
    assert not stroke(square, 0)
    assert union(square, Path()).bounds == square.bounds
    assert subtract(square, Path()).bounds == square.bounds


def test_tangled_outlines_do_not_raise() -> None:
    knot = Path((("M", 30.461, 74), ("C", 31, 18, 93.5, 6.294, 26.439, 68.77),
                 ("C", 15.536, 16, 31.32, 24, 30.461, 74), ("Z",)))  # fmt: skip
    whole = union(*(knot.rotate(turn, 50, 50) for turn in (0, 72, 144, 180, 216, 288)))
    assert whole.area >= simplify(knot).area


def test_infinite_outlines_are_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        union(Path.rect(0, 0, math.inf, 1))


@settings(max_examples=60)
@given(
    st.lists(st.tuples(_PLACES, _PLACES), min_size=2, max_size=12),
    st.floats(0.01, 50.0),
    st.sampled_from(("butt", "round", "square")),
    st.sampled_from(((), (0.0, 3.0), (2.0, 1.0))),
)
def test_many_dots_are_what_few_dots_are(
    places: list[tuple[float, float]], width: float, cap: Cap, dash: tuple[float, ...]
) -> None:
    """Worked out as arrays or one by one: every number is the same."""
    path = Path.polygon(places, closed=False)
    drawn = []
    for many in (0, 10**9):
        stroke.cache_clear()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(outline_ops, "_MANY", many)
            drawn.append(stroke(path, width, cap, "round", dash, merged=False))
    stroke.cache_clear()
    assert drawn[0] == drawn[1]
