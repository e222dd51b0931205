"""Scenes in printing inks: what is painted, with which inks, and that it is where it was drawn."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path as File

import numpy as np
import pikepdf
import pytest
from PIL import Image

from creativekit.brand.stationery.cmyk import BLACK, inks, vector
from creativekit.canvas.backends.png import encode
from creativekit.canvas.path import Affine, Path
from creativekit.canvas.scene import (
    Group,
    Item,
    Line,
    LinearGradient,
    Paint,
    Picture,
    RadialGradient,
    Rect,
    Scene,
    Shape,
    Solid,
    Stop,
    Words,
)
from creativekit.canvas.typeset import line
from creativekit.color.notation import cmyk
from creativekit.fonts.faces import face
from tools import require

TEAL = "#0a7e8c"
OPENED: list[pikepdf.Pdf] = []
"""A page lives as long as its file is open."""


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    while OPENED:
        OPENED.pop().close()


def page_of(*items: Item) -> pikepdf.Page:
    """The page of a Scene of 10 × 5 mm."""
    data = vector(Scene(100, 50, items), 0.1)
    assert data.isascii()
    pdf = pikepdf.open(io.BytesIO(data))
    OPENED.append(pdf)
    return pdf.pages[0]


def operators(stream: pikepdf.Object | pikepdf.Page) -> list[tuple[list[float], str]]:
    return [
        ([float(each) for each in operands if not isinstance(each, (pikepdf.Name, pikepdf.Array))],
         str(operator))
        for operands, operator in pikepdf.parse_content_stream(stream)
    ]  # fmt: skip


def names(page: pikepdf.Page) -> list[str]:
    return [operator for _, operator in operators(page)]


def samples(function: pikepdf.Object, channels: int) -> list[list[float]]:
    values = np.frombuffer(function.read_bytes(), np.uint8) / 255
    return values.reshape(-1, channels).tolist()  # type: ignore[no-any-return]


# ---- inks


def test_inks_are_those_that_the_guide_prints() -> None:
    assert tuple(round(each * 100) for each in inks(TEAL)) == cmyk(TEAL)


@pytest.mark.parametrize("color", ["#000000", "#0b0b0d", "#101010", "#191919"])
def test_what_is_nearly_black_is_black_ink_alone(color: str) -> None:
    assert inks(color) == BLACK


@pytest.mark.parametrize(
    ("color", "found"),
    [
        ("#ffffff", (0, 0, 0, 0)),
        ("#808080", (0, 0, 0, 0.5)),
        ("#ff0000", (0, 1, 1, 0)),
        ("#00262b", (1, 0.12, 0, 0.83)),
    ],
)
def test_other_colours_keep_their_inks(color: str, found: tuple[float, ...]) -> None:
    assert inks(color) == pytest.approx(found)


def test_no_colour_takes_more_ink_than_paper_does() -> None:
    every = range(0, 256, 15)
    assert (
        max(sum(inks(f"#{r:02x}{g:02x}{b:02x}")) for r in every for g in every for b in every) <= 3
    )


# ---- paints


def test_a_page_is_as_large_as_its_scene() -> None:
    page = page_of()
    assert [float(each) for each in page.mediabox] == pytest.approx(
        [0, 0, 10 * 72 / 25.4, 5 * 72 / 25.4], abs=0.001
    )
    assert page.obj.Group.CS == "/DeviceCMYK"


def test_solids_are_filled_and_stroked_in_inks() -> None:
    page = page_of(
        Rect(0, 0, 10, 10, Solid(TEAL)),
        Line(Path((("M", 0, 0), ("L", 9, 9))), Solid("#000000"), 2, "round", "bevel", (3, 2)),
        Shape(Path.rect(1, 1, 5, 5), Solid("#ff0000"), "evenodd"),
    )
    found = operators(page)
    assert [operands for operands, name in found if name == "k"] == [
        pytest.approx(inks(TEAL)),
        [0, 1, 1, 0],
    ]
    assert ([0, 0, 0, 1], "K") in found
    assert ([2], "w") in found
    assert ([1], "J") in found
    assert ([2], "j") in found
    assert [name for _, name in found if name in ("f", "f*", "S")] == ["f", "S", "f*"]


def test_an_opacity_is_a_state_that_ends() -> None:
    page = page_of(
        Rect(0, 0, 10, 10, Solid(TEAL, 0.4)),
        Rect(0, 0, 10, 10, Solid(TEAL)),
        Rect(0, 0, 10, 10, Solid("#ff0000", 0.4)),
    )
    states = page.obj.Resources.ExtGState
    assert [(float(each.ca), float(each.CA)) for _, each in states.items()] == [(0.4, 0.4)]
    painted = [name for name in names(page) if name in ("q", "gs", "f", "Q")]
    assert painted == ["q", "gs", "f", "Q", "f", "q", "gs", "f", "Q"]


@pytest.mark.parametrize(
    ("paint", "kind", "ends"),
    [
        (LinearGradient(1, 2, 30, 4, (Stop(0, "#ffffff"), Stop(1, TEAL))), 2, [1, 2, 30, 4]),
        (RadialGradient(5, 6, 7, (Stop(0, "#ffffff"), Stop(1, TEAL))), 3, [5, 6, 0, 5, 6, 7]),
    ],
)
def test_gradients_go_from_ink_to_ink(paint: Paint, kind: int, ends: list[float]) -> None:
    page = page_of(Rect(0, 0, 40, 20, paint))
    ((_, shading),) = page.obj.Resources.Shading.items()
    assert shading.ShadingType == kind
    assert shading.ColorSpace == "/DeviceCMYK"
    assert [float(each) for each in shading.Coords] == ends
    found = samples(shading.Function, 4)
    assert found[0] == [0, 0, 0, 0]
    assert found[-1] == pytest.approx(inks(TEAL), abs=0.006)
    # Half-way it is the colour half-way on a screen, and no grey.
    middle = inks("#84bec5")
    assert found[len(found) // 2] == pytest.approx(middle, abs=0.012)


def test_a_nearly_grey_gradient_has_no_bands() -> None:
    stops = (Stop(0, "#0b0b0d"), Stop(1, "#5b5c66"))
    page = page_of(Rect(0, 0, 40, 20, LinearGradient(0, 0, 40, 0, stops)))
    ((_, shading),) = page.obj.Resources.Shading.items()
    steps = np.abs(np.diff(np.array(samples(shading.Function, 4)), axis=0))
    assert steps.max() <= 2.5 / 255


def test_a_gradient_that_fades_has_a_grey_mask() -> None:
    stops = (Stop(0, TEAL, 0.8), Stop(1, TEAL, 0.0))
    page = page_of(Rect(0, 0, 40, 20, LinearGradient(0, 0, 40, 0, stops)))
    ((_, state),) = page.obj.Resources.ExtGState.items()
    assert state.SMask.S == "/Luminosity"
    mask = state.SMask.G
    assert mask.Group.CS == "/DeviceGray"
    ((_, shading),) = mask.Resources.Shading.items()
    found = samples(shading.Function, 1)
    assert found[0] == pytest.approx([0.8], abs=0.003)
    assert found[-1] == [0]


def test_a_group_fades_as_one() -> None:
    inside = (Rect(0, 0, 10, 10, Solid(TEAL)), Rect(5, 5, 10, 10, Solid("#ff0000")))
    page = page_of(Group(inside, Affine.translation(3, 4), opacity=0.5))
    ((_, form),) = page.obj.Resources.XObject.items()
    assert form.Group.CS == "/DeviceCMYK"
    assert len([name for _, name in operators(form) if name == "f"]) == 2
    assert "f" not in names(page)


def test_what_groups_share_is_written_once() -> None:
    inside = (Rect(0, 0, 10, 10, Solid(TEAL)),)
    page = page_of(*(Group(inside, Affine.translation(x, 0)) for x in range(9)))
    assert len(page.obj.Resources.XObject) == 1
    assert names(page).count("Do") == 9
    assert "f" not in names(page)


def test_words_are_outlines() -> None:
    text = line("Әң", face("Onest"), 20, 5, 30, "#000000")
    page = page_of(Words(((text,),), "Әң", box=None))  # type: ignore[arg-type]
    assert {"c", "f"} <= set(names(page))
    assert "Font" not in page.obj.Resources


def test_a_picture_is_in_inks_and_keeps_its_transparency() -> None:
    shown = np.zeros((24, 24, 4), np.uint8)
    shown[:12, :12] = (255, 0, 0, 255)
    shown[12:, 12:] = (0, 0, 0, 128)
    page = page_of(Picture(encode(shown), 10, 10, 20, 20, radius=3))
    ((_, image),) = page.obj.Resources.XObject.items()
    assert image.ColorSpace == "/DeviceCMYK"
    # 300 px to the inch of 2 mm.
    assert image.Width == image.Height == 24
    values = np.frombuffer(image.read_bytes(), np.uint8).reshape(24, 24, 4)
    assert values[0, 0].tolist() == [0, 255, 255, 0]
    alpha = np.frombuffer(image.SMask.read_bytes(), np.uint8).reshape(24, 24)
    assert image.SMask.ColorSpace == "/DeviceGray"
    assert (alpha[0, 0], alpha[-1, -1], alpha[0, -1]) == (255, 128, 0)


def test_nothing_is_nothing() -> None:
    page = page_of(
        Rect(0, 0, 0, 10, Solid(TEAL)),
        Shape(Path(), Solid(TEAL)),
        Line(Path((("M", 0, 0), ("L", 9, 9))), Solid(TEAL), 0),
        Group((Rect(0, 0, 9, 9, Solid(TEAL)),), opacity=0),
    )
    assert set(names(page)) == {"cm"}


def test_the_same_scene_is_the_same_file() -> None:
    stops = (Stop(0, TEAL, 0.8), Stop(1, TEAL, 0.0))
    scene = Scene(40, 40, (Rect(0, 0, 9, 9, RadialGradient(4, 4, 4, stops)),))
    assert vector(scene, 0.1) == vector(scene, 0.1)


def test_things_are_where_they_were_drawn(tmp_path: File) -> None:
    program = require("pdftoppm")
    red = (Rect(10, 0, 20, 10, Solid("#ff0000")),)
    scene = Scene(
        100,
        60,
        (
            Rect(0, 0, 100, 60, Solid("#ffffff")),
            Group(red, Affine.translation(0, 40), clip=Path.rect(0, 0, 20, 60)),
            Line(Path((("M", 60, 30), ("L", 90, 30))), Solid("#000000"), 10),
        ),
    )
    (tmp_path / "drawn.pdf").write_bytes(vector(scene, 0.254))
    command = [program, "-r", "100", "-png", "-singlefile", "drawn.pdf", "drawn"]
    subprocess.run(command, cwd=tmp_path, check=True)
    found = np.asarray(Image.open(tmp_path / "drawn.png").convert("RGB")).astype(int)
    assert found.shape == (60, 100, 3)
    is_red = found[..., 0] - found[..., 1] > 100
    rows, columns = np.nonzero(is_red)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (40, 49, 10, 19)
    rows, columns = np.nonzero(found.sum(axis=2) < 200)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (25, 34, 60, 89)
