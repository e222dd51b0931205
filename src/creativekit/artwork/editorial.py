"""Editorial: a magazine spread. Paper, one picture that bleeds off, hairlines, the rest left empty.

The picture is made of what there is: the brand's symbol, cropped close like a photograph of a
thing, before a disc of light.
"""

from __future__ import annotations

from functools import lru_cache

from creativekit.artwork.sheet import Composition, Room, Sheet, block, circle, cropped, symbol
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Item, Line, LinearGradient, Shape, Solid, Stop
from creativekit.color.contrast import ratio
from creativekit.fonts.metrics import crossings

# What a pale picture and the paper it lies on differ by, at least.
_EDGE = 1.25
# What its disc and the ground differ by.
_SEEN = 1.5
# The zone beside a frame's edge where nothing may end (part of its width), how many lines across
# the picture are looked at, how many steps of 2 % the thing may be moved, how far down, and how
# much it may grow.
_ZONE = 0.135
_LINES = 48
_CORNER, _TORN = 0.3, 4
_MOVES = 18
_DROPS = (0.0, 0.06, 0.12, 0.18)
_GROWTHS = (1.0, 1.12, 1.25, 1.4)


def compose(sheet: Sheet) -> Composition:
    width, height, margin = sheet.width, sheet.height, sheet.margin
    paper = sheet.light("surface")
    ink = sheet.neutral(950)
    left = sheet.variant % 2 == 1
    share = (0.42, 0.30, 0.50, 0.24, 0.36, 0.56, 0.46)[sheet.variant % 7] if sheet.wide else 0.52
    if sheet.wide:
        bottom = height * (0.80 if not left else 1.0)
        picture = (
            Box(0, 0, width * share, bottom) if left else Box(width * (1 - share), 0, width, bottom)
        )
        words = (
            Box(picture.right + margin, margin, width - margin, height - margin * 2.6)
            if left
            else Box(margin, margin, picture.left - margin * 0.8, height - margin * 2.9)
        )
    else:
        picture = Box(width * (1 - share), 0, width, height * 0.56)
        words = Box(margin, height * 0.60, width - margin, height - margin * 3.2)
    items: list[Item] = [block(0, 0, width, height, paper), *_picture(sheet, picture)]
    rule = height - margin * (1.95 if sheet.wide else 2.3)
    start = words.left
    hair = Solid(ink)
    items.append(
        Line(
            Path((("M", start, rule), ("L", width - margin, rule))),
            hair,
            max(1.0, sheet.short * 0.0014),
        )
    )
    foot = Box(start, rule + margin * 0.45, width - margin, height - margin * 0.8)
    return Composition(
        sheet.scene(tuple(items)),
        Room(words, ink, sheet.neutral(700), sheet.primary(600), side="bottom"),
        Room(foot, ink, sheet.neutral(700), sheet.primary(600), side="top"),
    )


def _picture(sheet: Sheet, box: Box) -> list[Item]:
    """Light from one side, a disc, and the symbol so large that most of it is out of the frame."""
    chance = sheet.chance("crop")
    dark = sheet.variant % 3 != 2
    low, high, near = (900, 600, 950) if dark else _pale(sheet)
    ground = LinearGradient(
        box.left,
        box.bottom,
        box.right,
        box.top,
        (Stop(0, sheet.primary(low)), Stop(1, sheet.primary(high))),
    )
    side = min(box.width, box.height)
    disc = side * 0.34
    cx = box.left + box.width * chance.between(0.46, 0.62)
    cy = box.top + box.height * (0.40 if sheet.wide else 0.42)
    light = sheet.accent(100)
    if not dark:
        between = [sheet.primary(step) for step in (low, high)]
        deeper = [sheet.accent(step) for step in (400, 500, 600)]
        light = next((c for c in deeper if min(ratio(c, g) for g in between) >= _SEEN), deeper[-1])
    thing = symbol(
        sheet.identity.motif,
        box.left + box.width * chance.between(0.30, 0.42),
        box.top + box.height * 0.98,
        max(box.width, box.height) * 1.35,
        sheet.primary(near),
        sheet.primary(low),
        turn=chance.between(-9, 9),
    )
    inside: tuple[Item, ...] = (
        block(box.left, box.top, box.width, box.height, ground),
        circle(cx, cy, disc, light),
        Group((thing,), _aside(thing, box)),
    )
    return [cropped(inside, Path.rect(box.left, box.top, box.width, box.height))]


def _pale(sheet: Sheet) -> tuple[int, int, int]:
    """Steps of a light picture: of the ground, low and high, and of the thing before it. The ground
    is as pale as it may be while the picture still has an edge on the paper."""
    paper = sheet.light("surface")
    for low, high in ((200, 100), (300, 200), (400, 300)):
        if ratio(sheet.primary(high), paper) >= _EDGE:
            return low, high, 700 if low < 400 else 800
    return 400, 300, 800


def _aside(thing: Group, box: Box) -> Affine:
    """A small move of the thing, and growth, so that it runs off the frame or stands clear of it.

    An outline that follows an edge a few px away looks like a mistake of the cutter's, and a crumb
    in a corner like dirt; so of a few changes the one is taken that leaves the fewest lines ending
    in a narrow zone at a side, and the fewest crumbs.
    """
    outline = next(item for item in thing.items if isinstance(item, Shape))
    return _move(outline.path.transform(thing.transform), box)


@lru_cache(maxsize=32)
def _move(path: Path, box: Box) -> Affine:
    """`_aside` of an outline. Remembered: it takes a quarter of a second, and colours, which are
    tried one after another, change nothing about it."""
    zone = box.width * _ZONE
    pitch = box.height / _LINES
    moves = [sign * step * box.width * 0.02 for step in range(_MOVES + 1) for sign in (-1.0, 1.0)]
    drops = [drop * box.height for drop in _DROPS]
    best: tuple[float, Affine] | None = None
    for growth in _GROWTHS:
        # It grows from the foot of the frame, where it stands.
        grown = Affine(growth, 0, 0, growth, (1 - growth) * box.left, (1 - growth) * box.bottom)
        spans = [
            (y, span)
            for y in (box.bottom - pitch * (index + 0.5) for index in range(int(_LINES * 1.2)))
            for span in crossings(path.transform(grown).commands, y)
        ]
        for drop in drops:
            for move in moves:
                cost = _cost(spans, box, zone, move, drop) + _LINES * (
                    abs(move) / box.width * 0.4 + drop / box.height + (growth - 1) * 0.3
                )
                if best is None or cost < best[0]:
                    best = cost, Affine.translation(move, drop) @ grown
    assert best is not None
    return best[1]


def _cost(
    spans: list[tuple[float, tuple[float, float]]], box: Box, zone: float, move: float, drop: float
) -> int:
    """How many lines across a thing end in the zone at a side, and how many are crumbs."""
    seen = [
        (left + move, right + move)
        for y, (left, right) in spans
        if box.top < y + drop < box.bottom and left + move < box.right and right + move > box.left
    ]
    beside = sum(
        -zone / 4 < x - box.left < zone or -zone / 4 < box.right - x < zone
        for span in seen
        for x in span
    )
    crumbs = sum(min(right, box.right) - max(left, box.left) < zone for left, right in seen)
    # Standing, it fills the lower left corner or leaves it be: nothing tears off just beside it.
    foot = seen[0][0] - box.left if seen else box.width
    torn = _TORN if 0 < foot < _CORNER * box.width else 0
    return beside + crumbs + torn
