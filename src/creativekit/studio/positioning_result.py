"""Beside the form: the map where there is one, and in words what comes of the answers."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from creativekit.language.plain_text import clean
from creativekit.positioning.sheets import Worksheet
from creativekit.positioning.words import Words, words
from creativekit.project.model import Project
from creativekit.studio.map_view import MapView
from creativekit.studio.positioning_outcome import outcome, plot
from creativekit.studio.speaking import translator
from creativekit.studio.steady_text import SteadyText


class Outcome(Vertical):
    """What follows from one sheet."""

    def compose(self) -> ComposeResult:
        yield Static(id="outcome-title", markup=False)
        yield MapView(id="map")
        with VerticalScroll(id="said-part", can_focus=False):
            yield SteadyText(id="said")

    def show(self, project: Project, sheet: Worksheet, said: Words, is_guided: bool) -> None:
        """said: the words in the language of the answers. is_guided: with the last questions."""
        speak = translator(self)
        title = self.query_one("#outcome-title", Static)
        title.update(clean(words(speak.language, project.folder)("result")), layout=False)
        comes, looks = outcome(project, sheet, said, speak)
        # Of a sheet that nothing is worked out from the last questions are all there is to say.
        title.display = bool(comes)
        told = [*comes, *(looks if is_guided else ())]
        self.query_one("#said", SteadyText).tell(Content("\n\n").join(told))
        view = self.query_one("#map", MapView)
        view.display = sheet.plot is not None
        if view.display:
            view.show(plot(project, said))
