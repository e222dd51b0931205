"""Logos that are brought: kept as they are, made into lockups, and refused with the reason."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from creativekit.canvas.backends import raster
from creativekit.canvas.backends.svg import svg
from creativekit.errors import InputError
from creativekit.identity.brought import brought, is_whole_logo
from creativekit.identity.colorway import lockup_scene, paints
from creativekit.identity.model import Identity
from sample_brands import sample_identity, sample_logo, style

BADGE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120">
<circle cx="60" cy="60" r="50" fill="#c62828"/>
<rect x="50" y="30" width="20" height="60" fill="#ffffff"/></svg>"""

WORDS = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 80">
<rect width="60" height="80" fill="#c62828"/><rect x="80" width="320" height="40" fill="#111111"/>
</svg>"""


def badge(size: int = 400, mode: str = "RGBA") -> Image.Image:
    """A red disc with a white bar, on nothing or on white."""
    ground = (0, 0, 0, 0) if mode == "RGBA" else "white"
    image = Image.new(mode, (size, size), ground)
    draw = ImageDraw.Draw(image)
    k = size / 400
    draw.ellipse((40 * k, 40 * k, 360 * k, 360 * k), fill="#c62828")
    draw.rectangle((170 * k, 100 * k, 230 * k, 300 * k), fill="white")
    return image


def saved(folder: Path, name: str, image: Image.Image, **options: object) -> str:
    image.save(folder / name, **options)
    return name


def identity(folder: Path, file: str) -> Identity:
    return sample_identity(folder, brand=f'logo = {{ file = "{file}" }}')


def shown(
    made: Identity, colorway: str, kind: str = "symbol", side: int = 200
) -> NDArray[np.uint8]:
    scene = lockup_scene(made.logo.lockup(kind), paints(made.palette, colorway), side)
    return raster.pixels(scene)


def hex_at(pixels: NDArray[np.uint8], x: float, y: float) -> str | None:
    height, width = pixels.shape[:2]
    red, green, blue, alpha = pixels[int(y * height), int(x * width)]
    return None if alpha < 128 else f"#{red:02x}{green:02x}{blue:02x}"


def svg_file(folder: Path, text: str) -> str:
    (folder / "logo.svg").write_text(text, encoding="utf-8")
    return "logo.svg"


# ---- kept


def test_an_svg_keeps_its_colours_and_its_holes(tmp_path: Path) -> None:
    made = identity(tmp_path, svg_file(tmp_path, BADGE))
    assert made.logo.kind == "brought"
    assert set(made.logo.kinds) == {"symbol", "wordmark", "horizontal", "stacked"}
    color = shown(made, "color")
    assert hex_at(color, 0.2, 0.5) == "#c62828"
    assert hex_at(color, 0.5, 0.5) == "#ffffff"
    for colorway, ink in (("black", "#000000"), ("white", "#ffffff")):
        pixels = shown(made, colorway)
        assert hex_at(pixels, 0.2, 0.5) == ink
        assert hex_at(pixels, 0.5, 0.5) is None


def test_an_svg_is_cropped_to_its_ink_and_measured(tmp_path: Path) -> None:
    mark, _ = brought(tmp_path / svg_file(tmp_path, BADGE), "logo.svg")
    assert (mark.box.width, mark.box.height) == pytest.approx((1000, 1000))
    assert mark.center == pytest.approx((500, 500), abs=5)
    assert mark.artwork is not None
    assert mark.artwork.outline is not None


def test_an_svg_stays_vectors_in_the_suite(tmp_path: Path) -> None:
    gradient = BADGE.replace(
        "<circle",
        '<linearGradient id="g"><stop offset="0" stop-color="#c62828"/>'
        '<stop offset="1" stop-color="#ff9800"/></linearGradient><circle',
    ).replace('fill="#c62828"', 'fill="url(#g)"')
    made = identity(tmp_path, svg_file(tmp_path, gradient))
    text = svg(lockup_scene(made.logo.lockup("symbol"), paints(made.palette, "color"), 500))
    assert "<image" not in text
    assert "linearGradient" in text


@pytest.mark.parametrize("name", ["logo.png", "logo.webp"])
def test_a_picture_with_alpha_keeps_it(tmp_path: Path, name: str) -> None:
    made = identity(tmp_path, saved(tmp_path, name, badge(), lossless=True))
    color = shown(made, "color")
    assert hex_at(color, 0.02, 0.02) is None
    assert hex_at(color, 0.2, 0.5) == "#c62828"
    black = shown(made, "black")
    assert hex_at(black, 0.2, 0.5) == "#000000"
    assert hex_at(black, 0.5, 0.5) is None


def test_the_plain_background_of_a_jpeg_is_removed(tmp_path: Path) -> None:
    made = identity(tmp_path, saved(tmp_path, "logo.jpg", badge(mode="RGB"), quality=92))
    assert hex_at(shown(made, "color"), 0.02, 0.02) is None
    assert made.logo.mark.box.width == pytest.approx(1000, abs=8)
    assert any("background" in str(note) for note in made.logo.notes)


def test_a_cmyk_jpeg_is_read(tmp_path: Path) -> None:
    made = identity(tmp_path, saved(tmp_path, "logo.jpg", badge(mode="RGB").convert("CMYK")))
    red = hex_at(shown(made, "color"), 0.2, 0.5)
    assert red is not None
    assert int(red[1:3], 16) > 150 > int(red[3:5], 16)
    assert any("CMYK" in str(note) for note in made.logo.notes)


def test_black_letters_that_night_would_swallow_turn_light(tmp_path: Path) -> None:
    made = identity(tmp_path, svg_file(tmp_path, WORDS))
    assert hex_at(shown(made, "color", "horizontal"), 0.5, 0.2) == "#111111"
    light = made.palette.dark["ink"]
    assert hex_at(shown(made, "on-dark", "horizontal"), 0.5, 0.2) == light
    assert hex_at(shown(made, "on-dark", "horizontal"), 0.05, 0.5) == light


def test_a_logo_that_shows_on_dark_keeps_its_colours_there(tmp_path: Path) -> None:
    made = identity(tmp_path, svg_file(tmp_path, BADGE))
    assert hex_at(shown(made, "on-dark"), 0.2, 0.5) == "#c62828"
    assert hex_at(shown(made, "on-dark"), 0.5, 0.5) == "#ffffff"


def test_a_wide_logo_is_the_whole_logo_and_stands_alone(tmp_path: Path) -> None:
    made = identity(tmp_path, svg_file(tmp_path, WORDS))
    assert made.logo.kinds == ("horizontal",)
    assert made.logo.primary == "horizontal"
    assert made.logo.lockup("horizontal").box.width == pytest.approx(5000)
    # Too wide for an icon: that is a letter of the name.
    assert made.logo.mark.letters is not None


def test_a_square_logo_is_a_symbol(tmp_path: Path) -> None:
    mark, _ = brought(tmp_path / svg_file(tmp_path, BADGE), "logo.svg")
    assert not is_whole_logo(mark)


def test_the_stroke_of_a_picture_is_measured(tmp_path: Path) -> None:
    image = Image.new("RGBA", (500, 500))
    ImageDraw.Draw(image).rectangle((0, 0, 499, 499), outline="black", width=25)
    mark, _ = brought(tmp_path / saved(tmp_path, "logo.png", image), "logo.png")
    assert mark.stem == pytest.approx(50, rel=0.1)


# ---- refused


def refused(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    with pytest.raises(InputError) as found:
        sample_logo(folder, brand=f'logo = {{ file = "{name}" }}')
    assert all(problem.file == name for problem in found.value.problems)
    return str(found.value)


def png_bytes(width: int, height: int) -> bytes:
    """A PNG whose header claims this size."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        named = kind + body
        return struct.pack(">I", len(body)) + named + struct.pack(">I", zlib.crc32(named))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 100))
        + chunk(b"IEND", b"")
    )


def test_a_one_pixel_logo_is_too_small(tmp_path: Path) -> None:
    data = io.BytesIO()
    Image.new("RGBA", (1, 1), "red").save(data, "PNG")
    assert "1×1" in refused(tmp_path, "logo.png", data.getvalue())


def test_a_picture_that_claims_to_be_huge_is_refused_unread(tmp_path: Path) -> None:
    assert "pixels" in refused(tmp_path, "logo.png", png_bytes(60_000, 60_000))


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    assert "not a picture" in refused(tmp_path, "logo.png", b"hello " * 100)


def test_a_picture_cut_off_is_refused(tmp_path: Path) -> None:
    data = io.BytesIO()
    badge().save(data, "PNG")
    assert "broken" in refused(tmp_path, "logo.png", data.getvalue()[:400])


def test_an_empty_picture_is_refused(tmp_path: Path) -> None:
    data = io.BytesIO()
    Image.new("RGBA", (300, 300)).save(data, "PNG")
    refused(tmp_path, "logo.png", data.getvalue())


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<image href="https://example.com/x.png" width="9" height="9"/>',
        '<rect width="9" height="9" onclick="alert(1)"/>',
        '<use href="other.svg#a"/>',
    ],
)
def test_an_svg_that_reaches_out_is_refused(tmp_path: Path, inside: str) -> None:
    text = BADGE.replace("</svg>", f"{inside}</svg>")
    refused(tmp_path, "logo.svg", text.encode())


def test_an_svg_with_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + BADGE.replace(
        "</svg>", "<title>&b;</title></svg>"
    )
    refused(tmp_path, "logo.svg", bomb.encode())


def test_a_faulty_logo_and_a_faulty_name_are_reported_together(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"hello " * 100)
    with pytest.raises(InputError) as found:
        sample_logo(tmp_path, '"Саз ☃"', 'logo = { file = "logo.png" }', style())
    assert {problem.file for problem in found.value.problems} == {"logo.png", "creativekit.toml"}
