"""What pictures say: the words of the answers, in the language asked for."""

from __future__ import annotations

from creativekit.positioning.pictures import said
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import Positioning
from worksheet_answers import example_answers

NAME = Localized.of({"kk": "Ақ киіз", "ru": "Ак кииз"})


def test_a_statement_has_a_sentence_and_its_parts_without_the_name() -> None:
    found = said.statement(example_answers(), NAME, "ru", None)
    assert found is not None
    assert "Ак кииз" in found.sentence
    assert ("Категория", "мастерская войлока") in found.parts
    assert "Название" not in dict(found.parts)


def test_prose_is_not_borrowed_from_another_language() -> None:
    answers = Positioning.model_validate(
        {"statement": {"need": {"ru": "тишина"}}, "pitch": {"pitch": {"kk": "Саз"}}}
    )
    assert said.statement(answers, NAME, "kk", None) is None
    assert said.statement(answers, NAME, "ru", None) is not None
    assert said.pitch(answers, "ru", None) is None
    assert said.pitch(answers, "kk", None) is not None


def test_a_map_is_of_the_brand_by_name_and_knows_the_nearest_once() -> None:
    market = {
        "ours": {"x": 1, "y": 1},
        "points": [{"name": "Базар", "x": 2, "y": 1}, {"name": "Базар", "x": 9, "y": 9}],
    }
    found = said.map_(Positioning.model_validate({"map": market}), NAME, "kk", None)
    assert found is not None
    assert [(spot.name, spot.kind) for spot in found.plot.spots] == [
        ("Ақ киіз", "ours"),
        ("Базар", "nearest"),
        ("Базар", "other"),
    ]
    assert "Базар" in found.note
    assert (found.plot.x_low, found.plot.y_high) == ("", "")


def test_a_map_without_us_has_no_nearest() -> None:
    answers = Positioning.model_validate({"map": {"points": [{"name": "Базар", "x": 2, "y": 1}]}})
    found = said.map_(answers, NAME, "kk", None)
    assert found is not None
    assert found.note == ""
    assert [spot.kind for spot in found.plot.spots] == ["other"]


def test_scales_have_the_places_that_were_given_and_none_beyond() -> None:
    answers = Positioning.model_validate({"character": {"sliders": [-2, 2]}})
    found = said.voice(answers, "en", None)
    assert found is not None
    assert [scale.place for scale in found.scales] == [0, 4, None, None, None, None]
    words = Positioning.model_validate({"character": {"never": {"ru": ["дёшево"]}}})
    assert said.voice(words, "kk", None) is None
    only = said.voice(words, "ru", None)
    assert only is not None
    assert (only.scales, only.never) == ((), ("дёшево",))


def test_nothing_is_said_of_nothing() -> None:
    empty = Positioning()
    assert said.statement(empty, NAME, "kk", None) is None
    assert said.map_(empty, NAME, "kk", None) is None
    assert said.voice(empty, "kk", None) is None
    assert said.pitch(empty, "kk", None) is None
