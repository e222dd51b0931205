"""A Word document as Word reads it: parts that are declared, names that lead somewhere, properties
in their order, and text that is never markup."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from creativekit.canvas.backends.pptx_theme import SLOTS, Theme
from creativekit.documents.docx import Document, Page, Section, docx
from creativekit.documents.docx_blocks import Block, Border, Cell, Paragraph, Row, Table, blocks
from creativekit.documents.docx_markup import escape, properties
from creativekit.documents.docx_package import Package
from creativekit.documents.docx_runs import (
    MOST_TAG,
    Bookmark,
    ChoiceControl,
    Link,
    PageNumber,
    Picture,
    Run,
    TextControl,
)
from creativekit.documents.docx_styles import Look
from tools import as_pdf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
THEME = Theme(
    "Саз & <co>", {slot: f"#0000{i:02x}" for i, slot in enumerate(SLOTS)}, "Lora", "Onest"
)
HOSTILE = '<w:p/> & "quoted" ]]> {0} %s \x00\x0b \ud800 Ғ ₸ \U0001f600'

# From the schema of ECMA-376 (CT_PPr, CT_RPr, CT_SdtPr, CT_TblPr, CT_TcPr, CT_Settings, CT_SectPr,
# CT_Style): Word calls a file damaged when these stand otherwise.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr tabs spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs caps color spacing sz szCs u lang",
    "sdtPr": "rPr alias tag id showingPlcHdr text dropDownList",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption"
    " tblDescription",
    "tcPr": "tcW gridSpan tcBorders shd tcMar vAlign",
    "tcBorders": "top left bottom right",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "settings": "zoom embedTrueTypeFonts saveSubsetFonts documentProtection defaultTabStop"
    " characterSpacingControl compat themeFontLang clrSchemeMapping",
    "lvl": "start numFmt lvlText lvlJc pPr",
}


def png(color: str = "red") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (40, 20), color).save(target, "PNG")
    return target.getvalue()


def everything() -> Document:
    """Each thing that a document can have, at least once."""
    line = Border("accent2", 1.0)
    head = Row((Cell((Paragraph("Бағасы"),), fill="accent1"), Cell((), span=2)), head=True)
    inner = Table((20.0,), (Row((Cell((Paragraph("ішкі"),)),)),))
    row = Row(
        (
            Cell((inner,), borders=(("bottom", line), ("top", line)), padding=(1, 1, 1, 1)),
            Cell((Paragraph("12\u00a0500\u00a0₸"),), align="center"),
            Cell(()),
        ),
        height=12.0,
    )
    content = (
        Run("қалың\nекінші жол\tтабуляция", bold=True, color="accent1", size=14, language="ru"),
        Run("көлбеу", italic=True, face="major", caps=True, tracking=0.5, color="#123456"),
        Link('https://saz.example/?a=1&b="2"', (Run("сілтеме"),)),
        TextControl("audience.who", "Кім?", placeholder="Бір адам", run=Run("", size=12)),
        TextControl("audience.quote", "Сөзі", "бір\nекі", several_lines=True),
        ChoiceControl("score", "Ұпай", ("0", "1", "1", "2"), "1"),
        Picture(png(), 20, 10, "Қызыл <тіктөртбұрыш>", b"<svg/>"),
    )
    paragraphs: list[Block] = [
        Paragraph("Тақырып", style="Title"),
        *(Paragraph(f"Бөлім {level}", style=f"Heading{level}") for level in (1, 2, 3)),
        Paragraph(content, align="right", before=2, after=3, leading=1.5, tabs=((30, "right"),)),
        Paragraph("тізім", style="ListBullet"),
        Paragraph("ішкі тізім", style="ListBullet", level=1, keep_next=True, new_page=True),
        Paragraph("дәйексөз", style="Quote"),
    ]
    table = Table((40, 60, 70), (head, row), Border(), "Баға", "Екі жол")
    return Document(
        (*paragraphs, table, inner),
        THEME,
        "kk",
        HOSTILE,
        Look(heading_bold=True, caps=True, tracking=-0.01),
        Page(297, 210),
        head=(Paragraph((PageNumber(), Run(" / "), PageNumber("pages")), style="Header"),),
        first_head=(Paragraph((Picture(png("blue"), 9, 210, "", at=(288, 0)),)),),
        foot=(table,),
        locked=True,
    )


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def parts(data: bytes) -> Iterator[tuple[str, ElementTree.Element]]:
    archive = opened(data)
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")):
            yield name, ElementTree.fromstring(archive.read(name))


def body(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(opened(data).read("word/document.xml"))


def simple(*found: Block) -> bytes:
    return docx(Document(found, THEME, "kk", "Хат"))


# ---- the package


def test_every_part_has_a_type_and_every_relation_a_target() -> None:
    data = docx(everything())
    found = dict(parts(data))
    names = set(opened(data).namelist())
    types = found["[Content_Types].xml"]
    named = {each.get("PartName", "")[1:] for each in types.iter(f"{TYPES}Override")}
    endings = {each.get("Extension") for each in types.iter(f"{TYPES}Default")}
    assert named <= names
    for name in names - {"[Content_Types].xml"}:
        assert name in named or name.rpartition(".")[2] in endings - {"xml"}, name
    for name, tree in found.items():
        if name.endswith(".rels"):
            folder = PurePosixPath(name).parent.parent
            for each in tree.iter(f"{RELATIONS}Relationship"):
                if each.get("TargetMode") != "External":
                    assert str(folder / each.get("Target", "")) in names, (name, each.attrib)


def test_what_a_part_calls_is_among_its_relations() -> None:
    data = docx(everything())
    found = dict(parts(data))
    for name, tree in found.items():
        used = {value for each in tree.iter() for key, value in each.items() if key.startswith(R)}
        path = PurePosixPath(name)
        relations = found.get(f"{path.parent}/_rels/{path.name}.rels")
        known = {} if relations is None else {each.get("Id") for each in relations}
        assert used <= set(known), name
        assert not used or known


def test_entries_are_stored_and_know_no_clock() -> None:
    for entry in opened(docx(everything())).infolist():
        assert entry.compress_type == zipfile.ZIP_STORED
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert entry.create_system == 0


def test_the_same_picture_is_kept_once_and_another_is_refused() -> None:
    two = (Paragraph((Picture(png(), 1, 1, "a"), Picture(png(), 2, 2, "b"))),)
    media = [n for n in opened(simple(*two)).namelist() if "media" in n]
    assert media == ["word/media/image1.png"]
    with pytest.raises(ValueError, match="PNG"):
        simple(Paragraph((Picture(b"GIF89a", 1, 1, "a"),)))


def test_the_same_bytes_twice_and_in_another_process() -> None:
    first = docx(everything())
    assert docx(everything()) == first
    script = (
        "import hashlib, sys; sys.path[:0] = ['tests', 'tests/documents'];"
        "from test_docx import docx, everything;"
        "print(hashlib.sha256(docx(everything())).hexdigest())"
    )
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(root / "src")}
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root,
        env=environment,
    )  # fmt: skip
    assert told.stdout.strip() == hashlib.sha256(first).hexdigest()


# ---- the markup


def test_properties_stand_in_the_schemas_order() -> None:
    seen = set()
    for name, tree in parts(docx(everything())):
        for each in tree.iter():
            tag = each.tag.removeprefix(W)
            if tag not in ORDER or not each.tag.startswith(W):
                continue
            ranks = ORDER[tag].split()
            # What Word has beside the schema stands after all that is of it.
            assert not any(child.tag.startswith(W14) for child in list(each)[:-1])
            children = [child.tag.removeprefix(W) for child in each if W14 not in child.tag]
            assert [ranks.index(child) for child in children] == sorted(
                ranks.index(child) for child in children
            ), (name, tag, children)
            seen.add(tag)
    assert seen == set(ORDER)


def test_properties_are_ordered_whatever_order_they_come_in() -> None:
    found = {name: f"<w:{name}/>" for name in ("jc", "spacing", "pStyle", "keepNext")}
    assert properties("pPr", found) == (
        "<w:pPr><w:pStyle/><w:keepNext/><w:spacing/><w:jc/></w:pPr>"
    )
    assert properties("pPr", {"jc": ""}) == ""
    with pytest.raises(KeyError):
        properties("pPr", {"jcc": "<w:jcc/>"})


def test_numbers_of_drawings_and_controls_are_used_once() -> None:
    numbers = [
        each.get("id") if each.tag == f"{WP}docPr" else each.get(f"{W}val")
        for _, tree in parts(docx(everything()))
        for each in tree.iter()
        if each.tag in (f"{WP}docPr", f"{W}id")
    ]
    assert len(numbers) == 5
    assert len(set(numbers)) == 5


def test_a_cell_ends_with_a_paragraph_and_tables_stay_apart() -> None:
    tree = body(docx(everything()))
    for cell in tree.iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"
    inside = [each.tag.removeprefix(W) for each in tree[0]]
    assert ("tbl", "tbl") not in set(pairwise(inside))
    assert inside[-2:] == ["p", "sectPr"]


def test_colors_and_faces_refer_to_the_theme() -> None:
    data = docx(everything())
    styles = opened(data).read("word/styles.xml").decode()
    assert 'w:asciiTheme="majorHAnsi"' in styles
    assert 'w:themeColor="text1"' in styles
    for heading in ("Title", "Heading1", "Heading2", "Heading3"):
        style = styles.partition(f'w:styleId="{heading}"')[2].partition("</w:style>")[0]
        assert "w:asciiTheme=" in style, heading
        assert "w:cstheme=" in style, heading
    runs = opened(data).read("word/document.xml").decode()
    assert 'w:val="000004" w:themeColor="accent1"' in runs
    assert 'w:fill="000004" w:themeFill="accent1"' in runs
    assert '<w:color w:val="123456"/>' in runs
    assert opened(data).read("word/theme/theme1.xml").decode().endswith(THEME.part())


def test_a_row_of_another_width_is_refused() -> None:
    with pytest.raises(ValueError, match="2 columns"):
        simple(Table((10, 10), (Row((Cell(()),)),)))


def test_pictures_are_described_or_said_to_be_ornament() -> None:
    trees = [tree for _, tree in parts(docx(everything()))]
    about = [each for tree in trees for each in tree.iter(f"{WP}docPr")]
    told = {each.get("descr"): ElementTree.tostring(each, "unicode") for each in about}
    assert set(told) == {"Қызыл <тіктөртбұрыш>", ""}
    assert "decorative" in told[""]


# ---- controls


def controls(data: bytes) -> dict[str, tuple[str, bool]]:
    """Tag to text and whether it is the placeholder, as a program reads a document back."""
    found = {}
    for each in body(data).iter(f"{W}sdt"):
        tag = each.find(f"{W}sdtPr/{W}tag")
        assert tag is not None
        lines = [
            "\n" if part.tag == f"{W}br" else part.text or ""
            for part in each.iter()
            if part.tag in (f"{W}br", f"{W}t")
        ]
        is_empty = each.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        found[tag.get(f"{W}val", "")] = ("".join(lines), is_empty)
    return found


def test_controls_are_read_back_by_their_tags() -> None:
    assert controls(docx(everything())) == {
        "audience.who": ("Бір адам", True),
        "audience.quote": ("бір\nекі", False),
        "score": ("1", False),
    }


def test_a_tag_that_word_would_cut_is_refused() -> None:
    assert controls(simple(Paragraph((TextControl("t" * MOST_TAG, "a"),))))
    with pytest.raises(ValueError, match="tag"):
        simple(Paragraph((TextControl("t" * (MOST_TAG + 1), "a"),)))


def test_an_empty_control_has_something_to_click() -> None:
    ((text, is_empty),) = controls(simple(Paragraph((TextControl("t", "a"),)))).values()
    assert text
    assert is_empty


def test_a_rich_control_has_no_kind_and_a_list_its_values() -> None:
    data = simple(
        Paragraph((TextControl("t", "a", "x", several_lines=True, as_rich=True),)),
        Paragraph((ChoiceControl("c", "b", ("аз", "көп"), "аз", values=("-1", "1")),)),
    )
    one, two = body(data).iter(f"{W}sdtPr")
    assert one.find(f"{W}text") is None
    items = [
        (each.get(f"{W}displayText"), each.get(f"{W}value")) for each in two.iter(f"{W}listItem")
    ]
    assert items == [("аз", "-1"), ("көп", "1")]
    with pytest.raises(ValueError, match="shorter"):
        simple(Paragraph((ChoiceControl("c", "b", ("a", "b"), values=("1",)),)))


def test_the_prompt_is_faint_and_the_text_is_not() -> None:
    for text, color in (("", "AABBCC"), ("x", None)):
        control = TextControl("t", "a", text, "жазыңыз", faint="#aabbcc")
        (found,) = body(simple(Paragraph((control,)))).iter(f"{W}sdtContent")
        colors = [each.get(f"{W}val") for each in found.iter(f"{W}color")]
        assert colors == ([color] if color else [])


# ---- sections and bookmarks


def test_sections_have_pages_of_their_own() -> None:
    more = (
        Section((Paragraph("екі"),), Page(297, 210), head=(Paragraph("бас 2"),)),
        Section((Table((10,), (Row((Cell(()),)),)),), first_head=(Paragraph("бірінші"),)),
    )
    data = docx(
        Document((Paragraph("бір"),), THEME, "kk", "t", head=(Paragraph("бас 1"),), more=more)
    )
    tree = body(data)
    sections = list(tree.iter(f"{W}sectPr"))
    widths = [each.find(f"{W}pgSz").get(f"{W}w") for each in sections]  # type: ignore[union-attr]
    assert widths == ["11906", "16838", "11906"]
    assert [each.find(f"{W}titlePg") is not None for each in sections] == [False, False, True]
    assert tree[0][-1].tag == f"{W}sectPr"
    heads = [name for name in opened(data).namelist() if "header" in name and "rels" not in name]
    assert len(heads) == 4


def test_bookmarks_hold_what_they_name() -> None:
    data = simple(Paragraph((Bookmark("_ck_a", (Run("x"), TextControl("t", "a"))), Run("y"))))
    inside = [each.tag.removeprefix(W) for each in body(data)[0][0]]
    assert inside == ["bookmarkStart", "r", "sdt", "bookmarkEnd", "r"]
    for name in ("1a", "a.b", "қ", "a" * 41, ""):
        with pytest.raises(ValueError, match="bookmark"):
            simple(Paragraph((Bookmark(name, ()),)))


# ---- hostile text

_INLINE = "x p r t br tab hyperlink rPr rStyle"
_CONTROL = "sdt sdtPr sdtContent alias tag id text showingPlcHdr"
KNOWN = {*_INLINE.split(" "), *_CONTROL.split(" ")}


@given(st.text(max_size=80))
def test_any_text_stays_text(text: str) -> None:
    found = blocks(
        Package(THEME).part("word/document.xml"),
        (Paragraph((Run(text), TextControl("t", text, text), Link("https://a.b", (Run(text),)))),),
    )
    tree = ElementTree.fromstring(f'<x xmlns:w="{W[1:-1]}" xmlns:r="{R[1:-1]}">{found}</x>')
    shown = [each.text or "" for each in tree.iter(f"{W}t")]
    bare = "".join(char for char in text if char not in "\r\n\t")
    kept = "".join(shown).replace("\u2003", "")
    assert len(kept) >= len(bare) - bare.count("\u2003")
    assert {each.tag.removeprefix(W) for each in tree.iter()} <= KNOWN


def test_hostile_words_in_every_place() -> None:
    data = docx(
        Document(
            (
                Paragraph((Run(HOSTILE), TextControl("t", HOSTILE, HOSTILE, HOSTILE))),
                Paragraph((ChoiceControl("c", HOSTILE, (HOSTILE,), HOSTILE),)),
                Paragraph((Picture(png(), 1, 1, HOSTILE), Link(HOSTILE, (Run(HOSTILE),)))),
                Table((10,), (Row((Cell((Paragraph(HOSTILE),)),)),), None, HOSTILE, HOSTILE),
            ),
            THEME,
            "xx",
            HOSTILE,
        )
    )
    assert len(list(parts(data))) > 8
    assert "<w:p/>" in "".join(body(data).itertext())


def test_escape_leaves_nothing_that_xml_cannot_hold() -> None:
    assert escape('\x00<&">\ud800\ufffe') == " &lt;&amp;&quot;&gt;  "


# ---- another program


def test_libreoffice_opens_it(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx(everything()))
    pages = PdfReader(as_pdf(tmp_path / "a.docx")).pages
    text = " ".join(page.extract_text() for page in pages)
    for word in ("Тақырып", "Бөлім 1", "тізім", "Бір адам", "12\u00a0500", "сілтеме"):
        assert word in text or word.upper() in text, word
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [842, 595]


def test_figures_are_as_high_as_capitals() -> None:
    found = dict(parts(docx(everything())))["word/styles.xml"].find(f".//{W}rPrDefault/{W}rPr")
    assert found is not None
    assert [each.get(f"{W14}val") for each in found if each.tag == f"{W14}numForm"] == ["lining"]
    text = opened(docx(everything())).read("word/styles.xml").decode()
    assert 'mc:Ignorable="w14"' in text
