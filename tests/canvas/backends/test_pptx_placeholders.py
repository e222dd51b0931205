"""Places of a layout and what slides put into them."""

from __future__ import annotations

from itertools import count
from xml.etree import ElementTree

import pytest

from creativekit.canvas.backends.pptx_master import SPACES
from creativekit.canvas.backends.pptx_placeholders import LEVELS, Place, Shown, Text, Type, levels
from creativekit.canvas.backends.pptx_theme import SLOTS
from creativekit.canvas.backends.theme_shades import ShadedTheme
from creativekit.canvas.path import Box, Path

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
THEME = ShadedTheme(
    "Саз", dict.fromkeys(SLOTS, "#808080") | {"dk1": "#111111", "lt1": "#ffffff"}, "Lora", "Onest"
)
BODY = Type(False, False, 20.0, 1.3, "#111111", bullet="•", bullet_color="#808080", after=0.4)
BOX = Box(60, 90, 700, 400)


def read(xml: str) -> ElementTree.Element:
    return ElementTree.fromstring(f"<r{SPACES}>{xml}</r>")[0]


def test_a_place_and_what_fills_it_have_one_kind_and_one_index() -> None:
    place = Place("body", 13, "Text", BOX, (BODY,), prompt="Мәтін <b>")
    on_layout = read(place.xml(count(2), THEME, "kk-KZ"))
    on_slide = read(Text(place, ((0, "Сәлем"), (1, "а\nб"))).xml(count(2), "kk-KZ"))
    asked, filled = (each.find(f".//{P}ph") for each in (on_layout, on_slide))
    assert asked is not None
    assert filled is not None
    assert filled.attrib == {"type": "body", "idx": "13"}
    assert asked.attrib == {**filled.attrib, "hasCustomPrompt": "1"}
    assert "".join(on_layout.itertext()) == "Мәтін <b>"
    assert on_slide.find(f"{P}spPr/{A}xfrm") is None
    assert [each.get("lvl") for each in on_slide.iter(f"{A}pPr")] == ["1"]
    assert len(list(on_slide.iter(f"{A}br"))) == 1
    assert {each.get("lang") for each in on_slide.iter(f"{A}rPr")} == {"kk-KZ"}


@pytest.mark.parametrize(("scale", "said"), [(1.0, None), (0.7, "70000")])
def test_words_wrap_and_shrink(scale: float, said: str | None) -> None:
    place = Place("body", 1, "Text", BOX, (BODY,))
    body = read(place.xml(count(2), THEME, "en-US")).find(f"{P}txBody/{A}bodyPr")
    assert body is not None
    assert body.get("wrap") == "square"
    assert body.find(f"{A}normAutofit") is not None
    slide = read(Text(place, ((0, "a"),), scale).xml(count(2), "en-US"))
    fit = slide.find(f"{P}txBody/{A}bodyPr/{A}normAutofit")
    assert (None if fit is None else fit.get("fontScale")) == said


def test_a_picture_is_cut_to_the_outline_of_its_place() -> None:
    arch = Path.ellipse(380, 245, 320, 155)
    place = Place("pic", 1, "Picture", BOX, (BODY,), outline=arch, fill="#808080")
    layout = read(place.xml(count(2), THEME, "ru-RU"))
    slide = read(Shown(place, "image/png", b"", 'Узор "А" & <Б>').xml(count(2), "rId2"))
    for each in (layout, slide):
        size = each.find(f".//{A}custGeom/{A}pathLst/{A}path")
        assert size is not None
        assert size.attrib == {"w": str(640 * 9525), "h": str(310 * 9525)}
    about = slide.find(f"{P}nvPicPr/{P}cNvPr")
    assert about is not None
    assert about.get("descr") == 'Узор "А" & <Б>'
    assert slide.find(f"{P}spPr/{A}xfrm") is None


def test_a_list_style_has_every_level_and_the_sizes_of_its_types() -> None:
    small = Type(False, False, 16.0, 1.3, "#111111")
    style = read(f"<x>{levels((BODY, small), THEME)}</x>")
    assert [each.tag for each in style] == [f"{A}lvl{n}pPr" for n in range(1, LEVELS + 1)]
    sizes = [each.attrib["sz"] for each in style.iter(f"{A}defRPr")]
    assert sizes == ["2000", *["1600"] * (LEVELS - 1)]
    assert len(list(style.iter(f"{A}buChar"))) == 1


def test_a_number_and_a_date_are_what_the_program_counts() -> None:
    for kind, field in (("sldNum", "slidenum"), ("dt", "datetimeFigureOut")):
        place = Place(kind, 12, "Foot", BOX, (BODY,))  # type: ignore[arg-type]
        found = read(place.xml(count(2), THEME, "kk-KZ")).find(f".//{A}fld")
        assert found is not None
        assert found.get("type") == field
