import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st
from token_examples import HOSTILE, hostile

from creativekit.brand.tokens import css, scss, tailwind
from creativekit.brand.tokens.declarations import remark, string

# A style sheet is UTF-8, which has no lone surrogates.
texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(texts)
def test_a_string_comes_back_from_a_parser_unchanged(text: str) -> None:
    (token,) = tinycss2.parse_component_value_list(string(text))
    assert token.type == "string"
    assert token.value == text.replace("\0", "\ufffd")
    assert "</" not in string(text)
    assert "#{" not in string(text)


@given(texts)
def test_a_remark_stays_inside_its_comment(text: str) -> None:
    shown = remark(text)
    (comment, rule) = tinycss2.parse_stylesheet(f"/* {shown} */a{{}}")
    assert (comment.type, rule.type) == ("comment", "qualified-rule")
    assert "\n" not in shown
    assert "<" not in shown
    assert "#{" not in shown


def test_a_remark_keeps_what_people_write() -> None:
    assert remark("«Саз» студиясы № 1, Қызылорда") == "«Саз» студиясы 1, Қызылорда"


@pytest.mark.parametrize("write", [css.css, scss.scss, tailwind.tailwind])
def test_nothing_hostile_is_left_in_a_sheet(write) -> None:  # type: ignore[no-untyped-def]
    text = write(hostile())
    assert HOSTILE not in text
    for bad in ("</", "#{", "\x00", "\x1b", "\u202e */"):
        assert bad not in text
    first = text.splitlines()[0]
    assert first.startswith(("/* Саз style студия", "// Саз style студия"))
