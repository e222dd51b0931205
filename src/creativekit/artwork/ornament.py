"""Ornament: felt and symmetry. All stands on one vertical axis, in a frame, between two bands.

The lower band mirrors the upper one, as in a syrmaq, where figure and ground are cut from two felts
at once; so the number of figures is odd and one of them stands on the axis.
"""

from __future__ import annotations

from creativekit.artwork.sheet import Composition, Room, Sheet, block, symbol
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Item, Line, Shape, Solid


def compose(sheet: Sheet) -> Composition:
    width, height, margin = sheet.width, sheet.height, sheet.margin
    felt, ghost, figure, gold, ink = _felts(sheet)
    items: list[Item] = [block(0, 0, width, height, felt)]
    band = height * (0.15 if sheet.wide else 0.10)
    inset = margin * 0.62
    upper = _band(sheet, inset + band / 2, band, figure, gold, felt)
    items.append(upper)
    items.append(Group((upper,), Affine(d=-1, f=height)))
    frame = Box(
        margin * 1.15, inset * 1.7 + band, width - margin * 1.15, height - inset * 1.7 - band
    )
    if sheet.crowd < 1:
        items.append(_ghost(sheet, frame, ghost, felt))
    items.extend(_frame(frame, sheet.short * 0.0032, gold, felt, sheet.short))
    pad = margin * 0.9
    inside = Box(
        frame.left + pad * 1.6, frame.top + pad * 0.7, frame.right - pad * 1.6, frame.bottom - pad
    )
    foot = Box(inside.left, frame.bottom - pad * 1.32, inside.right, frame.bottom - pad * 0.62)
    return Composition(
        sheet.scene(tuple(items)),
        Room(inside, ink, ink, gold, "center", "middle"),
        Room(foot, ink, ink, gold, "center", "bottom"),
    )


def _ghost(sheet: Sheet, frame: Box, color: str, felt: str) -> Group:
    """The symbol pressed into the felt: alone, as a rosette of four, or three in a row."""
    mark = sheet.identity.motif
    aspect = mark.box.width / mark.box.height
    x, y = frame.center
    kind = sheet.variant % 3
    if kind == 1:
        tall = min(frame.height * 0.36, frame.width * 0.2)
        reach = tall * 0.58
        places = [(x, y - reach, 0), (x + reach, y, 90), (x, y + reach, 180), (x - reach, y, 270)]
    elif kind == 2:
        tall = min(frame.height * 0.5, frame.width * 0.24 / aspect)
        places = [(x + side * frame.width * 0.31, y, 0) for side in (-1, 0, 1)]
    else:
        # Its point ends above the foot, which is set on plain felt.
        high, low = frame.top + sheet.margin * 0.4, frame.bottom - sheet.margin * 1.1
        tall = min(low - high, frame.height * 0.78, frame.width * 0.72 / aspect)
        below = (mark.box.bottom - mark.center[1]) / mark.box.height
        y = min(y, low - below * tall)
        places = [(x, y, 0)]
    return Group(
        tuple(
            symbol(mark, px, py, tall, color, felt, accent=color, turn=turn)
            for px, py, turn in places
        )
    )


def _felts(sheet: Sheet) -> tuple[str, str, str, str, str]:
    """Ground, its ghost, the two figures and the words: dark felt on light and light on dark."""
    cream, gold = sheet.accent(100), sheet.accent(400)
    if sheet.variant in (2, 5):
        light = sheet.light("surface")
        return (
            light,
            sheet.light("surface-raised"),
            sheet.primary(700),
            sheet.accent(500),
            sheet.primary(900),
        )
    step = 900 if sheet.variant in (3, 6) else 800
    return sheet.primary(step), sheet.primary(step - 100), cream, gold, cream


def _band(sheet: Sheet, cy: float, size: float, cream: str, gold: str, felt: str) -> Group:
    """A row of symbols, the middle one on the axis and the outermost halved by the edges."""
    mark = sheet.identity.motif
    height = size * 0.94
    pitch = max(mark.box.width / mark.box.height * height * 1.28, height * 0.95)
    half = max(1, round(sheet.width / 2 / pitch))
    pitch = sheet.width / 2 / half
    return Group(
        tuple(
            symbol(
                mark,
                sheet.width / 2 + index * pitch,
                cy,
                height,
                cream if (index + sheet.variant) % 2 else gold,
                felt,
            )
            for index in range(-half, half + 1)
        )
    )


def _frame(box: Box, stroke: float, color: str, ground: str, unit: float) -> list[Item]:
    """Two lines, the outer one heavier, with a diamond on each corner."""
    gap = unit * 0.0115
    size = unit * 0.014
    items: list[Item] = [
        Line(_outline(box), Solid(color), stroke),
        Line(_outline(box.inset(gap)), Solid(color), stroke * 0.45),
    ]
    for x in (box.left, box.right):
        for y in (box.top, box.bottom):
            points = ((x - size, y), (x, y - size), (x + size, y), (x, y + size))
            items.append(
                Shape(
                    Path.polygon((px + (px - x) * 0.75, py + (py - y) * 0.75) for px, py in points),
                    Solid(ground),
                )
            )
            items.append(Shape(Path.polygon(points), Solid(color)))
    return items


def _outline(box: Box) -> Path:
    return Path.rect(box.left, box.top, box.width, box.height)
