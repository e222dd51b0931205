"""Paints sampled at pixel centres.

A gradient is a table of colours, interpolated on straight sRGB values as SVG 2 (§ 14.2.3) has it,
and a position in it for each pixel. When it runs along an axis, one row or one column is computed
and repeated; when it runs askew, one row is computed and moved.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from creativekit.canvas.backends.compositing import RGBA, Color
from creativekit.canvas.backends.coverage import Mask, Pixels
from creativekit.canvas.path import Affine
from creativekit.canvas.scene import LinearGradient, RadialGradient, Stop

_STEPS = 2048

_PHASES = 16
"""Places within a pixel at which a slanted gradient is worked out."""

_STEEPEST = 16.0
"""How much farther a gradient may run down than across and still be made of one row, moved."""


def rgb(color: str) -> Color:
    """`#rrggbb` as three numbers 0–255. ValueError for anything else."""
    if len(color) != 7 or color[0] != "#":
        raise ValueError(f"a colour is #rrggbb, not {color!r}")
    value = int(color[1:], 16)
    return value >> 16, value >> 8 & 255, value & 255


def sample(
    paint: LinearGradient | RadialGradient, by: Affine, box: Pixels, channels: Literal[3, 4] = 4
) -> RGBA:
    """Colours (height, width, channels) of the pixels of `box`; `by` takes the paint to pixels.

    May be a view that repeats one row or column: copy before writing.
    """
    return _sampled(_table(paint.stops)[:, :channels], paint, by, box)


def _sampled(table: RGBA, paint: LinearGradient | RadialGradient, by: Affine, box: Pixels) -> RGBA:
    table = np.ascontiguousarray(table)
    channels = table.shape[1]
    width, height = box[2] - box[0], box[3] - box[1]
    determinant = by.a * by.d - by.b * by.c
    if determinant == 0:
        return np.broadcast_to(table[-1], (height, width, channels))
    # Where the centre of a pixel lies in the paint's own space: x = ax·px + cx·py + ex, …
    ax, cx = by.d / determinant, -by.c / determinant
    bx, dx = -by.b / determinant, by.a / determinant
    px = np.arange(box[0], box[2]) + 0.5 - by.e
    py = np.arange(box[1], box[3]) + 0.5 - by.f
    if isinstance(paint, LinearGradient):
        vx, vy = paint.x1 - paint.x0, paint.y1 - paint.y0
        length = vx * vx + vy * vy
        if length == 0:
            return np.broadcast_to(table[-1], (height, width, channels))
        across, along = ax * vx + bx * vy, cx * vx + dx * vy
        start = (paint.x0 * vx + paint.y0 * vy) / length
        if abs(along) < 1e-9 * length:
            colors = table[_index(across / length * px - start)]
            return np.broadcast_to(colors, (height, width, channels))
        if abs(across) < 1e-9 * length:
            colors = table[_index(along / length * py - start)]
            return np.broadcast_to(colors[:, None], (height, width, channels))
        across, along = across / length, along / length
        if abs(along) * height <= _STEEPEST * abs(across) * width:
            return _slanted(table, across, along, across * px[0] + along * py[0] - start, box)
        steps = np.add.outer(along * py, across * px - start)
        return _taken(table, _index(steps.astype(np.float32)))
    if paint.radius <= 0:
        return np.broadcast_to(table[-1], (height, width, channels))
    if bx or cx:
        x = np.add.outer(cx * py - paint.cx, ax * px).astype(np.float32)
        y = np.add.outer(dx * py - paint.cy, bx * px).astype(np.float32)
        np.multiply(x, x, out=x)
        np.multiply(y, y, out=y)
        x += y
    else:
        # Upright, the two squares depend on the column and on the row alone.
        x = np.add.outer(
            (((dx * py - paint.cy) / paint.radius) ** 2).astype(np.float32),
            (((ax * px - paint.cx) / paint.radius) ** 2).astype(np.float32),
        )
    np.sqrt(x, out=x)
    if bx or cx:
        x /= paint.radius
    return _taken(table, _index(x))


def _slanted(table: RGBA, across: float, along: float, first: float, box: Pixels) -> RGBA:
    """A gradient that runs askew: each row is the one before it, moved along by the same step.

    across, along: how far a pixel to the right, and one downwards, is in the gradient; first: where
    in it the box's first pixel is. Steps of less than a pixel are kept to a sixteenth.
    """
    width, height = box[2] - box[0], box[3] - box[1]
    step = along / across
    phases = 1 if abs(step - round(step)) < 1e-9 else _PHASES
    moves = np.rint(np.arange(height) * (step * phases)).astype(np.int64)
    least = int(moves.min()) // phases
    whole, phase = np.divmod(moves - least * phases, phases)
    columns = np.arange(width + int(whole.max()) + 1)
    at = (columns[None, :] + (least + np.arange(phases)[:, None] / phases)) * across + first
    strips = np.ascontiguousarray(table[_index(at)])
    if phases == 1:
        channels = table.shape[1]
        strides = (round(step) * channels, channels, 1)
        origin = strips[0, int(whole[0]) :]
        return np.lib.stride_tricks.as_strided(origin, (height, width, channels), strides)
    out = np.empty((height, width, table.shape[1]), np.uint8)
    for row, (start, strip) in enumerate(zip(whole.tolist(), phase.tolist(), strict=True)):
        out[row] = strips[strip, start : start + width]
    return out


def one_color(stops: tuple[Stop, ...]) -> str | None:
    """The colour of a gradient that changes in opacity alone, or None."""
    return stops[0].color if len({stop.color for stop in stops}) == 1 else None


def sample_alpha(paint: LinearGradient | RadialGradient, by: Affine, box: Pixels) -> Mask:
    """Only the opacity (height, width), 0–255, of what `sample` gives."""
    return np.ascontiguousarray(_sampled(_table(paint.stops)[:, 3:], paint, by, box)[..., 0])


def is_opaque(stops: tuple[Stop, ...]) -> bool:
    return all(stop.opacity >= 1 for stop in stops)


@lru_cache(maxsize=64)
def _table(stops: tuple[Stop, ...]) -> RGBA:
    at = np.linspace(0.0, 1.0, _STEPS)
    offsets = [min(1.0, max(0.0, stop.offset)) for stop in stops]
    channels = zip(*((*rgb(stop.color), stop.opacity * 255) for stop in stops), strict=True)
    columns = [np.interp(at, offsets, channel) for channel in channels]
    table: RGBA = np.rint(np.stack(columns, axis=-1)).astype(np.uint8)
    return table


def _index(position: NDArray[np.floating]) -> NDArray[np.uint16]:
    scaled = position * (_STEPS - 1)
    scaled += 0.5
    np.clip(scaled, 0, _STEPS - 1, out=scaled)
    return scaled.astype(np.uint16)


def _taken(table: RGBA, index: NDArray[np.uint16]) -> RGBA:
    # Four bytes taken as one number: three times as fast as rows of four.
    if table.shape[1] == 1:
        return table[index]
    if table.shape[1] == 3:
        table = np.concatenate((table, table[:, :1]), axis=1)
        return _taken(table, index)[..., :3]
    whole = np.ascontiguousarray(table).view(np.uint32)[:, 0]
    colors: RGBA = whole[index].view(np.uint8).reshape(*index.shape, 4)
    return colors
