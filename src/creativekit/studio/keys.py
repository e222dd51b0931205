"""Keys: what they are bound to, and the line at the foot of the screen that shows them.

A description is an English template, which the foot translates when it is drawn. Who writes Kazakh
or Russian has that keyboard on: where a key gives another letter there, the letter means the key.
On the Kazakh one (standard of Kazakhstan, as in Windows and CLDR's kk) the row of digits has
letters of its own.
"""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from creativekit.errors import Message
from creativekit.studio.speaking import translator

_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_CYRILLIC = "йцукенгшщзфывапролдячсмить"
_TWINS = {
    **dict(zip(_LATIN, _CYRILLIC, strict=True)),
    "1": "quotation_mark",
    "2": "ә",
    "3": "і",
    "4": "ң",
    "5": "ғ",
    "6": "comma",
    "0": "қ",
}


def key(
    names: str,
    action: str,
    about: Message,
    *,
    show: bool = True,
    shown_as: str | None = None,
    priority: bool = False,
) -> Binding:
    """A binding of keys (separated by commas) and of the same keys on a Cyrillic keyboard."""
    first = names.split(",")
    twins = [_TWINS[name] for name in first if name in _TWINS]
    return Binding(
        ",".join([*first, *twins]),
        action,
        about.text,
        show=show,
        key_display=shown_as or _display(first[0]),
        priority=priority,
    )


_SHOWN = {"question_mark": "?", "enter": "↵", "escape": "Esc", "space": "Space", "tab": "Tab"}


def _display(name: str) -> str:
    if name.startswith("ctrl+"):
        return "^" + name.removeprefix("ctrl+").upper()
    if name.startswith("shift+"):
        return "⇧" + _display(name.removeprefix("shift+"))
    return _SHOWN.get(name, name.upper() if name.startswith("f") and len(name) > 1 else name)


class Foot(Widget, can_focus=False):
    """The keys that do something now, in the spoken language, as many as there is room for.

    The screen's own come first; what is left out is on the sheet of F1. One line that is painted
    anew and not a widget a key: the focus moves often, and a layout each time would be felt.
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, _: object) -> None:
        self.refresh()

    def shown(self) -> list[Binding]:
        """A binding an action."""
        found: dict[str, Binding] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            if binding.show and enabled:
                found.setdefault(binding.action, binding)
        return sorted(found.values(), key=lambda each: _rank(each.action))

    def render(self) -> Content:
        speak = translator(self).gettext
        told = [
            (each, Content.assemble((each.key_display or each.key, "bold $key"), " ",
                                    speak(each.description)))
            for each in self.shown()
        ]  # fmt: skip
        # The way out, saving what is not saved, and the way to all other keys are there whatever
        # else is.
        room = self.content_size.width
        kept = room - sum(piece.cell_length + _GAP for binding, piece in told if _stays(binding))
        pieces: list[Content] = []
        self._places = []
        at, is_full = 0, False
        for binding, piece in told:
            size = piece.cell_length
            if not _stays(binding):
                # A short one of the screen's own may follow; none that holds everywhere.
                if size > kept or (is_full and _rank(binding.action)):
                    is_full = True
                    continue
                kept -= size + _GAP
            elif at + size > room:
                continue
            pieces.append(piece)
            self._places.append((at, at + size, binding.key))
            at += size + _GAP
        return Content(" " * _GAP).join(pieces)

    def on_click(self, event: events.Click) -> None:
        place = event.x - self.content_region.x + self.region.x
        for start, end, name in self._places:
            if start <= place < end:
                self.app.simulate_key(name)


_GAP = 3
_ALWAYS = ("save", "help")
_LAST = ("save", "undo", "help", "next_language", "next_theme", "leave")


def _stays(binding: Binding) -> bool:
    """Whether it is on the foot however little room there is."""
    return binding.action in _ALWAYS or binding.key == "escape"


def _rank(action: str) -> int:
    """The screen's own keys first, in their order, then those that hold everywhere."""
    return _LAST.index(action) + 1 if action in _LAST else 0
