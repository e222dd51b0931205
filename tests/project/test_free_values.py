"""Whatever a template may ask for is kept; what no text may hold is refused with its place."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from creativekit.project.free_values import MOST_DEPTH, MOST_ITEMS, free_value


def test_values_are_kept_and_lists_are_tuples() -> None:
    day = datetime.date(2026, 12, 5)
    value = {
        "items": [{"label": " Ша\u0438\u0306 ", "value": 5}],
        "when": day,
        "sum": Decimal("1.5"),
    }
    assert free_value(value) == {
        "items": ({"label": "Шай", "value": 5},),
        "when": day,
        "sum": Decimal("1.5"),
    }
    assert free_value("бір\nекі") == "бір\nекі"
    assert free_value("  ") == ""
    assert free_value(True) is True


@pytest.mark.parametrize(
    "value", ["a\u202eb", "a\0", "а" * 2001, float("nan"), float("inf"), 10**15, None, b"x"]
)
def test_what_is_refused_alone(value: object) -> None:
    with pytest.raises(PydanticCustomError):
        free_value(value)


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ([["a", "\0"]], [(0, 1)]),
        ({"a": "\0", "b": ["x", {"c": "\u2066"}]}, [("a",), ("b", 1, "c")]),
        ({"kk": "a", "kz": "b", "xx": "c"}, [("kz",), ("xx",)]),
        ([[[[[1]]]]], [(0, 0, 0, 0)]),
    ],
)
def test_what_is_refused_inside_names_its_place(value: object, places: list[Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        free_value(value)
    assert [error["loc"] for error in caught.value.errors()] == places


def test_a_list_that_is_too_long() -> None:
    assert len(free_value([0] * MOST_ITEMS)) == MOST_ITEMS
    with pytest.raises(PydanticCustomError):
        free_value([0] * (MOST_ITEMS + 1))


@given(
    st.recursive(
        st.none() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["kk", "ru", "x"]), inner),
        max_leaves=20,
    )
)
def test_any_value_is_kept_or_refused(value: object) -> None:
    def depth(of: object) -> int:
        inside = of.values() if isinstance(of, dict) else of if isinstance(of, tuple) else ()
        return 1 + max(map(depth, inside), default=0) if isinstance(of, (dict, tuple)) else 0

    try:
        kept = free_value(value)
    except (PydanticCustomError, ValidationError):
        return
    assert depth(kept) <= MOST_DEPTH
    assert free_value(kept) == kept
