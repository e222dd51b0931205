"""Every help page, in every language, as it was when somebody last read it.

Look at a changed page before it is written anew: CREATIVEKIT_GOLDEN=write.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cli.running import invoke
from creativekit.cli.registry import COMMANDS
from creativekit.project.localized import LANGUAGES

PAGES = Path(__file__).with_name("help")
NAMES = (
    "creativekit",
    *COMMANDS,
    "position import",
    "cohort new",
    "cohort form",
    "cohort collect",
    "cohort build",
    "cohort report",
    "cohort pack",
)


def page(name: str, language: str) -> str:
    arguments = ["--help"] if name == "creativekit" else [*name.split(), "--help"]
    result = invoke(*arguments, "--lang", language)
    assert result.exit_code == 0
    assert result.stderr == ""
    return result.stdout


def page_file(name: str, language: str) -> str:
    return f"{name.replace(' ', '-')}.{language}.txt"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_help(name: str, language: str) -> None:
    shown = page(name, language)
    file = PAGES / page_file(name, language)
    if os.environ.get("CREATIVEKIT_GOLDEN") == "write":
        PAGES.mkdir(exist_ok=True)
        file.write_text(shown, "utf-8")
    assert file.read_text("utf-8") == shown


def test_there_is_no_page_without_a_command() -> None:
    wanted = {page_file(name, language) for name in NAMES for language in LANGUAGES}
    assert {file.name for file in PAGES.iterdir()} == wanted


@pytest.mark.parametrize("name", NAMES)
def test_help_is_in_the_language_asked_for(name: str) -> None:
    pages = {page(name, language) for language in LANGUAGES}
    assert len(pages) == len(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_help_fits_eighty_columns(name: str, language: str) -> None:
    lines = page(name, language).split("\n\n")[:-1]  # examples are to be copied whole
    assert all(len(line) <= 80 for part in lines for line in part.splitlines())
