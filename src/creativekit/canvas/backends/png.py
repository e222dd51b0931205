"""PNG files (W3C Recommendation, third edition), always the same: fast ones and small ones.

Fast (`encode_rows`, `encode_fast`): true colour, compressed by zlib-ng, which is told to look for
what a few bands of the picture show to be there: rows that repeat the row before (unfiltered, by
its quick dictionary search), or differences from the row above or the pixel to the left that are
mostly zero (filtered, by runs).

zlib-ng gives the same bytes on every processor: since release 2.3 there is one hash function
(insert_string.c), and the variants among which functable.c chooses by processor only compare bytes
faster (compare256, longest_match). Its AVX-512, plain C and ARM NEON builds were compared on the
pictures of the benchmark at every level: no byte differs. Another release may give other bytes;
test_png.py pins what ours gives. The interpreter's own zlib may be any of three and is not used.

Small (`encode`): a drawing of up to 256 colours, where each step of a soft edge counts as one, is
stored by palette: a logo in one colour then takes one byte a pixel instead of four. Otherwise RGB
or RGBA. One filter serves the whole picture (none, left neighbour or upper neighbour), whichever
leaves least on a sample of rows, and none where there is a palette. The compression is our own
(deflate.py), from which flat art comes out smallest, or zlib-ng's most thorough where that is
shorter.

Chunks: sRGB, pHYs when a density is given, no time and no text.
"""

from __future__ import annotations

import struct
import zlib
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from zlib_ng import zlib_ng

from creativekit.canvas.backends.deflate import compress, cost

Pixels = NDArray[np.uint8]
Filter = Literal[0, 1, 2]

_FILTERS: tuple[Filter, ...] = (0, 1, 2)
_SAMPLE = 48

_BANDS, _BAND = 4, 12
"""Bands of so many rows tell how a picture is best compressed fast."""

_FAST_LEVEL, _COMMON_LEVEL, _THOROUGH_LEVEL = 2, 6, 9

_FLAT = 0.35
"""Share of pixels unlike their left neighbour from which a picture is not worth counting."""


def encode_rows(rows: Pixels, dpi: float | None = None, channels: Literal[3, 4] = 3) -> bytes:
    """A PNG file, made fast, of rows of RGB or RGBA pixels that each have one free byte before
    them, which is written to: (height, 1 + channels·width), 8 bits, sRGB.
    """
    height = len(rows)
    width = (rows.shape[1] - 1) // channels
    kind = _fastest(rows, channels)
    data = _squeezed(_prepared(rows, channels, kind), kind)
    head = struct.pack(">IIBBBBB", width, height, 8, 2 if channels == 3 else 6, 0, 0, 0)
    return _file(head, [_chunk(b"sRGB", b"\0"), _density(dpi)], data)


def encode_fast(pixels: Pixels, dpi: float | None = None) -> bytes:
    """The same of pixels (height, width, 3 or 4)."""
    height, width, channels = pixels.shape
    rows = np.empty((height, 1 + channels * width), np.uint8)
    rows[:, 1:] = pixels.reshape(height, channels * width)
    return encode_rows(rows, dpi, 3 if channels == 3 else 4)


def _fastest(rows: Pixels, pixel: int) -> Filter:
    """The filter under which a few bands of the rows come out smallest."""
    height = len(rows)
    if height <= _BANDS * _BAND:
        tried = rows.copy()
    else:
        starts = np.linspace(0, height - _BAND, _BANDS).astype(int).tolist()
        tried = np.concatenate([rows[start : start + _BAND] for start in starts])
    sizes = [len(_squeezed(_prepared(tried, pixel, kind), kind)) for kind in _FILTERS]
    return _FILTERS[sizes.index(min(sizes))]


def _prepared(rows: Pixels, pixel: int, kind: Filter) -> Pixels:
    """Rows with a filter's byte first, filtered by it."""
    if kind == 0:
        rows[:, 0] = 0
        return rows
    out = np.empty_like(rows)
    if kind == 2:
        np.subtract(rows[1:], rows[:-1], out=out[1:])
        out[0] = rows[0]
    else:
        np.subtract(rows[:, pixel + 1 :], rows[:, 1:-pixel], out=out[:, pixel + 1 :])
        out[:, 1 : pixel + 1] = rows[:, 1 : pixel + 1]
    out[:, 0] = kind
    return out


def _thorough(rows: Pixels, pixel: int) -> bytes:
    """A zlib stream of the rows, searched for repetitions as long as it takes."""
    leading = np.empty((len(rows), rows.shape[1] + 1), np.uint8)
    leading[:, 1:] = rows
    kind = _fastest(leading, pixel)
    prepared = [_prepared(leading, pixel, way) for way in {kind, 2}]
    if len(prepared) > 1:
        # A common level tells which filter serves, in a tenth of the time.
        prepared.sort(key=lambda rows: len(zlib_ng.compress(rows, _COMMON_LEVEL)))
    return zlib_ng.compress(prepared[0], _THOROUGH_LEVEL)


def _squeezed(rows: Pixels, kind: Filter) -> bytes:
    """A zlib stream of filtered rows; of differences, runs are all that is worth looking for."""
    strategy = zlib_ng.Z_DEFAULT_STRATEGY if kind == 0 else zlib_ng.Z_RLE
    deflating = zlib_ng.compressobj(_FAST_LEVEL, strategy=strategy)
    first = deflating.compress(rows)
    return first + deflating.flush()


def _file(head: bytes, more: list[bytes], data: bytes) -> bytes:
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", head),
            *(chunk for chunk in more if len(chunk) > 12),
            _chunk(b"IDAT", data),
            _chunk(b"IEND", b""),
        )
    )


def _density(dpi: float | None) -> bytes:
    if dpi is None:
        return b""
    per_meter = round(dpi / 0.0254)
    return _chunk(b"pHYs", struct.pack(">IIB", per_meter, per_meter, 1))


def encode(
    pixels: Pixels,
    dpi: float | None = None,
    size: tuple[int, int] | None = None,
    *,
    thorough: bool = False,
    most: int = 0,
) -> bytes:
    """`pixels` (height, width, 3 or 4), 8 bits, sRGB, straight alpha, as a PNG file.

    size: width and height in px to fill with the pixels as with tiles, from the top left corner;
    the colours are then counted on one tile only. thorough: spend several times the time on more
    than 256 colours, for fewer bytes where they make a photograph or a gradient; only where the
    file would be larger than `most` bytes.
    """
    height, width, channels = pixels.shape
    chunks = [_chunk(b"sRGB", b"\0"), _density(dpi)]
    indexed = _indexed(pixels)
    if indexed is None:
        if channels == 4 and pixels[..., 3].min() == 255:
            pixels, channels = _without_alpha(pixels), 3
        kind = 2 if channels == 3 else 6
        rows = np.ascontiguousarray(pixels).reshape(height, width * channels)
    else:
        rows, colors = indexed
        channels = 1
        kind = 3
        if (colors[:, 3] == 255).all() and (colors[:, :1] == colors[:, 1:3]).all():
            kind = 0
            rows = colors[:, 0][rows]
        else:
            chunks.append(_chunk(b"PLTE", colors[:, :3].tobytes()))
            alpha = colors[:, 3]
            # The palette is sorted by alpha, so what is opaque stands last and is left out.
            chunks.append(_chunk(b"tRNS", alpha[alpha < 255].tobytes()))
    if size is not None:
        width, height = size
        rows = _repeated(rows, width * channels, height)
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    # Neighbouring places of a palette are no neighbouring colours: differences say nothing there.
    chosen = 0 if indexed is not None else _choose(rows, channels)
    data = compress(_filtered(rows, channels, chosen).ravel(), channels)
    made = _file(head, chunks, data)
    if thorough and indexed is None and len(made) > most:
        made = min(made, _file(head, chunks, _thorough(rows, channels)), key=len)
    return made


def _repeated(rows: Pixels, width: int, height: int) -> Pixels:
    """Rows of bytes laid side by side and below each other, cut to `height` rows of `width`."""
    down, across = -(-height // rows.shape[0]), -(-width // rows.shape[1])
    return np.ascontiguousarray(np.tile(rows, (down, across))[:height, :width])


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _indexed(pixels: Pixels) -> tuple[Pixels, Pixels] | None:
    """Index of each pixel and the colours (n, 4), or None when there are more than 256.

    Colours are sorted by alpha, then by blue, green and red.
    """
    height, width = pixels.shape[:2]
    keys = _keys(pixels)
    changes = keys[1:] != keys[:-1]
    if np.count_nonzero(changes) > _FLAT * keys.size:
        return None
    starts = np.concatenate(([0], np.flatnonzero(changes) + 1))
    runs = keys[starts]
    if len(np.unique(runs[:: max(1, len(runs) // 4096)])) > 256:
        return None
    colors, index = np.unique(runs, return_inverse=True)
    if len(colors) > 256:
        return None
    lengths = np.diff(starts, append=keys.size)
    indices = np.repeat(index.astype(np.uint8), lengths).reshape(height, width)
    shifts = np.array([0, 8, 16, 24], np.uint32)
    return indices, (colors[:, None] >> shifts & 255).astype(np.uint8)


def _without_alpha(pixels: Pixels) -> Pixels:
    out = np.empty((*pixels.shape[:2], 3), np.uint8)
    for channel in range(3):  # one at a time is six times as fast as a slice of three
        out[..., channel] = pixels[..., channel]
    return out


def _keys(pixels: Pixels) -> NDArray[np.uint32]:
    """Each pixel as one number: red in the lowest byte, alpha in the highest."""
    if pixels.shape[2] == 3:
        opaque = np.empty((*pixels.shape[:2], 4), np.uint8)
        for channel in range(3):  # one at a time is three times as fast as a slice of three
            opaque[..., channel] = pixels[..., channel]
        opaque[..., 3] = 255
        pixels = opaque
    return np.ascontiguousarray(pixels).view("<u4").ravel()


def _choose(rows: Pixels, pixel: int) -> Filter:
    """The filter under which a sample of the rows needs the fewest bits."""
    height = len(rows)
    picked = np.linspace(min(1, height - 1), height - 1, min(_SAMPLE, height)).astype(np.int64)
    costs = [cost(_residue(rows, pixel, kind, picked).ravel(), pixel) for kind in _FILTERS]
    return _FILTERS[costs.index(min(costs))]


def _residue(rows: Pixels, pixel: int, kind: Filter, picked: NDArray[np.int64]) -> Pixels:
    sample = rows[picked]
    if kind == 2:
        return sample - rows[picked - 1]
    if kind == 1:
        sample[:, pixel:] -= rows[picked, :-pixel]
    return sample


def _filtered(rows: Pixels, pixel: int, kind: Filter) -> Pixels:
    out = np.empty((rows.shape[0], rows.shape[1] + 1), np.uint8)
    out[:, 0] = kind
    if kind == 0:
        out[:, 1:] = rows
    elif kind == 1:
        out[:, 1 : pixel + 1] = rows[:, :pixel]
        np.subtract(rows[:, pixel:], rows[:, :-pixel], out=out[:, pixel + 1 :])
    else:
        out[0, 1:] = rows[0]
        np.subtract(rows[1:], rows[:-1], out=out[1:, 1:])
    return out
