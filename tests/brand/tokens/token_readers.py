"""Readers of every token format, none of them ours where somebody else has written one.

Each gives flat names (`color-primary-600`) or swatch names with hexes, so that formats can be
compared with the list of tokens and with each other.
"""

from __future__ import annotations

import json
import re
import struct
import tempfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import sass
import swatch
import tinycss2
from PIL import GimpPaletteFile

ROOT, PREFERS_DARK = ":root", "@media (prefers-color-scheme: dark) :root"
LIGHT, DARK = '[data-theme="light"]', '[data-theme="dark"]'


def css(text: str) -> dict[str, dict[str, str]]:
    """Custom properties by selector, as tinycss2 reads them; an error in the sheet is raised."""
    found: dict[str, dict[str, str]] = {}
    _rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), "", found)
    return found


def _rules(rules: list[Any], prefix: str, found: dict[str, dict[str, str]]) -> None:
    for rule in rules:
        if rule.type == "error":
            raise ValueError(rule.message)
        if rule.type == "at-rule" and rule.at_keyword in ("charset", "property", "layer"):
            continue
        head = tinycss2.serialize(rule.prelude).strip()
        if rule.type == "at-rule" and rule.at_keyword == "media":
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            _rules(inner, f"@media {head} ", found)
            continue
        selector = f"@{rule.at_keyword} {head}" if rule.type == "at-rule" else head
        declared = found.setdefault(prefix + selector, {})
        for item in tinycss2.parse_declaration_list(
            rule.content, skip_comments=True, skip_whitespace=True
        ):
            if item.type == "error":
                raise ValueError(item.message)
            if item.type == "declaration" and item.name.startswith("--"):
                declared[item.name[2:]] = tinycss2.serialize(item.value).strip()


def css_strings(value: str) -> list[str]:
    """The strings and keywords of a font-family list, unescaped by tinycss2."""
    parsed = tinycss2.parse_component_value_list(value, skip_comments=True)
    return [part.value for part in parsed if part.type in ("string", "ident")]


def scss(text: str, names: list[str], roles: list[str]) -> dict[str, dict[str, str]]:
    """Variables and both maps, compiled by libsass into custom properties and read as CSS."""
    lines = [f"  --{name}: #{{inspect(${name})}};" for name in names]
    page = [text, ":root {", *lines, "}"]
    for mode in ("light", "dark"):
        page.append(f'[data-theme="{mode}"] {{')
        page += [f'  --color-{role}: #{{map-get($colors-{mode}, "{role}")}};' for role in roles]
        page.append("}")
    return css(sass.compile(string="\n".join(page)))


def ase(data: bytes) -> dict[str, str]:
    """Swatch names and hexes, by the swatch package."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.ase"
        path.write_bytes(data)
        groups = swatch.parse(str(path))
    return {
        entry["name"]: _hex(*(round(value * 255) for value in entry["data"]["values"]))
        for group in groups
        for entry in group["swatches"]
    }


def aco(data: bytes) -> tuple[list[str], dict[str, str]]:
    """Version 1's hexes and version 2's names and hexes; ValueError for a byte too many or few."""
    version, count = struct.unpack_from(">HH", data, 0)
    if version != 1:
        raise ValueError(f"version {version} where 1 stands first")
    offset = 4
    first = []
    for _ in range(count):
        first.append(_aco_color(data, offset))
        offset += 10
    version, again = struct.unpack_from(">HH", data, offset)
    if (version, again) != (2, count):
        raise ValueError("version 2 does not repeat version 1")
    offset += 4
    named = {}
    for _ in range(count):
        color = _aco_color(data, offset)
        (length,) = struct.unpack_from(">I", data, offset + 10)
        raw = data[offset + 14 : offset + 14 + 2 * length]
        if len(raw) != 2 * length or raw[-2:] != b"\0\0":
            raise ValueError("a name does not end in NUL")
        named[raw[:-2].decode("utf-16-be")] = color
        offset += 14 + 2 * length
    if offset != len(data):
        raise ValueError("bytes after the end")
    return first, named


def _aco_color(data: bytes, offset: int) -> str:
    space, red, green, blue, last = struct.unpack_from(">5H", data, offset)
    if (space, last) != (0, 0):
        raise ValueError("not RGB")
    return _hex(red >> 8, green >> 8, blue >> 8)


def gpl(data: bytes) -> dict[str, str]:
    """Names and hexes; the numbers are checked against Pillow's own reader."""
    lines = data.decode("utf-8").splitlines()
    if lines[0] != "GIMP Palette" or not lines[1].startswith("Name: "):
        raise ValueError("not a GIMP palette")
    if max(len(one.encode()) for one in lines) >= 100:
        raise ValueError("a line too long for some readers")
    found = {}
    for one in lines[2:]:
        if one.startswith(("#", "Columns:")):
            continue
        match = re.fullmatch(r" *(\d+) +(\d+) +(\d+)\t(.+)", one)
        if match is None:
            raise ValueError(f"not an entry: {one!r}")
        found[match[4]] = _hex(*map(int, match.groups()[:3]))
    palette = GimpPaletteFile.GimpPaletteFile.frombytes(data).getpalette()[0]
    theirs = [_hex(*palette[index : index + 3]) for index in range(0, len(palette), 3)]
    if theirs != list(found.values()):
        raise ValueError("Pillow reads other colours")
    return found


def soc(data: bytes) -> dict[str, str]:
    """Names and hexes of the draw:color entries, by the standard library's XML reader."""
    root = ElementTree.fromstring(data)
    if root.tag != "{http://openoffice.org/2004/office}color-table":
        raise ValueError(f"not a colour table: {root.tag}")
    draw = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
    if any(entry.tag != f"{draw}color" for entry in root):
        raise ValueError("something else among the colours")
    return {entry.attrib[f"{draw}name"]: entry.attrib[f"{draw}color"] for entry in root}


def dtcg(data: bytes) -> dict[str, dict[str, Any]]:
    """Every token of a DTCG file by dotted path: its $type, $value and $description."""
    found: dict[str, dict[str, Any]] = {}

    def walk(group: dict[str, Any], path: tuple[str, ...]) -> None:
        for key, entry in group.items():
            if key.startswith("$"):
                continue
            if "$value" in entry:
                found[".".join((*path, key))] = entry
            else:
                walk(entry, (*path, key))

    walk(json.loads(data), ())
    return found


def _hex(red: int, green: int, blue: int) -> str:
    return f"#{red:02x}{green:02x}{blue:02x}"
