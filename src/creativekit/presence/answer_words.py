"""What a person, a form or a program means by an answer's words.

Levels are 0 to 4. A form of KoboToolbox or ODK gives back the names of choices, or their labels in
any language, which are the levels' own texts; people write words or a sign.
"""

from __future__ import annotations

from decimal import Decimal
from typing import cast, get_args

from creativekit.errors import msg, nearest
from creativekit.presence.answers import (
    DONT_KNOW,
    LEAST_HOURS,
    MOST_HOURS,
    NOT_FOR_US,
    Basis,
    Said,
)
from creativekit.presence.instrument import LEVELS, Item
from creativekit.project import number_text
from creativekit.project.localized import LANGUAGES
from creativekit.project.rejection import reject, shown

BASES: tuple[Basis, ...] = get_args(Basis)
ACCEPTED = (*map(str, range(LEVELS)), NOT_FOR_US, DONT_KNOW)
_NOT_FOR_US = ("na", "n/a", "n", "not for us", "бізге қатысы жоқ", "біз үшін емес", "не для нас")
_DONT_KNOW = (
    "dk", "d", "?", "don't know", "don’t know", "we do not know", "білмеймін", "білмейміз",
    "не знаю", "не знаем",
)  # fmt: skip
_WORDS = dict.fromkeys(_NOT_FOR_US, NOT_FOR_US) | dict.fromkeys(_DONT_KNOW, DONT_KNOW)


def said(value: object, item: Item) -> Said | None:
    """The answer that a value of a file means; None for an empty one.

    Raises the refusal of anything else (`rejection.reject`).
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool) and value in range(LEVELS):
        return cast(Said, int(value))
    if isinstance(value, str):
        text = _folded(value)
        if text in ACCEPTED[:LEVELS]:
            return cast(Said, int(text))
        if text in _WORDS:
            return cast(Said, _WORDS[text])
        for level, label in enumerate(item.levels):
            if text in {_folded(label.get(language)) for language in LANGUAGES}:
                return cast(Said, level)
    raise reject(
        msg("'{found}' is not an answer", found=shown(value)),
        ACCEPTED,
        nearest(value, ("na", "dk")) if isinstance(value, str) else None,
    )


def basis(value: object) -> Basis:
    """What an answer rests on. Raises the refusal of another word."""
    for each in BASES:
        if isinstance(value, str) and value.strip().lower() == each:
            return each
    message = msg("'{found}' is not what an answer may rest on", found=shown(value))
    raise reject(message, BASES, nearest(value, BASES) if isinstance(value, str) else None)


def hours(value: object) -> float:
    """Hours a week. Raises the refusal of what is not a number of them."""
    if isinstance(value, str):
        number = float(number_text.number(value, unit="hours"))
    elif isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        number = float(value)
    else:
        raise reject(msg("this must be a number, not {found}", found=shown(value)))
    if not LEAST_HOURS <= number <= MOST_HOURS:
        raise reject(
            msg(
                "{found} is out of range: {low} to {high}",
                found=f"{number:g}",
                low=f"{LEAST_HOURS:g}",
                high=f"{MOST_HOURS:g}",
            )
        )
    return number


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
