from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from creativekit.canvas.backends.raster import png, render
from creativekit.canvas.brought_logo import load_logo
from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import Picture, Rect, Scene, Shape, Solid
from creativekit.errors import InputError


def svg(inside: str) -> bytes:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 150">'
    return f"{head}\n{inside}</svg>".encode()


def refusal(data: bytes, name: str = "logo.svg") -> str:
    with pytest.raises(InputError) as caught:
        load_logo(data, name)
    return str(caught.value)


BADGE = (
    '<circle cx="100" cy="75" r="60" fill="#123a6b"/><circle cx="100" cy="75" r="20" fill="#fff"/>'
)


def test_a_plain_svg_is_shapes() -> None:
    logo = load_logo(svg(BADGE), "logo.svg")
    assert [type(item) for item in logo.scene.items] == [Shape, Shape]
    assert (logo.ink.left, logo.ink.top) == pytest.approx((40, 15))
    assert logo.outline is not None
    assert logo.outline.area == pytest.approx(np.pi * (3600 - 400), rel=2e-3)
    assert logo.svg is not None
    assert not logo.notes


def test_an_svg_with_effects_is_a_picture_of_itself_and_says_so() -> None:
    inside = '<filter id="f"><feGaussianBlur stdDeviation="3"/></filter>'
    inside += '<rect x="50" width="90" height="90" filter="url(#f)"/>'
    logo = load_logo(svg(inside), "logo.svg")
    (picture,) = logo.scene.items
    assert isinstance(picture, Picture)
    assert Image.open(io.BytesIO(picture.data)).width == 2048
    assert (picture.width, picture.height) == (200, 150)
    assert logo.outline is None
    assert "picture" in str(logo.notes[0])
    assert 35 < logo.ink.left < 45


def test_problems_have_their_line() -> None:
    assert "logo.svg:2" in refusal(svg("<script/>"))
    assert "logo.svg:2" in refusal(svg('<path d="M0 0 Lx"/>'))
    assert "viewBox" in refusal(b'<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>')
    assert "nothing in it" in refusal(svg("<g/>"))
    assert "nothing in it" in refusal(svg('<rect x="900" width="9" height="9"/>'))
    assert "parts" in refusal(svg('<g id="a"><use href="#a"/></g>'))


def logo_picture(width: int, ground: str | None) -> bytes:
    scene = Scene(
        100, 60, (Shape(Path.ellipse(30, 30, 20), Solid("#0a7e8c")),
                  Rect(60, 20, 30, 20, Solid("#0a7e8c"))),
    )  # fmt: skip
    return png(scene, width / 100, ground)


def test_a_picture_loses_its_ground_and_its_margins() -> None:
    logo = load_logo(logo_picture(2000, "#ffffff"), "logo.png")
    assert (logo.scene.width, logo.scene.height) == (1600, 800)
    assert logo.ink == Box(0, 0, 1600, 800)
    assert render(logo.scene).getpixel((1000, 100))[3] == 0
    assert ["background" in str(note) for note in logo.notes] == [True]
    assert logo.outline is None


def test_a_transparent_picture_is_kept() -> None:
    logo = load_logo(logo_picture(2000, None), "logo.png")
    assert (logo.scene.width, logo.scene.height) == (1600, 800)
    assert not logo.notes


def test_a_small_picture_is_accepted_with_advice_and_a_tiny_one_refused() -> None:
    logo = load_logo(logo_picture(300, None), "logo.png")
    assert "240×120" in str(logo.notes[-1])
    assert "48×28" in refusal(png(Scene(48, 28, (Rect(0, 0, 9, 9, Solid("#000000")),))), "a.png")
    assert "1×1" in refusal(png(Scene(1, 1)), "a.png")
    speck = Scene(500, 500, (Rect(100, 100, 12, 9, Solid("#000000")),))
    assert "12×9" in refusal(png(speck), "a.png")


def test_a_picture_to_the_edges_is_accepted_with_a_word() -> None:
    y, x = np.mgrid[0:1200, 0:1200]
    full = Image.fromarray(np.stack((x // 5, y // 5, x // 7), axis=-1).astype(np.uint8))
    data = io.BytesIO()
    full.save(data, "JPEG")
    logo = load_logo(data.getvalue(), "logo.jpg")
    assert logo.scene.width == 1200
    assert "no transparent background" in str(logo.notes[0])


def test_content_tells_what_a_file_is_and_not_its_name() -> None:
    assert load_logo(svg(BADGE), "logo.png").svg is not None
    assert load_logo(b"\xef\xbb\xbf<?xml version='1.0'?>" + svg(BADGE), "logo").svg is not None
    assert "not an SVG" in refusal(b"\x89PNG\r\n\x1a\n", "logo.svg")
    assert "PDF" in refusal(b"%PDF-1.4", "logo.png")
    assert "not a picture" in refusal(b"", "logo.png")
