"""The keys of the screen it was asked on, and those that hold everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from creativekit.errors import msg
from creativekit.studio.keys import Foot, key
from creativekit.studio.speaking import say, translator

MOVING = (
    ("Tab", msg("to the next thing; with Shift to the one before")),
    ("← →", msg("change the value; with Shift in larger steps")),
    ("↵", msg("open, choose, confirm")),
    ("Esc", msg("leave a field or a window")),
)


_MOST_IN_ONE = 12


class HelpScreen(ModalScreen[None]):
    """A sheet of keys. bindings: those of the screen below."""

    BINDINGS = [key("escape,q,f1,question_mark", "dismiss", msg("Close"))]

    def __init__(self, bindings: Sequence[Binding]) -> None:
        super().__init__()
        self.shown = bindings

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="sheet"):
            yield Static(say(self, msg("Keys")), markup=False, classes="heading")
            rows = self._rows()
            half = -(-len(rows) // 2) if len(rows) > _MOST_IN_ONE else len(rows)
            with Horizontal(id="columns"):
                for part in (rows[:half], rows[half:]):
                    yield Static(_column(part), markup=False, classes="column")
            moving = [(keys, say(self, about)) for keys, about in MOVING]
            yield Static(_column(moving), markup=False)
        yield Foot()

    def _rows(self) -> list[tuple[str, str]]:
        speak = translator(self).gettext
        rows = [
            (each.key_display or each.key, speak(each.description))
            for each in self.shown
            if each.description
        ]
        return list(dict.fromkeys(rows))


def _column(rows: Sequence[tuple[str, str]]) -> Content:
    width = max((len(keys) for keys, _ in rows), default=0)
    return Content("\n").join(
        Content.assemble((f"{keys:>{width}}", "bold $key"), "  ", about) for keys, about in rows
    )
