"""Changes to creativekit.toml that keep everything the person wrote around them.

tomlkit edits the text in place, so comments, order, quoting and blank lines stay; line endings and
a byte order mark are put back as they were. Only a new key of a section is put in by hand, behind
the section's last one: tomlkit puts it behind the comment that introduces the next section. What
comes out is read again with `tomllib` and must hold the old values with only the asked change: a
file that a person wrote by hand is never risked. These functions return text; only `press` writes
files. A text that is not TOML is an InputError.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Item

from creativekit.errors import OutputError, msg
from creativekit.project.config_file import values_of
from creativekit.project.toml_positions import section_ends

Value = str | int | float | bool | list["Value"] | dict[str, "Value"]

_MARK = "\ufeff"


def set_value(text: str, dotted_key: str, value: Value) -> str:
    """`text` with `value` under `dotted_key` (`brand.style`), put in or put in its place.

    A table becomes an inline one, except that a table under a key without a dot is a section. What
    stands between the root and the key and is not a table gives way to one. Raises OutputError when
    the change cannot be made without touching something else.
    """

    def change_values(values: dict[str, Any]) -> None:
        table, last = _descend(values, dotted_key, dict)
        table[last] = value

    def change_text(body: str) -> str:
        *section, last = dotted_key.split(".")
        end = section_ends(body).get(tuple(section))
        if end is not None and not _holds(values_of(body), dotted_key):
            line = f"{tomlkit.key(last).as_string()} = {toml(value)}"
            end = body.find("\n", end)
            return f"{body}\n{line}" if end < 0 else f"{body[:end]}\n{line}{body[end:]}"
        document = tomlkit.parse(body)
        table, last = _descend(document, dotted_key, tomlkit.inline_table)
        is_section = not section and isinstance(value, dict)
        table[last] = _section(value) if is_section else _item(value)
        return tomlkit.dumps(document)

    return _edit(text, change_values, change_text)


def set_values(text: str, values: Mapping[str, Value]) -> str:
    """`text` with every value of `values` under its dotted key, in their order."""
    for dotted_key, value in values.items():
        text = set_value(text, dotted_key, value)
    return text


def remove_value(text: str, dotted_key: str) -> str:
    """`text` without `dotted_key`; as it was when the key is not there. Raises as `set_value`."""

    def take_out(values: Any) -> None:
        *parents, last = dotted_key.split(".")
        if _holds(values, dotted_key):
            for part in parents:
                values = values[part]
            del values[last]

    def change_text(body: str) -> str:
        document = tomlkit.parse(body)
        take_out(document)
        return tomlkit.dumps(document)

    return _edit(text, take_out, change_text)


def toml(value: Value) -> str:
    """`value` as TOML on one line: text in quotes with everything in it escaped."""
    if isinstance(value, dict):
        pairs = (f"{tomlkit.key(key).as_string()} = {toml(inner)}" for key, inner in value.items())
        return "{ " + ", ".join(pairs) + " }" if value else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return tomlkit.item(value).as_string()


def _edit(
    text: str, change_values: Callable[[dict[str, Any]], None], change_text: Callable[[str], str]
) -> str:
    mark = _MARK if text.startswith(_MARK) else ""
    body = text.removeprefix(_MARK)
    windows = "\r\n" in body
    body = body.replace("\r\n", "\n")
    expected = values_of(body)
    change_values(expected)
    try:
        changed = change_text(body)
        right = tomllib.loads(changed) == expected
    except (TOMLKitError, ValueError, TypeError, KeyError):
        right = False
    if not right:
        raise OutputError(
            msg("this change cannot be written into the config safely; please make it by hand")
        )
    return mark + (changed.replace("\n", "\r\n") if windows else changed)


def _holds(values: Any, dotted_key: str) -> bool:
    for part in dotted_key.split("."):
        if not isinstance(values, dict) or part not in values:
            return False
        values = values[part]
    return True


def _descend(table: Any, dotted_key: str, empty: Callable[[], Any]) -> tuple[Any, str]:
    *parents, last = dotted_key.split(".")
    for depth, part in enumerate(parents):
        if part not in table or not isinstance(table[part], dict):
            table[part] = tomlkit.table() if depth == 0 and empty is not dict else empty()
        table = table[part]
    return table, last


def _item(value: Value) -> Item:
    return tomlkit.value(toml(value))


def _section(value: Value) -> Item:
    table = tomlkit.table()
    assert isinstance(value, dict)
    for key, inner in value.items():
        table[key] = _item(inner)
    return table
