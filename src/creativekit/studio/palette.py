"""The command palette's entries, named `area: action` in the spoken language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from creativekit.errors import msg
from creativekit.studio.areas import AREAS
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
            for command in area.commands:
                name = f"{title}: {app.say(command.about)}"
                yield name, partial(app.do_in_area, area.name, command.action)
        title = app.say(STUDIO)
        for about, action in _EVERYWHERE:
            yield f"{title}: {app.say(about)}", partial(app.run_action, action)

    async def discover(self) -> Hits:
        for name, callback in self._entries():
            yield DiscoveryHit(name, callback)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, callback in self._entries():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), callback)
