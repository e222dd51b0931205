"""Adobe Swatch Exchange, for Illustrator, InDesign, Photoshop and Affinity.

As read by those programs (Adobe publishes no text of it): big-endian; `ASEF`, version 1.0, a count
of blocks; a group opens with 0xC001 and closes with 0xC002, a colour is 0x0001. Names are UTF-16,
ended by a NUL that the length counts; a colour is its model, 32-bit floats, and a kind (2: normal).
"""

from __future__ import annotations

import struct
from itertools import groupby

from creativekit.brand.tokens.model import Tokens
from creativekit.brand.tokens.swatches import Swatch, swatches
from creativekit.color.hex import channels

FILE = "swatches.ase"

_OPEN, _CLOSE, _COLOR = 0xC001, 0xC002, 0x0001
_NORMAL = 2


def ase(tokens: Tokens) -> bytes:
    """The swatch file, in groups."""
    blocks = []
    for group, members in groupby(swatches(tokens), key=lambda swatch: swatch.group):
        blocks.append(_block(_OPEN, name(group)))
        blocks.extend(_block(_COLOR, _color(member)) for member in members)
        blocks.append(_block(_CLOSE, b""))
    return b"ASEF" + struct.pack(">HHI", 1, 0, len(blocks)) + b"".join(blocks)


def name(text: str) -> bytes:
    """A length in UTF-16 units, NUL counted, and the text."""
    encoded = text.encode("utf-16-be") + b"\0\0"
    return struct.pack(">H", len(encoded) // 2) + encoded


def _block(kind: int, content: bytes) -> bytes:
    return struct.pack(">HI", kind, len(content)) + content


def _color(swatch: Swatch) -> bytes:
    values = (channel / 255 for channel in channels(swatch.hex))
    return name(swatch.name) + b"RGB " + struct.pack(">3fH", *values, _NORMAL)
