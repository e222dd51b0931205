"""A photograph as layouts use it: the file's bytes, its size, where its subject is, a small copy.

Everything that is decided about a photograph (its crop, the ink on it) is measured on the small
copy, so a file is decoded once for all of a post's placements. What was measured is kept by the
digest of the bytes: a row of a table names the same photo again and again.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from creativekit.canvas.photo.focal import subject
from creativekit.canvas.pictures import LoadedPicture, load
from creativekit.errors import Message

Bytes = NDArray[np.uint8]

SIDE = 384
"""Longest side, px, of the small copy. JPEGs of phones are decoded to about this at a quarter."""

_LEAST = 96
"""Shortest side, px, that a panorama's small copy keeps where the file has it."""

_KEPT = 64


@dataclass(frozen=True, slots=True)
class Photograph:
    """One photograph, measured. Two are equal when their bytes, names and focal points are.

    data: the file. width, height: its px, upright. focal: where the subject is, fractions 0–1 of
    the upright picture from its left and top. small: sRGB (height, width, 3), not to be written
    to, its longest side about `SIDE` px (more for a panorama). opacity: (height, width) of the
    same, 0–255, where the file is transparent; None where all is opaque. digest: of the data.
    notes: what was changed in reading it, for the user.
    """

    data: bytes = field(repr=False, compare=False)
    file_name: str
    width: int
    height: int
    focal: tuple[float, float]
    small: Bytes = field(repr=False, compare=False)
    opacity: Bytes | None = field(repr=False, compare=False)
    digest: str
    notes: tuple[Message, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class _Measured:
    width: int
    height: int
    small: Bytes
    opacity: Bytes | None
    subject: tuple[float, float]
    notes: tuple[Message, ...]


_measured: OrderedDict[str, _Measured] = OrderedDict()


def photograph(data: bytes, file_name: str, focal: tuple[float, float] | None = None) -> Photograph:
    """Read and measure a photograph that a user brought.

    focal: where its subject is (fractions of the upright picture, brought into 0–1), when the user
    said so; else it is found. Raises InputError naming `file_name` as `canvas.pictures.load` does.
    """
    digest = hashlib.sha256(data).hexdigest()
    found = _measured.get(digest)
    if found is None:
        found = _measured[digest] = _measure(data, file_name)
        if len(_measured) > _KEPT:
            _measured.popitem(last=False)
    else:
        _measured.move_to_end(digest)
    if focal is not None:
        focal = min(1.0, max(0.0, focal[0])), min(1.0, max(0.0, focal[1]))
    return Photograph(
        data,
        file_name,
        found.width,
        found.height,
        found.subject if focal is None else focal,
        found.small,
        found.opacity,
        digest,
        found.notes,
    )


def _measure(data: bytes, file_name: str) -> _Measured:
    loaded = load(data, file_name, longest=SIDE)
    if min(loaded.image.size) < _LEAST < min(loaded.width, loaded.height):
        # A panorama: its crops are a small part of it, and must have pixels to measure.
        wanted = _LEAST * max(loaded.width, loaded.height) / min(loaded.width, loaded.height)
        loaded = load(data, file_name, longest=min(4 * SIDE, round(wanted)))
    small, opacity = _split(loaded)
    return _Measured(
        loaded.width, loaded.height, small, opacity, subject(small, opacity), loaded.notes
    )


def _split(loaded: LoadedPicture) -> tuple[Bytes, Bytes | None]:
    pixels: Bytes = np.array(loaded.image)
    small = np.ascontiguousarray(pixels[..., :3])
    opacity = np.ascontiguousarray(pixels[..., 3]) if pixels.shape[2] == 4 else None
    for array in (small, opacity):
        if array is not None:
            array.setflags(write=False)
    return small, opacity
