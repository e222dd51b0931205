"""A small face with a few pictures in it, as an emoji font has them."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from creativekit.fonts.faces import Face, face_from_file

PICTURES = "👨👩👧☕🥐🍞🚀"


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Face:
    pen = TTGlyphPen(None)
    for corner, move in (((50, 0), pen.moveTo), ((50, 700), pen.lineTo), ((850, 0), pen.lineTo)):
        move(corner)
    pen.closePath()
    names = {char: f"u{ord(char):X}" for char in f"{PICTURES} "}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(char): name for char, name in names.items()})
    drawn = pen.glyph()
    empty = TTGlyphPen(None).glyph()
    glyphs = {name: empty if char == " " else drawn for char, name in names.items()}
    builder.setupGlyf({".notdef": empty, **glyphs})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *names.values()), (900, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Pictures", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    builder.setupPost()
    path: Path = tmp_path_factory.mktemp("pictures") / "pictures.ttf"
    builder.save(path)
    return face_from_file(path)
