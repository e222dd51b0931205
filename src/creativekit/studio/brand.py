"""Brand: colour, style, faces, logo and pattern, and at once what becomes of a change.

What is drawn follows the last change and nothing in between: while a look is being worked out, only
the newest wish waits. The draft is changed at once, the file when it is saved.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message as Posted
from textual.worker import get_current_worker

from creativekit.errors import InputError, Message, Problem, msg
from creativekit.project.model import Project
from creativekit.project.toml_values import Value
from creativekit.studio import brand_options as options
from creativekit.studio import picture_colors
from creativekit.studio.area_screen import AreaScreen
from creativekit.studio.brand_controls import Controls
from creativekit.studio.brand_views import VIEWS, Views
from creativekit.studio.faults import problems_of
from creativekit.studio.keys import key
from creativekit.studio.look import Look, look, without_its_logo
from creativekit.studio.picture import Picture
from creativekit.studio.problems import ProblemsPanel
from creativekit.studio.speaking import studio, translator

_BREATH = 0.03  # seconds between two styles that are got ready


class BrandScreen(AreaScreen):
    """Controls on the left, what they make on the right.

    On a wide screen all views are there; on a narrow one V goes through the tables, one at a time
    over the post.
    """

    NAME = "brand"
    CSS_PATH = "brand.tcss"
    AUTO_FOCUS = "#tone"
    BINDINGS = [
        # Of a file that was mended, with what is not saved yet: not the project from the disk.
        key("f5", "draw_again", msg("Read it again")),
        key("v", "next_view", msg("Next view")),
        key("p", "from_picture", msg("From a picture")),
        key("e", "explore", msg("Directions")),
    ]

    class Drawn(Posted):
        def __init__(
            self, number: int, seen: Look | None, problems: tuple[Problem, ...], seconds: float
        ) -> None:
            super().__init__()
            self.number, self.seconds = number, seconds
            self.seen, self.problems = seen, problems

    def __init__(self) -> None:
        super().__init__()
        self._view = 0
        self._asked = self._drawn = 0
        self._busy = False
        self._seen: Look | None = None
        self._since = 0.0
        self.last_seconds = 0.0
        """From the last change to what is shown of it."""

    # ---- what is on it

    def body(self) -> ComposeResult:
        project = self.session.project
        assert project is not None
        with Horizontal(id="brand"):
            yield Controls(id="controls")
            yield Views(self._view, id="views")

    def on_mount(self) -> None:
        self._begin()

    async def say_anew(self) -> None:
        await super().say_anew()
        self._begin()

    def _begin(self) -> None:
        if self.session.project is None:
            return
        if self._seen is not None:
            self._show(self._seen)
        self._ask()

    def project_changed(self) -> None:
        """Put what the project says into the controls, and draw it."""
        assert self.session.project is not None
        self.query_one(Controls).put(self.session.project)
        self._ask()

    # ---- drawing

    @property
    def wishes(self) -> tuple[int, int]:
        """How many changes were to be drawn, and which of them is shown."""
        return self._asked, self._drawn

    def _ask(self) -> None:
        """Draw what is so now; while that is being done, only the newest wish waits."""
        self._asked += 1
        self._since = time.perf_counter()
        if not self._busy and self.session.project is not None:
            self._busy = True
            self._draw(self._asked, self.session.project)

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _draw(self, number: int, project: Project) -> None:
        began = time.perf_counter()
        seen: Look | None = None
        problems: tuple[Problem, ...] = ()
        try:
            seen = look(project)
        except InputError as error:
            seen, problems = without_its_logo(project), error.problems
        except Exception as error:
            problems = problems_of(error)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Drawn(number, seen, problems, time.perf_counter() - began))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        # Who stands on the styles will go through them, and the first look at one reads its files.
        project = self.session.project
        if event.widget.id == "style" and project is not None:
            self._get_ready(project)
        else:
            self.workers.cancel_group(self, "ready")

    @work(thread=True, exclusive=True, group="ready", exit_on_error=False)
    def _get_ready(self, project: Project) -> None:
        worker = get_current_worker()
        for name, _ in options.style_options(project.folder, translator(self)):
            time.sleep(_BREATH)
            if worker.is_cancelled:
                return
            brand = project.brand.model_copy(update={"style": name})
            with suppress(InputError):  # it is told when the style is chosen
                look(project.model_copy(update={"brand": brand}))

    async def on_brand_screen_drawn(self, message: Drawn) -> None:
        self._busy = False
        self._drawn = message.number
        if message.number < self._asked and self.session.project is not None:
            self._busy = True
            self._draw(self._asked, self.session.project)
        if not self.query("#views"):
            return
        await self.query("#views > ProblemsPanel").remove()
        if message.problems:
            panel = ProblemsPanel(message.problems, note=self._meanwhile(message.seen))
            await self.query_one("#views").mount(panel, after="#view-names")
        self.refresh_bindings()  # of F5 there is something to read while there are problems
        if message.seen is None:
            return
        self._seen = message.seen
        self._show(message.seen)
        self.last_seconds = time.perf_counter() - self._since

    def _meanwhile(self, seen: Look | None) -> Message | None:
        """What to do about what cannot be drawn, and what the pictures show until then."""
        if seen is not None:
            return msg(
                "Mend the file and press F5, or choose another logo; meanwhile the logo below is "
                "one that creativekit made."
            )
        if self._seen is not None:
            return msg(
                "Mend it and press F5, or take the change back with ^Z; below, all is as it was "
                "before."
            )
        return None

    def _show(self, seen: Look) -> None:
        for views in self.query(Views):
            views.show(seen)
            self.query_one("#mark", Picture).show(seen.logo)

    # ---- actions

    def action_draw_again(self) -> None:
        self._ask()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if super().check_action(action, parameters) is False:
            return False
        if action == "next_view" and self.has_class("-wide"):
            return False  # all of them are there
        if action == "draw_again":
            return bool(self.query("#views > ProblemsPanel"))
        if action in ("next_view", "from_picture", "explore"):
            return self.session.project is not None
        return True

    def action_next_view(self) -> None:
        self._view = (self._view + 1) % len(VIEWS)
        self.query_one(Views).choose(self._view)

    def action_from_picture(self) -> None:
        picture_colors.ask(self, self.session.folder, self._take)

    def action_explore(self) -> None:
        from creativekit.studio.explore import ExploreScreen

        project = self.session.project
        if project is None:
            return
        try:
            screen = ExploreScreen(project)
        except InputError as error:
            studio(self).show_problems(error.problems)
            return
        self.app.push_screen(screen, self._take)

    def _take(self, edits: Mapping[str, Value | None] | None) -> None:
        if edits:
            self.change(edits)
