"""Colour-vision deficiency: what a dichromat sees, and whether colours still stand apart.

Protanopia and deuteranopia after Viénot, Brettel and Mollon (1999): in the cone space of Smith and
Pokorny, the missing cone's response is what the other two predict on one plane. Tritanopia after
Brettel, Viénot and Mollon (1997): two half-planes, hinged on the neutral axis, because one plane
misjudges it. Full dichromacy is simulated: what it can tell apart, milder anomalies can.

Own arithmetic for the reason given in `difference`; tests hold it equal to coloraide's filters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal

from creativekit.color.difference import cielab, delta_e
from creativekit.color.oklab import Triple, linear, to_hex

Vision = Literal["normal", "protan", "deutan", "tritan"]
VISIONS: tuple[Vision, ...] = ("normal", "protan", "deutan", "tritan")

FAILS_BELOW = 5.0
WARNS_BELOW = 8.0


def _protan(long: float, medium: float, short: float) -> Triple:
    return 2.02344 * medium - 2.52581 * short, medium, short


def _deutan(long: float, medium: float, short: float) -> Triple:
    return long, 0.494207 * long + 1.24827 * short, short


def _tritan(long: float, medium: float, short: float) -> Triple:
    # The half-planes through 660 nm and 485 nm; the hinge is the plane of neutrals.
    if 0.344781556122 * long - 0.655178443878 * medium > 0:
        return long, medium, -0.00257385 * long + 0.05365611 * medium
    return long, medium, -0.06011046 * long + 0.16298640 * medium


_FILTERS: dict[Vision, Callable[[float, float, float], Triple]] = {
    "protan": _protan,
    "deutan": _deutan,
    "tritan": _tritan,
}


def _clip(rgb: Triple) -> Triple:
    red, green, blue = (min(1.0, max(0.0, value)) for value in rgb)
    return red, green, blue


def simulated(rgb: Triple, vision: Vision) -> Triple:
    """Linear light as `vision` sees it, brought into gamut by clipping."""
    if vision == "normal":
        return rgb
    red, green, blue = rgb
    long, medium, short = _FILTERS[vision](
        17.8824 * red + 43.5161 * green + 4.11935 * blue,
        3.45565 * red + 27.1554 * green + 3.86714 * blue,
        0.0299566 * red + 0.184309 * green + 1.46709 * blue,
    )
    return _clip(
        (
            0.0809444479 * long - 0.130504409 * medium + 0.116721066 * short,
            -0.0102485335 * long + 0.0540193266 * medium - 0.113614708 * short,
            -0.000365296938 * long - 0.00412161469 * medium + 0.693511405 * short,
        )
    )


def seen(color: str, vision: Vision) -> str:
    """The hex that shows what `vision` sees of a hex."""
    return color if vision == "normal" else to_hex(simulated(linear(color), vision))


@lru_cache(maxsize=8192)
def _lab_seen(color: str, vision: Vision) -> Triple:
    return cielab(simulated(linear(color), vision))


def difference_seen(first: str, second: str, vision: Vision) -> float:
    """ΔE2000 between two hexes as `vision` sees them."""
    return delta_e(_lab_seen(first, vision), _lab_seen(second, vision))


@lru_cache(maxsize=16384)
def apart(first: str, second: str) -> float:
    """The least ΔE2000 between two hexes over normal vision and the three deficiencies."""
    return min(difference_seen(first, second, vision) for vision in VISIONS)


def apart_from_all(color: str, others: Iterable[str]) -> float:
    """The least `apart` between a hex and any of `others`; infinite when there are none."""
    return min((apart(color, other) for other in others), default=float("inf"))
