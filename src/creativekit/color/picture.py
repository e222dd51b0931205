"""Colours from a picture: what a photo of the felt, the café or the stage would give the brand.

The picture is brought to sRGB by its own colour profile and to 256 px; transparent pixels do not
count, and the camera's orientation does not matter to a colour. Its colours are grouped in OKLab
by k-means with twelve centres, started as k-means++ does (Arthur and Vassilvitskii, 2007) but
taking the heaviest far point instead of a random one, so that the same picture always gives the
same colours. A centre's score is Material's (2021): 70 times the share of pixels within 15 degrees
of its hue, and (C - 48) times 0.3 above 48 and 0.1 below, in HCT chroma. A share counts for more
than chroma there, and would make a beige wall the brand of everybody who photographs a room; so
tints come after colours, and greys after tints.

The only module of this room with Pillow and numpy: tens of thousands of pixels are arrays' work.
Sums go over columns in a fixed order, so that no machine's vector width shows in a result.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, UnidentifiedImageError

from creativekit.color.difference import difference
from creativekit.color.oklab import from_oklab, oklch, to_hex
from creativekit.color.palette import HCT_PER_OKLCH
from creativekit.errors import Message, fail, msg

FORMATS = ("BMP", "GIF", "JPEG", "PNG", "TIFF", "WEBP")

MOST_BYTES = 64 * 2**20
# A JPEG is decoded at an eighth of its size; everything else is held in memory whole.
MOST_PIXELS = 40_000_000
MOST_PIXELS_JPEG = 120_000_000

CENTRES = 12
_SIDE = 256
_ROUNDS = 30
_HUE_WINDOW = 15.0
# HCT chroma: a tint has a hue, a colour has one that people would name first.
_TINT = 5.0
_COLOR = 16.0
_LEAST_SHARE = 0.01
_ANOTHER_COLOR = 10.0

_Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PictureColor:
    """A colour of a picture: its hex, its share of the visible pixels (0 to 1), and its score."""

    hex: str
    share: float
    score: float


def colors(path: Path) -> tuple[str, ...]:
    """Hexes of the picture's colours, the best brand colour first; at least one, at most 12.

    Raises InputError when the file is missing, is no picture, is too large, or shows nothing.
    """
    return tuple(found.hex for found in measured(path))


def measured(path: Path) -> tuple[PictureColor, ...]:
    """As `colors`, with shares and scores."""
    return ranked(_pixels(path))


def ranked(pixels: NDArray[np.uint8]) -> tuple[PictureColor, ...]:
    """The colours of `pixels` (n rows of red, green, blue), best first."""
    points, weights = _histogram(pixels)
    centres, shares = _grouped(points, weights)
    chroma = np.hypot(points[:, 1], points[:, 2]) * HCT_PER_OKLCH
    hues = np.degrees(np.arctan2(points[:, 2], points[:, 1]))
    hued = np.where(chroma >= _TINT, weights, 0.0)
    found = []
    for centre, share in zip(centres, shares, strict=True):
        color = to_hex(from_oklab(float(centre[0]), float(centre[1]), float(centre[2])))
        _, own_chroma, own_hue = oklch(color)
        own_chroma *= HCT_PER_OKLCH
        turns = np.abs((hues - own_hue + 180) % 360 - 180)
        excited = _total(np.where(turns <= _HUE_WINDOW, hued, 0.0))
        score = 70 * excited + (own_chroma - 48) * (0.3 if own_chroma >= 48 else 0.1)
        entry = PictureColor(color, round(float(share), 4), round(score, 2))
        if share < _LEAST_SHARE and len(shares) > 1:
            continue
        rank = (own_chroma < _COLOR) + (own_chroma < _TINT)
        worth = entry.score if own_chroma >= _TINT else entry.share
        found.append((rank, -worth, entry.hex, entry))
    kept: list[PictureColor] = []
    for _, _, _, entry in sorted(found, key=lambda ranked: ranked[:3]):
        if all(difference(entry.hex, other.hex) >= _ANOTHER_COLOR for other in kept):
            kept.append(entry)
    return tuple(kept)


def _pixels(path: Path) -> NDArray[np.uint8]:
    try:
        size = path.stat().st_size
        if not path.is_file():
            _refuse(path, msg("not a file"))
        if size > MOST_BYTES:
            _refuse(
                path,
                msg(
                    "the picture is {size} MB, and may be {most}",
                    size=size // 2**20,
                    most=MOST_BYTES // 2**20,
                ),
            )
        with warnings.catch_warnings():
            # Sizes are checked below, before anything is decoded.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as image:
                return _visible(path, image)
    except Image.DecompressionBombError:
        _refuse(path, msg("the picture has too many pixels"))
    except UnidentifiedImageError:
        _refuse(path, msg("not a picture that can be read here"))
    except FileNotFoundError:
        _refuse(path, msg("there is no such file"))
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError) as error:
        # Decoders raise all of these for a broken file.
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        _refuse(path, msg("the picture cannot be read: {reason}", reason=reason))


def _refuse(path: Path, message: Message) -> NoReturn:
    fail(message, file=str(path), accepted=FORMATS)


def _visible(path: Path, image: Image.Image) -> NDArray[np.uint8]:
    width, height = image.size
    most = MOST_PIXELS_JPEG if image.format in ("JPEG", "MPO") else MOST_PIXELS
    if width * height > most:
        _refuse(
            path,
            msg(
                "the picture is {width} × {height} px, and may have {most} million pixels",
                width=width,
                height=height,
                most=most // 1_000_000,
            ),
        )
    profile = image.info.get("icc_profile")
    if image.mode in ("RGB", "L"):
        image.draft(image.mode, (2 * _SIDE, 2 * _SIDE))
    if image.mode[0] in "IF":
        return _deep(image)
    small = _direct(image)
    small.thumbnail((_SIDE, _SIDE), Image.Resampling.BOX)
    alpha = None
    if small.mode in ("RGBA", "LA"):
        alpha = np.asarray(small.getchannel("A")).reshape(-1)
        small = small.convert("RGB" if small.mode == "RGBA" else "L")
    pixels = np.asarray(_srgb(small, profile)).reshape(-1, 3)
    if alpha is not None:
        pixels = pixels[alpha >= 128]
    if not len(pixels):
        _refuse(path, msg("the picture is transparent all over"))
    return pixels


def _direct(image: Image.Image) -> Image.Image:
    """Without a table of colours and with transparency as a channel of its own."""
    if image.mode in ("P", "PA") or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    image.load()
    return image


def _deep(image: Image.Image) -> NDArray[np.uint8]:
    """Greys of more than eight bits, to eight."""
    plain = image.convert("F")
    plain.thumbnail((_SIDE, _SIDE), Image.Resampling.BOX)
    values = np.nan_to_num(np.asarray(plain, dtype=np.float64), posinf=0.0, neginf=0.0)
    top = float(values.max())
    full = next((limit for limit in (1.0, 255.0, 65535.0) if top <= limit), top)
    grey = np.clip(np.rint(values * (255.0 / full)), 0, 255).astype(np.uint8).reshape(-1)
    return np.stack([grey, grey, grey], axis=1)


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """In sRGB by the picture's own profile, or by Pillow's plain conversion without a good one."""
    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            converted = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
            if converted is not None:
                return converted
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that does not fit its picture says nothing about its colours
    return image.convert("RGB")


def _histogram(pixels: NDArray[np.uint8]) -> tuple[_Floats, _Floats]:
    """OKLab means and shares of the pixels, in cells of 4 × 4 × 4 channel values."""
    cells = pixels.astype(np.int64) >> 2
    keys = (cells[:, 0] << 12) | (cells[:, 1] << 6) | cells[:, 2]
    _, where, counts = np.unique(keys, return_inverse=True, return_counts=True)
    linear = _expand(pixels.astype(np.float64) / 255)
    means = [np.bincount(where, linear[:, channel]) / counts for channel in range(3)]
    return _oklab(*means), counts / len(pixels)


def _expand(channel: _Floats) -> _Floats:
    return np.where(channel <= 0.04045, channel / 12.92, ((channel + 0.055) / 1.055) ** 2.4)


def _oklab(red: _Floats, green: _Floats, blue: _Floats) -> _Floats:
    long = np.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = np.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = np.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return np.stack(
        [
            0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
            1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
            0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
        ],
        axis=1,
    )


def _grouped(points: _Floats, weights: _Floats) -> tuple[_Floats, _Floats]:
    """k-means: centres (k × 3) and the share of each."""
    centres = _started(points, weights)
    nearest = np.full(len(points), -1)
    for _ in range(_ROUNDS):
        distances = np.stack([_squared(points, centre) for centre in centres], axis=1)
        found = distances.argmin(axis=1)
        if (found == nearest).all():
            break
        nearest = found
        shares = np.bincount(nearest, weights, len(centres))
        filled = shares > 0
        sums = np.stack(
            [np.bincount(nearest, weights * points[:, axis], len(centres)) for axis in range(3)],
            axis=1,
        )
        centres = sums[filled] / shares[filled, None]
        if not filled.all():
            nearest = np.full(len(points), -1)
    return centres, np.asarray(np.bincount(nearest, weights, len(centres)), dtype=np.float64)


def _started(points: _Floats, weights: _Floats) -> _Floats:
    chosen = [int(weights.argmax())]
    far = _squared(points, points[chosen[0]])
    while len(chosen) < CENTRES and float((weights * far).max()) > 0:
        chosen.append(int((weights * far).argmax()))
        far = np.minimum(far, _squared(points, points[chosen[-1]]))
    return points[chosen]


def _squared(points: _Floats, centre: _Floats) -> _Floats:
    by_l, by_a, by_b = (points[:, axis] - centre[axis] for axis in range(3))
    return np.asarray(by_l * by_l + by_a * by_a + by_b * by_b)


def _total(values: _Floats) -> float:
    return float(np.bincount(np.zeros(len(values), dtype=np.int64), values)[0])
