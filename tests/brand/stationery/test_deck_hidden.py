"""What nobody sees of a layout's picture is left out, and what is seen stays as it was."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from creativekit.artwork.hands import arrange
from creativekit.artwork.sheet import Sheet
from creativekit.brand.stationery.deck_hidden import seen
from creativekit.canvas.backends.raster import png
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Item, Rect, Scene, Shape, Solid
from styled_brands import STYLES, styled

SHEET = Box(0, 0, 400, 300)
RED, BLUE = Solid("#ff0000"), Solid("#0000ff")
DOTS = Shape(Path.join(Path.ellipse(x, y, 4) for x in range(-50, 451, 20) for y in (50, 250)), RED)


def contours(items: tuple[Item, ...]) -> int:
    return sum(
        contours(item.items)
        if isinstance(item, Group)
        else sum(command[0] == "M" for command in item.path.commands)
        for item in items
        if isinstance(item, Group | Shape)
    )


def drawn(items: tuple[Item, ...]) -> np.ndarray:
    picture = png(Scene(SHEET.width, SHEET.height, items, ""))
    return np.asarray(Image.open(io.BytesIO(picture)).convert("RGB"))


ARCH = Path((("M", 40.0, 300.0), ("C", 40.0, 60.0, 360.0, 60.0, 360.0, 300.0), ("Z",)))


@pytest.mark.parametrize(
    ("items", "least", "most"),
    [
        ((DOTS,), 40, 40),
        ((DOTS, Rect(0, 0, 200, 300, BLUE)), 20, 24),
        ((Rect(0, 0, 200, 300, BLUE), DOTS), 40, 40),
        ((DOTS, Rect(0, 0, 200, 300, Solid("#0000ff", 0.9))), 40, 40),
        ((DOTS, Shape(ARCH, BLUE)), 20, 30),
        ((Group((DOTS,), Affine.translation(0, 20)), Rect(0, 200, 400, 100, BLUE)), 20, 20),
        ((DOTS, Rect(0, 0, 20, 20, BLUE)), 40, 40),
    ],
)  # fmt: skip
def test_hidden_dots_go_and_no_pixel_changes(
    items: tuple[Item, ...], least: int, most: int
) -> None:
    found = seen(items, SHEET)
    assert least <= contours(found) - (Shape(ARCH, BLUE) in found) <= most
    assert np.array_equal(drawn(found), drawn(items))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("surface", ["pattern", "quiet", "art"])
def test_a_styles_pictures_look_the_same(style: str, surface: str) -> None:
    made = arrange(Sheet(styled(style), 640, 360), surface)
    items = (*made.under, *made.over)
    shown = [png(Scene(640, 360, each, "")) for each in (items, seen(items, Box(0, 0, 640, 360)))]
    one, two = (np.asarray(Image.open(io.BytesIO(data))).astype(int) for data in shown)
    assert np.abs(one - two).max() <= 2
