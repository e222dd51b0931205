"""Placeholders: the places of a layout that a slide fills, and what a slide puts into them.

A place says where it is and how its words are set; a slide says only which place it fills and with
what, so moving a place on the layout moves it on every slide. Kind and index tie the two together.
Words wrap, and shrink when there are too many. Sources: ECMA-376 part 1, § 19.3.1.36 (`p:ph`),
19.7.10 (kinds), 21.1.2.1 (`a:bodyPr`), 21.1.2.4 (levels of a list).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from creativekit.canvas.backends.custom_geometry import custom_geometry, preset_geometry
from creativekit.canvas.backends.pptx_nodes import xfrm
from creativekit.canvas.backends.pptx_theme import Theme
from creativekit.canvas.backends.svg import escape
from creativekit.canvas.path import Affine, Box, Path

EMU_PX = 9525
LEVELS = 9
"""As many as a list in Office has."""

Kind = Literal[
    "title", "ctrTitle", "subTitle", "body", "", "pic", "dt", "ftr", "sldNum"
]  # "": content of any sort: words, a table, a chart, a picture

_LINE = 1.2
"""What Office calls a single line, in em; see `pptx_text`."""


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set.

    heading: in the theme's face of headings, else of text. points: size. leading: line height over
    size. tracking: em. color: `#rrggbb`. bullet: a character before each paragraph, its colour
    `bullet_color`. after: space before a paragraph, over size.
    """

    heading: bool
    bold: bool
    points: float
    leading: float
    color: str
    tracking: float = 0.0
    upper: bool = False
    align: Literal["l", "ctr", "r"] = "l"
    bullet: str = ""
    bullet_color: str = ""
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder of a layout or of the master; px.

    index: ties a slide's to the layout's; 0 for the title, which there is one of. types: how the
    levels of its words are set; none for what the master says. outline: what a picture in it is cut
    to, None for the box. prompt: what stands in it until somebody writes. anchor: the edge its
    words stand at.
    """

    kind: Kind
    index: int
    name: str
    box: Box
    types: tuple[Type, ...] = ()
    anchor: Literal["t", "ctr", "b"] = "t"
    prompt: str = ""
    outline: Path | None = None
    fill: str = ""

    @property
    def is_picture(self) -> bool:
        return self.kind == "pic"

    def tag(self, prompted: bool = False) -> str:
        """`p:ph`."""
        about = f' type="{self.kind}"' if self.kind else ""
        about += f' idx="{self.index}"' if self.index else ""
        about += ' hasCustomPrompt="1"' if prompted else ""
        return f"<p:ph{about}/>"

    def xml(self, numbers: Iterator[int], theme: Theme, language: str) -> str:
        """The place on its layout, with its prompt in `language` (BCP 47)."""
        frame = xfrm(Box(*(side * EMU_PX for side in _sides(self.box))))
        fill = f"<a:solidFill>{theme.color(self.fill)}</a:solidFill>" if self.fill else ""
        shape = f"{frame}{self.geometry()}{fill}"
        levels = "".join(
            level(number, each, theme) for number, each in enumerate(self.types, start=1)
        )
        spoken = f'<a:rPr lang="{language}"/>'
        if self.kind in _FIELDS:
            text = escape(self.prompt or "‹#›")
            words = f"{_FIELDS[self.kind]}{spoken}<a:t>{text}</a:t></a:fld>"
        else:
            words = _runs(self.prompt, spoken)
        words = words or f'<a:endParaRPr lang="{language}"/>'
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{next(numbers)}" name="{escape(self.name)}"/>'
            '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr>{self.tag(self._is_prompted)}</p:nvPr></p:nvSpPr><p:spPr>{shape}</p:spPr>"
            f"<p:txBody>{self._body}<a:lstStyle>{levels}</a:lstStyle>"
            f"<a:p>{words}</a:p></p:txBody></p:sp>"
        )

    def geometry(self) -> str:
        """What a picture in it is cut to."""
        if self.outline is None:
            return preset_geometry("rect")
        emu = Affine.scaling(EMU_PX)
        box = Box(*(side * EMU_PX for side in _sides(self.box)))
        return custom_geometry((self.outline.transform(emu),), box)

    @property
    def _is_prompted(self) -> bool:
        return bool(self.prompt) and self.kind not in ("dt", "ftr", "sldNum")

    @property
    def _body(self) -> str:
        is_small = self.kind in ("dt", "ftr", "sldNum")
        fits = "<a:noAutofit/>" if is_small or self.is_picture else "<a:normAutofit/>"
        return (
            '<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"'
            f' rtlCol="0" anchor="{self.anchor}">{fits}</a:bodyPr>'
        )


_FIELDS = {
    "sldNum": '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">',
    "dt": '<a:fld id="{5A8E2A4C-3C1B-4B8E-9C53-0F0B3C6E7D11}" type="datetimeFigureOut">',
}
"""What a program writes by itself; the words in them are what it has not counted yet."""


@dataclass(frozen=True, slots=True)
class Text:
    """What a slide writes into a place. paragraphs: each with its level from 0.

    scale: what the words are made smaller by, where there are more than the place has room for.
    """

    place: Place
    paragraphs: tuple[tuple[int, str], ...]
    scale: float = 1.0

    def xml(self, numbers: Iterator[int], language: str) -> str:
        """The placeholder on its slide."""
        shrunk = ""
        if self.scale < 1:
            shrunk = f'<a:normAutofit fontScale="{round(self.scale * 100000)}"/>'
        spoken = f'<a:rPr lang="{language}" dirty="0"/>'
        if self.place.kind == "sldNum":
            text = escape(self.paragraphs[0][1])
            body = f"<a:p>{_FIELDS['sldNum']}{spoken}<a:t>{text}</a:t></a:fld>"
            body += f'<a:endParaRPr lang="{language}" dirty="0"/></a:p>'
        else:
            deep = {depth: f'<a:pPr lvl="{depth}"/>' if depth else "" for depth in range(LEVELS)}
            body = "".join(
                f"<a:p>{deep[depth]}{_runs(text, spoken)}"
                f'<a:endParaRPr lang="{language}" dirty="0"/></a:p>'
                for depth, text in self.paragraphs
            )
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{next(numbers)}" name="{escape(self.place.name)}"/>'
            '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr>{self.place.tag()}</p:nvPr></p:nvSpPr><p:spPr/>"
            f"<p:txBody><a:bodyPr>{shrunk}</a:bodyPr><a:lstStyle/>{body}</p:txBody></p:sp>"
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in a place: encoded bytes of the proportions of its box. alt: what is seen on it"""

    place: Place
    kind: str
    data: bytes
    alt: str

    def xml(self, numbers: Iterator[int], relationship: str) -> str:
        """The placeholder on its slide. Its outline is said again: not every program looks for it
        on the layout."""
        about = f'id="{next(numbers)}" name="{escape(self.place.name)}" descr="{escape(self.alt)}"'
        shape = self.place.geometry() if self.place.outline is not None else ""
        return (
            f"<p:pic><p:nvPicPr><p:cNvPr {about}/>"
            '<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>'
            f"<p:nvPr>{self.place.tag()}</p:nvPr></p:nvPicPr>"
            f'<p:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch>'
            f"</p:blipFill><p:spPr>{shape}</p:spPr></p:pic>"
        )


def level(number: int, type_: Type, theme: Theme) -> str:
    """`a:lvl<n>pPr`: how one level of a list is set."""
    fonts = "mj" if type_.heading else "mn"
    size = round(type_.points * 100)
    spacing = round(type_.leading / _LINE * 100) * 1000
    before = round(type_.after * size) if type_.after else 0
    indent = round(type_.points * 12700 * 1.15) if type_.bullet else 0
    left = indent * number if type_.bullet else round(type_.points * 12700 * 1.15) * (number - 1)
    bullet = "<a:buNone/>"
    if type_.bullet:
        bullet = f"<a:buClr>{theme.color(type_.bullet_color or type_.color)}</a:buClr>"
        bullet += '<a:buFont typeface="Arial"/>'
        bullet += f'<a:buChar char="{escape(type_.bullet)}"/>'
    caps = ' cap="all"' if type_.upper else ' cap="none"'
    track = round(type_.tracking * size)
    return (
        f'<a:lvl{number}pPr marL="{left}" indent="{-indent}" algn="{type_.align}"'
        ' defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{spacing}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{before}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{bullet}'
        f'<a:defRPr sz="{size}" b="{int(type_.bold)}" i="0" kern="1200"{caps} spc="{track}">'
        f"<a:solidFill>{theme.color(type_.color)}</a:solidFill>"
        f'<a:latin typeface="+{fonts}-lt"/><a:ea typeface="+{fonts}-ea"/>'
        f'<a:cs typeface="+{fonts}-cs"/></a:defRPr></a:lvl{number}pPr>'
    )


def levels(types: Sequence[Type], theme: Theme) -> str:
    """A whole list style; levels that are not told are set as the last."""
    every = [types[min(index, len(types) - 1)] for index in range(LEVELS)]
    return "".join(level(number, each, theme) for number, each in enumerate(every, start=1))


def _runs(text: str, spoken: str) -> str:
    """A paragraph's runs; a line end within it stays one."""
    lines = text.split("\n")
    written = (f"<a:r>{spoken}<a:t>{escape(line)}</a:t></a:r>" if line else "" for line in lines)
    return "<a:br/>".join(written)


def _sides(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom
