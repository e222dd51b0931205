"""The theme of a presentation: twelve colours and two typefaces that a whole deck refers to.

What refers to the theme follows when somebody gives the deck another one, so every colour of a
drawing that is a theme colour is written as its slot and not as a number. Source: ECMA-376 part 1,
§ 20.1.6 (themes) and § 20.1.10.54 (slots).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from creativekit.canvas.backends.svg import escape

SLOTS = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)

_PREFERRED = ("dk1", "lt1", *SLOTS[4:10], "dk2", "lt2", "hlink", "folHlink")
"""A colour that stands in several slots is written as the first of these."""

_ON_SLIDES = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
"""Slides speak of text and background, which the master maps to dark and light."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"


@dataclass(frozen=True)
class Theme:
    """A brand's colours and faces for office programs.

    colors: `#rrggbb` of every one of SLOTS. major, minor: names of the typefaces of headings and of
    text, as `pptx_text.typeface` names a face. ValueError when a slot is missing or unknown, or its
    colour is not `#rrggbb`.
    """

    name: str
    colors: Mapping[str, str]
    major: str
    minor: str

    def __post_init__(self) -> None:
        if set(self.colors) != set(SLOTS):
            raise ValueError(f"a theme has the colours {', '.join(SLOTS)}")
        for slot, color in self.colors.items():
            if not _HEX.fullmatch(color):
                raise ValueError(f"the colour {slot} is #rrggbb, not {color!r}")

    @cached_property
    def _slots(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for slot in _PREFERRED:
            found.setdefault(self.colors[slot].lower(), _ON_SLIDES.get(slot, slot))
        return found

    def color(self, color: str, opacity: float = 1.0) -> str:
        """`#rrggbb` as a DrawingML colour: the slot that it is, or else its number."""
        slot = self._slots.get(color.lower())
        tag, value = ("schemeClr", slot) if slot else ("srgbClr", color[1:].upper())
        if opacity >= 1:
            return f'<a:{tag} val="{escape(value)}"/>'
        alpha = round(max(0.0, opacity) * 100000)
        return f'<a:{tag} val="{escape(value)}"><a:alpha val="{alpha}"/></a:{tag}>'

    def typeface(self, name: str) -> tuple[str, str, str]:
        """How runs name a typeface for Latin and Cyrillic, East Asian and complex scripts."""
        if name == self.major:
            return "+mj-lt", "+mj-ea", "+mj-cs"
        if name == self.minor:
            return "+mn-lt", "+mn-ea", "+mn-cs"
        return name, name, name

    def part(self) -> str:
        """theme1.xml."""
        colors = "".join(
            f'<a:{slot}><a:srgbClr val="{self.colors[slot][1:].upper()}"/></a:{slot}>'
            for slot in SLOTS
        )
        fonts = "".join(
            f'<a:{kind}><a:latin typeface="{escape(face)}"/><a:ea typeface="{escape(face)}"/>'
            f'<a:cs typeface="{escape(face)}"/></a:{kind}>'
            for kind, face in (("majorFont", self.major), ("minorFont", self.minor))
        )
        name = escape(self.name)
        return (
            f'<a:theme xmlns:a="{_MAIN}" name="{name}"><a:themeElements>'
            f'<a:clrScheme name="{name}">{colors}</a:clrScheme>'
            f'<a:fontScheme name="{name}">{fonts}</a:fontScheme>'
            f'<a:fmtScheme name="{name}">{_FORMATS}</a:fmtScheme>'
            "</a:themeElements></a:theme>"
        )


_FLAT = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="{{}}" cap="flat" cmpd="sng" algn="ctr">{_FLAT}<a:prstDash val="solid"/></a:ln>'
_PLAIN = "<a:effectStyle><a:effectLst/></a:effectStyle>"

# Three strengths of each are asked for; flat ones suit a brand, which has no shadows or bevels.
_FORMATS = (
    f"<a:fillStyleLst>{_FLAT * 3}</a:fillStyleLst>"
    f"<a:lnStyleLst>{_LINE.format(6350)}{_LINE.format(12700)}{_LINE.format(19050)}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_PLAIN * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FLAT * 3}</a:bgFillStyleLst>"
)
