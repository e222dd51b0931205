"""The colour of a layer: a role of the palette, a step of a ramp, or a gradient between them.

A template never names a colour by its hex: it is written for every brand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from creativekit.color.palette import RAMPS
from creativekit.color.ramp import STEPS
from creativekit.color.roles import ROLES
from creativekit.errors import Message, msg, nearest

DEFAULT_ANGLE = 180.0
LEAST_COLORS, MOST_COLORS = 2, 4

COLORS = (*ROLES, *(f"{ramp}-{step}" for ramp in RAMPS for step in STEPS))
"""Every name of a colour: roles and, such as "primary-600", ramp steps."""

_GRADIENT = re.compile(r"gradient\((.*)\)")
_ANGLE = re.compile(r"(-?\d{1,3}(?:\.\d{1,3})?)deg")


@dataclass(frozen=True, slots=True)
class Fill:
    """One colour, or two to four from one end to the other.

    colors: of `COLORS`. angle: degrees, as in CSS (css-images-3, linear-gradient): 0 goes up, 90 to
    the right, 180 down; means nothing for one colour.
    """

    colors: tuple[str, ...]
    angle: float = DEFAULT_ANGLE


class FillError(ValueError):
    """A fill that cannot be read; `message` says why, `accepted` and `nearest` what would do."""

    def __init__(
        self, message: Message, accepted: tuple[str, ...] = (), near: str | None = None
    ) -> None:
        super().__init__(str(message))
        self.message = message
        self.accepted = accepted
        self.nearest = near


def parsed(text: str) -> Fill:
    """`"primary"`, `"accent-200"`, `"gradient(primary, tertiary, 135deg)"`. Raises FillError."""
    gradient = _GRADIENT.fullmatch(text.strip())
    if gradient is None:
        return Fill((_color(text.strip()),))
    names = [part.strip() for part in gradient[1].split(",")]
    angle = DEFAULT_ANGLE
    if (turned := _ANGLE.fullmatch(names[-1])) is not None:
        angle = float(turned[1]) % 360
        names.pop()
    if not LEAST_COLORS <= len(names) <= MOST_COLORS:
        raise FillError(
            msg(
                "a gradient goes through {least} to {most} colours:"
                " gradient(primary, tertiary, 135deg)",
                least=LEAST_COLORS,
                most=MOST_COLORS,
            )
        )
    return Fill(tuple(_color(name) for name in names), angle)


def _color(name: str) -> str:
    if name in COLORS:
        return name
    if name.startswith("#"):
        raise FillError(
            msg("a template names colours by what they are for, not as {found}", found=name[:20]),
            ROLES,
        )
    raise FillError(
        msg("there is no colour '{found}'", found=name[:40]), ROLES, nearest(name, COLORS)
    )
