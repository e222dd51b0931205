"""Columns of small type, set from the foot of a card upwards.

What stands at the foot of two columns shares a baseline. What is too much for the room gets smaller
as a whole, down to six points, which is what is still read and printed; so does an address that
would be broken. Only what does not fit even so is shortened: first the lines that may be left out
go, then the longest end in "…", names and addresses last of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from creativekit.brand.stationery.card_sheet import PT
from creativekit.canvas.scene import Words
from creativekit.canvas.text.fit import Fitted, wrapped
from creativekit.canvas.text.setting import Setting
from creativekit.canvas.text.words import Align, words
from creativekit.project.graphemes import graphemes

INK = "#000000"
LEAST_PT = 6.0
_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
# The most lines of a text, and of a name or an address, when there is too much to say.
_SHORTENED = ((3, None), (2, None), (1, None), (2, 2), (1, 1))


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that is read as one thing.

    size: px. gap: px more than its leading between it and what is above. role: as in Words. spare:
    it may be left out where there is no room. whole: it had better not be broken. name: it is
    shortened last, as what is whole is.
    """

    text: str
    setting: Setting
    size: float
    gap: float = 0.0
    role: str = ""
    spare: bool = False
    whole: bool = False
    name: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """Pieces between `left` and `left` + `width` px, aligned so."""

    pieces: tuple[Piece, ...]
    left: float
    width: float
    align: Align = "start"


@dataclass(frozen=True, slots=True)
class Set:
    """Columns as they are set: their words, and the top of the highest capital (px).

    broken: something is on two lines that should be on one. complete: all is there.
    """

    words: tuple[Words, ...]
    top: float
    broken: bool = False
    complete: bool = True


@dataclass(frozen=True, slots=True)
class _Way:
    """How columns are set: their size; the most lines of a text, and of what is shortened last."""

    scale: float = 1.0
    lines: int | None = None
    names: int | None = None


def set_columns(
    columns: Sequence[Column], top: float, bottom: float, *, level: bool = False
) -> Set:
    """The columns, with the lowest baseline at `bottom` px and no capital above `top` px.

    level: their first lines are on one height instead of their last ones. Raises InputError naming
    the characters that no face has.
    """
    plain = tuple(
        replace(column, pieces=tuple(piece for piece in column.pieces if not piece.spare))
        for column in columns
    )
    ways = [_Way(scale) for scale in _SCALES]
    short = [_Way(_SCALES[-1], lines, names) for lines, names in _SHORTENED]
    made = Set((), bottom)
    for may_break in (False, True):
        for kept in (columns, plain):
            for way in (*ways, *(short if may_break and kept is plain else ())):
                made = _together(kept, way, bottom, level)
                if made.top >= top and (may_break or not made.broken):
                    return replace(made, complete=kept is columns and way.lines is None)
    return replace(made, complete=False)


def _together(columns: Sequence[Column], way: _Way, bottom: float, level: bool) -> Set:
    found = [_set(column, way, bottom) for column in columns]
    top = min((one.top for one in found), default=bottom)
    if level:
        feet = [bottom - (one.top - top) for one in found]
        found = [_set(column, way, foot) for column, foot in zip(columns, feet, strict=True)]
    words_ = tuple(each for one in found for each in one.words)
    return Set(words_, top, any(one.broken for one in found))


def _set(column: Column, way: _Way, bottom: float) -> Set:
    found: list[Words] = []
    top = baseline = bottom
    broken = False
    for piece, fitted in reversed(list(_fitted(column, way))):
        pitch = fitted.leading * fitted.size
        first = baseline - (len(fitted.lines) - 1) * pitch
        y = first - fitted.ascent
        found.append(words(fitted, column.left, y, column.width, column.align, INK, piece.role))
        top = y + fitted.cap_top
        broken = broken or (piece.whole and len(fitted.lines) > 1)
        baseline = first - pitch - piece.gap * way.scale
    return Set(tuple(reversed(found)), top, broken)


def _fitted(column: Column, way: _Way) -> Iterator[tuple[Piece, Fitted]]:
    for piece in column.pieces:
        size = max(piece.size * way.scale, min(piece.size, LEAST_PT * PT))
        is_last = piece.name or piece.whole
        fitted = _lines(piece, size, column.width, way.names if is_last else way.lines)
        if fitted.lines:
            yield piece, fitted


def _lines(piece: Piece, size: float, width: float, most: int | None) -> Fitted:
    """A text on at most so many lines, shortened after a word, or inside one that is too long."""
    found = wrapped(
        piece.text, piece.setting, size, width, most_lines=most, ellipsis=most is not None
    )
    text = piece.text
    while not isinstance(found, Fitted):
        text = "".join(graphemes(text)[: max(0, min(found.fits, len(graphemes(text))) - 1)])
        found = wrapped(f"{text}…", piece.setting, size, width, most_lines=most)
    return found
