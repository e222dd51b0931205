"""Adobe Photoshop Color, both versions in one file, as Photoshop writes it.

Adobe Photoshop File Formats Specification, "Color swatches": big-endian; a version, a count, and
for each colour its space (0: RGB) and four 16-bit values, of which RGB uses three. Version 1 has no
names and stands first for old readers; version 2 repeats the colours, each followed by a 32-bit
length in UTF-16 units, NUL counted, and the name.
"""

from __future__ import annotations

import struct

from creativekit.brand.tokens.model import Tokens
from creativekit.brand.tokens.swatches import Swatch, swatches
from creativekit.color.hex import channels

FILE = "swatches.aco"

_RGB = 0


def aco(tokens: Tokens) -> bytes:
    """The swatch file."""
    listed = swatches(tokens)
    first = struct.pack(">HH", 1, len(listed)) + b"".join(map(_color, listed))
    second = struct.pack(">HH", 2, len(listed)) + b"".join(
        _color(swatch) + _name(swatch.name) for swatch in listed
    )
    return first + second


def _color(swatch: Swatch) -> bytes:
    # 255 becomes 65535: times 257 fills both bytes alike.
    return struct.pack(">5H", _RGB, *(channel * 257 for channel in channels(swatch.hex)), 0)


def _name(text: str) -> bytes:
    encoded = text.encode("utf-16-be") + b"\0\0"
    return struct.pack(">I", len(encoded) // 2) + encoded
