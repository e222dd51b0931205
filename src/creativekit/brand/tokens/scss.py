"""SCSS: a variable for each steady token, and a map of roles for each theme.

A role's value depends on the theme, so it is looked up: `map-get($colors-dark, "surface")`. Map
keys are quoted, because an unquoted `info` is a name and an unquoted `red` a colour to Sass.
"""

from __future__ import annotations

from collections.abc import Iterable

from creativekit.brand.tokens.declarations import remark, steady, themed
from creativekit.brand.tokens.model import Tokens

FILE = "_tokens.scss"


def scss(tokens: Tokens) -> str:
    """The partial; it emits no CSS by itself."""
    return "\n".join(
        (
            f"// {remark(tokens.brand) or 'Design tokens'}",
            *(f"${name}: {value};" for name, value in steady(tokens)),
            "",
            _map("colors-light", themed(tokens, "light")),
            _map("colors-dark", themed(tokens, "dark")),
            "",
        )
    )


def _map(name: str, declarations: Iterable[tuple[str, str]]) -> str:
    lines = (f'  "{key.removeprefix("color-")}": {value},' for key, value in declarations)
    return f"${name}: (\n" + "\n".join(lines) + "\n);"
