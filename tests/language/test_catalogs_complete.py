"""Every text of the program is in the catalogs, in Kazakh and Russian, with the same placeholders.

When this fails: `make messages` brings the catalogs up to date; then translate what is empty.
"""

from __future__ import annotations

import ast
import string
from configparser import ConfigParser
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src"
LOCALES = SOURCES / "creativekit" / "language" / "locales"

# As in the Makefile: pybabel extract -k msg -k nmsg:1,2, beside babel's own.
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "msg": None,
    "nmsg": (1, 2),
}

Id = str | tuple[str, ...]


@cache
def extracted() -> dict[Id, str]:
    """Each text of the source with a place where it stands."""
    mapping = ConfigParser()
    mapping.read(ROOT / "babel.cfg", "utf-8")
    methods = [(section.split(": ")[1], section.split(": ")[0]) for section in mapping.sections()]
    assert methods
    found: dict[Id, str] = {}
    for file, line, text, _, _ in extract_from_dir(SOURCES, methods, keywords=KEYWORDS):
        found.setdefault(text, f"{file}:{line}")
    return found


@cache
def catalog(language: str) -> Catalog:
    with (LOCALES / language / "LC_MESSAGES" / "creativekit.po").open("rb") as file:
        return read_po(file, locale=language)


def translations(language: str) -> dict[Id, tuple[str, ...]]:
    found: dict[Id, tuple[str, ...]] = {}
    for message in catalog(language):
        if message.id:
            key = tuple(message.id) if isinstance(message.id, (list, tuple)) else message.id
            strings = message.string
            forms = strings if isinstance(strings, (list, tuple)) else (strings,)
            found[key] = tuple(str(form) for form in forms)
    return found


def fields(template: str) -> set[str]:
    """What a template puts in: `name`, or `name!r` when it is put in that way."""
    return {
        name + (f"!{conversion}" if conversion else "")
        for _, name, _, conversion in string.Formatter().parse(template)
        if name is not None
    }


def test_there_is_something_to_translate() -> None:
    assert len(extracted()) > 300


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_catalog_has_every_text_of_the_source_and_no_other(language: str) -> None:
    known = translations(language).keys()
    assert {key: place for key, place in extracted().items() if key not in known} == {}
    assert known - extracted().keys() == set()
    assert not catalog(language).obsolete


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_text_is_translated_and_none_is_a_guess(language: str) -> None:
    assert [key for key, strings in translations(language).items() if not all(strings)] == []
    assert [message.id for message in catalog(language) if message.id and message.fuzzy] == []
    forms = catalog(language).num_plurals
    for key, strings in translations(language).items():
        assert len(strings) == (1 if isinstance(key, str) else forms)


def test_english_is_the_source_itself() -> None:
    assert [key for key, strings in translations("en").items() if any(strings)] == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_translations_put_in_what_the_source_puts_in(language: str) -> None:
    wrong = []
    for key, strings in translations(language).items():
        allowed = [fields(text) for text in ((key,) if isinstance(key, str) else key)]
        wrong += [(key, text) for text in strings if fields(text) not in allowed]
    assert wrong == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_translations_have_the_sources_lines_and_edges(language: str) -> None:
    for key, strings in translations(language).items():
        text = key if isinstance(key, str) else key[0]
        for said in strings:
            assert said == said.strip() or text != text.strip(), said
            assert ("\n" in said) == ("\n" in text), said


def test_kazakh_nouns_stay_singular_after_a_number() -> None:
    for key, strings in translations("kk").items():
        if isinstance(key, tuple) and "{n}" in key[1]:
            assert len(set(strings)) == 1, strings


def test_russian_is_russian_and_kazakh_is_kazakh() -> None:
    for key, (russian, *_) in translations("ru").items():
        kazakh = translations("kk")[key][0]
        assert not set(russian.lower()) & set("әғқңөұүһі"), russian
        if len(kazakh) > 60:
            assert set(kazakh.lower()) & set("әғқңөұүһі"), kazakh


def test_every_message_in_the_source_is_a_literal() -> None:
    """msg(f"…") or msg(variable) cannot be collected, so it would stay English."""
    wrong = []
    for file in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            count = {"msg": 1, "nmsg": 2}.get(node.func.id, 0)
            for argument in node.args[:count]:
                if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                    wrong.append(f"{file.name}:{node.lineno}")
    assert wrong == []
