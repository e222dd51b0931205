"""The part of a screen that makes kit/presence/ of the last run, while a person goes on with it."""

from __future__ import annotations

from threading import Event

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message as Posted
from textual.widgets import ProgressBar, Static
from textual.worker import Worker, WorkerState, get_current_worker

from creativekit.errors import CreativekitError, Message, Problem, msg, nmsg
from creativekit.press.report import RunReport
from creativekit.studio import presence_report, processes
from creativekit.studio.area_screen import AreaScreen
from creativekit.studio.faults import problems_of
from creativekit.studio.speaking import studio

_QUIET = 1.0  # seconds after the last tick until the kit follows


class MakesReport(AreaScreen):
    """Asked for by a key, at the end of a run, and after steps were ticked. The screen has the keys
    of `export` and `stop`."""

    class Moved(Posted):
        def __init__(self, done: int, total: int, label: Message) -> None:
            super().__init__()
            self.done, self.total, self.label = done, total, label

    class Made(Posted):
        """report: None when it was stopped; failed: it could not be planned."""

        def __init__(
            self, report: RunReport | None, problems: tuple[Problem, ...], failed: bool = False
        ) -> None:
            super().__init__()
            self.report, self.problems, self.failed = report, problems, failed

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()
        self._is_making = self._is_wanted = False
        self._doing = ""

    @property
    def is_making(self) -> bool:
        """Until its thread has ended: a kit takes one run at a time."""
        return self._is_making

    def making(self) -> ComposeResult:
        with Vertical(id="run", classes="-running" if self._is_making else ""):
            yield Static(self._doing, id="doing", markup=False)
            yield ProgressBar(id="progress", show_eta=False)

    def make_soon(self) -> None:
        """When nothing was asked for any more for a moment."""
        self._is_wanted = True
        self.set_timer(_QUIET, self._follow)

    def _follow(self) -> None:
        if self._is_wanted and not self._is_making:
            self.make()

    def action_export(self) -> None:
        self.make()

    def action_stop(self) -> None:
        self._stop.set()
        self.tell(self.say(msg("stopping…")))

    def tell(self, text: str) -> None:
        """Say in the line below what is done."""
        self._doing = text
        for doing in self.query("#doing").results(Static):
            doing.update(text)

    def make(self) -> None:
        """Make it now."""
        self._is_wanted = False
        self._is_making = True
        self._stop = Event()
        for bar in self.query("#progress").results(ProgressBar):
            bar.update(total=None, progress=0)
        self.query("#run").add_class("-running")
        self.tell(self.say(msg("planning…")))
        self._make(self._stop)
        self.refresh_bindings()

    @work(thread=True, exclusive=True, group="make", exit_on_error=False)
    def _make(self, stop: Event) -> None:
        worker = get_current_worker()
        processes.get_ready()

        def progress(done: int, total: int, label: Message) -> None:
            self.post_message(self.Moved(done, total, label))

        def cancelled() -> bool:
            return stop.is_set() or worker.is_cancelled

        config, kit = self.session.config, self.session.kit
        try:
            made = presence_report.make(config, kit, progress, cancelled)
        except CreativekitError as error:
            self.post_message(self.Made(None, problems_of(error), failed=True))
            return
        self.post_message(self.Made(*made))

    def on_makes_report_moved(self, message: Moved) -> None:
        for bar in self.query("#progress").results(ProgressBar):
            bar.update(total=message.total, progress=message.done)
        self.tell(f"{self.say(message.label)}  {message.done} / {message.total}")

    def on_makes_report_made(self, message: Made) -> None:
        self._finish_making()
        report = message.report
        problems = list(message.problems)
        if report is None:
            failed = msg("not everything could be made")
            stopped = msg("stopped; what was finished stays")
            self.tell(self.say(failed if message.failed else stopped))
        else:
            self.tell(self._told(report))
            for failure in report.failed:
                own = failure.problems or (Problem(failure.message, file=failure.path),)
                problems += [each for each in own if each not in problems]
        if message.failed or (report is not None and report.failed):
            studio(self).show_problems(tuple(problems))
        self._follow()

    def _told(self, report: RunReport) -> str:
        """What was made, and where it is."""
        kept, same = len(report.kept_edited), len(report.unchanged)
        said = [msg("not everything could be made") if report.failed else msg("done")]
        said.append(nmsg("{n} file made", "{n} files made", len(report.made)))
        if same:
            said.append(msg("{n} unchanged", n=same))
        if kept:
            said.append(
                nmsg("{n} file kept as you edited it", "{n} files kept as you edited them", kept)
            )
        where = self.session.kit / "presence"
        folder = self.session.folder
        shown = where.relative_to(folder) if where.is_relative_to(folder) else where
        return " · ".join([*map(self.say, said), self.say(str(shown))])

    def _finish_making(self) -> None:
        self._is_making = False
        self.query("#run").remove_class("-running")
        self.refresh_bindings()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.worker.group == "make" and event.state is WorkerState.ERROR:
            self._finish_making()
            self.tell("")
