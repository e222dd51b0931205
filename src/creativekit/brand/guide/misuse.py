"""Misuse, drawn: the real logo with the things done to it that nobody should do."""

from __future__ import annotations

from creativekit.artwork.signature import height_of, logo
from creativekit.brand.guide.looks import Ground
from creativekit.canvas.path import Affine
from creativekit.canvas.scene import Group, Item, Line, Rect, Scene, Shape, Solid
from creativekit.color.ramp import STEPS, nearest_step
from creativekit.identity.colorway import Paints, one
from creativekit.identity.model import Identity, Lockup

MISUSES = ("stretch", "turn", "recolor", "crowd", "contrast", "effects")

WIDTH, HEIGHT = 840.0, 430.0
"""px of a tile."""

_IN_PLACE = Affine()
_PAD = 26.0


def misuse(identity: Identity, lockup: Lockup, kind: str, colors: Paints, ground: Ground) -> Scene:
    """One misuse, in a tile `WIDTH` × `HEIGHT` px. colors: the right paints on `ground.panel`."""
    width, height = WIDTH, HEIGHT
    logo_width = min(width * 0.60, height * 0.46 * lockup.box.width / lockup.box.height)
    logo_height = height_of(lockup, logo_width)
    cx, cy = width / 2, height / 2
    items: list[Item] = [Rect(0, 0, width, height, Solid(behind(identity, kind, ground)))]

    def put(colors: Paints, by: Affine = _IN_PLACE) -> Group:
        centered = logo(lockup, -logo_width / 2, -logo_height / 2, logo_width, colors)
        return Group((centered,), Affine.translation(cx, cy) @ by)

    if kind == "stretch":
        items.append(put(colors, Affine.scaling(1.42, 0.72)))
    elif kind == "turn":
        items.append(put(colors, Affine.rotation(-16)))
    elif kind == "recolor":
        ramps = identity.palette.ramps
        items.append(
            put(
                one(ramps["danger"][500])
                if lockup.pictures
                else {
                    "primary": ramps["success"][500],
                    "accent": ramps["info"][500],
                    "ink": ramps["danger"][500],
                    "badge": ramps["success"][500],
                    "letters": None,
                    "surface": None,
                }
            )
        )
    elif kind == "crowd":
        items += [*_crowd(cx, cy, logo_width, logo_height, ground), put(colors)]
    elif kind == "contrast":
        items.append(put(one(_near_each_other(identity)[1])))
    else:
        left, top = cx - logo_width / 2, cy - logo_height / 2
        items += _effects(identity, lockup, colors, left, top, logo_width)
    return Scene(width, height, tuple(items))


def behind(identity: Identity, kind: str, ground: Ground) -> str:
    """What a misuse is drawn on: the panel, or for that of contrast a step next to the logo's."""
    return _near_each_other(identity)[0] if kind == "contrast" else ground.panel


def _near_each_other(identity: Identity) -> tuple[str, str]:
    """The brand's own step and the next deeper one: a logo that nobody sees on its ground."""
    ramp = identity.palette.ramps["primary"]
    own = STEPS.index(nearest_step(identity.palette.first["primary"]))
    own = min(own, len(STEPS) - 2)
    return ramp[STEPS[own]], ramp[STEPS[own + 1]]


def _crowd(cx: float, cy: float, width: float, height: float, ground: Ground) -> list[Item]:
    """Lines of text and a block that press on the logo; as many lines as the tile has room for."""
    left, top = cx - width * 0.6, cy - height / 2
    bar = height * 0.13
    under = [(top + height * 1.05 + index * bar * 1.9) for index in range(3)]
    over = [(top - height * 0.05 - bar - index * bar * 1.9) for index in range(2)]
    text = Solid(ground.muted, 0.45)
    lines: list[Item] = [
        Rect(left, y, width * share, bar, text, bar / 2)
        for y, share in zip([*under, *over], (1.22, 1.05, 1.14, 1.1, 1.22), strict=True)
        if y >= _PAD and y + bar <= HEIGHT - _PAD
    ]
    block = Solid(ground.strong)
    return [
        *lines,
        Rect(left + width * 1.12, top - height * 0.28, width * 0.3, height * 0.78, block),
    ]


def _effects(
    identity: Identity, lockup: Lockup, colors: Paints, left: float, top: float, width: float
) -> list[Item]:
    """A shadow under, and an outline round, every letter."""
    shift = width * 0.02
    ramps = identity.palette.ramps
    outlined = logo(lockup, left, top, width, ramps["warning"][400])
    strokes = tuple(
        Line(item.path, item.fill, lockup.box.width * 0.012, join="round")
        for item in outlined.items
        if isinstance(item, Shape)
    )
    return [
        Group((logo(lockup, left + shift, top + shift, width, "#000000"),), opacity=0.35),
        Group(strokes, outlined.transform),
        logo(lockup, left, top, width, colors),
    ]
