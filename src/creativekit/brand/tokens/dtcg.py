"""Design Tokens Community Group format 2025.10: token files, their resolver, and the older form.

https://www.designtokens.org/TR/2025.10/format/ and …/resolver/. A foundation that never changes,
one file for each theme, and a resolver that lays the chosen theme over it. Every token carries its
own $type, because tools that read one token at a time do not look upwards; dimensions are px, one
of the two units there are; a typography value has all of its five keys.

The older form, which many plugins still read, has colours as hex strings and dimensions as text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Literal

from creativekit.brand.tokens.model import Dimension, Token, Tokens, TypeStyle, Value
from creativekit.color.hex import channels

Theme = Literal["light", "dark"]

FORMAT_SCHEMA = "https://www.designtokens.org/schemas/2025.10/format.json"
RESOLVER_SCHEMA = "https://www.designtokens.org/schemas/2025.10/resolver.json"

FOUNDATION_FILE = "foundation.tokens.json"
THEME_FILES: dict[Theme, str] = {"light": "light.tokens.json", "dark": "dark.tokens.json"}
RESOLVER_FILE = "brand.resolver.json"
LEGACY_FILE = "tokens.legacy.json"


def foundation(tokens: Tokens) -> bytes:
    """What is the same in every theme: the base colour, the ramps, the typography."""
    steady = (token for token in tokens if not token.themed)
    return _json({"$schema": FORMAT_SCHEMA, **_tree(steady, "light")})


def theme(tokens: Tokens, mode: Theme) -> bytes:
    """The roles of one theme."""
    themed = (token for token in tokens if token.themed)
    return _json({"$schema": FORMAT_SCHEMA, **_tree(themed, mode)})


def resolver(tokens: Tokens) -> bytes:
    """The document that puts the files together; it lies beside them."""
    document: dict[str, Any] = {"$schema": RESOLVER_SCHEMA}
    if tokens.brand:
        document["name"] = tokens.brand
    document |= {
        "version": "2025.10",
        "sets": {"foundation": {"sources": [{"$ref": FOUNDATION_FILE}]}},
        "modifiers": {
            "theme": {
                "contexts": {mode: [{"$ref": file}] for mode, file in THEME_FILES.items()},
                "default": "dark" if tokens.dark_first else "light",
            }
        },
        "resolutionOrder": [{"$ref": "#/sets/foundation"}, {"$ref": "#/modifiers/theme"}],
    }
    return _json(document)


def legacy(tokens: Tokens) -> bytes:
    """Everything in one file, in the form from before 2025: hex strings, `16px`.

    The themes are groups at the top, `light` and `dark`, beside the foundation.
    """
    steady = [token for token in tokens if not token.themed]
    themed = [token for token in tokens if token.themed]
    return _json(
        {
            **_tree(steady, "light", old=True),
            "light": _tree(themed, "light", old=True),
            "dark": _tree(themed, "dark", old=True),
        }
    )


def _tree(tokens: Iterable[Token], mode: Theme, old: bool = False) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for token in tokens:
        group = root
        for part in token.path[:-1]:
            group = group.setdefault(part, {})
        value = token.light if mode == "light" else token.dark
        entry: dict[str, Any] = {
            "$type": token.type,
            "$value": _old_value(value) if old else _value(token, value),
        }
        remark = token.remark if mode == "light" else token.dark_remark
        if remark:
            entry["$description"] = remark
        group[token.path[-1]] = entry
    return root


def _value(token: Token, value: Value) -> Any:
    if token.type == "color":
        assert isinstance(value, str)
        return {
            "colorSpace": "srgb",
            "components": [_plain(round(channel / 255, 5)) for channel in channels(value)],
            "alpha": 1,
            "hex": value,
        }
    if isinstance(value, Dimension):
        return {"value": _plain(value.px), "unit": "px"}
    if isinstance(value, TypeStyle):
        return {
            "fontFamily": list(value.families),
            "fontSize": {"value": _plain(value.size.px), "unit": "px"},
            "fontWeight": value.weight,
            "letterSpacing": {"value": _plain(value.letter_spacing.px), "unit": "px"},
            "lineHeight": _plain(value.line_height),
        }
    return list(value) if isinstance(value, tuple) else value


def _old_value(value: Value) -> Any:
    if isinstance(value, Dimension):
        return f"{_plain(value.px)}px"
    if isinstance(value, TypeStyle):
        return {
            "fontFamily": list(value.families),
            "fontSize": f"{_plain(value.size.px)}px",
            "fontWeight": value.weight,
            "letterSpacing": f"{_plain(value.letter_spacing.px)}px",
            "lineHeight": _plain(value.line_height),
        }
    return list(value) if isinstance(value, tuple) else value


def _plain(number: float) -> float | int:
    """Without a decimal point where there is nothing behind it."""
    return int(number) if number == int(number) else number


def _json(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
