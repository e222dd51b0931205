"""Keys: what they are bound to, and the line at the foot of the screen that shows them.

A description is an English template, which the foot translates when it is drawn. Who writes Kazakh
or Russian has that keyboard on: where a key gives another letter there, the letter means the key.
On the Kazakh one (standard of Kazakhstan, as in Windows and CLDR's kk) the row of digits has
letters of its own.
"""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

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


_SHOWN = {"question_mark": "?", "enter": "↵", "escape": "Esc", "space": "␣", "tab": "Tab"}


def _display(name: str) -> str:
    if name.startswith("ctrl+"):
        return "^" + name.removeprefix("ctrl+").upper()
    return _SHOWN.get(name, name.upper() if name.startswith("f") and len(name) > 1 else name)


class Foot(Footer):
    """Visible keys, in the spoken language; those of the screen come first."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=False)

    def compose(self) -> ComposeResult:
        if not self._bindings_ready:
            return
        shown: dict[str, tuple[Binding, bool]] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            if binding.show:
                shown.setdefault(binding.action, (binding, enabled))
        speak = translator(self).gettext
        for _, (binding, enabled) in sorted(shown.items(), key=lambda each: _rank(each[0])):
            yield FooterKey(
                binding.key,
                binding.key_display or self.app.get_key_display(binding),
                speak(binding.description),
                binding.action,
                disabled=not enabled,
            ).data_bind(compact=Footer.compact)


_LAST = ("save", "undo", "help", "next_language", "next_theme", "leave")


def _rank(action: str) -> int:
    """The screen's own keys first, in their order, then those that hold everywhere."""
    return _LAST.index(action) + 1 if action in _LAST else 0
