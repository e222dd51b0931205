"""What a sanitized SVG says about colour, line and visibility, worked out for each element.

Presentation attributes, then rules of <style> by specificity, then the style attribute (SVG 2,
§ 6.4 and § 6.6). Selectors are those that drawing programs write: an element, a class, an id, `*`,
and lists of them. `Complex` is raised for what a Scene cannot carry; the caller has a renderer for
such drawings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from PIL import ImageColor

from creativekit.canvas.svg_sanitizer import Element

INHERITED = {
    "fill": "black",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    "stroke": "none",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "clip-rule": "nonzero",
    "color": "black",
    "visibility": "visible",
    "paint-order": "normal",
}
OWN = {
    "opacity": "1",
    "display": "inline",
    "clip-path": "none",
    "mask": "none",
    "filter": "none",
    "marker-start": "none",
    "marker-mid": "none",
    "marker-end": "none",
    "marker": "none",
    "mix-blend-mode": "normal",
    "vector-effect": "none",
    "stop-color": "black",
    "stop-opacity": "1",
    "transform": "",
}
_NAMES = INHERITED.keys() | OWN.keys()
_SELECTOR = re.compile(r"(?:(?P<element>[A-Za-z]+)|\*)?(?P<mark>[.#][\w-]+)?")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_LENGTH = re.compile(
    r"([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|q|em|ex|%)?",
    re.IGNORECASE,
)
_UNITS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
    "q": 96 / 101.6,
    "em": 16.0,
    "ex": 8.0,
}


class Complex(Exception):
    """The drawing has something that a Scene cannot carry."""


class Sheet:
    """The <style> rules of a drawing."""

    def __init__(self, elements: Iterable[Element]) -> None:
        rules: list[tuple[int, int, str, dict[str, str]]] = []
        for element in elements:
            if element.name != "style":
                continue
            for selectors, body in _RULE.findall(element.text):
                for selector in selectors.split(","):
                    found = _SELECTOR.fullmatch(selector.strip())
                    if found is None:
                        raise Complex(selector)
                    mark = found["mark"] or ""
                    weight = 100 if mark[:1] == "#" else 10 if mark else 0
                    weight += bool(found["element"])
                    rules.append((weight, len(rules), selector.strip(), declarations(body)))
        self._rules = sorted(rules, key=lambda rule: rule[:2])

    def of(self, element: Element, parent: Mapping[str, str]) -> dict[str, str]:
        """The element's properties; `parent` has those that it may inherit."""
        said = {name: value for name, value in element.attributes.items() if name in _NAMES}
        last: dict[str, str] = {}
        for _, _, selector, body in self._rules:
            if _matches(selector, element):
                for name, value in body.items():
                    (last if "!important" in value else said)[name] = value
        said.update(declarations(element.attributes.get("style", "")))
        said.update(last)
        style = {name: parent.get(name, default) for name, default in INHERITED.items()}
        style.update(OWN)
        for name, value in said.items():
            value = value.replace("!important", "").strip()
            if name not in style or not value:
                continue
            if value == "inherit":
                style[name] = parent.get(name, style[name])
            elif value not in ("initial", "unset"):
                style[name] = value
        return style


def declarations(body: str) -> dict[str, str]:
    """`a: b; c: d` as a mapping; the last of a name wins."""
    pairs = (part.partition(":") for part in body.split(";"))
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}


def color(text: str, current: str = "black") -> tuple[str, float] | None:
    """A CSS colour as (`#rrggbb`, opacity); None for `none`. Raises Complex for no colour."""
    text = text.strip()
    if text.lower() == "none":
        return None
    if text.lower() == "currentcolor":
        return color(current, "black")
    if text.lower() == "transparent":
        return "#000000", 0.0
    # CSS Color 4 lets rgb() have an alpha and spaces instead of commas; Pillow wants CSS 3.
    parts = re.fullmatch(r"(rgb|hsl)a?\((.*)\)", text, re.IGNORECASE)
    opacity = 1.0
    if parts:
        values = [value for value in re.split(r"[\s,/]+", parts[2].strip()) if value]
        if len(values) == 4:
            opacity = fraction(values.pop())
        text = f"{parts[1]}({','.join(values)})"
    try:
        red, green, blue, *alpha = ImageColor.getrgb(text)
    except ValueError:
        raise Complex(text) from None
    if alpha:
        opacity = alpha[0] / 255
    return f"#{red:02x}{green:02x}{blue:02x}", opacity


def fraction(text: str) -> float:
    """A number 0–1 or a percentage, clamped."""
    text = text.strip()
    try:
        value = float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        raise Complex(text) from None
    return min(1.0, max(0.0, value))


def length(text: str, whole: float) -> float:
    """A length in px; `whole` is what a percentage is of. Raises Complex for none."""
    found = _LENGTH.fullmatch(text.strip())
    if found is None:
        raise Complex(text)
    value, unit = float(found[1]), (found[2] or "").lower()
    value *= whole / 100 if unit == "%" else _UNITS[unit]
    if not abs(value) < 1e9:
        raise Complex(text)
    return value


def _matches(selector: str, element: Element) -> bool:
    found = _SELECTOR.fullmatch(selector)
    if found is None or found["element"] not in (None, element.name):
        return False
    mark = found["mark"]
    if mark is None:
        return True
    if mark[0] == "#":
        return element.attributes.get("id") == mark[1:]
    return mark[1:] in element.attributes.get("class", "").split()
