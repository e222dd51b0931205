"""A list whose marked line has a bar before it, as a card has.

A ground alone is told from the others by a hall's projector hardly, and without colours not at
all. The bar is in the accent while the list is what the keys are for.
"""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets import OptionList

BAR = "▌"


class MarkedList(OptionList):
    """An OptionList with a column of its own for the bar."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"marked-list--bar"}
    DEFAULT_CSS = """
    MarkedList > .marked-list--bar {
        color: $border-blurred;
    }
    MarkedList:focus > .marked-list--bar {
        color: $border;
    }
    """

    def _get_left_gutter_width(self) -> int:
        return 1

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        if not 0 <= line < len(self._lines):
            return strip
        first = next(iter(strip), None)
        style = (first.style if first is not None else None) or Style()
        is_marked = self._lines[line][0] == self.highlighted
        if is_marked:
            ink = self.get_component_rich_style("marked-list--bar", partial=True)
            style = Style(color=ink.color, bgcolor=style.bgcolor, meta=style.meta)
        return Strip([Segment(BAR if is_marked else " ", style), *strip], strip.cell_length + 1)
