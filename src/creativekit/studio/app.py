"""The app: areas as modes, one project, one language, one theme."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import cast

from textual.app import App, ComposeResult
from textual.command import CommandPalette
from textual.screen import ModalScreen, Screen
from textual.signal import Signal
from textual.theme import Theme
from textual.timer import Timer
from textual.widgets import Input

from creativekit.errors import CreativekitError, InputError, Message, Problem, msg
from creativekit.language.catalogs import translator
from creativekit.language.plain_text import clean
from creativekit.project.localized import LANGUAGES
from creativekit.studio import preferences, themes
from creativekit.studio.areas import AREAS, Command, area
from creativekit.studio.dialogs import Pick
from creativekit.studio.draft import ChangedOnDisk
from creativekit.studio.faults import problems_of
from creativekit.studio.keys import key
from creativekit.studio.palette import Palette, StudioCommands
from creativekit.studio.problems import ProblemsScreen
from creativekit.studio.session import Session

_QUIET = 0.4  # seconds without a change, after which the brand's theme follows
_WIDE, _TALL = 108, 32  # columns and rows from which screens show more side by side


class Studio(App[None]):
    """config: the project's creativekit.toml. kit: where its files go.

    language: spoken at first; "" for the one that was remembered, else `spoken`.
    settings: the file of what is remembered; None for the usual place.
    """

    CSS_PATH = "studio.tcss"
    TITLE = "creativekit"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (_TALL, "-tall")]
    MODES = {each.name: each.load for each in AREAS}
    COMMANDS = {StudioCommands}
    DEFAULT_MODE = "home"
    BINDINGS = [
        *(
            key(each.key, f"show_area('{each.name}')", each.title, show=False)
            for each in AREAS
        ),
        key("ctrl+s", "save", msg("Save")),
        key("ctrl+z", "undo", msg("Undo")),
        key("ctrl+y,ctrl+shift+z", "redo", msg("Redo"), show=False),
        key("f5", "reload", msg("Read the file again"), show=False),
        key("ctrl+p", "command_palette", msg("All commands"), show=False, priority=True),
        key("f2", "next_language", msg("Language"), priority=True),
        key("f3", "next_theme", msg("Theme"), priority=True),
        key("f1,question_mark", "help", msg("Help"), shown_as="F1"),
        key("ctrl+q", "leave", msg("Quit"), priority=True),
        key("escape", "leave_field", msg("Leave the field"), show=False),
    ]  # fmt: skip

    def __init__(
        self,
        config: Path,
        kit: Path,
        *,
        language: str = "",
        spoken: str = "en",
        settings: Path | None = None,
    ) -> None:
        self._settings = settings or preferences.place()
        self._remembered = preferences.remembered(self._settings)
        known = [language, self._remembered.language, spoken, "en"]
        self.translator = translator(next(each for each in known if each in LANGUAGES))
        self.session = Session(config, kit)
        super().__init__()
        self._dressing: Timer | None = None
        self.project_signal: Signal[None] = Signal(self, "project")
        self.language_signal: Signal[None] = Signal(self, "language")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(themes.DEFAULTS)

    def on_mount(self) -> None:
        self.register_theme(themes.light())
        self.register_theme(themes.dark())
        self.wear_brand()
        self.screen_change_signal.subscribe(self, self._quieten)
        wanted = self._remembered.theme
        self.theme = wanted if wanted in self.available_themes else themes.DARK

    def _quieten(self, screen: Screen[object]) -> None:
        """What was told before a window opened is no answer to what it asks."""
        if isinstance(screen, ModalScreen):
            self.clear_notifications()
            for below in self.screen_stack:
                below.query("ToastHolder").remove()

    # ---- language and theme

    def say(self, message: Message) -> str:
        return clean(self.translator.text(message))

    def action_next_language(self) -> None:
        place = LANGUAGES.index(self.translator.language)
        self.speak(LANGUAGES[(place + 1) % len(LANGUAGES)])

    def speak(self, language: str) -> None:
        """Say everything in another language from now on."""
        self.translator = translator(language)
        self.language_signal.publish(None)
        self._remember()

    def action_next_theme(self) -> None:
        there = [name for name in themes.THEMES if name in self.available_themes]
        place = there.index(self.theme) if self.theme in there else -1
        self.theme = there[(place + 1) % len(there)]
        self._remember()

    def _remember(self) -> None:
        what = preferences.Preferences(self.theme, self.translator.language)
        preferences.remember(self._settings, what)

    def wear_brand(self) -> None:
        """Make the brand's theme of the project as it is now; an unreadable one is not offered."""
        from creativekit.color.palette import palette
        from creativekit.identity import resolve, styles

        project = self.session.project
        if project is None:
            return
        try:
            style = styles.style(project.brand.style or resolve.DEFAULT_STYLE, project.folder)
            made = themes.brand(palette(resolve.seed(project), style.scheme))
        except InputError:
            return
        if themes.is_readable(made):
            self._offer(made)

    def _offer(self, theme: Theme) -> None:
        if self.available_themes.get(theme.name) == theme:
            return
        self.register_theme(theme)
        if self.theme == theme.name:
            self._watch_theme(theme.name)

    # ---- going about

    def above(self) -> ComposeResult:
        """What stands over every area's screen."""
        yield from ()

    @property
    def has_a_clock(self) -> bool:
        """Whether a clock on the screen says how long things may take: then nothing else does."""
        return False

    @property
    def is_covered(self) -> bool:
        """Whether something stands in the place of the area's screen."""
        return False

    def entered(self, screen: Screen[None]) -> None:
        """An area's screen is shown, or has said everything anew."""

    def action_show_area(self, name: str) -> None:
        if self._on_an_area() and self.current_mode != name:
            self.switch_mode(name)

    async def do_in_area(self, name: str, command: Command) -> None:
        """Show an area and do one of its actions there, or say why not."""
        if self.current_mode != name:
            await self.switch_mode(name)
        if self.screen.check_action(command.action, ()) is False:
            self.notify(self.say(command.why), markup=False)
            return
        await self.run_action(command.action, self.screen)

    def screen_of(self, name: str) -> Screen[object] | None:
        """An area's screen, None while nobody has seen it."""
        stack = self._screen_stacks.get(name)
        return stack[0] if stack else None

    def open_area(self, name: str) -> bool:
        """Show an area by its name; False where there is none."""
        if area(name) is None:
            return False
        self.action_show_area(name)
        return True

    def _on_an_area(self) -> bool:
        return len(self.screen_stack) == 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("save", "undo", "redo", "reload", "show_area", "help", "leave_field"):
            if not self._on_an_area():
                return False
            if action == "leave_field":
                return isinstance(self.screen.focused, Input)
            return self.can(action)
        return True

    def can(self, action: str) -> bool:
        """Whether the project gives it anything to do: saving, undo, redo."""
        draft = self.session.draft
        if action == "save":
            return draft is not None and draft.dirty
        if action == "undo":
            return draft is not None and draft.can_undo
        if action == "redo":
            return draft is not None and draft.can_redo
        return True

    def action_leave_field(self) -> None:
        if isinstance(self.screen.focused, Input):
            self.screen.set_focus(None)

    def action_help(self) -> None:
        from creativekit.studio.help import HelpScreen

        found = {id(each.binding): each.binding for each in self.screen.active_bindings.values()}
        by_action = {binding.action: binding for binding in reversed(found.values())}
        shown = [
            binding
            for binding in found.values()
            if by_action[binding.action] is binding and binding.key_display
        ]
        self.push_screen(HelpScreen(shown))

    def action_command_palette(self) -> None:
        if not CommandPalette.is_open(cast("App[object]", self)):
            placeholder = self.say(msg("What would you like to do?"))
            self.push_screen(Palette(placeholder=placeholder, id="--command-palette"))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self.push_screen(ProblemsScreen(tuple(problems)))

    # ---- the project

    def changed(self) -> None:
        """Tell every screen that the project is another one."""
        self.project_signal.publish(None)
        # A theme touches every widget, and a drag of a slider is many changes.
        if self._dressing is not None:
            self._dressing.stop()
        self._dressing = self.set_timer(_QUIET, self.wear_brand)

    def action_undo(self) -> None:
        if self.session.undo():
            self.changed()

    def action_redo(self) -> None:
        if self.session.redo():
            self.changed()

    def action_reload(self) -> None:
        self.session.reload()
        self.changed()

    def action_save(self) -> None:
        self.save()

    def save(self, then: partial[None] | None = None) -> None:
        """Write the draft; asks when the file was changed meanwhile. then: once it is saved."""
        self._write(over=False, then=then)

    def _write(self, *, over: bool, then: partial[None] | None) -> None:
        draft = self.session.draft
        if draft is None:
            return
        try:
            copy = draft.save(over=over)
        except ChangedOnDisk:
            self._ask_whose(then)
            return
        except CreativekitError as error:
            self.show_problems(problems_of(error))
            return
        note = msg("saved; your comments are where they were")
        if copy is not None:
            note = msg("saved; what the others wrote is in {file}", file=clean(copy.name))
        self.notify(self.say(note), markup=False)
        self.changed()
        if then is not None:
            then()

    def _ask_whose(self, then: partial[None] | None) -> None:
        def decided(answer: str | None) -> None:
            if answer == "mine":
                self._write(over=True, then=then)
            elif answer == "theirs":
                self.action_reload()

        self.push_screen(
            Pick(
                msg("The file was changed by another program"),
                (
                    ("mine", self.say(msg("Save mine, and keep theirs beside it as a copy"))),
                    ("theirs", self.say(msg("Take theirs; undo brings mine back"))),
                    ("", self.say(msg("Do nothing now"))),
                ),
            ),
            decided,
        )

    def action_leave(self) -> None:
        if not self.session.dirty:
            self.exit()
            return

        def decided(answer: str | None) -> None:
            if answer == "save":
                self.save(partial(self.exit))
            elif answer == "drop":
                self.exit()

        self.push_screen(
            Pick(
                msg("There are changes that are not saved"),
                (
                    ("save", self.say(msg("Save and quit"))),
                    ("drop", self.say(msg("Quit without saving"))),
                    ("", self.say(msg("Stay"))),
                ),
            ),
            decided,
        )

    def get_default_screen(self) -> Screen[None]:
        return AREAS[0].load()
