"""The accent: the one hot colour that is not the brand's, kept well clear of it.

A style names the accents it likes in order. The first is taken that is another colour than the
brand's fill and than the papers, to every eye, a little lighter or darker if that is what it
takes; when none is, they are tried farther from their tone, and in the end the best that can be
had is taken. One hue serves light and dark, so that a brand has one accent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from creativekit.color.contrast import ratio
from creativekit.color.difference import difference
from creativekit.color.scheme import Accent
from creativekit.color.tone import solve
from creativekit.color.vision import apart

# ΔE2000. In normal vision an accent is another colour than the brand's, not a shade of it.
CLEAR = 26.0
CLEAR_OF_PAPER = 18.0
CLEAR_TO_EVERY_EYE = 10.0

_SMALL_SHIFTS = (0.0, 4.0, -4.0, 8.0, -8.0)
_SHIFTS = (*_SMALL_SHIFTS, 13.0, -13.0, 18.0, -18.0, 24.0, -24.0, 32.0, -32.0)
_LEAST_DARK_TONE = 62.0


@dataclass(frozen=True, slots=True)
class Ground:
    """What the accent meets in one mode: the brand's fill and the papers (hexes)."""

    primary: str
    papers: tuple[str, ...]
    dark: bool
    contrast: float = 1.0


@dataclass(frozen=True, slots=True)
class Chosen:
    """The accent's hex on each ground, and which of the liked ones it is."""

    colors: tuple[str, ...]
    index: int


def choose(accents: Sequence[Accent], hue: float | None, grounds: Sequence[Ground]) -> Chosen:
    """The accent for a brand of `hue` (None for a grey brand) on every ground."""
    liked = [(index, accent) for index, accent in enumerate(accents) if _possible(accent, hue)]
    # A grey brand has no hue to turn from; an accent that needs one counts from 0.
    liked = liked or list(enumerate(accents))
    best: tuple[float, Chosen] | None = None
    for shifts in (_SMALL_SHIFTS, _SHIFTS):
        for index, accent in liked:
            picked = [_best_shift(accent, hue, ground, shifts) for ground in grounds]
            margin = min(margin for margin, _ in picked)
            chosen = Chosen(tuple(color for _, color in picked), index)
            if margin >= 1:
                return chosen
            if best is None or margin > best[0]:
                best = (margin, chosen)
    assert best is not None  # a scheme has at least one accent
    return best[1]


def _possible(accent: Accent, hue: float | None) -> bool:
    return accent.hue is not None or hue is not None


def _best_shift(
    accent: Accent, hue: float | None, ground: Ground, shifts: Iterable[float]
) -> tuple[float, str]:
    best = (-1.0, "")
    for shift in shifts:
        color = _color(accent, hue, ground.dark, shift)
        margin = _margin(color, ground)
        if margin >= 1:
            return margin, color
        if margin > best[0]:
            best = (margin, color)
    return best


def _color(accent: Accent, hue: float | None, dark: bool, shift: float) -> str:
    own = accent.hue if accent.hue is not None else ((hue or 0.0) + (accent.turn or 0.0)) % 360
    tone = accent.tone
    if dark:
        tone = accent.dark_tone if accent.dark_tone is not None else max(tone, _LEAST_DARK_TONE)
    return solve(min(94.0, max(20.0, tone + shift)), accent.chroma, round(own, 3))


def _margin(color: str, ground: Ground) -> float:
    """How far past the least needed the accent is; 1 or more is clear of everything."""
    return min(
        difference(color, ground.primary) / CLEAR,
        ratio(color, ground.primary) / ground.contrast,
        _over(apart(color, other) for other in (ground.primary, *ground.papers)),
        min(difference(color, paper) for paper in ground.papers) / CLEAR_OF_PAPER,
    )


def _over(differences: Iterable[float]) -> float:
    return min(differences) / CLEAR_TO_EVERY_EYE
