"""pydantic's complaints in our own words: what was found, what is accepted, the nearest match.

Every kind of complaint that the schema can raise has its sentence here; a kind that is not foreseen
still gets a plain one, because pydantic's own wording is for programmers and in English only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from creativekit.errors import Message, Problem, msg, nearest
from creativekit.project.rejection import TYPE, shown, spelt
from creativekit.project.toml_positions import Key, Position, position_of


def problems(
    error: ValidationError,
    schema: type[BaseModel],
    file: str,
    places: Mapping[Key, Position],
) -> tuple[Problem, ...]:
    """Every complaint of `error` as a Problem, in the order of the file's lines."""
    found = []
    for complaint in error.errors(include_url=False):
        key = complaint["loc"]
        place = position_of(key, places)
        message, accepted, near = said(complaint, schema)
        found.append(
            Problem(
                message,
                file=file,
                line=place.line if place else None,
                key=dotted(key),
                accepted=accepted,
                nearest=near,
            )
        )
    return tuple(sorted(found, key=lambda problem: problem.line or 0))


def said(
    complaint: ErrorDetails, schema: type[BaseModel]
) -> tuple[Message, tuple[str, ...], str | None]:
    """One complaint of pydantic's: what is wrong, what is accepted, the nearest match."""
    key, kind = complaint["loc"], complaint["type"]
    context = complaint.get("ctx", {})
    if kind == TYPE:
        return cast(Message, context["message"]), context["accepted"], context["nearest"]
    if kind == "extra_forbidden":
        accepted = _keys(schema, key[:-1])
        return msg("this key is not known here"), accepted, nearest(str(key[-1]), accepted)
    if kind == "missing":
        return _missing(len(key)), (), None
    return _wrong(kind, complaint["input"], context), (), None


def dotted(key: Key) -> str:
    """`voice.we_are[2]`: a key as a person would look for it."""
    text = ""
    for part in key:
        if isinstance(part, int):
            text += f"[{part + 1}]"
        else:
            text += ("." if text else "") + shown(part)
    return text


def _missing(depth: int) -> Message:
    if depth == 1:
        return msg("this section is missing")
    return msg("this key is missing and has no default")


def _wrong(kind: str, value: object, context: Mapping[str, Any]) -> Message:
    found = spelt(value)
    match kind:
        case "string_type":
            return msg("this must be text in quotes, not {found}", found=found)
        case "float_type" | "int_type" | "finite_number":
            return msg("this must be a number, not {found}", found=found)
        case "bool_type":
            return msg("this must be true or false, not {found}", found=found)
        case "tuple_type":
            return msg("this must be a list in square brackets, not {found}", found=found)
        case "model_type":
            return msg("this must be a section or a table, not {found}", found=found)
        case "greater_than_equal":
            return msg("{found} is too small: at least {limit}", found=found, limit=context["ge"])
        case "less_than_equal":
            return msg("{found} is too large: at most {limit}", found=found, limit=context["le"])
        case "too_long":
            return msg("this list is too long: at most {limit}", limit=context["max_length"])
        case _:
            return msg("'{found}' cannot be used here", found=shown(value))


def _keys(schema: type[BaseModel], table: Key) -> tuple[str, ...]:
    """The keys that the config knows in `table`."""
    model: type[BaseModel] | None = schema
    for part in table:
        if isinstance(part, int) or model is None:
            continue
        model = next(
            (
                _model_in(field.annotation)
                for name, field in model.model_fields.items()
                if part in (name, field.alias)
            ),
            None,
        )
    if model is None:
        return ()
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _model_in(each))), None)
