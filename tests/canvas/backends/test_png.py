from __future__ import annotations

import io
import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from creativekit.canvas.backends.png import encode


def decoded(data: bytes) -> np.ndarray:
    image = Image.open(io.BytesIO(data))
    image.load()
    return np.asarray(image.convert("RGBA"))


def chunks(data: bytes) -> dict[str, bytes]:
    found, at = {}, 8
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        found[data[at + 4 : at + 8].decode()] = data[at + 8 : at + 8 + size]
        at += size + 12
    return found


def kind(data: bytes) -> int:
    return chunks(data)["IHDR"][9]


@settings(deadline=None, max_examples=60)
@given(
    st.integers(1, 40), st.integers(1, 40), st.sampled_from((3, 4)),
    st.sampled_from((1, 2, 60, 256, 1 << 24)), st.integers(0, 1000),
)  # fmt: skip
def test_every_pixel_comes_back(
    width: int, height: int, channels: int, colors: int, seed: int
) -> None:
    random = np.random.default_rng(seed)
    palette = random.integers(0, 256, (min(colors, 400), channels)).astype(np.uint8)
    index = random.integers(0, len(palette), (height, width))
    pixels = palette[np.sort(index, axis=1)]
    expected = np.full((height, width, 4), 255, np.uint8)
    expected[..., :channels] = pixels
    assert np.array_equal(decoded(encode(pixels)), expected)


def test_a_one_colour_logo_takes_a_byte_a_pixel() -> None:
    y, x = np.mgrid[0:300, 0:300]
    logo = np.zeros((300, 300, 4), np.uint8)
    logo[..., :3] = (10, 126, 140)
    logo[..., 3] = np.clip(100 - np.hypot(x - 150, y - 150), 0, 1) * 255
    data = encode(logo)
    assert kind(data) == 3
    assert np.array_equal(decoded(data), logo)
    assert len(chunks(data)["tRNS"]) < 255


def test_greys_need_no_palette() -> None:
    grey = np.repeat(np.arange(200, dtype=np.uint8).repeat(10)[None, :, None], 3, axis=2)
    data = encode(np.repeat(grey, 20, axis=0))
    assert kind(data) == 0
    assert "PLTE" not in chunks(data)


def test_an_opaque_picture_of_many_colours_loses_its_alpha() -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (40, 40, 4)).astype(np.uint8)
    assert kind(encode(pixels)) == 6
    pixels[..., 3] = 255
    assert kind(encode(pixels)) == 2
    assert np.array_equal(decoded(encode(pixels)), pixels)


def test_colours_under_full_transparency_are_kept() -> None:
    pixels = np.zeros((8, 8, 4), np.uint8)
    pixels[:4] = (200, 10, 20, 0)
    assert np.array_equal(decoded(encode(pixels)), pixels)


def test_a_gradient_is_filtered() -> None:
    ramp = np.linspace(0, 255, 512).astype(np.uint8)
    pixels = np.stack([np.tile(ramp, (64, 1))] * 3 + [np.full((64, 512), 9, np.uint8)], axis=-1)
    pixels[..., 1] = pixels[..., 1] // 2 + np.arange(64, dtype=np.uint8)[:, None]
    assert len(encode(pixels)) < 4000


def test_chunks_are_only_those_that_are_needed() -> None:
    pixels = np.zeros((4, 4, 4), np.uint8)
    assert list(chunks(encode(pixels))) == ["IHDR", "sRGB", "PLTE", "tRNS", "IDAT", "IEND"]
    density = chunks(encode(pixels, dpi=300))["pHYs"]
    assert density == struct.pack(">IIB", 11811, 11811, 1)
    assert Image.open(io.BytesIO(encode(pixels, dpi=300))).info["dpi"] == pytest.approx(
        (300, 300), rel=1e-4
    )
