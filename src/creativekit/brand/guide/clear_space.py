"""Clear space, drawn: the logo, the room round it, and what that room was measured from."""

from __future__ import annotations

from creativekit.artwork.lettering import carrier
from creativekit.artwork.signature import logo
from creativekit.brand.guide.looks import Ground
from creativekit.canvas.path import Affine, Box, Path, Point
from creativekit.canvas.scene import Item, Line, Rect, Scene, Solid
from creativekit.canvas.typeset import line
from creativekit.fonts.faces import Face
from creativekit.identity.colorway import Paints
from creativekit.identity.model import Identity, Lockup


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
    # The frame is the picture's edge: all of its line is inside.
    frame = outer.inset(stroke * 0.4)
    items.append(Line(_rect(frame), quiet, stroke * 0.8))
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
        x = outer.left - ruler * scale * 0.5
        items.extend(
            _dimension((x, at.top), (x, at.bottom), "x", size, stroke, strong, ground.ground, face)
        )
    return Scene(width, outer.height, tuple(items))


def _rect(box: Box) -> Path:
    return Path.rect(box.left, box.top, box.width, box.height)


def _moved(box: Box, place: Affine) -> Box:
    left, top = place.apply(box.left, box.top)
    right, bottom = place.apply(box.right, box.bottom)
    return Box(left, top, right, bottom)


def _dimension(
    start: Point,
    end: Point,
    text: str,
    size: float,
    stroke: float,
    color: Solid,
    ground: str,
    face: Face,
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
    words = line(text, face, size, mx, my + size * 0.34, color, anchor="middle")
    wide = words.line.width * size + size * 0.5
    tall = size * 1.15
    return [
        Line(path, color, stroke),
        Rect(mx - wide / 2, my - tall / 2, wide, tall, Solid(ground)),
        words,
    ]
