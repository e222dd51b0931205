"""What every area's screen has: the navigation above, the keys below, and problems in between.

A screen says what it shows in `body()`. While the project does not load, the problems take its
place. A change of language, and a project that loads again, make it say everything anew; what had
the focus has it afterwards, by its id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from creativekit.errors import Message
from creativekit.language.plain_text import clean
from creativekit.project.localized import Localized
from creativekit.project.toml_values import Value
from creativekit.studio.areas import AREAS, Area
from creativekit.studio.draft import Edit
from creativekit.studio.faults import problems_of
from creativekit.studio.keys import Foot
from creativekit.studio.problems import ProblemsPanel
from creativekit.studio.session import Session
from creativekit.studio.speaking import say, studio

_NAME = 6  # columns of a name that says anything


class Tab(Static, can_focus=False):
    """One area in the navigation."""

    def __init__(self, area: Area, is_shown: bool) -> None:
        super().__init__(markup=False, classes="-shown" if is_shown else "")
        self.area = area

    def on_mount(self) -> None:
        self.show_key(True)

    def show_key(self, is_shown: bool) -> None:
        """is_shown: whether its digit is a key to it now."""
        # The mark is for eyes and terminals that tell no colours apart.
        mark = "●" if self.has_class("-shown") else self.area.key if is_shown else "○"
        self.update(f"{mark} {say(self, self.area.title)}", layout=False)

    async def on_click(self) -> None:
        await self.app.run_action(f"show_area('{self.area.name}')")


class Navigation(Horizontal):
    """The areas, the shown one marked, and whose project it is."""

    def __init__(self, shown: str) -> None:
        super().__init__(id="navigation")
        self.shown = shown

    def compose(self) -> ComposeResult:
        with Horizontal(id="tabs"):
            for area in AREAS:
                yield Tab(area, area.name == self.shown)
        yield Static(id="whose", markup=False)

    def on_mount(self) -> None:
        self.show_whose()

    def show_whose(self) -> None:
        session = studio(self).session
        name = clean(session.folder.resolve().name)
        if session.project is not None:
            name = say(self, session.project.name)
        whose = f"{'✱ ' if session.dirty else ''}{name}"
        shown = self.query_one("#whose", Static)
        # Where there is room for no name, what is not saved is still marked.
        room = shown.content_size.width
        if session.dirty and cell_len(whose) > room and room < _NAME:
            whose = "✱"
        shown.update(whose, layout=False)

    def show_keys(self, are_shown: bool) -> None:
        """Whether the digits are keys to the areas, and not taken by what the screen asks."""
        for tab in self.query(Tab):
            tab.show_key(are_shown)

    def on_resize(self) -> None:
        self.show_whose()


class AreaScreen(Screen[None]):
    """Base of the areas' screens. NAME: of its area; see the package's docstring."""

    NAME = ""
    _able: object = None
    AUTO_FOCUS = "#main *"

    @property
    def session(self) -> Session:
        return studio(self).session

    def compose(self) -> ComposeResult:
        self._is_behind = False
        self._showed_problems = self.session.project is None
        self._said_in = studio(self).translator.language
        yield from studio(self).above()
        yield Navigation(self.NAME)
        with Vertical(id="main"):
            if self.session.project is None:
                yield ProblemsPanel(self.session.problems, can_reload=True)
            else:
                yield from self.body()
        yield Foot()

    def body(self) -> ComposeResult:
        """What the screen shows of a project that loads."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nobody does with a key what cannot be seen: asked by the screens before anything else."""
        if studio(self).is_covered and not hasattr(Screen, f"action_{action}"):
            return False
        return super().check_action(action, parameters)

    def project_changed(self) -> None:
        """The project is another one: an edit here or elsewhere, undo, a reload."""

    def open_part(self, name: str) -> None:
        """Show a part of the area, as a worksheet by its id; most areas have none."""

    def say(self, message: Message | Localized | str) -> str:
        return say(self, message)

    def change(self, edits: Iterable[Edit] | Mapping[str, Value | None], merge: str = "") -> bool:
        """Edit the project's draft and tell every screen; whether anything is different."""
        changed = self.session.change(edits, merge)
        if changed:
            studio(self).changed()
        return changed

    def on_mount(self) -> None:
        # Handlers of a base class are called, too, without super(): its own come after.
        studio(self).project_signal.subscribe(self, self._on_project)
        studio(self).language_signal.subscribe(self, self._on_language)
        for panel in self.query(ProblemsPanel):
            panel.focus()

    async def _on_project(self, _: object) -> None:
        self._is_behind = True
        if self.is_current:
            await self._catch_up()

    async def _on_language(self, _: object) -> None:
        if self.is_current:
            await self._catch_up()

    async def on_screen_resume(self) -> None:
        """What changed while another area was shown is done now: nobody waits for it unseen."""
        if self.is_mounted:
            await self._catch_up()
            studio(self).entered(self)
            self.resumed()
            if not studio(self).is_covered:
                self.call_after_refresh(self.focus_something)

    def focus_something(self) -> None:
        """Where nothing has the focus, it goes to where the screen begins: keys need a place."""
        has = self.focused
        if (has is not None and has.focusable and has.display) or not self.is_current:
            return
        wanted = self.query(self.AUTO_FOCUS or "*")
        found = next((each for each in wanted if each.focusable and each.display), None)
        if found is not None:
            self.set_focus(found)
        else:
            self.app.action_focus_next()

    def resumed(self) -> None:
        """The screen is shown again, or for the first time."""

    async def _catch_up(self) -> None:
        other_language = self._said_in != studio(self).translator.language
        if other_language or (
            self._is_behind and (self.session.project is None or self._showed_problems)
        ):
            self._is_behind = False
            await self.say_anew()
        elif self._is_behind:
            self._is_behind = False
            self.project_changed()
        for navigation in self.query(Navigation):
            navigation.show_whose()
        # Which keys there are depends on this; the foot is laid out anew only for a reason.
        draft = self.session.draft
        able = draft is not None and (draft.dirty, draft.can_undo, draft.can_redo)
        if able != self._able:
            self._able = able
            self.refresh_bindings()

    async def say_anew(self) -> None:
        """Compose again: in the language of now, of the project of now."""
        focused = self.focused.id if self.focused is not None else None
        await self.recompose()
        if focused is not None:
            for widget in self.query(f"#{focused}"):
                widget.focus()
        elif self.focused is None:
            self.app.action_focus_next()
        studio(self).entered(self)
        self.refresh_bindings()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A worker's fault is shown, whatever it is."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            studio(self).show_problems(problems_of(event.worker.error))
