"""The rules of the Design Tokens format 2025.10 that our files meet, as JSON Schema.

Written from the published module texts and schemas: names, token and group shapes, and the value of
each type that we write. Stricter in one place: every token has a $type of its own.
"""

from __future__ import annotations

from typing import Any

_NAME = "^[^${}.][^{}.]*$"


def _object(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **(optional or {})},
        "additionalProperties": False,
    }


_COMPONENT = {"oneOf": [{"type": "number", "minimum": 0, "maximum": 1}, {"const": "none"}]}
_COLOR = _object(
    {
        "colorSpace": {"const": "srgb"},
        "components": {"type": "array", "items": _COMPONENT, "minItems": 3, "maxItems": 3},
    },
    {
        "alpha": {"type": "number", "minimum": 0, "maximum": 1},
        "hex": {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"},
    },
)
_DIMENSION = _object({"value": {"type": "number"}, "unit": {"enum": ["px", "rem"]}})
_FAMILY = {
    "oneOf": [
        {"type": "string"},
        {"type": "array", "items": {"type": "string"}, "minItems": 1},
    ]
}
_WEIGHT = {"type": "number", "minimum": 1, "maximum": 1000}
_NUMBER = {"type": "number"}
_TYPOGRAPHY = _object(
    {
        "fontFamily": _FAMILY,
        "fontSize": _DIMENSION,
        "fontWeight": _WEIGHT,
        "letterSpacing": _DIMENSION,
        "lineHeight": _NUMBER,
    }
)
_VALUES = {
    "color": _COLOR,
    "dimension": _DIMENSION,
    "fontFamily": _FAMILY,
    "fontWeight": _WEIGHT,
    "number": _NUMBER,
    "typography": _TYPOGRAPHY,
}
_ABOUT = {
    "$description": {"type": "string"},
    "$extensions": {"type": "object"},
    "$deprecated": {"type": ["boolean", "string"]},
}

FORMAT: dict[str, Any] = {
    "definitions": {
        "token": {
            "oneOf": [
                _object({"$type": {"const": kind}, "$value": value}, _ABOUT)
                for kind, value in _VALUES.items()
            ]
        },
        "group": {
            "type": "object",
            "not": {"required": ["$value"]},
            "properties": _ABOUT,
            "patternProperties": {_NAME: {"$ref": "#/definitions/either"}},
            "additionalProperties": False,
        },
        "either": {
            "if": {"required": ["$value"]},
            "then": {"$ref": "#/definitions/token"},
            "else": {"$ref": "#/definitions/group"},
        },
    },
    "type": "object",
    "properties": {"$schema": {"type": "string"}, **_ABOUT},
    "patternProperties": {_NAME: {"$ref": "#/definitions/either"}},
    "additionalProperties": False,
}

_SOURCE = _object(
    {"$ref": {"type": "string", "not": {"pattern": "^#/(modifiers|resolutionOrder)/"}}}
)
_SOURCES = {"type": "array", "items": _SOURCE}

RESOLVER: dict[str, Any] = _object(
    {
        "version": {"const": "2025.10"},
        "resolutionOrder": {
            "type": "array",
            "minItems": 1,
            "items": _object({"$ref": {"type": "string", "pattern": "^#/(sets|modifiers)/"}}),
        },
    },
    {
        "$schema": {"type": "string"},
        "name": {"type": "string"},
        "description": {"type": "string"},
        "sets": {
            "type": "object",
            "patternProperties": {"^.+$": _object({"sources": _SOURCES})},
        },
        "modifiers": {
            "type": "object",
            "patternProperties": {
                "^.+$": _object(
                    {
                        "contexts": {
                            "type": "object",
                            "minProperties": 2,
                            "patternProperties": {"^.+$": _SOURCES},
                        }
                    },
                    {"default": {"type": "string"}},
                )
            },
        },
    },
)
