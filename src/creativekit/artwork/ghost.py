"""A ghost: a colour so near its ground that words may stand on it.

What is pressed into felt or printed tone on tone is seen as a surface, not as a figure. It goes
the way that the ink does not: words on it read a little better than on the bare ground, not worse.
"""

from __future__ import annotations

from creativekit.color.contrast import ratio
from creativekit.color.tone import luminance

FAINT = 1.13
"""Contrast of a ghost with its ground: felt by the eye and under 1.2, where figures begin."""

# Below this nobody sees it.
_LEAST = 1.08
_ROUNDS = 10


def ghost(ground: str, ink: str, contrast: float = FAINT) -> str:
    """The hex that differs from `ground` by about `contrast` and lies away from `ink`.

    On a ground that is nearly as dark or as pale as can be it lies towards the ink.
    """
    away = "#000000" if luminance(ink) > luminance(ground) else "#ffffff"
    toward = away if ratio(away, ground) >= _LEAST else ink
    low, high = 0.0, 1.0
    for _ in range(_ROUNDS):
        share = (low + high) / 2
        if ratio(mixed(ground, toward, share), ground) < contrast:
            low = share
        else:
            high = share
    return mixed(ground, toward, low)


def mixed(one: str, other: str, share: float) -> str:
    """`share` (0–1) of `other` mixed into `one`, by sRGB channel: as two paints printed over."""
    channels = (
        round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)
