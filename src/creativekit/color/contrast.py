"""Contrast ratio as WCAG 2.2 defines it, and the ink that a fill can carry.

https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. Text needs 4.5 (1.4.3), large text and graphics
3 (1.4.3, 1.4.11), text at level AAA 7 (1.4.6). One of black and white always reaches 4.58 (the
root of 21), so an ink exists for every fill.
"""

from __future__ import annotations

from collections.abc import Iterable

from creativekit.color.tone import BLACK, WHITE, luminance, tone_of

TEXT = 4.5
LARGE_TEXT = 3.0
GRAPHICS = 3.0
ENHANCED_TEXT = 7.0


def ratio(first: str, second: str) -> float:
    """Contrast between two hexes, 1 to 21, whichever is the lighter."""
    one, other = luminance(first), luminance(second)
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def black_or_white(fill: str) -> str:
    """Black or white, whichever reads better on `fill`: always at least 4.58."""
    return max((WHITE, BLACK), key=lambda ink: ratio(ink, fill))


def readable(fill: str, inks: Iterable[str], minimum: float = TEXT) -> str:
    """The first of `inks` that reaches `minimum` on `fill`, else black or white."""
    for ink in inks:
        if ratio(ink, fill) >= minimum:
            return ink
    return black_or_white(fill)


def darkest_tone_above(fill: str, minimum: float) -> float:
    """The lowest CIE L* that is lighter than `fill` by `minimum`; above 100 when none is."""
    return tone_of((luminance(fill) + 0.05) * minimum - 0.05)


def lightest_tone_below(fill: str, minimum: float) -> float:
    """The highest CIE L* that is darker than `fill` by `minimum`; below 0 when none is."""
    return tone_of((luminance(fill) + 0.05) / minimum - 0.05)
