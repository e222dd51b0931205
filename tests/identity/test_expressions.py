"""Expressions compute, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.identity.expressions import LARGEST, ExpressionError, evaluate


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("48 - s/2", 45.0),
        ("-(s + 2) * 3", -24.0),
        ("min(s, 4, 9)", 4.0),
        ("max(s, 4)", 6.0),
        ("sqrt(16) + abs(-2)", 6.0),
        ("10 * cos(60)", 5.0),
        ("10 * sin(30) + tan(45)", 6.0),
        ("  s  ", 6.0),
        ("1e2", 100.0),
    ],
)
def test_arithmetic(text: str, value: float) -> None:
    assert evaluate(text, {"s": 6.0}) == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "s +",
        "s s",
        "s.real",
        "s[0]",
        "__import__('os')",
        "(lambda: 1)()",
        "min",
        "min()",
        "min(*s)",
        "max(s, key=s)",
        "s ** 99999999",
        "s % 2",
        "s if s else 1",
        "[s for s in (1,)]",
        "'a' * 9",
        "True",
        "1j",
        "sqrt(0 - 1)",
        "1 / (s - 6)",
        "1e308 * 1e308",
        "s := 2",
        "(" * 60 + "s" + ")" * 59,
        "-" * 119 + "s" + "s",
        "1" * 121,
        "\0",
    ],
)
def test_everything_else_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        evaluate(text, {"s": 6.0})


def test_a_misspelt_name_is_named() -> None:
    with pytest.raises(ExpressionError) as caught:
        evaluate("ringg / 2", {"ring": 1.0, "s": 2.0})
    assert caught.value.nearest == "ring"


@given(st.text(max_size=130))
def test_any_text_has_a_value_or_is_refused(text: str) -> None:
    try:
        value = evaluate(text, {"s": 6.0, "r": 40.0})
    except ExpressionError:
        return
    assert abs(value) <= LARGEST
