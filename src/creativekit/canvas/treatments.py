"""What is done to a picture's pixels: a duotone, a film's grain.

A duotone takes the weights of ITU-R BT.709 for its greys, on coded values, which is also how
contrast under words is measured. Grain is noise that is the same on every machine and for every
picture: a hash of the place in it (Thomas Mueller's 32-bit mix of shifts and products), one value
for each px of the drawing, so that a picture twice as large has grain twice as coarse and looks
the same. Two hashes are added: triangular noise has no hard edges in its distribution.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops

from creativekit.canvas.scene import Duotone, Grain, Treatment

_GREY = (0.2126, 0.7152, 0.0722, 0.0)

_TILE = 256
"""px after which grain repeats: too far for the eye to see it."""

_STRENGTH = 160.0
"""Steps of 255 that grain of amount 1 reaches to each side."""


def treated(image: Image.Image, treatment: Treatment, drawn: tuple[float, float]) -> Image.Image:
    """The picture after its treatment; RGB or RGBA as it was, alpha untouched.

    drawn: width and height of the picture in px of the drawing, to which grain keeps its size.
    """
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colors = image if alpha is None else image.convert("RGB")
    if isinstance(treatment, Duotone):
        out = _duotone(colors, treatment)
    else:
        out = _grained(colors, treatment, drawn)
    if alpha is not None:
        out.putalpha(alpha)
    return out


def _duotone(image: Image.Image, tones: Duotone) -> Image.Image:
    grey = image.convert("L", _GREY)
    dark, light = (bytes.fromhex(color[1:]) for color in (tones.dark, tones.light))
    steps = np.arange(256) / 255
    bands = [
        grey.point(np.rint(low + (high - low) * steps).astype(int).tolist())
        for low, high in zip(dark, light, strict=True)
    ]
    return Image.merge("RGB", bands)


def _grained(image: Image.Image, grain: Grain, drawn: tuple[float, float]) -> Image.Image:
    if grain.amount <= 0:
        return image.copy()
    width, height = (max(1, round(side)) for side in drawn)
    tile = _noise(round(min(1.0, grain.amount) * 1000))
    whole = np.tile(tile, (-(-height // _TILE), -(-width // _TILE)))[:height, :width]
    noise = Image.fromarray(np.ascontiguousarray(whole))
    if noise.size != image.size:
        noise = noise.resize(image.size, Image.Resampling.BICUBIC)
    bands = [ImageChops.add(band, noise, 1, -128) for band in image.split()]
    return Image.merge("RGB", bands)


@lru_cache(maxsize=8)
def _noise(thousandths: int) -> NDArray[np.uint8]:
    """A tile of grain about 128, (256, 256)."""
    place = np.arange(_TILE * _TILE, dtype=np.uint32)
    both = (_mixed(place).astype(np.float64) + _mixed(place + np.uint32(0x9E3779B9))) / 2**32 - 1
    steps = np.rint(128 + both * (_STRENGTH * thousandths / 1000))
    return np.clip(steps, 0, 255).astype(np.uint8).reshape(_TILE, _TILE)


def _mixed(value: NDArray[np.uint32]) -> NDArray[np.uint32]:
    value = (value ^ value >> np.uint32(16)) * np.uint32(0x45D9F3B)
    value = (value ^ value >> np.uint32(16)) * np.uint32(0x45D9F3B)
    return value ^ value >> np.uint32(16)
