"""A signature as a mail program gets it: a table with inline styles, links, and nothing hostile."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from creativekit.brand.stationery.signature import LOGO, LOGO_PX, jobs
from creativekit.identity.model import Identity
from creativekit.identity.stationery import Holder, Stationery
from creativekit.project.localized import Localized
from example_brands import NAMES, example
from styled_brands import LONG, STYLES, styled
from tools import require

PERSON = Holder(
    Localized.of({"kk": "Айгүл Сейітова", "ru": "Айгуль Сеитова"}),
    Localized.of({"kk": "дыбыс режиссері", "ru": "звукорежиссёр"}),
    "+7 701 111 11 11",
)
HOSTILE = "\"><script>alert(1)</script>&{{ 7*7 }}'</script>"
GMAIL_LIMIT = 10_000


def with_person(identity: Identity, person: Holder = PERSON) -> Identity:
    return replace(identity, stationery=Stationery((person,)))


def page(identity: Identity, index: int = 0) -> str:
    return jobs(identity)[index].render().data.decode("utf-8")


def signature(html: str) -> str:
    found = re.search(r'<div id="signature">(.*?</table>)</div>', html, re.DOTALL)
    assert found
    return found[1]


class Read(HTMLParser):
    """Tags with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data + "\n"


def test_files_of_a_team_and_of_a_brand() -> None:
    assert [job.path.rpartition("/")[2] for job in jobs(styled("steppe"))] == [
        "signature-kk-ru.html",
        "signature-en.html",
        LOGO,
    ]
    paths = [job.path.rpartition("/")[2] for job in jobs(example("saz-studio"))]
    assert len(paths) == 7
    assert "signature-erlan-sarsenov-kk-ru.html" in paths


def test_kazakh_comes_first_at_one_size_with_their_own_telephone() -> None:
    made = signature(page(with_person(styled("steppe"))))
    read = Read(made)
    assert read.text.index("Айгүл Сейітова") < read.text.index("Айгуль Сеитова")
    names = [attributes["style"] for tag, attributes in read.tags if tag == "b"]
    assert len(names) == 2
    assert names[0] == names[1]
    links = [attributes["href"] for tag, attributes in read.tags if tag == "a"]
    assert links == [
        "tel:+77011111111",
        "mailto:salem@usta.example",
        "https://usta.example",
        "https://www.instagram.com/usta.example",
    ]


def test_a_name_that_is_the_same_in_both_languages_is_said_once() -> None:
    made = signature(page(with_person(styled("steppe"), Holder(Localized.of("Дана")))))
    assert made.count("Дана") == 1


@pytest.mark.parametrize("style", STYLES)
def test_mail_programs_keep_all_of_it(style: str) -> None:
    made = signature(page(with_person(styled(style))))
    read = Read(made)
    assert len(made) < GMAIL_LIMIT
    assert read.tags[0][0] == "table"
    assert {tag for tag, _ in read.tags} <= {
        "table", "tr", "td", "img", "div", "span", "b", "br", "a"
    }  # fmt: skip
    for tag, attributes in read.tags:
        assert not set(attributes) & {"class", "id", "onclick"}, tag
    (picture,) = (attributes for tag, attributes in read.tags if tag == "img")
    assert picture["src"] == LOGO
    assert picture["alt"] == "Саз студиясы"
    assert picture["width"] == picture["height"] == "72"


@pytest.mark.parametrize("style", STYLES)
def test_words_have_no_color_that_a_dark_theme_would_hide(style: str) -> None:
    made = signature(page(with_person(styled(style))))
    assert set(re.findall(r"[^-]color:([^;\"]+)", made)) == {"inherit"}
    assert "background" not in made


@pytest.mark.parametrize("style", STYLES)
def test_the_logo_is_a_tile_that_a_dark_theme_cannot_swallow(style: str) -> None:
    data = jobs(styled(style))[-1].render().data
    picture = Image.open(io.BytesIO(data)).convert("RGBA")
    assert picture.size == (LOGO_PX, LOGO_PX)
    assert picture.getpixel((LOGO_PX // 2, LOGO_PX // 2))[3] == 255
    assert picture.getpixel((LOGO_PX // 2, 3))[3] == 255


def test_hostile_words_stay_words() -> None:
    contact = '[contact]\nsite = "javascript:alert(1)"\nemail = "a\\"onload=x@b.kz"\n'
    made = styled("steppe", name='\\"><script>alert(1)</script>', more=contact)
    html = page(with_person(made, Holder(Localized.of(HOSTILE), Localized.of(HOSTILE))))
    read = Read(signature(html))
    assert {tag for tag, _ in read.tags} <= {"table", "tr", "td", "img", "div", "b", "br", "span"}
    assert "{{ 7*7 }}" in read.text
    assert html.count("<script>") == 1
    assert html.count("</script>") == 1


def test_a_page_says_how_in_its_languages() -> None:
    html = page(styled("steppe"))
    for said in ("Пошта қолтаңбасы", "Подпись для почты", "Көшіру", "Gmail", "Outlook"):
        assert said in html
    assert html.index("Пошта қолтаңбасы") < html.index("Подпись для почты")
    assert "<built-in" not in html
    assert "Email signature" in page(styled("steppe"), 1)


def test_the_same_bytes_twice_and_another_key_for_another_person() -> None:
    first, second = jobs(with_person(styled("craft"))), jobs(with_person(styled("craft")))
    assert [job.key for job in first] == [job.key for job in second]
    assert first[0].render() == second[0].render()
    other = jobs(with_person(styled("craft"), replace(PERSON, phone="+7 702 222 22 22")))
    assert other[0].key != first[0].key
    assert other[-1].key == first[-1].key


@pytest.mark.parametrize("width", [360, 600, 1200])
def test_nothing_sticks_out(width: int, tmp_path: Path) -> None:
    program = require("chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    brands = {name: example(name) for name in NAMES}
    brands["long"] = with_person(
        styled("bold", name=LONG, more='[contact]\nemail = "' + "a" * 60 + '@saz.example"\n'),
        Holder(Localized.of("Аса" * 30), Localized.of("ұзын " * 40)),
    )
    with playwright.sync_playwright() as control:
        opened = control.chromium.launch(executable_path=program, args=["--no-sandbox"])
        sheet = opened.new_page(viewport={"width": width, "height": 700})
        for name, made in brands.items():
            folder = tmp_path / name
            folder.mkdir()
            for job in (jobs(made)[0], jobs(made)[-1]):
                (folder / Path(job.path).name).write_bytes(job.render().data)
            sheet.goto((folder / Path(jobs(made)[0].path).name).as_uri())
            assert sheet.evaluate("document.documentElement.scrollWidth") <= width, name
            table = sheet.locator("#signature table").bounding_box()
            assert table["width"] <= min(600, width), name
            assert sheet.evaluate("document.querySelector('#signature img').naturalWidth")
            sheet.locator("#copy").click()
            assert sheet.locator("#done").inner_text(), name
            sheet.locator("#address").fill("https://saz.example/logo.png")
            shown = sheet.evaluate("document.querySelector('#signature img').src")
            assert shown == "https://saz.example/logo.png"
            sheet.locator("#address").fill("javascript:alert(1)")
            shown = sheet.evaluate("document.querySelector('#signature img').src")
            assert shown.endswith(LOGO)
        opened.close()
