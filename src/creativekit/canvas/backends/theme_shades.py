"""Every colour of a drawing said as a shade of the theme's, so that all of it follows a new theme.

A drawing has more colours than a theme has slots: steps of the brand's ramps, mixtures. Office says
such a colour as a slot that is turned, greyed, darkened or lightened, which is how its own palette
names "darker 25 %" and its diagrams name their series. The slot is the one that the colour is most
like; the change is exact to a step of eight bits. White and black are shades of paper and ink.
Source: ECMA-376 part 1, § 20.1.2.3 (`hueOff`, `satMod`, `lumMod`, `lumOff` act on HSL, in the order
they are written).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from creativekit.canvas.backends.pptx_theme import SLOTS, Theme

_BASES = SLOTS[:10]
"""Links are no colour of a drawing."""

_ON_LIGHT = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
_ON_DARK = {"dk1": "bg1", "lt1": "tx1", "dk2": "bg2", "lt2": "tx2"}

_GREY = 0.06
"""Chroma (the largest channel less the smallest, 0–1) under which a colour has no hue to keep."""

_LAST_RESORT = 2.0

Hsl = tuple[float, float, float]


@dataclass(frozen=True)
class ShadedTheme(Theme):
    """A theme that writes no colour as a number.

    is_dark: whether the master's text is light on dark, as `pptx_master.Master` says it.
    """

    is_dark: bool = False

    @cached_property
    def _shades(self) -> dict[str, tuple[str, str]]:
        return {}

    def color(self, color: str, opacity: float = 1.0) -> str:
        """`#rrggbb` as a slot and what is done to it."""
        known = color.lower()
        if known not in self._shades:
            slot, change = shade(known, self.colors)
            name = (_ON_DARK if self.is_dark else _ON_LIGHT).get(slot, slot)
            self._shades[known] = name, change
        name, change = self._shades[known]
        if opacity < 1:
            change += f'<a:alpha val="{round(max(0.0, opacity) * 100000)}"/>'
        if not change:
            return f'<a:schemeClr val="{name}"/>'
        return f'<a:schemeClr val="{name}">{change}</a:schemeClr>'


def shade(color: str, colors: Mapping[str, str]) -> tuple[str, str]:
    """The slot that `color` (`#rrggbb`) is a shade of, and the elements that make it that shade."""
    own = hsl(color)
    slot = min(_BASES, key=lambda each: (_unlike(color, colors[each]), SLOTS.index(each)))
    base = colors[slot].lower()
    if base == color.lower():
        return slot, ""
    hue, saturation, light = hsl(base)
    change = ""
    if own[1] > 0:
        # Not the shorter way round: not every program goes on past 360 degrees.
        turn = round((own[0] - hue) * 60000)
        change += f'<a:hueOff val="{turn}"/>' if turn else ""
    if own[1] != saturation:
        # A grey has no saturation to be multiplied.
        if saturation > 0:
            change += f'<a:satMod val="{round(own[1] / saturation * 100000)}"/>'
        else:
            change += f'<a:satOff val="{round(own[1] * 100000)}"/>'
    if own[2] < light:
        change += f'<a:lumMod val="{round(own[2] / light * 100000)}"/>'
    elif own[2] > light:
        part = round((1 - own[2]) / (1 - light) * 100000)
        change += f'<a:lumMod val="{part}"/><a:lumOff val="{100000 - part}"/>'
    return slot, change


def _unlike(color: str, other: str) -> float:
    """How far two colours are apart, hue first: 0 for the same one."""
    one, two = hsl(color), hsl(other)
    spread = abs(one[2] - two[2])
    chroma, others = _chroma(color), _chroma(other)
    if chroma < _GREY:
        return spread + 4 * abs(chroma - others)
    if others < _GREY:
        # A pale tint of a colour is that colour's tint, however like it white is.
        return spread + 4 * abs(chroma - others) + _LAST_RESORT
    turn = abs((one[0] - two[0] + 180) % 360 - 180)
    return turn / 30 + 0.5 * spread + 0.5 * abs(one[1] - two[1])


def hsl(color: str) -> Hsl:
    """Hue (degrees), saturation and lightness (0–1) of `#rrggbb`, as DrawingML reckons them."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    most, least = max(red, green, blue), min(red, green, blue)
    light, chroma = (most + least) / 2, most - least
    if chroma == 0:
        return 0.0, 0.0, light
    saturation = chroma / (1 - abs(2 * light - 1))
    if most == red:
        hue = (green - blue) / chroma % 6
    elif most == green:
        hue = (blue - red) / chroma + 2
    else:
        hue = (red - green) / chroma + 4
    return hue * 60, min(1.0, saturation), light


def _chroma(color: str) -> float:
    channels = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    return (max(channels) - min(channels)) / 255
