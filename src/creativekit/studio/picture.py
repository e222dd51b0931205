"""A widget that shows pixels in half blocks, as large as it is, in their proportions."""

from __future__ import annotations

from typing import Literal

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from creativekit.studio import half_blocks
from creativekit.studio.half_blocks import Pixels


class Picture(Widget, can_focus=False):
    """Shows an array of pixels; nothing while there is none.

    align: where it stands across.
    """

    def __init__(
        self,
        pixels: Pixels | None = None,
        *,
        id: str | None = None,
        align: Literal["left", "center", "right"] = "center",
    ) -> None:
        super().__init__(id=id)
        self._pixels = pixels
        self._align = align
        self._lines: list[list[Segment]] = []
        self._fitted_to: Size | None = None

    def show(self, pixels: Pixels | None) -> None:
        self._pixels = pixels
        self._fitted_to = None
        self.refresh()

    @property
    def shown(self) -> Pixels | None:
        return self._pixels

    def render_line(self, y: int) -> Strip:
        size = self.size
        if self._fitted_to != size:
            self._fitted_to = size
            self._lines = []
            if self._pixels is not None and size.width and size.height:
                fitted = half_blocks.fitted(self._pixels, size.width, size.height)
                self._lines = half_blocks.lines(fitted)
        spare = {"left": 0.0, "center": 0.5, "right": 1.0}[self._align]
        blank = self.rich_style
        if y >= len(self._lines):
            return Strip([Segment(" " * size.width, blank)], size.width)
        segments = self._lines[y]
        width = sum(len(each.text) for each in segments)
        left = int((size.width - width) * spare)
        right = size.width - width - left
        return Strip(
            [Segment(" " * left, blank), *segments, Segment(" " * right, blank)], size.width
        )
