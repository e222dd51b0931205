"""The views of a run: which one it is, the views by name, and the one that is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from creativekit.errors import Message, Problem, msg, nmsg
from creativekit.language import formats
from creativekit.presence import change
from creativekit.presence.answers_toml import Given
from creativekit.presence.evidence import Reading
from creativekit.presence.history import Run
from creativekit.press.presence_sitting import Sitting
from creativekit.studio import presence_change, presence_plan, presence_result
from creativekit.studio.keys import key
from creativekit.studio.presence_result import Result
from creativekit.studio.problems import ProblemsPanel
from creativekit.studio.speaking import say, say_key, translator

VIEWS: tuple[tuple[str, Message], ...] = (
    ("stand", msg("Where you stand")),
    ("plan", msg("Plan")),
    ("seen", msg("Said and seen")),
    ("change", msg("What has changed")),
)
_STEPS = 3


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


def result(
    node: Widget,
    sitting: Sitting,
    shown: int,
    view: int,
    readings: Mapping[str, Reading],
    draft: Given | None,
    spoilt: tuple[Problem, ...],
) -> Iterator[Widget]:
    """shown: the place of the run. view: the place among VIEWS. readings: what is seen now.

    draft: of a run that is begun; spoilt: why one that is there cannot be read.
    """
    run = sitting.runs[shown]
    tabs = (ViewTab(title, place, place == view) for place, (_, title) in enumerate(VIEWS))
    yield Horizontal(*tabs, id="view-tabs")
    yield Static(_head(node, sitting, run, draft), markup=False, id="result-head")
    warnings = (*sitting.warnings, *spoilt)
    if warnings:
        yield ProblemsPanel(warnings)
    earlier = tuple(each for each in sitting.runs if each.date < run.date)
    found = change.change(earlier[-1], run) if earlier else None
    about = Result(run, sitting.instrument, found, readings)
    name = VIEWS[view][0]
    widgets: Iterator[Widget]
    if name == "plan":
        is_last = shown == len(sitting.runs) - 1
        widgets = presence_plan.plan(node, run, sitting.instrument, is_last)
    elif name == "seen":
        widgets = presence_result.said_and_seen(node, about)
    elif name == "change":
        points = change.series((*earlier, run))
        widgets = presence_change.change(node, found, points, sitting.instrument)
    else:
        widgets = presence_result.stand(node, about)
    main = View(*widgets, id="view", classes=f"-{name}")
    main.can_focus = name != "plan" or not run.plan
    if name != "stand":
        yield main
        return
    steps = presence_result.next_steps(node, about, _STEPS)
    yield Horizontal(main, Vertical(*steps, id="aside"), id="beside")


def _head(node: Widget, sitting: Sitting, run: Run, draft: Given | None) -> Content:
    """Which run it is, and whether another one is begun."""
    day = formats.date(run.date, translator(node).language)
    profiles = {each.id: each for each in sitting.instrument.profiles}
    known = profiles.get(run.answers.profile)
    who = say(node, known.title) if known is not None else run.answers.profile
    lines = [Content.styled(f"{day} · {say(node, who)}", "$muted")]
    if draft is not None:
        begun = nmsg(
            "A run is begun: {n} answer is kept. {key} goes on.",
            "A run is begun: {n} answers are kept. {key} goes on.",
            len(draft.answers.given),
        )
        lines.append(Content("◆ ").append(say_key(node, begun, "a")).stylize_before("bold"))
    return Content("\n").join(lines)
