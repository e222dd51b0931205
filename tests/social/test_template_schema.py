"""The schema for editors accepts what the reader accepts, and refuses what editors can see."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from creativekit.errors import Message
from creativekit.project import templates
from creativekit.social.template_schema import DESCRIPTIONS, json_schema

SCHEMA = json_schema(str)
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)

OURS = templates.listing("social/posts", "*.toml")
EVENT = templates.read("social/posts/event.toml").decode()


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    json.dumps(SCHEMA)


@pytest.mark.parametrize("name", OURS)
def test_our_own_templates_are_accepted(name: str) -> None:
    VALIDATOR.validate(tomllib.loads(templates.read(name).decode()))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("schema = 1", "schema = 2"),
        ("made_for", "madefor"),
        ('surface = "photo"', 'surface = "phot"'),
        ('pictures = ["photo"]\n', ""),
        ('surface = "art"', 'surface = "art"\npictures = ["photo"]'),
        ("gap = 0.022", "gap = 22"),
        ('role = "display"', 'role = "huge"'),
        ("lines = 6", "lines = 0"),
        ('{ label = "when" }', '{ label = "when", height = 0.2 }'),
        ("signature = true", "signature = 1"),
        ('type = "date"', 'type = "day"'),
        ('type = "date"', 'type = "date", most = 4'),
        ("\nwhen = {", "\ndate = {"),
        ("[wide.words]", "[wider.words]"),
        ("[wide.words]", "[style.wide.words]"),
        ("[sample.kk]", "[sample.kz]"),
    ],
)
def test_what_an_editor_can_see_is_refused(old: str, new: str) -> None:
    assert old in EVENT
    assert list(VALIDATOR.iter_errors(tomllib.loads(EVENT.replace(old, new, 1))))


def test_every_description_is_used() -> None:
    used: set[str] = set()

    def say(message: Message) -> str:
        used.add(message.text)
        return str(message)

    json_schema(say)
    assert {message.text for message in DESCRIPTIONS.values()} <= used


def test_styles_of_the_project_are_choices(tmp_path: Path) -> None:
    styles = tmp_path / "templates" / "brand" / "styles"
    styles.mkdir(parents=True)
    (styles / "my-style.toml").write_text("")
    properties = json_schema(str, tmp_path)["properties"]["style"]["properties"]
    assert {"my-style", "steppe"} <= set(properties)
