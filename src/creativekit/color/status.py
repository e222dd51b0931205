"""Status colours: success, warning, danger, info, that nobody mistakes for one another.

Each keeps the hue that people know, pulled towards the brand by at most 15 degrees so that the
four belong to it (as Material's harmonize does, 2021). They sit on different tones, and not only
on different hues, because to a dichromat a green and a red of one tone are one colour. Which tone
each takes is the repair: the usual ones where they stand apart from each other, from the brand's
own fills and from the papers, the nearest that do where they do not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from creativekit.color.oklab import hue_difference
from creativekit.color.ramp import Ramp, ramp
from creativekit.color.tone import solve
from creativekit.color.vision import FAILS_BELOW, WARNS_BELOW, apart, apart_from_all

NAMES = ("success", "warning", "danger", "info")

_SEEDS = {
    "success": (52.0, 0.155, 151.0),
    "warning": (80.0, 0.165, 76.0),
    "danger": (50.0, 0.215, 26.0),
    "info": (54.0, 0.15, 252.0),
}

# Degrees at most; red less, because orange already means a warning.
_PULL = {"success": 15.0, "warning": 15.0, "danger": 8.0, "info": 15.0}
# A brand on the other side of the wheel pulls neither way; from here on the pull fades.
_FADES_FROM = 120.0

# Steps in order of liking. The first of each keep 5.7 (light) and 9.4 (dark) between any two of
# them for brands of every hue; red lies deep, because a protanope sees it a good deal darker.
_LIGHT = {
    "success": (600, 700, 500, 800, 400, 300, 900),
    "warning": (400, 300, 500, 200, 600, 100),
    "danger": (700, 500, 600, 800, 400, 900),
    "info": (500, 600, 400, 700, 300, 800, 900),
}
_DARK = {
    "success": (400, 300, 500, 600, 200, 100, 700),
    "warning": (200, 300, 100, 400, 500),
    "danger": (600, 500, 400, 300, 700, 200),
    "info": (500, 300, 400, 600, 200, 100, 700),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The steps taken, the usual ones, and the least difference they leave (ΔE2000)."""

    steps: Mapping[str, int]
    usual: Mapping[str, int]
    least: float


def ramps(hue: float | None) -> dict[str, Ramp]:
    """The four ramps for a brand of `hue` (degrees; None for a grey brand)."""
    made = {}
    for name, (tone, chroma, own) in _SEEDS.items():
        if hue is not None:
            own += _pull(hue_difference(own, hue), _PULL[name])
        made[name] = ramp(solve(tone, chroma, round(own, 3) % 360))
    return made


def _pull(turn: float, most: float) -> float:
    fade = min(1.0, (180 - abs(turn)) / (180 - _FADES_FROM))
    return max(-most, min(most, turn / 2)) * fade


def choose(ramps: Mapping[str, Ramp], dark: bool, others: Sequence[str]) -> Choice:
    """One step for each status, apart from each other and from `others` (hexes).

    The usual steps when no pair of theirs is nearer than `FAILS_BELOW`. Else what moves the
    fewest: up to two, if that leaves no pair nearer than `WARNS_BELOW`; else as many as it takes
    for `FAILS_BELOW`; else, when nothing does, the steps whose nearest pair is farthest.
    """
    table = _DARK if dark else _LIGHT
    usual = {name: table[name][0] for name in NAMES}
    best: tuple[float, tuple[int, ...]] | None = None
    passing: tuple[float, tuple[int, ...]] | None = None
    for moved, steps in _orders(dark):
        if passing is not None and moved > 2:
            break
        colors = [ramps[name][step] for name, step in zip(NAMES, steps, strict=True)]
        least = _least(colors, others, best[0] if best else 0.0)
        if least >= (WARNS_BELOW if moved else FAILS_BELOW):
            return Choice(dict(zip(NAMES, steps, strict=True)), usual, least)
        if passing is None and least >= FAILS_BELOW:
            passing = (least, steps)
        if best is None or least > best[0]:
            best = (least, steps)
    assert best is not None  # there is at least one order
    least, steps = passing or best
    return Choice(dict(zip(NAMES, steps, strict=True)), usual, least)


def _least(colors: Sequence[str], others: Sequence[str], enough: float) -> float:
    """The least difference; stops early once it is no better than `enough`."""
    least = float("inf")
    for index, color in enumerate(colors):
        least = min(least, apart_from_all(color, others))
        for other in colors[:index]:
            least = min(least, apart(color, other))
        if least <= enough:
            return least
    return least


@cache
def _orders(dark: bool) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """How many statuses move, and the four steps; fewest moved first, then most liked."""
    table = _DARK if dark else _LIGHT
    orders = []
    for choice in product(*(enumerate(table[name]) for name in NAMES)):
        ranks, steps = zip(*choice, strict=True)
        if len(set(steps)) == len(NAMES):
            orders.append((sum(map(bool, ranks)), sum(ranks), steps))
    return tuple((moved, steps) for moved, _, steps in sorted(orders))
