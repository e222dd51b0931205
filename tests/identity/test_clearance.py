"""The numbers of clear space and smallest sizes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.identity.clearance import clear_space, least_width_mm, least_width_px


def test_clear_space_is_half_the_symbol_or_a_capital() -> None:
    assert clear_space(1000, 460) == (500, "symbol", 0.5)
    assert clear_space(None, 460) == (460, "cap", 1.0)


@given(width=st.floats(10, 1e5), stroke=st.floats(1, 500))
def test_at_its_smallest_the_thinnest_stroke_still_holds(width: float, stroke: float) -> None:
    pixels, millimetres = least_width_px(width, stroke), least_width_mm(width, stroke)
    assert pixels * stroke / width >= 1.25 - 1e-6
    assert millimetres * stroke / width >= 0.25 - 1e-6
    # And not a whole unit more than need be.
    assert (pixels - 1) * stroke / width < 1.25 or pixels == 1
    assert (millimetres - 1) * stroke / width < 0.25 or millimetres == 1


def test_whole_numbers_are_not_rounded_up_again() -> None:
    assert least_width_px(4000, 50) == 100
    assert least_width_mm(4000, 50) == pytest.approx(20.0)
