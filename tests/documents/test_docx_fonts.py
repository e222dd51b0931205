from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

from creativekit.canvas.backends.pptx_theme import SLOTS, Theme
from creativekit.documents.docx import Document, docx
from creativekit.documents.docx_fonts import EmbeddedFont, scrambled

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
THEME = Theme("Саз", dict.fromkeys(SLOTS, "#0a7e8c"), "Lora", "Onest")


def test_scrambling_twice_gives_the_font_back() -> None:
    data, key = bytes(range(200)), bytes(range(16))
    mixed = scrambled(data, key)
    assert mixed[:32] != data[:32]
    assert mixed[32:] == data[32:]
    assert scrambled(mixed, key) == data


def test_fonts_are_read_back_by_the_key_beside_them() -> None:
    fonts = (
        EmbeddedFont("Onest", False, b"regular" * 20),
        EmbeddedFont('Lo"ra <x>', False, b"heading" * 20),
        EmbeddedFont("Onest", True, b"bold" * 20),
    )
    data = docx(Document((), THEME, "kk", "Хат", fonts=fonts))
    archive = zipfile.ZipFile(io.BytesIO(data))
    table = ElementTree.fromstring(archive.read("word/fontTable.xml"))
    relations = {
        each.get("Id"): each.get("Target")
        for each in ElementTree.fromstring(archive.read("word/_rels/fontTable.xml.rels"))
    }
    found = {}
    for font in table:
        for each in font:
            if each.tag.startswith(f"{W}embed"):
                # A GUID's hexadecimal digits from the last pair to the first (part 4, § 17.8.1).
                key = bytes.fromhex(each.get(f"{W}fontKey", "").strip("{}").replace("-", ""))
                file = archive.read(f"word/{relations[each.get(f'{R}id')]}")
                plain = bytes(b ^ key[::-1][i % 16] for i, b in enumerate(file[:32])) + file[32:]
                found[font.get(f"{W}name"), each.tag.removeprefix(W)] = plain
    assert found == {
        ("Onest", "embedRegular"): fonts[0].data,
        ('Lo"ra <x>', "embedRegular"): fonts[1].data,
        ("Onest", "embedBold"): fonts[2].data,
    }
    assert "w:embedTrueTypeFonts" in archive.read("word/settings.xml").decode()


def test_a_document_without_fonts_says_nothing_of_them() -> None:
    archive = zipfile.ZipFile(io.BytesIO(docx(Document((), THEME, "kk", "Хат"))))
    assert "word/fontTable.xml" not in archive.namelist()
    assert "embed" not in archive.read("word/settings.xml").decode()
