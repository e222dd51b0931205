"""Dates in a page, to tell whether anybody still writes there.

Days as machines write them (ISO 8601), as people do (25.11.2026; 25 қараша 2026; 25 ноября 2026;
25 November 2026), and the year of a copyright line. Months by Unicode CLDR 46, in Russian genitive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date

_MONTHS = (
    ("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
     "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"),
    ("января", "февраля", "марта", "апреля", "мая", "июня",
     "июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ("january", "february", "march", "april", "may", "june",
     "july", "august", "september", "october", "november", "december"),
)  # fmt: skip
_NUMBER = {name: month for names in _MONTHS for month, name in enumerate(names, 1)}
_NAMES = "|".join(sorted(_NUMBER, key=len, reverse=True))
_ISO = re.compile(r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)")
_POINTS = re.compile(r"(?<![\d.])(\d{1,2})[./](\d{1,2})[./](20\d\d)(?!\d)")
_WORDS = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:-?[а-яәі]{{1,3}})?[ \u00a0]({_NAMES})\w{{0,4}},?[ \u00a0](20\d\d)", re.I
)
_YEAR_FIRST = re.compile(
    rf"(20\d\d)[ \u00a0](?:жылғы|ж\.)[ \u00a0](\d{{1,2}})[ \u00a0]({_NAMES})", re.I
)
_ENGLISH = re.compile(rf"({_NAMES}) (\d{{1,2}})(?:st|nd|rd|th)?, (20\d\d)", re.I)


def dates(text: str, marked: Iterable[str] = ()) -> list[date]:
    """Every day named in a text and in <time datetime> values, in no order."""
    found: list[date] = []
    for each in (text, *marked):
        for year, month, day in _ISO.findall(each):
            _add(found, int(year), int(month), int(day))
    for day, month, year in _POINTS.findall(text):
        _add(found, int(year), int(month), int(day))
    for day, name, year in _WORDS.findall(text):
        _add(found, int(year), _NUMBER[name.lower()], int(day))
    for year, day, name in _YEAR_FIRST.findall(text):
        _add(found, int(year), _NUMBER[name.lower()], int(day))
    for name, day, year in _ENGLISH.findall(text):
        _add(found, int(year), _NUMBER[name.lower()], int(day))
    return found


def copyright_year(text: str) -> int | None:
    """The latest year in a line with ©, as `© 2019–2026`; None when there is none."""
    years = [
        int(year)
        for line in re.findall(r"(?:©|\(c\)|copyright)[^\n]{0,60}", text, re.IGNORECASE)
        for year in re.findall(r"(?<!\d)20\d\d(?!\d)", line)
    ]
    return max(years, default=None)


def _add(found: list[date], year: int, month: int, day: int) -> None:
    with suppress(ValueError):  # 31.02 is a number, not a day.
        found.append(date(year, month, day))
