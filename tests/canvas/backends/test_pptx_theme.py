from __future__ import annotations

from xml.etree import ElementTree

import pytest

from creativekit.canvas.backends.pptx_theme import SLOTS, Theme

COLORS = dict.fromkeys(SLOTS, "#123456")


def test_a_colour_in_several_slots_is_the_text_before_an_accent() -> None:
    theme = Theme("Саз", COLORS | {"accent3": "#0A7E8C", "hlink": "#0a7e8c"}, "Lora", "Onest")
    assert theme.color("#123456") == '<a:schemeClr val="tx1"/>'
    assert theme.color("#0a7e8c") == '<a:schemeClr val="accent3"/>'
    assert theme.color("#0A7E8D") == '<a:srgbClr val="0A7E8D"/>'


def test_opacity_is_alpha_within_its_bounds() -> None:
    theme = Theme("Саз", COLORS, "Lora", "Onest")
    assert '<a:alpha val="25000"/>' in theme.color("#ffffff", 0.25)
    assert '<a:alpha val="0"/>' in theme.color("#ffffff", -1)
    assert "alpha" not in theme.color("#ffffff", 2)


def test_typefaces_of_the_theme_follow_it() -> None:
    theme = Theme("Саз", COLORS, "Lora", "Onest")
    assert theme.typeface("Lora") == ("+mj-lt", "+mj-ea", "+mj-cs")
    assert theme.typeface("Onest") == ("+mn-lt", "+mn-ea", "+mn-cs")
    assert theme.typeface("Inter") == ("Inter", "Inter", "Inter")


def test_any_name_is_only_a_name() -> None:
    name = '<Саз> & "ұлы"\x00'
    root = ElementTree.fromstring(Theme(name, COLORS, name, name).part())
    assert root.attrib["name"] == '<Саз> & "ұлы" '


@pytest.mark.parametrize(
    "colors",
    [
        {},
        dict.fromkeys(SLOTS[1:], "#123456"),
        COLORS | {"accent7": "#123456"},
        COLORS | {"accent1": "123456"},
        COLORS | {"accent1": '#12345"'},
    ],
)
def test_wrong_colours_are_refused(colors: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="colour"):
        Theme("Саз", colors, "Lora", "Onest")
