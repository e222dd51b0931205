"""Home: the project at a glance, what of it is done, and one key that makes the rest."""

from __future__ import annotations

from functools import partial
from threading import Event

from rich.cells import cell_len
from textual import work
from textual.app import ComposeResult
from textual.containers import Grid, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message as Posted
from textual.widgets import ProgressBar, Static
from textual.worker import Worker, WorkerState, get_current_worker

from creativekit.color.palette import Palette
from creativekit.errors import InputError, Message, Problem, msg, nmsg
from creativekit.language.plain_text import clean
from creativekit.press import build as building
from creativekit.press.build import Built, State
from creativekit.press.plan import BRAND, POSITIONING, PRESENCE, SOCIAL
from creativekit.project.model import Project
from creativekit.studio import color_views, processes
from creativekit.studio.area_screen import AreaScreen
from creativekit.studio.dialogs import Pick
from creativekit.studio.hero import Cover, Hero, cover
from creativekit.studio.keys import key
from creativekit.studio.look import seen_identity
from creativekit.studio.problems import ProblemsPanel
from creativekit.studio.speaking import say, studio

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
    "stale": ("↻", msg("changed since"), "$warning"),
    "missing": ("○", msg("not made yet"), "$muted"),
}


_NOTHING: dict[str, Message] = {
    SOCIAL: msg("no posts yet"),
    PRESENCE: msg("no finished self-assessment yet"),
}


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


class HomeScreen(AreaScreen):
    """Whose brand it is, its colours and logo, four cards, and the run that makes them."""

    NAME = "home"
    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "Card"
    BINDINGS = [
        key("b", "build", msg("Make everything")),
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

    class Moved(Posted):
        def __init__(self, done: int, total: int, label: Message) -> None:
            super().__init__()
            self.done, self.total, self.label = done, total, label

    class Finished(Posted):
        def __init__(self, built: Built) -> None:
            super().__init__()
            self.built = built

    def __init__(self) -> None:
        super().__init__()
        self._is_building = False
        self._stop = Event()
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
        with Vertical(id="run"):
            yield Static(id="doing", markup=False)
            yield ProgressBar(id="progress", show_eta=False)

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
        self._tell_idle()
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

    # ---- making it

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if super().check_action(action, parameters) is False:
            return False
        if action == "stop":
            return self.is_running_build
        if action == "build":
            return not self.is_running_build and self.session.project is not None
        return True

    @property
    def is_running_build(self) -> bool:
        """Until its thread has ended: a kit takes one run at a time."""
        return self._is_building

    def on_card_wanted(self, message: Card.Wanted) -> None:
        self.make((message.capability,))

    def action_build(self) -> None:
        self.make(building.capabilities())

    def action_stop(self) -> None:
        self._stop.set()
        self.query_one("#doing", Static).update(self.say(msg("stopping…")))

    def make(self, wanted: tuple[str, ...]) -> None:
        """Make these; what is made is what was saved, so it asks when something is not."""
        if self.is_running_build or self.session.project is None:
            return
        if not self.session.dirty:
            self._start(wanted)
            return

        def decided(answer: str | None) -> None:
            if answer == "save":
                studio(self).save(partial(self._start, wanted))
            elif answer == "before":
                self._start(wanted)

        self.app.push_screen(
            Pick(
                msg("There are changes that are not saved"),
                (
                    ("save", self.say(msg("Save, then make the files"))),
                    ("before", self.say(msg("Make them of what was saved before"))),
                    ("", self.say(msg("Do nothing now"))),
                ),
            ),
            decided,
        )

    def _start(self, wanted: tuple[str, ...]) -> None:
        self.query_one("#progress", ProgressBar).update(total=None, progress=0)
        self.query_one("#run").add_class("-running")
        self.query_one("#doing", Static).update(self.say(msg("planning…")))
        self._stop = Event()
        self._is_building = True
        self._build(wanted, self._stop)
        self.refresh_bindings()

    @work(thread=True, exclusive=True, group="build", exit_on_error=False)
    def _build(self, wanted: tuple[str, ...], stop: Event) -> None:
        worker = get_current_worker()
        processes.get_ready()

        def progress(done: int, total: int, label: Message) -> None:
            self.post_message(self.Moved(done, total, label))

        built = building.build(
            self.session.config,
            self.session.kit,
            capabilities=wanted,
            progress=progress,
            cancelled=lambda: stop.is_set() or worker.is_cancelled,
        )
        self.post_message(self.Finished(built))

    def on_home_screen_moved(self, message: Moved) -> None:
        if not self.query("#progress"):
            return
        bar = self.query_one("#progress", ProgressBar)
        bar.update(total=message.total, progress=message.done)
        self.query_one("#doing", Static).update(
            f"{self.say(message.label)}  {message.done} / {message.total}"
        )

    def on_home_screen_finished(self, message: Finished) -> None:
        built = message.built
        self._finish()
        for doing in self.query("#doing").results(Static):
            doing.update(self._told(built))
        problems: list[Problem] = []
        for failure in built.failed:
            own = failure.problems or (Problem(failure.message, file=failure.path),)
            problems += [each for each in own if each not in problems]
        if problems:
            studio(self).show_problems((*problems, *built.warnings))

    def _told(self, built: Built) -> str:
        """In one line what was made, left and not made."""
        reports = built.reports.values()
        made = sum(len(each.made) for each in reports)
        same = sum(len(each.unchanged) for each in reports)
        kept = sum(len(each.kept_edited) for each in reports)
        parts: list[tuple[Message, int]] = [
            (
                nmsg("{n} file kept as you edited it", "{n} files kept as you edited them", kept),
                kept,
            ),
            (msg("{n} unchanged", n=same), same),
        ]
        if built.cancelled:
            said = [msg("stopped; what was finished stays")]
        elif built.failed:
            said = [msg("not everything could be made")]
        else:
            said = [msg("done")]
        if made or not built.cancelled:
            said.append(nmsg("{n} file made", "{n} files made", made))
        said += [message for message, count in parts if count]
        said += [_NOTHING[name] for name in built.absent if name in _NOTHING]
        return " · ".join(map(self.say, said))

    def _finish(self) -> None:
        self._is_building = False
        self.query_one("#run").remove_class("-running")
        self.refresh_bindings()
        self.look_again()

    def _tell_idle(self) -> None:
        kit, parent = self.session.kit, self.session.folder.parent
        # Beside the project's own name a path is as long as it needs to be, and no longer.
        folder = clean(str(kit.relative_to(parent) if kit.is_relative_to(parent) else kit))
        self.query_one("#doing", Static).update(
            Content.styled(
                self.say(msg("B makes what is not done, into {folder}", folder=folder)),
                "$muted",
            )
        )

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.worker.group == "build" and event.state is WorkerState.ERROR:
            self._finish()
            self._tell_idle()
