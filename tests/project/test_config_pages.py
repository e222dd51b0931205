"""The pages of keys in docs/ say what the schema says."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from creativekit.project.descriptions import DESCRIPTIONS

DOCS = Path(__file__).parents[2] / "docs"


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_config", DOCS / "make_config.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_the_page_is_up_to_date(language: str) -> None:
    made = script()
    page = (DOCS / made.page_name(language)).read_text("utf-8")
    assert page == made.text(language), "run: make docs"


def test_every_key_with_a_description_is_on_the_page() -> None:
    page = (DOCS / "config.md").read_text("utf-8")
    missing = [key for key in DESCRIPTIONS if f"`{key.rpartition('.')[2]}`" not in page]
    # A table of the top has its own heading.
    assert [key for key in missing if f"[{key}]" not in page] == []


def test_choices_are_named() -> None:
    page = (DOCS / "config.md").read_text("utf-8")
    assert "`steppe`, `tech`" in page
    assert "text, or { kk, ru, en } (needed)" in page
