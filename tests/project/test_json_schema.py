"""The schema for editors accepts and refuses what the program does."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from creativekit.errors import InputError
from creativekit.project.descriptions import DESCRIPTIONS
from creativekit.project.json_schema import json_schema
from creativekit.project.loading import parse
from creativekit.project.model import Project
from creativekit.project.new_project import Answers, config_text

SCHEMA = json_schema(str)
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)

MUSIC_STUDIO = """
[project]
name = "Саз студиясы"
tagline = { kk = "Дыбыстан әлем құрамыз", ru = "Строим миры из звука" }
sector = "music"
city = "Қызылорда"
languages = ["kk", "ru", "en"]
[brand]
color = "#0a7e8c"
style = "steppe"
pairing = "lora-onest"
logo = { kind = "monogram", shape = "arch", initials = "С", tracking = 0.02 }
[voice]
we_are = ["warm", { en = "precise", kk = "нақты" }]
[contact]
phone = "+7 724 200 00 00"
instagram = "@example"
"""

FELT_WORKSHOP = """
[project]
name = { kk = "Киіз үй шеберханасы", ru = "Мастерская войлока", en = "Felt Workshop" }
languages = ["ru"]
[brand]
color = "rgb(160, 60, 40)"
style = "craft"
logo = "wordmark"
"""

DESIGN_TEAM = """
[project]
name = "Orbit Media"
city = { kk = "Алматы", en = "Almaty" }
[brand]
color = "333"
style = "editorial"
logo = { kind = "wordmark", case = "upper", bar = true, tracking = 0 }
[voice]
we_are_not = []
"""


@pytest.mark.parametrize("text", [MUSIC_STUDIO, FELT_WORKSHOP, DESIGN_TEAM])
def test_right_configs_are_right_for_both(text: str) -> None:
    assert isinstance(parse(text, Path("nowhere")), Project)
    VALIDATOR.validate(tomllib.loads(text))


def test_a_fresh_config_is_right() -> None:
    VALIDATOR.validate(tomllib.loads(config_text(Answers("Саз", color="#0a7e8c"), str)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('name = "Orbit Media"', ""),
        ('name = "Orbit Media"', "name = 5"),
        ('name = "Orbit Media"', 'nme = "Orbit"'),
        ('kk = "Алматы"', 'kz = "Алматы"'),
        ('color = "333"', ""),
        ('color = "333"', 'color = "teal"'),
        ('style = "editorial"', 'style = "editorail"'),
        ('style = "editorial"', 'pairing = "a-b"'),
        ('style = "editorial"', 'pattern = "no-such-pattern"'),
        ('kind = "wordmark"', 'kind = "word"'),
        ('kind = "wordmark"', 'motif = "no-such-motif", kind = "symbol"'),
        ('kind = "wordmark", case = "upper", bar = true, tracking = 0', ""),
        ('case = "upper"', 'case = "title"'),
        ("bar = true", 'bar = "yes"'),
        ("tracking = 0", "tracking = 7"),
        ("we_are_not = []", 'we_are_not = "pompous"'),
        ("we_are_not = []", f"we_are = {['a'] * 13}"),
        ("[voice]", "[voise]"),
        ('name = "Orbit Media"', 'name = "Orbit"\nlanguages = ["kk", "kk"]'),
        ('name = "Orbit Media"', 'name = "Orbit"\nlanguages = []'),
        ('name = "Orbit Media"', 'name = "Orbit"\nlanguages = ["de"]'),
    ],
)
def test_wrong_configs_are_wrong_for_both(before: str, after: str) -> None:
    assert before in DESIGN_TEAM
    text = DESIGN_TEAM.replace(before, after, 1)
    with pytest.raises(InputError):
        parse(text, Path("nowhere"))
    assert not VALIDATOR.is_valid(tomllib.loads(text))


def test_it_is_a_schema_and_plain_json() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert "$ref" not in json.dumps(SCHEMA)
    assert "null" not in json.dumps(SCHEMA)


def keys(node: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for part in (node, *node.get("anyOf", ())):
        for name, inner in part.get("properties", {}).items():
            if name not in ("kk", "ru", "en"):
                key = f"{path}.{name}".lstrip(".")
                yield key, inner
                yield from keys(inner, key)


def test_every_key_is_described_and_every_description_is_of_a_key() -> None:
    found = dict(keys(SCHEMA))
    assert set(found) == set(DESCRIPTIONS)
    assert all(inner["description"] for inner in found.values())


def test_descriptions_are_said_in_the_language_of_the_caller() -> None:
    schema = json_schema(lambda message: f"<{message}>")
    assert schema["title"].startswith("<")
    assert all(inner["description"].startswith("<") for _, inner in keys(schema))


def test_a_projects_own_templates_are_choices(tmp_path: Path) -> None:
    for folder in ("styles", "motifs", "patterns"):
        own = tmp_path / f"templates/brand/{folder}/my-own.toml"
        own.parent.mkdir(parents=True)
        own.write_text("")
    found = dict(keys(json_schema(str, tmp_path)))
    for key in ("brand.style", "brand.logo.motif", "brand.pattern"):
        assert "my-own" in found[key]["enum"]
