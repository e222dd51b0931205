"""The studio in front of a hall: an agenda that leads from screen to screen, with a clock.

The clock stands until the trainer starts it or moves on, since the laptop is open long before the
first guest comes. Moving on opens the step's screen; one that is not there leaves the hall where
it is.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from textual.app import ComposeResult
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen
from textual.widget import Widget

from creativekit.errors import CreativekitError, msg
from creativekit.studio.agenda import Agenda, Step
from creativekit.studio.app import Studio
from creativekit.studio.area_screen import AreaScreen
from creativekit.studio.areas import area
from creativekit.studio.dialogs import Pick
from creativekit.studio.faults import problems_of
from creativekit.studio.keys import key
from creativekit.studio.palette import StudioCommands
from creativekit.studio.sample import Sample
from creativekit.studio.session import Session
from creativekit.studio.speaking import say
from creativekit.studio.step_clock import StepClock
from creativekit.studio.trainer_bar import WORKSHOP, SayPanel, TrainerBar, trainer

_ACTIONS = (
    (msg("what to say"), "say_it"),
    (msg("the next step"), "to_step(1)"),
    (msg("the step before"), "to_step(-1)"),
    (msg("start or stop the clock"), "clock"),
    (msg("start over"), "start_over"),
)


class TrainerCommands(Provider):
    """The workshop's entries of the palette: its actions, and every step by its name."""

    def _entries(self) -> Iterable[tuple[str, Callable[[], object]]]:
        app = trainer(self.screen)
        title = app.say(WORKSHOP)
        for about, action in _ACTIONS:
            yield f"{title}: {app.say(about)}", partial(app.run_action, action)
        for number, step in enumerate(app.agenda.steps):
            name = f"{title}: {number + 1} {say(self.screen, step.title)}"
            yield name, partial(app.go_to_step, number)

    async def discover(self) -> Hits:
        for name, callback in self._entries():
            yield DiscoveryHit(name, callback)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, callback in self._entries():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), callback)


class TrainerStudio(Studio):
    """agenda: what is gone through. sample: the project that is thrown away, if it is one.

    now: seconds that only grow; a test has its own.
    """

    CSS_PATH = ["studio.tcss", "trainer.tcss"]  # type: ignore[assignment]
    COMMANDS = {StudioCommands, TrainerCommands}
    # With Shift, and so none that a screen has a meaning of its own for. A terminal without the
    # newer keyboard protocols sends Shift with F6 as F18 (xterm's control sequences, "PC-Style
    # Function Keys"; so do Windows Terminal, cmd.exe and tmux).
    BINDINGS = [
        key("shift+f6,f18", "say_it", msg("What to say"), show=False, priority=True),
        key("shift+f7,f19", "to_step(-1)", msg("Back to the step before"), show=False,
            priority=True),
        key("shift+f8,f20", "to_step(1)", msg("Next step"), show=False, priority=True),
        key("shift+f9,f21", "clock", msg("Start or stop the clock"), show=False, priority=True),
        key("shift+f4,f16", "start_over", msg("Start over"), show=False, priority=True),
    ]  # fmt: skip

    def __init__(
        self,
        config: Path,
        kit: Path,
        agenda: Agenda,
        *,
        sample: Sample | None = None,
        now: Callable[[], float] = time.monotonic,
        language: str = "",
        spoken: str = "en",
        settings: Path | None = None,
    ) -> None:
        super().__init__(config, kit, language=language, spoken=spoken, settings=settings)
        self.agenda = agenda
        self.sample = sample
        self.clock = StepClock([step.minutes for step in agenda.steps], now)
        self.is_saying = False
        self._before: Widget | None = None

    @property
    def step(self) -> Step:
        return self.agenda.steps[self.clock.at]

    @property
    def has_a_clock(self) -> bool:
        return True

    @property
    def is_covered(self) -> bool:
        return self.is_saying

    def above(self) -> ComposeResult:
        yield TrainerBar()
        yield SayPanel()

    def on_mount(self) -> None:
        self.set_interval(1.0, self.tick)

    def tick(self) -> None:
        """Show the time of now; while the app closes there is no screen for it any more."""
        if not self.screen_stack:
            return
        for bar in self._area.query(TrainerBar):
            bar.refresh()

    @property
    def _area(self) -> Screen[object]:
        return self.screen_stack[0]

    def entered(self, screen: Screen[None]) -> None:
        """An area is shown, or says everything anew: the panel is as it was on the last one."""
        screen.add_class("-trainer")
        screen.set_class(self.is_saying, "-saying")
        for panel in screen.query(SayPanel):
            panel.show()
            if self.is_saying:
                panel.focus()
        self.tick()

    # ---- what the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("say_it", "to_step", "clock", "start_over") and len(self.screen_stack) > 1:
            return False
        return super().check_action(action, parameters)

    def action_say_it(self) -> None:
        self.is_saying = not self.is_saying
        screen = self._area
        screen.set_class(self.is_saying, "-saying")
        if self.is_saying:
            self._before = screen.focused
            screen.query_one(SayPanel).focus()
        else:
            before = self._before
            if before is not None and before.is_attached and before.screen is screen:
                screen.set_focus(before)
            else:
                screen.set_focus(None)
                assert isinstance(screen, AreaScreen)
                self.call_after_refresh(screen.focus_something)
        screen.refresh_bindings()

    async def action_to_step(self, by: int) -> None:
        await self.go_to_step(self.clock.at + by)

    async def go_to_step(self, number: int) -> None:
        """Go to a step, and to its screen; beyond the first and the last there is nothing."""
        if not 0 <= number < len(self.agenda.steps):
            return
        self.clock.go(number)
        await self._open_screen()

    async def _open_screen(self) -> None:
        step = self.step
        if self._on_an_area() and self.current_mode != step.screen and area(step.screen):
            await self.switch_mode(step.screen)
        if step.sheet and isinstance(screen := self.screen, AreaScreen):
            screen.open_part(step.sheet)
        for panel in self._area.query(SayPanel):
            panel.show()
        self.tick()

    def action_clock(self) -> None:
        if self.clock.runs:
            self.clock.pause()
        else:
            self.clock.start()
        self.tick()

    def action_start_over(self) -> None:
        options = [("clock", self.say(msg("The first step, and the clock at nought")))]
        if self.sample is not None:
            options = [
                ("both", self.say(msg("Everything: the sample project, the steps and the clock"))),
                ("sample", self.say(msg("The sample project only"))),
                *options,
            ]
        options.append(("", self.say(msg("Do nothing now"))))

        async def decided(answer: str | None) -> None:
            if answer in ("both", "sample"):
                self._renew()
            if answer in ("both", "clock"):
                self.clock.clear()
                await self._open_screen()

        # Who came here by mistake and presses Enter has lost nothing.
        self.push_screen(Pick(msg("Start over"), options, at=""), decided)

    def _renew(self) -> None:
        assert self.sample is not None
        try:
            config = self.sample.renew()
        except CreativekitError as error:
            self.show_problems(problems_of(error))
            return
        self.session = Session(config, config.parent / self.session.kit.name)
        self.changed()
        self.notify(self.say(msg("the sample project is as it was at first")), markup=False)

    def action_leave(self) -> None:
        # Nobody has to decide about what is thrown away.
        if self.sample is not None:
            self.exit()
        else:
            super().action_leave()
