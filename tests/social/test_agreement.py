"""One Scene, all kinds of file: what other programs show of a post is what our picture shows."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import resvg_py
from PIL import Image

from canvas.shown_by_programs import pdf_pages, slides
from creativekit.canvas.scene import Scene
from creativekit.press.social_plan import social_plan
from creativekit.project.loading import load
from creativekit.social.kit import Wanted
from creativekit.social.rendering import scene
from golden_pictures import mean_difference
from social_projects import photo, project
from tools import require

KINDS = ("png", "svg", "pdf", "pptx", "webp")
STYLES = ("editorial", "bold", "ornament")

POSTS = """
[[post]]
template = "announcement"
id = "news"
headline = "Ашық есік күні: дыбыс қалай туады"
lead = "Сенбіде студияға келіңіз, кіру тегін."
label = "Жаңалық"
action = "Тіркелу"

[[post]]
template = "product"
id = "jug"
headline = "Құмыра «Ақ»"
price = 12500
photo = "photo.jpg"

[[post]]
template = "carousel"
id = "steps"
headline = "Жазылымға қалай дайындаласыз"
text = "Үш қадам"
pages = [["Мәтінді оқыңыз", "Тыныс алатын жерлерді белгілеңіз."], ["Тыныштық", "Ерте ұйықтаңыз."]]
action = "Уақыт таңдау"
"""

# Mean difference from our picture, of 255 a channel. Poppler and LibreOffice smooth edges and
# scale photographs otherwise than we do; LibreOffice before 7.6 has gradients of two colours only
# and sets words up to 0.05 em higher or lower.
SVG, LIVE, PDF, SLIDE, WEBP = 0.3, 0.8, 0.6, 4.0, 1.5


@dataclass(frozen=True)
class Made:
    """The files of one style's posts, and the Scene of each picture by its stem."""

    files: Mapping[str, bytes]
    scenes: Mapping[str, Scene]
    folder: Path

    def picture(self, stem: str) -> Image.Image:
        return Image.open(io.BytesIO(self.files[f"{stem}.png"])).convert("RGB")


@pytest.fixture(scope="module", params=STYLES)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = project(tmp_path_factory.mktemp(request.param) / "p", POSTS, request.param)
    (folder / "photo.jpg").write_bytes(photo())
    plan = social_plan(load(folder / "creativekit.toml"), Wanted(KINDS), workers=1)
    assert plan.errors == ()
    files: dict[str, bytes] = {}
    scenes: dict[str, Scene] = {}
    for job in plan.jobs:
        for artifact in job.artifacts():
            files[artifact.path] = artifact.data
            target = folder / "kit" / artifact.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(artifact.data)
        if job.path.endswith(".png") and len(job.inputs) == 4:
            scenes[job.path.removesuffix(".png")] = scene(*job.inputs[:2])
    return Made(files, scenes, folder / "kit")


SINGLE = ("social/news/instagram-portrait", "social/jug/instagram-portrait")
CAROUSEL = "social/steps/instagram-portrait"
PAGES = tuple(f"{CAROUSEL}-{page:02}" for page in range(1, 5))


def test_the_files_of_a_post_and_of_a_carousel(made: Made) -> None:
    pictures = {path for path in made.files if not path.endswith(".json") and "/" in path[7:]}
    single = {
        f"{stem}{ending}"
        for stem in SINGLE
        for ending in (".png", ".svg", ".live.svg", ".webp", ".pdf", ".pptx")
    }
    pages = {f"{p}{end}" for p in PAGES for end in (".png", ".svg", ".live.svg", ".webp")}
    pages |= {f"{CAROUSEL}.pdf", f"{CAROUSEL}.pptx"}
    assert {path for path in pictures if not path.startswith("social/fonts/")} == single | pages


@pytest.mark.parametrize("stem", [*SINGLE, *PAGES])
def test_svg_through_resvg(made: Made, stem: str) -> None:
    data = resvg_py.svg_to_bytes(
        svg_string=made.files[f"{stem}.svg"].decode("utf-8"), skip_system_fonts=True
    )
    theirs = Image.open(io.BytesIO(bytes(data))).convert("RGB")
    assert mean_difference(made.picture(stem), theirs) <= SVG


@pytest.mark.parametrize("stem", [*SINGLE, *PAGES])
def test_webp(made: Made, stem: str) -> None:
    theirs = Image.open(io.BytesIO(made.files[f"{stem}.webp"])).convert("RGB")
    assert mean_difference(made.picture(stem), theirs) <= WEBP


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = require("chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with playwright.sync_playwright() as control:
        opened = control.chromium.launch(executable_path=program, args=arguments)
        yield opened
        opened.close()


@pytest.mark.parametrize("stem", [*SINGLE, PAGES[1]])
def test_live_words_in_a_browser_with_the_fonts_beside(made: Made, browser: Any, stem: str) -> None:
    ours = made.picture(stem)
    context = browser.new_context(
        viewport={"width": ours.width, "height": ours.height}, offline=True
    )
    page = context.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto((made.folder / f"{stem}.live.svg").as_uri())
    page.evaluate("() => document.fonts.ready")
    theirs = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    context.close()
    assert failed == []
    assert mean_difference(ours, theirs) <= LIVE


def test_every_font_that_live_words_ask_for_is_there_with_its_licence(made: Made) -> None:
    asked = {
        name
        for path, data in made.files.items()
        if path.endswith(".live.svg")
        for name in re.findall(r"url\('\.\./fonts/([^']+)'\)", data.decode("utf-8"))
    }
    assert asked
    fonts = {path.rpartition("/")[2] for path in made.files if path.startswith("social/fonts/")}
    assert asked <= fonts
    assert any("LICENSE" in name for name in fonts)
    for path, data in made.files.items():
        if path.endswith(".live.svg"):
            root = ElementTree.fromstring(data)
            families = set(re.findall(r"font-family:'([^']+)'", data.decode("utf-8")))
            assert families
            assert "<text" in data.decode("utf-8"), root.tag


def test_pdf_through_poppler(made: Made) -> None:
    require("pdftoppm")
    for stem, pages in ((SINGLE[0], SINGLE[:1]), (SINGLE[1], SINGLE[1:]), (CAROUSEL, PAGES)):
        first = made.picture(pages[0])
        file = made.folder / f"{stem}.pdf"
        shown = pdf_pages(file, _dpi(file, first.width))
        assert len(shown) == len(pages)
        for page, theirs in zip(pages, shown, strict=True):
            ours = made.picture(page)
            theirs = theirs.convert("RGB").resize(ours.size)
            assert mean_difference(ours, theirs) <= PDF, page


def _dpi(file: Path, width: int) -> float:
    """The resolution at which a page is as wide as the picture."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)", file.read_bytes())
    return 72.0 * width / float(boxes[0])


def test_pptx_through_libreoffice(made: Made) -> None:
    require("soffice")
    for stem, pages in ((SINGLE[0], SINGLE[:1]), (CAROUSEL, PAGES)):
        (made.folder / stem).mkdir()
        file = made.folder / stem / "deck.pptx"
        file.write_bytes(made.files[f"{stem}.pptx"])
        shown = slides(file, [made.scenes[page] for page in pages], 96.0)
        assert len(shown) == len(pages)
        for page, theirs in zip(pages, shown, strict=True):
            ours = made.picture(page)
            assert theirs.size == pytest.approx(ours.size, abs=1)
            assert mean_difference(ours.resize(theirs.size), theirs.convert("RGB")) <= SLIDE, page


_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def test_slides_have_words_that_can_be_edited_in_the_themes_colours(made: Made) -> None:
    with zipfile.ZipFile(io.BytesIO(made.files[f"{SINGLE[0]}.pptx"])) as deck:
        slide = ElementTree.fromstring(deck.read("ppt/slides/slide1.xml"))
        theme = deck.read("ppt/theme/theme1.xml").decode("utf-8")
    parts = (
        " " if each.tag == f"{_A}br" else each.text or ""
        for paragraph in slide.iter(f"{_A}p")
        for each in (*paragraph.iter(), ElementTree.Element(f"{_A}br"))
        if each.tag in (f"{_A}t", f"{_A}br")
    )
    said = " ".join("".join(parts).split()).casefold()
    for text in ("Ашық есік күні: дыбыс қалай туады", "кіру тегін", "Жаңалық", "Тіркелу"):
        assert text.casefold() in said
    named = {each.get("val") for each in slide.iter(f"{_A}schemeClr")}
    assert named & {"accent1", "accent2", "tx1", "bg1", "dk1", "lt1", "tx2", "bg2"}
    assert "accent6" in theme


def test_slides_of_a_carousel_are_its_pages(made: Made) -> None:
    with zipfile.ZipFile(io.BytesIO(made.files[f"{CAROUSEL}.pptx"])) as deck:
        names = [
            name for name in deck.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)
        ]
        texts = [deck.read(f"ppt/slides/slide{number}.xml").decode("utf-8") for number in (2, 3)]
    assert len(names) == len(PAGES)
    assert "Мәтінді" in texts[0]
    assert "Тыныштық" in texts[1]
