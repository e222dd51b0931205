"""The guide's small drawings of the logo: what may be done with it, and what may not.

All are Scenes of the logo's own geometry: the clear space is drawn from the measured one, and the
misuses are the real logo, misused.
"""

from __future__ import annotations

from collections.abc import Iterable

from creativekit.brand.artwork.lettering import carrier
from creativekit.brand.artwork.signature import logo, one
from creativekit.brand.guide.looks import Ground
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Item, Line, Rect, Scene, Shape, Solid
from creativekit.canvas.typeset import line
from creativekit.identity.colorway import Paints
from creativekit.identity.model import Identity, Lockup

_IN_PLACE = Affine()

MISUSES = ("stretch", "turn", "recolor", "crowd", "contrast", "effects")


def fraction_text(fraction: float, language: str) -> str:
    """`½`, `¼`, `1`, else a decimal as the language writes it."""
    known = {0.5: "½", 0.25: "¼", 0.75: "¾", 1.0: "1"}
    text = known.get(fraction, f"{fraction:g}")
    return text if language == "en" else text.replace(".", ",")


def clear_space(identity: Identity, lockup: Lockup, colors: Paints, ground: Ground) -> Scene:
    """The logo in its clear space, with x marked where it is measured and on every side.

    2000 px wide; as high as it comes out. Transparent outside the clear space.
    """
    space, box = lockup.clear_space, lockup.box
    measured = lockup.symbol_box if lockup.clear_space_of == "symbol" else None
    ruler = space * 0.55 if measured is not None else 0.0
    zone = box.inset(-space)
    width = 2000.0
    scale = width / (zone.width + 2 * ruler)
    place = Affine.scaling(scale) @ Affine.translation(ruler - zone.left, -zone.top)
    outer, inner = _moved(zone, place), _moved(box, place)
    unit = space * scale
    stroke = max(2.0, unit * 0.014)
    strong, quiet = Solid(ground.strong), Solid(ground.strong, 0.55)
    items: list[Item] = [
        Rect(outer.left, outer.top, outer.width, outer.height, Solid(ground.panel)),
        Rect(inner.left, inner.top, inner.width, inner.height, Solid(ground.ground, 0.6)),
    ]
    guides = [
        Path((("M", x, outer.top), ("L", x, outer.bottom))) for x in (inner.left, inner.right)
    ] + [Path((("M", outer.left, y), ("L", outer.right, y))) for y in (inner.top, inner.bottom)]
    items.append(Line(Path.join(guides), quiet, stroke * 0.8, dash=(stroke * 3, stroke * 3)))
    items.append(
        Line(Path.rect(outer.left, outer.top, outer.width, outer.height), quiet, stroke * 0.8)
    )
    items.append(logo(lockup, inner.left, inner.top, inner.width, colors))
    label = f"{fraction_text(lockup.clear_fraction, lockup.language)} x".removeprefix("1 ")
    size = min(unit * 0.34, 74)
    cx, cy = inner.center
    sides = (
        ((cx, outer.top), (cx, inner.top)),
        ((cx, inner.bottom), (cx, outer.bottom)),
        ((outer.left, cy), (inner.left, cy)),
        ((inner.right, cy), (outer.right, cy)),
    )
    face = carrier(label, identity.type.body_bold, identity.type.body)
    for start, end in sides:
        items.extend(_dimension(start, end, label, size, stroke, strong, ground.panel, face))
    if measured is not None:
        at = _moved(measured, place)
        for sign in (-1, 1):
            x = outer.left - ruler * scale * 0.5 if sign < 0 else outer.right + ruler * scale * 0.5
            if sign < 0:
                items.extend(
                    _dimension(
                        (x, at.top), (x, at.bottom), "x", size, stroke, strong, ground.ground, face
                    )
                )
    return Scene(width, outer.height, tuple(items))


def _moved(box: Box, place: Affine) -> Box:
    left, top = place.apply(box.left, box.top)
    right, bottom = place.apply(box.right, box.bottom)
    return Box(left, top, right, bottom)


def _dimension(
    start: tuple[float, float],
    end: tuple[float, float],
    text: str,
    size: float,
    stroke: float,
    color: Solid,
    ground: str,
    face: object,
) -> list[Item]:
    """A dimension line with ticks at both ends and its measure in the middle of it."""
    (x0, y0), (x1, y1) = start, end
    upright = abs(x1 - x0) < abs(y1 - y0)
    tick = stroke * 5
    dx, dy = (tick, 0.0) if upright else (0.0, tick)
    path = Path(
        (
            ("M", x0, y0),
            ("L", x1, y1),
            ("M", x0 - dx, y0 - dy),
            ("L", x0 + dx, y0 + dy),
            ("M", x1 - dx, y1 - dy),
            ("L", x1 + dx, y1 + dy),
        )
    )
    mx, my = (x0 + x1) / 2, (y0 + y1) / 2
    words = line(text, face, size, mx, my + size * 0.34, color, anchor="middle")  # type: ignore[arg-type]
    wide = words.line.width * size + size * 0.5
    tall = size * 1.15
    return [
        Line(path, color, stroke),
        Rect(mx - wide / 2, my - tall / 2, wide, tall, Solid(ground)),
        words,
    ]


def misuse(identity: Identity, lockup: Lockup, kind: str, colors: Paints, ground: Ground) -> Scene:
    """One misuse, in a tile of 840 × 430 px. colors: the right paints on `ground.panel`."""
    width, height = 840.0, 430.0
    logo_width = min(width * 0.60, height * 0.46 * lockup.box.width / lockup.box.height)
    logo_height = logo_width * lockup.box.height / lockup.box.width
    cx, cy = width / 2, height / 2
    behind: list[Item] = [Rect(0, 0, width, height, Solid(ground.panel))]

    def put(colors: Paints, by: Affine = _IN_PLACE) -> Group:
        centered = logo(lockup, -logo_width / 2, -logo_height / 2, logo_width, colors)
        return Group((centered,), Affine.translation(cx, cy) @ by)

    if kind == "stretch":
        items: Iterable[Item] = [put(colors, Affine.scaling(1.42, 0.72))]
    elif kind == "turn":
        items = [put(colors, Affine.rotation(-16))]
    elif kind == "recolor":
        ramps = identity.palette.ramps
        items = [
            put(
                {
                    "primary": ramps["success"][500],
                    "accent": ramps["info"][500],
                    "ink": ramps["danger"][500],
                    "surface": None,
                    "behind": None,
                }
            )
        ]
    elif kind == "crowd":
        items = [*_crowd(cx, cy, logo_width, logo_height, ground), put(colors)]
    elif kind == "contrast":
        ramp = identity.palette.ramps["primary"]
        behind = [Rect(0, 0, width, height, Solid(ramp[500]))]
        items = [put(one(ramp[600]))]
    else:
        items = _effects(identity, lockup, cx - logo_width / 2, cy - logo_height / 2, logo_width)
    return Scene(width, height, (*behind, *items))


def _crowd(cx: float, cy: float, width: float, height: float, ground: Ground) -> list[Item]:
    """Lines of text and a block that press on the logo."""
    items: list[Item] = []
    left, top = cx - width / 2, cy - height / 2
    bar = height * 0.13
    for index, share in enumerate((1.22, 1.05, 1.14)):
        items.append(
            Rect(
                left - width * 0.1,
                top + height * 1.05 + index * bar * 1.9,
                width * share,
                bar,
                Solid(ground.muted, 0.45),
                bar / 2,
            )
        )
    for index, share in enumerate((1.1, 1.22)):
        items.append(
            Rect(
                left - width * 0.1,
                top - height * 0.05 - bar - index * bar * 1.9,
                width * share,
                bar,
                Solid(ground.muted, 0.45),
                bar / 2,
            )
        )
    items.append(
        Rect(
            left + width * 1.02,
            top - height * 0.28,
            width * 0.30,
            height * 0.78,
            Solid(ground.strong),
        )
    )
    return items


def _effects(
    identity: Identity, lockup: Lockup, left: float, top: float, width: float
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
        logo(lockup, left, top, width, ramps["primary"][500]),
    ]
