"""How large a picture is, from the first bytes of its file, without decoding it.

PNG: W3C PNG, 11.2.1 (IHDR). GIF: GIF89a, section 18. JPEG: ITU-T T.81, B.2.2 (start of frame).
WebP: Google's RIFF container specification (VP8, VP8L, VP8X).
"""

from __future__ import annotations

import struct
from typing import NamedTuple

# A JPEG may carry profiles and previews before its frame; further than this is not looked.
LOOKED = 1_000_000
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})


class PictureSize(NamedTuple):
    """kind: PNG, JPEG, GIF or WebP; the rest in pixels."""

    kind: str
    width: int
    height: int


def picture_size(data: bytes) -> PictureSize | None:
    """The size, or None for another kind of file, a damaged one, or one cut too early."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR":
            return _some("PNG", *struct.unpack_from(">II", data, 16))
        if data.startswith((b"GIF87a", b"GIF89a")):
            return _some("GIF", *struct.unpack_from("<HH", data, 6))
        if data.startswith(b"\xff\xd8"):
            return _jpeg(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
    except (struct.error, IndexError):
        pass
    return None


def _some(kind: str, width: int, height: int) -> PictureSize | None:
    return PictureSize(kind, width, height) if width > 0 and height > 0 else None


def _jpeg(data: bytes) -> PictureSize | None:
    at = 2
    while at < min(len(data), LOOKED):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _ALONE:
            at += 2
        elif marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return _some("JPEG", width, height)
        else:
            (length,) = struct.unpack_from(">H", data, at + 2)
            if length < 2:
                return None
            at += 2 + length
    return None


def _webp(data: bytes) -> PictureSize | None:
    chunk = data[12:16]
    if chunk == b"VP8X":
        width = int.from_bytes(data[24:27], "little") + 1
        height = int.from_bytes(data[27:30], "little") + 1
        return _some("WebP", width, height) if len(data) >= 30 else None
    if chunk == b"VP8L" and data[20] == 0x2F:
        (bits,) = struct.unpack_from("<I", data, 21)
        return _some("WebP", (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1)
    if chunk == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", data, 26)
        return _some("WebP", width & 0x3FFF, height & 0x3FFF)
    return None
