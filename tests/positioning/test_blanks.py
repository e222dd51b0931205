"""Every answer of `[positioning]` has one blank, with one name in all languages."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from creativekit.positioning.blanks import Blank, blanks, written
from creativekit.positioning.sheets import worksheets
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.positioning_section import Positioning
from worksheet_answers import example_answers

ALL = {blank.name: blank for blank in blanks(worksheets())}


def test_names_are_paths_of_answers() -> None:
    assert len(ALL) == len(blanks(worksheets()))
    for blank in ALL.values():
        model: Any = Positioning
        for part in blank.path:
            if isinstance(part, str) and isinstance(model, type) and issubclass(model, BaseModel):
                assert part in model.model_fields, blank.name
                found = getattr(model(), part) if _all_optional(model) else None
                model = type(found) if isinstance(found, BaseModel) else None


def _all_optional(model: type[BaseModel]) -> bool:
    return not any(field.is_required() for field in model.model_fields.values())


def test_every_key_of_every_section_is_asked() -> None:
    empty = Positioning()
    for section in Positioning.model_fields:
        for key in type(getattr(empty, section)).model_fields:
            assert any(name.split(".")[:2] == [section, key] for name in ALL), f"{section}.{key}"


@pytest.mark.parametrize(
    ("name", "kk", "en"),
    [
        ("alternatives.attributes.0.name", "Жылуы", "Warmth"),
        ("alternatives.others.3.scores.3", "5", "5"),
        ("alternatives.others.3.scores.4", "", ""),
        ("ladder.rungs.0.so_what.1", "Бала жалаңаяқ ойнайды", None),
        ("map.ours.x", "8", "8"),
        ("map.x.low", "Фабрикада жасалған", None),
        ("character.sliders.0", "-2", "-2"),
        ("character.never.1", "ең арзан", None),
        ("price.materials", "12000", "12000"),
        ("pitch.links.0", None, None),
        ("ladder.rungs.3.need", "", ""),
    ],
)
def test_written(name: str, kk: str | None, en: str | None) -> None:
    answers = example_answers()
    for language, expected in (("kk", kk), ("en", en)):
        found = written(answers, ALL[name], language)
        assert found if expected is None else found == expected


def test_a_fallback_is_not_an_answer() -> None:
    answers = Positioning.model_validate(
        {"audience": {"who": Localized.of({"ru": "Айша"})}, "character": {"say": {"ru": ["да"]}}}
    )
    for name, text in (("audience.who", "Айша"), ("character.say.0", "да")):
        assert [written(answers, ALL[name], each) for each in LANGUAGES] == ["", text, ""]
    assert written(None, ALL["audience.who"], "ru") == ""


def test_lists_have_a_blank_for_all_that_is_given() -> None:
    rivals = [{"name": Localized.of(f"№ {index}"), "price": index} for index in range(8)]
    never = {"kk": [f"сөз {index}" for index in range(9)]}
    answers = Positioning.model_validate(
        {"price": {"rivals": rivals}, "character": {"never": never}}
    )
    more = {blank.name: blank for blank in blanks(worksheets(), answers)}
    assert written(answers, more["price.rivals.7.name"], "kk") == "№ 7"
    assert written(answers, more["character.never.8"], "kk") == "сөз 8"
    assert set(ALL) < set(more)


def test_numbers_have_the_scale_of_the_sheet() -> None:
    def scale(name: str) -> tuple[str, float, float]:
        blank: Blank = ALL[name]
        assert not blank.translated
        return blank.kind, blank.low, blank.high

    assert scale("alternatives.attributes.0.weight") == ("whole", 1, 5)
    assert scale("alternatives.others.0.scores.0") == ("whole", 0, 5)
    assert scale("character.sliders.5") == ("whole", -2, 2)
    assert scale("map.points.0.y") == ("number", -10, 10)
