"""A card for each capability: its files are made, are of what was before, or are missing."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.message import Message as Posted
from textual.widgets import Static

from creativekit.errors import Message, msg, nmsg
from creativekit.press.build import State
from creativekit.press.plan import BRAND, POSITIONING, PRESENCE, SOCIAL
from creativekit.studio.keys import key
from creativekit.studio.speaking import say

TITLES: dict[str, Message] = {
    BRAND: msg("Brand kit"),
    SOCIAL: msg("Posts"),
    POSITIONING: msg("Positioning"),
    PRESENCE: msg("Presence"),
}
_ABOUT: dict[str, Message] = {
    BRAND: msg("logo, colours, type, guide"),
    SOCIAL: msg("pictures and captions"),
    POSITIONING: msg("statement, map, voice"),
    PRESENCE: msg("your level, a plan for 90 days"),
}
_STATES: dict[str, tuple[str, Message, str]] = {
    "done": ("✓", msg("done"), "$success"),
    "stale": ("↻", msg("out of date"), "$warning"),
    "missing": ("○", msg("not made yet"), "$muted"),
}

_EMPTY: dict[str, Message] = {SOCIAL: msg("no posts yet")}
"""What is said where everything that is wanted is nothing."""

_CARD = 24  # columns of words, before it is laid out


class Card(Static, can_focus=True):
    """One capability: its state in a sign, a word and a number of files."""

    BINDINGS = [
        key("enter", "open", msg("Open")),
        key("m", "make", msg("Make this one")),
        key("left", "step(-1)", msg("The one before"), show=False, shown_as="←"),
        key("right", "step(1)", msg("The next"), show=False, shown_as="→"),
        key("up", "step(-2)", msg("Up"), show=False, shown_as="↑"),
        key("down", "step(2)", msg("Down"), show=False, shown_as="↓"),
    ]

    class Opened(Posted):
        def __init__(self, name: str) -> None:
            super().__init__()
            self.capability = name

    class Wanted(Posted):
        def __init__(self, name: str) -> None:
            super().__init__()
            self.capability = name

    def __init__(self, name: str) -> None:
        super().__init__(markup=False, id=f"card-{name}", classes="card")
        self.capability = name
        self.state: State | None = None

    def on_mount(self) -> None:
        self.show(None)

    def show(self, state: State | None) -> None:
        """state: None while it is being looked at."""
        self.state = state
        if state is None:
            line = Content.styled(say(self, msg("looking…")), "$muted")
        else:
            sign, word, color = _STATES[state.status]
            if state.status == "done" and not state.files and self.capability in _EMPTY:
                sign, word, color = "○", _EMPTY[self.capability], "$muted"
            files = nmsg("{n} file", "{n} files", state.files)
            said = f"{sign} {say(self, word)}"
            whole = f"{said} · {say(self, files)}"
            # The number goes before the word is broken.
            if state.files and cell_len(whole) <= (self.content_size.width or _CARD):
                said = whole
            line = Content.styled(said, f"bold {color}")
        self.update(
            Content("\n").join(
                (
                    Content.styled(say(self, TITLES[self.capability]), "bold"),
                    line,
                    Content.styled(say(self, _ABOUT[self.capability]), "$muted"),
                )
            )
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A kit takes one run at a time: while one goes on there is no key for another."""
        if action == "make" and getattr(self.screen, "is_running_build", False):
            return False
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        self.post_message(self.Opened(self.capability))

    def action_make(self) -> None:
        self.post_message(self.Wanted(self.capability))

    def action_step(self, by: int) -> None:
        cards = list(self.screen.query(Card))
        place = cards.index(self) + (by if self.screen.has_class("-narrow") or abs(by) == 1 else 0)
        if 0 <= place < len(cards):
            cards[place].focus()

    def on_click(self) -> None:
        self.focus()

    def on_resize(self) -> None:
        self.show(self.state)
