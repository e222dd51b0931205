"""Colours as a person types them: hex, or rgb() as design programs copy it.

The forms are those of CSS Color 4 that need no colour science: `#rgb`, `#rrggbb` (section 5.2) and
`rgb(r, g, b)` with 0 to 255 (section 5.1). No transparency: a brand's colour stands on its own.
"""

from __future__ import annotations

import re

ACCEPTED = ("#0a7e8c", "#07c", "rgb(10, 126, 140)")

# For editors, which take a regular expression of ECMA 262 without flags.
PATTERN = r"^\s*(#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})|[rR][gG][bB]\(.*\))\s*$"

_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_RGB = re.compile(
    r"rgb\(\s*([0-9]{1,3})\s*[,\s]\s*([0-9]{1,3})\s*[,\s]\s*([0-9]{1,3})\s*\)", re.IGNORECASE
)


def hex_color(typed: str) -> str | None:
    """`#rrggbb` in lower case for what was typed, or None when it is not a colour."""
    typed = typed.strip()
    if found := _HEX.fullmatch(typed):
        digits = found[1].lower()
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    if found := _RGB.fullmatch(typed):
        channels = [int(channel) for channel in found.groups()]
        if max(channels) <= 255:
            return "#{:02x}{:02x}{:02x}".format(*channels)
    return None
