"""A field of one line that says where its text goes on, while nobody types in it."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import Input

_MORE = "…"


class OneLine(Input):
    """An Input whose text ends, or begins, in … where the field cuts it."""

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        width, start = self.scrollable_content_region.width, round(self.scroll_offset.x)
        if y or self.has_focus or width < 2 or not self.value:
            return strip
        if cell_len(self.value) - start > width:
            last = strip.crop(width - 1, width)
            strip = Strip([*strip.crop(0, width - 1), _sign(last)])
        if start > 0:
            strip = Strip([_sign(strip.crop(0, 1)), *strip.crop(1)])
        return strip


def _sign(cell: Strip) -> Segment:
    return Segment(_MORE, next((each.style for each in cell), None))
