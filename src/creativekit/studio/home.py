"""Home: the project at a glance, what of it is done, and one key that makes the rest."""

from __future__ import annotations

from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.containers import Grid
from textual.geometry import Size
from textual.message import Message as Posted
from textual.widgets import Static
from textual.worker import get_current_worker

from creativekit.color.palette import Palette
from creativekit.errors import InputError, Problem, msg
from creativekit.press import build as building
from creativekit.press import desktop
from creativekit.press.build import State
from creativekit.press.gallery.contents import PAGE
from creativekit.project.model import Project
from creativekit.studio import color_views
from creativekit.studio.hero import Cover, Hero, cover
from creativekit.studio.home_cards import Card
from creativekit.studio.home_making import MakesKit
from creativekit.studio.keys import key
from creativekit.studio.look import seen_identity
from creativekit.studio.problems import ProblemsPanel
from creativekit.studio.speaking import studio


class HomeScreen(MakesKit):
    """Whose brand it is, its colours and logo, four cards, and the run that makes them."""

    NAME = "home"
    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "Card"
    BINDINGS = [
        key("b", "build", msg("Make what is not done")),
        key("o", "open_page", msg("Look at the kit")),
        key("escape", "stop", msg("Stop")),
    ]

    class Looked(Posted):
        def __init__(self, found: tuple[Palette, Cover] | tuple[Problem, ...]) -> None:
            super().__init__()
            self.found = found

    class Known(Posted):
        def __init__(self, states: dict[str, State]) -> None:
            super().__init__()
            self.states = states

    def __init__(self) -> None:
        super().__init__()
        self._states: dict[str, State] = {}
        self._seen: tuple[Palette, Cover] | None = None

    def body(self) -> ComposeResult:
        project = self.session.project
        assert project is not None
        yield Hero(self._lines(project), id="hero")
        yield Static(id="colors", markup=False)
        with Grid(id="cards"):
            for name in building.capabilities():
                yield Card(name)
        yield from self.making()

    def on_mount(self) -> None:
        self._begin()

    async def say_anew(self) -> None:
        await super().say_anew()
        self._begin()

    def resumed(self) -> None:
        self.look_again()

    def project_changed(self) -> None:
        project = self.session.project
        assert project is not None
        self.query_one("#hero", Hero).say(self._lines(project))
        self._look()
        self.look_again()

    def _begin(self) -> None:
        if self.session.project is None:
            return
        for card in self.query(Card):
            card.show(self._states.get(card.capability))
        self.tell_idle()
        if self._seen is not None:
            self._show(*self._seen)
        self.call_after_refresh(self._look)
        self.look_again()

    def _lines(self, project: Project) -> tuple[str, ...]:
        said = project.tagline or project.sector
        place = [self.say(each) for each in (project.city,) if each]
        return (
            self.say(project.name),
            self.say(said) if said else "",
            " · ".join([*place, *project.languages]),
        )

    # ---- what it looks like

    def _look(self) -> None:
        project, size = self.session.project, self.query_one("#hero").size
        if project is not None and size.width and size.height:
            self._draw(project, size)

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _draw(self, project: Project, size: Size) -> None:
        try:
            brand = seen_identity(project)
            found: tuple[Palette, Cover] | tuple[Problem, ...] = (
                brand.palette,
                cover(brand, size.width, size.height),
            )
        except InputError as error:
            found = error.problems
        if not get_current_worker().is_cancelled:
            self.post_message(self.Looked(found))

    async def on_home_screen_looked(self, message: Looked) -> None:
        found = message.found
        if not self.query("#hero"):
            return
        await self.query("#main > ProblemsPanel").remove()
        if len(found) == 2 and isinstance(found[0], Palette):
            assert isinstance(found[1], Cover)
            self._seen = (found[0], found[1])
            self._show(*self._seen)
        else:
            problems = tuple(each for each in found if isinstance(each, Problem))
            await self.query_one("#main").mount(ProblemsPanel(problems), after="#hero")

    def _show(self, palette: Palette, seen: Cover) -> None:
        self.query_one("#hero", Hero).show(seen)
        width = max(8, self.app.size.width)
        self.query_one("#colors", Static).update(color_views.bar(palette, width), layout=False)

    def on_resize(self) -> None:
        if self.query("#hero"):
            self.call_after_refresh(self._look)

    # ---- what is done

    def action_look(self) -> None:
        self.look_again()

    @work(thread=True, exclusive=True, group="state", exit_on_error=False)
    def look_again(self) -> None:
        """Find out what is done, beside everything else."""
        found = building.state(self.session.config, self.session.kit)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Known(found))

    def on_home_screen_known(self, message: Known) -> None:
        self._states = message.states
        for card in self.query(Card):
            card.show(message.states.get(card.capability))

    def on_card_opened(self, message: Card.Opened) -> None:
        if not studio(self).open_area(message.capability):
            self.make((message.capability,))

    # ---- looking at it

    @property
    def _page(self) -> Path:
        return self.session.kit / PAGE

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "open_page":
            return self._page.is_file()
        return super().check_action(action, parameters)

    def action_open_page(self) -> None:
        """Where nothing opens it, it is at least said where it lies."""
        path = str(self._page.resolve())
        if not desktop.opened(path):
            said = msg("nothing here can open '{path}'; open it yourself", path=path)
            self.notify(self.say(said), markup=False)

    # ---- making it

    def on_card_wanted(self, message: Card.Wanted) -> None:
        self.make((message.capability,))

    def made(self) -> None:
        self.look_again()
