"""One of several words on a line: the arrows go through them, Enter shows them all."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message as Posted
from textual.widget import Widget

from creativekit.errors import Message, msg
from creativekit.studio.cells import fitted, shortened
from creativekit.studio.dialogs import Pick
from creativekit.studio.keys import key
from creativekit.studio.speaking import say

_LABEL = 11  # columns


class Choice(Widget, can_focus=True):
    """options: (value, what is shown); the value "" is for "as the style has it"."""

    class Made(Posted):
        def __init__(self, choice: Choice, value: str) -> None:
            super().__init__()
            self.choice, self.value = choice, value

        @property
        def control(self) -> Choice:
            return self.choice

    BINDINGS = [
        # One line on the sheet of keys.
        key("left", "go(-1)", msg("Change"), show=False, shown_as="← →"),
        key("right", "go(1)", msg("Change"), shown_as="← →"),
        key("enter,space", "pick", msg("All choices")),
    ]

    def __init__(
        self,
        label: Message,
        options: Sequence[tuple[str, str]],
        value: str,
        *,
        id: str | None = None,
        is_named_whole: bool = False,
    ) -> None:
        """is_named_whole: a label that is wider than its column is not cut."""
        super().__init__(id=id)
        self.is_named_whole = is_named_whole
        self.label = label
        self.options = tuple(options)
        self.value = value

    def set(self, value: str, options: Sequence[tuple[str, str]] | None = None) -> None:
        """Show another value, without a message."""
        if options is not None:
            self.options = tuple(options)
        self.value = value
        self.refresh()

    def render(self) -> Content:
        name = say(self, self.label)
        wanted = max(_LABEL - 1, cell_len(name)) if self.is_named_whole else _LABEL - 1
        label = fitted(name, wanted)
        room = max(4, self.size.width - wanted - 6)
        shown = shortened(dict(self.options).get(self.value, self.value), room, name)
        focused = self.has_focus
        return Content.assemble(
            ("▸" if focused else " ", "$key"),
            (f"{label} ", "bold" if focused else ""),
            ("‹ ", "$key" if focused else "$line"),
            (shown, "bold" if focused else ""),
            (" ›", "$key" if focused else "$line"),
        )

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def action_go(self, by: int) -> None:
        values = [value for value, _ in self.options]
        place = values.index(self.value) if self.value in values else -1
        self._take(values[(place + by) % len(values)])

    def _take(self, value: str) -> None:
        if value != self.value:
            self.value = value
            self.refresh()
            self.post_message(self.Made(self, value))

    def on_click(self, event: events.Click) -> None:
        self.action_pick()

    def action_pick(self) -> None:
        def picked(value: str | None) -> None:
            if value is not None:
                self._take(value)

        label = say(self, self.label)
        title = label[:1].upper() + label[1:]
        self.app.push_screen(Pick(title, self.options, at=self.value), picked)
