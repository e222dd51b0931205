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

POSTS = """
[project]
name = "Orbit Media"
[brand]
color = "333"
[social]
placements = ["instagram", "telegram-post", "covers"]
format = ["png", "pdf"]
treatment = "duotone"
hashtags = ["орбита", "#orbit"]
[[post]]
template = "announcement"
id = "opening"
placements = ["all"]
languages = ["kk", "ru"]
date = 2026-12-05T18:30:00
headline = { kk = "Ашылу салтанаты", ru = "Открытие" }
price = 12500
items = [{ label = "Шай", value = 500 }]
caption = '''Бірінші жол
екінші жол'''
hashtags = { kk = ["ашылу"], ru = ["открытие"] }
alt = "Қызыл лента"
variant = 2
[[post]]
template = "quote"
language = "en"
date = "05.12.2026"
time = "18:30"
"""

STATIONERY = """
[project]
name = "Orbit Media"
[brand]
color = "333"
[stationery]
qr = true
crop_marks = false
[[person]]
name = { kk = "Айгүл", ru = "Айгуль" }
role = "дизайнер"
phone = "+7 700 000 00 00"
[[person]]
name = "Тимур"
[price_list]
title = "Бағалар"
valid_from = 2026-12-01
note = "Үш тілде"
[[price_list.item]]
group = "Бейне"
name = "Бір минуттық бейне"
price = 260000
from = true
unit = { kk = "дана" }
[[price_list.item]]
name = "Кеңес"
price = { kk = "тегін", ru = "бесплатно" }
description = "Алғашқы сағат"
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


@pytest.mark.parametrize("text", [MUSIC_STUDIO, FELT_WORKSHOP, POSTS, STATIONERY, DESIGN_TEAM])
def test_right_configs_are_right_for_both(text: str) -> None:
    assert isinstance(parse(text, Path("nowhere")), Project)
    VALIDATOR.validate(values(text))


def values(text: str) -> Any:
    """As an editor sees them: dates and times are strings of a certain form."""
    return json.loads(json.dumps(tomllib.loads(text), default=str))


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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('template = "quote"', ""),
        ('template = "quote"', "template = 5"),
        ('placements = ["all"]', 'placements = ["instagam"]'),
        ('placements = ["all"]', 'placements = "all"'),
        ('format = ["png", "pdf"]', 'format = "gif"'),
        ('format = ["png", "pdf"]', "format = []"),
        ('treatment = "duotone"', 'treatment = "sepia"'),
        ('languages = ["kk", "ru"]', 'languages = ["kk", "kz"]'),
        ('language = "en"', 'language = "de"'),
        ('hashtags = { kk = ["ашылу"]', 'hashtags = { kz = ["ашылу"]'),
        ('hashtags = ["орбита", "#orbit"]', "hashtags = [1]"),
        ("variant = 2", "variant = -1"),
        ("variant = 2", "variant = 1.5"),
        ('alt = "Қызыл лента"', "alt = 5"),
        ("[social]", '[social]\ncaption = "x"'),
    ],
)
def test_wrong_posts_are_wrong_for_both(before: str, after: str) -> None:
    assert before in POSTS
    text = POSTS.replace(before, after, 1)
    with pytest.raises(InputError):
        parse(text, Path("nowhere"))
    assert not VALIDATOR.is_valid(values(text))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("qr = true", 'qr = "yes"'),
        ("qr = true", "qrcode = true"),
        ('name = "Тимур"', ""),
        ('name = "Тимур"', 'name = "Тимур"\nfone = "1"'),
        ('kk = "Айгүл"', 'kz = "Айгүл"'),
        ("price = 260000", ""),
        ("price = 260000", "price = -1"),
        ("price = 260000", "price = 0.5"),
        ("price = 260000", "price = true"),
        ('kk = "тегін"', 'kz = "тегін"'),
        ("from = true", "from = 1"),
        ("valid_from = 2026-12-01", "valid_from = 5"),
        ('title = "Бағалар"', "title = 5"),
    ],
)
def test_wrong_stationery_is_wrong_for_both(before: str, after: str) -> None:
    assert before in STATIONERY
    text = STATIONERY.replace(before, after, 1)
    with pytest.raises(InputError):
        parse(text, Path("nowhere"))
    assert not VALIDATOR.is_valid(values(text))


def test_a_price_list_without_items_is_wrong_for_both() -> None:
    text = STATIONERY.partition("[[price_list.item]]")[0] + "item = []\n"
    with pytest.raises(InputError):
        parse(text, Path("nowhere"))
    assert not VALIDATOR.is_valid(values(text))


def test_it_is_a_schema_and_plain_json() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert "$ref" not in json.dumps(SCHEMA)
    assert "null" not in json.dumps(SCHEMA)


def keys(node: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for part in (node, *node.get("anyOf", ()), node.get("items", {})):
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


def test_a_projects_own_placements_are_choices(tmp_path: Path) -> None:
    own = tmp_path / "templates/social/placements.toml"
    own.parent.mkdir(parents=True)
    own.write_text('[platforms.wall]\n[[placement]]\nid = "wall-poster"\n')
    found = dict(keys(json_schema(str, tmp_path)))
    for key in ("social.placements", "post.placements"):
        words = found[key]["items"]["enum"]
        assert words[0] == "all"
        assert words[-2:] == ["wall", "wall-poster"]
