"""Steppe: a low horizon, a wide sky. The pictures of one document follow the sun through a day.

Bands of grass are steps of one ramp, lightest far away (aerial perspective), so that any brand
colour makes a landscape; the sky is the palest of the accent, so that it is warm beside cool grass
and cool beside warm.
"""

from __future__ import annotations

import math

from creativekit.artwork.chance import Chance
from creativekit.artwork.sheet import Composition, Room, Sheet, block, circle
from creativekit.canvas.path import Box, Command, Path, Point
from creativekit.canvas.scene import Item, LinearGradient, Shape, Solid, Stop

# Where the sun stands, parts of the sheet, from before the cover's sunrise to night.
_DAY = ((0.755, 0.60), (0.66, 0.44), (0.74, 0.29), (0.80, 0.25), (0.85, 0.33), (0.88, 0.50))
_NIGHT = (0.80, 0.27)
_STARS = 64


def compose(sheet: Sheet) -> Composition:
    width, height, margin = sheet.width, sheet.height, sheet.margin
    night = sheet.variant >= len(_DAY)
    horizon = height * (0.655 if sheet.wide else 0.68)
    across, down = _NIGHT if night else _DAY[sheet.variant]
    if not sheet.wide:
        # A tall sheet has its words above: the sun keeps to the lower sky.
        down = 0.47 + 0.26 * down
    radius = sheet.short * (0.185 if sheet.variant == 0 else 0.13 if not night else 0.09)
    steps = (700, 800, 900, 950) if night else (200, 400, 600, 800)
    sky = (
        (sheet.primary(950), sheet.primary(800))
        if night
        else (sheet.light("surface"), sheet.light("surface"))
    )
    chance = sheet.chance("grass")
    items: list[Item] = [
        block(
            0,
            0,
            width,
            height,
            LinearGradient(0, 0, 0, horizon, (Stop(0, sky[0]), Stop(1, sky[1]))),
        ),
    ]
    title = Box(
        margin,
        margin * 1.15,
        width * (0.60 if sheet.wide else 1) - margin,
        horizon * 0.86 if sheet.wide else height * 0.44,
    )
    # Whole, or behind the land; never cut by the sheet's side.
    sun = min(width * across, width - margin - radius), height * down
    if night:
        items.extend(_stars(sheet, horizon, title, (*sun, radius)))
    items.append(
        circle(
            *sun,
            radius,
            sheet.accent(200) if night else sheet.light("accent"),
        )
    )
    depth = height - horizon
    for index, step in enumerate(steps):
        # The nearest is high enough that the whole signature stands on it.
        top = horizon + depth * (0.02, 0.18, 0.38, 0.61)[index]
        items.append(
            Shape(
                _band(sheet, chance, top, depth * (0.16, 0.13, 0.11, 0.07)[index]),
                Solid(sheet.primary(step)),
            )
        )
    return Composition(
        sheet.scene(tuple(items)),
        Room(
            title,
            sheet.accent(50) if night else sheet.primary(950),
            sheet.accent(200) if night else sheet.primary(800),
            sheet.accent(500),
        ),
        Room(
            Box(margin, height - margin * 1.9, width - margin, height - margin * 0.75),
            "#ffffff",
            sheet.primary(50),
            sheet.accent(400),
            side="bottom",
        ),
    )


def _band(sheet: Sheet, chance: Chance, top: float, swing: float) -> Path:
    """Land from a rolling line down to the sheet's foot: crests and troughs of uneven length."""
    length = sheet.width * (0.30 if sheet.wide else 0.46)
    x = -length * chance.between(0.2, 1.0)
    up = chance.unit() < 0.5
    commands: list[Command] = [("M", x, top + (-swing if up else swing) / 2)]
    y = top + (-swing if up else swing) / 2
    while x < sheet.width:
        step = length * chance.between(0.85, 1.25)
        up = not up
        to = top + (-swing if up else swing) / 2 * chance.between(0.75, 1.1)
        commands.append(("C", x + step * 0.42, y, x + step * 0.58, to, x + step, to))
        x, y = x + step, to
    commands.extend((("L", x, sheet.height), ("L", commands[0][1], sheet.height), ("Z",)))  # type: ignore[misc]
    return Path(tuple(commands))


def _stars(
    sheet: Sheet, horizon: float, words: Box, moon: tuple[float, float, float]
) -> list[Item]:
    """Stars all over the sky but where words are set, beside the moon's edge and beside each
    other: a star among letters is a full stop."""
    chance = sheet.chance("stars")
    quiet = sheet.margin * 0.5
    mx, my, radius = moon
    side = words.right + quiet if sheet.wide else sheet.width
    stars: list[Item] = []
    placed: list[Point] = []
    for _ in range(_STARS):
        x = sheet.width * chance.between(0.03, 0.97)
        y = horizon * chance.between(0.05, 0.92)
        size = sheet.short * chance.choice((0.0018, 0.0018, 0.003))
        if x < side and y < words.bottom + quiet:
            continue
        if math.hypot(x - mx, y - my) < radius + quiet / 2:
            continue
        if all(math.hypot(x - a, y - b) > quiet for a, b in placed):
            placed.append((x, y))
            stars.append(circle(x, y, size, sheet.accent(100)))
    return stars
