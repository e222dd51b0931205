"""What a template's fields hold when it is shown: `[sample.kk]`, `[sample.ru]`, `[sample.en]`.

A sample is read as strictly as a post: every required field is there, and each value is one that
its field takes. Pictures are named by what the drawn sample shows ("sample:dark"), never by a path.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from creativekit.errors import msg, nearest
from creativekit.identity.template_table import Table
from creativekit.project import day_text, text_rules
from creativekit.project.localized import LANGUAGES
from creativekit.project.rejection import shown
from creativekit.social.sample_pictures import NAMES, PREFIX
from creativekit.social.template import Field, FieldType
from creativekit.social.template_keys import MOST_CHARACTERS, MOST_PICTURES, MOST_ROWS
from creativekit.social.template_references import plain

_LARGEST = 10**15  # more is no price, and Python refuses to write what has thousands of digits

_PICTURES = tuple(f"{PREFIX}{name}" for name in NAMES)

Samples = Mapping[str, Mapping[str, object]]


def samples(top: Table, fields: Mapping[str, Field]) -> Samples:
    """By language in the order kk, ru, en, and by field in the order of the fields."""
    table = top.table("sample")
    found = {language: _sample(table, language, fields) for language in LANGUAGES}
    table.close()
    return {language: values for language, values in found.items() if values}


def _sample(table: Table, language: str, fields: Mapping[str, Field]) -> dict[str, object]:
    if language not in table:
        table.take(language)
        return {}
    sample = table.table(language)
    if not isinstance(table.values[language], dict):
        return {}
    meant = set()
    for name in sample.values:
        if name not in fields:
            near = nearest(name, fields)
            message = msg("there is no field '{name}'", name=shown(name))
            sample.report(name, message, tuple(fields), near)
            meant.add(near)
    found: dict[str, object] = {}
    for name, field in fields.items():
        if name in sample:
            found[name] = _READERS[field.type](sample, field, sample.take(name))
        elif field.required and name not in meant:
            message = msg("the sample lacks '{name}', which is required", name=name)
            table.report(language, message)
    return found


def _text(sample: Table, field: Field, value: Any, *path: int | str) -> str:
    limit = MOST_CHARACTERS if field.most is None or path else field.most
    return plain(sample, field.name, value, limit, *path)


def _price(sample: Table, field: Field, value: Any, *path: int | str) -> object:
    """A number, to be written as money, or words such as "from 500 ₸"."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if abs(value) < _LARGEST:
            return value
        place = (*sample.key, field.name, *path)
        sample.sheet.report(place, msg("'{found}' cannot be used here", found=shown(value)))
        return 0
    return plain(sample, field.name, value, text_rules.LINE_LENGTH, *path)


def _date(sample: Table, field: Field, value: Any) -> object:
    """A date of TOML's own, or words such as "every Tuesday"."""
    if isinstance(value, datetime.datetime):
        return day_text.local(value)
    return value if isinstance(value, datetime.date) else _text(sample, field, value)


def _time(sample: Table, field: Field, value: Any) -> object:
    return value if isinstance(value, datetime.time) else _text(sample, field, value)


def _lines(sample: Table, field: Field, value: Any) -> tuple[str, ...]:
    if not _is_list(sample, field, value, MOST_ROWS):
        return ()
    return tuple(_text(sample, field, each, place) for place, each in enumerate(value))


def _items(sample: Table, field: Field, value: Any) -> tuple[tuple[str, object], ...]:
    if not _is_list(sample, field, value, MOST_ROWS):
        return ()
    found = []
    label: str | int
    amount: str | int
    for place, row in enumerate(value):
        if isinstance(row, dict) and set(row) == {"label", "value"}:
            label, amount = "label", "value"
        elif isinstance(row, list) and len(row) == 2:
            label, amount = 0, 1
        else:
            message = msg('a row is a label and a value, ["…", "…"], not {found}', found=shown(row))
            sample.report(field.name, message, (), None, place)
            continue
        found.append(
            (
                _text(sample, field, row[label], place, label),
                _price(sample, field, row[amount], place, amount),
            )
        )
    return tuple(found)


def _image(sample: Table, field: Field, value: Any) -> str:
    return sample.word(value, _PICTURES, field.name)


def _images(sample: Table, field: Field, value: Any) -> tuple[str, ...]:
    if not _is_list(sample, field, value, MOST_PICTURES):
        return ()
    return tuple(
        sample.word(each, _PICTURES, field.name, place) for place, each in enumerate(value)
    )


def _is_list(sample: Table, field: Field, value: Any, most: int) -> bool:
    return sample.is_list(value, field.name, field.least or 1, field.most or most)


_READERS: Mapping[FieldType, Callable[[Table, Field, Any], object]] = {
    "text": _text,
    "price": _price,
    "date": _date,
    "time": _time,
    "lines": _lines,
    "items": _items,
    "image": _image,
    "images": _images,
}
