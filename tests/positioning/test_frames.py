"""The file of frames: whole in three languages, and a project's own read strictly."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from creativekit.errors import InputError
from creativekit.positioning.audience import job_story
from creativekit.positioning.frames import FILE, ended, frames, one_line
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES
from creativekit.project.positioning_section import Audience

OURS = templates.read(FILE).decode("utf-8")


def own(folder: Path, text: str) -> Path:
    path = folder / "templates" / FILE
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_ours_has_every_frame_in_every_language() -> None:
    tables: dict[str, Any] = tomllib.loads(OURS)
    tables.pop("schema")
    by_language = {
        language: {
            f"{section}.{key}"
            for section, table in tables.items()
            for key, texts in table.items()
            if texts.get(language)
        }
        for language in LANGUAGES
    }
    assert by_language["kk"] == by_language["ru"] == by_language["en"] == set(frames().texts)


def test_a_projects_own_file_wins(tmp_path: Path) -> None:
    folder = own(tmp_path, OURS.replace('"Жағдай: {words}"', '"Сол сәт: {words}"'))
    story = job_story(Audience(situation="қыс", progress="жылу"), "kk", folder)
    assert story == "Сол сәт: қыс. Керегі: жылу."


@pytest.mark.parametrize(
    ("old", "new", "key", "said"),
    [
        ('kk = "Жағдай: {words}", ', "", "job_story.situation", "missing in 'kk'"),
        ("Жағдай: {words}", "Жағдай", "job_story.situation", "names in braces"),
        ("Жағдай: {words}", "Жағдай: {word}", "job_story.situation", "names in braces"),
        ("Жағдай: {words}", "{words}: {words}", "job_story.situation", "names in braces"),
        ('"Кім үшін"', '"{audience} үшін"', "label.audience", "names in braces"),
        ('en = "For" }', 'en = "" }', "label.audience", "a text, or a table of texts"),
        ("[label]", "[label]\nplace = 1", "label.place", "not known"),
        ("[label]", "[labels]", "labels", "not known"),
    ],
)
def test_a_wrong_file_is_told_by_key(
    tmp_path: Path, old: str, new: str, key: str, said: str
) -> None:
    assert old in OURS
    with pytest.raises(InputError) as error:
        frames(own(tmp_path, OURS.replace(old, new)))
    messages = {problem.key: str(problem.message) for problem in error.value.problems}
    assert said in messages[key]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("жылы үй.", "жылы үй"),
        ("жылы\n\nүй ", "жылы үй"),
        ("киіз, т.б.", "киіз, т.б."),
        ("войлок и т. д.", "войлок и т. д."),
        ("солай...", "солай..."),
        ("солай…", "солай…"),
        ("неге?", "неге?"),
        (".", ""),
    ],
)
def test_an_answer_on_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("үй", "үй."),
        ("үй!", "үй!"),
        ("т.б.", "т.б."),
        ("ол «неге?»", "ол «неге?»"),
        ("ол «үй»", "ол «үй»."),
    ],
)
def test_a_sentence_ends_once(text: str, sentence: str) -> None:
    assert ended(text) == sentence
