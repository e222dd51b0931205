"""SVG that writes each outline once, for pages of many drawings."""

from __future__ import annotations

import re

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from creativekit.canvas.backends.svg import svg
from creativekit.canvas.path import Affine, Path
from creativekit.canvas.scene import Group, Item, Scene, Shape, Solid
from creativekit.canvas.typeset import line
from creativekit.fonts.faces import face
from golden_pictures import mean_difference

LORA = face("Lora", 600)
FLOWER = Path.join(Path.ellipse(50, 20, 9, 22).rotate(turn, 50, 50) for turn in range(0, 360, 30))


def drawn(text: str) -> Image.Image:
    import io

    import resvg_py

    return Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=text)))).convert("RGBA")


def outlines(text: str) -> list[str]:
    return re.findall(r'^ *<path id="shared-[0-9a-f]{12}" d="[^"]+"/>$', text, re.MULTILINE)


@given(st.text("Саз студиясы ҒңӘ", min_size=1, max_size=20).filter(str.strip))
@settings(max_examples=20, deadline=None)
def test_it_looks_the_same(text: str) -> None:
    items: tuple[Item, ...] = (
        line(text, LORA, 40, 10, 70, "#0a7e8c"),
        Shape(FLOWER, Solid("#e4572e")),
        Group((Shape(FLOWER, Solid("#000000", 0.5)),), Affine(0.5, 0.1, 0, 0.5, 200, 10)),
    )
    scene = Scene(500, 110, items)
    assert mean_difference(drawn(svg(scene, "shared")), drawn(svg(scene))) < 0.2


def test_each_outline_is_written_once() -> None:
    scene = Scene(
        500,
        110,
        (
            line("саса саса", LORA, 40, 10, 40, "#000000"),
            line("асас", LORA, 20, 10, 90, "#ff0000"),
            Shape(FLOWER, Solid("#000000")),
            Group((Shape(FLOWER, Solid("#ffffff")),), Affine.translation(100, 0)),
        ),
    )
    text = svg(scene, "shared")
    assert len(outlines(text)) == 3
    assert text.count("<use ") == 8 + 4 + 2


def test_the_same_shape_has_the_same_id_in_every_drawing() -> None:
    first = svg(Scene(100, 100, (Shape(FLOWER, Solid("#000000")),)), "shared", "a")
    second = svg(Scene(100, 100, (Shape(FLOWER, Solid("#ffffff")),)), "shared", "b")
    assert outlines(first) == outlines(second) != []


def test_a_short_shape_stays_where_it_is() -> None:
    text = svg(Scene(9, 9, (Shape(Path.rect(1, 1, 5, 5), Solid("#000000")),)), "shared")
    assert not outlines(text)
    assert np.asarray(drawn(text))[3, 3, 3] == 255
