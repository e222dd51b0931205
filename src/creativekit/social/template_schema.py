"""The JSON Schema of a post's template, for editors that complete and check while typing.

Made from the tables that the reader goes by (`template_keys`), so the two cannot drift. What a
schema cannot say, such as whether a field that is named is there, `creativekit templates check`
says. Draft 7 (json-schema.org/draft-07), which editors' TOML extensions know.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from creativekit.errors import Message, msg
from creativekit.project import vocabulary
from creativekit.project.localized import LANGUAGES
from creativekit.social import template_keys as keys
from creativekit.social.template import (
    FIELD_TYPES,
    FORMS,
    KINDS,
    LOGOS,
    MARKS,
    PARTS,
    ROLES,
    SCHEMA,
    SURFACES,
)

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"

DESCRIPTIONS: Mapping[str, Message] = {
    "schema": msg("The version of this format: 1."),
    "id": msg("The template's name: the same as its file's."),
    "title": msg("What people see in a list: one text, or a table with kk, ru and en."),
    "about": msg("What the template is for, in a sentence."),
    "made_for": msg("Kinds of placement it is offered for."),
    "pages": msg("Of a carousel: the templates of its first, middle and last pages."),
    "listed": msg("`false` for a page of a carousel, which nobody posts alone."),
    "fields": msg("What a person fills in, by name."),
    "layer": msg("What is laid over one another, the lowest first."),
    "style": msg("What differs in a style: [style.bold.words] changes the layer “words” in bold."),
    "sample": msg("What the fields hold when the template is shown, by language."),
    "form": msg("What differs in this form of picture: a table for each layer that changes."),
    "field.type": msg("What it holds."),
    "field.required": msg("Whether a post without it is a mistake."),
    "field.title": msg("What it is called: one text, or a table with kk, ru and en."),
    "field.default": msg("What stands there when it is empty; {{name}} stands for another field."),
    "field.most": msg("The most characters, rows or pictures."),
    "field.least": msg("The fewest rows or pictures."),
    "field.min_px": msg("The shorter side that a picture must have, in pixels."),
    "field.ellipsis": msg("Whether a text that is too long may end in an ellipsis."),
    "layer.name": msg("By which a form or a style changes it."),
    "layer.when": msg("Only when this field is filled in."),
    "layer.unless": msg("Only when this field is empty."),
    "layer.surface": msg("The style draws the ground of this kind, with its frames and rooms."),
    "layer.pictures": msg("Fields whose pictures go into the frames, in order."),
    "layer.captions": msg("A few words on each picture."),
    "layer.variant": msg("Another picture of the same kind, so that pages of a carousel differ."),
    "layer.fill": msg('A colour such as "primary", or "gradient(primary, tertiary, 135deg)".'),
    "layer.image": msg("A field whose picture fills the area."),
    "layer.column": msg("What stands below one another."),
    "layer.row": msg("What stands side by side."),
    "layer.signature": msg("The logo, where the style puts it."),
    "layer.area": msg("Where it is: a room, or [x, y, width, height] as parts of the safe area."),
    "layer.radius": msg("Round corners, as a part of the size unit."),
    "layer.align": msg("How it stands in its area, across and down; without it, the style's way."),
    "layer.gap": msg("Space between two things, as a part of the size unit."),
    "layer.contrast": msg("The contrast that words must have on what is under them."),
    "layer.justify": msg("How things share out the space that is left."),
    "layer.panel": msg("Whether it stands on a panel of the style."),
    "node.text": msg("A field, a text with {{fields}} in it, or a table of texts by language."),
    "node.label": msg("The same, as a small label of the style."),
    "node.button": msg("The same, as a button of the style."),
    "node.figure": msg("The same, as a large number: a price, a date."),
    "node.lines": msg("A field of several short texts."),
    "node.items": msg("A field of rows, each a label and a value."),
    "node.rule": msg("A line of the style."),
    "node.mark": msg("A sign of the style: a quotation mark, a number, the motif, an arrow."),
    "node.logo": msg("The brand's logo, in this form."),
    "node.image": msg("A field whose picture stands here."),
    "node.space": msg("Empty space, as a part of the size unit."),
    "node.row": msg("Things side by side."),
    "node.column": msg("Things below one another."),
    "node.role": msg("How its text is set."),
    "node.size": msg("The least and the most size of its letters, as parts of the size unit."),
    "node.height": msg("How high it is, as a part of the size unit."),
    "node.width": msg("Its share of the row's width."),
    "node.most_lines": msg("The most lines that the text may take."),
    "node.balance": msg("Whether its lines are made about equally long."),
    "node.when": msg("Only when this field is filled in."),
    "node.unless": msg("Only when this field is empty."),
    "node.gap": msg("Space between two things, as a part of the size unit."),
    "node.align": msg("How things stand across the row or column."),
    "node.justify": msg("How things share out the space that is left."),
    "node.grow": msg("Whether it takes the height that is left."),
    "node.panel": msg("Whether it stands on a panel of the style."),
}


def json_schema(
    say: Callable[[Message], str], project_folder: Path | None = None
) -> dict[str, Any]:
    """The schema as plain values for `json.dumps`; `say` puts a message into a language.

    With a folder, the project's own styles are among the choices.
    """
    changes = {"type": "object", "additionalProperties": {"$ref": "#/definitions/change"}}
    properties: dict[str, Schema] = {
        "schema": {"const": SCHEMA},
        "id": {"type": "string", "pattern": f"^{keys.ID}$"},
        "title": _LOCALIZED,
        "about": _LOCALIZED,
        "made_for": _list(_words(KINDS), 1, len(KINDS)),
        "pages": _list({"type": "string"}, 3, 3),
        "listed": _FLAG,
        "fields": {
            "type": "object",
            "propertyNames": {"pattern": f"^{keys.FIELD}$", "not": _words(keys.OF_A_POST)},
            "additionalProperties": {"$ref": "#/definitions/field"},
            "maxProperties": keys.MOST_FIELDS,
        },
        "layer": _list({"$ref": "#/definitions/layer"}, 1, keys.MOST_LAYERS),
        "style": {
            "type": "object",
            "properties": dict.fromkeys(vocabulary.styles(project_folder), changes),
            "additionalProperties": False,
        },
        "sample": {
            "type": "object",
            "properties": {language: {"type": "object"} for language in LANGUAGES},
            "additionalProperties": False,
        },
    }
    properties = {key: _about(key, value, say) for key, value in properties.items()}
    properties |= {form: _about("form", changes, say) for form in FORMS}
    return {
        "$schema": _DRAFT,
        "title": say(msg("A template of a post")),
        "type": "object",
        "properties": properties,
        "required": ["schema", "id", "title", "made_for"],
        "anyOf": [{"required": ["layer"]}, {"required": ["pages"]}],
        "additionalProperties": False,
        "definitions": {
            "field": {"anyOf": [_field(kind, say) for kind in FIELD_TYPES]},
            "layer": {"anyOf": [_layer(kind, say) for kind in keys.LAYER_KEYS]},
            "change": {"anyOf": [_change(kind, say) for kind in keys.LAYER_KEYS]},
            "node": {"anyOf": [_node(part, say) for part in PARTS]},
        },
    }


def _words(accepted: Sequence[str]) -> Schema:
    return {"type": "string", "enum": list(accepted)}


def _list(items: Schema, least: int, most: int) -> Schema:
    return {"type": "array", "items": items, "minItems": least, "maxItems": most}


def _number(low: float, high: float) -> Schema:
    # A text is arithmetic, "1/3": its value is beyond a schema.
    return {"type": ["number", "string"], "minimum": low, "maximum": high}


def _whole(low: int, high: int) -> Schema:
    return {"type": "integer", "minimum": low, "maximum": high}


def _object(properties: Mapping[str, Schema], required: Sequence[str]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }


def _about(key: str, schema: Schema, say: Callable[[Message], str]) -> Schema:
    return {"description": say(DESCRIPTIONS[key]), **schema}


_FLAG: Schema = {"type": "boolean"}
_NAME: Schema = {"type": "string", "pattern": f"^{keys.FIELD}$"}
_LOCALIZED: Schema = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {language: {"type": "string"} for language in LANGUAGES},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ]
}
_NODES: Schema = _list({"$ref": "#/definitions/node"}, 1, keys.MOST_NODES)

_FIELD: Mapping[str, Schema] = {
    "required": _FLAG,
    "title": _LOCALIZED,
    "default": _LOCALIZED,
    "min_px": _whole(*keys.MIN_PX),
    "ellipsis": _FLAG,
}

_LAYER: Mapping[str, Schema] = {
    "name": {"type": "string", "pattern": f"^{keys.LAYER}$"},
    "when": _NAME,
    "unless": _NAME,
    "surface": _words(SURFACES),
    "pictures": _list(_NAME, 1, keys.MOST_PICTURES),
    "captions": _list(_LOCALIZED, 1, keys.MOST_PICTURES),
    "variant": _whole(*keys.VARIANT),
    "fill": {"type": "string"},
    "image": _NAME,
    "column": _NODES,
    "row": _NODES,
    "signature": {"const": True},
    "area": {"anyOf": [_words(keys.AREAS), _list(_number(0, 1), 4, 4)]},
    "radius": _number(*keys.RADIUS),
    "align": _list(_words(keys.ALIGNS), 2, 2),
    "gap": _number(*keys.GAP),
    "contrast": _number(*keys.CONTRAST),
    "justify": _words(keys.JUSTIFIES),
    "panel": _FLAG,
}

_WORDS: Schema = {"anyOf": _LOCALIZED["anyOf"]}

_NODE: Mapping[str, Schema] = {
    "text": _WORDS,
    "label": _WORDS,
    "button": _WORDS,
    "figure": _WORDS,
    "lines": _NAME,
    "items": _NAME,
    "rule": {"const": True},
    "mark": _words(MARKS),
    "logo": _words(LOGOS),
    "image": _NAME,
    "space": _number(*keys.SPACE),
    "row": _NODES,
    "column": _NODES,
    "role": _words(ROLES),
    "size": _list(_number(*keys.SIZE), 2, 2),
    "height": _number(*keys.HEIGHT),
    "width": _number(*keys.WIDTH),
    "most_lines": _whole(*keys.LINES),
    "balance": _FLAG,
    "when": _NAME,
    "unless": _NAME,
    "gap": _number(*keys.GAP),
    "align": _words(keys.ALIGNS),
    "justify": _words(keys.JUSTIFIES),
    "grow": _FLAG,
    "panel": _FLAG,
}


def _field(kind: Any, say: Callable[[Message], str]) -> Schema:
    most = _whole(1, keys.most(kind))
    known = {**_FIELD, "most": most, "least": most, "type": {"const": kind}}
    wanted = ("type", "required", "title", *keys.FIELD_KEYS[kind])
    return _object({key: _about(f"field.{key}", known[key], say) for key in wanted}, ["type"])


def _layer(kind: str, say: Callable[[Message], str]) -> Schema:
    wanted = ("name", kind, *keys.LAYER_KEYS[kind], "when", "unless")
    framed = {"if": {"properties": {"surface": {"enum": list(keys.FRAMED)}}}}
    found = _object(
        {key: _about(f"layer.{key}", _LAYER[key], say) for key in wanted}, ["name", kind]
    )
    if kind != "surface":
        return found
    return (
        found
        | framed
        | {
            "then": {"required": ["pictures"]},
            "else": {"not": {"required": ["pictures"]}},
        }
    )


def _change(kind: str, say: Callable[[Message], str]) -> Schema:
    wanted = (kind, *keys.LAYER_KEYS[kind], "when", "unless")
    return _object({key: _about(f"layer.{key}", _LAYER[key], say) for key in wanted}, [])


def _node(part: Any, say: Callable[[Message], str]) -> Schema:
    properties = {part: _about(f"node.{part}", _NODE[part], say)}
    for key in (*keys.NODE_KEYS[part], "when", "unless", "width", "grow", "panel"):
        known = "most_lines" if key == "lines" else key
        properties[key] = _about(f"node.{known}", _NODE[known], say)
    return _object(properties, [part])
