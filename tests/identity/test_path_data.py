"""Path data draws what SVG says it draws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.identity.expressions import ExpressionError
from creativekit.identity.path_data import path_data


def test_absolute_and_relative_say_the_same() -> None:
    absolute = path_data("M10 10 L30 10 H40 V20 C40 30 30 40 20 40 S10 30 10 20 Z", {})
    relative = path_data("m10,10 l20,0 h10 v10 c0,10 -10,20 -20,20 s-10,-10 -10,-20 z", {})
    assert absolute == relative


def test_a_smooth_curve_mirrors_the_last_handle() -> None:
    path = path_data("M0 0 C0 10 10 10 10 0 S20 -10 20 0", {})
    assert path.commands[2] == ("C", 10.0, -10.0, 20.0, -10.0, 20.0, 0.0)


def test_a_quadratic_curve_is_raised_exactly() -> None:
    path = path_data("M0 0 Q30 60 60 0", {})
    assert path.commands[1] == pytest.approx(("C", 20.0, 40.0, 40.0, 40.0, 60.0, 0.0))


def test_repeated_numbers_go_on_and_after_m_they_are_lines() -> None:
    assert path_data("M0 0 5 5 L1 1 2 2", {}) == path_data("M0 0 L5 5 L1 1 L2 2", {})


def test_after_z_the_pen_is_back_at_the_start() -> None:
    assert path_data("M5 5 h10 v10 z l1 1", {}).commands[-2:] == (("M", 5.0, 5.0), ("L", 6.0, 6.0))


def test_numbers_may_be_expressions() -> None:
    assert path_data("M{48 - s} {s*2} H96", {"s": 4.0}).commands == (
        ("M", 44.0, 8.0),
        ("L", 96.0, 8.0),
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "Z",
        "L1 1",
        "1 1",
        "M1",
        "M1 1 L2",
        "M1 1 C1 2 3 4 5",
        "M L1 1",
        "M1 1 A5 5 0 0 1 9 9",
        "M1 1 X2 2",
        "M1 1 L{",
        "M1 1 L{a} 2",
        "M1 1 Z 4",
        "M1 1 L2 2;",
        "M0 0" + " L1 1" * 2000,
    ],
)
def test_what_is_not_path_data_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        path_data(text, {})


@given(st.text("MLHVCSQZmlhvcsqz0123456789.-+eE{} ,s", max_size=60))
def test_any_text_is_a_path_or_is_refused(text: str) -> None:
    try:
        path = path_data(text, {"s": 1.0})
    except ExpressionError:
        return
    assert path.commands[0][0] == "M"
