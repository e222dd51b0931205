"""The contrast report: what can be read on what, and what can be told from what.

Everything is measured again on the finished hexes, not taken from how they were made. Ratios are
cut after the second decimal, never rounded up: 4.498 must not pass for 4.5.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from creativekit.color import status
from creativekit.color.contrast import ENHANCED_TEXT, GRAPHICS, LARGE_TEXT, TEXT, ratio
from creativekit.color.palette import Palette
from creativekit.color.ramp import nearest_step
from creativekit.color.roles import APART, INK
from creativekit.color.tone import BLACK, WHITE
from creativekit.color.vision import (
    FAILS_BELOW,
    VISIONS,
    WARNS_BELOW,
    Vision,
    difference_seen,
)
from creativekit.errors import Message, msg

_FILLS = ("primary", "primary-container", "secondary", "tertiary", "accent", *status.NAMES)
_PAPERS = ("surface", "surface-raised")

# Foreground, background, and what the palette promises of them (0: nothing, shown for information).
PAIRS: tuple[tuple[str, str, float], ...] = (
    ("ink", "surface", INK),
    ("ink", "surface-raised", INK),
    ("ink", "neutral", TEXT),
    *(("ink-muted", paper, TEXT) for paper in _PAPERS),
    *(("primary-ink", paper, TEXT) for paper in _PAPERS),
    *(("accent-ink", paper, TEXT) for paper in _PAPERS),
    *((f"on-{fill}", fill, TEXT) for fill in _FILLS),
    *(("outline", paper, GRAPHICS) for paper in _PAPERS),
    ("primary", "surface", 0.0),
    ("primary", "surface-raised", 0.0),
    ("accent", "surface", 0.0),
    ("accent", "surface-raised", 0.0),
    ("accent", "primary", 0.0),
    ("surface", "primary", 0.0),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """One colour on another, in one mode ("light" or "dark").

    ratio: cut after two decimals. needs: what is promised of the pair, 0 when nothing is.
    text, large_text, graphics, enhanced: whether WCAG 2.2 lets it be used so (4.5, 3, 3, 7).
    """

    mode: str
    foreground: str
    background: str
    foreground_hex: str
    background_hex: str
    ratio: float
    needs: float

    @property
    def text(self) -> bool:
        return self.ratio >= TEXT

    @property
    def large_text(self) -> bool:
        return self.ratio >= LARGE_TEXT

    @property
    def graphics(self) -> bool:
        return self.ratio >= GRAPHICS

    @property
    def enhanced(self) -> bool:
        return self.ratio >= ENHANCED_TEXT

    @property
    def kept(self) -> bool:
        """Whether the promise holds."""
        return self.ratio >= self.needs


@dataclass(frozen=True, slots=True)
class Separation:
    """Two roles that must be told apart, in one mode: ΔE2000 by vision."""

    mode: str
    first: str
    second: str
    first_hex: str
    second_hex: str
    differences: Mapping[Vision, float]

    @property
    def least(self) -> float:
        return min(self.differences.values())

    @property
    def verdict(self) -> str:
        """ "apart", "near" (below 8) or "same" (below 5)."""
        if self.least < FAILS_BELOW:
            return "same"
        return "near" if self.least < WARNS_BELOW else "apart"


@dataclass(frozen=True, slots=True)
class Seed:
    """What the brand's exact colour is, and what it can and cannot carry.

    step and step_hex: the nearest step of its ramp. white, black: contrast of such text on it.
    """

    base: str
    hex: str
    step: int
    step_hex: str
    white: float
    black: float
    says: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The contrast report of a palette; `notes` is what was moved while it was made."""

    seed: Seed
    pairs: tuple[Pair, ...]
    separations: tuple[Separation, ...]
    notes: tuple[Message, ...]

    @property
    def broken(self) -> tuple[Pair | Separation, ...]:
        """Promises that do not hold: empty, but for schemes that leave no room."""
        return (
            *(pair for pair in self.pairs if not pair.kept),
            *(pair for pair in self.separations if pair.verdict == "same"),
        )


def report(palette: Palette) -> Report:
    """Measure a palette."""
    modes = (("light", palette.light), ("dark", palette.dark))
    return Report(
        seed(palette),
        tuple(
            Pair(mode, front, back, roles[front], roles[back], cut(roles[front], roles[back]), need)
            for mode, roles in modes
            for front, back, need in PAIRS
        ),
        tuple(
            _separation(mode, first, second, roles)
            for mode, roles in modes
            for first, second in APART
        ),
        palette.notes,
    )


def cut(first: str, second: str) -> float:
    """The contrast ratio, cut after two decimals."""
    return math.floor(ratio(first, second) * 100) / 100


def seed(palette: Palette) -> Seed:
    """What the exact colour carries."""
    color = palette.seed
    step = nearest_step(color)
    white, black = cut(color, WHITE), cut(color, BLACK)
    return Seed(
        palette.base,
        color,
        step,
        palette.ramps["primary"][step],
        white,
        black,
        (
            _carries_white(color, white),
            _carries_black(color, black),
            msg(
                "its nearest step is {step}, {hex}",
                step=step,
                hex=palette.ramps["primary"][step],
            ),
        ),
    )


def _carries_white(color: str, found: float) -> Message:
    shown = f"{found:.2f}"
    if found >= TEXT:
        return msg("{color} carries white text: {ratio} to 1", color=color, ratio=shown)
    if found >= LARGE_TEXT:
        return msg(
            "{color} carries white text only when it is large: {ratio} to 1, small text needs 4.5",
            color=color,
            ratio=shown,
        )
    return msg(
        "{color} cannot carry white text: {ratio} to 1, text needs 4.5", color=color, ratio=shown
    )


def _carries_black(color: str, found: float) -> Message:
    shown = f"{found:.2f}"
    if found >= TEXT:
        return msg("{color} carries black text: {ratio} to 1", color=color, ratio=shown)
    if found >= LARGE_TEXT:
        return msg(
            "{color} carries black text only when it is large: {ratio} to 1, small text needs 4.5",
            color=color,
            ratio=shown,
        )
    return msg(
        "{color} cannot carry black text: {ratio} to 1, text needs 4.5", color=color, ratio=shown
    )


def _separation(mode: str, first: str, second: str, roles: Mapping[str, str]) -> Separation:
    one, other = roles[first], roles[second]
    return Separation(
        mode,
        first,
        second,
        one,
        other,
        {vision: math.floor(difference_seen(one, other, vision) * 10) / 10 for vision in VISIONS},
    )
