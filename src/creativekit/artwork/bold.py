"""Bold: a street poster. The name in letters as large as the sheet, flat colour, one tilted strip.

A poster is read, not deciphered: the words of the name stand in their order, rows break between
words, and a word too wide for any row is cut only where it is still known.

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
from creativekit.fonts.metrics import metrics
from creativekit.fonts.shaping import ShapedLine, shape

# Degrees that the strip is tilted by, so that no two posters of a series hang alike.
_TILTS = (-4.5, 2.5, -6.0, 5.0, -2.5, 3.0, -3.0)
# Its thickness, as a part of the short side.
_THICK = 0.105
# Rows of letters on a wide sheet and on a tall one: one name is seen nearer and from farther off.
_ROWS = ((1, 2), (2, 2), (1, 3), (1, 2), (2, 3), (1, 2), (2, 2))
# The most rows there may be: not wide, wide.
_MOST = (5, 3)
# Between words, in em; and which share of a word's letters must be seen for it to have been said.
_SPACE = 0.21
_SAID = 0.6
# Parts of a capital's height: between rows (room for the hooks and the breves of capitals), what
# runs off the top, and what the strip may hide of the lowest row: an Е without its foot is no Е.
_GAP = 0.16
_BLEED = 0.08
_HIDDEN = 0.05
# How far a row may go over the edge (em) and still be meant to end before it.
_NICK = 0.1
_ROUNDS = 4
# What two flat colours that touch must differ by to be two.
_APART = 1.8

_Row = tuple[ShapedLine, ...]


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
        (hot, black),
        (black, hot),
    )
    ground, second = turns[sheet.variant % len(turns)]
    better = sorted((black, white), key=lambda color: -ratio(color, ground))
    ink = readable(ground, better)
    middle = (sheet.accent(500), sheet.primary(500), sheet.neutral(500))
    pool = (second, hot, base, sheet.accent(300), sheet.accent(700), *middle, black, white)
    # Between black and white there is always a third, if it is a grey; the turn's own second colour
    # is worth letters of the other ink.
    pairs = [
        (letters, strip)
        for letters in dict.fromkeys((ink, *better, base))
        for strip in pool
        if min(ratio(letters, ground), ratio(strip, ground), ratio(strip, letters)) >= _APART
    ]
    # Whatever the turn, a poster shows the brand's own colour.
    worn = [pair for pair in pairs if base in (ground, *pair)]
    letters, strip = next((pair for pair in pairs if pair[1] == second), (worn or pairs)[0])
    is_missing = base not in (ground, letters, strip) and ratio(base, ground) >= _APART
    above = next((each for each in (strip, second) if each != letters), letters)
    above = base if is_missing else above
    on_strip = next(
        (color for color in (base, ground, letters) if ratio(color, strip) >= LARGE_TEXT),
        readable(strip, (ink,), TEXT),
    )
    return _Poster(ground, ink, letters, above, strip, on_strip)


def _letters(sheet: Sheet, cut: float, colors: _Poster) -> list[Item]:
    """The name in capitals, as large as it can be read, from the top down to the strip."""
    setting = _setting(sheet, cut)
    items: list[Item] = []
    last = len(setting.rows) - 1
    for index, (row, baseline) in enumerate(zip(setting.rows, setting.baselines, strict=True)):
        color = Solid(colors.letters if index == last else colors.above)
        x = setting.left - ink_box(row[0], setting.size, 0.0, 0.0).left
        for word in row:
            items.append(Shape(text_path(word, setting.size, x, baseline), color))
            x += (word.width + _SPACE) * setting.size
    edge = Path.polygon(
        (
            (0, 0),
            (sheet.width, 0),
            (sheet.width, cut + _slope(sheet) * sheet.width / 2),
            (0, cut - _slope(sheet) * sheet.width / 2),
        )
    )
    return [cropped(tuple(items), edge)]


@dataclass(frozen=True, slots=True)
class _Setting:
    """Rows of words that start at `left`, on their baselines; px.

    whole: the last row ends the name. cut: the edge takes a part of a word. empty: rows left free
    above the first.
    """

    rows: tuple[_Row, ...]
    baselines: tuple[float, ...]
    left: float
    size: float
    whole: bool
    cut: bool
    empty: int


def _setting(sheet: Sheet, cut: float) -> _Setting:
    """As few rows as the variant wants and the name needs to be said to its end.

    A name that is too long for that is begun, in as many rows as there may be.
    """
    identity = sheet.identity
    face = identity.type.heading
    said = identity.name.get(identity.main_language).upper().split()
    words = [shape(face, word, identity.main_language) for word in said]
    wanted, most = _ROWS[sheet.variant % len(_ROWS)][0 if sheet.wide else 1], _MOST[sheet.wide]
    counts = (*range(wanted, most + 1), *range(wanted - 1, 0, -1))

    def tried(least: float) -> list[_Setting]:
        found = (_in_rows(sheet, words, cut, count, least) for count in counts)
        return [setting for setting in found if setting is not None]

    # Of a word without end its beginning is all that can be said.
    settings = tried(_SAID) or tried(0.0)
    return min(
        settings,
        key=lambda one: (not one.whole, one.cut, one.empty, 0 if one.whole else -len(one.rows)),
    )


def _in_rows(
    sheet: Sheet, words: list[ShapedLine], cut: float, count: int, least: float
) -> _Setting | None:
    """The name in at most `count` rows, from its first word, and again from the start of a row
    where it can be said whole. None where less than `least` of a word would be seen."""
    left, edge = sheet.margin * 0.8, sheet.width - sheet.margin * 0.4
    cap = metrics(sheet.identity.type.heading).cap_height
    # How high the lowest row has to end depends on how far it goes, for the strip is tilted: at
    # first every row is taken for full, and letters grow as long as no word changes its row.
    tall = _tall(sheet, cut, [sheet.width] * count)
    kept: tuple[tuple[_Row, ...], float] | None = None
    for _ in range(_ROUNDS):
        size = tall / cap
        room = (edge - left) / size
        name = _broken(words, room, (sheet.width - left) / size, least)
        if name is not None and len(name) == 1:
            # A short name is said along the row as often as it is said whole.
            name = (name[0] * max(1, int((room + _SPACE) / (_wide(name[0]) + _SPACE))),)
        if name is None or (kept is not None and name != kept[0]):
            break
        kept = name, tall
        rows = _said_again(name, count)
        ends = [min(left + _wide(row) * size, sheet.width) for row in rows]
        tall = _tall(sheet, cut, [left] * (count - len(rows)) + ends)
    if kept is None:
        return None
    name, tall = kept
    rows = _said_again(name, count)
    size = tall / cap
    end = left + max(map(_wide, rows)) * size
    if edge < end < sheet.width + size * _NICK:
        # A row that ends on the edge looks cut by mistake.
        size *= (edge - left) / (end - left)
        end = edge
    empty = count - len(rows)
    baselines = tuple(tall * (row + 1 + row * _GAP - _BLEED) for row in range(empty, count))
    return _Setting(
        rows, baselines, left, size, len(rows) % len(name) == 0, end > sheet.width, empty
    )


def _said_again(name: tuple[_Row, ...], count: int) -> tuple[_Row, ...]:
    """As many whole sayings as `count` rows hold; the beginning of one that they do not hold."""
    return (name * max(1, count // len(name)))[:count]


def _tall(sheet: Sheet, cut: float, ends: list[float]) -> float:
    """How tall capitals (px) may be in rows that end at `ends`: the strip hides a part of the feet
    of the lowest row, and nothing of the rows above it."""
    slope = _slope(sheet)
    left = sheet.margin * 0.8
    allowed = []
    for row, end in enumerate(ends):
        # The strip's upper edge, where it is highest over the row.
        at = cut + min(slope * (x - sheet.width / 2) for x in (left, end))
        at -= sheet.short * _THICK / 2 * math.hypot(1, slope)
        hidden = _HIDDEN if row == len(ends) - 1 else 0.0
        allowed.append(at / (row + 1 + row * _GAP - _BLEED - hidden))
    return min(allowed)


def _broken(
    words: list[ShapedLine], room: float, edge: float, least: float
) -> tuple[_Row, ...] | None:
    """The name once, in rows `room` em wide. A word too wide for a row has one to itself and is cut
    at `edge` em; None when less than `least` of its letters are whole."""
    rows: list[list[ShapedLine]] = []
    for word in words:
        if rows and _wide((*rows[-1], word)) <= room:
            rows[-1].append(word)
            continue
        seen = sum(glyph.x + glyph.advance <= edge for glyph in word.glyphs)
        if seen < least * len(word.glyphs):
            return None
        rows.append([word])
    return tuple(map(tuple, rows))


def _wide(row: _Row) -> float:
    return sum(word.width for word in row) + _SPACE * (len(row) - 1)


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
