"""Noir: a concert at night. Near black, one lamp, and the symbol standing in its light.

The light is the only gradient there is, and everything in it is a step of the brand's ramp, so the
darkness takes the brand's temperature.
"""

from __future__ import annotations

from creativekit.artwork.sheet import (
    Align,
    Composition,
    Room,
    Sheet,
    Side,
    block,
    cropped,
    symbol,
)
from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import Item, Line, LinearGradient, RadialGradient, Shape, Solid, Stop
from creativekit.identity.mark import Mark

# How near the symbol is seen (parts of its usual height), where the lamp hangs (part of a wide
# sheet's width), and how far the light comes from the side (parts of the short side).
_SCENES = (
    (1.0, 0.72, 0.0),
    (1.0, 0.78, -0.55),
    (1.75, 0.76, 0.0),
    (0.55, 0.70, 0.0),
    (1.0, 0.70, 0.5),
    (1.5, 0.82, -0.4),
    (0.75, 0.76, 0.0),
)
# Where the words end on a sheet that is not wide (part of its height).
_WORDS = 0.34
# How flat the pool of light lies.
_FLAT = 0.125


def compose(sheet: Sheet) -> Composition:
    width, height, margin = sheet.width, sheet.height, sheet.margin
    dark = sheet.dark("surface")
    scale, place_, aim = _SCENES[sheet.variant % len(_SCENES)]
    lamp = width * (place_ if sheet.wide else 0.5)
    floor = height * (0.86 if sheet.wide else 0.80)
    spread = sheet.short * (0.46 if sheet.wide else 0.42) * (1 if scale <= 1 else 1.25)
    items: list[Item] = [
        block(0, 0, width, height, dark),
        *_light(sheet, lamp, floor, spread, dark, aim * sheet.short),
    ]
    tall = height * (0.56 if sheet.wide else 0.40) * scale
    close = scale > 1
    stands = floor + spread * _FLAT * 0.3
    if close and not sheet.wide:
        # However near, it stays below the words.
        tall = min(tall, stands - height * (_WORDS + 0.05))
    mark = sheet.identity.motif
    left, right = _foot(mark)
    # What is black is seen only before light: its foot is inside the pool, and it stands there.
    lit = spread * 0.84
    tall = min(tall, 2 * lit / (right - left) * mark.box.height)
    k = tall / mark.box.height
    x = lamp + (sheet.short * 0.08 if close else 0)
    x = min(max(x, lamp - lit - left * k), lamp + lit - right * k)
    thing = symbol(
        mark,
        x,
        stands - (mark.box.bottom - mark.center[1]) * k,
        tall,
        dark,
        sheet.primary(800),
        accent=sheet.accent(400),
    )
    items.append(thing)
    short = sheet.short * 0.075
    y = height - margin * 1.0
    align: Align = "left" if sheet.wide else "center"
    side: Side = "middle" if sheet.wide else "top"
    if sheet.wide:
        words = Box(margin, margin, width * 0.50, height - margin * 2.3)
        start = margin
        foot = Box(margin, height - margin * 2.0, width * 0.5, height - margin * 1.3)
    else:
        words = Box(margin, margin, width - margin, height * _WORDS)
        start = width / 2 - short / 2
        foot = Box(margin, height - margin * 2.2, width - margin, height - margin * 1.35)
    rule = Path((("M", start, y), ("L", start + short, y)))
    items.append(Line(rule, Solid(sheet.hot), max(1.5, sheet.short * 0.003)))
    ink, muted = sheet.neutral(50), sheet.neutral(300 if sheet.wide else 100)
    return Composition(
        sheet.scene(tuple(items)),
        Room(words, ink, muted, sheet.hot, align, side),
        Room(foot, ink, muted, sheet.hot, align, "bottom"),
    )


def _foot(mark: Mark) -> tuple[float, float]:
    """How far the lower part of a symbol reaches left and right of its optical centre."""
    base = mark.box.bottom - mark.box.height * 0.3
    across = [
        x - mark.center[0]
        for layer in mark.layers
        for outline in layer.path.flatten(2.0)
        for x, y in outline
        if y >= base
    ]
    return min(across), max(across)


def _light(
    sheet: Sheet, lamp: float, floor: float, spread: float, dark: str, aside: float
) -> list[Item]:
    """A cone from above the sheet to the floor, and the pool it makes there; the lamp hangs `aside`
    px to the right of what it lights."""
    top = sheet.short * 0.07
    lit = sheet.primary(600)
    cone = Path.polygon(
        (
            (lamp + aside - top, 0),
            (lamp + aside + top, 0),
            (lamp + spread, floor),
            (lamp - spread, floor),
        )
    )
    beam = LinearGradient(
        0,
        0,
        0,
        floor,
        (Stop(0, lit, 0.9), Stop(0.5, sheet.primary(700), 0.5), Stop(1, sheet.primary(800), 0.1)),
    )
    halo = RadialGradient(
        lamp,
        floor * 0.42,
        sheet.short * 0.75,
        (
            Stop(0, sheet.primary(700), 0.62),
            Stop(0.5, sheet.primary(800), 0.28),
            Stop(1, dark, 0.0),
        ),
    )
    pool = RadialGradient(
        lamp,
        floor,
        spread * 1.05,
        (
            Stop(0, sheet.primary(600), 0.95),
            Stop(0.75, sheet.primary(700), 0.75),
            Stop(1, sheet.primary(800), 0.5),
        ),
    )
    return [
        block(0, 0, sheet.width, sheet.height, halo),
        cropped((Shape(cone, beam),), Path.rect(0, 0, sheet.width, floor)),
        Shape(Path.ellipse(lamp, floor, spread, spread * _FLAT), pool),
    ]
