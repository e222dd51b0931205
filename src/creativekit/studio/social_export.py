"""Making posts into files, with progress and a key that stops: what `creativekit social` does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message as Posted
from textual.screen import ModalScreen
from textual.widgets import ProgressBar, Static
from textual.worker import Worker, WorkerState, get_current_worker

from creativekit.errors import Message, Problem, msg, nmsg
from creativekit.language.plain_text import clean
from creativekit.press.orders import Posts, carried_out
from creativekit.press.report import RunReport
from creativekit.press.run import Progress, up_to_date
from creativekit.studio import processes
from creativekit.studio.faults import problems_of
from creativekit.studio.keys import Foot, key
from creativekit.studio.problems import ProblemsPanel
from creativekit.studio.speaking import say, studio

if TYPE_CHECKING:
    from creativekit.press.social_plan import SocialPlan


class Stopped(Exception):
    """Somebody stopped it; what was finished stays, and the kit is whole."""


@dataclass(frozen=True, slots=True)
class Exported:
    """report: None where posts have errors and nothing was made. problems: what was found."""

    report: RunReport | None
    problems: tuple[Problem, ...] = ()


def stopping(progress: Progress, cancelled: Callable[[], bool]) -> Progress:
    """A progress that raises Stopped once it is cancelled."""

    def told(done: int, total: int, label: Message) -> None:
        if cancelled():
            raise Stopped
        progress(done, total, label)

    return told


def export(
    posts: Posts,
    config: Path,
    kit: Path,
    progress: Progress,
    *,
    plan: SocialPlan | None = None,
    workers: int | None = None,
) -> Exported:
    """Make the files of posts. plan: of the same posts, when it was looked through already; then
    the posts that are right are made even if others are not.

    Raises InputError and OutputError, and whatever `progress` raises.
    """
    order = posts.order(config)
    if order.mark is not None:
        report = up_to_date(kit, order.capability, order.mark)
        if report is not None:
            return Exported(report)
    asked = plan is None
    if plan is None:
        plan = order.plan(workers, progress)
    if plan.errors and asked:
        return Exported(None, plan.problems)
    report = carried_out(plan, order, kit, workers=workers, progress=progress)
    return Exported(report, plan.problems if asked else ())


class ExportScreen(ModalScreen[None]):
    """Makes the files, tells how far it is, and what became of it."""

    CSS_PATH = "social.tcss"
    BINDINGS = [
        key("escape", "stop", msg("Stop")),
        key("enter,escape,q", "close", msg("Close")),
    ]

    class Moved(Posted):
        def __init__(self, done: int, total: int, label: Message) -> None:
            super().__init__()
            self.done, self.total, self.label = done, total, label

    class Ended(Posted):
        def __init__(self, done: Exported | None, problems: tuple[Problem, ...] = ()) -> None:
            super().__init__()
            self.done, self.problems = done, problems

    def __init__(self, posts: Posts, title: str, plan: SocialPlan | None = None) -> None:
        super().__init__()
        self.posts, self.heading, self.plan = posts, title, plan
        self._stop = Event()
        self.is_over = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet", id="exporting"):
            yield Static(clean(self.heading), markup=False, classes="heading")
            yield Static(say(self, msg("planning…")), id="doing", markup=False)
            yield ProgressBar(id="progress", show_eta=False)
        yield Foot()

    def on_mount(self) -> None:
        session = studio(self).session
        self._make(session.config, session.kit)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _make(self, config: Path, kit: Path) -> None:
        worker = get_current_worker()
        processes.get_ready()

        def progress(done: int, total: int, label: Message) -> None:
            self.post_message(self.Moved(done, total, label))

        told = stopping(progress, lambda: self._stop.is_set() or worker.is_cancelled)
        try:
            done = export(self.posts, config, kit, told, plan=self.plan)
        except Stopped:
            self.post_message(self.Ended(None))
        except Exception as error:
            self.post_message(self.Ended(None, problems_of(error)))
        else:
            self.post_message(self.Ended(done))

    def on_export_screen_moved(self, message: Moved) -> None:
        if self.is_over:
            return
        self.query_one(ProgressBar).update(total=message.total, progress=message.done)
        self.query_one("#doing", Static).update(
            f"{say(self, message.label)}  {message.done} / {message.total}"
        )

    def on_export_screen_ended(self, message: Ended) -> None:
        self.is_over = True
        self.query_one(ProgressBar).display = False
        done, problems = message.done, message.problems
        said = [msg("stopped; what was finished stays")]
        if done is not None and done.report is not None:
            said = self._told(done.report)
            for failure in done.report.failed:
                problems += failure.problems or (Problem(failure.message, file=failure.path),)
        elif done is not None:
            said = [msg("Nothing was made: some posts are not right yet.")]
        elif problems:
            said = [msg("not everything could be made")]
        lines = [" · ".join(say(self, each) for each in said)]
        if done is not None and done.report is not None:
            lines.append(self._where())
        self.query_one("#doing", Static).update("\n".join(lines))
        found: list[Problem] = []
        for each in (*problems, *(done.problems if done is not None else ())):
            if each not in found:
                found.append(each)
        if found:
            self.query_one("#exporting").mount(ProblemsPanel(tuple(found)))
        self.refresh_bindings()

    def _told(self, report: RunReport) -> list[Message]:
        made, same, kept = len(report.made), len(report.unchanged), len(report.kept_edited)
        said = [msg("not everything could be made") if report.failed else msg("done")]
        said.append(nmsg("{n} file made", "{n} files made", made))
        if same:
            said.append(msg("{n} unchanged", n=same))
        if kept:
            said.append(
                nmsg("{n} file kept as you edited it", "{n} files kept as you edited them", kept)
            )
        return said

    def _where(self) -> str:
        session = studio(self).session
        folder, parent = session.kit / "social", session.folder.parent
        shown = folder.relative_to(parent) if folder.is_relative_to(parent) else folder
        return f"→ {clean(str(shown))}"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("close", "stop"):
            return self.is_over == (action == "close")
        return super().check_action(action, parameters)

    def action_stop(self) -> None:
        self._stop.set()
        self.query_one("#doing", Static).update(say(self, msg("stopping…")))

    def action_close(self) -> None:
        self.dismiss()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            studio(self).show_problems(problems_of(event.worker.error))
