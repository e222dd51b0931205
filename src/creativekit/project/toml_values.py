"""Values as TOML writes them."""

from __future__ import annotations

import tomlkit

Value = str | int | float | bool | list["Value"] | dict[str, "Value"]


def toml(value: Value) -> str:
    """`value` as TOML on one line: text in quotes with everything in it escaped."""
    if isinstance(value, dict):
        pairs = (f"{toml_key(key)} = {toml(inner)}" for key, inner in value.items())
        return "{ " + ", ".join(pairs) + " }" if value else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return tomlkit.item(value).as_string()


def toml_key(name: str) -> str:
    """A key, in quotes where it needs them."""
    return tomlkit.key(name).as_string()
