"""The JSON Schema of creativekit.toml, for editors that complete and check while typing.

Made from the schema that the program itself checks with, so the two cannot drift: what pydantic
says, with tables put in place of references, the names of templates as choices, and descriptions in
the language asked for. Draft 7 (json-schema.org/draft-07), which editors' TOML extensions know.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

from creativekit.errors import Message, msg
from creativekit.project import vocabulary
from creativekit.project.descriptions import DESCRIPTIONS
from creativekit.project.model import LogoKind, Project

_DRAFT = "http://json-schema.org/draft-07/schema#"


def json_schema(
    say: Callable[[Message], str], project_folder: Path | None = None
) -> dict[str, Any]:
    """The schema as plain values for `json.dumps`; `say` puts a message into a language.

    With a folder, the project's own templates are among the choices.
    """
    raw = Project.model_json_schema(by_alias=True)
    schema = _plain(raw, raw.get("$defs", {}))
    schema["properties"]["project"]["properties"]["languages"] |= {
        "minItems": 1,
        "uniqueItems": True,
    }
    brand = schema["properties"]["brand"]
    brand["anyOf"] = [{"required": ["color"]}, {"required": ["from"]}]
    keys = brand["properties"]
    keys["style"]["enum"] = list(vocabulary.styles(project_folder))
    keys["pairing"]["enum"] = list(vocabulary.pairings(project_folder))
    keys["pattern"]["enum"] = list(vocabulary.patterns(project_folder))
    keys["logo"]["properties"]["motif"]["enum"] = list(vocabulary.motifs(project_folder))
    posts = schema["properties"]["post"]["items"]["properties"]
    for placements in (schema["properties"]["social"]["properties"], posts):
        words = placements["placements"]["items"]
        words["enum"] = list(vocabulary.placements(project_folder))
    posts["languages"] |= {"uniqueItems": True}
    schema["properties"]["price_list"]["properties"]["item"] |= {"minItems": 1}
    _describe(schema, "", say)
    description = keys["logo"].pop("description")
    keys["logo"] = {
        "description": description,
        "anyOf": [
            {"type": "string", "enum": list(get_args(LogoKind))},
            keys["logo"] | {"anyOf": [{"required": ["kind"]}, {"required": ["file"]}]},
        ],
    }
    title = say(msg("A creativekit project: one brand, in one file"))
    return {"$schema": _DRAFT, "title": title, **schema}


def _plain(node: Any, definitions: dict[str, Any]) -> Any:
    """`node` without references, null (TOML has none) and what pydantic says of Python classes."""
    if isinstance(node, list):
        return [_plain(each, definitions) for each in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        node = definitions[node["$ref"].rpartition("/")[2]] | {
            key: value for key, value in node.items() if key != "$ref"
        }
    if "anyOf" in node:
        choices = [each for each in node["anyOf"] if each != {"type": "null"}]
        rest = {key: value for key, value in node.items() if key != "anyOf"}
        node = rest | (choices[0] if len(choices) == 1 else {"anyOf": choices})
        if "$ref" in node:
            return _plain(node, definitions)
    return {
        key: (
            {name: _plain(inner, definitions) for name, inner in value.items()}
            if key == "properties"
            else _plain(value, definitions)
        )
        for key, value in node.items()
        if key not in ("$defs", "title", "description", "default")
    }


def _describe(node: dict[str, Any], key: str, say: Callable[[Message], str]) -> None:
    if key:
        node["description"] = say(DESCRIPTIONS[key])
    # The languages of a text are named by their codes; they need no sentence each.
    inside = node.get("items", {}) if node.get("type") == "array" else node
    for name, inner in inside.get("properties", {}).items():
        _describe(inner, f"{key}.{name}".lstrip("."), say)
