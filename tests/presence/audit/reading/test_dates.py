"""Dates as people and machines write them."""

from __future__ import annotations

from datetime import date

import pytest

from creativekit.presence.audit.reading.dates import copyright_year, dates

DAY = date(2026, 11, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-05", "2026-11-05T10:00:00+05:00", "05.11.2026", "5.11.2026 ж.", "05/11/2026",
        "5 қараша 2026", "5 қарашада 2026", "2026 жылғы 5 қараша", "2026 ж. 5 қараша",
        "5 ноября 2026 г.", "5 НОЯБРЯ 2026", "5 November 2026", "November 5, 2026",
        "November 5th, 2026",
    ],
)  # fmt: skip
def test_a_day_is_read(text: str) -> None:
    assert set(dates(f"Жаңалық: {text}, x")) == {DAY}


@pytest.mark.parametrize(
    "text", ["31.02.2026", "2026", "1.2.3.2026", "12026-11-05", "5 вещей 2026"]
)
def test_a_number_is_no_day(text: str) -> None:
    assert dates(text) == []


def test_a_time_tag_is_read() -> None:
    assert dates("", ["2026-11-05"]) == [DAY]


def test_the_year_at_the_bottom() -> None:
    assert copyright_year("© 2019–2026 Saz") == 2026
    assert copyright_year("Copyright (c) 2024\n2026") == 2024
    assert copyright_year("2026") is None
