"""A brought logo as pixels: its ink in one colour, whether it shows on a ground, how thin it is.

What is inked is told by opacity; the whites inside a coloured logo are paper, not ink, and become
holes, so that white letters on a disc are still read in black. A logo that is all white is ink.

Whether a logo shows on a ground is decided along its contour: white letters inside a blue disc are
lost on nothing, black letters beside a red sign are lost on night.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from creativekit.canvas.backends.png import encode
from creativekit.canvas.backends.raster import pixels as rendered
from creativekit.canvas.pictures import load
from creativekit.canvas.scene import Scene

Pixels = NDArray[np.uint8]

# Relative luminance where a colour begins to count as paper, and from where it is nothing else.
_PAPER_FROM, _PAPER = 0.78, 0.93
_LOOKED_AT_PX = 256
_LEAST_CONTRAST = 1.6
_MOST_LOST = 0.12
_DETAIL = 0.04


def stencil(pixels: Pixels) -> bytes:
    """A PNG whose opacity is the ink of (height, width, 4) pixels."""
    out = np.zeros_like(pixels)
    out[..., 3] = (_ink(pixels) * 255).round().astype(np.uint8)
    return encode(out)


def tinted(stencil: bytes, color: str) -> bytes:
    """A stencil in one colour (`#rrggbb`), as PNG bytes."""
    out = np.array(load(stencil, "").image.convert("RGBA"))
    out[..., :3] = list(bytes.fromhex(color[1:]))
    return encode(out)


def shows_on(scene: Scene, ground: str) -> bool:
    """Whether the drawing can be told from a ground (`#rrggbb`) along nearly all of its contour."""
    pixels = rendered(scene, _LOOKED_AT_PX / max(scene.width, scene.height))
    solid = pixels[..., 3] >= 128
    padded = np.pad(solid, 1)
    inside = padded[2:, 1:-1] & padded[:-2, 1:-1] & padded[1:-1, 2:] & padded[1:-1, :-2]
    contour = solid & ~inside
    paper = np.array([[list(bytes.fromhex(ground[1:]))]], np.uint8)
    light, behind = _luminance(pixels[contour]), float(_luminance(paper)[0, 0])
    high, low = np.maximum(light, behind), np.minimum(light, behind)
    lost = (high + 0.05) / (low + 0.05) < _LEAST_CONTRAST
    return not len(lost) or float(lost.mean()) <= _MOST_LOST


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


def _ink(pixels: Pixels) -> NDArray[np.float32]:
    """How much of each pixel is ink, 0–1."""
    alpha = pixels[..., 3] * np.float32(1 / 255)
    paper = np.float32(1 / (_PAPER - _PAPER_FROM))
    ink: NDArray[np.float32] = alpha * np.clip((_PAPER - _luminance(pixels)) * paper, 0, 1)
    return ink if float(ink.sum()) > 0.02 * float(alpha.sum()) else alpha


def _luminance(pixels: Pixels) -> NDArray[np.float32]:
    """Relative luminance of sRGB (WCAG 2.2), 0–1."""
    channel = np.arange(256) / 255.0
    linear = np.where(channel <= 0.04045, channel / 12.92, ((channel + 0.055) / 1.055) ** 2.4)
    red, green, blue = ((linear * weight).astype(np.float32) for weight in (0.2126, 0.7152, 0.0722))
    light: NDArray[np.float32] = red[pixels[..., 0]] + green[pixels[..., 1]] + blue[pixels[..., 2]]
    return light
