from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from creativekit.brand.guide.words import FOLDER, Words, words
from creativekit.errors import InputError
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def holes(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_every_language_says_everything() -> None:
    keys = {language: set(words(language).texts) for language in LANGUAGES}
    assert keys["kk"] == keys["ru"] == keys["en"]


def test_every_text_fills_in_the_same() -> None:
    said = {language: words(language).texts for language in LANGUAGES}
    for key in said["kk"]:
        assert holes(said["kk"][key]) == holes(said["ru"][key]) == holes(said["en"][key]), key


def test_no_text_is_blank_or_left_in_another_language() -> None:
    names = {"specimen.big", "specimen.body_big", "specimen.figures"}
    for language in LANGUAGES:
        for key, text in words(language).texts.items():
            assert text.strip() == text != "", (language, key)
            if language == "en" and key not in names:
                assert not CYRILLIC.search(text), key
    # A word may be the same in Kazakh and Russian; a sentence that is has not been translated.
    kazakh, russian = words("kk").texts, words("ru").texts
    assert not [
        key
        for key in kazakh
        if kazakh[key] == russian[key] and len(re.findall("[а-яә]{2,}", kazakh[key])) > 2
    ]


def test_values_are_put_in_as_they_are() -> None:
    said = Words("en", {"a": "x {name} y {other}"})
    assert said("a", name="{other} \\1 {}") == "x {other} \\1 {} y {other}"


def test_a_projects_own_words_win(tmp_path: Path) -> None:
    own = tmp_path / "templates" / FOLDER
    own.mkdir(parents=True)
    ours = templates.find(f"{FOLDER}/text.kk.toml").read_text("utf-8")
    (own / "text.kk.toml").write_text(
        ours.replace('contents = "Мазмұны"', 'contents = "Ішінде"'), "utf-8"
    )
    assert words("kk", tmp_path)("guide.contents") == "Ішінде"
    assert words("ru", tmp_path)("guide.contents") == "Содержание"


def test_everything_wrong_in_a_projects_words_is_told_at_once(tmp_path: Path) -> None:
    own = tmp_path / "templates" / FOLDER
    own.mkdir(parents=True)
    ours = templates.find(f"{FOLDER}/text.ru.toml").read_text("utf-8")
    changed = ours.replace('contents = "Содержание"', 'contentz = "Содержание"')
    changed = changed.replace('title = "Голос"', "title = 3")
    (own / "text.ru.toml").write_text(changed, "utf-8")
    with pytest.raises(InputError) as caught:
        words("ru", tmp_path)
    found = {problem.key: problem for problem in caught.value.problems}
    assert set(found) == {"guide.contentz", "guide.contents", "voice.title"}
    assert found["guide.contentz"].nearest == "guide.contents"
    assert all(problem.file == f"templates/{FOLDER}/text.ru.toml" for problem in found.values())


def test_words_that_are_not_toml_are_told(tmp_path: Path) -> None:
    own = tmp_path / "templates" / FOLDER
    own.mkdir(parents=True)
    (own / "text.en.toml").write_text("[guide\n", "utf-8")
    with pytest.raises(InputError, match="TOML"):
        words("en", tmp_path)


def test_our_files_have_no_nested_surprises() -> None:
    for language in LANGUAGES:
        table = tomllib.loads(templates.read(f"{FOLDER}/text.{language}.toml").decode())
        assert words(language).table() == table
