"""ΔE2000: how far apart two colours look.

CIE 142:2001 and its corrected form, CIE 214:2014, with the reference data of Sharma, Wu and Dalal
(2005), which the tests check. About 1 is just noticeable side by side; 5 is the least that tells
two areas of a drawing apart, 20 is another colour.

Own arithmetic rather than coloraide's: a palette asks for about a thousand differences, which cost
3 µs each here and 53 µs there, and importing coloraide alone takes 145 ms of every run. Tests hold
the two equal.
"""

from __future__ import annotations

import math
from functools import lru_cache

from creativekit.color.oklab import Triple, linear

_D65 = (0.95047, 1.0, 1.08883)
_TWENTY_FIVE = 25.0**7


def cielab(rgb: Triple) -> Triple:
    """CIE L*, a*, b* under D65 of linear light (IEC 61966-2-1 to XYZ, CIE 15:2004)."""
    red, green, blue = rgb
    x = _root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / _D65[0])
    y = _root(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    z = _root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / _D65[2])
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(value: float) -> float:
    return math.cbrt(value) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def difference(first: str, second: str) -> float:
    """ΔE2000 between two hexes: 0 to about 100."""
    return delta_e(_lab_of(first), _lab_of(second))


@lru_cache(maxsize=4096)
def _lab_of(color: str) -> Triple:
    return cielab(linear(color))


def delta_e(first: Triple, second: Triple) -> float:
    """ΔE2000 between two CIE L*a*b* colours, all weights 1."""
    l1, a1, b1 = first
    l2, a2, b2 = second
    mean7 = ((math.hypot(a1, b1) + math.hypot(a2, b2)) / 2) ** 7
    stretch = 1.5 - 0.5 * math.sqrt(mean7 / (mean7 + _TWENTY_FIVE))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1 = math.degrees(math.atan2(b1, a1)) % 360 if c1 else 0.0
    h2 = math.degrees(math.atan2(b2, a2)) % 360 if c2 else 0.0

    turn, mean_hue = 0.0, h1 + h2
    if c1 and c2:
        turn = h2 - h1
        if turn > 180:
            turn -= 360
        elif turn < -180:
            turn += 360
        if abs(h1 - h2) > 180:
            mean_hue += 360 if mean_hue < 360 else -360
        mean_hue /= 2
    by_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))

    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    weight = (
        1
        - 0.17 * math.cos(math.radians(mean_hue - 30))
        + 0.24 * math.cos(math.radians(2 * mean_hue))
        + 0.32 * math.cos(math.radians(3 * mean_hue + 6))
        - 0.20 * math.cos(math.radians(4 * mean_hue - 63))
    )
    middle = (mean_l - 50) ** 2
    by_l = (l2 - l1) / (1 + 0.015 * middle / math.sqrt(20 + middle))
    by_c = (c2 - c1) / (1 + 0.045 * mean_c)
    by_hue /= 1 + 0.015 * mean_c * weight
    mean7 = mean_c**7
    rotation = (
        -2
        * math.sqrt(mean7 / (mean7 + _TWENTY_FIVE))
        * math.sin(math.radians(60 * math.exp(-(((mean_hue - 275) / 25) ** 2))))
    )
    return math.sqrt(max(0.0, by_l**2 + by_c**2 + by_hue**2 + rotation * by_c * by_hue))
