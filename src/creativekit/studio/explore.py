"""Directions for the brand as a grid of pictures, far apart from each other, to choose one from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from textual import work
from textual.app import ComposeResult
from textual.containers import Grid, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message as Posted
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import Worker, WorkerState, get_current_worker

from creativekit.brand.explore import Direction, directions, resolved
from creativekit.errors import InputError, Problem, msg
from creativekit.project.model import Project
from creativekit.project.toml_values import Value
from creativekit.studio import color_views
from creativekit.studio.faults import problems_of
from creativekit.studio.half_blocks import Pixels
from creativekit.studio.keys import Foot, key
from creativekit.studio.look import post
from creativekit.studio.picture import Picture
from creativekit.studio.speaking import say, studio, translator

COUNT = 12
_SCALE = 1 / 18  # of the sides a whole number of pixels
_QUICK = 1.0  # seconds between the two digits of a number


class Cell(Vertical, can_focus=True):
    """One direction: its picture, its number, its style."""

    BINDINGS = [
        key("enter,space", "take", msg("Take this one")),
        key("left", "step(-1)", msg("The one before"), show=False, shown_as="←"),
        key("right", "step(1)", msg("Go about"), shown_as="← ↑ ↓ →"),
        key("up", "row(-1)", msg("Up"), show=False, shown_as="↑"),
        key("down", "row(1)", msg("Down"), show=False, shown_as="↓"),
    ]

    class Taken(Posted):
        def __init__(self, direction: Direction) -> None:
            super().__init__()
            self.direction = direction

    def __init__(self, direction: Direction, title: str) -> None:
        super().__init__(id=f"direction-{direction.number}", classes="cell")
        self.direction = direction
        self.shown_title = title

    def compose(self) -> ComposeResult:
        yield Picture(align="left")
        color = color_views.swatch(self.direction.color, "  ")
        yield Static(
            Content.assemble(color, f" {self.direction.number} {self.shown_title}"),
            markup=False,
            classes="title",
        )

    def action_take(self) -> None:
        self.post_message(self.Taken(self.direction))

    def on_click(self) -> None:
        self.focus()
        self.action_take()

    def action_step(self, by: int) -> None:
        cells = list(self.screen.query(Cell))
        place = cells.index(self) + by
        if 0 <= place < len(cells):
            cells[place].focus()

    def action_row(self, by: int) -> None:
        cells = list(self.screen.query(Cell))
        above = [each for each in cells if each.region.x == self.region.x]
        place = above.index(self) + by
        if 0 <= place < len(above):
            above[place].focus()


class ExploreScreen(ModalScreen[Mapping[str, Value | None] | None]):
    """Dismissed with the edits of the direction that was taken, None for none."""

    CSS_PATH = "explore.tcss"
    AUTO_FOCUS = "Cell"
    BINDINGS = [
        *(
            key(digit, f"digit({digit})", msg("By number"), show=digit == "1", shown_as="1–12")
            for digit in "1234567890"
        ),
        key("escape", "dismiss", msg("Back")),
    ]

    class Drawn(Posted):
        def __init__(self, number: int, pixels: Pixels) -> None:
            super().__init__()
            self.number, self.pixels = number, pixels

    class Failed(Posted):
        def __init__(self, problems: tuple[Problem, ...]) -> None:
            super().__init__()
            self.problems = problems

    def __init__(self, project: Project, count: int = COUNT) -> None:
        super().__init__()
        self.project = project
        self.directions = directions(project, count)
        self._typed = 0
        self._forgetting: Timer | None = None

    def compose(self) -> ComposeResult:
        from creativekit.studio.brand_options import style_options

        titles = dict(style_options(self.project.folder, translator(self)))
        with VerticalScroll(id="directions", can_focus=False):
            yield Static(
                say(self, msg("Directions, far apart; the first is the brand as it is")),
                markup=False,
                classes="heading",
            )
            with Grid(id="grid"):
                for each in self.directions:
                    yield Cell(each, titles.get(each.style, each.style))
        yield Foot()

    def on_mount(self) -> None:
        self._draw()

    def action_digit(self, digit: int) -> None:
        """Go to the direction of that number; of two digits, when the second follows at once."""
        numbers = [each.number for each in self.directions]
        both = 10 * self._typed + digit
        number = both if both in numbers else digit
        if number not in numbers:
            return
        self._typed = number
        if self._forgetting is not None:
            self._forgetting.stop()
        self._forgetting = self.set_timer(_QUICK, self._forget)
        self.query_one(f"#direction-{number}", Cell).focus()

    def _forget(self) -> None:
        self._typed = 0

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _draw(self) -> None:
        worker = get_current_worker()
        for each in self.directions:
            if worker.is_cancelled:
                return
            try:
                pixels = post(resolved(self.project, each), _SCALE)
            except InputError as error:
                self.post_message(self.Failed(error.problems))
                return
            self.post_message(self.Drawn(each.number, pixels))

    def on_explore_screen_drawn(self, message: Drawn) -> None:
        self.query_one(f"#direction-{message.number} Picture", Picture).show(message.pixels)

    def on_explore_screen_failed(self, message: Failed) -> None:
        studio(self).show_problems(message.problems)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            studio(self).show_problems(problems_of(event.worker.error))

    def on_cell_taken(self, message: Cell.Taken) -> None:
        settings = dict(message.direction.settings)
        self.dismiss(cast("Mapping[str, Value | None]", settings))
