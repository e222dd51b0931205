"""Opaque pixels as a PNG file wants them: RGB, and before each row the byte that names its filter.

A post has no holes, so its pixels need no alpha: a quarter less to write, and nothing to take out
before compressing. A group that is cut or faded needs no layer of its own either: what was there
before is remembered, the group is drawn over it, and the two are mixed by the group's share k.
That is the same as drawing it apart, since d + k·(over(d, s) − d) is s·k over d.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from creativekit.canvas.backends.compositing import Color, faded
from creativekit.canvas.backends.coverage import Mask, Pixels

Bytes = NDArray[np.uint8]

_CHUNK = 1 << 17
"""Bytes mixed at a time, so that what is worked on stays in the processor's cache."""

_LONG_RUN = 600
"""Pixels of a mask for each run of whole coverage from which it is laid run by run."""


class Sheet:
    """Pixels of the box `box`, all opaque; what they are is unknown until `color` or a paint says.

    rows: (height, 1 + 3·width) bytes, the first of each row is free. colors: the pixels in them,
    (height, width, 3). painted: the boxes laid so far.
    """

    def __init__(self, box: Pixels, color: Color | None) -> None:
        self.box = box
        width, height = box[2] - box[0], box[3] - box[1]
        self.rows: Bytes = np.empty((height, 1 + 3 * width), np.uint8)
        self.rows[:, 0] = 0
        self.colors: Bytes = self.rows[:, 1:].reshape(height, width, 3)
        self.painted: list[Pixels] = []
        if color is not None:
            self.fill(color)

    def fill(self, color: Color) -> None:
        """Every pixel becomes `color`."""
        self.rows[:, 1:] = _row(color, self.colors.shape[1])

    def part(self, box: Pixels) -> Bytes:
        """A view of the pixels of `box`."""
        x, y = self.box[0], self.box[1]
        return self.colors[box[1] - y : box[3] - y, box[0] - x : box[2] - x]

    def paint(self, box: Pixels, source: Color | Bytes, cover: Mask | None) -> None:
        """Lay `source` over the pixels of `box` (inside the sheet's).

        source: one colour, or colours (height, width, 3 or 4) whose alpha is already in `cover`.
        cover: opacity of each pixel 0–255; None where all are opaque.
        """
        region = self._bytes(box)
        if cover is None:
            _copy(region, source)
        elif isinstance(source, tuple):
            _lay(region, _row(source, cover.shape[1]), source, cover)
        else:
            colors = _three(source)
            _lay(region, colors.reshape(len(colors), -1), colors.reshape(-1, 3), cover)
        self.painted.append(box)

    def remember(self, box: Pixels) -> Bytes:
        """A copy of the pixels of `box`, for `mix`."""
        return self._bytes(box).copy()

    def mix(self, box: Pixels, before: Bytes, share: Mask | None, opacity: float = 1.0) -> None:
        """Take back what was painted over `before` (of `remember`), except for its share.

        share: of each pixel of `box`, 0–255; None is all. opacity: times this, 0–1.
        """
        cover = faded(share, opacity, box)
        if cover is None:
            return
        region = self._bytes(box)
        # What was painted is laid over what was there before, and the outcome put in its place.
        after = region.copy()
        region[...] = before
        _lay(region, after, after.reshape(-1, 3), cover)

    def _bytes(self, box: Pixels) -> Bytes:
        x, y = self.box[0], self.box[1]
        return self.rows[box[1] - y : box[3] - y, 1 + 3 * (box[0] - x) : 1 + 3 * (box[2] - x)]


def _row(color: Color, width: int) -> Bytes:
    return np.frombuffer(bytes(color) * width, np.uint8)


def _three(colors: Bytes) -> Bytes:
    """Colours (height, width, 3) one after another in memory."""
    if colors.shape[2] == 3:
        return np.ascontiguousarray(colors)
    out = np.empty((*colors.shape[:2], 3), np.uint8)
    for channel in range(3):  # one at a time is six times as fast as a slice of three
        out[..., channel] = colors[..., channel]
    return out


def _copy(region: Bytes, source: Color | Bytes) -> None:
    height, wide = region.shape
    if isinstance(source, tuple):
        region[...] = _row(source, wide // 3)
    elif source.strides[1] == 0 and wide > 3:
        # One colour a row: what is there is copied beside itself until the row is full.
        region[:, :3] = source[:, 0, :3]
        done = 3
        while done < wide:
            step = min(done, wide - done)
            region[:, done : done + step] = region[:, :step]
            done += step
    elif source.shape[2] == 3:
        region.reshape(height, wide // 3, 3)[...] = source
    else:
        out = region.reshape(height, wide // 3, 3)
        for channel in range(3):
            out[..., channel] = source[..., channel]


def _lay(region: Bytes, colors: Bytes, pixels: Color | Bytes, cover: Mask) -> None:
    """Colours through `cover` onto `region` (height, 3·width).

    colors: the same shape as `region`, or one row for all. pixels: the same colours as (n, 3), or
    the one colour.
    """
    cover = np.ascontiguousarray(cover)
    flat = cover.ravel()
    is_soft = (flat - np.uint8(1)) < 254
    if 4 * np.count_nonzero(is_soft) > flat.size:
        # So much is soft that picking it out would cost more than mixing everything.
        step = max(1, _CHUNK // region.shape[1])
        for top in range(0, len(cover), step):
            rows = slice(top, top + step)
            part = colors if colors.ndim == 1 else colors[rows]
            region[rows] = _mixed(region[rows], part, _thrice(cover[rows]))
        return
    _lay_whole(region, colors, cover)
    soft = np.flatnonzero(is_soft)
    if not len(soft):
        return
    share = flat[soft]
    y, x = np.divmod(soft.astype(np.uint32), np.uint32(cover.shape[1]))
    x *= np.uint32(3)
    if region.flags.c_contiguous:
        target = region.reshape(-1)
        places = y.astype(np.intp) * region.shape[1] + x
    else:
        target = _whole_memory(region)
        places = y.astype(np.intp) * region.strides[0] + x
    for channel in range(3):
        own = pixels[channel] if isinstance(pixels, tuple) else pixels[:, channel][soft]
        target[places] = _mixed(target[places], own, share)
        places += 1


def _lay_whole(region: Bytes, colors: Bytes, cover: Mask) -> None:
    """The pixels that are wholly covered."""
    whole = cover == 255
    flat = whole.ravel()
    turns = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    width = cover.shape[1]
    if len(turns) * _LONG_RUN > 2 * flat.size:
        mask = _thrice(whole.view(np.uint8) * np.uint8(255))
        new = mask & colors
        np.invert(mask, out=mask)
        mask &= region
        mask |= new
        region[...] = mask
        return
    edges = [0, *turns.tolist(), flat.size] if flat[0] else [*turns.tolist(), flat.size]
    for start, end in zip(edges[0::2], edges[1::2], strict=False):
        y, x = divmod(start, width)
        last, right = divmod(end - 1, width)
        if y == last:
            _copy_run(region, colors, slice(y, y + 1), slice(3 * x, 3 * right + 3))
            continue
        # A run that goes on over the end of a row: its first row, whole rows, its last row.
        _copy_run(region, colors, slice(y, y + 1), slice(3 * x, 3 * width))
        _copy_run(region, colors, slice(y + 1, last), slice(0, 3 * width))
        _copy_run(region, colors, slice(last, last + 1), slice(0, 3 * right + 3))


def _copy_run(region: Bytes, colors: Bytes, rows: slice, columns: slice) -> None:
    region[rows, columns] = colors[columns] if colors.ndim == 1 else colors[rows, columns]


def _thrice(mask: Mask) -> Mask:
    """Each column three times: the mask of a pixel's three bytes."""
    height, width = mask.shape
    out = np.empty((height, width, 3), np.uint8)
    for channel in range(3):
        out[..., channel] = mask
    return out.reshape(height, 3 * width)


def _mixed(before: Bytes, colors: Bytes | int, share: Mask) -> Bytes:
    """`colors` at opacity `share` over `before`, in whole numbers and rounded once."""
    mixed = before * (255 - share).astype(np.uint16)
    mixed += np.multiply(share, colors, dtype=np.uint16)
    mixed += 127
    mixed //= 255
    return mixed.astype(np.uint8)


def _whole_memory(region: Bytes) -> Bytes:
    """From the first to the last byte of a view whose rows are apart, in one dimension."""
    size = (region.shape[0] - 1) * region.strides[0] + region.shape[1]
    return np.lib.stride_tricks.as_strided(region, (size,), (1,))
