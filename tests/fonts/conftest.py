"""Small fonts made for one test: with a blank letter, without heights, in a collection."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

MakeFont = Callable[..., Path]


def _box(width: int, height: int) -> Any:
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    pen.lineTo((50, height))
    pen.lineTo((width, height))
    pen.lineTo((width, 0))
    pen.closePath()
    return pen.glyph()


def _font(
    letters: str, blank: str, advances: Mapping[str, int], os2: Mapping[str, Any], family: str
) -> FontBuilder:
    names = {char: f"u{ord(char):04X}" for char in f"{letters}{blank} "}
    order = [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(char): name for char, name in names.items()})
    glyphs = {".notdef": _box(400, 700)}
    for char, name in names.items():
        is_empty = char in blank or char == " "
        glyphs[name] = (
            TTGlyphPen(None).glyph() if is_empty else _box(450, 500 if char.islower() else 700)
        )
    builder.setupGlyf(glyphs)
    widths = {name: (advances.get(char, 500), 50) for char, name in names.items()}
    builder.setupHorizontalMetrics({".notdef": (450, 50), **widths})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(**{"sTypoAscender": 800, "sTypoDescender": -200, **os2})
    builder.setupPost()
    return builder


@pytest.fixture
def make_font(tmp_path: Path) -> MakeFont:
    """make_font(letters, name=…, blank=…, advances=…, os2=…, family=…) -> path of a new TTF."""

    def make(
        letters: str = "AHlxн",
        name: str = "own.ttf",
        blank: str = "",
        advances: Mapping[str, int] | None = None,
        os2: Mapping[str, Any] | None = None,
        family: str = "Own Face",
    ) -> Path:
        path = tmp_path / name
        _font(letters, blank, advances or {}, os2 or {}, family).save(path)
        return path

    return make


@pytest.fixture
def make_collection(tmp_path: Path, make_font: MakeFont) -> Callable[[], Path]:
    """A .ttc of two fonts, "First" and "Second"."""

    def make() -> Path:
        collection = TTCollection()
        collection.fonts = [
            TTFont(make_font(name=f"{family}.ttf", family=family)) for family in ("First", "Second")
        ]
        path = tmp_path / "both.ttc"
        collection.save(path)
        return path

    return make


@pytest.fixture
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that stands for the user's cache."""
    import platformdirs

    folder = tmp_path / "cache"

    def path(*_: object, **__: object) -> Path:
        return folder

    monkeypatch.setattr(platformdirs, "user_cache_path", path)
    return folder / "fonts"
