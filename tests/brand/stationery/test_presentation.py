"""The presentation: a template that office programs understand, in every style and language."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from pptx import Presentation
from pptx.presentation import Presentation as Opened

from canvas.shown_by_programs import slides
from creativekit.brand.stationery import presentation
from creativekit.brand.stationery.deck_pages import Pages
from creativekit.brand.stationery.deck_text import FILE, LAYOUTS, deck_text
from creativekit.canvas.backends.pptx_placeholders import Place
from creativekit.canvas.backends.pptx_template import HEIGHT, WIDTH, Page
from creativekit.canvas.backends.raster import png
from creativekit.canvas.scene import Rect, Scene, Solid, Words
from creativekit.canvas.text.fit import TooLong, fit
from creativekit.canvas.text.words import words
from creativekit.color.contrast import TEXT, ratio
from creativekit.errors import InputError
from creativekit.identity.model import Identity
from creativekit.project import templates
from golden_pictures import mean_difference
from styled_brands import SEEDS, STYLES, styled

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
LANGUAGES = ("kk", "ru", "en")
HOSTILE = ('<b>&\\"', "Әуенқұрастырғыштар " * 6, "Ғ", "]]>{contacts}{name}")


_MADE: dict[tuple[str, str, str], bytes] = {}


def made(identity: Identity, language: str = "kk") -> bytes:
    key = (identity.digest, identity.project_folder, language)
    if key not in _MADE:
        _MADE[key] = presentation.make(identity, language, "")
    return _MADE[key]


def parts(data: bytes, pattern: str = r"\.xml$") -> Iterator[tuple[str, ElementTree.Element]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if re.search(pattern, name):
                yield name, ElementTree.fromstring(archive.read(name))


def opened(identity: Identity, language: str = "kk") -> Opened:
    return Presentation(io.BytesIO(made(identity, language)))


def pages(identity: Identity, language: str = "kk") -> Pages:
    return presentation.pages(identity, language, deck_text())


# ---- the package, as another program reads it


@pytest.mark.parametrize("style", STYLES)
def test_layouts_and_slides_agree_about_their_places(style: str) -> None:
    deck = opened(styled(style))
    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)
    text = deck_text()
    names = [each.get("kk") for each in text.names.values()]
    assert [layout.name for layout in deck.slide_layouts] == names
    used = set()
    for slide, sample in zip(deck.slides, text.slides, strict=True):
        layout = {
            (each.placeholder_format.idx, each.placeholder_format.type)
            for each in slide.slide_layout.placeholders
        }
        own = [(p.placeholder_format.idx, p.placeholder_format.type) for p in slide.placeholders]
        assert set(own) <= layout
        assert len(own) == len(set(own)) == len(list(slide.shapes))
        assert {0} <= {index for index, _ in own}, "every slide has a title"
        used.add(slide.slide_layout.name)
        assert slide.slide_layout.name == text.names[sample.layout].get("kk")
        for shape in slide.placeholders:
            # Where a place is and how its words are set is said by the layout alone.
            assert shape._element.find(f"{P}spPr/{A}xfrm") is None
            assert shape.width > 0
            assert not list(shape._element.iter(f"{A}latin"))
    assert used == {text.names[n].get("kk") for n in LAYOUTS if n not in ("title", "blank")}


@pytest.mark.parametrize("style", STYLES)
def test_a_new_slide_of_each_layout_has_all_its_places(style: str) -> None:
    deck = opened(styled(style))
    for layout in deck.slide_layouts:
        slide = deck.slides.add_slide(layout)
        kinds = [each.placeholder_format.type for each in layout.placeholders]
        feet = [kind for kind in kinds if str(kind).startswith(("DATE", "FOOTER", "SLIDE_NUMBER"))]
        assert len(list(slide.placeholders)) == len(kinds) - len(feet)
        assert any(str(kind).startswith("SLIDE_NUMBER") for kind in feet)
    deck.save(io.BytesIO())


def test_ordinary_pages_have_a_date_and_a_footer_in_every_style() -> None:
    for style in STYLES:
        deck = opened(styled(style))
        master = {each.placeholder_format.type for each in deck.slide_master.placeholders}
        assert {str(kind).split(" ")[0] for kind in master} == {
            "TITLE", "BODY", "DATE", "FOOTER", "SLIDE_NUMBER",
        }  # fmt: skip
        for layout in list(deck.slide_layouts)[1:5]:
            assert {10, 11, 12} <= {p.placeholder_format.idx for p in layout.placeholders}


ORDER: Mapping[str, tuple[str, ...]] = {
    "presentation": ("sldMasterIdLst", "sldIdLst", "sldSz", "notesSz"),
    "sldMaster": ("cSld", "clrMap", "sldLayoutIdLst", "txStyles"),
    "sldLayout": ("cSld", "clrMapOvr"),
    "sld": ("cSld", "clrMapOvr"),
    "cSld": ("bg", "spTree"),
    "bgPr": ("solidFill", "effectLst"),
    "txStyles": ("titleStyle", "bodyStyle", "otherStyle"),
    "sp": ("nvSpPr", "spPr", "txBody"),
    "pic": ("nvPicPr", "blipFill", "spPr"),
    "grpSp": ("nvGrpSpPr", "grpSpPr", "sp", "grpSp", "pic"),
    "nvSpPr": ("cNvPr", "cNvSpPr", "nvPr"),
    "nvPicPr": ("cNvPr", "cNvPicPr", "nvPr"),
    "blipFill": ("blip", "srcRect", "stretch"),
    "spPr": ("xfrm", "custGeom", "prstGeom", "noFill", "solidFill", "gradFill", "ln"),
    "ln": ("noFill", "solidFill", "custDash", "prstDash", "round", "bevel", "miter"),
    "gradFill": ("gsLst", "lin", "path", "tileRect"),
    "custGeom": ("avLst", "gdLst", "ahLst", "cxnLst", "rect", "pathLst"),
    "txBody": ("bodyPr", "lstStyle", "p"),
    "p": ("pPr", "r", "br", "fld", "endParaRPr"),
    "r": ("rPr", "t"),
    "fld": ("rPr", "t"),
    "defRPr": ("solidFill", "latin", "ea", "cs"),
    "clrScheme": (
        "dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink",
    ),
    "schemeClr": ("hueOff", "satMod", "satOff", "lumMod", "lumOff", "alpha"),
    **{
        f"lvl{n}pPr": (
            "lnSpc", "spcBef", "spcAft", "buClr", "buFont", "buNone", "buChar", "defRPr",
        )
        for n in range(1, 10)
    },
}  # fmt: skip
"""The order of children in ECMA-376 part 1, annex A, of what we write."""
MIXED: Mapping[str, tuple[str, ...]] = {"grpSp": ("sp", "grpSp", "pic"), "p": ("r", "br", "fld")}
"""Children that come in any order among themselves."""


@pytest.mark.parametrize("style", STYLES)
def test_elements_stand_in_the_order_of_the_schema(style: str) -> None:
    seen = set()
    for name, root in parts(made(styled(style))):
        for element in root.iter():
            tag = element.tag.rpartition("}")[2]
            order = ORDER.get(tag)
            if order is None:
                continue
            seen.add(tag)
            children = [each.tag.rpartition("}")[2] for each in element]
            assert set(children) <= set(order), (name, tag, children)
            # What may come in any order among itself counts as one.
            loose = MIXED.get(tag, ())
            places = [
                min(map(order.index, loose)) if each in loose else order.index(each)
                for each in children
            ]
            assert places == sorted(places), (name, tag, children)
    assert {"sldMaster", "sldLayout", "sld", "pic", "lvl5pPr", "schemeClr", "custGeom"} <= seen


@pytest.mark.parametrize("style", STYLES)
def test_every_colour_follows_the_theme_and_every_face_is_the_themes(style: str) -> None:
    for name, root in parts(made(styled(style)), r"slide(s|Layouts|Masters)/[^/]+\.xml$"):
        assert not list(root.iter(f"{A}srgbClr")), name
        assert {each.get("typeface") for each in root.iter(f"{A}latin")} <= {"+mj-lt", "+mn-lt"}
        numbers = [each.attrib["id"] for each in root.iter(f"{P}cNvPr")]
        assert len(numbers) == len(set(numbers)), name


def test_the_masters_foot_is_in_colours_that_no_program_shades_twice() -> None:
    for style in STYLES:
        for _, root in parts(made(styled(style)), r"slideMaster1\.xml$"):
            for shape in root.iter(f"{P}sp"):
                place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
                if place is not None and place.get("type") in ("dt", "ftr", "sldNum"):
                    colors = list(shape.iter(f"{A}schemeClr"))
                    assert colors
                    assert all(len(color) == 0 for color in colors)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_deck_speaks_one_language(language: str) -> None:
    spoken = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-US"}[language]
    data = made(styled("steppe"), language)
    for name, root in parts(data, r"slide(s|Layouts|Masters)/[^/]+\.xml$"):
        told = {each.get("lang") for each in root.iter() if each.get("lang")}
        assert told <= {spoken}, name
        for run in root.iter(f"{A}r"):
            properties = run.find(f"{A}rPr")
            assert properties is not None
            assert properties.get("lang") == spoken
    said = "".join(text for _, root in parts(data, r"slides/") for text in root.itertext())
    assert re.search(r"12[\u00a0,]500\u00a0₸", said)
    assert "@usta.example" in said


def test_pictures_and_the_logo_are_told_to_those_who_do_not_see_them() -> None:
    data = made(styled("craft"), "ru")
    told = {
        element.attrib["descr"]
        for _, root in parts(data, r"slide(s|Layouts|Masters)/")
        for element in root.iter(f"{P}cNvPr")
        if element.get("descr")
    }
    assert told == {"Саз студиясы", "Узор «Саз студиясы»"}
    for _, root in parts(data, r"slides/"):
        for picture in root.iter(f"{P}pic"):
            about = picture.find(f"{P}nvPicPr/{P}cNvPr")
            assert about is not None
            assert about.get("descr")


# ---- bytes


def test_the_same_bytes_again_and_in_another_process(tmp_path: Path) -> None:
    identity = styled("playful")
    data = made(identity)
    assert presentation.make(identity, "kk", "") == data
    code = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1])\n"
        "from styled_brands import styled\n"
        "from creativekit.brand.stationery import presentation\n"
        "print(hashlib.sha256(presentation.make(styled('playful'), 'kk', '')).hexdigest())"
    )
    folder = Path(__file__).parent.parent.parent
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    ran = subprocess.run(
        [sys.executable, "-c", code, folder],
        capture_output=True, text=True, check=True, env=environment,
    )  # fmt: skip
    assert ran.stdout.strip() == hashlib.sha256(data).hexdigest()


def test_a_plan_is_a_job_a_language_and_loads_nothing_heavy() -> None:
    jobs = presentation.jobs(styled("steppe"))
    assert [job.path for job in jobs] == [
        f"brand/stationery/presentation-{language}.pptx" for language in LANGUAGES
    ]
    assert len({job.key for job in jobs}) == 3
    code = (
        "import sys, creativekit.brand.stationery.presentation;"
        "assert not {'typst', 'pikepdf', 'segno', 'PIL', 'pptx'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# ---- names and words of others


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_and_nothing_else(name: str) -> None:
    identity = styled("editorial", name=name.strip())
    own = identity.name.get("kk")
    deck = opened(identity)
    assert deck.core_properties.title == f"Презентация · {own}"
    themes = list(parts(made(identity), r"theme1\.xml$"))
    assert themes[0][1].get("name") == own
    pictures = [each for slide in deck.slides for each in slide.shapes if each.shape_type == 14]
    assert any(own in shape._element.xpath(".//p:cNvPr")[0].get("descr", "") for shape in pictures)


def test_contacts_are_text_and_without_them_the_slide_says_what_to_write() -> None:
    more = '\n[contact]\nphone = "+7 <&> {name}"\nwhatsapp = "+7 <&> {name}"\n'
    last = list(opened(styled("noir", more=more)).slides)[-1]
    assert [p.text for p in last.placeholders[13].text_frame.paragraphs] == ["+7 <&> {name}"]
    last = list(opened(styled("noir", more="")).slides)[-1]
    assert len(last.placeholders[13].text_frame.paragraphs) == 3


def project_with(folder: Path, old: str, new: str) -> Identity:
    text = templates.read(FILE).decode()
    assert old in text
    own = folder / "templates" / FILE
    own.parent.mkdir(parents=True)
    own.write_text(text.replace(old, new), encoding="utf-8")
    return styled("steppe", folder=folder)


def test_a_project_says_it_in_its_own_words(tmp_path: Path) -> None:
    identity = project_with(tmp_path, "Мұнда баяндама тақырыбы тұрады", "Біздің <жол> 🎵 & {жоқ}")
    deck = opened(identity)
    assert next(iter(deck.slides)).shapes.title.text == "Біздің <жол> 🎵 & {жоқ}"
    ours, theirs = presentation.jobs(styled("steppe")), presentation.jobs(identity)
    assert ours[0].key != theirs[0].key


def test_five_thousand_letters_shrink_and_stay(tmp_path: Path) -> None:
    long = "Қазақ әдебиеті. " * 310
    identity = project_with(tmp_path, "Нобайдан дайын дүниеге дейін", long.strip())
    slide = list(opened(identity).slides)[3]
    body = slide.placeholders[4]
    assert long.strip() in body.text_frame.text
    (fit_,) = body._element.iter(f"{A}normAutofit")
    assert fit_.get("fontScale") == "25000"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('layout = "quote"', 'layout = "qoute"', "slide[7].layout"),
        ("\nlead = 20", "\nlead = 500", "size.lead"),
        ('who = { kk = "Кім айтты"', 'whom = { kk = "Кім айтты"', "prompt.whom"),
        ('subtitle.kk = "Аты', 'subtitel.kk = "Аты', "slide[1].subtitel"),
    ],
)
def test_what_is_wrong_in_a_file_is_told(tmp_path: Path, old: str, new: str, key: str) -> None:
    identity = project_with(tmp_path, old, new)
    with pytest.raises(InputError) as caught:
        presentation.jobs(identity)
    problems = caught.value.problems
    assert any(problem.key == key for problem in problems), [p.key for p in problems]
    assert all(problem.file == f"templates/{FILE}" for problem in problems)


# ---- looks


def drawn(page: Page, master: Page) -> Scene:
    """A layout without words: the master's picture under its own where that is seen."""
    under = (*master.items, *master.logo) if page.shows_master else ()
    return Scene(WIDTH, HEIGHT, (*under, *page.items, *page.logo), "")


def grounds(picture: Image.Image, place: Place) -> list[str]:
    """The colours under a place that are more than a speck of it."""
    box = place.box
    scale = picture.width / WIDTH
    edges = (round(side * scale) for side in (box.left, box.top, box.right, box.bottom))
    pixels = np.asarray(picture.crop(tuple(edges)), np.uint32).reshape(-1, 3)
    # One number a pixel, which are counted many times faster than rows of three.
    numbers = pixels[:, 0] << 16 | pixels[:, 1] << 8 | pixels[:, 2]
    colors, counts = np.unique(numbers, return_counts=True)
    return [
        f"#{color:06x}"
        for color, count in zip(colors.tolist(), counts.tolist(), strict=True)
        if count >= 0.003 * len(numbers)
    ]


@pytest.mark.parametrize("color", ["tenge yellow", "pure red"])
@pytest.mark.parametrize("style", STYLES)
def test_words_read_on_every_layout(style: str, color: str) -> None:
    found = pages(styled(style, SEEDS[color]))
    inherited = {each.kind: each.types for each in found.master.places}
    every = (("master", found.master), *zip(LAYOUTS, found.layouts, strict=True))
    for name, page in every:
        picture = Image.open(io.BytesIO(png(drawn(page, found.master), 0.4))).convert("RGB")
        for place in page.places:
            types = place.types or inherited["title" if place.kind == "title" else "body"]
            assert types
            under = [place.fill] if place.fill else grounds(picture, place)
            for ground in under:
                least = min(ratio(each.color, ground) for each in types)
                assert least >= TEXT, (name, place.name, ground, types[0].color)


@pytest.mark.parametrize("style", STYLES)
def test_places_stay_on_the_slide_and_off_one_another(style: str) -> None:
    for page in pages(styled(style), "ru").layouts:
        boxes = [(place.name, place.box) for place in page.places]
        for index, (name, box) in enumerate(boxes):
            assert 0 <= box.left < box.right <= WIDTH, name
            assert 0 <= box.top < box.bottom <= HEIGHT, name
            for other, against in boxes[index + 1 :]:
                apart = (
                    box.right <= against.left + 1 or against.right <= box.left + 1
                    or box.bottom <= against.top + 1 or against.bottom <= box.top + 1
                )  # fmt: skip
                assert apart, (page.name, name, other)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
def test_our_own_words_fit_without_shrinking(style: str, language: str) -> None:
    for slide in opened(styled(style), language).slides:
        for shape in slide.placeholders:
            assert not list(shape._element.iter(f"{A}normAutofit")), (shape.name, shape.text)


def faces_of(identity: Identity) -> Scene:
    """Something that is set in the brand's faces, so that LibreOffice is given them."""
    found = pages(identity)
    texts = []
    for role in ("display", "body", "label"):
        set_ = fit("Саз", found.setter.setting(role), 500, 500, (10, 20))
        assert not isinstance(set_, TooLong)
        texts.append(words(set_, 0, 0, 500, "start", "#000000", role))
    assert all(isinstance(each, Words) for each in texts)
    return Scene(10, 10, tuple(texts), "")


# Of 255 a channel. Words are on the slides and not on the drawings; LibreOffice before 7.6 has
# gradients of two colours only.
SLIDE = 11.0


@pytest.mark.parametrize("style", ["steppe", "craft"])
def test_libreoffice_shows_the_pictures_that_were_drawn(style: str, tmp_path: Path) -> None:
    identity = styled(style)
    file = tmp_path / "deck.pptx"
    file.write_bytes(made(identity))
    shown = slides(file, [faces_of(identity)], 48.0)
    found, text = pages(identity), deck_text()
    assert len(shown) == len(text.slides)
    for sample, theirs in zip(text.slides, shown, strict=True):
        page = found.layout(sample.layout)
        scene = drawn(page, found.master)
        if sample.layout == "picture":
            box = page.place("pic", 1).box
            blind = (Rect(box.left, box.top, box.width, box.height, Solid("#888888")),)
            scene = Scene(WIDTH, HEIGHT, (*scene.items, *blind), "")
            theirs.paste(
                "#888888", tuple(round(s / 2) for s in (box.left, box.top, box.right, box.bottom))
            )
        ours = Image.open(io.BytesIO(png(scene, 0.5))).convert("RGB").resize(theirs.size)
        assert mean_difference(ours, theirs.convert("RGB")) <= SLIDE, sample.layout
