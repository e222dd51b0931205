"""Floor, index and margin, by hand; what costs more never lowers the floor."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.positioning.price import Worked, findings, floor, index, margin, worked
from creativekit.project.positioning_section import Price

WHOLE = Price(
    materials=4000,
    hours=3,
    rate=2000,
    overhead=800,
    fee=7,
    tax=3,
    price=9750,
    rivals=[
        {"name": "А", "price": 10000},
        {"name": "Ә", "price": 20000},
        {"name": "Б", "price": 12000},
        {"name": "В", "price": 14000},
    ],
)


def test_a_sheet_by_hand() -> None:
    # 4000 + 3 · 2000 + 800 = 10 800; 1 − 0.07 − 0.03 = 0.9; 10 800 / 0.9 = 12 000.
    # The middle of 10 000, 12 000, 14 000, 20 000 is 13 000; 9750 / 13 000 = 75 %.
    # 9750 − 12 000 = −2250.
    assert worked(WHOLE) == Worked(floor=12000, index=75.0, margin=-2250.0)


@pytest.mark.parametrize(
    ("answers", "lowest"),
    [
        ({"materials": 10000, "fee": 13}, 11495),  # 10 000 / 0.87 = 11 494.25…
        ({"materials": 27900, "fee": 7}, 30000),  # in binary fractions it would be 30 001
        ({"materials": 0.1, "overhead": 0.2}, 1),
        ({"overhead": 500}, 500),
        ({"materials": 0}, 0),
        ({"hours": 1.1, "rate": 1000}, 1100),
        ({"hours": 5, "materials": 700}, 700),
        ({"hours": 5}, None),
        ({"rate": 2000}, None),
        ({"fee": 10, "tax": 3, "price": 5000}, None),
        ({}, None),
    ],
)
def test_floors(answers: dict[str, float], lowest: int | None) -> None:
    assert floor(Price(**answers)) == lowest


@pytest.mark.parametrize(
    ("price", "rivals", "percent"),
    [
        (900, [1000], 90),
        (1000, [1000, 1000, 1000], 100),
        (3000, [1000, 2000, 100000], 150),
        (0, [10], 0),
        (1000, [0, 0], None),
        (1000, [], None),
        (None, [1000], None),
    ],
)
def test_indexes(price: float | None, rivals: list[float], percent: float | None) -> None:
    sheet = Price(price=price, rivals=[{"name": "А", "price": each} for each in rivals])
    assert index(sheet) == percent


MONEY = st.floats(0, 1e7, allow_nan=False)


@given(
    st.fixed_dictionaries(dict.fromkeys(("materials", "rate", "overhead"), MONEY)),
    st.floats(0, 1000),
    st.floats(0, 49),
    st.floats(0, 49),
    st.sampled_from(["materials", "hours", "rate", "overhead", "fee", "tax"]),
    st.floats(0, 0.9),
)
def test_a_floor_rises_with_each_cost(
    costs: dict[str, float], hours: float, fee: float, tax: float, key: str, more: float
) -> None:
    answers = {**costs, "hours": hours, "fee": fee, "tax": tax}
    before, after = floor(Price(**answers)), floor(Price(**{**answers, key: answers[key] + more}))
    assert before is not None
    assert after is not None
    assert before <= after
    kept = 1 - (fee + tax) / 100
    spent = costs["materials"] + hours * costs["rate"] + costs["overhead"]
    assert math.isclose(before, spent / kept, rel_tol=1e-9, abs_tol=1.001)


def test_findings() -> None:
    (found,) = findings(WHOLE)
    assert found.key == "positioning.price.price"
    assert found.message.params == {"short": "2\u00a0250", "floor": "12\u00a0000"}
    assert findings(Price()) == ()
    assert findings(Price(materials=100, price=100)) == ()
    assert margin(Price(materials=100, price=100)) == 0


def test_hours_without_a_rate_are_told() -> None:
    (found,) = findings(Price(hours=5, materials=100, price=200))
    assert found.key == "positioning.price.rate"
    assert findings(Price(hours=0, materials=100)) == ()
