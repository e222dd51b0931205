"""Tone: CIE L*, and the colour of a chroma and a hue that has exactly a wanted one.

Contrast is a matter of luminance alone, and L* is luminance spaced as the eye sees it, so a scale
locked to L* keeps its contrast whatever the hue. OKLab's own L does not: at L = 0.60 white text
reads between 3.5 and 4.9 to 1, by hue.

For a fixed chroma and hue, luminance is a cubic in OKLab L (each cone response is a cube of L plus
an offset), so finding L is a bisection on one polynomial. A chroma that sRGB cannot show at that
tone is bisected too; the hue stays. Source of the scale: CIE 15:2004, equations 8.3 and 8.4.
"""

from __future__ import annotations

import math
from functools import lru_cache

from creativekit.color.oklab import Triple, from_oklab, linear, to_hex

WHITE = "#ffffff"
BLACK = "#000000"

# What luminance makes of each cone response: the row of ITU-R BT.709 through from_oklab's matrix.
_LONG, _MEDIUM, _SHORT = (
    0.2126 * red + 0.7152 * green + 0.0722 * blue
    for red, green, blue in (
        (4.0767416621, -1.2684380046, -0.0041960863),
        (-3.3077115913, 2.6097574011, -0.7034186147),
        (0.2309699292, -0.3413193965, 1.7076147010),
    )
)


def luminance(color: str) -> float:
    """Relative luminance Y, 0 to 1, of a hex (ITU-R BT.709, as WCAG 2.2 takes it)."""
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def tone(color: str) -> float:
    """CIE L*, 0 (black) to 100 (white), of a hex."""
    return tone_of(luminance(color))


def tone_of(y: float) -> float:
    """CIE L* of a relative luminance."""
    return 116 * math.cbrt(y) - 16 if y > 216 / 24389 else y * 24389 / 27


def luminance_of(tone: float) -> float:
    """Relative luminance of a CIE L*."""
    return ((tone + 16) / 116) ** 3 if tone > 8 else tone * 27 / 24389


@lru_cache(maxsize=8192)
def solve(tone: float, chroma: float, hue: float) -> str:
    """The hex of CIE L* `tone` and of OKLCH `hue` (degrees) and `chroma`, as far as sRGB has it.

    The tone is kept to the rounding of the hex (within about 0.3); chroma gives way to the gamut.
    """
    if tone >= 100:
        return WHITE
    if tone <= 0:
        return BLACK
    wanted = luminance_of(tone)
    a, b = math.cos(math.radians(hue)), math.sin(math.radians(hue))
    rgb = _at(wanted, chroma, a, b)
    if not _in_gamut(rgb):
        inside, outside = 0.0, chroma
        while outside - inside > 0.0004:
            middle = (inside + outside) / 2
            if _in_gamut(_at(wanted, middle, a, b)):
                inside = middle
            else:
                outside = middle
        rgb = _at(wanted, inside, a, b)
    return to_hex(rgb)


def _at(wanted: float, chroma: float, a: float, b: float) -> Triple:
    a, b = a * chroma, b * chroma
    long = 0.3963377774 * a + 0.2158037573 * b
    medium = -0.1055613458 * a - 0.0638541728 * b
    short = -0.0894841775 * a - 1.2914855480 * b
    # Y = L³ + 3pL² + 3qL + r: the weights of the three cones add up to 1.
    p = 3 * (_LONG * long + _MEDIUM * medium + _SHORT * short)
    q = 3 * (_LONG * long**2 + _MEDIUM * medium**2 + _SHORT * short**2)
    r = _LONG * long**3 + _MEDIUM * medium**3 + _SHORT * short**3 - wanted
    low, high = 0.0, 1.0
    for _ in range(26):
        lightness = (low + high) / 2
        if ((lightness + p) * lightness + q) * lightness + r < 0:
            low = lightness
        else:
            high = lightness
    return from_oklab((low + high) / 2, a, b)


def _in_gamut(rgb: Triple) -> bool:
    # Half a step of an 8-bit channel near black is 0.00015 in linear light.
    return min(rgb) >= -0.0001 and max(rgb) <= 1.0001
