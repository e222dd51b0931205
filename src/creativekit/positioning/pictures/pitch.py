"""The pitch as a picture: as large as its length allows, in two columns where lines would be long.

Up to about 1,200 characters stand on a sheet of the usual height; what is longer makes it taller
(see `board`). The call to action and the addresses stand under it, where the eye is at its end.
"""

from __future__ import annotations

from dataclasses import replace

from creativekit.artwork.blocks import block
from creativekit.artwork.parts import Piece, button
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Item, Scene
from creativekit.canvas.text.fit import Fitted, TooLong, fit
from creativekit.canvas.text.line import Line
from creativekit.canvas.text.words import words
from creativekit.identity.model import Identity
from creativekit.positioning.pictures.board import SMALL, Board, boards, first
from creativekit.positioning.pictures.said import Pitch

_ON_ART = (31.0, 54.0)
_LARGE = (36.0, 52.0)
_COLUMNS = (40.0, 37.0, 34.5, 32.0, 30.0, 28.0, 26.0)
_GUTTER = 64.0
_MEASURE = 1180.0
"""The widest column of one: some seventy letters of the least size."""


def scene(identity: Identity, language: str, said: Pitch) -> Scene:
    """Raises InputError for a character that no face has."""
    tries = boards(identity, language, 1, ("art", "quiet"))
    return first(tries, lambda board: _drawn(board, said), said.title)


def _drawn(board: Board, said: Pitch) -> tuple[Item, ...] | None:
    box = board.room.box
    kicker = board.kicker(said.title, box.width)
    end = _ending(board, said, box.width)
    gap = SMALL * 1.6 if end is not None else 0.0
    tall = box.height - kicker.height - kicker.after - (end.height + gap if end else 0.0)
    if tall <= 0:
        return None
    blocks = _text(board, said.text, box, tall)
    if blocks is None:
        return None
    deep = max(made.height for made, _, _ in blocks)
    whole = box.height - tall + deep
    top = {
        "top": box.top,
        "middle": box.top + (box.height - whole) / 2,
        "bottom": box.bottom - whole,
    }[board.room.side]
    start = top + kicker.height + kicker.after
    items: list[Item] = [kicker.at(board.along(box.left, box.width, kicker.width), top)]
    for made, left, width in blocks:
        align = board.align if len(blocks) == 1 else "start"
        items.append(words(made, left, start, width, align, board.room.ink, "lead"))
    if end is not None:
        items.append(end.at(board.along(box.left, box.width, end.width), start + deep + gap))
    return tuple(items)


def _text(
    board: Board, text: str, box: Box, tall: float
) -> tuple[tuple[Fitted, float, float], ...] | None:
    """The text in one block or two: each with its left edge and its width."""
    setting = board.setting("lead")
    width = min(box.width, _MEASURE)
    sizes = _LARGE if board.surface == "quiet" else _ON_ART
    made = fit(text, setting, width, tall, sizes, balance=board.centered)
    if not isinstance(made, TooLong):
        return ((made, board.along(box.left, box.width, width), width),)
    if board.surface != "quiet":
        return None
    wide = (box.width - _GUTTER) / 2
    for size in _COLUMNS:
        made = block(text, setting, size, wide)
        halves = _halves(made)
        if max(half.height for half in halves) <= tall:
            return tuple(
                (half, box.left + index * (wide + _GUTTER), wide)
                for index, half in enumerate(halves)
            )
    return None


def _halves(made: Fitted) -> tuple[Fitted, Fitted]:
    """One column parted in two; the first has the odd line, and neither opens with an empty one."""
    at = -(-len(made.lines) // 2)
    lines = made.lines[:at], made.lines[at:]
    first_, second = (_of(made, each) for each in lines)
    return first_, second


def _of(made: Fitted, lines: tuple[Line, ...]) -> Fitted:
    text = "\n".join(line.text for line in lines)
    depth = made.ascent + max(len(lines) - 1, 0) * made.leading * made.size
    return replace(
        made,
        lines=lines,
        text=text,
        height=depth + made.descent,
        ink_bottom=depth + made.descent,
        width=max((line.width_em for line in lines), default=0.0) * made.size,
    )


def _ending(board: Board, said: Pitch, width: float) -> Piece | None:
    """The call to action as something to press, the addresses beside it, or under it."""
    room = board.room
    act: Piece | None = None
    if said.action:
        found = button(board.wearer, room, said.action, width)
        if isinstance(found, TooLong):
            set_ = block(said.action, board.setting("label"), SMALL * 1.2, width)
            found = Piece(
                set_.width,
                set_.height,
                (words(set_, 0, 0, set_.width, "start", room.ink, "button"),),
            )
        act = found
    if not said.links:
        return act
    text = "  ·  ".join(said.links)
    gap = SMALL * 1.2
    beside = width - (act.width + gap if act else 0.0)
    made = block(text, board.setting("small"), SMALL, max(beside, width * 0.3))
    if act is None:
        return Piece(
            made.width, made.height, (words(made, 0, 0, made.width, "start", room.ink, "small"),)
        )
    if len(made.lines) == 1 and made.width <= beside:
        tall = max(act.height, made.height)
        y = (tall - made.height) / 2
        return Piece(
            act.width + gap + made.width,
            tall,
            (
                act.at(0, (tall - act.height) / 2),
                words(made, act.width + gap, y, made.width, "start", room.ink, "small"),
            ),
        )
    made = block(text, board.setting("small"), SMALL, width)
    drop = act.height + SMALL * 0.7
    wide = max(act.width, made.width)
    under = words(made, 0, drop, wide, board.align, room.ink, "small")
    return Piece(wide, drop + made.height, (act.at(board.along(0, wide, act.width), 0), under))
