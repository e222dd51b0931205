from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from creativekit.errors import InputError
from creativekit.fonts import sfnt
from creativekit.fonts.coverage import required
from creativekit.fonts.faces import Face, face, face_from_file
from creativekit.fonts.shaping import shape, width
from creativekit.fonts.subset import instance, subset, web_font

MakeFont = Callable[..., Path]

TEXT = "Қызылорда ТАУ AVATO 2026 ₸"


def opened(data: bytes) -> Any:
    return TTFont(io.BytesIO(data), checkChecksums=2)


def as_face(data: bytes, folder: Path, weight: int = 400) -> Face:
    path = folder / "subset.ttf"
    path.write_bytes(data)
    return face_from_file(path, weight)


@pytest.mark.parametrize("family", ["Lora", "Montserrat", "Inter", "Cormorant"])
def test_a_subset_sets_its_text_exactly_as_the_face_does(family: str, tmp_path: Path) -> None:
    chosen = face(family, 600)
    part = as_face(subset(chosen, TEXT), tmp_path)
    assert part.weight == 600
    for features in ((), ("tnum",), ("lnum",), ("-kern",)):
        ours = [glyph.advance for glyph in shape(part, TEXT, features=features).glyphs]
        assert ours == [glyph.advance for glyph in shape(chosen, TEXT, features=features).glyphs]


def test_localized_forms_and_marks_are_kept(tmp_path: Path) -> None:
    chosen = face("Noto Sans", 400, italic=True)
    part = as_face(subset(chosen, "бx\u0323"), tmp_path)
    assert shape(part, "б", "sr").glyphs[0].index != shape(part, "б", "kk").glyphs[0].index
    marks = shape(part, "x\u0323").glyphs
    assert marks[1].x == pytest.approx(shape(chosen, "x\u0323").glyphs[1].x)


def test_only_what_the_text_needs_is_in_it() -> None:
    font = opened(subset(face("Lora", 600), "Саз"))
    assert set(font.getBestCmap()) == set(map(ord, "Саз \u00a0"))
    assert "fvar" not in font
    assert "STAT" not in font
    assert len(subset(face("Noto Sans"), "Саз")) < 8_000


def test_characters_that_the_face_lacks_are_left_out() -> None:
    assert set(map(chr, opened(subset(face("Lora"), "a🚀")).getBestCmap())) == set("a \u00a0")


def test_the_order_of_the_text_changes_nothing() -> None:
    chosen = face("Onest", 700)
    subset_of = subset(chosen, "қаз")
    assert subset(chosen, "зақққ") == subset_of
    from creativekit.fonts.subset import _subset

    _subset.cache_clear()
    assert subset(chosen, "қаз") == subset_of


@pytest.mark.parametrize("family", ["Literata", "Noto Sans", "Geologica", "Inter"])
def test_the_weight_axis_can_stay_and_the_others_go(family: str, tmp_path: Path) -> None:
    chosen = face(family, 600)
    data = subset(chosen, TEXT, pin=False)
    axes = {axis.axisTag: (axis.minValue, axis.maxValue) for axis in opened(data)["fvar"].axes}
    source = TTFont(chosen.file)["fvar"].axes
    assert axes == {"wght": next((a.minValue, a.maxValue) for a in source if a.axisTag == "wght")}
    part = as_face(data, tmp_path, 700)
    assert width(part, TEXT) == pytest.approx(width(face(family, 700), TEXT), abs=0.002)


@pytest.mark.parametrize("pin", [True, False])
def test_a_web_font_is_the_subset_under_a_neutral_name(pin: bool) -> None:
    chosen = face("Lora", 600)
    font = opened(web_font(chosen, TEXT, pin))
    assert font.flavor == "woff"
    found = {each.nameID: str(each) for each in font["name"].names}
    assert not any("Lora" in found.get(key, "") for key in (1, 3, 4, 6, 16))
    assert "Lora Project Authors" in found[0]
    plain = sfnt.tables(subset(chosen, TEXT, pin))
    assert font.reader["glyf"] == plain["glyf"]
    assert font.reader["GPOS"] == plain["GPOS"]


def test_a_web_font_of_three_alphabets_is_small() -> None:
    text = required(("kk", "ru", "en"))
    for family in ("Montserrat", "Lora", "Onest", "Inter"):
        assert len(web_font(face(family, 600), text)) < 30_000


def test_a_static_font_of_ones_own_is_subset_too(make_font: MakeFont) -> None:
    own = face_from_file(make_font("AHxн"))
    assert set(opened(subset(own, "Ax")).getBestCmap()) == set(map(ord, "Ax "))


def test_an_instance_keeps_every_glyph_in_its_place() -> None:
    chosen = face("Lora", 650)
    made, source = opened(instance(chosen)), TTFont(chosen.file)
    assert made.getGlyphOrder() == source.getGlyphOrder()
    assert made.getBestCmap() == source.getBestCmap()
    assert made["OS/2"].usWeightClass == 650
    assert {"fvar", "gvar", "avar", "HVAR", "MVAR", "STAT"}.isdisjoint(made.keys())


def test_a_font_that_cannot_be_cut_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    import uharfbuzz as hb

    class Refusing(hb.SubsetInput):  # type: ignore[misc]
        def subset(self, source: object) -> None:
            raise RuntimeError("no")

    monkeypatch.setattr(hb, "SubsetInput", Refusing)
    with pytest.raises(InputError, match="cannot be cut"):
        subset(face("Rubik", 433), "a")
