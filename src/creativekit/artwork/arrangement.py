"""A ground for a post: what lies under, where pictures go, what lies over, where words stand.

A style arranges; it never sets words or looks at photographs. Whoever fills the frames and rooms
(a post, a slide) gets colours that read on what was drawn, or, where words stand on a photograph,
the promise that it will be measured.
"""

from __future__ import annotations

from dataclasses import dataclass

from creativekit.artwork.sheet import Room
from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import Item


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a picture goes.

    box: px. clip: the outline it is cut to, px of the sheet; None is the box, its corners rounded
    by `radius`. turn: degrees clockwise about the box's centre, the clip too. over: what lies on
    this picture (a caption's ground is drawn by whoever has a caption): a line, a tape. label: the
    room of a few words about it ("before"), None where there is none. seen: the part of the box
    that nothing lies over, where its subject belongs; None is all of it.
    """

    box: Box
    clip: Path | None = None
    radius: float = 0.0
    turn: float = 0.0
    over: tuple[Item, ...] = ()
    label: Room | None = None
    seen: Box | None = None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """under, the frames' pictures, over, then words: painted in this order.

    words: the main room; foot: the room of the signature. on_picture: the words stand on the first
    frame's picture, so their ink has to be found on its pixels. ground, floor: px at which
    what the signature stands on begins, and at which a line is drawn under it: it keeps off both.
    None where there is no such edge, or only the sheet's.
    """

    under: tuple[Item, ...]
    words: Room
    foot: Room
    frames: tuple[Frame, ...] = ()
    over: tuple[Item, ...] = ()
    on_picture: bool = False
    ground: float | None = None
    floor: float | None = None
