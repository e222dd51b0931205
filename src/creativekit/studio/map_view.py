"""The map of the market in characters: two lines with names at their ends, points with theirs.

Arrows move a point, so that a place is found by looking and not by typing numbers. Our point has
another shape than the others; no colour is needed to tell them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.content import Content
from textual.message import Message as Posted
from textual.widget import Widget

from creativekit.errors import msg
from creativekit.language.plain_text import clean
from creativekit.project.positioning_section import FARTHEST
from creativekit.studio.keys import key

OURS, THEIRS = "◆", "●"
_SHORTEST = 5  # columns of a name that is cut
_WHOLE = 0.75  # of the width that a name may take


@dataclass(frozen=True, slots=True)
class Dot:
    """A point: x to the right and y up, −10 to 10."""

    name: str
    x: float
    y: float
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """ends: left, right, bottom, top; "" for one without a name."""

    dots: tuple[Dot, ...] = ()
    ends: tuple[str, str, str, str] = ("", "", "", "")


Grid = list[list[tuple[str, str]]]
"""Rows of cells: what stands there ("" behind a wide sign) and how it is styled."""


def drawn(plot: Drawn, width: int, height: int, at: int | None = None) -> Content:
    """The map in that many columns and rows; `at`: the dot that is being moved."""
    if width < 12 or height < 5:
        return Content("")
    free: Grid = [[(" ", "") for _ in range(width)] for _ in range(height)]
    middle, across = width // 2, height // 2
    taken = [[False] * width for _ in range(height)]

    def is_free(row: int, start: int, length: int) -> bool:
        return (
            0 <= row < height
            and start >= 0
            and start + length <= width
            and not any(taken[row][start : start + length])
        )

    def clear(row: int, column: int) -> None:
        """Take out what is there, both halves of a wide sign."""
        if free[row][column][0] == "":
            free[row][column - 1] = (" ", "")
        elif column + 1 < width and free[row][column + 1][0] == "":
            free[row][column + 1] = (" ", "")

    def write(row: int, start: int, text: str, style: str) -> None:
        place = start
        for sign, length in _signs(text):
            for column in range(place, place + length):
                clear(row, column)
            free[row][place] = (sign, style)
            if length == 2:
                free[row][place + 1] = ("", style)
            place += length
        for column in range(max(0, start - 1), min(width, place + 1)):
            taken[row][column] = True

    places = [_cell(dot, width, height) for dot in plot.dots]
    for row, column in places:
        taken[row][column] = True
    left, right, bottom, top = (clean(each) for each in plot.ends)
    for row, text in ((0, top), (height - 1, bottom)):
        text = _cut(text, width)
        write(row, max(0, middle - cell_len(text) // 2), text, "$muted")
    # Beside the line and not on it: each has its half of the width.
    half = middle - 2
    fit = cell_len(left) + cell_len(right) + 3 <= width
    sides = [text if fit else _cut(text, half) for text in (left, right)]
    starts = 0, width - cell_len(sides[1])
    # Both under the line, or both over it; else both in the line itself, with a gap beside them.
    for row in (across + 1, across - 1):
        if all(is_free(row, at, cell_len(text)) for at, text in zip(starts, sides, strict=True)):
            break
    else:
        row = across
        sides = [f"{sides[0]} ", f" {sides[1]}"]
        starts = 0, width - cell_len(sides[1])
    for start, text in zip(starts, sides, strict=True):
        if text.strip():
            write(row, start, text, "$muted")
    for number, dot in enumerate(plot.dots):
        style = "bold $key" if dot.ours else ""
        name = _named(clean(dot.name), places[number], width, is_free)
        if name is not None:
            write(*name, style)
    for number, (dot, (row, column)) in enumerate(zip(plot.dots, places, strict=True)):
        style = "bold $key" if dot.ours else "bold"
        clear(row, column)
        if number == at:
            style += " reverse"
        free[row][column] = (OURS if dot.ours else THEIRS, style)
    for column in range(width):
        if free[across][column] == (" ", "") and column != middle:
            free[across][column] = ("─", "$line")
    for row in range(1, height - 1):
        if free[row][middle] == (" ", ""):
            free[row][middle] = ("┼" if row == across else "│", "$line")
    return Content("\n").join(Content.assemble(*_runs(cells)) for cells in free)


def _signs(text: str) -> Iterator[tuple[str, int]]:
    """Signs with the cells they take; what takes none belongs to the sign before it."""
    sign = ""
    for char in text:
        if cell_len(char) == 0 and sign:
            sign += char
            continue
        if sign:
            yield sign, cell_len(sign[0])
        sign = char if cell_len(char) else ""
    if sign:
        yield sign, cell_len(sign[0])


def _runs(cells: Sequence[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    text, style = "", ""
    for sign, own in cells:
        if own != style:
            if text:
                yield text, style
            text, style = "", own
        text += sign
    yield text, style


def _cell(dot: Dot, width: int, height: int) -> tuple[int, int]:
    """Row and column; the first and the last row are for the names of the ends."""
    span = 2 * FARTHEST
    column = round((dot.x + FARTHEST) / span * (width - 1))
    row = 1 + round((FARTHEST - dot.y) / span * (height - 3))
    return row, column


def _cut(text: str, most: int) -> str:
    return text if cell_len(text) <= most else set_cell_size(text, max(1, most - 1)) + "…"


def _named(
    name: str, place: tuple[int, int], width: int, is_free: Callable[[int, int, int], bool]
) -> tuple[int, int, str] | None:
    """Where the name of a point stands: beside it, over or under it, as whole as there is room."""
    row, column = place
    whole = cell_len(name)
    shorter = range(min(whole, width // 2), min(whole, _SHORTEST) - 1, -1)
    for most in (whole, *shorter) if whole <= _WHOLE * width else shorter:
        text = _cut(name, most)
        length = cell_len(text)
        centred = min(max(0, column - length // 2), width - length)
        for line, start in (
            (row, column + 2),
            (row, column - 1 - length),
            (row + 1, centred),
            (row - 1, centred),
        ):
            if length and is_free(line, start, length):
                return line, start, text
    return None


class MapView(Widget, can_focus=True):
    """Shows the map; with the focus, arrows move a point and the space bar goes to the next."""

    class Moved(Posted):
        """number: of the dot, in the order they were given; x, y: where it is now."""

        def __init__(self, number: int, x: float, y: float) -> None:
            super().__init__()
            self.number, self.x, self.y = number, x, y

    BINDINGS = [
        key("left", "move(-1, 0)", msg("To the left"), show=False, shown_as="←"),
        key("right", "move(1, 0)", msg("Move the point"), shown_as="← ↑ ↓ →"),
        key("up", "move(0, 1)", msg("Up"), show=False, shown_as="↑"),
        key("down", "move(0, -1)", msg("Down"), show=False, shown_as="↓"),
        key("space,enter", "next_point", msg("The next point")),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.plot = Drawn()
        self.at = 0

    def show(self, plot: Drawn) -> None:
        self.plot = plot
        self.at = min(self.at, max(0, len(plot.dots) - 1))
        self.refresh()

    def render(self) -> Content:
        at = self.at if self.has_focus else None
        return drawn(self.plot, self.size.width, self.size.height, at)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def action_next_point(self) -> None:
        if self.plot.dots:
            self.at = (self.at + 1) % len(self.plot.dots)
            self.refresh()

    def action_move(self, right: int, up: int) -> None:
        if not self.plot.dots:
            return
        dot = self.plot.dots[self.at]
        self._to(round(dot.x) + right, round(dot.y) + up)

    def on_click(self, event: events.Click) -> None:
        """Take the point under the mouse, or bring the taken one there."""
        width, height = self.size
        for number, dot in enumerate(self.plot.dots):
            row, column = _cell(dot, width, height)
            if row == event.y and abs(column - event.x) <= 1:
                self.at = number
                self.refresh()
                return
        span = 2 * FARTHEST
        x = round(event.x / max(1, width - 1) * span - FARTHEST)
        y = round(FARTHEST - (event.y - 1) / max(1, height - 3) * span)
        self._to(x, y)

    def _to(self, x: int, y: int) -> None:
        x, y = (max(-FARTHEST, min(FARTHEST, each)) for each in (x, y))
        if self.plot.dots:
            self.post_message(self.Moved(self.at, x, y))
