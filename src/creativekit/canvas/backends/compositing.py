"""Laying paint over pixels: Porter and Duff's "over" (1984), on straight (not premultiplied) RGBA.

Straight alpha keeps a colour exact however thin its coverage, and pixels that end up transparent
keep the paint's colour, so that no dark fringe appears when a picture is scaled later. Most of a
flat drawing is either untouched or wholly covered: those pixels are copied, and arithmetic (in
integers, rounded once) is spent on the edges alone.
"""

from __future__ import annotations

import sys

import numpy as np
from numpy.typing import NDArray

from creativekit.canvas.backends.coverage import Mask, Pixels

RGBA = NDArray[np.uint8]
Color = tuple[int, int, int]

_CHUNK = 1 << 16
"""Pixels blended at a time, so that what is worked on stays in the processor's cache."""


class Layer:
    """Pixels of the box `box`, transparent until painted; `pixels` is (height, width, 4) uint8.

    tint: the colour that untouched pixels have, unseen; one that the drawing has saves bytes.
    """

    def __init__(self, box: Pixels, tint: Color = (0, 0, 0)) -> None:
        self.box = box
        self.pixels: RGBA = np.zeros((box[3] - box[1], box[2] - box[0], 4), np.uint8)
        if tint != (0, 0, 0):
            _words(self.pixels)[...] = _word(tint, 0)
        self.painted: list[Pixels] = []
        self._opaque: list[Pixels] = []

    def fill(self, color: Color) -> None:
        """Every pixel becomes `color`, opaque."""
        _words(self.pixels)[...] = _word(color, 255)
        self.painted.append(self.box)
        self._opaque.append(self.box)

    def paint(self, box: Pixels, source: Color | RGBA, cover: Mask | None) -> None:
        """Lay `source` over the pixels of `box` (inside the layer's).

        source: one colour, or (height, width, 4) colours whose own alpha is already in `cover`.
        cover: opacity of each pixel 0–255; None where all are opaque.
        """
        region = self.part(box)
        untouched = not any(_meet(box, other) for other in self.painted)
        if cover is None or untouched:
            _words(region)[...] = _as_words(source)
            region[..., 3] = 255 if cover is None else cover
            if cover is None:
                self._opaque.append(box)
        else:
            opaque = any(_inside(box, other) for other in self._opaque)
            height, width = cover.shape
            step = max(1, _CHUNK // width)
            for top in range(0, height, step):
                rows = slice(top, top + step)
                part = source if isinstance(source, tuple) else source[rows]
                _over(region[rows], part, cover[rows], opaque)
        self.painted.append(box)

    def used(self) -> Pixels | None:
        """The box around everything painted so far."""
        if not self.painted:
            return None
        left, top, right, bottom = zip(*self.painted, strict=True)
        return min(left), min(top), max(right), max(bottom)

    def part(self, box: Pixels) -> RGBA:
        """A view of the pixels of `box`."""
        x, y = self.box[0], self.box[1]
        return self.pixels[box[1] - y : box[3] - y, box[0] - x : box[2] - x]


def times(a: Mask, b: Mask) -> Mask:
    """Product of two coverages 0–255, rounded."""
    return ((a.astype(np.uint16) * b + 127) // 255).astype(np.uint8)


def faded(mask: Mask | None, opacity: float, box: Pixels) -> Mask | None:
    """`mask` (None: all 255) times `opacity` 0–1."""
    if opacity >= 1:
        return mask
    steps: Mask = np.rint(np.arange(256) * max(0.0, opacity)).astype(np.uint8)
    if mask is None:
        return np.full((box[3] - box[1], box[2] - box[0]), steps[255], np.uint8)
    # Bytes are looked up in a table by their own method five times as fast as by an index.
    looked_up = np.ascontiguousarray(mask).tobytes().translate(steps.tobytes())
    return np.frombuffer(looked_up, np.uint8).reshape(mask.shape)


def _over(region: RGBA, colors: Color | RGBA, cover: Mask, opaque: bool) -> None:
    whole = cover == 255
    soft = (cover != 0) & ~whole
    if 4 * np.count_nonzero(soft) > soft.size:
        # So much is soft that picking it out would cost more than blending everything.
        source = colors if isinstance(colors, tuple) else colors.reshape(-1, 4)
        region[...] = _blended(region.reshape(-1, 4), source, cover.ravel(), opaque).reshape(
            region.shape
        )
        return
    where = np.nonzero(soft)
    source = colors if isinstance(colors, tuple) else colors[where]
    after = _blended(region[where], source, cover[where], opaque)
    np.copyto(_words(region), _as_words(colors), where=whole)
    _words(region)[where] = _words(after)


def _blended(before: RGBA, colors: Color | RGBA, share: Mask, opaque: bool) -> RGBA:
    """`colors` at opacity `share` over the pixels `before` (n, 4).

    Worked out on flat rows of numbers, which processors take many at a time.
    """
    source = np.empty_like(before)
    _words(source)[...] = _as_words(colors)
    source[:, 3] = 255
    part = np.repeat(share, 4)
    if opaque:
        ink = source.ravel().astype(np.uint16) * part
        ink += before.ravel().astype(np.uint16) * (255 - part)
        ink += 127
        ink //= 255
        return ink.astype(np.uint8).reshape(-1, 4)
    # Products of three bytes are whole numbers in single precision, so each value is rounded once.
    above = part.astype(np.float32) * 255
    below = np.repeat(before[:, 3], 4).astype(np.float32) * (255 - part)
    alpha = above + below
    result = source.ravel() * above
    result += before.ravel() * below
    result /= np.maximum(alpha, 1)
    result += 0.5
    blended = result.astype(np.uint8).reshape(-1, 4)
    blended[:, 3] = (alpha[::4] + 127.5) // 255
    np.copyto(_words(blended), _words(before), where=share == 0)
    return blended


def _word(color: Color, alpha: int) -> np.uint32:
    """A pixel's four bytes as one number, in the order of this machine."""
    return np.uint32(int.from_bytes(bytes((*color, alpha)), sys.byteorder))


def _words(pixels: RGBA) -> NDArray[np.uint32]:
    """The same pixels, a number each: stores four bytes at once."""
    return pixels.view(np.uint32)[..., 0]


def _as_words(source: Color | RGBA) -> np.uint32 | NDArray[np.uint32]:
    return _word(source, 255) if isinstance(source, tuple) else _words(source)


def _meet(a: Pixels, b: Pixels) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _inside(inner: Pixels, outer: Pixels) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )
