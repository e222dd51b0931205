"""Scheme: how an art direction colours, before it knows the brand's colour.

The seed belongs to the brand; the paper it is printed on, the light it is seen in and the one hot
accent belong to the style. A scheme is written as a table in a style's file, so its parts may be
given as plain tables. Hues are OKLCH degrees, chroma OKLCH (0 to about 0.3), tones CIE L* (0 to
100).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields

from creativekit.errors import Message, msg


class SchemeError(ValueError):
    """A value that a scheme cannot have; `message` says which and what it may be."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def _within(key: str, value: object, low: float, high: float) -> None:
    known = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not known or not math.isfinite(value) or not low <= value <= high:  # type: ignore[operator, arg-type]
        raise SchemeError(
            msg(
                "{key} is {found}, and may be {low} to {high}",
                key=key,
                found=repr(value),
                low=low,
                high=high,
            )
        )


@dataclass(frozen=True, slots=True)
class Tint:
    """A surface or an ink: a tone with a breath of hue. Without a hue it takes the seed's."""

    tone: float
    chroma: float = 0.0
    hue: float | None = None

    def __post_init__(self) -> None:
        _within("tone", self.tone, 0, 100)
        _within("chroma", self.chroma, 0, 0.4)
        if self.hue is not None:
            _within("hue", self.hue, 0, 360)


@dataclass(frozen=True, slots=True)
class Accent:
    """An accent to try: at a hue of its own, or `turn` degrees from the seed's.

    dark_tone: its tone in the dark roles; without one, `tone`, raised to 62 where it is lower.
    """

    tone: float
    chroma: float
    hue: float | None = None
    turn: float | None = None
    dark_tone: float | None = None

    def __post_init__(self) -> None:
        _within("tone", self.tone, 0, 100)
        _within("chroma", self.chroma, 0, 0.4)
        if self.hue is not None:
            _within("hue", self.hue, 0, 360)
        if self.turn is not None:
            _within("turn", self.turn, -360, 360)
        if self.dark_tone is not None:
            _within("dark_tone", self.dark_tone, 0, 100)
        if (self.hue is None) == (self.turn is None):
            raise SchemeError(msg("an accent has either a hue or a turn"))


_SUN = Accent(tone=57, chroma=0.19, hue=38)
_LAKE = Accent(tone=48, chroma=0.12, hue=205)
_GOLD = Accent(tone=79, chroma=0.16, hue=80)


@dataclass(frozen=True)
class Scheme:
    """A style's colour rules. Every part has a default, so that `Scheme()` is a plain good one.

    dark_first: the style is shown in its dark roles.
    surface, surface_raised, ink (and dark_…): the papers and what is printed on them.
    accents: in order of preference; the first that stands clear of the primary is taken.
    accent_contrast: the least WCAG ratio of accent and primary to look for (1: none), for styles
        that set the one on the other.
    secondary_chroma, tertiary_chroma: factors on the seed's chroma; secondary without one follows
        max(C - 32, C/2) of Material (2021).
    secondary_turn, tertiary_turn: degrees from the seed's hue.
    """

    dark_first: bool = False
    surface: Tint = Tint(98, 0.006)
    surface_raised: Tint = Tint(100)
    ink: Tint = Tint(13, 0.03)
    dark_surface: Tint = Tint(7, 0.014)
    dark_surface_raised: Tint = Tint(13, 0.018)
    dark_ink: Tint = Tint(94, 0.01)
    accents: tuple[Accent, ...] = (_SUN, _GOLD, _LAKE)
    accent_contrast: float = 1.0
    secondary_turn: float = 0.0
    secondary_chroma: float | None = None
    tertiary_turn: float = 60.0
    tertiary_chroma: float = 0.6

    def __post_init__(self) -> None:
        for item in fields(self):
            value = getattr(self, item.name)
            if item.name == "accents":
                self._set(item.name, tuple(_accent(entry) for entry in _list(value)))
            elif isinstance(item.default, Tint) and not isinstance(value, Tint):
                self._set(item.name, Tint(**_table(item.name, value)))
        if not isinstance(self.dark_first, bool):
            raise SchemeError(msg("{key} is either true or false", key="dark_first"))
        _within("accent_contrast", self.accent_contrast, 1, 7)
        _within("secondary_turn", self.secondary_turn, -360, 360)
        _within("tertiary_turn", self.tertiary_turn, -360, 360)
        _within("tertiary_chroma", self.tertiary_chroma, 0, 3)
        if self.secondary_chroma is not None:
            _within("secondary_chroma", self.secondary_chroma, 0, 3)
        # An ink must have room to read on its papers: 7 to 1 from black or white at the least.
        for key, low, high in (
            ("surface", 76, 100),
            ("surface_raised", 76, 100),
            ("ink", 0, 30),
            ("dark_surface", 0, 22),
            ("dark_surface_raised", 0, 30),
            ("dark_ink", 80, 100),
        ):
            _within(f"{key}.tone", getattr(self, key).tone, low, high)

    def _set(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)


def _accent(entry: object) -> Accent:
    return entry if isinstance(entry, Accent) else Accent(**_table("accents", entry))


def _list(value: object) -> tuple[object, ...]:
    if not isinstance(value, (list, tuple)) or not value:
        raise SchemeError(msg("{key} is a list of at least one table", key="accents"))
    return tuple(value)


def _table(key: str, value: object) -> dict[str, float]:
    if not isinstance(value, Mapping):
        raise SchemeError(msg("{key} is a table of tone, chroma and hue", key=key))
    return dict(value)
