"""A Word document: pages with a head and a foot, styles of the brand, its theme inside.

Written part by part and not through python-docx, which starts from a template with Word's own
styles and Word's own theme, has no way to either a theme or a content control, and dates what it
writes by the clock. What is here is what the format asks for and what a reader would miss: a
language for the spelling, descriptions of pictures, headings that make an outline.

    Document(blocks, theme, language="kk", title="…", head=(Paragraph(…),)) → docx(…) → bytes

Source: ECMA-376 part 1, § 17.2 (document), § 17.6 (sections), § 17.10 (headers and footers),
§ 17.15 (settings).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from creativekit.documents.docx_blocks import Block, blocks
from creativekit.documents.docx_fonts import EmbeddedFont, font_table
from creativekit.documents.docx_markup import (
    OFFICE,
    PACKAGE,
    REGIONS,
    SPACES,
    TYPE,
    Theme,
    escape,
    twips,
)
from creativekit.documents.docx_package import Package, Part, content_type, root_relations
from creativekit.documents.docx_styles import Look, numbering, styles

_WORD_2013 = 15
_END = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    "{}</w:pPr></w:p>"
)
_CORE = f"{PACKAGE}/metadata/core-properties"


@dataclass(frozen=True, slots=True)
class Page:
    """Measures of a page in mm; head and foot are from the paper's edge to theirs."""

    width: float = 210.0
    height: float = 297.0
    top: float = 20.0
    right: float = 20.0
    bottom: float = 20.0
    left: float = 20.0
    head: float = 10.0
    foot: float = 10.0


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of their own, after those before. head, foot: on each; first_head, first_foot: on the
    first one instead, where one of them is not None."""

    blocks: Sequence[Block]
    page: Page = field(default_factory=Page)
    head: Sequence[Block] = ()
    foot: Sequence[Block] = ()
    first_head: Sequence[Block] | None = None
    first_foot: Sequence[Block] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """blocks: its text. head, foot: on each page; first_head, first_foot: on the first one
    instead, where one of them is not None. more: sections after these.

    language: kk, ru or en: what its text is checked as. title: what programs show for its name.
    locked: only its content controls can be changed (a password is not asked for). fonts: that
    travel with it.
    """

    blocks: Sequence[Block]
    theme: Theme
    language: str
    title: str
    look: Look = field(default_factory=Look)
    page: Page = field(default_factory=Page)
    head: Sequence[Block] = ()
    foot: Sequence[Block] = ()
    first_head: Sequence[Block] | None = None
    first_foot: Sequence[Block] | None = None
    locked: bool = False
    fonts: Sequence[EmbeddedFont] = ()
    more: Sequence[Section] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        first = Section(
            self.blocks, self.page, self.head, self.foot, self.first_head, self.first_foot
        )
        return (first, *self.more)


def docx(document: Document) -> bytes:
    """The .docx, the same bytes for the same document.

    Raises ValueError for a table whose rows differ, and for a picture that is no PNG or JPEG.
    """
    package = Package(document.theme)
    package.hold(
        "_rels/.rels",
        root_relations(
            {f"{OFFICE}/officeDocument": "word/document.xml", _CORE: "docProps/core.xml"}
        ).encode(),
    )
    _core(package, document)
    main = package.part("word/document.xml", content_type("document.main"))
    for kind, name, text in (
        ("styles", "styles", styles(document.theme, document.look, document.language)),
        ("numbering", "numbering", numbering()),
        ("settings", "settings", _settings(document)),
    ):
        package.part(f"word/{name}.xml", content_type(name)).write(text)
        main.related(kind, f"{name}.xml")
    if document.fonts:
        font_table(package, document.fonts)
        main.related("fontTable", "fontTable.xml")
    package.part("word/theme/theme1.xml", f"{TYPE}.theme+xml").write(document.theme.part())
    main.related("theme", "theme/theme1.xml")
    main.write(
        f"<w:document{SPACES}><w:body>{_body(main, document.sections)}</w:body></w:document>"
    )
    return package.file()


def _core(package: Package, document: Document) -> None:
    part = package.part(
        "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"
    )
    part.write(
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(document.title)}</dc:title>"
        f"<dc:language>{REGIONS.get(document.language, 'en-GB')}</dc:language>"
        "</cp:coreProperties>"
    )


def _settings(document: Document) -> str:
    region = REGIONS.get(document.language, "en-GB")
    locked = '<w:documentProtection w:edit="forms" w:enforcement="1"/>' if document.locked else ""
    fonts = "<w:embedTrueTypeFonts/><w:saveSubsetFonts/>" if document.fonts else ""
    colors = " ".join(
        f'w:{key}="{value}"'
        for key, value in (
            ("bg1", "light1"),
            ("t1", "dark1"),
            ("bg2", "light2"),
            ("t2", "dark2"),
            *((f"accent{number}", f"accent{number}") for number in range(1, 7)),
            ("hyperlink", "hyperlink"),
            ("followedHyperlink", "followedHyperlink"),
        )
    )
    return (
        f'<w:settings{SPACES}><w:zoom w:percent="100"/>{fonts}{locked}'
        f'<w:defaultTabStop w:val="{twips(12.5)}"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode"'
        f' w:uri="http://schemas.microsoft.com/office/word" w:val="{_WORD_2013}"/></w:compat>'
        f'<w:themeFontLang w:val="{region}"/><w:clrSchemeMapping {colors}/></w:settings>'
    )


def _body(main: Part, sections: Sequence[Section]) -> str:
    """All sections; what a section's pages are like stands behind it: in the body's end for the
    last one, in a paragraph of no height for those before."""
    numbers = count(1)
    made = []
    for section in sections:
        made.append(blocks(main, section.blocks))
        about = _section(main, section, numbers)
        made.append(about if section is sections[-1] else _END.format(about))
    return "".join(made)


def _section(main: Part, section: Section, numbers: Iterator[int]) -> str:
    page = section.page
    has_first = section.first_head is not None or section.first_foot is not None
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    marks = ""
    for tag, name, found in (
        ("hdr", "header", (("default", section.head), ("first", section.first_head))),
        ("ftr", "footer", (("default", section.foot), ("first", section.first_foot))),
    ):
        for kind, content in found:
            if kind == "first" and not has_first:
                continue
            file = f"{name}{next(numbers)}.xml"
            part = main.package.part(f"word/{file}", content_type(name))
            inside = blocks(part, content or ())
            part.write(f"<w:{tag}{SPACES}>{inside}</w:{tag}>")
            marks += f'<w:{name}Reference w:type="{kind}" r:id="{main.related(name, file)}"/>'
    return (
        f"<w:sectPr>{marks}"
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"'
        f"{turned}/>"
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}"'
        f' w:bottom="{twips(page.bottom)}" w:left="{twips(page.left)}"'
        f' w:header="{twips(page.head)}" w:footer="{twips(page.foot)}" w:gutter="0"/>'
        f"{'<w:titlePg/>' if has_first else ''}</w:sectPr>"
    )
