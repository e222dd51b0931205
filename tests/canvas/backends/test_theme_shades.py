"""Shades of a theme: what Office makes of them is the colour that was meant, to a step."""

from __future__ import annotations

import colorsys
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.canvas.backends.pptx_theme import SLOTS
from creativekit.canvas.backends.theme_shades import ShadedTheme, shade

HEX = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
COLORS = {
    "dk1": "#0b1d20",
    "lt1": "#f9eedc",
    "dk2": "#004750",
    "lt2": "#fffaf2",
    "accent1": "#0a7e8c",
    "accent2": "#e6582c",
    "accent3": "#486c72",
    "accent4": "#4f63b8",
    "accent5": "#4bb2c0",
    "accent6": "#5e6566",
    "hlink": "#006673",
    "folHlink": "#486c72",
}


def reckoned(base: str, change: str) -> tuple[int, ...]:
    """What a program makes of a slot's colour: each element in turn, on HSL, none past its end."""
    hue, light, saturation = colorsys.rgb_to_hls(
        *(int(base[at : at + 2], 16) / 255 for at in (1, 3, 5))
    )
    for tag, text in re.findall(r'<a:(\w+) val="(-?\d+)"/>', change):
        value = int(text)
        if tag == "hueOff":
            hue += value / 60000 / 360
            assert -1e-6 <= hue <= 1 + 1e-6, "not every program turns past the end"
        elif tag == "satMod":
            saturation = min(1.0, saturation * value / 100000)
        elif tag == "satOff":
            saturation = min(1.0, saturation + value / 100000)
        elif tag == "lumMod":
            light = light * value / 100000
        elif tag == "lumOff":
            light = min(1.0, light + value / 100000)
        else:
            raise AssertionError(tag)
    return tuple(round(each * 255) for each in colorsys.hls_to_rgb(hue, light, saturation))


@given(HEX, st.lists(HEX, min_size=12, max_size=12))
def test_a_shade_is_the_colour_it_stands_for(color: str, slots: list[str]) -> None:
    colors = dict(zip(SLOTS, slots, strict=True))
    slot, change = shade(color, colors)
    meant = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    found = reckoned(colors[slot], change)
    assert all(abs(one - two) <= 1 for one, two in zip(meant, found, strict=True)), change


@pytest.mark.parametrize(
    ("color", "slot"),
    [
        ("#0a7e8c", "accent1"),
        ("#0a6673", "accent1"),
        ("#f9cfc1", "accent2"),
        ("#ffffff", "lt2"),
        ("#000000", "dk1"),
        ("#9a9c9c", "accent6"),
    ],
)
def test_a_colour_is_a_shade_of_what_it_is_like(color: str, slot: str) -> None:
    assert shade(color, COLORS)[0] == slot


def test_a_slot_itself_needs_no_change_and_a_dark_master_turns_the_names() -> None:
    light = ShadedTheme("Саз", COLORS, "Lora", "Onest")
    dark = ShadedTheme("Саз", COLORS, "Lora", "Onest", is_dark=True)
    assert light.color("#F9EEDC") == '<a:schemeClr val="bg1"/>'
    assert dark.color("#f9eedc") == '<a:schemeClr val="tx1"/>'
    assert light.color("#0a7e8c", 0.5) == (
        '<a:schemeClr val="accent1"><a:alpha val="50000"/></a:schemeClr>'
    )
