"""The words of our own instrument: short, in three whole languages, and pointing at what exists.

Structure (weights, levels, circles) is the loader's to check; these are the rules of the texts.
"""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from creativekit.presence.instrument_file import instrument

TEMPLATES = Path(__file__).parents[2] / "templates"
LANGUAGES = ("kk", "ru", "en")
KAZAKH_ONLY = re.compile("[әғқңөұүһі]", re.IGNORECASE)
CYRILLIC = re.compile("[\u0400-\u04ff]")
LATIN = re.compile("[A-Za-z]")
# What a telephone shows of a level on two lines, a question on three, a help on six.
MOST = {"levels": 70, "question": 90, "help": 220, "action": 140, "done": 140}

FRAME = tomllib.loads((TEMPLATES / "presence/instrument.toml").read_text(encoding="utf-8"))
ITEMS: list[dict[str, Any]] = [
    item
    for path in sorted((TEMPLATES / "presence/items").glob("*.toml"))
    for item in tomllib.loads(path.read_text(encoding="utf-8"))["item"]
]


def texts(value: object, place: str) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Every text under `value`: where it stands, its key, and the text in each language."""
    if isinstance(value, dict) and "kk" in value:
        yield place, re.findall(r"[a-z]+", place)[-1], value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from texts(each, f"{place} {key}")
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from texts(each, f"{place} {index}")


ALL = [*texts(FRAME, "instrument"), *(each for item in ITEMS for each in texts(item, item["id"]))]


def test_there_are_texts() -> None:
    assert len(ITEMS) == 30
    assert len(ALL) > 30 * (2 + 5 + 8)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_and_short_enough(language: str) -> None:
    wrong = [
        (place, len(text[language]))
        for place, key, text in ALL
        if set(text) != set(LANGUAGES)
        or re.search(r"^\s|\s$|\s\s|[\n\t]", text[language])
        or not 0 < len(text[language]) <= MOST.get(key, 220)
    ]
    assert wrong == []


def test_each_language_is_written_in_its_own_letters() -> None:
    assert [place for place, _, text in ALL if KAZAKH_ONLY.search(text["ru"])] == []
    assert [place for place, _, text in ALL if CYRILLIC.search(text["en"])] == []
    mixed = [
        (place, word)
        for place, _, text in ALL
        for language in LANGUAGES
        for word in re.findall(r"[^\W\d_]+", text[language])
        if LATIN.search(word) and CYRILLIC.search(word)
    ]
    assert mixed == []


def test_quotes_are_the_languages_own() -> None:
    wrong = [
        (place, language)
        for place, _, text in ALL
        for language in LANGUAGES
        if re.search("[«»]" if language == "en" else "[“”]", text[language])
        or re.search("[\"']", text[language])
    ]
    assert wrong == []


def test_no_kazakh_text_is_its_russian_one() -> None:
    # A word both languages have, as «Аудитория», is a title; a sentence is never the same.
    same = [place for place, _, text in ALL if " " in text["kk"] and text["kk"] == text["ru"]]
    assert same == []


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["id"])
def test_an_item_reads_as_a_question_levels_and_steps(item: dict[str, Any]) -> None:
    for language in LANGUAGES:
        assert item["question"][language].endswith("?")
        levels = [level[language] for level in item["levels"]]
        assert len(set(levels)) == 5
        assert not any(level.endswith((".", "!", "?")) for level in levels)
        for step in item["step"]:
            assert step["action"][language].endswith((".", "»", "”"))
            assert step["done"][language].endswith((".", "»", "”"))
        actions = [step["action"][language] for step in item["step"]]
        assert len(set(actions)) == 4


def named(option: str) -> Iterator[tuple[str, str]]:
    """The items whose command has `option`, with the word after it."""
    for item in ITEMS:
        for step in item["step"]:
            words = shlex.split(step.get("command", ""))
            if option in words[:-1]:
                yield item["id"], words[words.index(option) + 1]


def test_commands_name_what_exists() -> None:
    templates = {path.stem for path in (TEMPLATES / "social/posts").glob("*.toml")}
    placements = tomllib.loads((TEMPLATES / "social/placements.toml").read_text(encoding="utf-8"))
    sheets = [path.name for path in (TEMPLATES / "positioning/sheets").glob("*.toml")]
    for found, known in (
        ([*named("show"), *named("copy")], templates),
        ([*named("--placements")], {each["id"] for each in placements["placement"]}),
        ([*named("--sheet")], {str(int(name[:2])) for name in sheets}),
    ):
        assert found
        assert [each for each in found if each[1] not in known] == []


def test_a_dimension_is_a_question_of_its_own() -> None:
    for dimension in FRAME["dimension"]:
        assert all(dimension["about"][language].endswith("?") for language in LANGUAGES)


# A site, its address and where it lies, in every form of the words.
OF_A_SITE = re.compile(
    r"сайт|домен|хостинг|веб|\bsites?\b|websites?|web ?page|domain|hosting|--audit", re.IGNORECASE
)
# Where a question that is asked of people without a site may speak of one, and the words by which
# it leaves them another way, in kk, ru and en. Nothing else may.
OTHER_WAY = {
    "1.2 levels 4": (" немесе ", " или ", " or "),  # names on other networks, or a domain
    "1.2 step 3 action": (" немесе ", " или ", " or "),
    "1.2 step 3 done": (" немесе ", " или ", " or "),
    "2.4 help": ("(болса)", "(если он есть)", "if you have one"),
    "3.1 help": ("болса", "если он есть", "if you have one"),
    "3.1 levels 3": (" немесе ", " или ", " or "),  # saved contacts, or a domain
    "3.1 step 2 action": (" немесе ", " или ", " or "),
    "3.1 step 3 action": ("болса", "если есть", "if you have them"),
    "3.1 step 3 done": ("болса", "если есть", "if you have a domain"),
    "3.4 question": ("Сайтсыз-ақ", "без сайта", "without a site"),  # what it asks about
}


def without_a_site() -> list[dict[str, Any]]:
    asked = {item.id for item in instrument().asked("no-site")}
    return [item for item in ITEMS if item["id"] in asked]


def test_nothing_asked_of_people_without_a_site_needs_one() -> None:
    """A workshop on Instagram, 2GIS and WhatsApp can truthfully come to 100: no level, step, help
    or question of theirs presupposes a website, but for those that offer another way."""
    asked = without_a_site()
    assert len(asked) > 20
    found = {
        place: text
        for item in asked
        for place, _, text in texts(item, item["id"])
        if any(OF_A_SITE.search(said) for said in text.values())
    }
    assert found.keys() == OTHER_WAY.keys()
    for place, ways in OTHER_WAY.items():
        for language, way in zip(LANGUAGES, ways, strict=True):
            assert way in found[place][language], (place, language)


def test_no_step_of_people_without_a_site_is_taken_by_a_command_for_sites() -> None:
    commands = [step.get("command", "") for item in without_a_site() for step in item["step"]]
    assert [each for each in commands if OF_A_SITE.search(each)] == []
    assert sum(map(bool, commands)) > 20


@pytest.mark.parametrize("place", sorted(OTHER_WAY))
def test_what_offers_another_way_speaks_of_both(place: str) -> None:
    """In every language, or one of them would be told less than the others."""
    item, *_ = place.split()
    text = next(text for known, _, text in ALL if known == place)
    said = [language for language in LANGUAGES if OF_A_SITE.search(text[language])]
    assert said == list(LANGUAGES), item
