"""Craft: made by hand. Paper cut with scissors, never quite straight, on kraft, with stitches.

Edges are uneven by a few thousandths of the sheet, as a steady hand cuts: enough to feel, not to
see.
"""

from __future__ import annotations

import math

from creativekit.artwork.chance import Chance
from creativekit.artwork.lettering import carrier
from creativekit.artwork.sheet import Composition, Room, Sheet, block, circle, cropped, symbol
from creativekit.canvas.path import Affine, Box, Path, Point
from creativekit.canvas.scene import Group, Item, Line, Shape, Solid, Text
from creativekit.fonts.metrics import crossings
from creativekit.fonts.shaping import Glyph, ShapedLine, shape

# How deep what comes in by an edge has to reach to be a part of the picture (of its height), and
# how many steps of 2 % a thing may be moved for that.
_CRUMB = 0.06
_MOVES = 8


def compose(sheet: Sheet) -> Composition:
    width, height, margin = sheet.width, sheet.height, sheet.margin
    chance = sheet.chance("scissors")
    kraft = sheet.light("surface")
    dark = sheet.primary(900)
    items: list[Item] = [block(0, 0, width, height, kraft), *grain(sheet)]
    seal = sheet.short * (0.105 if sheet.wide else 0.09)
    if sheet.wide:
        paper = Box(width * 0.52, margin * 0.95, width - margin * 0.95, height - margin * 0.95)
        at = paper.left + seal * 0.35, paper.bottom - seal * 0.95
        words = Box(margin * 1.25, margin * 1.35, paper.left - margin * 0.5, height - margin * 2.6)
        foot_right = at[0] - seal - margin * 0.25
    else:
        paper = Box(margin * 0.95, margin * 0.95, width - margin * 0.95, height * 0.585)
        at = width - margin * 1.1 - seal, height - margin * 1.1 - seal
        foot_right = at[0] - seal - margin * 0.25
        words = Box(margin * 1.25, height * 0.625, foot_right, height - margin * 2.2)
    items.append(_stitches(Box(0, 0, width, height).inset(margin * 0.5), sheet.short, dark))
    items.extend(collage(sheet, paper, chance))
    items.extend(stamp(sheet, at, seal, dark))
    foot = Box(words.left, height - margin * 1.75, foot_right, height - margin * 1.05)
    return Composition(
        sheet.scene(tuple(items)),
        Room(words, dark, sheet.primary(800), sheet.accent(600), side="top"),
        Room(foot, dark, sheet.primary(800), sheet.accent(600), side="bottom"),
    )


def collage(sheet: Sheet, box: Box, chance: Chance) -> list[Item]:
    """Cut paper on a pale sheet: a still life, a landscape of torn strips, or one thing close."""
    waver = min(box.width, box.height) * 0.016
    paper = cut(box, waver, chance)
    kinds = (_still_life, _strips, _close_up, _still_life, _strips, _close_up, _strips)
    kind = kinds[sheet.variant % len(kinds)]
    cloth, moon, thing = (
        (sheet.primary(300), sheet.accent(400), sheet.primary(700)),
        (sheet.accent(300), sheet.primary(400), sheet.primary(800)),
    )[sheet.variant % 2]
    inside = kind(sheet, box, chance, cloth, moon, thing)
    return [Shape(paper, Solid(sheet.light("surface-raised"))), cropped(inside, paper)]


def _still_life(
    sheet: Sheet, box: Box, chance: Chance, cloth: str, moon: str, thing: str
) -> tuple[Item, ...]:
    """A table, a disc behind, and the symbol standing there."""
    unit = min(box.width, box.height)
    x = box.center[0] + unit * chance.between(-0.05, 0.05)
    table = box.top + box.height * chance.between(0.68, 0.73)
    tall = unit * 0.58
    side = chance.choice((-1, 1))
    disc = _pebble(x + side * unit * 0.18, box.top + box.height * 0.36, unit * 0.29, 17, chance)
    return (
        Shape(disc, Solid(moon)),
        Shape(cut(_below(box, table, unit), unit * 0.016, chance), Solid(cloth)),
        symbol(
            sheet.identity.motif,
            x,
            table + unit * 0.09 - tall / 2,
            tall,
            thing,
            moon,
            turn=chance.between(-3, 3),
        ),
    )


def _strips(
    sheet: Sheet, box: Box, chance: Chance, cloth: str, moon: str, thing: str
) -> tuple[Item, ...]:
    """Torn strips one before the other, like hills, with the symbol as a sun over them."""
    unit = min(box.width, box.height)
    items: list[Item] = [
        symbol(
            sheet.identity.motif,
            box.center[0],
            box.top + box.height * 0.34,
            unit * 0.46,
            thing,
            sheet.light("surface-raised"),
        )
    ]
    for top, color in ((0.58, moon), (0.70, cloth), (0.83, thing)):
        items.append(Shape(_torn(box, box.top + box.height * top, unit, chance), Solid(color)))
    return tuple(items)


def _close_up(
    sheet: Sheet, box: Box, chance: Chance, cloth: str, moon: str, thing: str
) -> tuple[Item, ...]:
    """The symbol larger than the sheet it is pasted on, over one round scrap."""
    unit = min(box.width, box.height)
    scrap = _pebble(
        box.left + box.width * 0.34, box.top + box.height * 0.40, unit * 0.42, 19, chance
    )
    ground = cut(box.inset(-unit), 0.0, chance)
    close = symbol(
        sheet.identity.motif,
        box.left + box.width * 0.56,
        box.top + box.height * 0.62,
        unit * 1.25,
        thing,
        moon,
        turn=chance.between(-8, 8),
    )
    return (
        Shape(ground, Solid(cloth)),
        Shape(scrap, Solid(moon)),
        Group((close,), Affine.translation(0, _without_crumbs(close, box))),
    )


def _without_crumbs(thing: Group, box: Box) -> float:
    """px to move a thing down, so that no more of it than is seen comes in by the upper or lower
    edge: a sliver of a part that is otherwise out of the picture looks like dirt."""
    paths = [
        item.path.transform(thing.transform) for item in thing.items if isinstance(item, Shape)
    ]
    deep = box.height * _CRUMB
    # On the way in from the rim, which the scissors cut a little higher or lower, there is ink
    # under what is no crumb on every line.
    lines = [
        (edge + way * deep * part, [edge + way * deep * (part + step / 4) for step in range(1, 5)])
        for edge, way in ((box.top, 1.0), (box.bottom, -1.0))
        for part in (-0.3, 0.0, 0.3)
    ]

    def spans(y: float) -> list[tuple[float, float]]:
        found = (span for path in paths for span in crossings(path.commands, y))
        return [
            (max(left, box.left), min(right, box.right))
            for left, right in found
            if right > box.left and left < box.right
        ]

    def crumbs(move: float) -> float:
        most = 0.0
        for rim, inner in lines:
            inside = [spans(y - move) for y in inner]
            lone = (
                right - left
                for left, right in spans(rim - move)
                if not all(any(left < b and a < right for a, b in line) for line in inside)
            )
            most = max(most, sum(lone))
        return most

    moves = [sign * step * box.height * 0.02 for step in range(_MOVES + 1) for sign in (1.0, -1.0)]
    return min(moves, key=lambda move: (round(crumbs(move)), abs(move)))


def _below(box: Box, top: float, unit: float) -> Box:
    return Box(box.left - unit, top, box.right + unit, box.bottom + unit)


def _torn(box: Box, top: float, unit: float, chance: Chance) -> Path:
    """A strip down to the foot of the sheet, its upper edge torn rather than cut."""
    steps = 13
    points: list[Point] = [(box.left - unit, box.bottom + unit)]
    rise = chance.between(-0.05, 0.05) * unit
    for index in range(steps + 1):
        x = box.left - unit * 0.05 + (box.width + unit * 0.1) * index / steps
        swell = math.sin(index / steps * math.pi * chance.between(1.8, 2.2)) * unit * 0.03
        points.append(
            (x, top + rise * (index / steps - 0.5) + swell + chance.between(-1, 1) * unit * 0.011)
        )
    points.append((box.right + unit, box.bottom + unit))
    return Path.polygon(points)


def cut(box: Box, waver: float, chance: Chance) -> Path:
    """A rectangle cut by hand: each side a few straight snips, each corner a little off."""
    corners = (
        (box.left, box.top),
        (box.right, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
    )
    points: list[Point] = []
    for index, (x, y) in enumerate(corners):
        to = corners[(index + 1) % 4]
        points.append((x + chance.between(-1, 1) * waver, y + chance.between(-1, 1) * waver))
        at = chance.between(0.35, 0.65)
        points.append(
            (
                x + (to[0] - x) * at + chance.between(-0.5, 0.5) * waver,
                y + (to[1] - y) * at + chance.between(-0.5, 0.5) * waver,
            )
        )
    return Path.polygon(points)


def _pebble(cx: float, cy: float, radius: float, corners: int, chance: Chance) -> Path:
    """A rounded scrap: what scissors make of a circle."""
    points = []
    for index in range(corners):
        angle = 2 * math.pi * (index + chance.between(-0.18, 0.18)) / corners
        reach = radius * chance.between(0.93, 1.05)
        points.append((cx + reach * math.cos(angle), cy + reach * math.sin(angle)))
    return Path.polygon(points)


def _stitches(box: Box, unit: float, color: str) -> Line:
    path = Path.rect(box.left, box.top, box.width, box.height, unit * 0.02)
    return Line(path, Solid(color), unit * 0.0035, cap="round", dash=(unit * 0.016, unit * 0.012))


def stamp(sheet: Sheet, at: Point, radius: float, ink: str) -> list[Item]:
    """A seal: the symbol in the middle, and round it the name as often as it fits.

    A name too long to be read there is left out.
    """
    identity = sheet.identity
    paper = sheet.light("surface-raised")
    name = f"{identity.name.get(identity.main_language).upper()} • "
    face = carrier(name, identity.type.body_bold, identity.type.body)
    around = 2 * math.pi * radius * 0.735
    wanted = radius * 0.235
    once = shape(face, name, identity.main_language, 0.08)
    repeats = max(1, round(around / (once.width * wanted)))
    whole = shape(face, name * repeats, identity.main_language, 0.08)
    size = min(wanted, around / whole.width)
    letters: list[Item] = []
    if size > radius * 0.09:
        for glyph in whole.glyphs:
            centered = Glyph(glyph.index, -glyph.advance / 2, glyph.y, glyph.advance, 0)
            letter = ShapedLine("", face, (centered,), glyph.advance, 0.0, identity.main_language)
            turn = (glyph.x + glyph.advance / 2) * size / around * 360
            letters.append(
                Group(
                    (Text(letter, 0, -radius * 0.655, size, Solid(paper)),), Affine.rotation(turn)
                )
            )
    items: tuple[Item, ...] = (
        circle(0, 0, radius, ink),
        Line(Path.ellipse(0, 0, radius * 0.90), Solid(paper), radius * 0.022),
        *letters,
        symbol(identity.motif, 0, 0, radius * (0.72 if letters else 1.1), paper, ink),
    )
    return [Group(items, Affine.translation(*at) @ Affine.rotation(-14))]


def grain(sheet: Sheet) -> list[Item]:
    """Fibres of kraft paper: short strokes, a step darker or lighter than the ground."""
    chance = sheet.chance("grain")
    dark: list[Path] = []
    light: list[Path] = []
    for index in range(150):
        x, y = chance.between(0, sheet.width), chance.between(0, sheet.height)
        angle, reach = chance.between(0, math.pi), sheet.short * chance.between(0.004, 0.012)
        fibre = Path((("M", x, y), ("L", x + reach * math.cos(angle), y + reach * math.sin(angle))))
        (dark if index % 2 else light).append(fibre)
    width = sheet.short * 0.0016
    return [
        Line(Path.join(dark), Solid(sheet.neutral(500), 0.45), width, cap="round"),
        Line(Path.join(light), Solid(sheet.neutral(100), 0.55), width, cap="round"),
    ]
