"""A raster logo in one colour, and what can be measured on its pixels.

What is inked is told by opacity; the whites inside a coloured logo are paper, not ink, and become
holes, so that white letters on a disc are still read in black. A logo that is all white is ink.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from creativekit.canvas.backends.png import encode
from creativekit.canvas.pictures import load

Pixels = NDArray[np.uint8]

# Luminance where a colour begins to count as paper, and from where it is nothing but paper.
_PAPER_FROM, _PAPER = 0.78, 0.93
_LEAST_CONTRAST = 1.6
_LEAST_SHOWN = 0.6
_DETAIL = 0.04


def decoded(data: bytes) -> Pixels:
    """(height, width, 4) of PNG bytes made by us."""
    return np.asarray(load(data, "").image.convert("RGBA"))


@lru_cache(maxsize=16)
def recolored(data: bytes, color: str) -> bytes:
    """The picture's ink in one colour (`#rrggbb`), as PNG bytes."""
    pixels = decoded(data)
    out = np.empty_like(pixels)
    out[..., :3] = tuple(bytes.fromhex(color[1:]))
    out[..., 3] = (_ink(pixels) * 255).round().astype(np.uint8)
    return encode(out)


@lru_cache(maxsize=16)
def shows_on(data: bytes, ground: str) -> bool:
    """Whether most of the picture's ink can be told from a ground of this colour."""
    pixels = decoded(data)
    weight = pixels[..., 3] / 255.0
    paper = np.array([[list(bytes.fromhex(ground[1:]))]], np.uint8)
    light, behind = _luminance(pixels), float(_luminance(paper)[0, 0])
    high, low = np.maximum(light, behind), np.minimum(light, behind)
    seen = (high + 0.05) / (low + 0.05) >= _LEAST_CONTRAST
    total = float(weight.sum())
    return total > 0 and float((weight * seen).sum()) >= _LEAST_SHOWN * total


def center(pixels: Pixels) -> tuple[float, float]:
    """Centroid of the ink, px from the top left."""
    ink = _ink(pixels)
    total = float(ink.sum()) or 1.0
    x = float((ink.sum(axis=0) * (np.arange(ink.shape[1]) + 0.5)).sum()) / total
    y = float((ink.sum(axis=1) * (np.arange(ink.shape[0]) + 0.5)).sum()) / total
    return x, y


def thinnest_stroke(pixels: Pixels) -> float:
    """Thickness that 4 % of the ink is thinner than, px: the shorter of its runs both ways."""
    ink = _ink(pixels) >= 0.5
    if not ink.any():
        return float(min(ink.shape))
    thickness = np.minimum(_runs(ink), _runs(ink.T).T)[ink]
    return float(np.sort(thickness)[int(len(thickness) * _DETAIL)])


def _runs(ink: NDArray[np.bool_]) -> NDArray[np.int32]:
    """For each pixel, the length of the run of ink in its row that it belongs to."""
    breaks = np.cumsum(~ink, axis=1, dtype=np.int32)
    runs = breaks + (np.arange(len(ink), dtype=np.int32) * (ink.shape[1] + 1))[:, None]
    lengths = np.bincount(runs[ink], minlength=int(runs.max()) + 1)
    return np.where(ink, lengths[runs], 0).astype(np.int32)


def _ink(pixels: Pixels) -> NDArray[np.float64]:
    """How much of each pixel is ink, 0–1."""
    alpha = pixels[..., 3] / 255.0
    ink: NDArray[np.float64] = alpha * np.clip(
        (_PAPER - _luminance(pixels)) / (_PAPER - _PAPER_FROM), 0, 1
    )
    return ink if float(ink.sum()) > 0.02 * float(alpha.sum()) else alpha


def _luminance(pixels: Pixels) -> NDArray[np.float64]:
    """Relative luminance of sRGB (WCAG 2.2), 0–1."""
    channel = np.arange(256) / 255.0
    linear = np.where(channel <= 0.04045, channel / 12.92, ((channel + 0.055) / 1.055) ** 2.4)
    parts = linear[pixels[..., :3]]
    light: NDArray[np.float64] = parts @ np.array([0.2126, 0.7152, 0.0722])
    return light
