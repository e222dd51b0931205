"""One line: the runs that write it, and where its ink begins and ends.

A line is shaped whole, so that kerning over its spaces is the font's own. It has more than one run
where a second face writes some of its characters, or where words of the other direction stand in a
line that begins with them: each line runs as its paragraph does (Unicode Standard Annex 9, P2).

The optical edge is that of the ink, not of the advance: what hangs to the margin is the first
letter's stem, and an opening quote hangs outside of it (Bringhurst, The Elements of Typographic
Style, 2.2). Lengths are in em.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from creativekit.canvas.text.setting import Setting
from creativekit.fonts.bidi import visual_runs
from creativekit.fonts.coverage import missing_in_text
from creativekit.fonts.faces import Face
from creativekit.fonts.fallback import runs
from creativekit.fonts.harfbuzz import font
from creativekit.fonts.shaping import ShapedLine, shape

_HANGING = "«“„‘‚‹\"'"
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_EVERYDAY = (
    (0x0020, 0x007E),
    (0x00A0, 0x017F),
    (0x0400, 0x0482),
    (0x048A, 0x052F),
    (0x2010, 0x2027),
    (0x20A0, 0x20BF),
)
_MARKS = {False: "\u200e", True: "\u200f"}

_Shaped = list[tuple[ShapedLine, float]]
Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A shaped line, in em from its origin on the baseline, y down.

    runs: what is painted and where each begins, from left to right. width_em: the advance of all.
    text: in reading order, with the hyphen if a word was parted. left_em: what stands on a left
    margin (the ink of the first letter; an opening quote hangs outside). ink_left_em, ink_right_em,
    ink_top_em, ink_bottom_em: the box of all its ink, top negative; zeros when there is none.
    """

    runs: tuple[tuple[ShapedLine, float], ...]
    width_em: float
    text: str
    left_em: float
    ink_left_em: float
    ink_right_em: float
    ink_top_em: float
    ink_bottom_em: float

    @property
    def extent_em(self) -> float:
        """The room it takes whichever edge is aligned: its advance, or its ink if that is wider."""
        return max(self.width_em, self.ink_right_em - self.ink_left_em)


def set_line(text: str, setting: Setting, right_to_left: bool | None = None) -> Line:
    """`text` (its case already changed) as one line.

    right_to_left: the way its paragraph runs; None when the line is the paragraph. Raises
    InputError naming the characters that no face of the setting draws.
    """
    shaped, pen = _shaped(text, setting, right_to_left)
    box = _ink(shaped)
    left = box[0]
    if text[:1] in _HANGING and not right_to_left:
        left = _left_after_quotes(shaped, left)
    return Line(tuple(shaped), pen, text, left, box[0], box[2], box[1], box[3])


def advance(text: str, setting: Setting) -> float:
    """The width of `text` as a line, in em, when nothing else of it is asked for."""
    return _shaped(text, setting, None)[1]


def runs_right_to_left(paragraph: str) -> bool | None:
    """The way a paragraph runs, by its first letter; None when all of it runs to the right."""
    if not _RIGHT_TO_LEFT.search(paragraph):
        return None
    kinds = (unicodedata.bidirectional(char) for char in paragraph)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def _shaped(text: str, setting: Setting, right_to_left: bool | None) -> tuple[_Shaped, float]:
    """The runs of a line, and its width."""
    found: _Shaped = []
    pen = 0.0
    for part, face in _parts(text, setting.faces, right_to_left):
        if found:
            pen += setting.tracking
        run = shape(face, part, setting.language, setting.tracking, setting.features)
        found.append((run, pen))
        pen += run.width
    return found, pen


def _parts(
    text: str, faces: tuple[Face, ...], right_to_left: bool | None
) -> tuple[tuple[str, Face], ...]:
    """Parts of one face, from left to right."""
    if right_to_left is None or not text:
        if _written_by(faces[0]).issuperset(text) or not missing_in_text(faces[0], text):
            return ((text, faces[0]),) if text else ()
        return runs(text, faces)
    # A mark in front tells the algorithm the paragraph's way; it is not drawn.
    marked = _MARKS[right_to_left] + text
    found: list[tuple[str, Face]] = []
    for run in visual_runs(marked):
        piece = marked[max(run.start, 1) : run.end]
        found.extend(runs(piece, faces))
    return tuple(found)


@lru_cache(maxsize=64)
def _written_by(face: Face) -> frozenset[str]:
    """The characters of everyday texts that the face has: asking so is ten times as fast.

    Spaces, and those of Latin, Cyrillic and punctuation that never join into another character.
    """
    everyday = [chr(code) for first, last in _EVERYDAY for code in range(first, last + 1)]
    absent = set(missing_in_text(face, "".join(everyday)))
    return frozenset(char for char in everyday if char not in absent)


def _ink(shaped: _Shaped) -> Bounds:
    boxes: list[Bounds] = []
    for run, x in shaped:
        bounds = _bounds(run.face)
        for glyph in run.glyphs:
            box = bounds(glyph.index)
            if box is not None:
                left, top, right, bottom = box
                at, y = x + glyph.x, glyph.y
                boxes.append((at + left, y + top, at + right, y + bottom))
    if not boxes:
        return 0.0, 0.0, 0.0, 0.0
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _left_after_quotes(shaped: _Shaped, otherwise: float) -> float:
    """Where the ink of the first character begins that is no quote."""
    for run, x in shaped:
        for glyph in run.glyphs:
            box = _bounds(run.face)(glyph.index)
            if box is not None and run.text[glyph.cluster] not in _HANGING:
                return x + glyph.x + box[0]
    return otherwise


@lru_cache(maxsize=64)
def _bounds(face: Face) -> Callable[[int], Bounds | None]:
    """For a face: left, top, right, bottom of a glyph's ink in em, y down; None when it has none.

    A function for each face, because looking a Face up for every glyph costs more than the rest.
    """
    probe = font(face)
    em = 1.0 / probe.face.upem

    @lru_cache(maxsize=4096)
    def bounds(index: int) -> Bounds | None:
        extents = probe.get_glyph_extents(index)
        if extents is None or not extents.width or not extents.height:
            return None
        left, top = extents.x_bearing, extents.y_bearing
        return left * em, -top * em, (left + extents.width) * em, -(top + extents.height) * em

    return bounds
