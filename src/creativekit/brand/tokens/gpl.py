"""GIMP Palette, for GIMP, Inkscape, Krita and Aseprite.

Lines of text: a magic line, `Name:`, `Columns:`, and for each colour three numbers and a name
(GIMP's devel-docs/gpl.txt). UTF-8. Lines are kept under 100 bytes, the most some readers take.
"""

from __future__ import annotations

from creativekit.brand.tokens.model import Tokens
from creativekit.brand.tokens.swatches import line, swatches
from creativekit.color.hex import channels

FILE = "swatches.gpl"

_COLUMNS = 11
_MOST_BYTES = 80


def gpl(tokens: Tokens) -> bytes:
    """The palette file."""
    lines = [
        "GIMP Palette",
        f"Name: {_cut(line(tokens.brand) or 'Brand')}",
        f"Columns: {_COLUMNS}",
        "#",
    ]
    for swatch in swatches(tokens):
        red, green, blue = channels(swatch.hex)
        lines.append(f"{red:3d} {green:3d} {blue:3d}\t{_cut(swatch.name)}")
    return ("\n".join(lines) + "\n").encode("utf-8")


def _cut(text: str) -> str:
    return text.encode("utf-8")[:_MOST_BYTES].decode("utf-8", "ignore").rstrip()
