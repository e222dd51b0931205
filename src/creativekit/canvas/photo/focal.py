"""Where the subject of a photograph is: the point that a crop keeps in view.

A subject is what its surroundings are not. Three measures of that, each of a pixel's colour in
OKLab after the slight blur of Achanta and others (Frequency-tuned salient region detection, CVPR
2009): how far it is from the four ends of its own row and column, since a picture's border is
mostly background (Wei and others, Geodesic saliency using background priors, ECCV 2012), which a
sky that grades into a horizon passes without a trace; how far it is from the mean of the picture,
as Achanta has it; and how much is going on around it, since what is in focus has detail. Skin
counts for more where it stands out at all, and so does the middle, where people aim a camera.

What is left above the mean is searched for the window that holds the most, and the point is the
centre of mass there (mean shift), so that a second thing elsewhere does not pull it into the gap
between the two. A picture of noise or of one colour has no such window: its point is the centre.

Sums are made in whole numbers, and the point is rounded to a hundredth: it is the same everywhere.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float64]
Counts = NDArray[np.int64]

CENTRE = (0.5, 0.5)

_SIDE = 96
"""Longest side, px, at which the subject is looked for."""

_FAINT = 0.02
"""Distances in OKLab below this are what light and compression do to a plain wall."""

_CLEAR = 0.08
"""From this distance on a thing is clearly another than what is behind it."""

_STEPS = 1000
"""Saliency is counted in thousandths of an OKLab unit."""

_LINEAR = np.array(
    [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in np.arange(256) / 255]
)


def subject(pixels: Bytes, opacity: Bytes | None = None) -> tuple[float, float]:
    """The focal point, in fractions 0–1 of the picture from its left and its top.

    pixels: sRGB (height, width, 3). opacity: (height, width) 0–255; what is not seen is no subject.
    """
    salient = saliency(pixels, opacity)
    height, width = salient.shape
    if int(salient.max()) < _FAINT * _STEPS:
        return CENTRE
    rising = np.maximum(salient - int(salient.sum()) // salient.size, 0)
    reach = max(1, round(0.14 * max(width, height)))
    held = _window_sums(rising, reach)
    y, x = divmod(int(held.argmax()), width)
    sure = _sureness(held)
    for _ in range(8):
        found = _centre_of_mass(rising, x, y, round(1.4 * reach))
        if (round(found[0]), round(found[1])) == (x, y):
            break
        x, y = round(found[0]), round(found[1])
    else:
        found = _centre_of_mass(rising, x, y, round(1.4 * reach))
    across, down = (found[0] + 0.5) / width, (found[1] + 0.5) / height
    return round(0.5 + sure * (across - 0.5), 2), round(0.5 + sure * (down - 0.5), 2)


def saliency(pixels: Bytes, opacity: Bytes | None = None) -> Counts:
    """How much each pixel of the reduced picture stands out, in thousandths of an OKLab unit."""
    reduced = _reduced(pixels)
    lab = _oklab(reduced)
    smooth = _binomial(_binomial(lab, 0), 1)
    mean = smooth.mean(axis=(0, 1))
    apart = _distance(smooth, mean)
    edge = _from_the_edges(smooth)
    seen = np.minimum(1, edge / _CLEAR)
    value = edge + seen * (0.35 * apart + 0.5 * _detail(lab[..., 0]) + 0.6 * edge * _skin(lab))
    value *= _aim(*value.shape)
    if opacity is not None:
        value *= _reduced(opacity) / 255
    counted: Counts = np.rint(value * _STEPS).astype(np.int64)
    return counted


def _reduced(pixels: Bytes) -> Bytes:
    height, width = pixels.shape[:2]
    share = min(1.0, _SIDE / max(width, height))
    size = max(1, round(width * share)), max(1, round(height * share))
    if size == (width, height):
        return pixels
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BOX))


def _oklab(pixels: Bytes) -> Floats:
    """OKLab of sRGB bytes (Ottosson 2020; the numbers of `color.oklab`), (height, width, 3)."""
    red, green, blue = (_LINEAR[pixels[..., channel]] for channel in range(3))
    long = np.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = np.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = np.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return np.stack(
        (
            0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
            1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
            0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
        ),
        axis=-1,
    )


def _binomial(values: Floats, axis: int) -> Floats:
    """A blur of 1, 4, 6, 4, 1 sixteenths along `axis`; the edge goes on outside."""
    pad = [(0, 0)] * values.ndim
    pad[axis] = (2, 2)
    wide = np.moveaxis(np.pad(values, pad, mode="edge"), axis, 0)
    count = values.shape[axis]
    parts = [wide[start : start + count] for start in range(5)]
    blurred = (parts[0] + parts[4] + 4 * (parts[1] + parts[3]) + 6 * parts[2]) / 16
    return np.moveaxis(blurred, 0, axis)


def _distance(a: Floats, b: Floats) -> Floats:
    difference = a - b
    squares = difference * difference
    distance: Floats = np.sqrt(squares[..., 0] + squares[..., 1] + squares[..., 2])
    return distance


def _from_the_edges(lab: Floats) -> Floats:
    """Distance to the nearest in colour of the four ends of a pixel's row and column."""
    height, width = lab.shape[:2]
    deep = max(1, round(0.03 * max(width, height)))
    ends = (
        lab[:, :deep].mean(axis=1, keepdims=True),
        lab[:, -deep:].mean(axis=1, keepdims=True),
        lab[:deep].mean(axis=0, keepdims=True),
        lab[-deep:].mean(axis=0, keepdims=True),
    )
    nearest = _distance(lab, ends[0])
    for end in ends[1:]:
        np.minimum(nearest, _distance(lab, end), out=nearest)
    return nearest


def _detail(lightness: Floats) -> Floats:
    """Mean size of the steps in lightness around a pixel."""
    down = np.abs(np.diff(lightness, axis=0, append=lightness[-1:]))
    across = np.abs(np.diff(lightness, axis=1, append=lightness[:, -1:]))
    return _binomial(_binomial(down + across, 0), 1)


def _skin(lab: Floats) -> Floats:
    """1 where the colour may be skin, of any people: an orange hue, not strong, neither black nor
    white. Bricks and bread are of it too, so it only ever adds to what stands out already."""
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    hue = np.degrees(np.arctan2(lab[..., 2], lab[..., 1]))
    fits = (hue > 25) & (hue < 80) & (chroma > 0.025) & (chroma < 0.15)
    fits &= (lab[..., 0] > 0.3) & (lab[..., 0] < 0.93)
    return fits.astype(np.float64)


def _aim(height: int, width: int) -> Floats:
    """A weight of 1 in the middle, falling to 0.45 in the corners."""
    across = (np.arange(width) + 0.5) / width - 0.5
    down = (np.arange(height) + 0.5) / height - 0.5
    far = np.add.outer(down * down, across * across)
    weight: Floats = 1 - 1.1 * far
    return weight


def _window_sums(values: Counts, reach: int) -> Counts:
    """For each pixel the sum over the window `reach` px to every side (as much as there is)."""
    height, width = values.shape
    total = np.zeros((height + 1, width + 1), np.int64)
    total[1:, 1:] = values.cumsum(axis=0).cumsum(axis=1)
    rows, columns = np.arange(height), np.arange(width)
    top, bottom = np.maximum(rows - reach, 0), np.minimum(rows + reach + 1, height)
    left, right = np.maximum(columns - reach, 0), np.minimum(columns + reach + 1, width)
    below, above = total[bottom], total[top]
    sums: Counts = below[:, right] - below[:, left] - above[:, right] + above[:, left]
    return sums


def _sureness(held: Counts) -> float:
    """0 where the best window is like many, to 1 where it stands alone.

    It holds 2 to 2.4 times the mean of all in pictures of noise, 3 to 6 times in portraits, and 8
    in a product on a plain ground.
    """
    mean = int(held.sum()) / held.size
    return min(1.0, max(0.0, (int(held.max()) / mean - 1.8) / 1.5)) if mean else 0.0


def _centre_of_mass(values: Counts, x: int, y: int, reach: int) -> tuple[float, float]:
    left, top = max(0, x - reach), max(0, y - reach)
    part = values[top : y + reach + 1, left : x + reach + 1]
    mass = int(part.sum())
    if mass == 0:
        return float(x), float(y)
    across = int((part.sum(axis=0) * np.arange(part.shape[1])).sum()) / mass
    down = int((part.sum(axis=1) * np.arange(part.shape[0])).sum()) / mass
    return left + across, top + down
