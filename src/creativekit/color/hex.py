"""Hex notation of sRGB: what goes in, what comes out, and three channels in between.

Inside the package a colour is a string `#rrggbb` in lower case (CSS Color 4, section 5.2). What a
person typed is read by `project.color_text`, so that the schema and this room accept the same.
"""

from __future__ import annotations

from creativekit.errors import fail, msg
from creativekit.project import color_text


def normal(typed: str) -> str:
    """`#rrggbb`, lower case, of a colour as typed; raises InputError when it is not a colour."""
    found = color_text.hex_color(typed)
    if found is None:
        fail(msg("{found} is not a colour", found=repr(typed)), accepted=color_text.ACCEPTED)
    return found


def channels(color: str) -> tuple[int, int, int]:
    """Red, green, blue, 0 to 255, of a `#rrggbb`."""
    value = int(color[1:], 16)
    return value >> 16, value >> 8 & 255, value & 255


def from_channels(red: int, green: int, blue: int) -> str:
    """`#rrggbb` of three channels, 0 to 255."""
    return f"#{red:02x}{green:02x}{blue:02x}"
