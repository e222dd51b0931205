"""A veil between a photograph and the words on it, which ends where nobody sees it end.

A box of even tint around words looks like a label stuck on the photo. So the veil comes in from
the photo's edge, has its full opacity under the words, and fades out beyond them; the edge it
comes from is the one that leaves most of the photo alone. The fade is a smoothstep (zero slope at
both ends): the eye sees the kink of a straight ramp as a line (Mach 1865).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from creativekit.canvas.path import Box
from creativekit.canvas.scene import LinearGradient, Rect, Solid, Stop

Fade = Literal["up", "down", "left", "right"]

_ROOM = 0.04
"""Full opacity goes on beyond the words by this share of the photo's shorter side."""

_LENGTH = 0.28
"""The fade's least length, as a share of the photo along it; long veils have longer ones."""

_ALL = 0.72
"""A veil that would take more of the photo than this is laid over all of it, evenly."""

_STOPS = 8


@dataclass(frozen=True, slots=True)
class Scrim:
    """One veil, in px of the canvas.

    color: `#rrggbb`. opacity: 0–1, under the words. box: all that is painted. full: the part of it
    that has the whole opacity; the words on the photo lie within. fade: the direction in which the
    rest fades out, None when there is no rest.
    """

    color: str
    opacity: float
    box: Box
    full: Box
    fade: Fade | None = None

    @property
    def paint(self) -> Solid | LinearGradient:
        """What the box is filled with."""
        if self.fade is None:
            return Solid(self.color, self.opacity)
        start = {
            "up": (0.0, self.full.top),
            "down": (0.0, self.full.bottom),
            "left": (self.full.left, 0.0),
            "right": (self.full.right, 0.0),
        }[self.fade]
        end = {
            "up": (0.0, self.box.top),
            "down": (0.0, self.box.bottom),
            "left": (self.box.left, 0.0),
            "right": (self.box.right, 0.0),
        }[self.fade]
        steps = [step / _STOPS for step in range(_STOPS + 1)]
        stops = tuple(
            Stop(step, self.color, round(self.opacity * (1 - step * step * (3 - 2 * step)), 4))
            for step in steps
        )
        return LinearGradient(*start, *end, stops)

    @property
    def item(self) -> Rect:
        """The veil as a Scene has it: to be painted above the photo and below the words."""
        return Rect(self.box.left, self.box.top, self.box.width, self.box.height, self.paint)


def scrim(shown: Box, under: Box, color: str, opacity: float) -> Scrim:
    """The veil for words in the box `under` of a photo in the box `shown`, px of the canvas."""
    words = _on(shown, under.inset(-_ROOM * min(shown.width, shown.height)))
    choices = [
        _from_edge(shown, Box(shown.left, words.top, shown.right, shown.bottom), "up"),
        _from_edge(shown, Box(shown.left, shown.top, shown.right, words.bottom), "down"),
        _from_edge(shown, Box(words.left, shown.top, shown.right, shown.bottom), "left"),
        _from_edge(shown, Box(shown.left, shown.top, words.right, shown.bottom), "right"),
    ]
    taken, full, box, fade = min(choices, key=lambda choice: round(choice[0], 6))
    if taken > _ALL:
        return Scrim(color, opacity, shown, shown)
    return Scrim(color, opacity, box, full, fade)


def block(shown: Box, under: Box, color: str) -> Scrim:
    """The last resort: an opaque block behind the words, as far as they lie on the photo."""
    box = _on(shown, under.inset(-_ROOM * min(shown.width, shown.height)))
    return Scrim(color, 1.0, box, box)


def _from_edge(shown: Box, full: Box, fade: Fade) -> tuple[float, Box, Box, Fade]:
    """The share of the photo that such a veil takes (a fade counts half), and where it lies."""
    if fade in ("up", "down"):
        length = max(_LENGTH * shown.height, 0.6 * full.height)
        top = max(shown.top, full.top - length) if fade == "up" else full.top
        bottom = min(shown.bottom, full.bottom + length) if fade == "down" else full.bottom
        box = Box(full.left, top, full.right, bottom)
        taken = (full.height + box.height) / (2 * shown.height)
        short = box.height - full.height < length / 2
    else:
        length = max(_LENGTH * shown.width, 0.6 * full.width)
        left = max(shown.left, full.left - length) if fade == "left" else full.left
        right = min(shown.right, full.right + length) if fade == "right" else full.right
        box = Box(left, full.top, right, full.bottom)
        taken = (full.width + box.width) / (2 * shown.width)
        short = box.width - full.width < length / 2
    # Where there is no room to fade out, the veil would end in an edge.
    return (1.0 if short else taken), full, box, fade


def _on(shown: Box, under: Box) -> Box:
    """The part of `under` that is on the photo; a box of no size at its rim when none is."""
    left, right = (min(shown.right, max(shown.left, x)) for x in (under.left, under.right))
    top, bottom = (min(shown.bottom, max(shown.top, y)) for y in (under.top, under.bottom))
    return Box(left, top, right, bottom)
