"""The statement as a picture: the sentences large, the version with labels small under a rule."""

from __future__ import annotations

from creativekit.artwork.blocks import block
from creativekit.artwork.parts import hot, rule
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Item, Scene
from creativekit.canvas.text.fit import Fitted, TooLong, fit
from creativekit.canvas.text.words import words
from creativekit.identity.model import Identity
from creativekit.positioning.pictures.board import HEIGHTS, SMALL, Board, boards, first
from creativekit.positioning.pictures.said import Statement

_MOST, _LEAST, _LEAST_ON_ART = 72.0, 29.0, 40.0
_LEAST_GROWN = 38.0
_CELL, _GUTTER = 285.0, 34.0
_SHORT = 140
"""Characters up to which a statement may be set as a headline is."""


def scene(identity: Identity, language: str, said: Statement) -> Scene:
    """Raises InputError for a character that no face has."""
    tries = boards(identity, language, 0, ("art", "quiet"))
    return first(tries, lambda board: _drawn(board, said), said.sentence)


def _drawn(board: Board, said: Statement) -> tuple[Item, ...] | None:
    room, box = board.room, board.room.box
    kicker = board.kicker(said.title, box.width)
    small = SMALL * 0.92
    grid = _Grid(board, said.parts, small)
    line = rule(board.wearer, room, grid.width if board.centered else box.width)
    gap = SMALL * 1.15
    below = grid.height + line.height + gap * 1.7
    setting = board.setting("display" if len(said.sentence) <= _SHORT else "title")
    least = _least(board) * board.sheet.identity.type.heading_scale
    tall = box.height - kicker.height - kicker.after - below
    made = fit(
        said.sentence,
        setting,
        box.width,
        max(tall, 1.0),
        (least, _MOST * board.sheet.identity.type.heading_scale),
    )
    if isinstance(made, TooLong):
        return None
    whole = kicker.height + kicker.after + made.height + below
    top = {
        "top": box.top,
        "middle": box.top + (box.height - whole) / 2,
        "bottom": box.bottom - whole,
    }[room.side]
    under = box.bottom - grid.height if room.side == "top" else top + whole - grid.height
    head = top + kicker.height + kicker.after
    return (
        kicker.at(board.along(box.left, box.width, kicker.width), top),
        words(made, box.left, head, box.width, board.align, room.ink, "display"),
        line.at(board.along(box.left, box.width, line.width), under - line.height - gap * 0.7),
        *grid.at(box, under),
    )


def _least(board: Board) -> float:
    """The least size of the sentence: a sheet that grows does so for large letters."""
    if board.surface != "quiet":
        return _LEAST_ON_ART
    return _LEAST if board.sheet.height == HEIGHTS[0] else _LEAST_GROWN


class _Grid:
    """Labels with their words in rows of columns, as many as the room has space for."""

    def __init__(self, board: Board, parts: tuple[tuple[str, str], ...], size: float) -> None:
        width = board.room.box.width
        most = max(1, int((width + _GUTTER) / (_CELL + _GUTTER)))
        rows = -(-len(parts) // most)
        columns = -(-len(parts) // rows)
        self.board, self.size = board, size
        self.cell = (width - _GUTTER * (columns - 1)) / columns
        self.width = width
        label, body = board.setting("label"), board.setting("small")
        cells = [
            (block(head, label, size * 0.86, self.cell), block(text, body, size, self.cell))
            for head, text in parts
        ]
        self.rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
        self.tall = [max(self._height(cell) for cell in row) for row in self.rows]
        self.height = sum(self.tall) + size * 0.9 * (len(self.rows) - 1)

    def _height(self, cell: tuple[Fitted, Fitted]) -> float:
        return cell[0].height + cell[1].height + self.size * 0.1

    def at(self, box: Box, top: float) -> tuple[Item, ...]:
        board, room = self.board, self.board.room
        items: list[Item] = []
        for row, tall in zip(self.rows, self.tall, strict=True):
            wide = len(row) * self.cell + (len(row) - 1) * _GUTTER
            x = board.along(box.left, box.width, wide)
            for head, text in row:
                color = hot(board.wearer.sheet, room)
                items.append(words(head, x, top, self.cell, board.align, color, "label"))
                y = top + head.height + self.size * 0.1
                items.append(words(text, x, y, self.cell, board.align, room.ink, "small"))
                x += self.cell + _GUTTER
            top += tall + self.size * 0.9
        return tuple(items)
