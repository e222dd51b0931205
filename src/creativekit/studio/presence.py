"""Presence: the questionnaire, one question a screen, and what comes of it.

Every answer lies on the disk in the draft that `creativekit assess` keeps, so a run that was begun
here goes on in the terminal and the other way round. Nothing here uses the network.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message as Posted
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from creativekit.errors import CreativekitError, InputError, Message, Problem, msg, nmsg
from creativekit.language import formats
from creativekit.presence import change
from creativekit.presence.answers import DONT_KNOW, NOT_FOR_US, Answers, Said
from creativekit.presence.answers_toml import Given
from creativekit.presence.evidence import Reading
from creativekit.presence.plan import HOURS_A_WEEK
from creativekit.presence.questioning import Questioning
from creativekit.press.presence_sitting import Sitting, marked
from creativekit.studio import presence_asking as asking
from creativekit.studio import (
    presence_change,
    presence_plan,
    presence_result,
)
from creativekit.studio.dialogs import Pick
from creativekit.studio.faults import problems_of
from creativekit.studio.keys import key
from creativekit.studio.presence_choices import Choices, Offer, Several
from creativekit.studio.presence_hours import Hours
from creativekit.studio.presence_making import MakesReport
from creativekit.studio.presence_plan import Step
from creativekit.studio.presence_result import Result
from creativekit.studio.problems import ProblemsPanel
from creativekit.studio.speaking import say, studio, translator

Face = Literal[
    "looking", "wrong", "start", "profile", "features", "hours", "question", "ending", "result"
]
_ASKING: tuple[Face, ...] = ("profile", "features", "hours", "question", "ending")
_VIEWS: tuple[tuple[str, Message], ...] = (
    ("stand", msg("Where you stand")),
    ("plan", msg("Plan")),
    ("seen", msg("Said and seen")),
    ("change", msg("What has changed")),
)
_SAID: Mapping[str, Said] = {
    "0": 0, "1": 1, "2": 2, "3": 3, "4": 4, NOT_FOR_US: "na", DONT_KNOW: "dk",
}  # fmt: skip
_STEPS = 3


def today() -> datetime.date:
    """The day of a run; tests put another in its place."""
    return datetime.date.today()


class ViewTab(Static):
    """One of the views of a result, for the mouse."""

    def __init__(self, title: Message, place: int, is_shown: bool) -> None:
        super().__init__(markup=False, classes="view-tab -shown" if is_shown else "view-tab")
        self.named, self.place, self.is_shown = title, place, is_shown

    def on_mount(self) -> None:
        self.update(f"{'●' if self.is_shown else '○'} {say(self, self.named)}")

    async def on_click(self) -> None:
        await self.screen.run_action(f"show_view({self.place})")


class View(VerticalScroll):
    """What is shown of a result; the arrows go to the next view, up and down through this one."""

    BINDINGS = [
        key("right", "screen.view(1)", msg("Next view"), shown_as="← →"),
        key("left", "screen.view(-1)", msg("The view before"), show=False, shown_as="←"),
    ]


class PresenceScreen(MakesReport):
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
        key("escape", "leave_questions", msg("Leave; it is kept")),
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
        self._face: Face = "looking"
        self._sitting: Sitting | None = None
        self._readings: dict[str, Reading] = {}
        self._draft: Given | None = None
        self._spoilt: tuple[Problem, ...] = ()
        self._problems: tuple[Problem, ...] = ()
        self._who = Answers("", "")
        self._asked: Questioning | None = None
        self._is_explained = False
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
            yield from self._result()
        else:
            airy = "" if self._is_explained else "-airy"
            yield asking.Part(*self._part(), id="part", classes=airy)

    def _part(self) -> Iterator[Widget]:
        sitting = self._sitting
        assert sitting is not None
        match self._face:
            case "profile":
                yield from asking.head(self.say(msg("Which of these is most like you?")))
                yield asking.profiles(self, sitting.instrument, self._who.profile)
            case "features":
                hint = msg("As many as are so; none is an answer, too. Enter goes on.")
                yield from asking.head(self.say(msg("What else is so?")), self.say(hint))
                who = self._who
                yield asking.features(self, sitting.instrument, who.profile, who.features)
            case "hours":
                question = msg("How many hours a week can you give to this?")
                about = msg("The plan takes no more of them than you have.")
                yield from asking.head(self.say(question), self.say(about))
                yield Hours(self._who.hours or HOURS_A_WEEK, id="hours")
            case "question":
                assert self._asked is not None
                latest = sitting.latest
                day = latest.date if latest is not None else None
                yield from asking.question(self, self._asked, day, self._is_explained)
            case "ending":
                assert self._asked is not None
                yield from asking.ending(self, self._asked.answers, self._asked)
            case _:
                yield from self._start(sitting)

    def _start(self, sitting: Sitting) -> Iterator[Widget]:
        title = msg("How you are seen on the internet")
        about = msg(
            "Some 27 questions, a quarter of an hour: where you stand, what is to be seen of it"
            " already, and what to do in the next 90 days. Every answer is kept at once; stop at"
            " any moment, and go on here or with `creativekit assess`."
        )
        yield from asking.head(self.say(title), self.say(about))
        titles = (self.say(each.title) for each in sitting.instrument.dimensions)
        yield Static(" · ".join(titles), markup=False, classes="parts")
        if self._spoilt:
            yield ProblemsPanel(self._spoilt)
        elif sitting.warnings:
            yield ProblemsPanel(sitting.warnings)
        yield Choices(self._begin_offers(), "anew" if self._spoilt else "on", id="begin")

    def _begin_offers(self) -> list[Offer]:
        if self._spoilt:
            kept = self.say(msg("The draft is set aside as a copy and left as it is."))
            return [Offer("anew", "", self.say(msg("Begin anew")), kept)]
        if self._draft is None:
            return [Offer("on", "", self.say(msg("Begin")))]
        count = nmsg("{n} answer is kept", "{n} answers are kept", len(self._draft.answers.given))
        aside = self.say(msg("What was answered is set aside as a copy."))
        return [
            Offer("on", "", self.say(msg("Go on where you stopped")), self.say(count)),
            Offer("anew", "", self.say(msg("Begin anew")), aside),
        ]

    def _result(self) -> Iterator[Widget]:
        sitting = self._sitting
        assert sitting is not None
        run = sitting.runs[self._shown]
        tabs = (
            ViewTab(title, place, place == self._view) for place, (_, title) in enumerate(_VIEWS)
        )
        yield Horizontal(*tabs, id="view-tabs")
        yield Static(self._head(), markup=False, id="result-head")
        warnings = (*sitting.warnings, *self._spoilt)
        if warnings:
            yield ProblemsPanel(warnings)
        earlier = tuple(each for each in sitting.runs if each.date < run.date)
        found = change.change(earlier[-1], run) if earlier else None
        result = Result(run, sitting.instrument, found, self._readings)
        name = _VIEWS[self._view][0]
        view: Iterator[Widget]
        if name == "plan":
            view = presence_plan.plan(self, run, sitting.instrument, self._is_last)
        elif name == "seen":
            view = presence_result.said_and_seen(self, result)
        elif name == "change":
            points = change.series((*earlier, run))
            view = presence_change.change(self, found, points, sitting.instrument)
        else:
            view = presence_result.stand(self, result)
        with_aside = name == "stand"
        main = View(*view, id="view", classes=f"-{name}")
        main.can_focus = name != "plan" or not run.plan
        if not with_aside:
            yield main
            return
        steps = presence_result.next_steps(self, result, _STEPS)
        yield Horizontal(main, Vertical(*steps, id="aside"), id="beside")

    def _head(self) -> Content:
        """Which run it is, and whether another one is begun."""
        sitting = self._sitting
        assert sitting is not None
        run = sitting.runs[self._shown]
        language = translator(self).language
        day = formats.date(run.date, language)
        profiles = {each.id: each for each in sitting.instrument.profiles}
        known = profiles.get(run.answers.profile)
        who = self.say(known.title) if known is not None else run.answers.profile
        lines = [Content.styled(f"{day} · {self.say(who)}", "$muted")]
        if self._draft is not None:
            begun = nmsg(
                "A run is begun: {n} answer is kept. A goes on.",
                "A run is begun: {n} answers are kept. A goes on.",
                len(self._draft.answers.given),
            )
            lines.append(Content.styled(f"◆ {self.say(begun)}", "bold"))
        return Content("\n").join(lines)

    async def _turn(self, face: Face) -> None:
        """Show another face, with the focus where one would want it."""
        self._face = face
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
        if self._face == "looking":
            self._look()

    # ---- what there is

    def resumed(self) -> None:
        if self._face not in _ASKING and not self.is_making:
            self._look()

    def project_changed(self) -> None:
        self.resumed()

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look(self) -> None:
        try:
            sitting = Sitting(self.session.config, self.session.kit, today())
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
        await self._turn("wrong")

    async def on_presence_screen_looked(self, message: Looked) -> None:
        if self._face in _ASKING:
            return
        before = self._sitting
        self._sitting, self._readings = message.sitting, message.readings
        self._draft, self._spoilt = message.draft, message.spoilt
        if before is None or before.runs != message.sitting.runs:
            self._shown = len(message.sitting.runs) - 1
        focused = self.focused.id if self.focused is not None else None
        await self._turn("result" if message.sitting.runs else "start")
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
            return face in _ASKING and face != "profile"
        if action == "explain":
            return face == "question"
        if action == "leave_questions":
            return face in _ASKING
        if action == "stop":
            return self.is_making and face not in _ASKING
        return True

    async def action_again(self) -> None:
        """Answer: go on with what was begun, or begin with the answers of the last run."""
        if self._face != "result":
            for choices in self.query("#begin").results(Choices):
                choices.action_take()
            return
        if self._draft is None and not self._spoilt:
            await self._begin(anew=False)
            return

        async def decided(answer: str | None) -> None:
            if answer:
                await self._begin(anew=answer == "anew")

        options = [(each.value, each.title) for each in self._begin_offers()]
        self.app.push_screen(Pick(msg("A run is begun and not finished"), options), decided)

    async def on_choices_taken(self, message: Choices.Taken) -> None:
        value = message.value
        match message.choices.id:
            case "begin":
                await self._begin(anew=value == "anew")
            case "profile":
                kept = self._who.features if value == self._who.profile else ()
                self._who = replace(self._who, profile=value, features=kept)
                await self._turn("features")
            case "levels":
                await self._answer(value)
            case "ending":
                if value == "end":
                    await self._conclude()
                else:
                    await self.action_back()

    async def _begin(self, anew: bool) -> None:
        sitting = self._sitting
        assert sitting is not None
        if anew and not self._done(sitting.begin_anew):
            return
        draft = None if anew else self._draft
        self._draft, self._spoilt = None, ()
        self.tell("")
        sitting.set_day(today())
        self._is_explained = False
        if draft is None:
            sitting.audits.remove_draft()
            before = sitting.before()
            self._who = replace(before, given=()) if before is not None else Answers("", "")
            self._asked = None
            await self._turn("profile")
            return
        if draft.warnings:
            studio(self).show_problems(draft.warnings)
        await self._ask(draft.answers)

    def _done(self, act: object) -> bool:
        """Whether something that writes could be done; what went wrong is shown."""
        assert callable(act)
        try:
            act()
        except CreativekitError as error:
            studio(self).show_problems(problems_of(error))
            return False
        return True

    async def on_several_done(self, message: Several.Done) -> None:
        self._who = replace(self._who, features=message.values)
        await self._turn("hours")

    async def on_hours_given(self, message: Hours.Given) -> None:
        sitting = self._sitting
        assert sitting is not None
        given = self._asked.answers.by_id if self._asked is not None else {}
        who = self._who
        version = sitting.instrument.version
        answers = Answers.of(version, who.profile, who.features, given, message.hours)
        if self._done(lambda: sitting.save(answers)):
            await self._ask(answers)

    async def _ask(self, answers: Answers) -> None:
        sitting = self._sitting
        assert sitting is not None
        self._who = answers
        before = sitting.before()
        offered = dict(before.given) if before is not None else {}
        self._asked = Questioning(
            sitting.instrument, answers, offered, self._readings, sitting.save
        )
        await self._next()

    async def _next(self) -> None:
        self._is_explained = False
        assert self._asked is not None
        await self._turn("question" if self._asked.item is not None else "ending")

    async def _answer(self, value: str) -> None:
        asked = self._asked
        assert asked is not None
        standing = asked.standing
        # What stands is kept as it is, with its remark and what it rests on.
        is_same = standing is not None and standing.said == _SAID[value]
        if self._done(asked.keep if is_same else lambda: asked.answer(_SAID[value])):
            await self._next()

    async def action_back(self) -> None:
        asked = self._asked
        match self._face:
            case "question" | "ending":
                assert asked is not None
                if asked.back():
                    await self._next()
                else:
                    await self._turn("hours")
            case "hours":
                await self._turn("features")
            case "features":
                await self._turn("profile")

    async def action_explain(self) -> None:
        at = [each.at for each in self.query("#levels").results(Choices)]
        self._is_explained = not self._is_explained
        await self._turn("question")
        for choices in self.query("#levels").results(Choices):
            choices.at = at[0]
            choices.draw()

    async def action_leave_questions(self) -> None:
        self._asked = None
        await self._turn("looking")
        self._look()

    async def _conclude(self) -> None:
        sitting, asked = self._sitting, self._asked
        assert sitting is not None
        assert asked is not None

        def conclude() -> None:
            sitting.conclude(asked.answers)
            sitting.end()

        if self._done(conclude):
            self._asked, self._view, self._sitting = None, 0, None
            await self._turn("looking")
            self._look()
            self.make()

    # ---- the result

    async def action_view(self, by: int) -> None:
        self._view = (self._view + by) % len(_VIEWS)
        await self._turn("result")

    async def action_show_view(self, place: int) -> None:
        self._view = place
        await self._turn("result")

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
                await self._turn("result")

        title = msg("Which run?")
        self.app.push_screen(Pick(title, options, at=str(self._shown)), picked)

    def on_step_ticked(self, message: Step.Ticked) -> None:
        sitting = self._sitting
        assert sitting is not None
        done, undo = ([message.item], []) if message.taken else ([], [message.item])
        try:
            run = marked(sitting.folder, sitting.instrument, done, undo, today())
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
