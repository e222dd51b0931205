"""`[stationery]`, `[[person]]` and `[price_list]`: what is printed for the business and its people.

A team gets a card and a signature each; without people they are the brand's own. A price is a
number of tenge or, where there is none, what is said instead ("by agreement"). A group is named
once, at its first item, as a heading is written once over its lines.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable
from typing import Annotated, cast

from pydantic import (
    BeforeValidator,
    Field,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from creativekit.errors import msg
from creativekit.project import day_text
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.rejection import reject, shown
from creativekit.project.text_rules import LINE_LENGTH
from creativekit.project.values import (
    LOCALIZED_SCHEMA,
    Line,
    Name,
    Paragraph,
    Section,
    ShortText,
    localized,
)

MOST_PEOPLE = 50
MOST_ITEMS = 500
_MOST_MONEY = 10**12

RequiredLine = Annotated[Localized, localized(LINE_LENGTH, required=True), LOCALIZED_SCHEMA]


class Stationery(Section):
    """`[stationery]`: qr: a code on each card that a telephone reads as a contact. crop_marks: on
    a card's sheet, for a printing house that asks for them."""

    qr: bool = False
    crop_marks: bool = False


class Person(Section):
    """`[[person]]`: somebody of the business. phone and email are their own, instead of
    `[contact]`'s."""

    name: Name
    role: Line = None
    phone: ShortText = None
    email: ShortText = None


def _people(value: object) -> object:
    if isinstance(value, dict):
        raise reject(msg("a person begins with [[person]], in two brackets: there may be many"))
    return value


People = Annotated[
    tuple[Person, ...], Field(strict=False, max_length=MOST_PEOPLE), BeforeValidator(_people)
]

_text = cast(
    Callable[[object, ValidationInfo], Localized], localized(LINE_LENGTH, required=True).func
)


def _price(value: object, info: ValidationInfo) -> int | Localized:
    if isinstance(value, (str, dict, Localized)):
        return _text(value, info)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise reject(
            msg("a price is a number of tenge, or what is said instead, not {found}",
                found=shown(value))
        )  # fmt: skip
    if not 0 <= value <= _MOST_MONEY or value != int(value):
        raise reject(
            msg("a price is a whole number of tenge from 0 to a trillion, not {found}",
                found=shown(value))
        )  # fmt: skip
    return int(value)


Price = Annotated[
    int | Localized,
    PlainValidator(_price),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 0, "maximum": _MOST_MONEY},
                {"type": "string"},
                {
                    "type": "object",
                    "properties": {language: {"type": "string"} for language in LANGUAGES},
                    "additionalProperties": False,
                },
            ]
        }
    ),
]


class PriceItem(Section):
    """`[[price_list.item]]`: one line. is_from (the key `from`): the price is the least one; unit:
    what it is for ("hour"); group: the heading over this item and those after it."""

    name: RequiredLine
    price: Price
    is_from: bool = Field(default=False, alias="from")
    unit: Line = None
    description: Paragraph = None
    group: Line = None

    @model_validator(mode="after")
    def _from_a_number(self) -> PriceItem:
        if self.is_from and isinstance(self.price, Localized):
            raise reject(msg("from = true needs a price that is a number"))
        return self


def _day(value: object) -> datetime.date | None:
    if value is None:
        return None
    if isinstance(value, str):
        value = day_text.moment(value)
    if isinstance(value, datetime.datetime):
        return day_text.local(value).date()
    if isinstance(value, datetime.date):
        return value
    raise reject(msg("'{found}' is not a date", found=shown(value)), day_text.ACCEPTED[:2])


def _items(value: object) -> object:
    if isinstance(value, dict):
        raise reject(
            msg("an item begins with [[price_list.item]], in two brackets: there may be many")
        )
    if isinstance(value, list) and not value:
        raise reject(msg("a price list needs an item: [[price_list.item]]"))
    return value


class PriceList(Section):
    """`[price_list]`: title: instead of "Prices"; note: under the list; valid_from: the day from
    which it holds."""

    title: Line = None
    note: Paragraph = None
    valid_from: Annotated[
        datetime.date | None, PlainValidator(_day), WithJsonSchema({"type": "string"})
    ] = None
    items: Annotated[
        tuple[PriceItem, ...],
        Field(strict=False, max_length=MOST_ITEMS),
        BeforeValidator(_items),
    ] = Field(alias="item")
