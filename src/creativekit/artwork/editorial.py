"""Editorial: a magazine spread. Paper, one picture that bleeds off, hairlines, the rest left empty.

The picture is made of what there is: the brand's symbol, cropped close like a photograph of a
thing, before a disc of light.
"""

from __future__ import annotations

from creativekit.artwork.sheet import Composition, Room, Sheet, block, circle, cropped, symbol
from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import Item, Line, LinearGradient, Solid, Stop


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
    shade = (900, 600, 950) if dark else (200, 100, 700)
    ground = LinearGradient(
        box.left,
        box.bottom,
        box.right,
        box.top,
        (Stop(0, sheet.primary(shade[0])), Stop(1, sheet.primary(shade[1]))),
    )
    side = min(box.width, box.height)
    disc = side * 0.34
    cx = box.left + box.width * chance.between(0.46, 0.62)
    cy = box.top + box.height * (0.40 if sheet.wide else 0.42)
    thing = max(box.width, box.height) * 1.35
    inside: tuple[Item, ...] = (
        block(box.left, box.top, box.width, box.height, ground),
        circle(cx, cy, disc, sheet.accent(100 if dark else 400)),
        symbol(
            sheet.identity.motif,
            box.left + box.width * chance.between(0.30, 0.42),
            box.top + box.height * 0.98,
            thing,
            sheet.primary(shade[2]),
            sheet.primary(shade[0]),
            turn=chance.between(-9, 9),
        ),
    )
    return [cropped(inside, Path.rect(box.left, box.top, box.width, box.height))]
