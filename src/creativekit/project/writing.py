"""Changes to creativekit.toml that keep everything the person wrote around them.

tomlkit edits the text in place, so comments, order, quoting and blank lines stay; line endings and
a byte order mark are put back as they were. Only a new key of a section is put in by hand, behind
the section's last one: tomlkit puts it behind the comment that introduces the next section. What
comes out is read again with `tomllib` and must hold the old values with only the asked change: a
file that a person wrote by hand is never risked. What is within lists is not for tomlkit but for
`toml_edits`, under the same guarantee, and no comment may be missing. These functions return text;
only `press` writes files. A text that is not TOML is an InputError.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from copy import deepcopy
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Item

from creativekit.errors import OutputError, msg
from creativekit.project import toml_edits
from creativekit.project.config_file import values_of
from creativekit.project.toml_positions import Key, outline, section_ends
from creativekit.project.toml_values import Value, toml

__all__ = ["Value", "change", "remove_value", "set_value", "set_values", "toml"]

Path = tuple[str, ...]

_MARK = "\ufeff"


def set_value(text: str, dotted_key: str, value: Value) -> str:
    """`text` with `value` under `dotted_key` (`brand.style`), put in or put in its place.

    A table becomes an inline one, except that a table under a key without a dot is a section; for a
    section that is there already, it is put in key by key. What stands between the root and the key
    and is not a table gives way to one. Raises OutputError when the change cannot be made without
    touching something else.
    """
    return _set(text, tuple(dotted_key.split(".")), value)


def set_values(text: str, values: Mapping[str, Value]) -> str:
    """`text` with every value of `values` under its dotted key, in their order."""
    for dotted_key, value in values.items():
        text = set_value(text, dotted_key, value)
    return text


def remove_value(text: str, dotted_key: str) -> str:
    """`text` without `dotted_key`; as it was when the key is not there. Raises as `set_value`."""
    return _remove(text, tuple(dotted_key.split(".")))


def change(text: str, edits: Iterable[tuple[Key, Value | None]]) -> str:
    """`text` after each edit in turn: a value for a path, or None to take out what is there.

    Paths may lead through lists; a place behind a list's last one adds to it. Every comment stays.
    Raises OutputError when an edit cannot be made without touching something else, or when there is
    nothing to take out.
    """
    edits = tuple(edits)

    def change_values(values: dict[str, Any]) -> None:
        for path, value in edits:
            _change_value(values, path, value)

    def change_text(body: str) -> str:
        before = _comments(body)
        for path, value in edits:
            body = (
                toml_edits.drop(body, path) if value is None else toml_edits.put(body, path, value)
            )
        if before - _comments(body):
            raise toml_edits.Unwritable()
        return body

    taken_out = [path for path, value in edits if value is None]
    return _edit(text, change_values, change_text, taken_out)


def _change_value(values: Any, path: Key, value: Value | None) -> None:
    for place, part in enumerate(path[:-1]):
        if isinstance(values, dict) and part not in values:
            values[part] = [] if isinstance(path[place + 1], int) else {}
        values = values[part]
    last, value = path[-1], deepcopy(value)
    if value is None:
        del values[last]
    elif isinstance(values, list) and last == len(values):
        values.append(value)
    else:
        values[last] = value


def _without_empty(values: dict[str, Any], paths: Iterable[Key]) -> dict[str, Any]:
    """`values` without the tables and lists that hold nothing since these paths were taken out:
    one that only a header or a dotted key made is gone with its last value.
    """
    for path in paths:
        for depth in range(len(path) - 1, 0, -1):
            with suppress(LookupError, TypeError):
                holder: Any = _at(values, path[: depth - 1])
                if isinstance(holder, dict) and holder[path[depth - 1]] in ({}, []):
                    del holder[path[depth - 1]]
    return values


def _at(values: Any, path: Key) -> Any:
    for part in path:
        values = values[part]
    return values


def _comments(body: str) -> Counter[str]:
    return Counter(body[start:end] for start, end in outline(body).comments)


def _set(text: str, path: Path, value: Value) -> str:
    def change_values(values: dict[str, Any]) -> None:
        _table(values, path, dict)[path[-1]] = value

    def change_text(body: str) -> str:
        ends = section_ends(body)
        present = _found(values_of(body), path)
        end = ends.get(path[:-1])
        if isinstance(value, dict) and isinstance(present, dict) and path in ends:
            for key in [key for key in present if key not in value]:
                body = _remove(body, (*path, key))
            for key, inner in value.items():
                body = _set(body, (*path, key), inner)
            return body
        if present is None and end is not None:
            line = f"{tomlkit.key(path[-1]).as_string()} = {toml(value)}"
            end = body.find("\n", end)
            return f"{body}\n{line}" if end < 0 else f"{body[:end]}\n{line}{body[end:]}"
        document = tomlkit.parse(body)
        is_section = len(path) == 1 and isinstance(value, dict)
        item = _section(value) if is_section else tomlkit.value(toml(value))
        _table(document, path, tomlkit.inline_table)[path[-1]] = item
        return tomlkit.dumps(document)

    return _edit(text, change_values, change_text)


def _remove(text: str, path: Path) -> str:
    def take_out(values: Any) -> None:
        if _found(values, path) is not None:
            del _found(values, path[:-1])[path[-1]]

    def change_text(body: str) -> str:
        document = tomlkit.parse(body)
        take_out(document)
        return tomlkit.dumps(document)

    return _edit(text, take_out, change_text)


def _edit(
    text: str,
    change_values: Callable[[dict[str, Any]], None],
    change_text: Callable[[str], str],
    taken_out: Iterable[Key] = (),
) -> str:
    mark = _MARK if text.startswith(_MARK) else ""
    body = text.removeprefix(_MARK)
    windows = "\r\n" in body
    body = body.replace("\r\n", "\n")
    expected = values_of(body)
    try:
        change_values(expected)
        changed = change_text(body)
        found = _without_empty(tomllib.loads(changed), taken_out)
        right = found == _without_empty(expected, taken_out)
    except (TOMLKitError, ValueError, TypeError, LookupError):
        right = False
    if not right:
        raise OutputError(
            msg("this change cannot be written into the config safely; please make it by hand")
        )
    return mark + (changed.replace("\n", "\r\n") if windows else changed)


def _found(values: Any, path: Path) -> Any:
    """What stands under `path`, or None."""
    for part in path:
        if not isinstance(values, dict) or part not in values:
            return None
        values = values[part]
    return values


def _table(values: Any, path: Path, empty: Callable[[], Any]) -> Any:
    """The table that holds the last key of `path`, made where it is missing."""
    for depth, part in enumerate(path[:-1]):
        if part not in values or not isinstance(values[part], dict):
            values[part] = tomlkit.table() if depth == 0 and empty is not dict else empty()
        values = values[part]
    return values


def _section(value: Value) -> Item:
    table = tomlkit.table()
    assert isinstance(value, dict)
    for key, inner in value.items():
        table[key] = tomlkit.value(toml(inner))
    return table
