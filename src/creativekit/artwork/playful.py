"""Playful: for children and cafés. Blobs, one big round friend, confetti that keeps off the words.

Confetti falls on a jittered grid: chance alone makes clumps, and clumps look like mistakes.
"""

from __future__ import annotations

import math
from bisect import bisect_left

from creativekit.artwork.chance import Chance
from creativekit.artwork.sheet import Composition, Room, Sheet, block, circle, symbol
from creativekit.canvas.path import Affine, Box, Command, Path, Point
from creativekit.canvas.scene import Group, Item, Line, Rect, Shape, Solid
from creativekit.color.contrast import LARGE_TEXT, ratio, readable

# What a piece of confetti and what it lies on differ by, at least; and a round friend.
_SEEN = 1.7
_APART = 1.3
# Kinds of pieces (see _piece), by the number each ends at, and how far each reaches.
_REACHES = ((0.22, 0.013), (0.44, 0.024), (0.62, 0.048), (0.76, 0.021), (1.0, 0.034))


def compose(sheet: Sheet) -> Composition:
    width, height, margin = sheet.width, sheet.height, sheet.margin
    chance = sheet.chance("blobs")
    hot = sheet.light("accent")
    grounds = (
        (sheet.primary(100), hot, sheet.primary(500), sheet.primary(200)),
        (sheet.accent(100), sheet.primary(400), hot, sheet.primary(100)),
        (sheet.light("surface"), sheet.primary(500), sheet.accent(300), hot),
    )
    ground, near, far, wanted = grounds[_kind(sheet)]
    face = _face(sheet, wanted, (ground, near, far))
    ink = sheet.primary(950)
    base = height * (0.60 if sheet.wide else 0.58)
    start = width * (0.42 if sheet.wide else -0.05)
    friends = _friends(sheet)
    words = (
        Box(margin, margin * 1.1, width * 0.52, height * 0.64)
        if sheet.wide
        else Box(margin, margin * 1.1, width - margin, height * 0.31)
    )
    foot = Box(
        margin,
        height - margin * 1.75,
        width * (0.5 if sheet.wide else 1.0) - margin,
        height - margin * 0.85,
    )
    hill = _hill(sheet, start, base, chance)
    crest = _wave(sheet, height * (0.80 if sheet.wide else 0.76), chance)
    items: list[Item] = [
        block(0, 0, width, height, ground),
        Shape(hill, Solid(near)),
    ]
    wave = Shape(crest, Solid(far))
    if _kind(sheet) != 1:
        items.append(wave)
    for cx, cy, size in friends:
        items.append(circle(cx, cy, size, face))
        items.append(symbol(sheet.identity.motif, cx, cy, size * 1.02, ink, face))
    if _kind(sheet) == 1:
        items.append(wave)
    # Nothing falls between the words and the edges that they stand before.
    quiet = Box(0, 0, words.right if sheet.wide else width, words.bottom)
    keep = (
        quiet,
        Box(0, foot.top, foot.right, height),
        *(Box(x - r, y - r, x + r, y + r) for x, y, r in friends),
    )
    items.extend(_confetti(sheet, keep, ground, ((hill, near), (crest, far))))
    return Composition(
        sheet.scene(tuple(items)),
        Room(words, ink, sheet.primary(900), sheet.primary(600)),
        Room(foot, readable(far, (ink,)), readable(far, (ink,)), ink, side="bottom"),
    )


def _face(sheet: Sheet, wanted: str, around: tuple[str, ...]) -> str:
    """The colour of the round ones: the wanted one, or another that has an edge on all it touches
    and is a ground for the dark symbol."""
    pool = (
        wanted,
        *(sheet.primary(step) for step in (200, 300, 400, 500)),
        *(sheet.accent(step) for step in (200, 300, 400)),
        "#ffffff",
        sheet.primary(50),
        *(sheet.tertiary(step) for step in (200, 300, 400, 500)),
    )

    def edge(color: str) -> float:
        return min(ratio(color, other) for other in around)

    ink = sheet.primary(950)
    bright = [color for color in pool if ratio(color, ink) >= LARGE_TEXT]
    return next((color for color in bright if edge(color) >= _APART), max(bright, key=edge))


def _kind(sheet: Sheet) -> int:
    return (0, 1, 2, 0, 1, 2, 1)[sheet.variant % 7]


def _friends(sheet: Sheet) -> tuple[tuple[float, float, float], ...]:
    """Centres and radii of the round ones: one, one that peeps over the wave, or a family."""
    width, height, unit = sheet.width, sheet.height, sheet.short
    x, y = (0.755, 0.52) if sheet.wide else (0.70, 0.56)
    big = unit * (0.27 if sheet.wide else 0.21)
    kind = _kind(sheet)
    if kind == 0:
        return ((width * x, height * y, big),)
    if kind == 1:
        # As large as it is, its side is on the margin.
        return ((width - sheet.margin - big * 1.35, height * (y + 0.20), big * 1.35),)
    if sheet.wide:
        return (
            # Each stands clear of the next: two discs of one colour that meet are one lump.
            (width * 0.585, height * 0.68, big * 0.44),
            (width * 0.735, height * 0.54, big * 0.64),
            (width * 0.905, height * 0.40, big * 0.5),
        )
    return (
        (width * 0.22, height * 0.68, big * 0.52),
        (width * 0.50, height * 0.60, big * 0.72),
        (width * 0.82, height * 0.54, big * 0.58),
    )


def _hill(sheet: Sheet, start: float, top: float, chance: Chance) -> Path:
    """One large soft shape that rises to the right and leaves by the edge."""
    w, h = sheet.width, sheet.height
    lift = h * chance.between(0.24, 0.29) * (1.0 if sheet.wide else 0.8)
    span = w - start
    commands: tuple[Command, ...] = (
        ("M", start, h),
        (
            "C",
            start + span * 0.02,
            top + lift * 0.4,
            start + span * 0.18,
            top - lift * 0.1,
            start + span * 0.38,
            top - lift * 0.30,
        ),
        (
            "C",
            start + span * 0.58,
            top - lift * 0.5,
            start + span * 0.66,
            top - lift * 1.15,
            start + span * 0.86,
            top - lift * 1.2,
        ),
        (
            "C",
            start + span * 0.94,
            top - lift * 1.22,
            w + span * 0.02,
            top - lift * 1.1,
            w + span * 0.05,
            top - lift,
        ),
        ("L", w * 1.05, h),
        ("Z",),
    )
    return Path(commands)


def _wave(sheet: Sheet, top: float, chance: Chance) -> Path:
    w, h = sheet.width, sheet.height
    swing = h * 0.055
    a = chance.between(0.20, 0.30)
    b = chance.between(0.62, 0.74)
    commands: tuple[Command, ...] = (
        ("M", 0.0, top),
        ("C", w * a * 0.5, top - swing, w * (a + 0.05), top - swing * 0.9, w * (a + 0.14), top),
        (
            "C",
            # In line with the handle before the joint: a crest has no corner.
            w * (a + 0.23),
            top + swing * 0.9,
            w * (b - 0.08),
            top + swing * 0.9,
            w * b,
            top + swing * 0.1,
        ),
        ("C", w * (b + 0.1), top - swing * 0.9, w * 0.95, top - swing, w, top - swing * 0.6),
        ("L", w, h),
        ("L", 0.0, h),
        ("Z",),
    )
    return Path(commands)


def _confetti(
    sheet: Sheet, keep: tuple[Box, ...], ground: str, land: tuple[tuple[Path, str], ...]
) -> list[Item]:
    """Pieces that lie each on one colour, and are seen on it.

    land: what rolls before the ground, the nearest last, with its colour. A piece that would be
    cut by its crest or by the sheet's edge, or touch another, is left out.
    """
    chance = sheet.chance("confetti")
    unit = sheet.short
    pitch = unit * 0.15
    colors = (sheet.primary(600), sheet.accent(500), sheet.tertiary(500))
    pale = ("#ffffff", sheet.accent(200), sheet.primary(200))
    crests = [(_crest(path), color) for path, color in land]
    items: list[Item] = []
    placed: list[tuple[float, float, float]] = []
    y = pitch * 0.4
    row = 0
    while y < sheet.height:
        x = pitch * (0.35 if row % 2 else 0.85)
        while x < sheet.width:
            px, py = (
                x + chance.between(-0.27, 0.27) * pitch,
                y + chance.between(-0.27, 0.27) * pitch,
            )
            kind, turn, shade = chance.unit(), chance.between(0, 360), chance.unit()
            reach = unit * (_reach(kind) + 0.012)
            clear = max(unit * 0.04, reach)
            free = all(
                not (
                    box.left - clear < px < box.right + clear
                    and box.top - clear < py < box.bottom + clear
                )
                for box in keep
            ) and (reach < px < sheet.width - reach and reach < py < sheet.height - reach)
            apart = all(math.hypot(px - a, py - b) > reach + other for a, b, other in placed)
            under = _under(px, py, reach, ground, crests)
            if free and apart and chance.unit() < 0.8 and under is not None:
                placed.append((px, py, reach))
                pool = colors if under == ground else (*pale, *colors)
                seen = [color for color in pool if ratio(color, under) >= _SEEN]
                seen = seen or [max(pool, key=lambda color: ratio(color, under))]
                items.append(_piece(sheet, px, py, unit, kind, turn, seen[int(shade * len(seen))]))
            x += pitch
        y += pitch * 0.86
        row += 1
    return items


def _crest(path: Path) -> list[Point]:
    """The upper outline of land, from left to right."""
    points = path.flatten(1.0)[0]
    ends = next((i for i in range(1, len(points)) if points[i][0] < points[i - 1][0]), len(points))
    return points[:ends]


def _under(
    x: float, y: float, reach: float, ground: str, crests: list[tuple[list[Point], str]]
) -> str | None:
    """The colour that a piece at (x, y) lies on; None when it lies on two."""
    for crest, color in reversed(crests):
        heights = [
            _height(crest, at) for at in (x - reach, x - reach / 2, x, x + reach / 2, x + reach)
        ]
        if y - reach > max(heights):
            return color
        if y + reach > min(heights):
            return None
    return ground


def _height(crest: list[Point], x: float) -> float:
    """Where the crest is at x; far below the sheet where there is no land."""
    at = bisect_left(crest, (x, -math.inf))
    if at == 0 or at == len(crest):
        return math.inf
    (x0, y0), (x1, y1) = crest[at - 1], crest[at]
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0) if x1 > x0 else min(y0, y1)


def _reach(kind: float) -> float:
    """How far a piece of this kind reaches from its middle, as a part of the short side."""
    return next(reach for most, reach in _REACHES if kind < most)


def _piece(
    sheet: Sheet, x: float, y: float, unit: float, kind: float, turn: float, color: str
) -> Item:
    place = Affine.translation(x, y) @ Affine.rotation(turn)
    if kind < 0.22:
        size = unit * 0.013
        return circle(x, y, size, color)
    if kind < 0.44:
        long, thick = unit * 0.046, unit * 0.016
        return Group((Rect(-long / 2, -thick / 2, long, thick, Solid(color), thick / 2),), place)
    if kind < 0.62:
        s = unit * 0.023
        squiggle = Path(
            (
                ("M", -2 * s, 0.0),
                ("C", -1.5 * s, -s, -0.9 * s, -s, -0.5 * s, 0.0),
                ("C", -0.1 * s, s, 0.5 * s, s, s, 0.0),
                ("C", 1.3 * s, -0.6 * s, 1.7 * s, -0.8 * s, 2 * s, -0.5 * s),
            )
        )
        return Group((Line(squiggle, Solid(color), unit * 0.0105, cap="round"),), place)
    if kind < 0.76:
        return Group((Line(Path.ellipse(0, 0, unit * 0.016), Solid(color), unit * 0.009),), place)
    return symbol(sheet.identity.motif, x, y, unit * 0.062, color, turn=turn / 6 - 30)
