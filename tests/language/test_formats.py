"""Dates, numbers and tenge as each language writes them."""

from __future__ import annotations

import datetime
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.language.formats import date, day_and_month, number, tenge, whole_sums
from creativekit.project.localized import LANGUAGES

DAY = datetime.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("kk", "2026\u00a0ж. 23 қараша", "23 қараша"),
        ("ru", "23 ноября 2026\u00a0г.", "23 ноября"),
        ("en", "23 November 2026", "23 November"),
    ],
)
def test_dates(language: str, long: str, short: str) -> None:
    assert date(DAY, language) == long
    assert day_and_month(DAY, language) == short


def test_the_kazakh_months() -> None:
    months = [day_and_month(datetime.date(2026, month, 1), "kk") for month in range(1, 13)]
    assert [month.removeprefix("1 ") for month in months] == [
        "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
        "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("amount", "language", "expected"),
    [
        (12500, "kk", "12\u00a0500\u00a0₸"),
        (12500, "ru", "12\u00a0500\u00a0₸"),
        (12500, "en", "12,500\u00a0₸"),
        (0, "kk", "0\u00a0₸"),
        (999, "kk", "999\u00a0₸"),
        (1000, "kk", "1\u00a0000\u00a0₸"),
        (1234567, "kk", "1\u00a0234\u00a0567\u00a0₸"),
        (-5, "ru", "-5\u00a0₸"),
        (0.5, "kk", "1\u00a0₸"),
        (2.5, "kk", "3\u00a0₸"),
        (Decimal("12500.49"), "kk", "12\u00a0500\u00a0₸"),
    ],
)
def test_tenge(amount: int | float | Decimal, language: str, expected: str) -> None:
    assert tenge(amount, language) == expected


def test_decimals() -> None:
    assert number(1234.5, "kk", 2) == "1\u00a0234,50"
    assert number(1234.5, "en", 2) == "1,234.50"
    assert number(2.675, "en", 2) == "2.68"


@given(st.integers(-(10**18) + 1, 10**18 - 1), st.sampled_from(LANGUAGES))
def test_no_digit_is_lost(amount: int, language: str) -> None:
    written = tenge(amount, language)
    assert int("".join(char for char in written if char.isdigit() or char == "-")) == amount
    assert not any(char.isspace() and char != "\u00a0" for char in written)


@given(st.dates(), st.sampled_from(LANGUAGES))
def test_dates_hold_only_what_typefaces_draw(day: datetime.date, language: str) -> None:
    for written in (date(day, language), date(day, language, "full"), day_and_month(day, language)):
        assert not any(unicodedata.category(char) in ("Cf", "Cc") for char in written)
        assert "\u202f" not in written


@pytest.mark.parametrize("amount", [float("nan"), float("inf"), 10**18, Decimal("1e1000")])
def test_what_is_no_price(amount: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        tenge(amount, "kk")


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("ойыншық 6 000 ₸-ден", "ойыншық 6\u00a0000\u00a0₸-ден"),
        ("1 250 000", "1\u00a0250\u00a0000"),
        ("два слоя, 12 мм", "два слоя, 12\u00a0мм"),
        ("10 % и 4 %", "10\u00a0% и 4\u00a0%"),
        ("в 2026 году 100 встреч", "в 2026 году 100 встреч"),
        ("12 магазинов", "12 магазинов"),
        ("", ""),
    ],
)
def test_no_line_ends_inside_a_sum(typed: str, whole: str) -> None:
    assert whole_sums(typed) == whole
