"""A ramp: eleven steps from one seed, whose contrast is known before a colour is.

Every step sits on a fixed CIE L* tone, so white reads at least 4.5 on step 600 and 7 on 700, and
steps five, six and seven apart keep 3, 4.5 and 7 between them, for every seed. (Scales drawn by
hand do not: white on the 600s of a well-known one reads from 2.9 to 6.5.) Chroma swells towards
the middle and is re-centred so that the step nearest to the seed has the seed's own. Yellows and
oranges turn warmer as they darken, as pigments do; held at their hue they would go olive.

A pale tint keeps so little chroma that its deeper steps would be dust; what a blush means is rose.
So below the seed's own step the chroma of a tint grows to what its hue needs to be seen, `SPOKEN`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from creativekit.color.hex import normal
from creativekit.color.oklab import oklch
from creativekit.color.tone import solve, tone

STEPS = (50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950)
TONES = (98.0, 95.0, 90.0, 82.0, 72.0, 59.0, 47.5, 35.5, 27.0, 19.0, 11.0)
CHROMA = (0.18, 0.32, 0.55, 0.8, 0.95, 1.0, 1.0, 0.92, 0.8, 0.65, 0.5)

SPOKEN = 0.13
"""OKLCH chroma that the fullest steps of a pale tint's ramp grow to."""

GREY_BELOW = 0.02
"""OKLCH chroma under which a colour has no hue that anybody would name."""

_PALE_FROM = 80.0

_DRIFT_FROM, _DRIFT_TO = 55.0, 115.0
_DRIFT_GOAL, _DRIFT_MOST = 48.0, 45.0
_DRIFT_FLOOR = 12.0
_TURNED_FROM = 85.0


@dataclass(frozen=True, slots=True)
class Ramp:
    """Eleven hexes, light to dark. `ramp[600]` is one step; iterating gives (step, hex).

    KeyError for a step that is none of `STEPS`.
    """

    seed: str
    steps: tuple[str, ...]

    def __getitem__(self, step: int) -> str:
        if step not in STEPS:
            raise KeyError(step)
        return self.steps[STEPS.index(step)]

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return iter(zip(STEPS, self.steps, strict=True))


def ramp(seed: str, chroma: float = 1.0, turn: float = 0.0) -> Ramp:
    """The ramp of a hex, with its chroma times `chroma` and its hue turned by `turn` degrees."""
    seed = normal(seed)
    return _ramp(seed, chroma, turn)


@lru_cache(maxsize=1024)
def _ramp(seed: str, chroma: float, turn: float) -> Ramp:
    _, own_chroma, hue = oklch(seed)
    own_chroma *= chroma
    hue = (hue + turn) % 360
    own_tone = tone(seed)
    own_index = nearest_index(own_tone)
    full = own_chroma / CHROMA[own_index]
    grown = full * _growth(seed)
    # A colour that a person chose may be a dark yellow; one that was only turned there is yellow
    # as yellow lives, in the light.
    drifts_from = own_tone if turn == 0 else max(own_tone, _TURNED_FROM)
    steps = (
        solve(
            step_tone,
            (grown if index > own_index else full) * factor,
            drifted(hue, drifts_from, step_tone),
        )
        for index, (step_tone, factor) in enumerate(zip(TONES, CHROMA, strict=True))
    )
    return Ramp(seed, tuple(steps))


def _growth(seed: str) -> float:
    """How much chroma the steps deeper than a pale tint gain; 1 for a grey and for any colour
    that has enough of its own."""
    own_tone, (_, chroma, _) = tone(seed), oklch(seed)
    if own_tone < _PALE_FROM or chroma < GREY_BELOW:
        return 1.0
    full = chroma / CHROMA[nearest_index(own_tone)]
    sure = min(1.0, (chroma - GREY_BELOW / 2) / GREY_BELOW)
    return max(1.0, SPOKEN * sure / full)


def nearest_step(color: str) -> int:
    """The step whose tone is nearest to that of a hex; of two as near, the lighter."""
    return STEPS[nearest_index(tone(color))]


def nearest_index(own_tone: float) -> int:
    """Index into `STEPS` of the tone nearest to `own_tone`."""
    return min(range(len(TONES)), key=lambda index: abs(TONES[index] - own_tone))


def drifted(hue: float, own_tone: float, step_tone: float) -> float:
    """The hue (degrees) that a seed of `hue` and `own_tone` takes at a darker tone."""
    if not _DRIFT_FROM <= hue <= _DRIFT_TO or step_tone >= own_tone or own_tone <= _DRIFT_FLOOR:
        return hue
    most = min(_DRIFT_MOST, hue - _DRIFT_GOAL)
    return hue - most * min(1.0, (own_tone - step_tone) / (own_tone - _DRIFT_FLOOR))
