"""The head of Home: the picture of the brand's style as wide as the screen, its name on it.

The composition says where it keeps room for words and in which ink they read there, as it does for
a cover; a letter's cell takes the colour of the picture under it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from creativekit.color.contrast import TEXT, black_or_white, ratio
from creativekit.identity.model import Identity
from creativekit.studio import half_blocks
from creativekit.studio.half_blocks import Pixels

_PER_CELL = 12  # px of the composition to a column
_FINER = 3  # pixels drawn for one that is shown, each way
_LEFT = 4  # columns that words keep from the edge
_EDGE = 2  # and from the other one
_AN_EDGE = 1.12  # to 1, from one pixel to the next: more than a gradient

Light = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Cover:
    """A picture of `columns` × 2 `rows` pixels, and the room for words, in cells."""

    pixels: Pixels
    left: int
    top: int
    width: int
    height: int
    align: Literal["left", "center"]
    side: Literal["top", "middle", "bottom"]
    ink: str
    muted: str


def cover(brand: Identity, columns: int, rows: int) -> Cover:
    """The style's picture for that many cells."""
    from creativekit.artwork.compositions import compose
    from creativekit.canvas.backends import raster

    width, height = columns * _PER_CELL, 2 * rows * _PER_CELL
    made = compose(brand, width, height, crowd=1.0)
    pixels = np.ascontiguousarray(raster.opaque_pixels(made.scene, _FINER / _PER_CELL))
    room = made.title
    left = max(_LEFT, round(room.box.left / _PER_CELL))
    right = min(columns - 2, round(room.box.right / _PER_CELL))
    top = max(1, round(room.box.top / _PER_CELL / 2))
    bottom = max(top + 1, min(rows - 1, round(room.box.bottom / _PER_CELL / 2)))
    return Cover(
        half_blocks.filling(pixels, columns, rows),
        left,
        top,
        max(8, right - left),
        bottom - top,
        room.align,
        room.side,
        room.ink,
        room.muted,
    )


class Hero(Widget, can_focus=False):
    """Shows a cover with a few lines on it, the first of them strong; words alone until then."""

    def __init__(self, lines: Sequence[str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines = tuple(lines)
        self._picture: Cover | None = None
        self._drawn: list[list[Segment]] = []
        self._drawn_for: tuple[Size, Cover | None, tuple[str, ...]] | None = None

    def say(self, lines: Sequence[str]) -> None:
        self.lines = tuple(lines)
        self.refresh()

    def show(self, cover: Cover) -> None:
        self._picture = cover
        self.refresh()

    def render_line(self, y: int) -> Strip:
        now = (self.size, self._picture, self.lines)
        if self._drawn_for != now:
            self._drawn_for = now
            self._drawn = self._composed()
        plain = self.rich_style
        if y >= len(self._drawn):
            return Strip([Segment(" " * self.size.width, plain)], self.size.width)
        return Strip(self._drawn[y]).adjust_cell_length(self.size.width, plain)

    def _composed(self) -> list[list[Segment]]:
        seen = self._picture
        if seen is None:
            plain = self.rich_style
            indent = " " * _LEFT
            words = [Segment(indent + line, plain) for line in self.lines]
            return [[], *([word] for word in words)]
        rows, columns = seen.pixels.shape[0] // 2, seen.pixels.shape[1]
        cells: list[list[Segment]] = []
        for top, bottom in zip(seen.pixels[::2], seen.pixels[1::2], strict=True):
            cells.append(
                [
                    Segment(half_blocks.HALF, half_blocks.style_of(*upper, *lower))
                    for upper, lower in zip(top.tolist(), bottom.tolist(), strict=True)
                ]
            )
        placed = [each for each in self._placed(seen, rows) if 0 <= each[0] < rows]
        lines, left = _clear(seen, placed, rows, columns)
        for row, line, ink, strong in lines:
            at = left
            if seen.align == "center":
                at += max(0, (seen.width - cell_len(line)) // 2)
            under = seen.pixels[2 * row : 2 * row + 2, at : at + cell_len(line)].mean(axis=0)
            grounds = [_hex(each) for each in under]
            if grounds and min(ratio(ink, each) for each in grounds) < TEXT:
                # Words that are more than the room was kept for get a quiet ground of their own.
                grounds = [_hex(under.mean(axis=0))] * len(grounds)
                ink = black_or_white(grounds[0])
            start = at
            for text in _clusters(line):
                size = cell_len(text)
                if at + size > columns or at - start >= len(grounds):
                    break
                style = Style(color=ink, bgcolor=grounds[at - start], bold=strong)
                cells[row][at] = Segment(text, style)
                for beside in range(at + 1, at + size):
                    cells[row][beside] = Segment("")
                at += size
        return cells

    def _placed(self, seen: Cover, rows: int) -> Iterator[Placed]:
        """Each line of words: its row, itself, its ink, whether it is strong."""
        name, *rest = [line for line in self.lines if line] or [""]
        parts = wrap(name, seen.width) or [""]
        # A second line of the name, and air under it, only where the rest keeps its place.
        room = seen.height - len(rest)
        most = 2 if room > 1 else 1
        if len(parts) > most:
            parts = [*parts[: most - 1], parts[most - 1][: seen.width - 1] + "…"]
        wanted = [(part, seen.ink, True) for part in parts]
        if room > len(parts):
            wanted.append(("", seen.ink, False))
        for line in rest:
            short = line if cell_len(line) <= seen.width else line[: seen.width - 1] + "…"
            wanted.append((short, seen.muted, False))
        spare = max(0, seen.height - len(wanted))
        start = seen.top + {"top": 0, "middle": spare // 2, "bottom": spare}[seen.side]
        start = max(1, min(start, rows - 1 - len(wanted)))
        for place, (line, ink, strong) in enumerate(wanted):
            yield start + place, line, ink, strong


Placed = tuple[int, str, str, bool]


def _clear(
    seen: Cover, placed: Sequence[Placed], rows: int, columns: int
) -> tuple[Sequence[Placed], int]:
    """The lines, and the column that all begin at, where they do not lie on a figure.

    A head is lower than a composition expects, and more lines than it keeps room for may reach up
    to what it draws. Best is a row of air between a figure and the words, at the margin, as low as
    the last row; then the margin without the air; then the other margin, then anywhere. Where there
    is no place without a figure they stay where they are.
    """
    said = [each for each in placed if each[1]]
    if seen.align == "center" or not said:
        return placed, seen.left
    widest = max(cell_len(line) for _, line, _, _ in said)
    light = _luminance(seen.pixels)

    def is_clear(by: int, left: int, air: int) -> bool:
        return all(
            _is_clear(
                light[2 * (row + by - air) : 2 * (row + by + 1), left : left + cell_len(line)], ink
            )
            for row, line, ink, _ in said
        )

    lower = range(max(1, rows - said[-1][0]))
    right = range(seen.left, columns - widest - _EDGE + 1)
    tries = [(by, seen.left, air) for air in (1, 0) for by in lower]
    tries += [(0, left, 0) for left in (columns - widest - _LEFT, *right)]
    for by, left, air in tries:
        if is_clear(by, left, air):
            return [(row + by, line, ink, strong) for row, line, ink, strong in placed], left
    return placed, seen.left


def _is_clear(light: Light, ink: str) -> bool:
    """Whether words of the ink read on all that is under them, and no edge runs there."""
    own = _luminance(np.array([[int(ink[at : at + 2], 16) for at in (1, 3, 5)]]))
    if bool((_apart(light, own) < TEXT).any()):
        return False
    return not any(
        bool((_apart(one, other) > _AN_EDGE).any())
        for one, other in ((light[:, 1:], light[:, :-1]), (light[1:], light[:-1]))
    )


def _apart(one: Light, other: Light) -> Light:
    """Contrast ratios, pixel by pixel."""
    high, low = np.maximum(one, other), np.minimum(one, other)
    return np.asarray((high + 0.05) / (low + 0.05), np.float64)


def _luminance(pixels: NDArray[Any]) -> Light:
    """Relative luminance as WCAG 2.2 defines it, of 8-bit sRGB."""
    share = pixels / 255.0
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ (0.2126, 0.7152, 0.0722), np.float64)


def _hex(color: Pixels) -> str:
    r, g, b = (round(float(value)) for value in color)
    return f"#{r:02x}{g:02x}{b:02x}"


def _clusters(line: str) -> Iterator[str]:
    """Letters with what stands on them."""
    kept = ""
    for char in line:
        if kept and cell_len(char):
            yield kept
            kept = ""
        kept += char
    if kept:
        yield kept
