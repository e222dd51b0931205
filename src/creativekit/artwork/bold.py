"""Bold: a street poster. Letters of the name larger than the sheet, flat colour, one tilted strip.

The ground is the brand's colour exactly as typed, because a poster is where it must be itself; ink
and the second colour are chosen by contrast with it, so a near-black or near-white brand works too.
The strip is told from the ground and from every letter it covers, or a poster would lose its feet.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from creativekit.artwork.lettering import carrier
from creativekit.artwork.sheet import Composition, Room, Sheet, block, cropped, symbol
from creativekit.canvas.lettering import ink_box, text_path
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Item, Shape, Solid
from creativekit.canvas.typeset import line
from creativekit.color.contrast import LARGE_TEXT, TEXT, ratio, readable
from creativekit.fonts.faces import Face
from creativekit.fonts.metrics import metrics
from creativekit.fonts.shaping import shape

# Degrees that the strip is tilted by, so that no two posters of a series hang alike.
_TILTS = (-4.5, 2.5, -6.0, 5.0, -2.5, 3.0, -3.0)
# Its thickness, as a part of the short side.
_THICK = 0.105
# Rows of letters on a wide sheet and on a tall one: one name is seen nearer and from farther off.
_ROWS = ((1, 2), (2, 2), (1, 3), (1, 2), (2, 3), (1, 2), (2, 2))
# Between words, in em; and what must be seen of a word at the edge for it to have been said.
_SPACE = 0.16
_SAID = 0.6
# What two flat colours that touch must differ by to be two.
_APART = 1.8


@dataclass(frozen=True, slots=True)
class _Poster:
    """Its colours: of the words, of the letters that the strip covers, of the rows above those."""

    ground: str
    ink: str
    letters: str
    above: str
    strip: str
    on_strip: str


def compose(sheet: Sheet) -> Composition:
    width, height, margin = sheet.width, sheet.height, sheet.margin
    colors = _colors(sheet)
    cut = height * (0.50 if sheet.wide else 0.58 if height > 1.1 * width else 0.55)
    items: list[Item] = [block(0, 0, width, height, colors.ground)]
    items.extend(_letters(sheet, cut, colors))
    items.extend(_strip(sheet, cut, colors))
    # A strip that rises to the right hangs lowest over the words' first letters.
    hangs = max(0.0, -_slope(sheet)) * (width / 2 - margin)
    title = Box(
        margin,
        cut + max(margin * 1.75, hangs + sheet.short * _THICK / 2 + margin * 0.75),
        width * (0.72 if sheet.wide else 1) - margin,
        height - margin * (1.6 if sheet.wide else 1.85),
    )
    foot = Box(margin, height - margin * 1.5, width - margin, height - margin * 0.8)
    ink = colors.ink
    return Composition(
        sheet.scene(tuple(items)),
        Room(title, ink, ink, colors.strip, side="top"),
        Room(foot, ink, ink, colors.strip, side="bottom"),
    )


def _slope(sheet: Sheet) -> float:
    """How far the strip goes down for each px to the right."""
    return math.tan(math.radians(_TILTS[sheet.variant % len(_TILTS)]))


def _colors(sheet: Sheet) -> _Poster:
    """The openers take turns with the brand's colour, the accent, black and white."""
    base = sheet.identity.palette.seed
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
    pool = (second, hot, base, sheet.accent(300), sheet.accent(700), black, white)
    pairs = [
        (letters, strip)
        for letters in dict.fromkeys((ink, *better))
        for strip in pool
        if min(ratio(letters, ground), ratio(strip, ground), ratio(strip, letters)) >= _APART
    ]
    # Black, white and a colour between them are always three, so there is a pair; the turn's own
    # second colour is worth letters of the other ink.
    letters, strip = next((pair for pair in pairs if pair[1] == second), pairs[0])
    above = next((color for color in (strip, second) if color != letters), letters)
    on_strip = next(
        (color for color in (base, ground, letters) if ratio(color, strip) >= LARGE_TEXT),
        readable(strip, (ink,), TEXT),
    )
    return _Poster(ground, ink, letters, above, strip, on_strip)


def _letters(sheet: Sheet, cut: float, colors: _Poster) -> list[Item]:
    """The name in capitals, larger than the sheet, in rows that run off its right edge.

    It is read in its order from its first word, and said again when it ends before the edge. The
    lowest row stands under the strip, however that is tilted, and ends where the strip is.
    """
    identity = sheet.identity
    face = identity.type.heading
    words = identity.name.get(identity.main_language).upper().split()
    rows = _ROWS[sheet.variant % len(_ROWS)][0 if sheet.wide else 1]
    drop = abs(_slope(sheet)) * sheet.width / 2
    top = -sheet.margin * 0.35
    foot = cut + max(0.0, drop - sheet.short * _THICK * 0.3)
    cap = metrics(face).cap_height
    # Rows are parted by an eighth of a letter: room for the hooks and the breves of capitals.
    tall = (foot - top) / (rows + (rows - 1) / 8)
    items: list[Item] = []
    first = 0
    for row in range(rows):
        color = colors.letters if row == rows - 1 else colors.above
        baseline = top + tall * (row + 1) + tall * row / 8
        paths, first = _row(sheet, face, words, first, baseline, tall / cap)
        items.extend(Shape(path, Solid(color)) for path in paths)
    edge = Path.polygon(
        (
            (0, 0),
            (sheet.width, 0),
            (sheet.width, cut + _slope(sheet) * sheet.width / 2),
            (0, cut - _slope(sheet) * sheet.width / 2),
        )
    )
    return [cropped(tuple(items), edge)]


def _row(
    sheet: Sheet, face: Face, words: list[str], first: int, baseline: float, size: float
) -> tuple[list[Path], int]:
    """Words one after the other until the edge is reached; which word the next row starts with."""
    x = sheet.margin * 0.8
    paths: list[Path] = []
    while True:
        shaped = shape(face, words[first % len(words)], sheet.identity.main_language)
        left = 0.0 if paths else ink_box(shaped, size, 0.0, 0.0).left
        paths.append(text_path(shaped, size, x - left, baseline))
        wide = max(shaped.width * size, sheet.width * 0.02)
        first += 1
        if x + wide + size * _SPACE >= sheet.width:
            # The name goes on in the next row; its last word, when cut, is said there whole.
            cut_short = first % len(words) == 0 and sheet.width - x < wide * _SAID
            return paths, first - 1 if cut_short and first > 1 else first
        x += wide + size * _SPACE


def _strip(sheet: Sheet, cut: float, colors: _Poster) -> list[Item]:
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
    on = colors.on_strip
    items: list[Item] = [block(-length, -thick / 2, length * 2, thick, colors.strip)]
    x = -sheet.width * 0.55
    drop = metrics(face).cap_height * size / 2
    middle = thick * 0.75
    pitch = shaped.width * size + thick * 1.5
    while x < sheet.width * 0.6:
        items.append(
            line(text, face, size, x, drop, on, tracking=0.06, language=identity.main_language)
        )
        star = x + shaped.width * size + middle
        items.append(symbol(identity.motif, star, 0, thick * 0.55, on, colors.strip))
        x += pitch
    tilt = _TILTS[sheet.variant % len(_TILTS)]
    return [Group(tuple(items), Affine.translation(sheet.width / 2, cut) @ Affine.rotation(tilt))]
