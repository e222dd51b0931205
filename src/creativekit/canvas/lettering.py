"""Shaped lines as outlines: what a logo's letters are, and how far their ink really reaches.

The advance width of a line is not its ink: side bearings, overhanging hooks and descenders differ
from letter to letter, and a logo is aligned by what the eye sees.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from creativekit.canvas.path import Affine, Box, Command, Path
from creativekit.canvas.scene import Group, Item, Shape, Text, Words
from creativekit.fonts.outlines import outline
from creativekit.fonts.shaping import ShapedLine


def text_path(line: ShapedLine, size: float, x: float = 0.0, y: float = 0.0) -> Path:
    """Outlines of `line`, `size` units per em, its origin at `x` and its baseline at `y`.

    Contours of neighbouring glyphs may overlap: fill by the non-zero rule.
    """
    return _em_path(line).transform(Affine(size, 0.0, 0.0, size, x, y))


def ink_box(line: ShapedLine, size: float, x: float = 0.0, y: float = 0.0) -> Box:
    """The box of the ink; of no width or height, at the origin, when there is none (a space)."""
    path = _em_path(line)
    if not path:
        return Box(x, y, x, y)
    box = path.bounds
    return Box(x + box.left * size, y + box.top * size, x + box.right * size, y + box.bottom * size)


@lru_cache(maxsize=1024)
def _em_path(line: ShapedLine) -> Path:
    commands: list[Command] = []
    for glyph in line.glyphs:
        drawn = Path(outline(line.face, glyph.index))
        commands.extend(drawn.translate(glyph.x, glyph.y).commands)
    return Path(tuple(commands))


def outlined(item: Item) -> Item:
    """A drawing's item with its letters as outlines, each in the paint it is set in."""
    if isinstance(item, Text):
        return Shape(text_path(item.line, item.size, item.x, item.y), item.fill)
    if isinstance(item, Words):
        return Group(tuple(outlined(run) for run in item.runs))
    if isinstance(item, Group):
        return replace(item, items=tuple(outlined(each) for each in item.items))
    return item
