"""Taking a plain background away from a brought logo.

A scan or a screenshot shows the logo on one colour; the kit needs it on any. The background is
what touches the picture's edge and is of the edge's colour. Pixels between it and the logo are a
mixture of both, `pixel = a·ink + (1 − a)·background` (Porter and Duff 1984; "blue screen matting",
Smith and Blinn 1996), so their opacity `a` follows once the ink is known, and the ink is written
back unmixed: no halo of the old background is left.

A logo in one ink is solved everywhere at once, holes of letters included. With several inks, a
patch of the background's colour that the logo encloses stays: it may be meant (white words on a
badge), and which it is, the pixels do not tell.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_ALIKE = 14
"""Largest difference of a channel within one colour: what JPEG does to a flat one."""

_EDGE_SHARE = 0.97
_REACH = 3
"""Pixels from the background to where an anti-aliased or JPEG-blurred edge has become ink."""

Colors = NDArray[np.float32]
Bytes = NDArray[np.uint8]
Flags = NDArray[np.bool_]


def remove_plain_background(image: Image.Image) -> Image.Image | None:
    """`image` (RGB or RGBA) on a transparent ground, or None when it has no plain background.

    None too when it is transparent already, or is of one colour all over.
    """
    if image.mode == "RGBA" and image.getchannel("A").getpixel((0, 0)) != 255:
        return None
    if image.mode == "RGBA" and np.asarray(image.getchannel("A")).min() < 250:
        return None
    pixels: Bytes = np.asarray(image.convert("RGB"))
    ground = _edge_color(pixels)
    if ground is None:
        return None
    away = _difference(pixels, ground)
    if away.max() <= 3 * _ALIKE:
        return None
    alike = away <= _ALIKE
    out = np.empty((*alike.shape, 4), np.uint8)
    ink = _only_ink(pixels, ground, away)
    if ink is not None:
        out[..., :3] = np.rint(ink)
        out[..., 3] = 0
        drawn = ~alike
        out[..., 3][drawn] = np.rint(255 * _opacity(pixels[drawn], ink, ground))
        return Image.fromarray(out)

    background = _touching_edge(alike)
    rim, solid = _rim(background, alike)
    inks = _inks(pixels, away, rim, solid)
    opacity = _opacity(pixels[rim], inks, ground)
    out[..., :3] = pixels
    out[..., 3] = np.where(background, 0, 255)
    out[..., 3][rim] = np.rint(255 * opacity)
    out[..., :3][rim] = np.where(opacity[:, None] < 1, np.rint(inks), pixels[rim])
    # Unseen, but it shows when the picture is scaled by a tool that knows no better.
    out[..., :3][background] = np.rint(inks.mean(axis=0)) if len(inks) else 0
    return Image.fromarray(out)


def _edge_color(pixels: Bytes) -> Colors | None:
    """The colour of the picture's edge when (nearly) all of it has one."""
    edge = np.concatenate((pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]))
    color = np.median(edge, axis=0).astype(np.float32)
    alike = _difference(edge, color) <= _ALIKE
    return color if alike.mean() >= _EDGE_SHARE else None


def _difference(pixels: Bytes, color: Colors) -> Bytes:
    """The largest difference of a channel from `color`, for each pixel."""
    near = np.rint(color).astype(np.uint8)
    low, high = np.minimum(pixels, near), np.maximum(pixels, near)
    most: Bytes = (high - low).max(axis=-1)
    return most


def _only_ink(pixels: Bytes, ground: Colors, away: Bytes) -> Colors | None:
    """The ink of a logo that has only one, or None.

    Away from the ground every pixel is then of that ink; near it, a mixture of the two, though
    JPEG lets colours run.
    """
    drawn = away > _ALIKE
    strongest = away >= 0.85 * float(np.quantile(away[drawn], 0.98))
    ink = np.median(pixels[strongest], axis=0).astype(np.float32)
    inner = ~drawn
    for _ in range(_REACH):
        inner = _grown(inner)
    deep = pixels[~inner]
    if len(deep) and (_difference(deep, ink) > 2 * _ALIKE).mean() > 0.01:
        return None
    edges = pixels[inner & drawn].astype(np.float32) - ground
    along = _opacity(pixels[inner & drawn], ink, ground)
    beside = np.abs(edges - along[:, None] * (ink - ground)).max(axis=1)
    return ink if (beside > 5 * _ALIKE).mean() <= 0.01 else None


def _opacity(pixels: Bytes, ink: Colors, ground: Colors) -> Colors:
    """How much of each pixel (n, 3) is ink, 0–1; `ink` is one colour or one for each."""
    line = ink - ground
    length = np.maximum((line * line).sum(axis=-1), 1.0)
    share: Colors = ((pixels - ground) * line).sum(axis=-1) / length
    return np.clip(share, 0.0, 1.0)


def _rim(background: Flags, alike: Flags) -> tuple[Flags, Flags]:
    """The pixels that may be mixed with the background, and those that are ink alone.

    What is as near to an enclosed patch of the same colour belongs to that, and stays as it is.
    """
    outside, enclosed = background, alike & ~background
    for _ in range(_REACH):
        outside, enclosed = (
            outside | (_grown(outside) & ~enclosed),
            enclosed | (_grown(enclosed) & ~_grown(outside)),
        )
    return outside & ~alike, ~(outside | enclosed)


def _inks(pixels: Bytes, away: Bytes, rim: Flags, solid: Flags) -> Colors:
    """For each pixel of the rim, in order, the ink that it is a mixture of.

    That of the nearest solid pixels; where a stroke is too thin to have any, the pixel least like
    the ground within reach.
    """
    width = rim.shape[1] + 2 * _REACH
    at = np.flatnonzero(np.pad(rim, _REACH))
    known = np.pad(solid, _REACH).ravel()
    padded = np.pad(pixels, ((_REACH, _REACH), (_REACH, _REACH), (0, 0))).reshape(-1, 3)
    inks = padded.astype(np.float32)
    around = _window(1, width)
    left = at
    for _ in range(_REACH + 1):
        near = left[:, None] + around
        counted = known[near].astype(np.float32)
        count = counted.sum(axis=1)
        met = count > 0
        total = (inks[near[met]] * counted[met, :, None]).sum(axis=1)
        inks[left[met]] = total / count[met, None]
        known[left[met]] = True
        left = left[~met]
    near = left[:, None] + _window(_REACH, width)
    strongest = np.pad(away, _REACH).ravel()[near].argmax(axis=1)
    inks[left] = padded[near[np.arange(len(left)), strongest]]
    return inks[at]


def _window(reach: int, width: int) -> NDArray[np.int64]:
    """Where the pixels within `reach` of one stand from it in an array `width` wide."""
    steps = np.arange(-reach, reach + 1)
    return np.add.outer(steps * width, steps).ravel()


def _touching_edge(alike: Flags) -> Flags:
    """The part of `alike` that hangs together with the picture's edge.

    Reaching spreads along whole runs of a row, then of a column, until nothing is gained.
    """
    reached = np.zeros_like(alike)
    for side in (np.s_[0, :], np.s_[-1, :], np.s_[:, 0], np.s_[:, -1]):
        reached[side] = alike[side]
    while True:
        before = np.count_nonzero(reached)
        reached = _along_rows(reached, alike)
        reached = _along_rows(reached.T, alike.T).T
        if np.count_nonzero(reached) == before:
            return reached


def _along_rows(reached: Flags, alike: Flags) -> Flags:
    """Every run of `alike` in a row that has a reached pixel becomes reached."""
    padded = np.zeros((alike.shape[0], alike.shape[1] + 1), np.bool_)
    padded[:, :-1] = alike
    flat = padded.ravel()
    starts = np.concatenate(([0], np.flatnonzero(flat[1:] != flat[:-1]) + 1))
    seeds = np.zeros_like(padded)
    seeds[:, :-1] = reached
    hit = np.logical_or.reduceat(seeds.ravel(), starts) & flat[starts]
    spread = np.repeat(hit, np.diff(starts, append=flat.size)).reshape(padded.shape)
    return np.ascontiguousarray(spread[:, :-1])


def _grown(flags: Flags) -> Flags:
    """`flags` and their eight neighbours."""
    tall = flags.copy()
    tall[1:] |= flags[:-1]
    tall[:-1] |= flags[1:]
    out = tall.copy()
    out[:, 1:] |= tall[:, :-1]
    out[:, :-1] |= tall[:, 1:]
    return out
