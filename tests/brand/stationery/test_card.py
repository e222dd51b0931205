"""The card as a file for a printing house: its boxes, its inks, its fonts, and what it says."""

from __future__ import annotations

import io
import pickle
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from numpy.typing import NDArray
from PIL import Image
from pypdf import PdfReader

from creativekit.brand.stationery.card import TEMPLATE, jobs, pair
from creativekit.brand.stationery.card_back import back
from creativekit.brand.stationery.card_front import front
from creativekit.brand.stationery.card_sheet import INNER, MM, Side
from creativekit.canvas.backends.raster import pixels
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Group, Scene
from creativekit.errors import InputError
from creativekit.identity.model import Identity
from creativekit.identity.stationery import Holder
from creativekit.project import templates
from creativekit.project.localized import Localized
from example_brands import NAMES, example
from styled_brands import LONG, SEEDS, STYLES, styled
from tools import require

PERSON = Holder(
    Localized.of({"kk": "Айгүл Сейітова", "ru": "Айгуль Сеитова"}),
    Localized.of({"kk": "дыбыс режиссері", "ru": "звукорежиссёр"}),
)
PT = 72 / 25.4
RGB_OR_GREY = {"rg", "RG", "g", "G", "cs", "CS", "sc", "SC", "scn", "SCN"}


def pdf_of(identity: Identity, holder: Holder = PERSON, **asked: bool) -> bytes:
    return jobs(identity, holder, **asked)[0].render().data


def text_of(data: bytes) -> str:
    return " ".join(" ".join(p.extract_text() for p in PdfReader(io.BytesIO(data)).pages).split())


def streams(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every content stream: of pages, forms and soft masks."""
    yield from (page.obj for page in pdf.pages)
    for each in pdf.objects:
        if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form":
            yield each


def operators(pdf: pikepdf.Pdf) -> Iterator[tuple[str, tuple[float, ...]]]:
    for stream in streams(pdf):
        for operands, operator in pikepdf.parse_content_stream(stream):
            name = str(operator)
            yield name, tuple(map(float, operands)) if name in "kK" else ()


# ---- files


def test_a_card_is_a_pdf_and_two_pictures() -> None:
    assert [job.path for job in jobs(example("saz-studio"))] == [
        "brand/stationery/card-kk-ru.pdf",
        "brand/stationery/card-front.png",
        "brand/stationery/card-back.png",
    ]


@pytest.mark.parametrize(
    ("languages", "found"),
    [
        (("kk", "ru", "en"), ("kk", "ru")),
        (("ru", "kk"), ("kk", "ru")),
        (("en", "ru"), ("ru", "en")),
        (("en",), ("en",)),
    ],
)
def test_kazakh_comes_first_then_russian(
    languages: tuple[str, ...], found: tuple[str, ...]
) -> None:
    assert pair(styled("steppe", languages=languages)) == found


def test_jobs_are_plain_and_know_what_they_depend_on(tmp_path: Path) -> None:
    own = tmp_path / "templates" / TEMPLATE
    own.parent.mkdir(parents=True)
    shutil.copyfile(templates.find(TEMPLATE), own)
    own.write_text(own.read_text() + "// mine\n")
    brand = example("saz-studio")
    keys = {
        name: [job.key for job in made]
        for name, made in {
            "brand": jobs(brand),
            "person": jobs(brand, PERSON),
            "code": jobs(brand, code=True),
            "marks": jobs(brand, marks=True),
            "template": jobs(replace(brand, project_folder=str(tmp_path))),
        }.items()
    }
    assert len({made[0] for made in keys.values()}) == len(keys)
    assert len({made[1] for made in keys.values()}) == 3
    assert len({made[2] for made in keys.values()}) == 1
    assert pickle.loads(pickle.dumps(jobs(brand, PERSON)[0])).key == keys["person"][0]


@pytest.mark.parametrize("name", NAMES)
def test_two_renders_are_one_file(name: str) -> None:
    for first, second in zip(
        jobs(example(name), PERSON, code=True), jobs(example(name), PERSON, code=True), strict=True
    ):
        assert first.render().data == second.render().data


def test_pictures_are_as_the_card_is_cut() -> None:
    for job in jobs(example("saz-studio"))[1:]:
        image = Image.open(io.BytesIO(job.render().data))
        assert image.size == (1200, 667)
        assert not image.has_transparency_data


# ---- for the press


def test_boxes_are_the_card_and_its_bleed() -> None:
    with pikepdf.open(io.BytesIO(pdf_of(example("saz-studio")))) as pdf:
        assert len(pdf.pages) == 2
        for page in pdf.pages:
            media, trim = ([float(v) for v in box] for box in (page.mediabox, page.trimbox))
            assert media == pytest.approx([0, 0, 94 * PT, 54 * PT], abs=0.01)
            assert trim == pytest.approx([2 * PT, 2 * PT, 92 * PT, 52 * PT], abs=0.01)


def test_crop_marks_stand_outside_of_the_bleed() -> None:
    with pikepdf.open(io.BytesIO(pdf_of(example("saz-studio"), marks=True))) as pdf:
        for page in pdf.pages:
            media, bleed, trim = (
                [float(v) / PT for v in box]
                for box in (page.mediabox, page.obj.BleedBox, page.trimbox)
            )
            assert media == pytest.approx([0, 0, 110, 70], abs=0.01)
            assert bleed == pytest.approx([8, 8, 102, 62], abs=0.01)
            assert trim == pytest.approx([10, 10, 100, 60], abs=0.01)
        strokes = [inks for name, inks in operators(pdf) if name == "K"]
        assert strokes.count((1.0, 1.0, 1.0, 1.0)) == 16


@pytest.mark.parametrize("style", STYLES)
def test_nothing_on_a_card_is_rgb(style: str) -> None:
    data = pdf_of(styled(style), code=True)
    assert b"DeviceRGB" not in data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert not {name for name, _ in operators(pdf)} & RGB_OR_GREY
        spaces = [str(each.Group.CS) for each in streams(pdf) if "/Group" in each]
        assert set(spaces) <= {"/DeviceCMYK", "/DeviceGray"}
        assert spaces.count("/DeviceCMYK") >= 2
        for each in pdf.objects:
            assert not (isinstance(each, pikepdf.Array) and "/ICCBased" in map(str, each))


@pytest.mark.parametrize("brand", ["saz-studio", "aq-kiiz", "nukte-media"])
def test_words_are_in_black_ink_alone(brand: str) -> None:
    with pikepdf.open(io.BytesIO(pdf_of(example(brand)))) as pdf:
        ink: tuple[float, ...] = ()
        written = 0
        for name, operands in operators(pdf):
            ink = operands if name == "k" else ink
            if name in ("Tj", "TJ"):
                written += 1
                assert ink == (0.0, 0.0, 0.0, 1.0)
        assert written >= 6


def test_fonts_are_embedded_and_are_the_brands() -> None:
    with pikepdf.open(io.BytesIO(pdf_of(styled("noir")))) as pdf:
        fonts = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all("/FontFile2" in each or "/FontFile3" in each for each in fonts)
        assert all(re.match(r"/[A-Z]{6}\+Literata", str(each.FontName)) for each in fonts)


@pytest.mark.parametrize("style", ["noir", "tech", "craft"])
def test_words_stand_in_print_where_the_picture_has_them(style: str, tmp_path: Path) -> None:
    program = require("pdftoppm")
    brand = styled(style)
    (tmp_path / "card.pdf").write_bytes(pdf_of(brand, Holder()))
    # At 508 px to the inch two px of the print are one of the Scene's.
    command = [program, "-r", "508", "-f", "1", "-l", "1", "-png", "card.pdf", "card"]
    subprocess.run(command, cwd=tmp_path, check=True)
    printed = np.asarray(Image.open(tmp_path / "card-1.png").convert("L"))[40:1040, 40:1840]
    side = front(brand, Holder(), ("kk", "ru"))
    drawn = np.asarray(Image.fromarray(pixels(side.scene, 2)[..., :3]).convert("L"))
    top = round(min(words.box.top for words in side.words))
    part = np.s_[2 * top : 916, 100:1560]
    one, other = printed[part] < 140, drawn[part] < 140
    assert other.any()
    assert (one & other).sum() / (one | other).sum() > 0.7


# ---- what it says


def test_both_languages_are_said_kazakh_first_at_one_size() -> None:
    side = front(example("saz-studio"), PERSON, ("kk", "ru"))
    said = {words.text: words for words in side.words}
    for kazakh, russian in (
        ("Айгүл Сейітова", "Айгуль Сеитова"),
        ("дыбыс режиссері", "звукорежиссёр"),
        ("Қызылорда, Достық көшесі 1", "Кызылорда, улица Достык, 1"),
    ):
        first, second = said[kazakh], said[russian]
        assert first.box.top < second.box.top
        assert {run.size for run in first.runs} == {run.size for run in second.runs}
        assert {run.line.language for run in first.runs} == {"kk"}
        assert {run.line.language for run in second.runs} == {"ru"}


def test_on_an_axis_languages_are_side_by_side() -> None:
    side = front(example("aq-kiiz"), PERSON, ("kk", "ru"))
    said = {words.text: words for words in side.words}
    first, second = said["Айгүл Сейітова"], said["Айгуль Сеитова"]
    assert first.box.top == second.box.top
    assert 900 - (first.box.left + first.box.right) / 2 == pytest.approx(
        (second.box.left + second.box.right) / 2
    )


def test_a_card_of_nobody_invents_nobody() -> None:
    brand = example("saz-studio")
    given = [brand.name, brand.tagline, brand.sector, *brand.contact.values()]
    known = " ".join(text.get(each) for text in given if text for each in ("kk", "ru"))
    known += " Instagram Telegram"
    said = " ".join(words.text for words in front(brand, Holder(), ("kk", "ru")).words)
    assert set(said.replace("\u00a0", " ").split()) <= set(known.split())


def test_what_is_the_same_in_both_languages_is_said_once() -> None:
    name = Holder(Localized.of("Ұлпан Есеней"), Localized.of({"kk": "шебер", "ru": "мастер"}))
    said = [words.text for words in front(styled("steppe"), name, ("kk", "ru")).words]
    assert said[:3] == ["Ұлпан Есеней", "шебер", "мастер"]


def test_a_telephone_is_said_once_and_an_account_with_its_network() -> None:
    contact = (
        '[contact]\nphone = "+7 700 000 00 00"\nwhatsapp = "+7 700 000 00 00"\n'
        'site = "https://www.usta.example/"\ninstagram = "@usta"\ntelegram = "@usta"\n'
    )
    side = front(styled("steppe", more=contact, about=""), Holder(), ("kk", "ru"))
    assert [words.text for words in side.words] == [
        "+7 700 000 00 00",
        "usta.example",
        "Instagram, Telegram\u00a0@usta",
    ]


@pytest.mark.parametrize(
    "name", ["#set page(fill: red)", "[bold] *x* _y_ $z^2$", "\\u{41} <a> & @ref", '"); #panic()']
)
def test_names_are_never_markup(name: str) -> None:
    data = pdf_of(styled("bold"), Holder(Localized.of(name), Localized.of("#let x = 1")))
    assert name in text_of(data)
    assert "#let x = 1" in text_of(data)


def test_letters_that_no_face_has_are_named() -> None:
    with pytest.raises(InputError, match=r"U\+0628"):
        jobs(styled("steppe"), Holder(Localized.of("بيت")))


# ---- how it looks


def ink(scene: Scene, paper: tuple[int, ...]) -> NDArray[np.bool_]:
    """Where something is, in pixels of a fifth of a millimetre."""
    found: NDArray[np.bool_] = (
        np.abs(pixels(scene, 0.5)[..., :3].astype(int) - paper).max(axis=2) > 24
    )
    return found


def grown(mask: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    out = mask.copy()
    for axis in (0, 1):
        out = np.logical_or.reduce([np.roll(out, step, axis) for step in range(-by, by + 1)])
    return out


def require_air(side: Side) -> None:
    """Words keep a millimetre from all that is drawn, from each other's lines and the margins."""
    paper = tuple(int(value) for value in pixels(Scene(900, 500, side.art))[250, 300, :3])
    drawn = ink(Scene(900, 500, side.art), paper)
    words = ink(Scene(900, 500, (*side.art[:1], *side.words)), paper)
    assert not (grown(drawn, 5) & words).any()
    inside = np.zeros_like(words)
    # A descender may hang below the last baseline, and a quote outside of the left edge.
    left, top, bottom = (round(each / 2) for each in (INNER.left, INNER.top, INNER.bottom))
    inside[top : bottom + 6, left - 6 : 426] = True
    assert not (words & ~inside).any()
    alone = [ink(Scene(900, 500, (*side.art[:1], each)), paper).astype(int) for each in side.words]
    assert np.sum(alone, axis=0).max() <= 1


@pytest.mark.parametrize("code", [False, True])
@pytest.mark.parametrize("style", STYLES)
def test_words_have_air_in_every_style(style: str, code: bool) -> None:
    from creativekit.brand.stationery import qr
    from creativekit.brand.stationery.vcard import vcard

    for brand in (styled(style), styled(style, name=LONG)):
        made = qr.code(vcard(brand, PERSON, "kk")) if code else None
        require_air(front(brand, PERSON, ("kk", "ru"), made))
        require_air(front(brand, Holder(), ("kk", "ru"), made))


@pytest.mark.parametrize("brand", NAMES)
def test_words_have_air_in_the_examples(brand: str) -> None:
    require_air(front(example(brand), PERSON, ("kk", "ru")))
    require_air(front(example(brand), Holder(), ("kk", "ru")))


@pytest.mark.parametrize("style", ["steppe", "bold", "ornament"])
@pytest.mark.parametrize(
    "name",
    [
        "Ұ" * 120,
        "Қызылорда облысының шығармашылық индустриялар мен қолөнерді дамыту бірлестігі " * 2,
    ],
)
def test_endless_names_are_shortened_and_keep_their_place(style: str, name: str) -> None:
    person = Holder(Localized.of({"kk": name[:120], "ru": name[:119]}), Localized.of(name[:120]))
    side = front(styled(style), person, ("kk", "ru"))
    require_air(side)
    assert {run.size for words in side.words for run in words.runs if run.size < 6 * 3.5277} == (
        set()
    )


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("style", STYLES)
def test_the_back_has_the_logo_at_a_size_that_prints(style: str, seed: str) -> None:
    brand = styled(style, SEEDS[seed])
    *_, mark = back(brand, "kk").art
    assert isinstance(mark, Group)
    scale = mark.transform.a
    boxes = [each.path.transform(mark.transform).bounds for each in mark.items]  # type: ignore[union-attr]
    box = Box(
        min(each.left for each in boxes),
        min(each.top for each in boxes),
        max(each.right for each in boxes),
        max(each.bottom for each in boxes),
    )
    lockup = min(
        brand.logo.lockups.values(), key=lambda each: abs(each.box.width * scale - box.width)
    )
    assert box.width >= lockup.min_width_mm * MM - 0.5
    clear = min(box.left, box.top, 900 - box.right, 500 - box.bottom)
    assert clear >= lockup.clear_space * scale - 0.5
    assert clear >= INNER.left - 0.5
