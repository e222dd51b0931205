"""A Scene looks the same as a picture, SVG, PDF and slide, seen through renderers not our own."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import resvg_py
from PIL import Image

from canvas.sample_scenes import HEIGHT, WIDTH, scenes
from canvas.shown_by_programs import pdf_pages, slides
from creativekit.canvas.backends.live_fonts import fonts_of
from creativekit.canvas.backends.pdf import pages, pdf
from creativekit.canvas.backends.pptx import pptx
from creativekit.canvas.backends.pptx_theme import SLOTS, Theme
from creativekit.canvas.backends.raster import png, render
from creativekit.canvas.backends.svg import svg
from golden_pictures import check, mean_difference
from tools import require

SCALE = 2.0
SVG_DIFFERENCE = 0.5
"""Most mean difference of our picture from resvg's, over premultiplied RGBA, of 255."""

PDF_DIFFERENCE = 1.0
"""The same against poppler, which smooths edges more coarsely."""

PDF_GRAIN_DIFFERENCE = 1.5
"""Poppler lays the pixels of pictures a little off those of the page, which grain shows."""

BROWSER_DIFFERENCE = 1.0
"""The same of live words in Chromium, whose letters are smoothed by another rasterizer."""

SLIDE_DIFFERENCE = {
    "rects": 1.0,
    "shapes": 1.0,
    "strokes": 4.0,
    "groups": 1.0,
    "words": 4.5,
    "layers": 1.5,
    "pictures": 2.0,
    "frames": 3.5,
}
"""The same of slides in LibreOffice. It sets words up to 0.05 em higher or lower (see pptx_text),
draws a dash pattern with its own lengths, and a faded picture in a frame of curves at full
strength. Before 7.6 it knows gradients of two colours only and none in letters, so "gradients" and
"text" are not compared."""

NAMES = sorted(scenes())
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.mark.parametrize("name", NAMES)
def test_picture_and_svg_agree(name: str) -> None:
    scene = scenes()[name]
    ours = render(scene, SCALE)
    data = resvg_py.svg_to_bytes(
        svg_string=svg(scene), width=round(WIDTH * SCALE), skip_system_fonts=True
    )
    theirs = Image.open(io.BytesIO(bytes(data)))
    assert mean_difference(ours, theirs) <= SVG_DIFFERENCE


@pytest.mark.parametrize("name", NAMES)
def test_picture_and_pdf_agree(name: str, tmp_path: Path) -> None:
    scene = scenes()[name]
    file = tmp_path / "scene.pdf"
    file.write_bytes(pdf(scene, mm_per_px=25.4 / 72))
    (theirs,) = pdf_pages(file, 72 * SCALE)
    assert theirs.size == (WIDTH * SCALE, HEIGHT * SCALE)
    most = PDF_GRAIN_DIFFERENCE if name == "treatments" else PDF_DIFFERENCE
    assert mean_difference(render(scene, SCALE, "#ffffff"), theirs) <= most


def test_pictures_and_the_pages_of_a_pdf_agree(tmp_path: Path) -> None:
    drawn = [scenes()[name] for name in ("words", "layers", "pictures")]
    file = tmp_path / "pages.pdf"
    file.write_bytes(pages(drawn, 25.4 / 72, "Карусель"))
    shown = pdf_pages(file, 72 * SCALE)
    assert len(shown) == len(drawn)
    for scene, theirs in zip(drawn, shown, strict=True):
        assert mean_difference(render(scene, SCALE, "#ffffff"), theirs) <= PDF_DIFFERENCE


@pytest.fixture(scope="module")
def slide_pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Image.Image]:
    """Every Scene as LibreOffice shows it: one presentation, opened once."""
    drawn = [scenes()[name] for name in SLIDE_DIFFERENCE]
    colors = dict.fromkeys(SLOTS, "#0a7e8c") | {"lt1": "#ffffff", "dk1": "#1b1b1f"}
    file = tmp_path_factory.mktemp("slides") / "deck.pptx"
    file.write_bytes(pptx(drawn, Theme("Саз", colors, "Onest ExtraBold", "Onest"), "Үлгі"))
    return dict(zip(SLIDE_DIFFERENCE, slides(file, drawn, 96 * SCALE), strict=True))


@pytest.mark.parametrize("name", SLIDE_DIFFERENCE)
def test_picture_and_slide_agree(name: str, slide_pictures: dict[str, Image.Image]) -> None:
    theirs = slide_pictures[name].convert("RGB")
    assert theirs.size == pytest.approx((WIDTH * SCALE, HEIGHT * SCALE), abs=1)
    ours = render(scenes()[name], SCALE, "#ffffff").resize(theirs.size)
    assert mean_difference(ours, theirs) <= SLIDE_DIFFERENCE[name]


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str) -> None:
    check(f"canvas/{name}", png(scenes()[name]))


@pytest.mark.parametrize("name", ["text", "words"])
def test_live_text_stands_where_its_outlines_are(name: str) -> None:
    from creativekit.fonts.instances import static_instance

    scene = scenes()[name]
    data = resvg_py.svg_to_bytes(
        svg_string=svg(scene, text="live"),
        width=round(WIDTH * SCALE),
        skip_system_fonts=True,
        font_files=[static_instance(face) for face in fonts_of(scene)],
    )
    live = Image.open(io.BytesIO(bytes(data)))
    assert mean_difference(render(scene, SCALE), live) <= 1.0
    assert np.asarray(live).any()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = require("chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as control:
        opened = control.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.mark.parametrize("name", NAMES)
def test_picture_and_live_svg_in_a_browser_agree(name: str, browser: Any, tmp_path: Path) -> None:
    scene = scenes()[name]
    hrefs: dict[str, str] = {}
    for face in fonts_of(scene):
        # As a maker publishes it: a variable file, with a name that an address has to escape.
        beside = f"type/{Path(face.file).name}"
        (tmp_path / "type").mkdir(exist_ok=True)
        shutil.copy(face.file, tmp_path / beside)
        hrefs[face.digest] = beside
    file = tmp_path / "scene.svg"
    file.write_text(svg(scene, text="live", font_href=hrefs), "utf-8")
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SCALE, offline=True
    )
    page = context.new_page()
    page.goto(file.as_uri())
    page.evaluate("() => document.fonts.ready")
    loaded = page.evaluate("() => [...document.fonts].map(face => face.status)")
    theirs = Image.open(io.BytesIO(page.screenshot(omit_background=True)))
    context.close()
    assert loaded == ["loaded"] * len(hrefs)
    assert mean_difference(render(scene, SCALE), theirs) <= BROWSER_DIFFERENCE
