from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.canvas.backends.pptx_paints import stretched
from creativekit.canvas.scene import Stop

offsets = st.lists(st.floats(0, 1), min_size=2, max_size=5).map(sorted)
colors = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def at(stops: tuple[Stop, ...], offset: float) -> list[float]:
    """Red, green, blue and opacity at an offset, worked out the plain way."""
    if offset <= stops[0].offset:
        return _channels(stops[0])
    for one, two in pairwise(stops):
        if offset < two.offset:
            part = (offset - one.offset) / (two.offset - one.offset)
            pairs = zip(_channels(one), _channels(two), strict=True)
            return [a * (1 - part) + b * part for a, b in pairs]
    return _channels(stops[-1])


def _channels(stop: Stop) -> list[float]:
    return [*(int(stop.color[i : i + 2], 16) for i in (1, 3, 5)), stop.opacity * 255]


@given(
    offsets.flatmap(
        lambda found: st.tuples(
            *(st.builds(Stop, st.just(o), colors, st.sampled_from((1.0, 0.5, 0.0))) for o in found)
        )
    ),
    st.floats(-2, 1.5),
    st.floats(0.01, 3),
    st.floats(0, 1),
)
def test_a_part_of_a_gradient_has_its_colours(
    stops: tuple[Stop, ...], start: float, length: float, where: float
) -> None:
    part = stretched(stops, start, start + length)
    ends = [stop.offset for stop in stops]
    offset = start + where * length
    # At a sudden change of colour, either side is right.
    if any(abs(offset - end) < 1e-6 for end in ends):
        return
    assert at(part, where) == pytest.approx(at(stops, offset), abs=1.01)


def test_a_part_of_one_colour_is_one_stop() -> None:
    stops = (Stop(0.2, "#000000"), Stop(0.8, "#ffffff"))
    assert stretched(stops, 0.9, 2) == (Stop(0.0, "#ffffff"),)
    assert stretched(stops, -1, 0.1) == (Stop(0.0, "#000000"),)
    assert stretched(stops, 0.35, 0.35)[0].color == "#404040"
