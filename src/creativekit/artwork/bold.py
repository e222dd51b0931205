"""Bold: a street poster. Letters of the name larger than the sheet, flat colour, one tilted strip.

The ground is the brand's colour exactly as typed, because a poster is where it must be itself; ink
and the second colour are chosen by contrast with it, so a near-black or near-white brand works too.
"""

from __future__ import annotations

import math

from creativekit.artwork.lettering import carrier
from creativekit.artwork.sheet import Composition, Room, Sheet, block, cropped, symbol
from creativekit.canvas.lettering import ink_box, text_path
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Item, Shape, Solid
from creativekit.canvas.typeset import line
from creativekit.color.contrast import ratio, readable
from creativekit.fonts.metrics import metrics
from creativekit.fonts.shaping import shape

# Degrees that the strip is tilted by, so that no two posters of a series hang alike.
_TILTS = (-4.5, 4.0, -6.0, 5.0, -3.5, 3.0, -5.0)
# Its thickness, as a part of the short side.
_THICK = 0.105


def compose(sheet: Sheet) -> Composition:
    width, height, margin = sheet.width, sheet.height, sheet.margin
    base = sheet.identity.palette.seed
    ground, ink, second = _colors(sheet, base)
    cut = height * (0.53 if sheet.wide else 0.60 if height > 1.1 * width else 0.56)
    items: list[Item] = [block(0, 0, width, height, ground)]
    items.extend(_letters(sheet, cut, ink, second))
    items.append(block(0, cut, width, height - cut, ground))
    items.extend(_strip(sheet, cut, ink, ground))
    # A strip that rises to the right hangs lowest over the words' first letters.
    tilt = math.radians(_TILTS[sheet.variant % len(_TILTS)])
    hangs = math.tan(max(0.0, -tilt)) * (width / 2 - margin)
    title = Box(
        margin,
        cut + max(margin * 1.75, hangs + sheet.short * _THICK / 2 + margin * 0.75),
        width * (0.72 if sheet.wide else 1) - margin,
        height - margin * 1.7,
    )
    foot = Box(margin, height - margin * 1.5, width - margin, height - margin * 0.8)
    return Composition(
        sheet.scene(tuple(items)),
        Room(title, ink, ink, second, side="top"),
        Room(foot, ink, ink, second, side="bottom"),
    )


def _colors(sheet: Sheet, base: str) -> tuple[str, str, str]:
    """Ground, ink and second colour; the openers take turns with them."""
    black, white = sheet.neutral(950), "#ffffff"
    hot = sheet.light("accent")
    turns = (
        (base, hot),
        (hot, base),
        (black, base),
        (white, base),
        (base, white),
        (hot, white),
        (black, hot),
    )
    ground, second = turns[sheet.variant % len(turns)]
    better = sorted((black, white), key=lambda color: -ratio(color, ground))
    ink = readable(ground, better)
    choices = (second, hot, base, sheet.accent(300), sheet.accent(700), ink)
    return ground, ink, next(color for color in choices if ratio(color, ground) >= 2)


def _letters(sheet: Sheet, cut: float, ink: str, second: str) -> list[Item]:
    """The name in capitals, larger than the sheet: one row on a wide sheet, two on a tall one.

    A row runs off the right edge; a name too short for that is said again, in the second colour.
    """
    identity = sheet.identity
    face = identity.type.heading
    words = identity.name.get(identity.main_language).upper().split()
    start = sheet.variant % len(words)
    order = words[start:] + words[:start]
    top = -sheet.margin * 0.35
    rows = 1 if sheet.wide else 2
    step = (cut - top + sheet.margin * 0.55) / rows
    cap = metrics(face).cap_height
    size = step / (cap * (1.0 if rows == 1 else 1.12))
    items: list[Item] = []
    for row in range(rows):
        x = sheet.margin * 0.8
        for index in range(12):
            word = order[(index + row) % len(order)]
            shaped = shape(face, word, identity.main_language)
            left = ink_box(shaped, size, 0.0, 0.0).left if index == 0 else 0.0
            path = text_path(shaped, size, x - left, top + step * row + cap * size)
            items.append(Shape(path, Solid(ink if (index + row) % 2 == 0 else second)))
            x += shaped.width * size + size * 0.16
            if x >= sheet.width or rows > 1:
                break
    return [cropped(tuple(items), Path.rect(0, 0, sheet.width, cut))]


def _strip(sheet: Sheet, cut: float, ink: str, ground: str) -> list[Item]:
    """A band across the sheet, a little tilted, with the tagline and the symbol over and over."""
    identity = sheet.identity
    thick = sheet.short * _THICK
    size = thick * 0.50
    face = identity.type.heading
    said = identity.tagline if identity.tagline is not None else identity.name
    text = said.get(identity.main_language).upper()
    face = carrier(text, face, identity.type.body_bold)
    shaped = shape(face, text, identity.main_language, 0.06)
    length = sheet.width * 1.2
    items: list[Item] = [block(-length, -thick / 2, length * 2, thick, ink)]
    x = -sheet.width * 0.55
    drop = metrics(face).cap_height * size / 2
    pitch = shaped.width * size + thick * 1.5
    while x < sheet.width * 0.6:
        items.append(
            line(text, face, size, x, drop, ground, tracking=0.06, language=identity.main_language)
        )
        items.append(
            symbol(
                identity.motif, x + shaped.width * size + thick * 0.75, 0, thick * 0.55, ground, ink
            )
        )
        x += pitch
    tilt = _TILTS[sheet.variant % len(_TILTS)]
    return [Group(tuple(items), Affine.translation(sheet.width / 2, cut) @ Affine.rotation(tilt))]
