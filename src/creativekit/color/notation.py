"""A colour written out for people: RGB, OKLCH, and an approximate CMYK.

The CMYK is the naive one (PostScript Language Reference, section 7.2.4): no ink and no paper are
asked. A press profile gives other numbers, so it is always printed as approximate. Black and the
greys are set in black ink alone: text in four inks would blur at the least misregister.
"""

from __future__ import annotations

from creativekit.color.hex import channels
from creativekit.color.oklab import oklch


def rgb(color: str) -> str:
    """`10 126 140`."""
    return " ".join(str(channel) for channel in channels(color))


def oklch_text(color: str) -> str:
    """`0.54 0.094 207`: lightness, chroma, hue in degrees; a grey has the hue 0."""
    lightness, chroma, hue = oklch(color)
    grey = round(chroma, 3) == 0
    return f"{lightness:.2f} {0.0 if grey else chroma:.3f} {0 if grey else round(hue) % 360}"


def cmyk(color: str) -> tuple[int, int, int, int]:
    """Approximate cyan, magenta, yellow and black, in percent."""
    parts = [channel / 255 for channel in channels(color)]
    light = max(parts)
    black = round((1 - light) * 100)
    if light == 0 or light - min(parts) < 0.02:
        return 0, 0, 0, black
    cyan, magenta, yellow = (round((light - part) / light * 100) for part in parts)
    return cyan, magenta, yellow, black
