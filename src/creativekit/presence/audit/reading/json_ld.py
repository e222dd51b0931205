"""JSON-LD of a page, read for what it says of an organisation and no further.

JSON-LD 1.1 (W3C, 2020) may nest, list types, and put things side by side in @graph; contexts are
taken for schema.org's, for nothing is fetched to expand them. What strangers write is bounded in
size, depth and number; what is not JSON is counted and otherwise passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

MOST_CHARACTERS = 512_000
MOST_THINGS = 2_000
MOST_DEPTH = 24
MOST_VALUES = 200
VALUE_KEPT = 500

# Wrappers from the time of XHTML, and what some builders leave after the last brace.
_WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_SCHEMA = re.compile(r"^(?:https?://schema\.org/|schema:)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Thing:
    """One described thing: its types without schema.org's address, and what is said of it.

    An object as a value (an address, a place) is said by its own texts, joined with commas.
    """

    types: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]

    def said(self, name: str) -> tuple[str, ...]:
        """What is said of one property; empty when nothing is."""
        return self.values.get(name, ())


@dataclass(frozen=True, slots=True)
class JsonLd:
    """All things of a page, outer before inner. broken: how many scripts are not JSON."""

    things: tuple[Thing, ...] = ()
    broken: int = 0


def things(scripts: Iterable[str]) -> JsonLd:
    """Reads the texts of <script type="application/ld+json">. Never raises."""
    found: list[Thing] = []
    broken = 0
    left = MOST_CHARACTERS
    for script in scripts:
        text = _WRAPPED.sub("", _WRAPPED.sub("", script, 1), 1).strip().rstrip(";").strip("\ufeff")
        if not text:
            continue
        if len(text) > left:
            break
        left -= len(text)
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            broken += 1
            continue
        for thing in _objects(value):
            if len(found) >= MOST_THINGS:
                return JsonLd(tuple(found), broken)
            found.append(_thing(thing))
    return JsonLd(tuple(found), broken)


def _objects(value: object) -> Iterator[Mapping[str, object]]:
    """Every object in a value, breadth first, without recursion."""
    row: list[object] = [value]
    for _ in range(MOST_DEPTH):
        inner: list[object] = []
        for item in row:
            if isinstance(item, dict):
                yield item
                inner.extend(item.values())
            elif isinstance(item, list):
                inner.extend(item)
        if not inner:
            return
        row = inner


def _thing(value: Mapping[str, object]) -> Thing:
    kinds = value.get("@type", ())
    listed = kinds if isinstance(kinds, list) else [kinds]
    types = tuple(_SCHEMA.sub("", kind)[:VALUE_KEPT] for kind in listed if isinstance(kind, str))
    said = {
        _SCHEMA.sub("", key)[:VALUE_KEPT]: texts
        for key, item in list(value.items())[:MOST_VALUES]
        if not key.startswith("@") and (texts := tuple(_texts(item)))
    }
    return Thing(types[:MOST_VALUES], said)


def _texts(value: object) -> Iterator[str]:
    for item in (value if isinstance(value, list) else [value])[:MOST_VALUES]:
        text = _text(item)
        if text:
            yield text


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()[:VALUE_KEPT]
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return repr(value)[:VALUE_KEPT]
    if isinstance(value, dict):
        inner = [
            item.get("name", "") if isinstance(item, dict) else item
            for key, item in list(value.items())[:MOST_VALUES]
            if not key.startswith("@") or key in ("@value", "@id")
        ]
        return ", ".join(t.strip() for t in inner if isinstance(t, str) and t.strip())[:VALUE_KEPT]
    return ""
