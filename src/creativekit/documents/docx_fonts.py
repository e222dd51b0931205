"""Typefaces inside a document: it looks right on a computer that has never heard of the brand's.

A font file is scrambled with a key that stands beside it, as the format asks; the key comes from
the file, so the same font is always the same bytes.

Source: ECMA-376 part 4, § 17.8.1 (font embedding), part 1, § 17.8.3 (fonts).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from creativekit.documents.docx_markup import SPACES, escape
from creativekit.documents.docx_package import Package, content_type

_SCRAMBLED = 32


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """name: as the theme calls the typeface; bold: whether it is the family's bold; data: a static
    TrueType font, which its maker lets a document carry that is going to be edited."""

    name: str
    bold: bool
    data: bytes


def font_table(package: Package, fonts: Sequence[EmbeddedFont]) -> None:
    """Put fontTable.xml and the fonts that it names into the package."""
    part = package.part("word/fontTable.xml", content_type("fontTable"))
    entries: list[str] = []
    for name in dict.fromkeys(font.name for font in fonts):
        embedded = ""
        for tag, font in _styles(font for font in fonts if font.name == name):
            key = hashlib.sha256(font.data).digest()[:16]
            number = len(entries) * 2 + (font.bold)
            file = f"fonts/font{number + 1}.odttf"
            package.hold(f"word/{file}", scrambled(font.data, key))
            related = part.related("font", file)
            embedded += f'<w:{tag} r:id="{related}" w:fontKey="{_written(key)}"/>'
        entries.append(
            f'<w:font w:name="{escape(name)}"><w:charset w:val="CC"/><w:family w:val="auto"/>'
            f'<w:pitch w:val="variable"/>{embedded}</w:font>'
        )
    part.write(f"<w:fonts{SPACES}>{''.join(entries)}</w:fonts>")


def scrambled(data: bytes, key: bytes) -> bytes:
    """The font with its first 32 bytes mixed with the key, read backwards; twice, it is itself."""
    mixed = bytes(byte ^ key[15 - index % 16] for index, byte in enumerate(data[:_SCRAMBLED]))
    return mixed + data[_SCRAMBLED:]


def _styles(fonts: Iterable[EmbeddedFont]) -> list[tuple[str, EmbeddedFont]]:
    found = {"embedBold" if font.bold else "embedRegular": font for font in fonts}
    return [(tag, found[tag]) for tag in ("embedRegular", "embedBold") if tag in found]


def _written(key: bytes) -> str:
    text = key.hex().upper()
    parts = (text[:8], text[8:12], text[12:16], text[16:20], text[20:])
    return "{" + "-".join(parts) + "}"
