"""Asking: a question with a few answers, and a list to choose one of."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from creativekit.errors import Message, msg
from creativekit.studio.keys import Foot, key
from creativekit.studio.marked_list import MarkedList
from creativekit.studio.speaking import say

_NARROWEST = 36  # columns of words
_AROUND = 8  # columns beside them


class FilePath(Input):
    """The path of a file, in a window of its own: the foot says with which key it is taken."""

    BINDINGS = [key("enter", "submit", msg("Go on"))]


class Answers(MarkedList):
    """What there is to choose from in a window of its own: the foot says with which key."""

    BINDINGS = [key("enter", "select", msg("Choose"))]


class Pick(ModalScreen[str | None]):
    """A title, a line of explanation, and options: (what it is called here, what is shown).

    Dismissed with what was chosen, None for none. `at`: what is marked at first.
    """

    BINDINGS = [key("escape", "cancel", msg("Back"))]

    def __init__(
        self,
        title: Message | str,
        options: Sequence[tuple[str, Content | str]],
        *,
        about: Message | str = "",
        at: str | None = None,
    ) -> None:
        super().__init__()
        self.heading = title
        self.options = options
        self.about = about
        self.at = at

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(say(self, self.heading), markup=False, classes="heading")
            if self.about:
                yield Static(say(self, self.about), markup=False, classes="note")
            # Numbered ids: what is chosen among may be any text.
            yield Answers(
                *(Option(Content(shown) if isinstance(shown, str) else shown)
                  for _, shown in self.options),
                markup=False,
            )  # fmt: skip
        yield Foot()

    def on_mount(self) -> None:
        # No wider than what is asked and answered needs: what is asked about is behind it.
        texts = [say(self, self.heading), say(self, self.about)]
        texts += [shown if isinstance(shown, str) else shown.plain for _, shown in self.options]
        self.query_one(".sheet").styles.width = max(_NARROWEST, *map(cell_len, texts)) + _AROUND
        names = [name for name, _ in self.options]
        options = self.query_one(OptionList)
        options.highlighted = names.index(self.at) if self.at in names else 0
        options.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.options[event.option_index][0])

    def action_cancel(self) -> None:
        self.dismiss(None)
