"""A Scene looks the same as a picture, as SVG and as PDF, seen through renderers not our own."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import numpy as np
import pytest
import resvg_py
from PIL import Image

from canvas.sample_scenes import HEIGHT, WIDTH, scenes
from creativekit.canvas.backends.pdf import pdf
from creativekit.canvas.backends.raster import png, render
from creativekit.canvas.backends.svg import svg
from golden_pictures import check, mean_difference
from tools import require

SCALE = 2.0
SVG_DIFFERENCE = 0.5
"""Most mean difference of our picture from resvg's, over premultiplied RGBA, of 255."""

PDF_DIFFERENCE = 1.0
"""The same against poppler, which smooths edges more coarsely."""

NAMES = sorted(scenes())


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
    program = require("pdftoppm")
    scene = scenes()[name]
    file = tmp_path / "scene.pdf"
    file.write_bytes(pdf(scene, mm_per_px=25.4 / 72))
    subprocess.run(
        [program, "-r", str(round(72 * SCALE)), "-png", "-singlefile", file, tmp_path / "page"],
        check=True,
    )
    theirs = Image.open(tmp_path / "page.png")
    assert theirs.size == (WIDTH * SCALE, HEIGHT * SCALE)
    assert mean_difference(render(scene, SCALE, "#ffffff"), theirs) <= PDF_DIFFERENCE


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str) -> None:
    check(f"canvas/{name}", png(scenes()[name]))


def test_live_text_stands_where_its_outlines_are(tmp_path: Path) -> None:
    from creativekit.fonts.instances import static_instance

    scene = scenes()["text"]
    faces = {item.line.face for item in scene.items if hasattr(item, "line")}
    data = resvg_py.svg_to_bytes(
        svg_string=svg(scene, text="live"),
        width=round(WIDTH * SCALE),
        skip_system_fonts=True,
        font_files=[static_instance(face) for face in faces],
    )
    live = Image.open(io.BytesIO(bytes(data)))
    assert mean_difference(render(scene, SCALE), live) <= 1.0
    assert np.asarray(live).any()
