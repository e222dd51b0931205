"""Swatches: the colours as palette files of drawing programs list them, in groups with names.

A name says where the colour belongs and, where it has one, what it is called: `accent · Күн`.
Names are unique, because LibreOffice keeps one colour a name; control characters are dropped,
because some of these formats are lines of text and XML forbids them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from creativekit.brand.tokens.model import Tokens

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Swatch:
    """A named colour (`#rrggbb`, lower case) and the group it is listed in."""

    group: str
    name: str
    hex: str


def swatches(tokens: Tokens) -> tuple[Swatch, ...]:
    """All colours: the base, the light roles, the dark roles, the ramps."""
    return tuple(_listed(tokens))


def _listed(tokens: Tokens) -> Iterator[Swatch]:
    colors = tokens.of_type("color")
    for token in colors:
        if not token.themed and token.path[1] == "base":
            yield Swatch("base", _named("base", token.remark), str(token.light).lower())
    for token in colors:
        if token.themed:
            name = _named(f"light {token.path[-1]}", token.remark)
            yield Swatch("light", name, str(token.light))
    for token in colors:
        if token.themed:
            name = _named(f"dark {token.path[-1]}", token.dark_remark)
            yield Swatch("dark", name, str(token.dark))
    for token in colors:
        if token.path[1] == "ramp":
            yield Swatch(token.path[2], f"{token.path[2]} {token.path[3]}", str(token.light))


def _named(name: str, remark: str) -> str:
    called = line(remark)
    return f"{name} · {called}" if called else name


def line(text: str) -> str:
    """`text` on one line, without control characters, cut to what every format holds."""
    kept = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(kept.split())[:_LONGEST].rstrip()
