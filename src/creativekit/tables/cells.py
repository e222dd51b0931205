"""What a cell means: numbers, prices, dates, lists, as people in Kazakhstan type them.

A cell of a CSV is text whatever it looks like: a headline "2026" and a telephone are not numbers.
So a cell is read as a number or a date only where a column is known to hold them. A number that two
readers would read differently ("12,500" is twelve and a half to one, twelve and a half thousand to
the other) is refused unless the table itself shows which mark it uses for decimals.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from creativekit.errors import msg
from creativekit.project import day_text, number_text
from creativekit.project.number_text import Decimals
from creativekit.project.rejection import reject, shown

Cell = Any
"""A text, bool, int, Decimal, date, datetime or time; from JSON also lists and tables."""

ACCEPTED_YES = ("yes", "no")

# Excel's day 1 is 1 January 1900, and it counts a 29 February 1900 that never was.
_SERIAL_ZERO = datetime.date(1899, 12, 30)
_SERIALS = range(20_000, 80_001)  # 1954 … 2119

_BULLET = re.compile(r"^(?:[•▪◦·*–—-])\s+")
_LABEL_AND_VALUE = re.compile(r"^(.+?)(?:\s*\t\s*|\s+[—–-]\s+|\s*(?:\.{3,}|…+)\s*|:\s+)([^\t]*?)$")
_WORDS = re.compile(r"[\s,;]+")
_FILES = re.compile(r"\s*[\n,;]\s*")


def number(value: Cell, decimals: Decimals | None = None) -> Decimal:
    """A number, with or without spaces between thousands and a currency around it.

    decimals: the mark that the table uses, if it shows one. Raises the refusal of anything else.
    """
    if isinstance(value, bool) or not isinstance(value, (str, int, float, Decimal)):
        raise _not_a_number(value)
    if not isinstance(value, str):
        return shortest(value) if isinstance(value, float) else Decimal(value)
    return number_text.number(value, decimals)


def decimals_used(cells: Iterable[Cell]) -> Decimals | None:
    """The mark before decimals, when some of the texts show one and none the other."""
    found: set[str] = set()
    for cell in cells:
        if not isinstance(cell, str) or len(cell) > 40 or not any(mark in cell for mark in ",."):
            continue
        if (mark := number_text.decimals_in(cell)) is not None:
            found.add(mark)
    return found.pop() if len(found) == 1 else None  # type: ignore[return-value]


def day(value: Cell) -> datetime.date | datetime.datetime:
    """A day, or a day and time: a true date, one of the written forms, or Excel's number of it.

    Raises the refusal of anything else.
    """
    if isinstance(value, datetime.datetime):
        moment = day_text.local(value)
        return moment if moment.time() != datetime.time() else moment.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        if not re.fullmatch(r"\d{5}(?:[.,]\d+)?", value.strip()):
            return day_text.moment(value)
        value = Decimal(value.strip().replace(",", "."))
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        whole = int(value)
        if whole in _SERIALS:
            date = _SERIAL_ZERO + datetime.timedelta(days=whole)
            minutes = round((Decimal(str(value)) - whole) * 24 * 60)
            if not minutes:
                return date
            return datetime.datetime.combine(date, datetime.time()) + datetime.timedelta(
                minutes=minutes
            )
    raise reject(msg("'{found}' is not a date", found=shown(value)), day_text.ACCEPTED)


def clock(value: Cell) -> datetime.time:
    """A time of day: a true time, 18:30, or Excel's fraction of a day. Raises the refusal of
    anything else.
    """
    if isinstance(value, datetime.time):
        return value.replace(microsecond=0)
    if isinstance(value, str):
        return day_text.clock(value)
    if isinstance(value, (float, Decimal)) and 0 <= value < 1:
        minutes = round(Decimal(str(value)) * 24 * 60)
        return datetime.time(minutes // 60 % 24, minutes % 60)
    raise reject(msg("'{found}' is not a time of day", found=shown(value)), day_text.ACCEPTED_TIMES)


def text(value: Cell) -> str:
    """A cell as its author saw it: a whole number without ".0", a date as 05.12.2026."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return f"{value:%d.%m.%Y %H:%M}"
    if isinstance(value, datetime.date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)


def lines(value: str) -> tuple[str, ...]:
    """The lines of a cell; of one without line breaks, its parts between " / ". Bullets go."""
    parts = value.split("\n") if "\n" in value.strip() else value.split(" / ")
    return tuple(cleaned for part in parts if (cleaned := _BULLET.sub("", part.strip()).strip()))


def items(value: str) -> tuple[dict[str, str], ...]:
    """Rows of label and value: lines of a cell as "Latte — 900", "Latte: 900", "Latte … 900"."""
    found = []
    for line in lines(value):
        parted = _LABEL_AND_VALUE.fullmatch(line)
        label, amount = (parted[1], parted[2]) if parted else (line, "")
        found.append({"label": label.strip(), "value": amount.strip()})
    return tuple({key: each for key, each in row.items() if each} for row in found)


def words(value: str) -> tuple[str, ...]:
    """Words between spaces, commas and semicolons: placements, languages."""
    return tuple(word for word in _WORDS.split(value) if word)


def files(value: str) -> tuple[str, ...]:
    """File names between line breaks, commas and semicolons; a name may have spaces in it."""
    return tuple(name for name in _FILES.split(value.strip()) if name)


def shortest(value: float) -> Decimal:
    """The number that was typed: spreadsheets keep 15 digits and show no more."""
    return Decimal(f"{value:.15g}")


def _not_a_number(value: Cell) -> Exception:
    return reject(msg("'{found}' is not a number", found=shown(value)), number_text.ACCEPTED)
