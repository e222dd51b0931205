"""What of a photograph lies under words, and how much of it lets them be read.

Contrast on a picture has no one number: each pixel under the words has its own. So the pixels are
taken, as the photo will be shown (cropped, in its treatment, under a veil when there is one), and
the share of them that reaches the ratio of WCAG 2.2 (1.4.3) against the ink is what counts.

The photo's small copy is measured. A letter's stroke is wider than one of its pixels, and detail
finer than that is averaged by the eye as well.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from creativekit.canvas.path import Box
from creativekit.canvas.photo.photograph import Photograph
from creativekit.canvas.scene import Duotone, Treatment
from creativekit.color.hex import channels
from creativekit.color.tone import luminance

Floats = NDArray[np.float32]

FEWEST = 400
"""Samples under the words, at least; between the pixels of a small picture they are interpolated
as they are when it is enlarged."""

_MOST = 40_000
_WHITE = "#ffffff"
_Y = (0.2126, 0.7152, 0.0722)
"""Weights of red, green and blue in luminance (ITU-R BT.709)."""

_LINEAR = np.array(
    [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in np.arange(1024) / 1023]
)


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours under words: one row of sRGB values 0–255 for each channel, (3, n) float32."""

    values: Floats

    def veiled(self, color: str, opacity: float) -> Colors:
        """The same under an even veil."""
        over = np.array(channels(color), np.float32)[:, None]
        return Colors(self.values + (over - self.values) * np.float32(opacity))

    def luminances(self) -> Floats:
        """Relative luminance 0–1 (WCAG 2.2) of each, (n,)."""
        index = (self.values * np.float32(1023 / 255) + np.float32(0.5)).astype(np.int16)
        red, green, blue = (table[row] for table, row in zip(_TABLES, index, strict=True))
        total: Floats = red + green + blue
        return total


_TABLES = tuple((weight * _LINEAR).astype(np.float32) for weight in _Y)


def luminances(
    photo: Photograph,
    crop: Box,
    shown: Box,
    under: Box,
    treatment: Treatment | None = None,
    behind: str = _WHITE,
) -> Floats:
    """Relative luminances 0–1 of the photo under the box `under`, (n,).

    At least `FEWEST` of them, or none when `under` is beside the photo. Arguments as of
    `colors_under`.
    """
    return colors_under(photo, crop, shown, under, treatment, behind).luminances()


def colors_under(
    photo: Photograph,
    crop: Box,
    shown: Box,
    under: Box,
    treatment: Treatment | None = None,
    behind: str = _WHITE,
) -> Colors:
    """The colours of the photo that lie under the box `under`.

    crop: what is shown of the photo, in fractions of it. shown, under: px of the canvas; only what
    lies on the photo counts. treatment: a duotone is applied; grain changes no mean and is left
    out. behind: the colour of what a transparent photo stands on.
    """
    part = _part(crop, shown, under)
    if part is None:
        return Colors(np.empty((3, 0), np.float32))
    pixels = _treated(_sampled(photo.small, part), treatment)
    if photo.opacity is not None:
        opacity = _sampled(photo.opacity[..., None], part) / np.float32(255)
        ground = np.array(channels(behind), np.float32)[:, None]
        pixels = ground + (pixels - ground) * opacity
    return Colors(pixels)


def share_reading(ink: str, luminances: Floats, ratio: float) -> float:
    """The share, 0–1, of `luminances` against which `ink` has a contrast of `ratio` or more.

    1 when there are none: there is nothing that could be hard to read on.
    """
    if luminances.size == 0:
        return 1.0
    own = luminance(ink)
    lighter, darker = (own + 0.05) * ratio - 0.05, (own + 0.05) / ratio - 0.05
    reached = np.count_nonzero((luminances >= lighter) | (luminances <= darker))
    return int(reached) / luminances.size


def _part(crop: Box, shown: Box, under: Box) -> Box | None:
    """What of the photo, in fractions of it, is under the box; None when nothing is."""
    left, right = max(under.left, shown.left), min(under.right, shown.right)
    top, bottom = max(under.top, shown.top), min(under.bottom, shown.bottom)
    if right <= left or bottom <= top:
        return None
    across, down = crop.width / shown.width, crop.height / shown.height
    return Box(
        crop.left + (left - shown.left) * across,
        crop.top + (top - shown.top) * down,
        crop.left + (right - shown.left) * across,
        crop.top + (bottom - shown.top) * down,
    )


def _sampled(pixels: NDArray[np.uint8], part: Box) -> Floats:
    """The values of `pixels` (height, width, channels) within `part`, (channels, n)."""
    height, width = pixels.shape[:2]
    left, right = part.left * width, part.right * width
    top, bottom = part.top * height, part.bottom * height
    block = pixels[
        _floor(top, height) : max(_floor(top, height) + 1, min(height, math.ceil(bottom - 1e-6))),
        _floor(left, width) : max(_floor(left, width) + 1, min(width, math.ceil(right - 1e-6))),
    ]
    rows, columns = block.shape[:2]
    if rows * columns < FEWEST:
        finer = math.sqrt(FEWEST / (rows * columns))
        return _between(
            pixels,
            np.linspace(top, bottom, 2 * math.ceil(rows * finer) + 1)[1::2] - 0.5,
            np.linspace(left, right, 2 * math.ceil(columns * finer) + 1)[1::2] - 0.5,
        )
    flat = block.reshape(rows * columns, -1)
    if len(flat) > _MOST:
        # A stride that shares no factor with the width visits every column in turn, so that no
        # weave or fence in the picture falls in step with it.
        stride = -(-len(flat) // _MOST)
        while math.gcd(stride, columns) > 1:
            stride += 1
        flat = flat[::stride]
    values: Floats = np.ascontiguousarray(flat.T).astype(np.float32)
    return values


def _floor(position: float, count: int) -> int:
    return min(count - 1, max(0, math.floor(position + 1e-6)))


def _between(
    pixels: NDArray[np.uint8], down: NDArray[np.float64], across: NDArray[np.float64]
) -> Floats:
    """Bilinear samples at the pixel positions `down` × `across`, (channels, n)."""
    height, width, count = pixels.shape
    y, x = np.clip(down, 0, height - 1), np.clip(across, 0, width - 1)
    y0, x0 = y.astype(np.intp), x.astype(np.intp)
    y1, x1 = np.minimum(y0 + 1, height - 1), np.minimum(x0 + 1, width - 1)
    v = (y - y0).astype(np.float32)[:, None, None]
    u = (x - x0).astype(np.float32)[None, :, None]
    upper, lower = pixels[y0].astype(np.float32), pixels[y1].astype(np.float32)
    above = upper[:, x0] * (1 - u) + upper[:, x1] * u
    below = lower[:, x0] * (1 - u) + lower[:, x1] * u
    samples: Floats = np.ascontiguousarray((above * (1 - v) + below * v).reshape(-1, count).T)
    return samples


def _treated(pixels: Floats, treatment: Treatment | None) -> Floats:
    """Samples (3, n) after the treatment."""
    if not isinstance(treatment, Duotone):
        return pixels
    grey = (_Y[0] * pixels[0] + _Y[1] * pixels[1] + _Y[2] * pixels[2]) / 255
    dark = np.array(channels(treatment.dark), np.float32)[:, None]
    light = np.array(channels(treatment.light), np.float32)[:, None]
    toned: Floats = (dark + (light - dark) * grey).astype(np.float32)
    return toned
