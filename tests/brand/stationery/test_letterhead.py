"""The letterhead as somebody opens it: what it says, in which languages, and in which faces."""

from __future__ import annotations

import io
import pickle
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from creativekit.brand.stationery.letterhead import jobs, sheets
from creativekit.errors import InputError
from creativekit.identity.model import Identity
from creativekit.identity.office_theme import theme_of
from creativekit.identity.stationery import Holder, Stationery
from creativekit.project import templates
from creativekit.project.localized import Localized
from example_brands import NAMES, example
from styled_brands import FULL, LONG, SEEDS, STYLES, styled
from tools import as_pdf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FILE = "brand/stationery/letterhead.toml"


def opened(identity: Identity, index: int = 0) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(jobs(identity)[index].render().data))


def text_of(archive: zipfile.ZipFile, part: str = "document") -> str:
    tree = ElementTree.fromstring(archive.read(f"word/{part}.xml"))
    return "\n".join(
        "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
        for paragraph in tree.iter(f"{W}p")
    )


@pytest.mark.parametrize(
    ("languages", "found"),
    [
        (("kk", "ru", "en"), (("kk", "ru"), ("en",))),
        (("en", "ru", "kk"), (("kk", "ru"), ("en",))),
        (("ru", "en"), (("ru",), ("en",))),
        (("kk", "en"), (("kk",), ("en",))),
        (("en",), (("en",),)),
    ],
)
def test_kazakh_and_russian_stand_on_one_sheet(
    languages: tuple[str, ...], found: tuple[tuple[str, ...], ...]
) -> None:
    assert sheets(languages) == found


def test_files_are_named_by_their_languages() -> None:
    assert [job.path for job in jobs(example("saz-studio"))] == [
        "brand/stationery/letterhead-kk-ru.docx",
        "brand/stationery/letterhead-en.docx",
    ]


def test_kazakh_comes_first_at_one_size() -> None:
    archive = opened(example("saz-studio"))
    text = text_of(archive)
    assert text.index("Құрметті әріптес!") < text.index("Уважаемые коллеги!")
    tree = ElementTree.fromstring(archive.read("word/document.xml"))
    styles = [
        style.get(f"{W}val")
        for style in tree.iter(f"{W}pStyle")
        if style.get(f"{W}val") != "ListBullet"
    ]
    assert styles == ["Heading1", "Heading1"]
    assert not list(tree.iter(f"{W}sz"))
    assert {each.get(f"{W}val") for each in tree.iter(f"{W}lang")} == {"kk-KZ", "ru-RU"}


def test_the_head_has_the_logo_and_the_foot_how_to_reach_the_brand() -> None:
    archive = opened(example("saz-studio"))
    head = archive.read("word/header2.xml").decode()
    assert 'descr="Саз студиясы: логотип"' in head
    assert head.count("<wp:inline") == 1
    assert "svgBlip" in head
    foot = text_of(archive, "footer4")
    for said in ("+7 724 200 00 00", "salem@saz.example", "Қызылорда", "Кызылорда, улица"):
        assert said in foot
    related = archive.read("word/_rels/footer4.xml.rels").decode()
    for target in ("tel:+77242000000", "mailto:salem@saz.example", "https://saz.example"):
        assert target in related


def test_pages_after_the_first_have_the_name_and_a_number() -> None:
    archive = opened(example("saz-studio"))
    assert text_of(archive, "header1").startswith("Саз студиясы · Студия «Саз»")
    assert " PAGE " in archive.read("word/header1.xml").decode()


@pytest.mark.parametrize("style", STYLES)
def test_the_theme_and_the_faces_are_the_brands(style: str) -> None:
    made = styled(style)
    archive = opened(made)
    theme = archive.read("word/theme/theme1.xml").decode()
    own = theme_of(made)
    assert own.colors["accent1"][1:].upper() in theme
    table = ElementTree.fromstring(archive.read("word/fontTable.xml"))
    names = [font.get(f"{W}name") for font in table]
    assert names == [own.major, own.minor]
    body = [each.tag.removeprefix(W) for each in table[1]]
    assert body[-2:] == ["embedRegular", "embedBold"]


def test_a_person_signs_the_letter() -> None:
    people = (Holder(Localized.of({"kk": "Айгүл", "ru": "Айгуль"}), Localized.of("шебер")),)
    text = text_of(opened(replace(styled("steppe"), stationery=Stationery(people))))
    assert "Құрметпен,\nАйгүл" in text
    assert "С уважением,\nАйгуль" in text
    assert "шебер" in text


def test_words_of_the_projects_own(tmp_path: Path) -> None:
    own = tmp_path / "templates" / FILE
    own.parent.mkdir(parents=True)
    shutil.copyfile(templates.find(FILE), own)
    text = own.read_text("utf-8")
    own.write_text(text.replace("Құрметті әріптес!", "Сәлем, {name}!"), "utf-8")
    made = replace(styled("steppe"), project_folder=str(tmp_path))
    assert "Сәлем, {name}!" in text_of(opened(made))
    assert jobs(made)[0].key != jobs(styled("steppe"))[0].key
    own.write_text(text.replace("greeting", "greting"), "utf-8")
    with pytest.raises(InputError) as caught:
        jobs(made)
    assert {each.key for each in caught.value.problems} == {"greeting", "greting"}


def test_hostile_names_stay_names() -> None:
    name = "<w:p/>&{name}"
    made = styled("steppe", name=name, more='[contact]\nsite = "a.b/\\"><script>"\n')
    archive = opened(made)
    for part in archive.namelist():
        if part.endswith((".xml", ".rels")):
            ElementTree.fromstring(archive.read(part))
    assert name in text_of(archive)


@pytest.mark.parametrize("style", STYLES)
def test_long_names_and_no_contacts(style: str) -> None:
    made = styled(style, name=LONG, more="")
    assert "Құрметпен" in text_of(opened(made))
    made = styled(style, SEEDS["near white"], name=LONG * 3, languages=("en",), more=FULL)
    assert "Kind regards" in text_of(opened(made))


def test_jobs_are_plain_and_the_same_twice() -> None:
    job = jobs(example("aq-kiiz"))[0]
    again = pickle.loads(pickle.dumps(job))
    assert again.key == job.key
    assert again.render().data == job.render().data


@pytest.mark.parametrize("name", NAMES)
def test_a_new_sheet_is_one_page(name: str, tmp_path: Path) -> None:
    file = tmp_path / "letterhead.docx"
    file.write_bytes(jobs(example(name))[0].render().data)
    reader = PdfReader(as_pdf(file))
    assert len(reader.pages) == 1
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for font in reader.pages[0]["/Resources"]["/Font"].values()
    }
    family = example(name).type.body.family.replace(" ", "")
    assert any(font.startswith(family) for font in fonts), fonts
