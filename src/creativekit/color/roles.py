"""Roles: what each colour is for, in light and in dark.

The brand's own colour is the primary fill as it is, wherever it can be told from the paper: black
or white always reads on it. Where it cannot (near-white on paper, navy on night) the fill moves to
the nearest step that can, and the palette says so. Everything that is read is settled against what
it is read on, by tone: text 4.5, the main ink 7, outlines 3, on the darker and on the lighter
paper alike.

Tones that white text needs: at most 49.9 for 4.5, and 37.8 for 7; between 49.9 and 54.6 neither
white nor a tinted ink of tone 10 reads, and the ink is black.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

from creativekit.color import status
from creativekit.color.contrast import (
    TEXT,
    darkest_tone_above,
    lightest_tone_below,
    ratio,
    readable,
)
from creativekit.color.difference import difference
from creativekit.color.oklab import oklch
from creativekit.color.ramp import GREY_BELOW, STEPS, Ramp, drifted
from creativekit.color.scheme import Scheme, Tint
from creativekit.color.tone import WHITE, solve, tone
from creativekit.color.vision import apart

ROLES = (
    "primary",
    "on-primary",
    "primary-container",
    "on-primary-container",
    "primary-ink",
    "secondary",
    "on-secondary",
    "tertiary",
    "on-tertiary",
    "accent",
    "on-accent",
    "accent-ink",
    "surface",
    "surface-raised",
    "neutral",
    "ink",
    "ink-muted",
    "outline",
    "success",
    "on-success",
    "warning",
    "on-warning",
    "danger",
    "on-danger",
    "info",
    "on-info",
)

APART = (
    ("primary", "surface"),
    ("primary", "surface-raised"),
    ("accent", "primary"),
    ("accent", "surface"),
    ("accent", "surface-raised"),
    *itertools.combinations(status.NAMES, 2),
    *itertools.product(status.NAMES, ("primary", "accent", "surface", "surface-raised")),
)
"""Pairs of roles that every eye must tell apart."""

INK = 7.0
MUTED = TEXT
OUTLINE = 3.0

_CLEAR_OF_PAPER = 18.0
_CLEAR_TO_EVERY_EYE = 6.0
_FILL_ON_DARK = 3.0
_DEEPEST, _PALEST = 900, 100


@dataclass(frozen=True, slots=True)
class Paper:
    """Surfaces and what is printed on them, in one mode."""

    surface: str
    raised: str
    ink: str
    muted: str
    outline: str
    neutral: str


def paper(seed: str, scheme: Scheme, dark: bool) -> Paper:
    """The papers of a scheme for a seed, with inks settled to 7, 4.5 and 3."""
    if dark:
        tints = scheme.dark_surface, scheme.dark_surface_raised, scheme.dark_ink
    else:
        tints = scheme.surface, scheme.surface_raised, scheme.ink
    surface, raised = tinted(tints[0], seed), tinted(tints[1], seed)
    ink_tint = tints[2]
    hardest = (max if dark else min)((surface, raised), key=tone)
    ink = settled(ink_tint, seed, hardest, INK, dark)
    # Muted text and outlines keep the ink's hue; a share of the way back to the paper is enough
    # to set them back, and the promise decides where the share would fall short.
    way = tone(hardest) - tone(ink)
    soft = Tint(tone(ink) + way * 0.36, ink_tint.chroma * 1.1, ink_tint.hue)
    line = Tint(tone(ink) + way * 0.52, ink_tint.chroma, ink_tint.hue)
    step = 10 if dark else -7
    soft_fill = Tint(tints[0].tone + step, tints[0].chroma * 1.15, tints[0].hue)
    return Paper(
        surface,
        raised,
        ink,
        settled(soft, seed, hardest, MUTED, dark),
        settled(line, seed, hardest, OUTLINE, dark),
        tinted(soft_fill, seed),
    )


def tinted(tint: Tint, seed: str) -> str:
    """A tint's hex; in the seed's hue when it has none of its own, and then no more than a grey
    seed can lend it."""
    if tint.hue is not None:
        return solve(tint.tone, tint.chroma, tint.hue)
    _, chroma, hue = oklch(seed)
    lent = tint.chroma * min(1.0, chroma / 0.05)
    return solve(tint.tone, round(lent, 5), round(drifted(hue, tone(seed), tint.tone), 3))


def settled(tint: Tint, seed: str, ground: str, minimum: float, lighter: bool) -> str:
    """The tint's hex, moved in tone no further than it takes to read `minimum` on `ground`."""
    if lighter:
        own = max(tint.tone, darkest_tone_above(ground, minimum))
    else:
        own = min(tint.tone, lightest_tone_below(ground, minimum))
    # Rounding to a hex moves a tone by up to 0.3, so the promise is kept on the hex itself.
    while True:
        color = tinted(Tint(min(100.0, max(0.0, own)), tint.chroma, tint.hue), seed)
        if ratio(color, ground) >= minimum or not 0 < own < 100:
            return color
        own += 0.25 if lighter else -0.25


def primary_fill(seed: str, ramp: Ramp, papers: tuple[str, ...], dark: bool) -> str:
    """The seed itself where it is told from the papers, else the nearest step that is.

    A grey that vanishes into its paper goes to the other end of its ramp instead: a mid grey is
    nobody's brand.
    """
    if _is_fill(seed, papers, dark):
        return seed
    own = tone(seed)
    grey = oklch(seed)[1] < GREY_BELOW
    steps = [step for step in STEPS if _PALEST <= step <= _DEEPEST]
    if grey:
        steps.sort(key=lambda step: -abs(tone(ramp[step]) - own))
    else:
        steps.sort(key=lambda step: abs(tone(ramp[step]) - own))
    for step in steps:
        if _is_fill(ramp[step], papers, dark):
            return ramp[step]
    return ramp[_PALEST if dark else _DEEPEST]


def _is_fill(color: str, papers: tuple[str, ...], dark: bool) -> bool:
    return all(
        difference(color, paper) >= _CLEAR_OF_PAPER and apart(color, paper) >= _CLEAR_TO_EVERY_EYE
        for paper in papers
    ) and (not dark or ratio(color, papers[0]) >= _FILL_ON_DARK)


def readable_step(ramp: Ramp, fills: tuple[str, ...], dark: bool) -> str:
    """The most colourful step that reads as text on every fill: near 600 in light, 300 in dark."""
    order = (400, 300, 200, 100, 50) if dark else (600, 700, 800, 900, 950)
    for step in order:
        if all(ratio(ramp[step], fill) >= TEXT for fill in fills):
            return ramp[step]
    return readable(fills[0], (), TEXT)


def roles(
    ramps: Mapping[str, Ramp],
    papers: Paper,
    primary: str,
    accent: str,
    steps: Mapping[str, int],
    dark: bool,
) -> dict[str, str]:
    """All of `ROLES`, in that order, for one mode.

    primary: the brand's fill; steps: of the status ramps.
    """
    brand = ramps["primary"]
    both = (papers.surface, papers.raised)
    found = {
        "primary": primary,
        "primary-container": brand[800 if dark else 100],
        "on-primary-container": brand[100 if dark else 800],
        "primary-ink": readable_step(brand, both, dark),
        "secondary": ramps["secondary"][300 if dark else 800],
        "tertiary": ramps["tertiary"][300 if dark else 600],
        "accent": accent,
        "accent-ink": readable_step(ramps["accent"], both, dark),
        "surface": papers.surface,
        "surface-raised": papers.raised,
        "neutral": papers.neutral,
        "ink": papers.ink,
        "ink-muted": papers.muted,
        "outline": papers.outline,
    }
    for name in status.NAMES:
        found[name] = ramps[name][steps[name]]
    for name in ("primary", "secondary", "tertiary", "accent", *status.NAMES):
        found[f"on-{name}"] = readable(found[name], (WHITE, ramps[name][950]))
    return {role: found[role] for role in ROLES}
