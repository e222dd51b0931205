"""The voice as a picture: the scales with the place on each, what is said and never said."""

from __future__ import annotations

from creativekit.artwork.blocks import block
from creativekit.artwork.parts import hot
from creativekit.artwork.scales import draw
from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import Item, Line, Scene, Solid
from creativekit.canvas.text.fit import Fitted
from creativekit.canvas.text.words import words
from creativekit.identity.model import Identity
from creativekit.positioning.pictures.board import SMALL, Board, boards, first
from creativekit.positioning.pictures.said import Voice

_CHART = 0.64
"""What the scales take of the room's width beside words."""
_SIZES = (34.0, 30.0, 27.0, 25.0, 23.0)
_POLES = (30.0, 27.0, 24.0)
_LEAST_ROW, _MOST_ROW = 44.0, 96.0


def scene(identity: Identity, language: str, said: Voice) -> Scene:
    """Raises InputError for a character that no face has."""
    return first(boards(identity, language, 4), lambda board: _drawn(board, said), said.title)


def _drawn(board: Board, said: Voice) -> tuple[Item, ...] | None:
    box = board.room.box
    kicker = board.kicker(said.title, box.width)
    top = box.top + kicker.height + (SMALL if board.centered else kicker.after * 0.7)
    rest = Box(box.left, top, box.right, box.bottom)
    lists = [(said.say_title, said.say, False), (said.never_title, said.never, True)]
    lists = [each for each in lists if each[1]]
    items: tuple[Item, ...] | None
    if not said.scales:
        items = _lists(board, lists, rest, True)
    elif not lists:
        items = _scales(board, said, rest)
    else:
        items = None if board.centered else _beside(board, said, lists, rest)
        items = items or _stacked(board, said, lists, rest)
    if items is None:
        return None
    return (kicker.at(board.along(box.left, box.width, kicker.width), box.top), *items)


Lists = list[tuple[str, tuple[str, ...], bool]]
"""Titles, the words under each, and whether they are struck out."""


def _beside(board: Board, said: Voice, lists: Lists, rest: Box) -> tuple[Item, ...] | None:
    """The scales to the left, the words in a column to the right."""
    split = rest.left + rest.width * _CHART
    chart = _scales(board, said, Box(rest.left, rest.top, split, rest.bottom))
    column = Box(split + SMALL * 2.6, rest.top, rest.right, rest.bottom)
    listed = _lists(board, lists, column, False)
    return None if chart is None or listed is None else (*chart, *listed)


def _stacked(board: Board, said: Voice, lists: Lists, rest: Box) -> tuple[Item, ...] | None:
    """The scales over the whole width, the words under them."""
    for row in (96.0, 80.0, 64.0, 54.0, _LEAST_ROW):
        split = rest.top + row * len(said.scales)
        chart = _scales(board, said, Box(rest.left, rest.top, rest.right, split))
        room = Box(rest.left, split + SMALL * 1.3, rest.right, rest.bottom)
        listed = _lists(board, lists, room, True)
        if chart is not None and listed is not None:
            return (*chart, *listed)
    return None


def _scales(board: Board, said: Voice, box: Box) -> tuple[Item, ...] | None:
    if box.height < _LEAST_ROW * len(said.scales):
        return None
    # Rows farther apart than this fall to pieces.
    tall = min(box.height, len(said.scales) * _MOST_ROW)
    place = Box(box.left, box.top, box.right, box.top + tall)
    found = (draw(said.scales, place, board.room, board.wearer, size) for size in _POLES)
    return next((each for each in found if each is not None), None)


def _lists(board: Board, lists: Lists, box: Box, beside: bool) -> tuple[Item, ...] | None:
    """Titles with their words under them, as large as they may be."""
    for size in _SIZES:
        found = _Lists(board, lists, box, beside, size)
        if found.height <= box.height:
            return found.items()
    return None


class _Lists:
    def __init__(self, board: Board, lists: Lists, box: Box, beside: bool, size: float) -> None:
        self.board, self.box, self.size = board, box, size
        self.beside = beside and len(lists) > 1
        self.gap = SMALL * (1.8 if self.beside else 1.4)
        self.width = (box.width - self.gap) / 2 if self.beside else box.width
        self.lists = [
            (
                self._block(title, "label", SMALL),
                [self._block(text, "lead", size) for text in said],
                struck,
            )
            for title, said, struck in lists
        ]
        self.tall = [
            head.height + size * 0.3 + sum(row.height + size * 0.22 for row in rows)
            for head, rows, _ in self.lists
        ]
        across = max(self.tall, default=0.0)
        down = sum(self.tall) + self.gap * (len(self.tall) - 1)
        self.height = across if self.beside else down

    def _block(self, text: str, role: str, size: float) -> Fitted:
        return block(text, self.board.setting(role), size, self.width)

    def items(self) -> tuple[Item, ...]:
        board, room, size = self.board, self.board.room, self.size
        items: list[Item] = []
        x, y = self.box.left, self.box.top
        for (head, rows, struck), tall in zip(self.lists, self.tall, strict=True):
            color = room.muted if struck else hot(board.wearer.sheet, room)
            items.append(words(head, x, y, self.width, board.align, color, "label"))
            at = y + head.height + size * 0.3
            for row in rows:
                ink = room.muted if struck else room.ink
                items.append(words(row, x, at, self.width, board.align, ink, "lead"))
                if struck:
                    items.extend(self._strokes(row, x, at))
                at += row.height + size * 0.22
            if self.beside:
                x += self.width + self.gap
            else:
                y += tall + self.gap
        return tuple(items)

    def _strokes(self, made: Fitted, left: float, y: float) -> tuple[Item, ...]:
        """A line through each line of words, at the height of small letters."""
        size = made.size
        stroke = Solid(self.board.room.accent)
        drawn = []
        for index, line in enumerate(made.lines):
            x = self.board.along(left, self.width, line.width_em * size)
            at = y + made.ascent + index * made.leading * size - size * 0.26
            end = x + (line.width_em + 0.06) * size
            path = Path((("M", x - size * 0.06, at), ("L", end, at)))
            drawn.append(Line(path, stroke, max(2.0, size * 0.07)))
        return tuple(drawn)
