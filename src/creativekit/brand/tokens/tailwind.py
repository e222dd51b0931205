"""Tailwind CSS v4: a theme to import after `@import "tailwindcss"`.

https://tailwindcss.com/docs/theme. `static` makes Tailwind write every variable, used or not, so
that the brand's colours are there for plain CSS as well. The light roles are the theme's values;
the dark ones lie over them outside of any layer, which in the cascade wins over Tailwind's theme
layer.
"""

from __future__ import annotations

from creativekit.brand.tokens.css import block
from creativekit.brand.tokens.declarations import remark, steady, themed
from creativekit.brand.tokens.model import Tokens

FILE = "tailwind.css"


def tailwind(tokens: Tokens) -> str:
    """The theme file."""
    light = [f"--{name}: {value};" for name, value in themed(tokens, "light")]
    dark = [f"--{name}: {value};" for name, value in themed(tokens, "dark")]
    fixed = [f"--{name}: {value};" for name, value in steady(tokens)]
    return "\n".join(
        (
            f"/* {remark(tokens.brand) or 'Design tokens'} */",
            block("@theme static", (*fixed, *light)),
            "",
            "@media (prefers-color-scheme: dark) {",
            block(":root", ("color-scheme: dark;", *dark), "  "),
            "}",
            "",
            block('[data-theme="light"]', ("color-scheme: light;", *light)),
            "",
            block('[data-theme="dark"]', ("color-scheme: dark;", *dark)),
            "",
        )
    )
