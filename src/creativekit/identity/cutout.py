"""Taking a plain background off a picture of a logo.

A logo often comes as a JPEG on white. When everything along the edge is one colour, that colour
is the background, and what of it can be reached from the edge is taken away; a white letter inside
a blue disc stays. Pixels on the border of the drawing are mixtures of both: their share of the
drawing becomes their opacity, and the background is taken out of their colour (Porter and Duff
1984, "Compositing Digital Images", solved for the foreground).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
_Mask = NDArray[np.bool_]

# How far (of 255, the largest of the channels) compression moves a flat colour.
_NOISE = 14
_MOST_ROUNDS = 400
_RIM = 2


def cut_out(pixels: Pixels) -> Pixels | None:
    """RGBA of an opaque (height, width, 3) picture without its background.

    None when its edge is not of one colour, or nothing would be left.
    """
    edge = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]]).astype(np.int16)
    ground = np.median(edge, axis=0)
    if np.abs(edge - ground).max() > _NOISE:
        return None
    distance = np.abs(pixels.astype(np.int16) - ground).max(axis=2)
    alike = distance <= _NOISE
    if alike.all():
        return None
    outside = _reached(alike)
    return _unmixed(pixels, ground, distance.astype(np.float32), outside)


def _reached(passable: _Mask) -> _Mask:
    """What of `passable` is connected to the edge, in four directions.

    Whole runs are filled at a time, along rows and columns in turn, so that the rounds are as many
    as the turns of the way in, not as its pixels.
    """
    seeds = np.zeros_like(passable)
    seeds[0], seeds[-1], seeds[:, 0], seeds[:, -1] = (
        passable[0],
        passable[-1],
        passable[:, 0],
        passable[:, -1],
    )
    count = -1
    for _ in range(_MOST_ROUNDS):
        seeds = _along_rows(seeds, passable)
        seeds = _along_rows(seeds.T, passable.T).T
        found = int(np.count_nonzero(seeds))
        if found == count:
            break
        count = found
    return seeds


def _along_rows(seeds: _Mask, passable: _Mask) -> _Mask:
    """Every run of passable pixels in a row that holds a seed."""
    barriers = np.cumsum(~passable, axis=1, dtype=np.int32)
    # Pixels of one run share their row and the barriers before them.
    runs = barriers + (np.arange(len(passable), dtype=np.int32) * (passable.shape[1] + 1))[:, None]
    held = np.zeros(int(runs.max()) + 1, np.bool_)
    held[runs[seeds]] = True
    reached: _Mask = held[runs] & passable
    return reached


def _unmixed(
    pixels: Pixels, ground: NDArray[np.float64], distance: NDArray[np.float32], outside: _Mask
) -> Pixels:
    near = outside.copy()
    strongest = distance
    for _ in range(_RIM):
        near = _spread(near, np.logical_or)
        strongest = _spread(strongest, np.maximum)
    rim = near & ~outside
    alpha = np.where(outside, 0.0, 1.0)
    alpha[rim] = np.clip(distance[rim] / np.maximum(strongest[rim], 1.0), 1 / 255, 1.0)
    share = alpha[..., None]
    with np.errstate(divide="ignore", invalid="ignore"):
        own = (pixels - (1 - share) * ground) / share
    own = np.where(share > 0, np.clip(own, 0, 255), 0)
    return np.concatenate([own, share * 255], axis=2).round().astype(np.uint8)


def _spread(values: NDArray[Any], join: np.ufunc) -> NDArray[Any]:
    """Each pixel joined with its four neighbours."""
    out = values.copy()
    join(out[1:], values[:-1], out=out[1:])
    join(out[:-1], values[1:], out=out[:-1])
    join(out[:, 1:], values[:, :-1], out=out[:, 1:])
    join(out[:, :-1], values[:, 1:], out=out[:, :-1])
    return out
