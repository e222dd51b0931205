"""Dates, numbers and prices as each language writes them.

Unicode CLDR's patterns through Babel, with prices fixed: `#,##0`, a no-break space and ₸ in all
three languages, because CLDR has the sign before the amount or "KZT" in some of them and
no price list in Kazakhstan does. A Kazakh noun stays singular after a number: "5 файл". Newer CLDR
data has narrow no-break spaces, which many typefaces do not draw: they become ordinary ones.
"""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Literal

from babel.dates import format_date
from babel.numbers import format_decimal

TENGE = "₸"
NO_BREAK_SPACE = "\u00a0"

_LOCALES = {"en": "en_GB"}
"""English is written as in Britain, as all our texts are: the day before the month."""

LIMIT = 10**18
_EXACT = Context(prec=60)
_UNITS = "мм|см|м|км|кг|г|л|мл|mm|cm|m|km|kg|g|l|ml"
_IN_A_SUM = re.compile(rf"(?<=\d) (?=\d{{3}}(?!\d)|[₸%°]|(?:{_UNITS})(?!\w))")


def date(
    value: datetime.date, language: str, length: Literal["short", "medium", "long", "full"] = "long"
) -> str:
    """`2026 ж. 23 қараша`, `23 ноября 2026 г.`, `23 November 2026`."""
    return _drawable(format_date(value, length, locale=_LOCALES.get(language, language)))


def day_and_month(value: datetime.date, language: str) -> str:
    """A day of this year, or of every year: `23 қараша`, `23 ноября`, `23 November`."""
    return _drawable(format_date(value, "d MMMM", locale=language))


def number(value: int | float | Decimal, language: str, decimals: int = 0) -> str:
    """`12 500`, `12,500`; with `decimals` digits after the point or comma, halves rounded up.

    Raises ValueError for a value that is not finite, or not under a quintillion.
    """
    exact = Decimal(str(value))
    if not exact.is_finite() or abs(exact) >= LIMIT:
        raise ValueError("only a finite number under a quintillion can be written")
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return _drawable(format_decimal(rounded, pattern, locale=language))


def tenge(amount: int | float | Decimal, language: str) -> str:
    """A price in whole tenge: `12 500 ₸` (`12,500 ₸` in English), its spaces no-break ones.

    Raises ValueError as `number` does.
    """
    return number(amount, language) + NO_BREAK_SPACE + TENGE


def whole_sums(text: str) -> str:
    """A text in which no line can end inside a number, or between it and its ₸, % or unit."""
    return _IN_A_SUM.sub("\u00a0", text)


def _drawable(text: str) -> str:
    return text.replace("\u202f", NO_BREAK_SPACE)
