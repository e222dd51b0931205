"""The command palette's entries, named `area: action` in the spoken language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.app import ComposeResult
from textual.command import (
    CommandInput,
    CommandList,
    CommandPalette,
    DiscoveryHit,
    Hit,
    Hits,
    Provider,
)
from textual.containers import Horizontal, Vertical
from textual.types import IgnoreReturnCallbackType
from textual.widgets import LoadingIndicator

from creativekit.errors import msg
from creativekit.studio.areas import AREAS
from creativekit.studio.keys import Foot, key
from creativekit.studio.marked_list import MarkedList
from creativekit.studio.speaking import say, studio

STUDIO = msg("Studio")
_EVERYWHERE = (
    (msg("save"), "save"),
    (msg("undo"), "undo"),
    (msg("redo"), "redo"),
    (msg("read the file again"), "reload"),
    (msg("the next language"), "next_language"),
    (msg("the next theme"), "next_theme"),
    (msg("keys"), "help"),
    (msg("quit"), "leave"),
)


class StudioCommands(Provider):
    """What can be done, wherever the person is: an entry leads to its area first."""

    def _entries(self) -> Iterator[tuple[str, IgnoreReturnCallbackType]]:
        app = studio(self.screen)
        show = app.say(msg("show"))
        for area in AREAS:
            title = say(self.screen, area.title)
            yield f"{title}: {show}", partial(app.run_action, f"show_area('{area.name}')")
            there = app.screen_of(area.name)
            for command in area.commands:
                # What its screen knows that cannot be done is not offered; one that nobody has
                # seen yet says it when it is chosen.
                if there is not None and there.check_action(command.action, ()) is False:
                    continue
                name = f"{title}: {app.say(command.about)}"
                yield name, partial(app.do_in_area, area.name, command)
        title = app.say(STUDIO)
        for about, action in _EVERYWHERE:
            if not app.can(action):
                continue
            yield f"{title}: {app.say(about)}", partial(app.run_action, action)

    async def discover(self) -> Hits:
        for name, callback in self._entries():
            yield DiscoveryHit(name, callback)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, callback in self._entries():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), callback)


class Wanted(CommandInput):
    BINDINGS = [key("enter", "submit", msg("Do it"))]


class Commands(CommandList, MarkedList, can_focus=False):
    """The entries, the one that Enter does with a bar."""

    # textual takes what style sheets need of the first base only.
    COMPONENT_CLASSES = MarkedList.COMPONENT_CLASSES


class Palette(CommandPalette):
    """textual's, with our list and with its own keys at the foot."""

    BINDINGS = [key("escape", "escape", msg("Close"))]

    def compose(self) -> ComposeResult:
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield Wanted(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield Commands()
                yield LoadingIndicator()
        yield Foot()
