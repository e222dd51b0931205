"""The sheets as Markdown: complete, and with people's marks kept as marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.positioning.markdown import escaped, markdown
from creativekit.positioning.sheets import worksheets
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import Audience, Positioning
from styled_brands import styled
from worksheet_answers import example_answers


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_all_sheets_with_their_answers(language: str) -> None:
    text = markdown(styled("steppe"), example_answers(), language).decode("utf-8")
    for sheet in worksheets():
        assert f"## {sheet.number}. {sheet.title.get(language)}" in text
    who = example_answers().audience.who
    assert who is not None
    assert escaped(who.get(language)) in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_star_stays_a_star() -> None:
    answers = Positioning(audience=Audience(who=Localized.of("# *all* | <b>\n- one\n1. two")))
    text = markdown(styled("steppe"), answers, "kk", only=1).decode("utf-8")
    assert "\\# \\*all\\* \\| \\<b\\>" in text
    assert "\\- one" in text
    assert "\\1. two" in text or "1\\. two" in text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n")))
def test_escaping_loses_nothing(text: str) -> None:
    found = escaped(text)
    plain = ""
    index = 0
    while index < len(found):
        if found[index] == "\\" and index + 1 < len(found):
            index += 1
        plain += found[index]
        index += 1
    assert plain == text
