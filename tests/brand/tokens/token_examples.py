"""Brands to export: a plain one, and one whose every text is hostile."""

from __future__ import annotations

from creativekit.brand.tokens.model import Tokens, TypeTokens, tokens
from creativekit.color.palette import Scheme, palette

SCALE = {"caption": 12.0, "small": 14.0, "body": 16.0, "h3": 26.5, "h1": 47.5, "display": 84.0}

HOSTILE = (
    'Саз */ } </style> "студия" #{1+1} \\ ${x}\n@import url(//x); \x00\x1b[31m '
    "-->]]>&<b> \u202e\u2028 😀"
)


def brand() -> Tokens:
    typography = TypeTokens(
        heading_family="Cormorant",
        heading_weight=600,
        body_family="Montserrat",
        body_weight=400,
        scale=SCALE,
        heading_scale=1.34,
        heading_leading=1.04,
        heading_tracking=-0.015,
        heading_fallback="serif",
    )
    names = {"primary": "Арал көгі", "surface": "Құм", "accent": "Күн", "ink": "Түн"}
    return tokens(palette("#0A7E8C"), typography, "Саз студиясы", {"base": "Арал көгі", **names})


def hostile() -> Tokens:
    typography = TypeTokens(HOSTILE, 700, 'Font"; } body { color: red', 400, SCALE)
    names = {"primary": HOSTILE, "accent": "*/", "base": "\x00"}
    return tokens(palette("rgb(255, 216, 0)", Scheme(dark_first=True)), typography, HOSTILE, names)
