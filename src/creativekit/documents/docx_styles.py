"""The styles of a document, so that what somebody writes in it later wears the brand too.

Every face and colour is a reference to the theme: who gives the document another theme gets
another brand. Headings name the theme's face themselves, because Word's own heading styles do not
take it from Normal. Sizes are points: text as the look says, headings on it by a scale of a
fifth, a quarter, a half more, and twice.

Source: ECMA-376 part 1, § 17.7 (styles), § 17.9 (lists), [MS-DOCX] 2.6.1 (numForm);
names as Word has them, so that its interface shows them in the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from creativekit.documents.docx_markup import (
    LATER,
    REGIONS,
    SPACES,
    Theme,
    color_attributes,
    escape,
    half_points,
    properties,
    twips,
    valued,
)

BULLETS = 1
"""The number of the list that "List Bullet" is of."""

_INDENT_MM = 5.0


@dataclass(frozen=True, slots=True)
class Look:
    """How the text is set.

    size: points of the text; leading: of its lines, in parts of the face's own height; after: mm
    between paragraphs. heading_scale: of the heading face's sizes; heading_bold: whether it is its
    family's bold; caps: titles in capitals; tracking: em between letters of titles.
    heading, muted, accent, line: slots of the theme, or `#rrggbb`, of headings, of small text, of
    what stands out, of thin lines. chapter: size of first headings, in parts of the text's; rule: a
    slot or colour of a line above each of them, none if empty.
    """

    size: float = 10.5
    leading: float = 1.2
    after: float = 2.4
    heading_scale: float = 1.0
    heading_bold: bool = False
    caps: bool = False
    tracking: float = 0.0
    heading: str = "dk1"
    muted: str = "accent6"
    accent: str = "accent1"
    line: str = "accent6"
    chapter: float = 1.5
    rule: str = ""


def styles(theme: Theme, look: Look, language: str) -> str:
    """styles.xml."""
    return (
        f"<w:styles{SPACES}{LATER}>{_defaults(theme, look, language)}"
        f"{''.join(_all(theme, look))}</w:styles>"
    )


def numbering() -> str:
    """numbering.xml: the list of "List Bullet", three levels of a dash."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="–"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{twips(_INDENT_MM * (level + 1))}" w:hanging="{twips(_INDENT_MM)}"/>'
        "</w:pPr></w:lvl>"
        for level in range(3)
    )
    return (
        f'<w:numbering{SPACES}><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _defaults(theme: Theme, look: Look, language: str) -> str:
    region = REGIONS.get(language, "en-GB")
    size = half_points(look.size)
    run = properties(
        "rPr",
        {
            "rFonts": (
                '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
                ' w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>'
            ),
            "color": f"<w:color {color_attributes(theme, 'dk1')}/>",
            "sz": valued("sz", size),
            "szCs": valued("szCs", size),
            "lang": f'<w:lang w:val="{region}" w:eastAsia="en-US" w:bidi="ar-SA"/>',
            # Figures as high as capitals, where a face has old-style ones of itself.
            "numForm": '<w14:numForm w14:val="lining"/>',
        },
    )
    paragraph = properties(
        "pPr",
        {
            "spacing": (
                f'<w:spacing w:before="0" w:after="{twips(look.after)}"'
                f' w:line="{round(look.leading * 240)}" w:lineRule="auto"/>'
            )
        },
    )
    return (
        f"<w:docDefaults><w:rPrDefault>{run}</w:rPrDefault>"
        f"<w:pPrDefault>{paragraph}</w:pPrDefault></w:docDefaults>"
    )


def _all(theme: Theme, look: Look) -> Iterator[str]:
    yield _style("paragraph", "Normal", "Normal", default=True, quick=True)
    yield _style(
        "character", "DefaultParagraphFont", "Default Paragraph Font", default=True, priority=1
    )
    yield _table_normal()
    yield '<w:style w:type="numbering" w:default="1" w:styleId="NoList">' + (
        '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
        "</w:style>"
    )
    for level, (share, before, after) in enumerate(
        ((2.0, 0.0, 4.0), (look.chapter, 7.0, 2.4), (1.25, 5.0, 1.6), (1.0, 4.0, 1.0))
    ):
        name = f"heading {level}" if level else "Title"
        yield _style(
            "paragraph",
            f"Heading{level}" if level else "Title",
            name,
            quick=True,
            priority=9 if level else 10,
            follow="Normal",
            paragraph={
                "keepNext": "<w:keepNext/>",
                "keepLines": "<w:keepLines/>",
                "pBdr": (
                    f'<w:pBdr><w:top w:val="single" w:sz="10" w:space="5"'
                    f" {color_attributes(theme, look.rule, 'color')}/></w:pBdr>"
                    if level == 1 and look.rule
                    else ""
                ),
                "spacing": (
                    f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}"'
                    f' w:line="{252 if level < 2 else 264}" w:lineRule="auto"/>'
                ),
                "outlineLvl": valued("outlineLvl", level - 1) if level else "",
            },
            run=_heading(theme, look, share, is_text=level == 3),
        )
    yield _style(
        "paragraph",
        "Quote",
        "Quote",
        quick=True,
        priority=29,
        follow="Normal",
        paragraph={
            "pBdr": (
                '<w:pBdr><w:left w:val="single" w:sz="18" w:space="10"'
                f" {color_attributes(theme, look.accent, 'color')}/></w:pBdr>"
            ),
            "spacing": f'<w:spacing w:before="{twips(3)}" w:after="{twips(4)}"/>',
            "ind": f'<w:ind w:left="{twips(6)}" w:right="{twips(6)}"/>',
        },
        run=_sized(look.size * 1.15),
    )
    yield _style(
        "paragraph",
        "ListBullet",
        "List Bullet",
        quick=True,
        priority=36,
        paragraph={
            "numPr": f'<w:numPr><w:numId w:val="{BULLETS}"/></w:numPr>',
            "spacing": f'<w:spacing w:after="{twips(look.after / 2)}"/>',
        },
    )
    small = {
        **_sized(look.size * 0.8),
        "color": f"<w:color {color_attributes(theme, look.muted)}/>",
    }
    tight = {"spacing": '<w:spacing w:after="0" w:line="264" w:lineRule="auto"/>'}
    yield _style("paragraph", "Header", "header", priority=99, paragraph=tight, run=small)
    yield _style("paragraph", "Footer", "footer", priority=99, paragraph=tight, run=small)
    yield _style(
        "paragraph", "Caption", "caption", quick=True, priority=35, follow="Normal", run=small
    )
    yield _style(
        "character",
        "Strong",
        "Strong",
        quick=True,
        priority=22,
        run={"b": "<w:b/>", "bCs": "<w:bCs/>"},
    )
    yield _style(
        "character",
        "Hyperlink",
        "Hyperlink",
        priority=99,
        run={
            "color": f"<w:color {color_attributes(theme, 'hlink')}/>",
            "u": valued("u", "single"),
        },
    )
    yield _style(
        "character",
        "QuietLink",
        "Quiet Link",
        priority=99,
        run={
            "color": f"<w:color {color_attributes(theme, look.muted)}/>",
            "u": valued("u", "none"),
        },
    )
    yield _style(
        "character",
        "PlaceholderText",
        "Placeholder Text",
        priority=99,
        run={"color": f"<w:color {color_attributes(theme, look.muted)}/>"},
    )


def _heading(theme: Theme, look: Look, share: float, *, is_text: bool) -> dict[str, str]:
    """Of a heading in the face of headings; the smallest is the text's face in bold."""
    face = "minor" if is_text else "major"
    scale = 1.0 if is_text else look.heading_scale
    size = look.size * share * scale
    spacing = None if is_text or not look.tracking else round(look.tracking * size * 20)
    bold = is_text or look.heading_bold
    return {
        "rFonts": (
            f'<w:rFonts w:asciiTheme="{face}HAnsi" w:hAnsiTheme="{face}HAnsi"'
            f' w:eastAsiaTheme="{face}EastAsia" w:cstheme="{face}Bidi"/>'
        ),
        "b": valued("b", bold),
        "bCs": valued("bCs", bold),
        "caps": valued("caps", True if look.caps and not is_text else None),
        "color": f"<w:color {color_attributes(theme, look.heading)}/>",
        "spacing": valued("spacing", spacing or None),
        **_sized(size),
    }


def _sized(points: float) -> dict[str, str]:
    size = half_points(points)
    return {"sz": valued("sz", size), "szCs": valued("szCs", size)}


def _style(
    kind: str,
    identifier: str,
    name: str,
    *,
    default: bool = False,
    quick: bool = False,
    priority: int = 0,
    follow: str | None = None,
    paragraph: Mapping[str, str] | None = None,
    run: Mapping[str, str] | None = None,
) -> str:
    based, is_default = "", ' w:default="1"'
    if not default:
        is_default = ""
        based = valued("basedOn", "Normal" if kind == "paragraph" else "DefaultParagraphFont")
    return (
        f'<w:style w:type="{kind}"{is_default} w:styleId="{identifier}">'
        f'<w:name w:val="{escape(name)}"/>{based}'
        f"{valued('next', follow)}{valued('uiPriority', priority or None)}"
        f"{'<w:qFormat/>' if quick else ''}"
        f"{properties('pPr', paragraph or {})}{properties('rPr', run or {})}</w:style>"
    )


def _table_normal() -> str:
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )
