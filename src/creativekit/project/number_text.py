"""Numbers as people in Kazakhstan write them, in a cell, in a form or on a command line.

Thousands may be apart by a space, decimals by a comma or a point, a minus may be a dash, digits of
any script count. A number that two readers would read differently ("12,500" is twelve and a half to
one, twelve and a half thousand to the other) is refused rather than guessed.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Literal

from creativekit.errors import msg
from creativekit.project.rejection import reject, shown

Decimals = Literal[",", "."]
Unit = Literal["money", "percent", "hours", "none"]

ACCEPTED = ("12500", "12 500", "12 500,50")

_SPACE = "\u0020\u00a0\u202f\u2009"
# What may stand before and behind a number; a currency other than the tenge is for prices of posts.
_UNITS: dict[Unit, re.Pattern[str]] = {
    "money": re.compile(
        rf"^[₸$€₽]?[{_SPACE}]*"
        rf"|[{_SPACE}]*(?:₸|тг\.?|тнг\.?|теңге|тенге|kzt|tenge|руб\.?|₽|\$|€)?[{_SPACE}]*$",
        re.IGNORECASE,
    ),
    "percent": re.compile(rf"[{_SPACE}]*(?:[%٪]|пайыз|процент(?:а|ов)?|percent)$", re.IGNORECASE),
    "hours": re.compile(rf"[{_SPACE}]*(?:сағ\.?|сағат|ч\.?|час(?:а|ов)?|h|hours?)$", re.IGNORECASE),
    "none": re.compile(r"(?!)"),
}
# Full-width signs, and the dashes that stand for a minus.
_SIGNS = str.maketrans("－−–—‐‑，．％", "------,.%")

_PLAIN = re.compile(r"[-+]?\d+")
_SPACED = re.compile(rf"[-+]?\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?:[.,]\d+)?")
_ONE_MARK = re.compile(r"[-+]?(?P<whole>\d+)(?P<mark>[.,])(?P<rest>\d+)")
_GROUPED = re.compile(
    r"[-+]?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:\.\d{3})+,\d+|(?:,\d{3}){2,}|(?:\.\d{3}){2,})"
)


def number(text: str, decimals: Decimals | None = None, unit: Unit = "money") -> Decimal:
    """The number that `text` says, with its unit or without.

    decimals: the mark before decimals, where that is known. Raises the refusal of anything else
    (`rejection.reject`).
    """
    typed, text = text, without_unit(text, unit)
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _SPACED.fullmatch(text):
        return Decimal(re.sub(f"[{_SPACE}]", "", text).replace(",", "."))
    if _GROUPED.fullmatch(text):
        last = max(text.rfind(","), text.rfind("."))
        mark = text[last]
        other = "," if mark == "." else "."
        if text.count(mark) > 1:
            return Decimal(text.replace(mark, ""))
        return Decimal(text.replace(other, "").replace(mark, "."))
    if (found := _ONE_MARK.fullmatch(text)) is not None:
        is_grouping = len(found["rest"]) == 3 and len(found["whole"]) <= 3 and found["whole"] != "0"
        if not is_grouping or found["mark"] == decimals:
            return Decimal(text.replace(",", "."))
        if decimals is not None:
            return Decimal(text.replace(found["mark"], ""))
        raise reject(
            msg(
                "'{found}' can be read in two ways: write it without the point or comma",
                found=shown(typed),
            ),
            ACCEPTED,
        )
    raise reject(msg("'{found}' is not a number", found=shown(typed)), ACCEPTED)


def decimals_in(text: str) -> Decimals | None:
    """The mark before decimals, where the text itself shows which one it is."""
    bare = re.sub(f"[{_SPACE}]", "", without_unit(text))
    one = _ONE_MARK.fullmatch(bare)
    # "5.12" may be a day and "9.30" a time: a point shows itself only where a sum is meant.
    if one is not None and len(one["rest"]) != 3 and (one["mark"] == "," or bare != text):
        return "," if one["mark"] == "," else "."
    if one is None and _GROUPED.fullmatch(bare) and "," in bare and "." in bare:
        return "," if bare.rfind(",") > bare.rfind(".") else "."
    return None


def without_unit(text: str, unit: Unit = "money") -> str:
    """`text` without blank space and unit around it, its digits and signs the plain ones."""
    plain = "".join(map(_digit, text.strip())).translate(_SIGNS)
    text = _UNITS[unit].sub("", plain)
    sign = re.match(rf"([-+])[{_SPACE}]+(?=\d)", text)
    return text if sign is None else sign[1] + text[sign.end() :]


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)
