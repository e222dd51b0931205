"""The worksheets by number and name, and how far each of them is filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import set_cell_size
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from creativekit.errors import msg
from creativekit.language.plain_text import clean
from creativekit.positioning.filling import Filling
from creativekit.positioning.sheets import Worksheet
from creativekit.studio.keys import key
from creativekit.studio.marked_list import MarkedList
from creativekit.studio.positioning_answers import Answers
from creativekit.studio.speaking import translator

_MARKS = "○◔◑◕●"
_ROOM, _WIDE_ROOM = 21, 28  # columns, as the style sheet leaves


class Sheets(MarkedList):
    """A row a sheet; on a wide screen with the count of its answers."""

    BINDINGS = [key("enter", "select", msg("Fill in"))]

    def show(self, sheets: Sequence[Worksheet], answers: Answers, at: int) -> None:
        """All rows anew. at: the place of the sheet that is open."""
        with self.prevent(OptionList.OptionHighlighted):
            self.clear_options()
            self.add_options([Option(each) for each in self._rows(sheets, answers)])
            self.highlighted = at

    def tell(self, sheets: Sequence[Worksheet], answers: Answers, only: int | None) -> None:
        """Change the rows that say something else now. only: the place of one that may."""
        shown = sheets if only is None else (sheets[only],)
        for place, content in enumerate(self._rows(shown, answers), only or 0):
            there = place < self.option_count
            if there and self.get_option_at_index(place).prompt != content:
                self.replace_option_prompt_at_index(place, content)

    def _rows(self, sheets: Iterable[Worksheet], answers: Answers) -> Iterator[Content]:
        is_wide = self.screen.has_class("-wide")
        room = _WIDE_ROOM if is_wide else _ROOM
        waiting = {name.partition(".")[0] for name in answers.given}
        for sheet in sheets:
            filled = answers.filling(sheet)
            count = f" {filled.answered}/{filled.asked}" if is_wide else ""
            title = clean(sheet.title.get(translator(self).language))
            space = room - 5 - len(count)
            # A long name goes on below: half of it tells nobody which sheet it is.
            first, *rest = (each.plain.rstrip() for each in Content(title).wrap(space))
            mark = "!" if sheet.id in waiting else _mark(filled)
            yield Content.assemble(
                (f"{mark} ", "$key"),
                (f"{sheet.number:>2} ", "$muted"),
                set_cell_size(first, space),
                (count, "$muted"),
                *(f"\n     {each}" for each in rest),
            )


def _mark(filled: Filling) -> str:
    if filled.is_whole:
        return _MARKS[-1]
    if not filled.answered:
        return _MARKS[0]
    return _MARKS[1 + min(2, 3 * filled.answered // filled.asked)]
