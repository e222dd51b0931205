"""The font of a form: what answers are set in, here and by whatever program a person types in.

A viewer sets what is typed anew with the font that the form names, so that font holds every letter
of the scripts of our three languages, not only those that stand in the form already. It is a
Type 0 font whose codes are Unicode's own: a map in the file leads from a code to the glyph. With
glyph numbers for codes, Latin A and Cyrillic А, one glyph in many faces, could not be told apart
when the text is read or typed. Sources: ISO 32000-1, 9.7 (composite fonts) and 9.10.3 (ToUnicode);
ISO 19005-2, 6.2.11 (embedded, with widths and a map to Unicode).
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from creativekit.fonts import sfnt
from creativekit.fonts.coverage import is_drawn
from creativekit.fonts.faces import Face

if TYPE_CHECKING:
    import pikepdf

# Latin with the letters of Turkic and European languages, Cyrillic with all of Kazakh's,
# punctuation, currency signs, and the few signs that prices and notes are written with.
_SCRIPTS = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x18F, 0x18F),
    (0x259, 0x259),
    (0x2BB, 0x2BC),
    (0x400, 0x52F),
    (0x2010, 0x2044),
    (0x20A0, 0x20C0),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
    (0x2248, 0x2265),
)
_PRIVATE = range(0xE000, 0xF900)
# What a reader of a PDF needs of a TrueType font; layout tables stay out.
_TABLES = ("OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name",
           "post", "prep")  # fmt: skip
_LEVEL = 9
_MOST_IN_A_BLOCK = 100


@dataclass(frozen=True)
class FormFont:
    """data: the font file. codes: two-byte code of each character; glyphs: by code; advances: by
    code, in thousandths of the em. ascent, descent (negative), cap_height: in em."""

    face: Face
    data: bytes
    codes: Mapping[str, int]
    glyphs: Mapping[int, int]
    advances: Mapping[int, int]
    ascent: float
    descent: float
    cap_height: float

    def width(self, text: str, size: float) -> float:
        """Width of `text` in pt; characters that the font does not have are not there."""
        codes, advances = self.codes, self.advances
        return sum(advances[codes[char]] for char in text if char in codes) * size / 1000

    def encoded(self, text: str) -> str:
        """`text` as the hexadecimal string of a content stream."""
        codes = self.codes
        return "<" + "".join(f"{codes[char]:04X}" for char in text if char in codes) + ">"


def is_embeddable(face: Face) -> bool:
    """Whether the face can be a form's font: only TrueType outlines take a map from codes."""
    from creativekit.fonts.harfbuzz import file

    return "glyf" in file(face).table_tags


@lru_cache(maxsize=16)
def form_font(face: Face, more: str = "") -> FormFont:
    """The face at its weight with the scripts of kk, ru and en, and with the characters of `more`.

    Raises InputError when the font cannot be read or cut.
    """
    import uharfbuzz as hb

    from creativekit.fonts.harfbuzz import file
    from creativekit.fonts.metrics import metrics
    from creativekit.fonts.subset import subset

    wanted = {code for low, high in _SCRIPTS for code in range(low, high + 1)} | set(map(ord, more))
    has = file(face).unicodes
    chars = "".join(chr(code) for code in sorted(wanted & set(has)) if _is_set(chr(code)))
    parts = sfnt.tables(subset(face, chars))
    data = sfnt.build({tag: table for tag, table in parts.items() if tag in _TABLES})
    probe = hb.Font(hb.Face(data))
    em = 1000 / probe.face.upem
    # A character beyond the first plane has no code of two bytes: it gets one that is free.
    private = (code for code in _PRIVATE if chr(code) not in chars)
    codes, glyphs, advances = {}, {}, {}
    for char in chars:
        code = ord(char) if ord(char) <= 0xFFFF else next(private, 0)
        glyph = probe.get_nominal_glyph(ord(char))
        if not code or glyph is None:
            continue
        codes[char], glyphs[code] = code, glyph
        advances[code] = round(probe.get_glyph_h_advance(glyph) * em)
    height = metrics(face)
    return FormFont(
        face, data, codes, glyphs, advances, height.ascender, height.descender, height.cap_height
    )


def _is_set(char: str) -> bool:
    return is_drawn(char) or unicodedata.category(char) == "Zs"


def embedded(pdf: pikepdf.Pdf, font: FormFont) -> pikepdf.Object:
    """The font as an object of `pdf`, with its file, its widths and its map to Unicode."""
    import pikepdf
    from zlib_ng import zlib_ng

    name = pikepdf.Name
    head = sfnt.tables(font.data)["head"]
    upem = struct.unpack_from(">H", head, 18)[0]
    box = [round(each * 1000 / upem) for each in struct.unpack_from(">4h", head, 36)]
    base = name("/" + _base_name(font))

    def packed(data: bytes, **more: object) -> pikepdf.Stream:
        # zlib-ng's bytes do not depend on the machine.
        stream = pikepdf.Stream(pdf, zlib_ng.compress(data, _LEVEL), **more)
        stream.Filter = name.FlateDecode
        return stream

    descriptor = pikepdf.Dictionary(
        Type=name.FontDescriptor,
        FontName=base,
        Flags=4 | (64 if font.face.italic else 0),
        FontBBox=pikepdf.Array(box),
        ItalicAngle=-12 if font.face.italic else 0,
        Ascent=round(font.ascent * 1000),
        Descent=round(font.descent * 1000),
        CapHeight=round(font.cap_height * 1000),
        StemV=round(10 + 220 * (min(font.face.weight, 900) - 50) / 900),
        FontFile2=packed(font.data, Length1=len(font.data)),
    )
    descendant = pikepdf.Dictionary(
        Type=name.Font,
        Subtype=name.CIDFontType2,
        BaseFont=base,
        CIDSystemInfo=pikepdf.Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
        ),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=500,
        W=_widths(font.advances),
        CIDToGIDMap=packed(_glyph_map(font.glyphs)),
    )
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=name.Font,
            Subtype=name.Type0,
            BaseFont=base,
            Encoding=name("/Identity-H"),
            DescendantFonts=pikepdf.Array([pdf.make_indirect(descendant)]),
            ToUnicode=packed(_to_unicode(font.codes)),
        )
    )


def _base_name(font: FormFont) -> str:
    """Six letters that tell this part of the font from others, and the font's name."""
    from creativekit.jobs import digest

    number = int(digest(font.data)[:12], 16)
    tag = "".join(chr(65 + number // 26**at % 26) for at in range(6))
    family = "".join(char for char in font.face.family if char.isascii() and char.isalnum())
    return f"{tag}+{family or 'Face'}-{font.face.weight}"


def _runs(codes: Iterable[int]) -> Iterator[list[int]]:
    """Codes in ascending order as runs of neighbours within one high byte."""
    run: list[int] = []
    for code in sorted(codes):
        if run and (code != run[-1] + 1 or code & 0xFF == 0):
            yield run
            run = []
        run.append(code)
    if run:
        yield run


def _widths(advances: Mapping[int, int]) -> pikepdf.Array:
    import pikepdf

    found: list[object] = []
    for run in _runs(advances):
        found += [run[0], pikepdf.Array([advances[code] for code in run])]
    return pikepdf.Array(found)


def _glyph_map(glyphs: Mapping[int, int]) -> bytes:
    table = bytearray(2 * (max(glyphs, default=0) + 1))
    for code, glyph in glyphs.items():
        struct.pack_into(">H", table, 2 * code, glyph)
    return bytes(table)


def _to_unicode(codes: Mapping[str, int]) -> bytes:
    plain = [code for char, code in codes.items() if ord(char) == code]
    beyond = {code: char for char, code in codes.items() if ord(char) != code}
    ranges = [f"<{run[0]:04X}> <{run[-1]:04X}> <{run[0]:04X}>" for run in _runs(plain)]
    singles = [f"<{code:04X}> <{beyond[code].encode('utf-16-be').hex()}>" for code in beyond]
    blocks = []
    for kind, lines in (("range", ranges), ("char", singles)):
        for start in range(0, len(lines), _MOST_IN_A_BLOCK):
            part = lines[start : start + _MOST_IN_A_BLOCK]
            blocks.append(f"{len(part)} beginbf{kind}\n" + "\n".join(part) + f"\nendbf{kind}\n")
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        + "".join(blocks)
        + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
