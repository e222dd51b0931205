"""CSS custom properties: light, dark, and the reader's own preference.

The system's preference (`prefers-color-scheme`, Media Queries 5) decides unless the page says
otherwise with `data-theme="light"` or `"dark"` on any element; `color-scheme` brings form controls
and scroll bars along.
"""

from __future__ import annotations

from collections.abc import Iterable

from creativekit.brand.tokens.declarations import remark, steady, themed
from creativekit.brand.tokens.model import Tokens

FILE = "tokens.css"


def css(tokens: Tokens) -> str:
    """The style sheet."""
    light, dark = tuple(themed(tokens, "light")), tuple(themed(tokens, "dark"))
    return "\n".join(
        (
            f"/* {remark(tokens.brand) or 'Design tokens'} */",
            block(":root", (*_scheme("light"), *_properties((*steady(tokens), *light)))),
            "",
            "@media (prefers-color-scheme: dark) {",
            block(":root", (*_scheme("dark"), *_properties(dark)), "  "),
            "}",
            "",
            block('[data-theme="light"]', (*_scheme("light"), *_properties(light))),
            "",
            block('[data-theme="dark"]', (*_scheme("dark"), *_properties(dark))),
            "",
        )
    )


def block(selector: str, lines: Iterable[str], indent: str = "") -> str:
    """A rule with one declaration a line."""
    body = "\n".join(f"{indent}  {line}" for line in lines)
    return f"{indent}{selector} {{\n{body}\n{indent}}}"


def _properties(declarations: Iterable[tuple[str, str]]) -> list[str]:
    return [f"--{name}: {value};" for name, value in declarations]


def _scheme(mode: str) -> list[str]:
    return [f"color-scheme: {mode};"]
