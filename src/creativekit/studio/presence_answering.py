"""The part of a screen that asks: what is asked now, what is kept of the answers, going back.

Every answer lies on the disk in the draft of the sitting as soon as it is given.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from textual.widget import Widget
from textual.widgets import Static

from creativekit.errors import CreativekitError, Problem, msg, nmsg
from creativekit.presence.answers import DONT_KNOW, NOT_FOR_US, Answers, Said
from creativekit.presence.answers_toml import Given, Still
from creativekit.presence.evidence import Reading
from creativekit.presence.plan import HOURS_A_WEEK
from creativekit.presence.questioning import Questioning
from creativekit.press.presence_sitting import Sitting
from creativekit.studio import presence_asking as asking
from creativekit.studio.dialogs import Pick
from creativekit.studio.faults import problems_of
from creativekit.studio.presence_choices import Choices, Offer, Several
from creativekit.studio.presence_hours import Hours
from creativekit.studio.presence_making import MakesReport
from creativekit.studio.problems import ProblemsPanel
from creativekit.studio.speaking import say_key, studio

Face = Literal[
    "looking", "wrong", "start", "profile", "features", "hours", "question", "ending", "result"
]
ASKING: tuple[Face, ...] = ("profile", "features", "hours", "question", "ending")
_SAID: Mapping[str, Said] = {
    "0": 0, "1": 1, "2": 2, "3": 3, "4": 4, NOT_FOR_US: "na", DONT_KNOW: "dk",
}  # fmt: skip


def today() -> datetime.date:
    """The day of a run; tests put another in its place."""
    return datetime.date.today()


class Asks(MakesReport):
    """The screen shows a face of it, and looks at what there is."""

    def __init__(self) -> None:
        super().__init__()
        self._face: Face = "looking"
        self._sitting: Sitting | None = None
        self._readings: dict[str, Reading] = {}
        self._draft: Given | None = None
        self._spoilt: tuple[Problem, ...] = ()
        self._who = Answers("", "")
        self._asked: Questioning | None = None
        self._is_explained = False
        self._is_kept = False  # anything of this run on the disk

    async def turn(self, face: Face) -> None:
        """Show another face."""
        raise NotImplementedError

    def look(self) -> object:
        """Find out what there is now."""
        raise NotImplementedError

    def concluded(self) -> None:
        """A run is kept: show the first view of it."""

    def _part(self) -> Iterator[Widget]:
        sitting = self._sitting
        assert sitting is not None
        match self._face:
            case "profile":
                yield from asking.head(self.say(msg("Which of these is most like you?")))
                yield asking.profiles(self, sitting.instrument, self._who.profile)
            case "features":
                hint = msg("Mark all that apply; none is an answer, too. Enter goes on.")
                yield from asking.head(self.say(msg("What else is true of you?")), self.say(hint))
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
            " any moment, and go on here or with {command}."
        )
        yield from asking.head(
            self.say(title), say_key(self, about, "creativekit assess", "command")
        )
        titles = (self.say(each.title) for each in sitting.instrument.dimensions)
        yield Static(", ".join(titles), markup=False, classes="parts")
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
        if self._draft.still:
            count = msg("What you said of your business is kept.")
        aside = self.say(msg("What was answered is set aside as a copy."))
        return [
            Offer("on", "", self.say(msg("Go on where you stopped")), self.say(count)),
            Offer("anew", "", self.say(msg("Begin anew")), aside),
        ]

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
                if self._keep("features"):
                    await self.turn("features")
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
        self._is_kept = draft is not None
        if draft is not None and draft.warnings:
            studio(self).show_problems(draft.warnings)
        if draft is not None and not draft.still:
            await self._ask(draft.answers)
            return
        before = sitting.before()
        self._asked = None
        if draft is not None:
            self._who = replace(draft.answers, hours=before.hours if before is not None else None)
            await self.turn(draft.still or "profile")
            return
        sitting.audits.remove_draft()
        self._who = replace(before, given=()) if before is not None else Answers("", "")
        await self.turn("profile")

    def _keep(self, still: Still) -> bool:
        """Put who answers on the disk, too; still: what is asked of it next. The hours of a run
        before are an offer and not an answer."""
        sitting, who = self._sitting, self._who
        assert sitting is not None
        version, asked = sitting.instrument.version, self._asked
        given = asked.answers.by_id if asked is not None else {}
        hours = asked.answers.hours if asked is not None else None
        answers = Answers.of(version, who.profile, who.features, given, hours)
        is_done = self._done(lambda: sitting.save(answers, still))
        self._is_kept = self._is_kept or is_done
        return is_done

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
        if self._keep("hours"):
            await self.turn("hours")

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
        await self.turn("question" if self._asked.item is not None else "ending")

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
                    await self.turn("hours")
            case "hours":
                await self.turn("features")
            case "features":
                await self.turn("profile")

    async def action_explain(self) -> None:
        at = [each.at for each in self.query("#levels").results(Choices)]
        self._is_explained = not self._is_explained
        await self.turn("question")
        for choices in self.query("#levels").results(Choices):
            choices.at = at[0]
            choices.draw()

    async def action_leave_unbegun(self) -> None:
        await self.action_leave_questions()

    async def action_leave_questions(self) -> None:
        self._asked = None
        await self.turn("looking")
        self.look()

    async def _conclude(self) -> None:
        sitting, asked = self._sitting, self._asked
        assert sitting is not None
        assert asked is not None

        def conclude() -> None:
            sitting.conclude(asked.answers)
            sitting.end()

        if self._done(conclude):
            self._asked, self._sitting = None, None
            self.concluded()
            await self.turn("looking")
            self.look()
            self.make()
