"""Palette: every colour of a brand, from its one colour and its style's scheme.

The colour a person typed stays as typed, in `base`; everything else is derived, and whatever had
to move for the sake of reading or of telling apart is said in `notes`.

Chroma factors are those of Material's content scheme (2021), stated there in HCT chroma C:
secondary max(C - 32, C/2), tertiary at 60 degrees, neutral C/8. A grey brand's tertiary is a calm
opposite of its accent. HCT chroma is about 370 times
OKLCH chroma over sRGB, which puts the secondary's factor within 0.1 of the exact one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from creativekit.color import accent, status
from creativekit.color.contrast import TEXT, ratio
from creativekit.color.hex import normal
from creativekit.color.oklab import oklch
from creativekit.color.ramp import GREY_BELOW, STEPS, TONES, Ramp, nearest_index, ramp
from creativekit.color.roles import paper, primary_fill, roles
from creativekit.color.scheme import Accent, Scheme, SchemeError, Tint
from creativekit.color.tone import WHITE, tone
from creativekit.errors import Message, msg

__all__ = ("RAMPS", "Accent", "Palette", "Scheme", "SchemeError", "Tint", "palette")

RAMPS = (
    "primary",
    "secondary",
    "tertiary",
    "accent",
    "neutral",
    "success",
    "warning",
    "danger",
    "info",
)

HCT_PER_OKLCH = 370.0
"""HCT chroma of one unit of OKLCH chroma, on average over sRGB."""

_NEUTRAL = 1 / 8

_CALM, _OPPOSITE = 0.05, 180.0
"""OKLCH chroma of a grey brand's third colour, and degrees from its accent."""

_WHITE_READS_FROM = 600
_NEAR = 7.0
"""CIE L*: half of what lies between two steps of a ramp, and a little."""


@dataclass(frozen=True)
class Palette:
    """A brand's colours.

    base: the brand's colour exactly as typed; `seed` is the same one as `#rrggbb`, lower case.
    ramps: by the names in `RAMPS`. light, dark: hexes by the names in `roles.ROLES`.
    dark_first: which of the two the style shows first.
    notes: what was moved, and why; English templates for the catalogs.
    """

    base: str
    ramps: Mapping[str, Ramp]
    light: Mapping[str, str]
    dark: Mapping[str, str]
    dark_first: bool = False
    notes: tuple[Message, ...] = ()

    @cached_property
    def seed(self) -> str:
        return normal(self.base)

    @cached_property
    def own_step(self) -> int | None:
        """The step of the primary ramp that the colour as typed can stand for on a picture.

        The nearest in tone that promises no more contrast than it has: white is read on 600. None
        when it is darker than the ramp goes, or between a 500 and a 600 that white reads on.
        """
        index = nearest_index(tone(self.seed))
        if STEPS[index] >= _WHITE_READS_FROM and ratio(WHITE, self.seed) < TEXT:
            index -= 1
        is_near = abs(TONES[index] - tone(self.seed)) <= _NEAR
        return STEPS[index] if is_near else None

    @property
    def first(self) -> Mapping[str, str]:
        """The roles the style is shown in first."""
        return self.dark if self.dark_first else self.light


@lru_cache(maxsize=64)
def palette(base: str, scheme: Scheme = Scheme()) -> Palette:  # noqa: B008 (frozen)
    """The palette of a colour as typed. Raises InputError when it is not a colour."""
    seed = normal(base)
    _, chroma, own_hue = oklch(seed)
    hue = own_hue if chroma >= GREY_BELOW else None
    ramps = {
        "primary": ramp(seed),
        "secondary": ramp(seed, _secondary(scheme, chroma), scheme.secondary_turn),
        "tertiary": ramp(seed, scheme.tertiary_chroma, scheme.tertiary_turn),
        "neutral": ramp(seed, _NEUTRAL),
        **status.ramps(hue),
    }
    notes: list[Message] = []
    grounds = []
    papers = []
    for dark in (False, True):
        sheet = paper(seed, scheme, dark)
        fill = primary_fill(seed, ramps["primary"], (sheet.surface, sheet.raised), dark)
        if fill != seed:
            notes.append(_fill_moved(seed, fill, dark))
        papers.append(sheet)
        grounds.append(
            accent.Ground(fill, (sheet.surface, sheet.raised), dark, scheme.accent_contrast)
        )
    chosen = accent.choose(scheme.accents, hue, grounds)
    shown = chosen.colors[scheme.dark_first]
    if chosen.index > 0:
        notes.append(
            msg(
                "the style's own accent would be too near to {seed}: {accent} takes its place",
                seed=seed,
                accent=shown,
            )
        )
    ramps["accent"] = ramp(shown)
    if hue is None:
        # A grey has no hue to turn from, and its third colour would be its second again.
        ramps["tertiary"] = ramp(shown, _CALM / oklch(shown)[1], _OPPOSITE)
    modes = []
    for ground, sheet, hot in zip(grounds, papers, chosen.colors, strict=True):
        others = (ground.primary, hot, *ground.papers)
        choice = status.choose(ramps, ground.dark, others)
        notes.extend(
            _status_moved(name, choice.usual[name], step, ground.dark)
            for name, step in choice.steps.items()
            if step != choice.usual[name]
        )
        modes.append(roles(ramps, sheet, ground.primary, hot, choice.steps, ground.dark))
    return Palette(
        base,
        {name: ramps[name] for name in RAMPS},
        light=modes[0],
        dark=modes[1],
        dark_first=scheme.dark_first,
        notes=tuple(notes),
    )


def _secondary(scheme: Scheme, chroma: float) -> float:
    if scheme.secondary_chroma is not None:
        return scheme.secondary_chroma
    return max(1 - 32 / (HCT_PER_OKLCH * chroma), 0.5) if chroma else 0.5


def _fill_moved(seed: str, fill: str, dark: bool) -> Message:
    if dark:
        return msg(
            "dark: {seed} cannot be told from the surface, so {fill} fills instead",
            seed=seed,
            fill=fill,
        )
    return msg(
        "light: {seed} cannot be told from the surface, so {fill} fills instead",
        seed=seed,
        fill=fill,
    )


def _status_moved(role: str, usual: int, step: int, dark: bool) -> Message:
    if dark:
        return msg(
            "dark: {role} moved from step {usual} to {step}, so that every eye tells it apart",
            role=role,
            usual=usual,
            step=step,
        )
    return msg(
        "light: {role} moved from step {usual} to {step}, so that every eye tells it apart",
        role=role,
        usual=usual,
        step=step,
    )
