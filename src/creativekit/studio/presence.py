"""Presence: the questionnaire, one question a screen, and what comes of it.

Every answer lies on the disk in the draft that `creativekit assess` keeps, so a run that was begun
here goes on in the terminal and the other way round. Nothing here uses the network.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message as Posted
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from creativekit.errors import CreativekitError, InputError, Problem, msg
from creativekit.language import formats
from creativekit.presence.answers_toml import Given
from creativekit.presence.evidence import Reading
from creativekit.press.presence_sitting import Sitting, marked
from creativekit.studio import presence_answering as answering
from creativekit.studio import presence_asking as asking
from creativekit.studio import presence_plan
from creativekit.studio.area_screen import Navigation
from creativekit.studio.dialogs import Pick
from creativekit.studio.faults import problems_of
from creativekit.studio.in_turn import in_turn
from creativekit.studio.keys import key
from creativekit.studio.presence_answering import ASKING, Asks, Face
from creativekit.studio.presence_plan import Step
from creativekit.studio.presence_views import VIEWS, result
from creativekit.studio.problems import ProblemsPanel
from creativekit.studio.speaking import studio, translator


class PresenceScreen(Asks):
    """Begin, be asked, see where one stands, work the plan off."""

    NAME = "presence"
    CSS_PATH = "presence.tcss"
    AUTO_FOCUS = "Choices, Hours, #view"
    BINDINGS = [
        key("a", "again", msg("Answer")),
        key("e", "export", msg("Make the report")),
        key("r", "runs", msg("Earlier runs")),
        key("b", "back", msg("Back")),
        key("question_mark,slash", "explain", msg("What is meant")),
        # Both in one list: a key of a class replaces the same key of the class that it comes from.
        key("escape", "leave_questions", msg("Break off; it is kept")),
        key("escape", "leave_unbegun", msg("Break off")),
        key("escape", "stop", msg("Stop")),
    ]

    class Looked(Posted):
        """What there is: a sitting, what was seen, the draft or why it cannot be read."""

        def __init__(
            self,
            sitting: Sitting,
            readings: dict[str, Reading],
            draft: Given | None,
            spoilt: tuple[Problem, ...],
        ) -> None:
            super().__init__()
            self.sitting, self.readings = sitting, readings
            self.draft, self.spoilt = draft, spoilt

    class Refused(Posted):
        def __init__(self, problems: tuple[Problem, ...]) -> None:
            super().__init__()
            self.problems = problems

    def __init__(self) -> None:
        super().__init__()
        self._problems: tuple[Problem, ...] = ()
        self._view = 0
        self._shown = -1  # which run

    # ---- what is on it

    def body(self) -> ComposeResult:
        with Vertical(id="presence"):
            yield from self._widgets()
        yield from self.making()

    def _widgets(self) -> Iterator[Widget]:
        if self._face == "looking":
            yield Static(self.say(msg("looking…")), markup=False, classes="note")
        elif self._face == "wrong":
            yield ProblemsPanel(self._problems)
        elif self._face == "result":
            assert self._sitting is not None
            yield from result(
                self,
                self._sitting,
                self._shown,
                self._view,
                self._readings,
                self._draft,
                self._spoilt,
            )
        else:
            airy = "" if self._is_explained else "-airy"
            yield asking.Part(*self._part(), id="part", classes=airy)

    @in_turn
    async def turn(self, face: Face) -> None:
        """Show another face, with the focus where one would want it."""
        self._face = face
        for navigation in self.query(Navigation):
            navigation.show_keys(self._takes_areas)
        holders = self.query("#presence")
        if not holders:
            return
        holder = holders.first()
        with self.app.batch_update():
            await holder.remove_children()
            await holder.mount(*self._widgets())
        for wanted in ("Choices", "Hours", "Step", "#view", "ProblemsPanel"):
            found = [each for each in self.query(wanted) if each.can_focus]
            if found:
                found[0].focus(scroll_visible=False)
                break
        self.refresh_bindings()

    async def say_anew(self) -> None:
        await super().say_anew()
        for navigation in self.query(Navigation):
            navigation.show_keys(self._takes_areas)
        if self._face == "looking":
            self.look()

    @property
    def _takes_areas(self) -> bool:
        """Whether a digit shows another area: where it is an answer, it does not."""
        return self._face not in ("profile", "features", "hours", "question")

    # ---- what there is

    def resumed(self) -> None:
        if self._face not in ASKING and not self.is_making:
            self.look()

    def project_changed(self) -> None:
        self.resumed()

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def look(self) -> None:
        try:
            sitting = Sitting(self.session.config, self.session.kit, answering.today())
        except InputError as error:
            self._post(self.Refused(error.problems))
            return
        spoilt: tuple[Problem, ...] = ()
        draft: Given | None = None
        try:
            draft = sitting.begun()
        except InputError as error:
            spoilt = error.problems
        self._post(self.Looked(sitting, sitting.readings(), draft, spoilt))

    def _post(self, message: Posted) -> None:
        if not get_current_worker().is_cancelled:
            self.post_message(message)

    async def on_presence_screen_refused(self, message: Refused) -> None:
        self._sitting, self._problems = None, message.problems
        await self.turn("wrong")

    async def on_presence_screen_looked(self, message: Looked) -> None:
        if self._face in ASKING:
            return
        before = self._sitting
        self._sitting, self._readings = message.sitting, message.readings
        self._draft, self._spoilt = message.draft, message.spoilt
        if before is None or before.runs != message.sitting.runs:
            self._shown = len(message.sitting.runs) - 1
        focused = self.focused.id if self.focused is not None else None
        await self.turn("result" if message.sitting.runs else "start")
        for widget in self.query(f"#{focused}") if focused else ():
            widget.focus()

    @property
    def _is_last(self) -> bool:
        return self._sitting is not None and self._shown == len(self._sitting.runs) - 1

    # ---- asking

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if super().check_action(action, parameters) is False:
            return False
        face, sitting = self._face, self._sitting
        has_runs = sitting is not None and bool(sitting.runs)
        if action == "view":
            return face == "result"
        if action == "again":
            return face == "result"
        if action == "runs":
            return face == "result" and sitting is not None and len(sitting.runs) > 1
        if action == "export":
            if face != "result" or self.is_making or not has_runs:
                return False
            assert sitting is not None
            return self._is_last and sitting.is_of_now(sitting.runs[-1])
        if action == "back":
            return face in ASKING and face != "profile"
        if action == "explain":
            return face == "question"
        if action == "leave_questions":
            return face in ASKING and self._is_kept
        if action == "leave_unbegun":
            return face in ASKING and not self._is_kept
        if action == "stop":
            return self.is_making and face not in ASKING
        return True

    # ---- the result

    def concluded(self) -> None:
        self._view = 0

    async def action_view(self, by: int) -> None:
        self._view = (self._view + by) % len(VIEWS)
        await self.turn("result")

    async def action_show_view(self, place: int) -> None:
        self._view = place
        await self.turn("result")

    def action_runs(self) -> None:
        sitting = self._sitting
        assert sitting is not None
        bands = {each.id: each for each in sitting.instrument.bands}
        language = translator(self).language
        options = []
        for place, run in reversed(list(enumerate(sitting.runs))):
            overall = run.scores.overall
            words = [
                formats.date(run.date, language),
                "–" if overall is None else str(int(overall)),
                self.say(bands[run.band].name) if run.band in bands else "",
            ]
            options.append((str(place), " · ".join(word for word in words if word)))

        async def picked(value: str | None) -> None:
            if value is not None:
                self._shown = int(value)
                await self.turn("result")

        title = msg("Which run?")
        self.app.push_screen(Pick(title, options, at=str(self._shown)), picked)

    def on_step_ticked(self, message: Step.Ticked) -> None:
        sitting = self._sitting
        assert sitting is not None
        done, undo = ([message.item], []) if message.taken else ([], [message.item])
        try:
            run = marked(sitting.folder, sitting.instrument, done, undo, answering.today())
        except CreativekitError as error:
            studio(self).show_problems(problems_of(error))
            return
        sitting.runs = (*sitting.runs[:-1], run)
        marks = dict(run.answers.done)
        for step in self.query(Step):
            step.show(marks.get(step.step.item))
        self.query_one("#plan-head", Static).update(presence_plan.head(self, run))
        if sitting.is_of_now(run):
            self.make_soon()
