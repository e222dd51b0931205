from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Emu

from canvas.sample_scenes import INK, RED, SAND, TEAL, photo, scenes, spoken
from creativekit.canvas.backends.pptx import pptx
from creativekit.canvas.backends.pptx_theme import SLOTS, Theme
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import (
    Duotone,
    Group,
    Item,
    Line,
    LinearGradient,
    Picture,
    RadialGradient,
    Rect,
    Scene,
    Shape,
    Solid,
    Stop,
    Text,
    Words,
)
from creativekit.fonts.faces import face
from creativekit.fonts.shaping import shape

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

COLORS = dict.fromkeys(SLOTS, "#123456") | {
    "dk1": INK,
    "lt1": "#FFFFFF",
    "accent1": TEAL,
    "accent2": SAND,
}
THEME = Theme("Саз", COLORS, "Onest ExtraBold", "Onest")
PX = 9525


def made(*items: Item, size: tuple[float, float] = (400, 300), theme: Theme = THEME) -> bytes:
    return pptx([Scene(*size, items, "Үлгі")], theme, "Үлгі")


def parts(data: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def slide(*items: Item, size: tuple[float, float] = (400, 300)) -> ElementTree.Element:
    return ElementTree.fromstring(parts(made(*items, size=size))["ppt/slides/slide1.xml"])


def shapes(root: ElementTree.Element) -> list[ElementTree.Element]:
    """What lies on the slide, without the tree's own two properties."""
    tree = root.find(f"{P}cSld/{P}spTree")
    assert tree is not None
    return list(tree)[2:]


def only(root: ElementTree.Element, path: str) -> ElementTree.Element:
    (found,) = root.iter(path)
    return found


def place(shape: ElementTree.Element) -> tuple[float, float, float, float]:
    """Left, top, width and height in px."""
    off, ext = only(shape, f"{A}off").attrib, only(shape, f"{A}ext").attrib
    if "uri" in ext:
        ext = next(e.attrib for e in shape.iter(f"{A}ext") if "cx" in e.attrib)
    numbers = (off["x"], off["y"], ext["cx"], ext["cy"])
    left, top, width, height = (int(number) / PX for number in numbers)
    return left, top, width, height


def frame(shape: ElementTree.Element) -> tuple[float, float, float, float]:
    transform = next(shape.iter(f"{A}xfrm"))
    return place(transform)


# ---- the package


def test_another_program_opens_it_with_all_that_is_in_it() -> None:
    drawn = [scenes()[name] for name in sorted(scenes())]
    data = pptx(drawn, THEME, "Саз <студиясы>")
    opened = Presentation(io.BytesIO(data))
    assert len(opened.slides) == len(drawn)
    assert opened.core_properties.title == "Саз <студиясы>"
    assert (opened.slide_width, opened.slide_height) == (Emu(240 * PX), Emu(160 * PX))
    assert opened.slides[sorted(scenes()).index("words")].shapes.title.text_frame.text == (
        "Қыш Ω\vшеберханасы"
    )
    opened.slides.add_slide(opened.slide_layouts[0])
    opened.save(io.BytesIO())


def test_the_same_bytes_each_time_and_no_clock_in_them() -> None:
    drawn = list(scenes().values())
    data = pptx(drawn, THEME, "Үлгі")
    assert data == pptx(drawn, THEME, "Үлгі")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
    core = parts(data)["docProps/core.xml"].decode()
    assert "created" not in core
    assert "modified" not in core


def test_every_shape_of_a_slide_has_its_own_number() -> None:
    for scene in scenes().values():
        text = parts(pptx([scene], THEME, ""))["ppt/slides/slide1.xml"].decode()
        numbers = re.findall(r'<p:cNvPr id="(\d+)"', text)
        assert len(numbers) == len(set(numbers)) > 1


def test_it_loads_neither_pillow_nor_an_office_library() -> None:
    code = (
        "import sys, creativekit.canvas.backends.pptx;"
        "assert not {'pptx', 'lxml', 'PIL', 'numpy'} & set(sys.modules), sorted(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("size", "slide_size"),
    [
        ((1080, 1350), (1080 * PX, 1350 * PX)),
        ((48, 24), (1828800, 914400)),
        ((10800, 5400), (51206400, 25603200)),
        ((9600, 96), (51206400, 914400)),
    ],
)
def test_a_slide_is_as_large_as_powerpoint_allows(
    size: tuple[float, float], slide_size: tuple[int, int]
) -> None:
    opened = Presentation(io.BytesIO(made(Rect(0, 0, *size, Solid(RED)), size=size)))
    assert (opened.slide_width, opened.slide_height) == slide_size


def test_a_drawing_of_other_proportions_is_fitted_into_the_middle_and_cut_there() -> None:
    wide = Scene(400, 100, (Rect(0, 0, 400, 100, Solid(RED)), Rect(390, -50, 99, 999, Solid(INK))))
    data = pptx([Scene(400, 300), wide], THEME, "")
    root = ElementTree.fromstring(parts(data)["ppt/slides/slide2.xml"])
    assert root.find(f"{P}cSld/{P}bg") is None
    (group,) = shapes(root)
    red, ink = group.findall(f"{P}sp")
    assert frame(red) == (0, 100, 400, 100)
    assert frame(ink) == pytest.approx((390, 100, 10, 100), abs=0.01)


def test_no_slide_is_no_presentation() -> None:
    with pytest.raises(ValueError, match="at least one slide"):
        pptx([], THEME, "")


# ---- colours


def test_colours_of_the_theme_follow_it_and_others_are_numbers() -> None:
    root = slide(
        Rect(0, 0, 9, 9, Solid(TEAL)),
        Rect(9, 0, 9, 9, Solid(INK.upper(), 0.5)),
        Rect(18, 0, 9, 9, Solid(RED)),
    )
    fills = [only(shape, f"{A}solidFill")[0] for shape in shapes(root)]
    assert [(fill.tag.removeprefix(A), fill.attrib["val"]) for fill in fills] == [
        ("schemeClr", "accent1"),
        ("schemeClr", "tx1"),
        ("srgbClr", "C8102E"),
    ]
    assert only(fills[1], f"{A}alpha").attrib["val"] == "50000"


def test_the_theme_is_in_the_file() -> None:
    theme = ElementTree.fromstring(parts(made())["ppt/theme/theme1.xml"])
    scheme = only(theme, f"{A}clrScheme")
    found = {slot.tag.removeprefix(A): slot[0].attrib["val"] for slot in scheme}
    assert found == {slot: COLORS[slot][1:].upper() for slot in SLOTS}
    for kind, name in (("majorFont", "Onest ExtraBold"), ("minorFont", "Onest")):
        assert only(only(theme, f"{A}{kind}"), f"{A}latin").attrib["typeface"] == name


def test_a_plain_ground_is_the_background() -> None:
    root = slide(Rect(-1, -1, 402, 302, Solid(TEAL)), Rect(5, 5, 9, 9, Solid(SAND)))
    ground = root.find(f"{P}cSld/{P}bg/{P}bgPr/{A}solidFill/{A}schemeClr")
    assert ground is not None
    assert ground.attrib["val"] == "accent1"
    assert len(shapes(root)) == 1


@pytest.mark.parametrize(
    "ground",
    [
        Rect(0, 0, 400, 299, Solid(TEAL)),
        Rect(0, 0, 400, 300, Solid(TEAL, 0.9)),
        Rect(0, 0, 400, 300, Solid(TEAL), radius=20),
        Shape(Path.ellipse(200, 150, 400), Solid(TEAL)),
    ],
)
def test_what_lets_the_slide_through_is_no_background(ground: Item) -> None:
    root = slide(ground)
    assert root.find(f"{P}cSld/{P}bg") is None
    assert len(shapes(root)) == 1


# ---- shapes


def test_shapes_keep_their_handles() -> None:
    root = slide(
        Rect(10, 20, 60, 40, Solid(RED), radius=10),
        Shape(Path.ellipse(100, 100, 30, 20), Solid(RED)),
        Shape(Path.rect(5, 5, 9, 9), Solid(RED)),
        Group((Rect(0, 0, 20, 10, Solid(RED)),), Affine.rotation(30, 200, 100)),
        Line(Path.polygon(((10, 90), (90, 10)), closed=False), Solid(RED), 4),
    )
    geometry = [only(shape, f"{A}prstGeom").attrib["prst"] for shape in shapes(root)]
    assert geometry == ["roundRect", "ellipse", "rect", "rect", "line"]
    assert only(shapes(root)[0], f"{A}gd").attrib["fmla"] == "val 25000"
    assert frame(shapes(root)[0]) == (10, 20, 60, 40)
    assert only(shapes(root)[3], f"{A}xfrm").attrib["rot"] == str(30 * 60000)
    assert only(shapes(root)[4], f"{A}xfrm").attrib["flipV"] == "1"


def test_outlines_have_their_curves_and_no_overlaps() -> None:
    star = Path.polygon(((50, 5), (80, 95), (2, 40), (98, 40), (20, 95)))
    one, two = shapes(slide(Shape(star, Solid(RED)), Shape(star, Solid(RED), "evenodd")))
    assert len(list(one.iter(f"{A}moveTo"))) == 1
    assert len(list(two.iter(f"{A}moveTo"))) > 1
    wave = Path((("M", 0, 0), ("C", 10, 0, 20, 10, 20, 30), ("Z",)))
    (curve,) = shapes(slide(Shape(wave, Solid(RED))))
    points = [point.attrib for point in only(curve, f"{A}cubicBezTo")]
    assert {"x": str(20 * PX), "y": str(30 * PX)} in points


def test_strokes_stay_strokes() -> None:
    wave = Path((("M", 0, 20), ("C", 30, -20, 60, 60, 90, 20)))
    (line,) = shapes(slide(Line(wave, Solid(TEAL), 6, "round", "bevel", (12, 6))))
    pen = only(line, f"{A}ln")
    assert pen.attrib == {"w": str(6 * PX), "cap": "rnd"}
    assert only(pen, f"{A}ds").attrib == {"d": "200000", "sp": "100000"}
    assert len(list(pen.iter(f"{A}bevel"))) == 1
    assert only(line, f"{A}path").attrib["fill"] == "none"


def test_a_clip_cuts_what_it_cuts_and_leaves_the_rest() -> None:
    inside, across = Rect(20, 20, 20, 20, Solid(RED)), Rect(80, 20, 60, 20, Solid(TEAL))
    outside = Rect(200, 200, 9, 9, Solid(SAND))
    root = slide(Group((inside, across, outside), clip=Path.rect(10, 10, 100, 100)))
    kept, cut = only(root, f"{P}grpSp").findall(f"{P}sp")
    assert only(kept, f"{A}prstGeom").attrib["prst"] == "rect"
    assert frame(cut) == pytest.approx((80, 20, 30, 20), abs=0.01)


def test_neighbours_of_one_colour_in_a_group_are_one_shape() -> None:
    dots = [Shape(Path.ellipse(10 + 20 * x, 50, 6), Solid(TEAL)) for x in range(9)]
    (shape,) = shapes(slide(Group(tuple(dots))))
    assert len(list(shape.iter(f"{A}path"))) == 9
    veils = [replace(dot, fill=Solid(TEAL, 0.5)) for dot in dots]
    assert len(only(slide(Group(tuple(veils))), f"{P}grpSp").findall(f"{P}sp")) == 9


def test_a_faded_group_does_not_show_through_itself() -> None:
    pair = (Rect(0, 0, 60, 60, Solid(RED)), Rect(30, 0, 60, 60, Solid(TEAL)))
    group = only(slide(Group(pair, opacity=0.4)), f"{P}grpSp")
    below, above = group.findall(f"{P}sp")
    assert frame(below) == pytest.approx((0, 0, 30, 60), abs=0.01)
    assert frame(above) == pytest.approx((30, 0, 60, 60), abs=0.01)
    assert {alpha.attrib["val"] for alpha in group.iter(f"{A}alpha")} == {"40000"}


def test_what_is_drawn_is_passed_over_by_a_screen_reader_and_a_told_picture_is_not() -> None:
    told = Picture(photo(), 0, 0, 40, 30, alt="Қыш")
    text = parts(made(Rect(0, 0, 9, 9, Solid(RED)), told, replace(told, alt="")))
    found = text["ppt/slides/slide1.xml"].decode()
    assert found.count("adec:decorative ") == 2
    assert found.count('descr="Қыш"') == 1


# ---- gradients


def test_a_gradient_runs_as_it_does_in_the_drawing() -> None:
    stops = (Stop(0, TEAL), Stop(1, RED, 0.5))
    across = Rect(100, 0, 200, 100, LinearGradient(0, 0, 400, 0, stops))
    down = Rect(0, 0, 100, 100, LinearGradient(0, 0, 0, 100, stops))
    first, second = shapes(slide(across, down))
    assert only(first, f"{A}lin").attrib == {"ang": "0", "scaled": "0"}
    # A quarter and three quarters of the way, which are no colours of the theme.
    assert [gs[0].attrib["val"] for gs in first.iter(f"{A}gs")] == ["3A6274", "982C46"]
    assert [gs[0][0].attrib["val"] for gs in first.iter(f"{A}gs")] == ["87500", "62500"]
    assert only(second, f"{A}lin").attrib["ang"] == str(90 * 60000)
    assert [gs[0].attrib["val"] for gs in second.iter(f"{A}gs")] == ["accent1", "C8102E"]


def test_a_spotlight_is_a_circle_on_its_ground() -> None:
    light = RadialGradient(300, 80, 120, (Stop(0, TEAL), Stop(1, INK)))
    root = slide(Rect(0, 0, 400, 300, light))
    ground, circle = shapes(root)
    assert only(ground, f"{A}solidFill")[0].attrib["val"] == "tx1"
    assert frame(circle) == (180, -40, 240, 240)
    assert only(circle, f"{A}fillToRect").attrib == dict.fromkeys("ltrb", "50000")
    # The last stop is reached at the circle, not at the corners of its box.
    assert [int(gs.attrib["pos"]) for gs in circle.iter(f"{A}gs")][1] == 70711


def test_a_circle_cut_by_its_shape_has_a_square_tile() -> None:
    light = RadialGradient(100, 0, 400, (Stop(0, TEAL), Stop(1, INK)))
    (shape,) = shapes(slide(Rect(100, 0, 100, 200, light)))
    assert only(shape, f"{A}fillToRect").attrib == {
        "l": "0",
        "t": "0",
        "r": "100000",
        "b": "100000",
    }
    assert only(shape, f"{A}tileRect").attrib == {
        "l": "-200000",
        "t": "-100000",
        "r": "-100000",
        "b": "0",
    }


# ---- pictures


def test_a_crop_stays_a_crop_of_the_original_which_is_there_once() -> None:
    data = photo(kind="JPEG")
    part = Picture(data, 20, 30, 60, 60, 15, "Қыш", Box(0.25, 0.1, 0.75, 1))
    files = parts(pptx([Scene(400, 300, (part, Picture(data, 0, 0, 40, 30)))] * 2, THEME, ""))
    assert [value for name, value in files.items() if "media" in name] == [data]
    root = ElementTree.fromstring(files["ppt/slides/slide2.xml"])
    first, second = shapes(root)
    assert only(first, f"{A}srcRect").attrib == {"l": "25000", "t": "10000", "r": "25000"}
    assert only(first, f"{A}gd").attrib["fmla"] == "val 25000"
    assert only(second, f"{A}srcRect").attrib == {}
    assert {only(shape, f"{A}blip").attrib[f"{R}embed"] for shape in (first, second)} == {"rId2"}


def test_a_turned_photograph_comes_upright_and_stays_a_photograph() -> None:
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = 6
    turned = io.BytesIO()
    Image.open(io.BytesIO(photo())).resize((1200, 900)).save(turned, "JPEG", exif=exif)
    (picture,) = [
        value
        for name, value in parts(made(Picture(turned.getvalue(), 0, 0, 90, 120))).items()
        if "media" in name
    ]
    shown = Image.open(io.BytesIO(picture))
    assert shown.format == "JPEG"
    # Twice what the drawing shows is enough.
    assert shown.size == (180, 240)


def test_a_treatment_is_in_the_pixels() -> None:
    toned = Picture(photo(), 0, 0, 60, 45, crop=Box(0, 0, 1, 1), treatment=Duotone(INK, SAND))
    files = parts(made(toned))
    (media,) = [value for name, value in files.items() if "media" in name]
    from PIL import Image

    image = Image.open(io.BytesIO(media)).convert("RGB")
    # Between the two colours: never bluer than the lighter of them.
    assert image.getextrema()[2][1] <= 0x4E + 3


def test_a_clip_is_the_frame_of_a_picture() -> None:
    whole = Picture(photo(), 100, 100, 120, 90)
    upright = Group((whole,), clip=Path.rect(130, 100, 60, 45))
    (cut,) = shapes(slide(upright))
    assert frame(cut) == pytest.approx((130, 100, 60, 45), abs=0.01)
    assert only(cut, f"{A}prstGeom").attrib["prst"] == "rect"
    assert only(cut, f"{A}srcRect").attrib == {"l": "25000", "r": "25000", "b": "50000"}
    (round_one,) = shapes(slide(Group((whole,), clip=Path.ellipse(160, 145, 40), opacity=0.5)))
    assert len(list(round_one.iter(f"{A}custGeom") or round_one.iter(f"{A}prstGeom"))) == 1
    assert frame(round_one) == pytest.approx((120, 105, 80, 80), abs=0.05)
    assert only(round_one, f"{A}alphaModFix").attrib["amt"] == "50000"
    assert shapes(slide(Group((whole,), clip=Path.rect(0, 0, 50, 50)))) == []


def test_a_sheared_picture_is_drawn_as_it_looks() -> None:
    shear = Affine(1, 0, 0.5, 1, 0, 0)
    (picture,) = shapes(slide(Group((Picture(photo(), 10, 10, 60, 40, alt="Қыш"),), shear)))
    assert frame(picture) == pytest.approx((15, 10, 80, 40), abs=0.2)
    assert only(picture, f"{P}cNvPr").attrib["descr"] == "Қыш"


# ---- words


def headline(**changes: object) -> Words:
    lines = ("Қыш", "шеберханасы")
    options: dict[str, object] = {"tracking": -0.02, "role": "display"} | changes
    return spoken(lines, 40, 80, 60, Solid(TEAL), **options)  # type: ignore[arg-type]


def test_words_are_one_box_of_text() -> None:
    (box,) = shapes(slide(headline()))
    assert [t.text for t in box.iter(f"{A}t")] == ["Қыш", "шеберханасы"]
    assert len(list(box.iter(f"{A}p"))) == 1
    assert len(list(box.iter(f"{A}br"))) == 1
    body = only(box, f"{A}bodyPr")
    assert body.attrib["wrap"] == "none"
    assert [body.attrib[side] for side in ("lIns", "tIns", "rIns", "bIns")] == ["0"] * 4
    assert [child.tag for child in body] == [f"{A}noAutofit"]
    run = next(box.iter(f"{A}rPr"))
    assert run.attrib["lang"] == "kk-KZ"
    assert run.attrib["sz"] == "4500"
    assert run.attrib["spc"] == "-90"
    assert run.attrib["b"] == "0"
    assert only(run, f"{A}schemeClr").attrib["val"] == "accent1"
    assert only(run, f"{A}latin").attrib["typeface"] == "+mj-lt"
    assert only(only(box, f"{A}lnSpc"), f"{A}spcPts").attrib["val"] == "4950"


def test_the_first_display_words_are_the_title_and_carry_their_role() -> None:
    root = slide(Group((headline(),)), headline(role="display"), headline(role="lead"))
    first, second, third = shapes(root)
    assert only(first, f"{P}ph").attrib["type"] == "title"
    assert list(second.iter(f"{P}ph")) == []
    names = [only(shape, f"{P}cNvPr").attrib["name"] for shape in (first, second, third)]
    assert names == ["display", "display", "lead 1"]


def test_turned_words_are_text_and_cut_ones_are_outlines() -> None:
    turn = Affine.rotation(-30, 100, 100)
    (turned,) = shapes(slide(Group((headline(),), turn)))
    assert only(turned, f"{A}xfrm").attrib["rot"] == str(330 * 60000)
    assert [t.text for t in turned.iter(f"{A}t")] == ["Қыш", "шеберханасы"]
    (cut,) = shapes(slide(Group((headline(),), clip=Path.rect(0, 50, 200, 200))))
    assert list(cut.iter(f"{A}t")) == []
    (left,) = shapes(slide(Group((headline(),), clip=Path.ellipse(200, 150, 900))))
    assert [t.text for t in left.iter(f"{A}t")] == ["Қыш", "шеберханасы"]
    (mirrored,) = shapes(slide(Group((headline(),), Affine(-1, 0, 0, 1, 400, 0))))
    assert list(mirrored.iter(f"{A}t")) == []


def test_a_turned_letter_that_is_no_words_is_a_drawing() -> None:
    line = shape(face("Onest"), "С")
    stamp = Group((Text(line, 0, 0, 20, Solid(RED)),), Affine.rotation(40, 50, 50))
    assert list(slide(stamp).iter(f"{A}t")) == []
    assert [t.text for t in slide(stamp.items[0]).iter(f"{A}t")] == ["С"]
    silent = Text(replace(line, text=""), 0, 50, 20, Solid(RED))
    assert list(slide(silent).iter(f"{A}t")) == []
    assert len(shapes(slide(silent))) == 1


def one_line(text: str) -> Words:
    run = Text(shape(face("Onest"), text), 10, 50, 20, Solid(RED))
    return Words(((run,),), text, Box(0, 0, 99, 99), role="label")


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(), min_size=1, max_size=60))
def test_any_text_is_only_text(text: str) -> None:
    data = pptx([Scene(100, 100, (one_line(text),), text)], THEME, text)
    opened = Presentation(io.BytesIO(data))
    shown = "".join(
        paragraph.text for paragraph in opened.slides[0].shapes[0].text_frame.paragraphs
    )
    clean = re.sub(
        r"[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x85\u2028\u2029]", " ", text
    )
    assert shown == clean


def test_hostile_words_are_words() -> None:
    text = "</a:t></a:r><script>alert(1)</script>&amp;\x00\x0b\ufffe" + "ұзақ " * 1000
    assert len(text) > 5000
    data = made(one_line(text), Picture(photo(), 0, 0, 9, 9, alt='"><script>'))
    assert b"<script" not in parts(data)["ppt/slides/slide1.xml"]
    words, picture = Presentation(io.BytesIO(data)).slides[0].shapes
    assert words.text_frame.text.startswith("</a:t></a:r><script>alert(1)</script>&amp;   ")
    assert picture._element.nvPicPr.cNvPr.get("descr") == '"><script>'


def test_letters_too_large_for_a_font_size_are_outlines() -> None:
    run = Text(shape(face("Onest"), "А"), 0, 6000, 6000, Solid(RED))
    giant = Words(((run,),), "А", Box(0, 0, 9, 9), role="display")
    assert list(slide(giant).iter(f"{A}t")) == []
    assert len(shapes(slide(giant))) == 1


def test_words_without_a_line_are_nothing() -> None:
    assert shapes(slide(Words((), "", Box(0, 0, 9, 9)))) == []
