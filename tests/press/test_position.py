"""What the guide is told of the answers."""

from __future__ import annotations

from types import SimpleNamespace

from creativekit.press.position import position_of
from creativekit.project.positioning_section import Positioning
from positioned_brands import positioned
from styled_brands import styled


def test_everything_that_the_guide_shows_in_each_language() -> None:
    found = positioned(styled("steppe"))
    assert [language for language, _ in found.stands] == ["kk", "ru", "en"]
    for _, stand in found.stands:
        assert stand.statement
        assert len(stand.parts) == 6
        assert stand.plot is not None
        assert stand.nearest
        assert len(stand.scales) == 6
        assert stand.say
        assert stand.never


def test_answers_that_say_nothing_of_it_are_none() -> None:
    brand = styled("steppe")
    for answers in (Positioning(), Positioning.model_validate({"price": {"materials": 5}})):
        assert position_of(SimpleNamespace(positioning=answers), brand) is None  # type: ignore[arg-type]


def test_a_language_that_nothing_was_written_in_is_left_out() -> None:
    answers = Positioning.model_validate({"statement": {"need": {"ru": "тишина"}}})
    found = positioned(styled("steppe"), answers)
    assert [language for language, _ in found.stands] == ["ru"]
    assert found.get("kk") is None
