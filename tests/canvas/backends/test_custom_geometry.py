from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.canvas.backends.custom_geometry import custom_geometry, known, rectangle
from creativekit.canvas.path import Box, Path

sizes = st.floats(0.5, 5000)
places = st.floats(-5000, 5000)


@given(places, places, sizes, sizes)
def test_rectangles_and_ellipses_are_known_wherever_they_lie(
    x: float, y: float, width: float, height: float
) -> None:
    kind, box = known(Path.rect(x, y, width, height)) or ("", None)
    assert kind == "rect"
    assert box is not None
    assert box.width == pytest.approx(width, abs=1e-6)
    assert (known(Path.ellipse(x, y, width, height)) or ("",))[0] == "ellipse"


@pytest.mark.parametrize(
    "path",
    [
        Path.rect(0, 0, 9, 9).rotate(10),
        Path.rect(0, 0, 9, 9, 2),
        Path.ellipse(0, 0, 9, 5).rotate(10),
        Path.polygon(((0, 0), (9, 0), (0, 9), (9, 9))),
        Path.polygon(((0, 0), (9, 0), (9, 9))),
        Path((("M", 0, 0), ("C", 0, 9, 9, 9, 9, 0), ("C", 9, -9, 0, -9, 0, 0), ("Z",))),
    ],
)
def test_nothing_else_is(path: Path) -> None:
    assert known(path) is None


def test_a_corner_is_at_most_half_the_side() -> None:
    assert rectangle(40, 20, 0) == '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    assert 'fmla="val 25000"' in rectangle(40, 20, 5)
    assert 'fmla="val 50000"' in rectangle(40, 20, 99)


def test_points_are_counted_from_the_shapes_corner() -> None:
    path = Path.polygon(((100, 200), (110, 200), (100, 220)))
    found = custom_geometry((path,), Box(100, 200, 110, 220))
    assert '<a:path w="10" h="20">' in found
    assert '<a:moveTo><a:pt x="0" y="0"/></a:moveTo>' in found
    assert '<a:lnTo><a:pt x="0" y="20"/></a:lnTo><a:close/>' in found
