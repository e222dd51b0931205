"""Numbers, days and lists as people type them; what can be read in two ways is refused."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from creativekit.project.rejection import refusal
from creativekit.tables import cells


def said(call: Any, *args: Any) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        call(*args)
    return str(refusal(caught.value)[0])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12500", "12500"),
        ("12 500", "12500"),
        ("12\u00a0500,50\u00a0₸", "12500.50"),
        ("12\u202f500.5 тг", "12500.5"),
        ("₸ 12 500", "12500"),
        ("1 250 000 тенге", "1250000"),
        ("900 теңге", "900"),
        ("1,250,000.75", "1250000.75"),
        ("1.250.000,75", "1250000.75"),
        ("1,250,000", "1250000"),
        ("0,125", "0.125"),
        ("1250,125", "1250.125"),
        ("−5", "-5"),
        ("-12,5", "-12.5"),
        (" 7 ", "7"),
        (7, "7"),
        (Decimal("7.50"), "7.50"),
        (0.1 + 0.2, "0.3"),
    ],
)
def test_numbers(typed: object, meant: str) -> None:
    assert cells.number(typed) == Decimal(meant)


@pytest.mark.parametrize(
    "typed",
    ["", "тегін", "от 5000", "5 000–7 000", "12 50", "1 2500", "1,2,3", "1..2", "№5", True, None],
)
def test_what_is_no_number(typed: object) -> None:
    assert "is not a number" in said(cells.number, typed)


def test_a_mark_that_can_be_read_in_two_ways() -> None:
    assert "two ways" in said(cells.number, "12,500")
    assert "two ways" in said(cells.number, "12.500 ₸")
    assert cells.number("12,500", ",") == Decimal("12.5")
    assert cells.number("12,500", ".") == 12500
    assert cells.number("12.500", ",") == 12500


@given(
    st.decimals(-(10**9), 10**9, places=2, allow_nan=False),
    st.sampled_from([" ", "\u00a0", "\u202f"]),
    st.sampled_from([",", "."]),
    st.sampled_from(["", " ₸", "\u00a0тг.", " KZT"]),
)
def test_any_sum_in_any_spelling(amount: Decimal, space: str, mark: str, unit: str) -> None:
    typed = f"{amount:,.2f}".replace(".", mark if mark == "." else "\0").replace(",", space)
    assert cells.number(typed.replace("\0", ",") + unit) == amount


@pytest.mark.parametrize(
    ("found", "mark"),
    [
        (["12,5", "7"], ","),
        (["12 500,50 ₸"], ","),
        (["1,250.75"], "."),
        (["12.50 ₸"], "."),
        (["12,5", "12.5 тг"], None),
        (["05.12.2026", "5.12", "9.30", "Бір, екі"], None),
        (["12,500"], None),
        ([12, Decimal("7.5"), "x" * 100 + ",5"], None),
        ([], None),
    ],
)
def test_the_mark_that_a_table_uses(found: list[object], mark: str | None) -> None:
    assert cells.decimals_used(found) == mark


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-12-05", "2026-12-05"),
        ("05.12.2026", "2026-12-05"),
        ("5.12.26", "2026-12-05"),
        ("05.12.2026 г.", "2026-12-05"),
        ("05.12.2026 ж.", "2026-12-05"),
        ("05.12.2026 9:05", "2026-12-05 09:05:00"),
        ("2026-12-05T18:30", "2026-12-05 18:30:00"),
        ("2026-12-05, 18.30", "2026-12-05 18:30:00"),
        (46361, "2026-12-05"),
        ("46361", "2026-12-05"),
        (Decimal("46361.5"), "2026-12-05 12:00:00"),
        ("46361,75", "2026-12-05 18:00:00"),
        (datetime.date(2026, 12, 5), "2026-12-05"),
        (datetime.datetime(2026, 12, 5), "2026-12-05"),
        (datetime.datetime(2026, 12, 5, 18, 30), "2026-12-05 18:30:00"),
    ],
)
def test_days(typed: object, meant: str) -> None:
    assert str(cells.day(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("05/12/2026", "is not a date"),
        ("5 желтоқсан", "is not a date"),
        ("31.02.2026", "no such day"),
        ("2026-13-01", "no such day"),
        ("05.12.2026 25:00", "is not a time of day"),
        (5, "is not a date"),
        (True, "is not a date"),
        ("99999", "is not a date"),
        (10**30, "is not a date"),
    ],
)
def test_what_is_no_day(typed: object, says: str) -> None:
    assert says in said(cells.day, typed)


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)))
def test_any_day_in_each_form(day: datetime.date) -> None:
    for typed in (day.isoformat(), f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day:%y}"):
        assert cells.day(typed) == day


def test_times() -> None:
    assert cells.clock("18:30") == datetime.time(18, 30)
    assert cells.clock("9.05") == datetime.time(9, 5)
    assert cells.clock(Decimal("0.75")) == datetime.time(18)
    assert cells.clock(datetime.time(7, 0, 0, 5)) == datetime.time(7)
    for typed in ("25:00", "полдень", 5, Decimal("1.5"), True):
        assert "is not a time of day" in said(cells.clock, typed)


def test_texts_of_cells_that_are_no_text() -> None:
    assert cells.text(datetime.date(2026, 12, 5)) == "05.12.2026"
    assert cells.text(datetime.datetime(2026, 12, 5, 9, 5)) == "05.12.2026 09:05"
    assert cells.text(datetime.time(9, 5)) == "09:05"
    assert cells.text(Decimal("12500.50")) == "12500.50"
    assert cells.text(12500) == "12500"
    assert cells.text(True) == "true"


def test_lines_and_items() -> None:
    assert cells.lines("• бір\n\n– екі\n3. үш") == ("бір", "екі", "3. үш")
    assert cells.lines("бір / екі/үш") == ("бір", "екі/үш")
    assert cells.items(
        "Латте — 900 ₸\nРаф: 1 200\nЭспрессо … 700\nШай\t500\nСу - тегін\nТәтті"
    ) == (
        {"label": "Латте", "value": "900 ₸"},
        {"label": "Раф", "value": "1 200"},
        {"label": "Эспрессо", "value": "700"},
        {"label": "Шай", "value": "500"},
        {"label": "Су", "value": "тегін"},
        {"label": "Тәтті"},
    )
    assert cells.items("Кофе-брейк — 900") == ({"label": "Кофе-брейк", "value": "900"},)
    assert cells.words("instagram, x-post;telegram  vk") == (
        "instagram", "x-post", "telegram", "vk",
    )  # fmt: skip
    assert cells.files("бір сурет.jpg, b.png\nc.webp;") == ("бір сурет.jpg", "b.png", "c.webp")
