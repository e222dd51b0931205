"""The agenda: ours is whole in every language, and a wrong one is told with all its mistakes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from creativekit.cli.registry import COMMANDS
from creativekit.errors import InputError
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES
from creativekit.studio.agenda import FILE, PLACES, agenda
from creativekit.studio.areas import AREAS


def test_ours_is_an_evening_of_three_hours() -> None:
    ours = agenda()
    assert ours.minutes == 180
    assert len({step.id for step in ours.steps}) == len(ours.steps) == 11
    assert {step.screen for step in ours.steps} == set(PLACES)


def test_every_area_can_be_a_steps_screen() -> None:
    assert {area.name for area in AREAS} <= set(PLACES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_ours_says_two_to_four_sentences_in_every_language(language: str) -> None:
    for step in agenda().steps:
        said = step.say.get(language)
        assert language in step.say.languages
        sentences = re.findall(r"[.!?…]+[»”]?(?:\s|$)", said)
        assert 2 <= len(sentences) <= 5, (step.id, said)
        assert {step.title.get(each) for each in LANGUAGES}
        assert len(said) < 420


def test_its_commands_are_commands() -> None:
    for step in agenda().steps:
        assert not step.command or step.command.split()[1] in COMMANDS


def test_a_projects_own_stands_in_for_ours(tmp_path: Path) -> None:
    own = tmp_path / "templates" / FILE
    own.parent.mkdir()
    own.write_text(
        'schema = 1\ntitle = "Кеш"\n[[step]]\nid = "one"\nminutes = 5\ntitle = "Бір"\n'
        'say = "[/]"\ndo = "{n}"\nscreen = "brand"\n',
        "utf-8",
    )
    (step,) = agenda(tmp_path).steps
    assert (step.id, step.minutes, step.screen, step.command) == ("one", 5, "brand", "")


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    text = templates.read(FILE).decode("utf-8")
    for old, new in (
        ('id = "person"', 'id = "welcome"'),
        ("minutes = 30", "minutes = 0"),
        ('screen = "brand"', 'screen = "brant"'),
        ('command = "creativekit share"', 'command = "rm -rf"'),
        ('title = { kk = "Үзіліс", ru = "Перерыв", en = "Break" }', 'title = { kk = "Үзіліс" }'),
        ("schema = 1", "schema = 1\nminuets = 3"),
        ('sheet = "statement"', 'sheet = "statment"'),
        ('screen = "presence"', 'screen = "presence"\nsheet = "map"'),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    own = tmp_path / "templates" / FILE
    own.parent.mkdir()
    own.write_text(text, "utf-8")
    with pytest.raises(InputError) as raised:
        agenda(tmp_path)
    found = [str(each) for each in raised.value.problems]
    for part in (
        "another step of this id",
        "whole number from 1 to 480",
        "did you mean 'brand'?",
        "begins with creativekit",
        "missing in 'ru'",
        "missing in 'en'",
        "minuets",
        "did you mean 'statement'?",
        "only a step of the screen 'positioning'",
    ):
        assert sum(part in each for each in found) == 1, (part, found)
    assert all(each.line for each in raised.value.problems)
