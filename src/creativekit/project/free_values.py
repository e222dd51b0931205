"""Values of keys that the schema does not know: the fields of a post's template.

What a field may hold is the template's business and is checked against it later, with the line.
Here only what holds for every text of the config is checked, nothing is too large, and lists become
tuples. A table by language stays a table: who reads the field chooses the language.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from pydantic_core import PydanticCustomError

from creativekit.errors import msg, nearest
from creativekit.project import text_rules
from creativekit.project.localized import LANGUAGES
from creativekit.project.rejection import reject, reject_parts, shown

TEXT_LENGTH = text_rules.PARAGRAPH_LENGTH
MOST_ITEMS = 200
MOST_DEPTH = 4
_LARGEST = 10**15


Path = tuple[str | int, ...]
Fault = tuple[Path, PydanticCustomError]


def free_value(value: Any) -> Any:
    """`value` with its texts cleaned and its lists as tuples; raises its refusals, all at once."""
    faults: list[Fault] = []
    cleaned = _value(value, (), faults)
    if faults:
        raise reject_parts(faults) if faults[0][0] else faults[0][1]
    return cleaned


def _value(value: Any, path: Path, faults: list[Fault]) -> Any:
    if isinstance(value, str):
        text = text_rules.cleaned(value)
        fault = text_rules.find_fault(text, TEXT_LENGTH, several_lines=True) if text else None
        if fault is not None:
            faults.append((path, fault))
        return text
    if isinstance(value, (bool, datetime.date, datetime.time)):
        return value
    if isinstance(value, (int, float, Decimal)) and -_LARGEST < value < _LARGEST:
        return value
    if isinstance(value, (list, tuple, dict)):
        if len(path) == MOST_DEPTH:
            faults.append((path, reject(msg("lists or tables are nested too deeply"))))
            return None
        if len(value) > MOST_ITEMS:
            refusal = reject(msg("this list is too long: at most {limit}", limit=MOST_ITEMS))
            faults.append((path, refusal))
            return None
        if isinstance(value, dict):
            faults.extend(((*path, key), fault) for key, fault in _strange_languages(value))
            return {key: _value(inner, (*path, key), faults) for key, inner in value.items()}
        return tuple(_value(inner, (*path, index), faults) for index, inner in enumerate(value))
    if isinstance(value, (int, float, Decimal)):
        unwritable = msg("the number {found} cannot be written out", found=shown(value))
        faults.append((path, reject(unwritable)))
    else:
        refusal = reject(
            msg("this is no text, number, date, list or table: {found}", found=shown(value))
        )
        faults.append((path, refusal))
    return None


def _strange_languages(table: dict[str, Any]) -> list[tuple[str, PydanticCustomError]]:
    """A table with some languages for its keys is meant as one by language; so all must be."""
    if not any(key in LANGUAGES for key in table):
        return []
    return [
        (
            key,
            reject(
                msg("'{found}' is not a language of creativekit", found=shown(key)),
                LANGUAGES,
                nearest(key, LANGUAGES),
            ),
        )
        for key in table
        if key not in LANGUAGES
    ]
