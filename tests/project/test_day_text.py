"""Days and times that cannot be misread are taken, all others refused."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from creativekit.project import day_text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-12-05", "2026-12-05"),
        ("2026-1-5", "2026-01-05"),
        (" 05.12.2026 ", "2026-12-05"),
        ("5.12.26", "2026-12-05"),
        ("05.12.2026г.", "2026-12-05"),
        ("05.12.2026 ж.", "2026-12-05"),
        ("05.12.2026 9:05", "2026-12-05 09:05:00"),
        ("05.12.2026, 18.30", "2026-12-05 18:30:00"),
        ("2026-12-05T18:30:59", "2026-12-05 18:30:59"),
    ],
)
def test_what_is_taken(text: str, meant: str) -> None:
    assert str(day_text.moment(text)) == meant


@pytest.mark.parametrize(
    "text",
    ["", "05/12/2026", "12-05-2026", "5 желтоқсан 2026", "2026", "31.02.2026", "05.12.1026",
     "05.12.2026 25:00", "05.12.2026 9", "٠٥.١٢.٢٠٢٦x", "2026-12-05T", "0.0.0"],
)  # fmt: skip
def test_what_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        day_text.moment(text)


@given(st.datetimes(datetime.datetime(2000, 1, 1), datetime.datetime(2099, 12, 31)))
def test_any_moment_in_both_forms(moment: datetime.datetime) -> None:
    moment = moment.replace(microsecond=0)
    assert day_text.moment(f"{moment:%Y-%m-%d %H:%M:%S}") == moment
    assert day_text.moment(f"{moment:%d.%m.%Y %H:%M:%S}") == moment
    assert day_text.clock(f"{moment:%H.%M}") == moment.time().replace(second=0)


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    for read in (day_text.moment, day_text.clock):
        try:
            found: object = read(text)
        except PydanticCustomError:
            found = datetime.time()
        assert isinstance(found, (datetime.date, datetime.time))


def test_a_time_elsewhere_is_a_time_in_kazakhstan() -> None:
    utc = datetime.datetime(2026, 12, 5, 22, 0, tzinfo=datetime.UTC)
    assert day_text.local(utc) == datetime.datetime(2026, 12, 6, 3, 0)
    naive = datetime.datetime(2026, 12, 5, 22, 0)
    assert day_text.local(naive) == naive
