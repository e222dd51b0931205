"""What a post's fields hold, ready to be set: texts in one language, prices and dates written out.

A field that is left empty takes its default, in which {name} stands for another field; a default
that would have nothing to say (all its fields are empty) says nothing, and punctuation left over
from an empty field is taken away.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from creativekit.canvas.photo.photograph import Photograph
from creativekit.language import formats
from creativekit.social.template import Field

_BRACES = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_LEFT_OVER = re.compile(r"(?:(?<=^)|(?<=[.,;:·—–]))\s*[.,;:·—–]+|^[\s.,;:·—–]+|[\s,;:·—–]+$")


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of what and how much."""

    rows: tuple[tuple[str, str], ...]


Value = str | tuple[str, ...] | Rows | Photograph | tuple[Photograph, ...]
Raw = object


def fill(template: str, text_of: Callable[[str], str]) -> str:
    """`template` with each {name} replaced; "" when it names fields and none says anything."""
    names = _BRACES.findall(template)
    if names and not any(text_of(name) for name in names):
        return ""
    filled = _BRACES.sub(lambda found: text_of(found.group(1)), template)
    return " ".join(_LEFT_OVER.sub("", filled).split(" ")).strip() if names else filled


def written(field: Field, raw: Raw, language: str) -> str:
    """A single value as words: a price in tenge, a date as day and month, else the text itself."""
    if isinstance(raw, bool):
        return str(raw)
    if field.type == "price" and isinstance(raw, int | float | Decimal):
        return formats.tenge(raw, language)
    if isinstance(raw, datetime.datetime):
        day = formats.day_and_month(raw.date(), language)
        return f"{day}, {raw:%H:%M}" if (raw.hour or raw.minute) else day
    if isinstance(raw, datetime.date):
        return formats.day_and_month(raw, language)
    if isinstance(raw, datetime.time):
        return f"{raw:%H:%M}"
    if isinstance(raw, int | float | Decimal):
        return formats.number(raw, language, 0 if raw == int(raw) else 2)
    return "" if raw is None else str(raw).strip()


def texts(
    fields: Mapping[str, Field], values: Mapping[str, Value], language: str
) -> Callable[[str], str]:
    """A function that gives the text of a field: what it holds, else its default filled in."""

    def text_of(name: str, seen: frozenset[str] = frozenset()) -> str:
        value = values.get(name)
        if isinstance(value, str) and value:
            return value
        if isinstance(value, tuple) and value and isinstance(value[0], str):
            return ". ".join(str(each) for each in value)
        field = fields.get(name)
        if field is None or field.default is None or name in seen:
            return ""
        return fill(field.default.get(language), lambda other: text_of(other, seen | {name}))

    return text_of
