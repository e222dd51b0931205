"""Making words read on a photograph, by the least that does it.

Nineteen pixels in twenty under the words must reach the contrast ratio. The remedies come in the
order of what they cost the picture: another ink costs nothing; a veil (a scrim) takes tones away,
so it is the weakest that is enough; and where only a heavy one would be, the photo is shifted, as
far as its crop is free, to where a lighter one does. When nothing of this helps, the words get a
solid block, and the report says so. Words that nobody can read are never the answer.

The least veil is found by bisection: under one colour of veil, luminance is a convex function of
its opacity (a convex curve of sRGB over a straight mixture), so a pixel that a light ink reads on
stays so under more of a veil that it reads on. For dark ink a pixel may pass, fail and pass again
between two strong colours; what is found there is still enough, though seldom a step too much.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from creativekit.canvas.path import Box
from creativekit.canvas.photo.crop import shifts
from creativekit.canvas.photo.photograph import Photograph
from creativekit.canvas.photo.reading import Colors, colors_under, share_reading
from creativekit.canvas.photo.scrim import Scrim, block, scrim
from creativekit.canvas.scene import Treatment
from creativekit.color.contrast import black_or_white
from creativekit.color.contrast import ratio as contrast
from creativekit.color.tone import BLACK, WHITE, luminance
from creativekit.errors import Message, msg

ENOUGH = 0.985
"""The share of the small copy's pixels under words that must reach the ratio.

Of the photograph's own pixels nineteen in twenty must; the small copy has lost their grain, and the
margin makes up for it (measured on grained pictures: 0.95 there leaves 0.92 of the full ones).
"""

_STEP = 0.05
_MOST_STEPS = 17
"""The heaviest veil, of 0.85, in steps of 0.05: beyond it a photo is no photo any more."""

_HEAVY_STEPS = 10
"""A veil heavier than 0.5 takes so much that shifting the photo is tried instead."""

_WORTH_STEPS = 3
"""What a shift must save of the veil to be worth it."""


_GROUND_STEPS = 2
"""What black or white must save to be taken instead of the brand's own colour."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How words are to be set on a photograph.

    ink: their colour. scrim: the veil under them, None when there is none. crop: what is shown of
    the photo (fractions), which may be shifted. share: the share of pixels under the words that
    reach the ratio, with all of that done. did: what was done and why, for the report; empty when
    the first ink read on the photo as it was.
    """

    ink: str
    scrim: Scrim | None
    crop: Box
    share: float
    did: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """An ink, the color of a veil, and how many steps of it are enough; no steps: no veil."""

    ink: str
    color: str
    steps: int
    share: float


def readable_on(
    photo: Photograph,
    crop: Box,
    shown: Box,
    under: Box,
    inks: Sequence[str],
    ratio: float,
    treatment: Treatment | None = None,
    ground: str = WHITE,
) -> Reading:
    """The ink, veil and crop with which words in the box `under` read on a photo in `shown`.

    crop: fractions of the photo, such as `cover` gives. shown, under: px of the canvas. inks: hexes
    in order of preference (none: white, then black). ratio: 4.5 for text, 3 for large text.
    treatment: the photo's. ground: hex of what the photo lies on; the brand's own veil. Never
    fails: at worst the words stand on a solid block.
    """
    inks = tuple(inks) or (WHITE, BLACK)
    colors = colors_under(photo, crop, shown, under, treatment, ground)
    found = _least(colors, inks, ratio, ground)
    best, where = found, crop
    if found is None or found.steps > _HEAVY_STEPS:
        wanted = _MOST_STEPS if found is None else found.steps - _WORTH_STEPS
        for other in shifts(photo, crop):
            moved = colors_under(photo, other, shown, under, treatment, ground)
            better = _least(moved, inks, ratio, ground, wanted)
            if better is not None:
                best, where, wanted = better, other, better.steps - 1
            if wanted < 0:
                break
    if best is None:
        return _on_block(colors, crop, shown, under, inks, ratio, ground)
    did = []
    if best.ink != inks[0]:
        did.append(_why_ink(best.ink, inks[0], share_reading(inks[0], colors.luminances(), ratio)))
    if where != crop:
        did.append(msg("the photo was shifted, so that the words stand on a calmer part of it"))
    veil = None
    if best.steps:
        veil = scrim(shown, under, best.color, _opacity(best.steps))
        did.append(
            msg("a veil of {percent} % was laid under the words", percent=5 * best.steps),
        )
    return Reading(best.ink, veil, where, best.share, tuple(did))


def _least(
    colors: Colors, inks: tuple[str, ...], ratio: float, ground: str, most: int = _MOST_STEPS
) -> _Found | None:
    """The first ink that reads as it is, else the ink with the weakest veil, of at most `most`."""
    if most < 0:
        return None
    plain = colors.luminances()
    for ink in inks:
        share = share_reading(ink, plain, ratio)
        if share >= ENOUGH:
            return _Found(ink, ground, 0, share)
    best = None
    for ink, color in _veils(inks, ratio, ground):
        if best is not None:
            most = best.steps - 1
            if best.color == ground != color:
                most -= _GROUND_STEPS
        best = _weakest(colors, ink, color, ratio, most) or best
    return best


def _veils(inks: tuple[str, ...], ratio: float, ground: str) -> Iterator[tuple[str, str]]:
    """Inks with the colours of veil that they read on: the ground's, and black or white."""
    for ink in inks:
        for color in dict.fromkeys((ground, black_or_white(ink))):
            if contrast(ink, color) >= ratio:
                yield ink, color


def _weakest(colors: Colors, ink: str, color: str, ratio: float, most: int) -> _Found | None:
    """The fewest steps of a veil, 1 to `most`, under which `ink` reads."""

    def share(steps: int) -> float:
        return share_reading(ink, colors.veiled(color, _opacity(steps)).luminances(), ratio)

    if most < 1 or (reached := share(most)) < ENOUGH:
        return None
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        if (now := share(middle)) >= ENOUGH:
            high, reached = middle, now
        else:
            low = middle
    return _Found(ink, color, high, reached)


def _on_block(
    colors: Colors,
    crop: Box,
    shown: Box,
    under: Box,
    inks: tuple[str, ...],
    ratio: float,
    ground: str,
) -> Reading:
    choices = [(ink, ground) for ink in inks]
    choices += [(ink, black_or_white(ink)) for ink in inks]
    choices += [(black_or_white(ground), ground), (BLACK, WHITE)]
    reads = (pair for pair in choices if contrast(*pair) >= ratio)
    ink, color = next(reads, (BLACK, WHITE))
    did = []
    if ink != inks[0]:
        did.append(_why_ink(ink, inks[0], share_reading(inks[0], colors.luminances(), ratio)))
    did.append(msg("no veil makes the words readable on this photo: they stand on a solid block"))
    share = share_reading(ink, np.array([luminance(color)], np.float32), ratio)
    return Reading(ink, block(shown, under, color), crop, share, tuple(did))


def _why_ink(ink: str, first: str, share: float) -> Message:
    reason = msg(
        "{ink} would read on only {percent} % of the photo under them",
        ink=first,
        percent=int(100 * share),
    )
    if ink.lower() == WHITE:
        return msg("the words are white, because {reason}", reason=reason)
    if ink.lower() == BLACK:
        return msg("the words are black, because {reason}", reason=reason)
    return msg("the words are {ink}, because {reason}", ink=ink, reason=reason)


def _opacity(steps: int) -> float:
    return round(steps * _STEP, 2)
