"""The plan of 90 days to work off: a step is ticked when it is done, and unticked when it was not.

A tick is the mark that `creativekit assess --done` makes.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from textual.containers import Vertical
from textual.content import Content
from textual.message import Message as Posted
from textual.widget import Widget
from textual.widgets import Static

from creativekit.errors import msg, nmsg
from creativekit.language import formats
from creativekit.presence.history import Planned, Run
from creativekit.presence.instrument import Instrument
from creativekit.studio.areas import area
from creativekit.studio.hung import Hung
from creativekit.studio.keys import key
from creativekit.studio.speaking import say, translator

_SHEET = re.compile(r"creativekit position --sheet (\d+)")
_SCREENS = {
    "creativekit brand": "brand",
    "creativekit explore": "brand",
    "creativekit social": "social",
    "creativekit position --fill": "positioning",
}
"""Commands of which a whole screen does the same."""


class Step(Hung, can_focus=True):
    """One step: what to do, how one knows that it is done, until when, with what."""

    BINDINGS = [
        key("space,enter", "tick", msg("Done, or not")),
        key("up", "go(-1)", msg("Up"), show=False, shown_as="↑"),
        key("down", "go(1)", msg("Down"), show=False, shown_as="↓"),
    ]

    class Ticked(Posted):
        def __init__(self, item: str, taken: bool) -> None:
            super().__init__()
            self.item, self.taken = item, taken

    def __init__(
        self, step: Planned, done: datetime.date | None, instrument: Instrument, can_tick: bool
    ) -> None:
        super().__init__("", "", id="step-" + step.item.replace(".", "-"), classes="step")
        self.step, self.done, self.instrument = step, done, instrument
        self.can_tick = can_tick

    def on_mount(self) -> None:
        self.show(self.done)

    def show(self, done: datetime.date | None) -> None:
        """done: the day on which it was taken."""
        self.done = done
        self.set_class(done is not None, "-taken")
        language = translator(self).language
        item = self.instrument.by_id.get(self.step.item)
        text = item.steps[self.step.reaches - 1] if item is not None else None
        action = say(self, text.action) if text is not None else ""
        sign = Content.assemble(
            ("✓ " if done is not None else "○ ", "bold $success" if done is not None else "$key"),
            (self.step.item, "bold $key"),
        )
        if done is not None:
            taken = msg("done: {date}", date=formats.day_and_month(done, language))
            self.hang(sign, Content.assemble(action, ("\n" + say(self, taken), "$muted")))
            return
        due = msg("by {date}", date=formats.day_and_month(self.step.due, language))
        parts = [say(self, due)]
        if item is not None:
            parts.append(say(self, msg("{n} h", n=item.hours)))
        lines = [Content.styled(action, "bold")]
        if text is not None:
            test = say(self, text.done)
            lines.append(Content(say(self, msg("Done when: {test}", test=test))))
        lines.append(Content.styled(" · ".join(parts), "$muted"))
        if text is not None and text.command:
            # To be typed as it stands, so it begins a line and is whole on it.
            lines.append(Content.styled(self._where(say(self, text.command)), "$muted"))
        self.hang(sign, Content("\n").join(lines))

    def _where(self, command: str) -> str:
        """The screen that does what the command does, and its key; else the command itself."""
        sheet = _SHEET.fullmatch(command)
        found = area("positioning" if sheet else _SCREENS.get(command, ""))
        if found is None:
            return command
        place = say(self, msg("Sheet {n}", n=sheet[1]) if sheet else found.title)
        return say(self, msg("{place}: key {key}", place=place, key=found.key))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "tick":
            return self.can_tick
        return super().check_action(action, parameters)

    def action_tick(self) -> None:
        self.post_message(self.Ticked(self.step.item, self.done is None))

    def action_go(self, by: int) -> None:
        steps = list(self.screen.query(Step))
        place = steps.index(self) + by
        if 0 <= place < len(steps):
            steps[place].focus()

    def on_click(self) -> None:
        self.focus()
        if self.can_tick:
            self.action_tick()


def head(node: Widget, run: Run) -> str:
    """How much of it is done."""
    marks = dict(run.answers.done)
    message = nmsg(
        "Plan of {date}: {done} of {n} step is done",
        "Plan of {date}: {done} of {n} steps are done",
        len(run.plan),
        done=sum(step.item in marks for step in run.plan),
        date=formats.date(run.date, translator(node).language),
    )
    return say(node, message)


def plan(node: Widget, run: Run, instrument: Instrument, can_tick: bool) -> Iterator[Widget]:
    """can_tick: the plan is the last run's, and so the one that is worked on."""
    marks = dict(run.answers.done)
    if not run.plan:
        nothing = msg("There is nothing in the plan: no question has a next step that fits.")
        yield Static(say(node, nothing), markup=False, classes="ask")
    else:
        yield Static(head(node, run), markup=False, id="plan-head", classes="ask")
    yield Vertical(
        *(Step(step, marks.get(step.item), instrument, can_tick) for step in run.plan), id="steps"
    )
    others = [item for item in marks if item not in {step.item for step in run.plan}]
    if others:
        message = msg("Done besides: {items}", items=", ".join(others))
        yield Static(say(node, message), markup=False, classes="note")
    unknown = [item for item, each in run.answers.given if each.said == "dk"]
    if unknown:
        message = msg("To find out: {items}", items=", ".join(unknown))
        yield Static(say(node, message), markup=False, classes="note")
