"""How near two outlines come when one is moved towards the other, side by side or stacked.

Boxes lie about this: Г and А can share a column of their boxes and stay apart, a hook of Қ can
fall between two letters of the next line. Outlines are compared in thin bands, each with its
neighbours, so that a diagonal miss counts as near.
"""

from __future__ import annotations

import itertools
import math

from creativekit.canvas.path import Path

_BANDS_PER_STEP = 4


def gap(first: Path, second: Path, reach: float, stacked: bool = False) -> float:
    """Distance from the far edge of `first` to the near edge of `second` where they face, units.

    Along x (`first` is on the left), or along y when `stacked` (`first` is above). Negative when
    they overlap, infinite when no part of one faces the other within `reach` across.
    """
    band = reach / _BANDS_PER_STEP
    far = _profile(first, band, stacked, 1.0)
    near = _profile(second, band, stacked, -1.0)
    smallest = math.inf
    for index, edge in far.items():
        for offset in range(-_BANDS_PER_STEP, _BANDS_PER_STEP + 1):
            other = near.get(index + offset)
            if other is not None:
                smallest = min(smallest, -other - edge)
    return smallest


def _profile(path: Path, band: float, stacked: bool, sign: float) -> dict[int, float]:
    """The outermost position in each band across, in the direction of `sign`."""
    found: dict[int, float] = {}
    for line in path.flatten(band / 2):
        if stacked:
            line = [(y, x) for x, y in line]
        closed = [*line, line[0]]
        for (x0, y0), (x1, y1) in itertools.pairwise(closed):
            steps = max(1, math.ceil(abs(y1 - y0) / band))
            for step in range(steps + 1):
                t = step / steps
                index = math.floor((y0 + (y1 - y0) * t) / band)
                edge = sign * (x0 + (x1 - x0) * t)
                if edge > found.get(index, -math.inf):
                    found[index] = edge
    return found
