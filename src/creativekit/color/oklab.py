"""sRGB, linear light, OKLab and its polar form OKLCH, in plain floats.

OKLab is Björn Ottosson's (2020, https://bottosson.github.io/posts/oklab/, the matrices fitted to
D65); the sRGB transfer curve is IEC 61966-2-1. Plain floats and a table of 256 channel values: a
palette asks for a few thousand conversions of single colours, where an array library costs more
in calls than it saves in arithmetic (and 270 ms to import).
"""

from __future__ import annotations

import math

from creativekit.color.hex import channels, from_channels

Triple = tuple[float, float, float]


def _expand(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


_LINEAR = tuple(_expand(value / 255) for value in range(256))


def linear(color: str) -> Triple:
    """Linear-light red, green, blue, 0 to 1, of a `#rrggbb`."""
    red, green, blue = channels(color)
    return _LINEAR[red], _LINEAR[green], _LINEAR[blue]


def to_hex(rgb: Triple) -> str:
    """The nearest `#rrggbb` of linear light; what is out of gamut is clipped."""
    return from_channels(*(round(255 * _compress(min(1.0, max(0.0, value)))) for value in rgb))


def _compress(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def oklab(rgb: Triple) -> Triple:
    """OKLab L (0 to 1), a, b of linear light."""
    red, green, blue = rgb
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def from_oklab(lightness: float, a: float, b: float) -> Triple:
    """Linear light of an OKLab colour; channels leave 0 to 1 when it is out of gamut."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def oklch(color: str) -> Triple:
    """OKLCH lightness (0 to 1), chroma (0 to about 0.32 in sRGB) and hue (degrees) of a hex."""
    lightness, a, b = oklab(linear(color))
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def hue_difference(first: float, second: float) -> float:
    """Signed shortest turn in degrees, -180 to 180, that takes `first` to `second`."""
    return (second - first + 180) % 360 - 180
