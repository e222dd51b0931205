"""What every part of a Word document is written with: measures, colours, and safe text.

The order of elements matters to Word, which calls a file damaged when `w:jc` stands before
`w:spacing`; so properties are handed over by name and written in the schema's order. Source:
ECMA-376 part 1 (5th edition), § 17 and annex A.1 (CT_PPr, CT_RPr, CT_SdtPr, CT_TblPr, CT_TcPr).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument"
SPACES = (
    ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
"""Declarations for the root of every part that holds text."""
LATER = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
"""And of one that says what Word can since 2010; older programs pass over it."""

REGIONS = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}
"""A language as Word names it, so that its spelling is checked by the right dictionary."""

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SLOTS = {
    "dk1": "text1",
    "lt1": "background1",
    "dk2": "text2",
    "lt2": "background2",
    "hlink": "hyperlink",
    "folHlink": "followedHyperlink",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
}
_ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers"
        " pBdr shd tabs suppressAutoHyphens bidi snapToGrid spacing ind contextualSpacing"
        " mirrorIndents jc textAlignment outlineLvl rPr sectPr"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike noProof vanish color spacing w kern"
        " position sz szCs u shd vertAlign rtl lang numForm"
    ),
    "sdtPr": (
        "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding text dropDownList"
    ),
    "tblPr": (
        "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption"
        " tblDescription"
    ),
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
}
_RANKS = {
    tag: {name: rank for rank, name in enumerate(order.split())} for tag, order in _ORDER.items()
}


class Theme(Protocol):
    """What a document needs of a brand's Office theme.

    colors: `#rrggbb` by the theme's slots (dk1, lt1, dk2, lt2, accent1…6, hlink, folHlink);
    major, minor: typefaces of headings and of text; part: theme1.xml.
    """

    @property
    def colors(self) -> Mapping[str, str]: ...
    @property
    def major(self) -> str: ...
    @property
    def minor(self) -> str: ...
    def part(self) -> str: ...


def escape(text: str) -> str:
    """`text` safe inside an element or a quoted attribute; what XML cannot hold becomes a space."""
    text = _ILLEGAL.sub(" ", text)
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(char, entity)
    return text


def properties(tag: str, found: Mapping[str, str]) -> str:
    """`<w:pPr>…</w:pPr>` of the properties that are not empty, in the schema's order.

    tag: pPr, rPr, sdtPr, tblPr, trPr or tcPr; found: by its name, the whole element. KeyError for
    a name whose place is not known. Nothing at all when there is none.
    """
    ranks = _RANKS[tag]
    inside = "".join(found[name] for name in sorted(found, key=ranks.__getitem__))
    return f"<w:{tag}>{inside}</w:{tag}>" if inside else ""


def valued(name: str, value: object) -> str:
    """`<w:name w:val="…"/>`; nothing for None, and for a bool the switch in its place."""
    if value is None:
        return ""
    if value is True:
        return f"<w:{name}/>"
    return f'<w:{name} w:val="{0 if value is False else escape(str(value))}"/>'


def color_attributes(theme: Theme, color: str, value: str = "val", prefix: str = "theme") -> str:
    """A colour by its slot of the theme, with its number for programs that read no themes.

    color: a slot, or `#rrggbb`, which does not follow the theme. value and prefix: what the
    attributes are called (a shading has `fill` and `themeFill`).
    """
    if color in theme.colors:
        slot = "themeFill" if prefix == "themeFill" else "themeColor"
        return f'w:{value}="{theme.colors[color][1:].upper()}" w:{slot}="{_SLOTS[color]}"'
    return f'w:{value}="{escape(color[1:].upper())}"'


def twips(mm: float) -> int:
    """Twentieths of a point."""
    return round(mm * 1440 / 25.4)


def emu(mm: float) -> int:
    """English metric units, of drawings."""
    return round(mm * 36000)


def half_points(points: float) -> int:
    return max(2, round(points * 2))
