"""The map as a picture: two axes, everybody by name, us in the accent, the nearest named."""

from __future__ import annotations

from collections.abc import Sequence

from creativekit.artwork.blocks import block
from creativekit.artwork.plot import Plotted, Spot, draw, numbered_disc
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Item, Scene
from creativekit.canvas.text.fit import TooLong, fit
from creativekit.canvas.text.words import words
from creativekit.identity.model import Identity
from creativekit.positioning.pictures.board import SMALL, Board, boards, first
from creativekit.positioning.pictures.said import Map

_SIDE = 0.28
"""The column beside the plot, of the room's width."""
_NOTE = (28.0, 40.0)
# Sizes of names and on how many lines they may stand, the best first.
_NAMES = ((30.0, 2), (27.0, 2), (24.0, 2), (25.0, 3), (22.0, 3))


def scene(identity: Identity, language: str, said: Map) -> Scene:
    """Raises InputError for a character that no face has."""
    tries = boards(identity, language, 2)
    title = f"{said.title}. {said.note}" if said.note else said.title
    return first(tries, lambda board: _drawn(board, said), title)


def _drawn(board: Board, said: Map) -> tuple[Item, ...] | None:
    found = None if board.centered else _beside(board, said)
    return found or _stacked(board, said)


def _beside(board: Board, said: Map) -> tuple[Item, ...] | None:
    """The label, the nearest rival and the legend in a column, the plot to the right of it."""
    box = board.room.box
    wide = box.width * _SIDE
    column = Box(box.left, box.top, box.left + wide, box.bottom)
    kicker = board.kicker(said.title, wide)
    place = Box(column.right + SMALL * 2, box.top, box.right, box.bottom)
    plotted = _plotted(board, said, place)
    if plotted is None:
        return None
    legend = _Legend(board, plotted.legend, wide, 1)
    top = box.top + kicker.height + kicker.after
    left = box.bottom - top - legend.height - (SMALL * 1.4 if plotted.legend else 0.0)
    note: tuple[Item, ...] = ()
    if said.note:
        made = fit(said.note, board.setting("title"), wide, max(left, 1.0), _NOTE)
        if isinstance(made, TooLong):
            return None
        note = (words(made, box.left, top, wide, "start", board.room.ink, "title"),)
    elif left < 0:
        return None
    return (
        kicker.at(box.left, box.top),
        *note,
        *legend.at(box.left, box.bottom - legend.height),
        *plotted.items,
    )


def _stacked(board: Board, said: Map) -> tuple[Item, ...] | None:
    """The label over the plot, the legend and the nearest rival under it."""
    room, box = board.room, board.room.box
    kicker = board.kicker(said.title, box.width)
    note: tuple[Item, ...] = ()
    bottom = box.bottom
    if said.note:
        made = block(said.note, board.setting("title"), _NOTE[0], box.width, balance=True)
        bottom -= made.height
        note = (words(made, box.left, bottom, box.width, board.align, room.ink, "title"),)
        bottom -= SMALL * 0.8
    top = box.top + kicker.height + SMALL * 0.8
    # What the legend takes is known once it is known whether there is one.
    legend = _Legend(board, (), box.width, 1)
    plotted = _plotted(board, said, Box(box.left, top, box.right, bottom))
    if plotted is not None and plotted.legend:
        legend = _Legend(board, plotted.legend, box.width, 3)
        place = Box(box.left, top, box.right, bottom - legend.height)
        plotted = _plotted(board, said, place, numbered=True)
    if plotted is None:
        return None
    return (
        kicker.at(board.along(box.left, box.width, kicker.width), box.top),
        *plotted.items,
        *legend.at(box.left, bottom - legend.height + SMALL * 0.6),
        *note,
    )


def _plotted(board: Board, said: Map, place: Box, numbered: bool = False) -> Plotted | None:
    """The plot with its names as large as they all find a place, else with numbers."""
    for size, lines in _NAMES if not numbered else ():
        made = draw(said.plot, place, board.room, board.wearer, size, lines)
        if made is not None and not made.legend:
            return made
    return draw(said.plot, place, board.room, board.wearer, SMALL * 1.1, 0)


class _Legend:
    """Numbers and the names they stand for, in columns of about equal height."""

    def __init__(
        self, board: Board, legend: Sequence[tuple[int, Spot]], width: float, columns: int
    ) -> None:
        self.board = board
        columns = min(columns, len(legend)) or 1
        self.cell = (width - SMALL * 1.5 * (columns - 1)) / columns
        self.indent = SMALL * 2.2
        setting = board.setting("small")
        size = SMALL * 0.92
        self.rows = []
        for number, spot in legend:
            made = block(spot.name, setting, size, self.cell - self.indent)
            self.rows.append((number, spot, made, max(made.height + size * 0.25, SMALL * 1.75)))
        each = -(-len(self.rows) // columns)
        self.columns = [self.rows[at : at + each] for at in range(0, len(self.rows), max(1, each))]
        tall = [sum(row[3] for row in column) for column in self.columns]
        self.height = max(tall, default=0.0) + (SMALL if self.rows and columns > 1 else 0.0)

    def at(self, left: float, top: float) -> tuple[Item, ...]:
        items: list[Item] = []
        board = self.board
        for index, column in enumerate(self.columns):
            x, y = left + index * (self.cell + SMALL * 1.5), top
            for number, spot, made, tall in column:
                radius = SMALL * 0.74
                items.extend(
                    numbered_disc(
                        number, spot, x + radius, y + tall / 2, board.room, board.wearer, SMALL
                    )
                )
                start = y + (tall - made.height) / 2
                items.append(
                    words(
                        made, x + self.indent, start, self.cell, "start", board.room.ink, "legend"
                    )
                )
                y += tall
        return tuple(items)
