"""What stands in a line of a Word document: words, links, page numbers, pictures, fields to fill.

Sources: ECMA-376 part 1, § 17.3.2 (runs), § 17.5.2 (content controls: `w:sdt`), § 17.16.22
(hyperlinks), § 20.4 (drawings); [MS-ODRAWXML] 2.3 for the SVG beside a PNG, which Word shows from
version 2016 on and others pass over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from creativekit.documents.docx_markup import (
    REGIONS,
    color_attributes,
    emu,
    escape,
    half_points,
    properties,
    valued,
)
from creativekit.documents.docx_package import Part

_BREAKS = re.compile("([\n\t])")
_NAME = re.compile("[A-Za-z_][A-Za-z0-9_]{0,39}")
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SVG = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
    ' r:embed="{name}"/></a:ext></a:extLst>'
)
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/></a:ext></a:extLst>'
)


@dataclass(frozen=True, slots=True)
class Run:
    r"""Words set in one way; `\n` is a new line in the same paragraph, `\t` a tab.

    What is None is as the paragraph's style has it. style: the id of a character style. face: the
    theme's face of headings or of text. size: points. color: a slot of the theme, or `#rrggbb`.
    tracking: points added between letters. language: kk, ru or en, where it is another one.
    """

    text: str
    style: str | None = None
    face: Literal["major", "minor"] | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    size: float | None = None
    color: str | None = None
    tracking: float | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address: `https:`, `mailto:` or `tel:`."""

    target: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page it stands on, or of all pages; `run` says how it is set."""

    of: Literal["page", "pages"] = "page"
    run: Run = Run("1")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the line, or, with `at`, behind the words at a place of the page.

    png: its pixels (a JPEG too); svg: the same picture as shapes, for programs that can; width,
    height: mm. alt: what it shows; empty, it is an ornament that is not read aloud. at: mm from
    the page's left and upper edge.
    """

    png: bytes
    width: float
    height: float
    alt: str
    svg: bytes | None = None
    at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class TextControl:
    """A field that somebody fills in: plain text, found again by its `tag`.

    tag: the name by which a program reads it back (64 characters, as Word keeps no more); alias:
    the title that Word shows over it. text: what is filled in; while it is empty, `placeholder`
    stands there, greyed by the style PlaceholderText, and goes when one types. (When a text is
    deleted again, Word puts its own prompt there: ours would need a second document inside.)
    several_lines: whether Enter makes a new line. as_rich: as a control that takes formatting, too:
    LibreOffice up to 7.4 moves the line ends of a plain one out of it when it saves. run: how the
    text is set; faint: the placeholder's colour, for programs that take it from no style.
    """

    tag: str
    alias: str
    text: str = ""
    placeholder: str = ""
    several_lines: bool = False
    as_rich: bool = False
    run: Run = Run("")
    faint: str | None = None


@dataclass(frozen=True, slots=True)
class ChoiceControl:
    """A field where one of `choices` is picked; `text` is the one that is, or empty.

    values: what a program reads for each of them; without, the choices themselves. faint: as above.
    """

    tag: str
    alias: str
    choices: tuple[str, ...]
    text: str = ""
    placeholder: str = ""
    run: Run = Run("")
    values: tuple[str, ...] = ()
    faint: str | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A name for what stands inside it: letters, digits and `_`, 40 characters at most; Word does
    not list one that begins with `_`. Programs that know no tags of controls keep it."""

    name: str
    content: tuple[Inline, ...]


Inline: TypeAlias = Run | Link | PageNumber | Picture | TextControl | ChoiceControl | Bookmark

MOST_TAG, MOST_BOOKMARK = 64, 40


def inline(part: Part, found: Sequence[Inline]) -> str:
    """The markup of what stands in a paragraph."""
    return "".join(_one(part, each) for each in found)


def run_properties(part: Part, run: Run, style: str | None = None) -> str:
    """`w:rPr` of a run; style: instead of the run's own."""
    fonts = ""
    if run.face is not None:
        fonts = theme_fonts(run.face)
    size = None if run.size is None else half_points(run.size)
    spacing = None if run.tracking is None else round(run.tracking * 20)
    language = None if run.language is None else REGIONS.get(run.language, run.language)
    color = "" if run.color is None else f"<w:color {color_attributes(part.theme, run.color)}/>"
    return properties(
        "rPr",
        {
            "rStyle": valued("rStyle", style or run.style),
            "rFonts": fonts,
            "b": valued("b", run.bold),
            "bCs": valued("bCs", run.bold),
            "i": valued("i", run.italic),
            "iCs": valued("iCs", run.italic),
            "caps": valued("caps", run.caps),
            "color": color,
            "spacing": valued("spacing", spacing),
            "sz": valued("sz", size),
            "szCs": valued("szCs", size),
            "lang": valued("lang", language),
        },
    )


def theme_fonts(face: Literal["major", "minor"]) -> str:
    """The theme's face for every script."""
    return (
        f'<w:rFonts w:asciiTheme="{face}HAnsi" w:hAnsiTheme="{face}HAnsi"'
        f' w:eastAsiaTheme="{face}EastAsia" w:cstheme="{face}Bidi"/>'
    )


def _one(part: Part, found: Inline) -> str:
    if isinstance(found, Run):
        return _run(part, found)
    if isinstance(found, Link):
        name = part.related("hyperlink", found.target, external=True)
        inside = "".join(_run(part, run, run.style or "Hyperlink") for run in found.runs)
        return f'<w:hyperlink r:id="{name}" w:history="1">{inside}</w:hyperlink>'
    if isinstance(found, PageNumber):
        code = "PAGE" if found.of == "page" else "NUMPAGES"
        return f'<w:fldSimple w:instr=" {code} ">{_run(part, found.run)}</w:fldSimple>'
    if isinstance(found, Picture):
        return f"<w:r>{_drawing(part, found)}</w:r>"
    if isinstance(found, Bookmark):
        return _bookmark(part, found)
    return _control(part, found)


def _run(part: Part, run: Run, style: str | None = None) -> str:
    return f"<w:r>{run_properties(part, run, style)}{_text(run.text)}</w:r>"


def _text(text: str) -> str:
    marks = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        marks.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in _BREAKS.split(text)
        if piece
    )


def _bookmark(part: Part, mark: Bookmark) -> str:
    if not _NAME.fullmatch(mark.name):
        raise ValueError(f"this cannot be the name of a bookmark: {mark.name!r}")
    number = next(part.package.ids)
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{mark.name}"/>{inline(part, mark.content)}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def _control(part: Part, control: TextControl | ChoiceControl) -> str:
    if len(control.tag) > MOST_TAG:
        raise ValueError(f"a tag has at most {MOST_TAG} characters: {control.tag!r}")
    if isinstance(control, TextControl):
        lines = ' w:multiLine="1"' if control.several_lines else ""
        kind, what = "text", "" if control.as_rich else f"<w:text{lines}/>"
    else:
        kind = "dropDownList"
        # A list may hold a value once only.
        listed = dict(zip(control.choices, control.values or control.choices, strict=True))
        items = "".join(
            f'<w:listItem w:displayText="{escape(each)}" w:value="{escape(value)}"/>'
            for each, value in listed.items()
        )
        what = f"<w:dropDownList>{items}</w:dropDownList>"
    is_empty = not control.text
    about = properties(
        "sdtPr",
        {
            "rPr": run_properties(part, control.run),
            "alias": valued("alias", control.alias[:MOST_TAG] or None),
            "tag": valued("tag", control.tag),
            "id": valued("id", next(part.package.ids)),
            "showingPlcHdr": valued("showingPlcHdr", is_empty or None),
            kind: what,
        },
    )
    # A control with nothing in it cannot be clicked into: a blank stands there at least.
    shown = control.placeholder or "\u2003" if is_empty else control.text
    run, style = control.run, None
    if is_empty:
        style = "PlaceholderText"
        # LibreOffice passes over the colour of this style.
        run = replace(run, color=control.faint or run.color)
    inside = f"<w:r>{run_properties(part, run, style)}{_text(shown)}</w:r>"
    return f"<w:sdt>{about}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def _drawing(part: Part, picture: Picture) -> str:
    size = f'cx="{emu(picture.width)}" cy="{emu(picture.height)}"'
    number = next(part.package.ids)
    alt = escape(picture.alt)
    more = "" if picture.alt else _DECORATIVE
    about = f'<wp:docPr id="{number}" name="Picture {number}" descr="{alt}"'
    about += f">{more}</wp:docPr>" if more else "/>"
    svg = ""
    embedded = part.related("image", part.package.media(picture.png))
    if picture.svg is not None:
        svg = _SVG.format(name=part.related("image", part.package.media(picture.svg, "svg")))
    inside = (
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Picture {number}" descr="{alt}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{embedded}">{svg}</a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic>"
    )
    if picture.at is None:
        return (
            '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f"{about}{inside}</wp:inline></w:drawing>"
        )
    places = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{emu(place)}</wp:posOffset>'
        f"</wp:position{axis}>"
        for axis, place in zip("HV", picture.at, strict=True)
    )
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        ' relativeHeight="0" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{places}<wp:extent {size}/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f"{about}{inside}</wp:anchor></w:drawing>"
    )
