"""Icons as browsers and phones read them."""

from __future__ import annotations

import io
import json
import math
import re
import struct
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from creativekit.brand import icons
from creativekit.color.contrast import ratio
from creativekit.identity.ink import thinnest_stroke
from creativekit.jobs import Job
from sample_brands import NAMES, sample_identity, style

FILES = {
    "favicon.ico",
    "favicon.svg",
    "icon-96.png",
    "apple-touch-icon.png",
    "icon-192.png",
    "icon-512.png",
    "icon-maskable-192.png",
    "icon-maskable-512.png",
    "site.webmanifest",
    "icons.html",
}
LOOKS = {
    "one colour": style(motif="shanyraq"),
    "two colours": style(motif="sun"),
    "monogram": style(logo="monogram", shape="arch"),
    "bare letter": style(logo="monogram", shape="none"),
    "wordmark": style(logo="wordmark"),
}


def icon_jobs(folder: Path, look: str = "one colour", **named: str) -> dict[str, Job]:
    identity = sample_identity(folder, look=LOOKS[look], **named)
    return {job.path.removeprefix("brand/icons/"): job for job in icons.jobs(identity)}


def pixels(job: Job) -> NDArray[np.uint8]:
    """RGBA, however the PNG stores it."""
    return np.asarray(Image.open(io.BytesIO(job.render().data)).convert("RGBA"))


@dataclass(frozen=True)
class IcoImage:
    size: int
    rgba: NDArray[np.uint8]


def read_ico(data: bytes) -> list[IcoImage]:
    """A strict reader of ICO files with 32-bit bitmaps: every field is checked."""
    reserved, kind, count = struct.unpack_from("<HHH", data)
    assert (reserved, kind) == (0, 1)
    images = []
    end = 6 + 16 * count
    for index in range(count):
        width, height, colors, zero, planes, bits, length, offset = struct.unpack_from(
            "<BBBBHHII", data, 6 + 16 * index
        )
        assert (colors, zero, planes, bits) == (0, 0, 1, 32)
        assert width == height
        assert offset == end
        end += length
        head = struct.unpack_from("<IiiHHIIiiII", data, offset)
        assert head == (40, width, 2 * height, 1, 32, 0, 4 * width * height, 0, 0, 0, 0)
        row = (width + 31) // 32 * 4
        assert length == 40 + 4 * width * height + row * height
        body = np.frombuffer(data, np.uint8, 4 * width * height, offset + 40)
        bgra = body.reshape(height, width, 4)[::-1]
        images.append(IcoImage(width, bgra[..., [2, 1, 0, 3]]))
        masked = np.frombuffer(data, np.uint8, row * height, offset + 40 + 4 * width * height)
        clear = np.unpackbits(masked.reshape(height, row), axis=1)[::-1, :width].astype(bool)
        assert (clear == (bgra[..., 3] == 0)).all()
    assert end == len(data)
    return images


def test_the_set_is_the_one_that_browsers_ask_for(tmp_path: Path) -> None:
    assert set(icon_jobs(tmp_path)) == FILES


@pytest.mark.parametrize("look", LOOKS)
def test_favicon_ico_has_48_32_and_16_px_in_that_order(tmp_path: Path, look: str) -> None:
    data = icon_jobs(tmp_path, look)["favicon.ico"].render().data
    images = read_ico(data)
    assert [image.size for image in images] == [48, 32, 16]
    for image in images:
        # On a tile: its middle is opaque, its corner is rounded off.
        assert image.rgba[image.size // 2, image.size // 2, 3] == 255
        assert image.rgba[0, 0, 3] < 255
    assert Image.open(io.BytesIO(data)).info["sizes"] == {(48, 48), (32, 32), (16, 16)}


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_has_strokes_of_a_pixel_and_a_half_at_16_px(tmp_path: Path, name: str) -> None:
    identity = sample_identity(tmp_path, f'"{name}"', look=LOOKS["monogram"])
    scene = icons.tile_scene(icons.design(identity), 16)
    (letter,) = [item for item in scene.items if hasattr(item, "path")]
    assert thinnest_stroke(letter.path) > 1.4


def test_small_icons_are_drawn_and_not_reduced(tmp_path: Path) -> None:
    """More pixels are wholly ink or ground than in the large icon brought to the same size."""
    identity = sample_identity(tmp_path, '"Нұр"', look=LOOKS["monogram"])
    art = icons.design(identity)
    from creativekit.canvas.backends import raster

    small = raster.render(icons.tile_scene(art, 16))
    reduced = raster.render(icons.tile_scene(art, 512)).resize((16, 16), Image.Resampling.BOX)

    def undecided(image: Image.Image) -> float:
        tile = np.array(list(bytes.fromhex(art.tile[1:])))
        away = np.abs(np.asarray(image)[2:-2, 2:-2, :3].astype(int) - tile).max(axis=2)
        share = away / max(1, away.max())
        return float((share * (1 - share)).sum() / max(1.0, share.sum()))

    assert undecided(small) < undecided(reduced)


def test_the_touch_icon_is_opaque_and_square(tmp_path: Path) -> None:
    found = pixels(icon_jobs(tmp_path)["apple-touch-icon.png"])
    assert found.shape == (180, 180, 4)
    assert found[..., 3].min() == 255


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", [192, 512])
def test_maskable_artwork_stays_in_the_central_80_percent(
    tmp_path: Path, look: str, size: int
) -> None:
    found = pixels(icon_jobs(tmp_path, look)[f"icon-maskable-{size}.png"])
    assert found.shape == (size, size, 4)
    assert found[..., 3].min() == 255
    away = np.abs(found.astype(int) - found[0, 0].astype(int)).max(axis=2) > 8
    y, x = np.nonzero(away)
    radius = np.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2).max()
    assert 0.28 * size < radius <= 0.4 * size


@pytest.mark.parametrize("size", [96, 192, 512])
def test_any_icons_are_rounded_tiles(tmp_path: Path, size: int) -> None:
    found = pixels(icon_jobs(tmp_path)[f"icon-{size}.png"])
    assert found.shape == (size, size, 4)
    assert found[0, 0, 3] == 0
    assert found[0, size // 2, 3] == 255


@pytest.mark.parametrize("look", LOOKS)
def test_the_figure_can_be_told_from_its_tile(tmp_path: Path, look: str) -> None:
    for seed in ("#0a7e8c", "#ffd100", "#111111", "#fdfdfd", "#ff0000", "#ffd9e0"):
        art = icons.design(sample_identity(tmp_path, look=LOOKS[look], color=seed))
        roles = {layer.role for layer in art.figure.layers} - {"accent"}
        for role in roles:
            assert ratio(str(art.painted[role]), art.tile) >= 3


def test_the_svg_favicon_follows_the_dark_mode(tmp_path: Path) -> None:
    identity = sample_identity(tmp_path, '"<Саз> & Ко"')
    jobs = {job.path: job for job in icons.jobs(identity)}
    text = jobs["brand/icons/favicon.svg"].render().data.decode()
    root = ElementTree.fromstring(text)
    assert "@media(prefers-color-scheme:dark)" in text
    groups = [element for element in root if element.attrib.get("class")]
    assert [group.attrib["class"] for group in groups] == ["day", "night"]
    fills = [
        {path.attrib["fill"] for path in group.iter("{http://www.w3.org/2000/svg}path")}
        for group in groups
    ]
    assert fills[0] == {identity.palette.light["primary"]}
    assert fills[1] == {identity.palette.dark["primary"]}
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "<Саз> & Ко"


def test_the_manifest_names_files_that_are_there(tmp_path: Path) -> None:
    jobs = icon_jobs(tmp_path, name='"Қызылорда \\"үйі\\" шығармашылық кәсіпкерлер"')
    about = json.loads(jobs["site.webmanifest"].render().data)
    assert about["name"] == 'Қызылорда "үйі" шығармашылық кәсіпкерлер'
    assert about["short_name"] == "Қызылорда"
    assert about["lang"] == "kk"
    assert {(icon["sizes"], icon["purpose"]) for icon in about["icons"]} == {
        (f"{size}x{size}", purpose) for size in (192, 512) for purpose in ("any", "maskable")
    }
    for icon in about["icons"]:
        height, width = pixels(jobs[icon["src"]]).shape[:2]
        assert icon["sizes"] == f"{width}x{height}"
    assert re.fullmatch("#[0-9a-f]{6}", about["theme_color"])


def test_the_html_names_files_that_are_there(tmp_path: Path) -> None:
    jobs = icon_jobs(tmp_path)
    text = jobs["icons.html"].render().data.decode()
    links = re.findall(r'href="([^"]+)"', text)
    assert links[0] == "favicon.ico"
    assert set(links) <= FILES
    assert 'sizes="48x48 32x32 16x16"' in text


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Саз", "Саз"),
        ("Саз студиясы", "Саз студиясы"),
        ("Media & Дизайн тобы", "Media &"),
        ("Шығармашылықтарыңыз", "Шығармашылық"),
    ],
)
def test_short_names_are_whole_words_where_they_can_be(name: str, short: str) -> None:
    assert icons.short_name(name) == short
    assert len(short) <= 12


def test_a_brought_picture_makes_icons(tmp_path: Path) -> None:
    image = Image.new("RGBA", (400, 400))
    image.paste((200, 40, 40, 255), (50, 50, 350, 350))
    image.save(tmp_path / "logo.png")
    identity = sample_identity(tmp_path, brand='logo = { file = "logo.png" }')
    jobs = {job.path.removeprefix("brand/icons/"): job for job in icons.jobs(identity)}
    assert set(jobs) == FILES
    found = pixels(jobs["icon-192.png"])
    assert tuple(found[96, 96]) == (200, 40, 40, 255)
    assert len(jobs["favicon.svg"].render().data) < 40_000
    assert math.isclose(len(read_ico(jobs["favicon.ico"].render().data)), 3)
