"""The colour of a field on white paper."""

from __future__ import annotations

from creativekit.color.oklab import oklch
from creativekit.color.tone import solve, tone

# CIE L* and OKLCH chroma of a field on white paper.
_FIELD_TONES = 96.6, 94.0
_FIELD_CHROMA = 0.018


def field_tint(surface: str, brand: str) -> str:
    """What a field is filled with: the brand's paper where that is a tint that shows on white and
    is calm under writing; else a darker one of the brand's colour, or a lighter one of the paper.
    """
    faintest, strongest = _FIELD_TONES
    own = tone(surface)
    if strongest <= own <= faintest:
        return surface
    _, chroma, hue = oklch(surface if own < strongest else brand)
    held = max(strongest, min(faintest, own))
    return solve(held, min(chroma, _FIELD_CHROMA), hue)
