"""Tokens as CSS declarations: what the CSS, SCSS and Tailwind exports share.

Names are Tailwind's (v4): `--color-*`, `--font-*`, `--font-weight-*`, and `--text-*` with
`--text-*--line-height`, `--letter-spacing` and `--font-weight`, so that one name means one thing
in all three. Sizes are rem, so that a reader's own text size counts.

Values come from people (a family from a font file, a brand's name), so strings are escaped as CSS
Syntax 3, section 4.3.7 reads them, and a remark keeps letters, digits and quiet punctuation only:
nothing in it can end a comment, a style element, or start a Sass interpolation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from creativekit.brand.tokens.model import BASE_SIZE, Token, Tokens, TypeStyle, Value

_GENERIC = ("serif", "sans-serif", "monospace", "cursive", "system-ui")
_QUIET = " .,'’«»–—&+!?()"


def steady(tokens: Tokens) -> Iterator[tuple[str, str]]:
    """Name (without the leading hyphens) and value of what is the same in every theme."""
    for token in tokens:
        if not token.themed:
            yield from _declared(token, token.light)


def themed(tokens: Tokens, mode: Literal["light", "dark"]) -> Iterator[tuple[str, str]]:
    """Name and value of the roles of one theme."""
    for token in tokens:
        if token.themed:
            yield from _declared(token, token.light if mode == "light" else token.dark)


def remark(text: str) -> str:
    """`text` as it may stand in a comment, one line, at most 80 characters."""
    kept = "".join(char if char.isalnum() or char in _QUIET else " " for char in text)
    return " ".join(kept.split())[:80]


def family_list(families: Iterable[str]) -> str:
    """A CSS font-family list; generic families stay keywords."""
    return ", ".join(name if name in _GENERIC else string(name) for name in families)


def string(text: str) -> str:
    """A CSS string in double quotes, safe in Sass and inside a style element too."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(char: str) -> str:
    if char == "\0":
        return "\ufffd"
    if char < " " or char in '"\\<>#\x7f':
        return f"\\{ord(char):x} "
    return char


def rem(px: float) -> str:
    return f"{_number(px / BASE_SIZE)}rem"


def _declared(token: Token, value: Value) -> Iterator[tuple[str, str]]:
    if isinstance(value, TypeStyle):
        yield token.name, rem(value.size.px)
        yield f"{token.name}--line-height", _number(value.line_height)
        yield f"{token.name}--letter-spacing", f"{_number(value.tracking)}em"
        yield f"{token.name}--font-weight", str(value.weight)
    elif isinstance(value, tuple):
        yield token.name, family_list(value)
    else:
        yield token.name, str(value)


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
