"""Worksheets going out as files and coming back filled: what `creativekit position` does.

Exporting runs beside the screen, with progress, and can be stopped. An import shows what would
change, sheet by sheet, and is one step that undo takes back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from threading import Event

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message as Posted
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, ProgressBar, Static
from textual.worker import Worker, WorkerState

from creativekit.errors import Message, Problem, fail, msg, nmsg
from creativekit.language.plain_text import clean
from creativekit.language.told_problem import told as told_problem
from creativekit.positioning.change_words import between
from creativekit.positioning.changes import Changes
from creativekit.positioning.formats import FORMATS
from creativekit.positioning.sheets import Worksheet
from creativekit.press import fingerprint
from creativekit.press.report import RunReport
from creativekit.press.run import Progress, run, up_to_date
from creativekit.studio import processes
from creativekit.studio.dialogs import FilePath
from creativekit.studio.faults import problems_of
from creativekit.studio.hung import Hung
from creativekit.studio.keys import Foot, key
from creativekit.studio.speaking import say, studio, translator

CAPABILITY = "positioning"
_PAPERS = ("a4", "a3")
_FORMS = (".pdf", ".docx", ".json")


class _Stopped(Exception):
    """Somebody stopped the run; what was finished stays, and the kit is whole."""


def export(
    config: Path,
    kit: Path,
    *,
    blank: bool = False,
    only: int | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> RunReport | None:
    """Make the sheets as the command does; None when it was stopped.

    blank: empty ones. only: the number of one sheet. cancelled: asked between Jobs. Raises
    InputError for a project that cannot be read, OutputError.
    """
    from creativekit.press.plan import position_plan
    from creativekit.project.loading import load

    capability = f"{CAPABILITY}:blank" if blank else CAPABILITY
    mark = fingerprint.of(config, capability, (only, _PAPERS, FORMATS))
    report = up_to_date(kit, capability, mark) if mark is not None else None
    if report is not None:
        return report

    def told(done: int, total: int, label: Message) -> None:
        if cancelled():
            raise _Stopped
        if progress is not None:
            progress(done, total, label)

    plan = position_plan(load(config), blank=blank, papers=("a4", "a3"), only=only)
    try:
        return run(
            plan.jobs,
            kit,
            capability,
            tool=fingerprint.tool(),
            fingerprint=mark,
            partial=only is not None,
            progress=told,
        )
    except _Stopped:
        return None


class ExportScreen(ModalScreen[None]):
    """Makes the sheets, from when it is shown; Escape stops it, or closes it when it is done."""

    BINDINGS = [key("escape,enter", "stop", msg("Stop or close"))]

    class Moved(Posted):
        def __init__(self, done: int, total: int, label: Message) -> None:
            super().__init__()
            self.done, self.total, self.label = done, total, label

    class Finished(Posted):
        def __init__(self, report: RunReport | None) -> None:
            super().__init__()
            self.report = report

    def __init__(self, config: Path, kit: Path, *, blank: bool, only: int | None) -> None:
        super().__init__()
        self.config, self.kit, self.blank, self.only = config, kit, blank, only
        self._stop = Event()
        self.is_done = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(say(self, msg("Worksheets")), markup=False, classes="heading")
            yield ProgressBar(id="progress", show_eta=False)
            yield Static(say(self, msg("planning…")), markup=False, id="doing")
        yield Foot()

    def on_mount(self) -> None:
        self._make()

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _make(self) -> None:
        processes.get_ready()

        def progress(done: int, total: int, label: Message) -> None:
            self.post_message(self.Moved(done, total, label))

        report = export(
            self.config,
            self.kit,
            blank=self.blank,
            only=self.only,
            progress=progress,
            cancelled=self._stop.is_set,
        )
        self.post_message(self.Finished(report))

    def on_export_screen_moved(self, message: Moved) -> None:
        self.query_one(ProgressBar).update(total=message.total, progress=message.done)
        count = f"{message.done} / {message.total}"
        self.query_one("#doing", Static).update(f"{say(self, message.label)}  {count}")

    def on_export_screen_finished(self, message: Finished) -> None:
        self.is_done = True
        report = message.report
        if report is None:
            said = [say(self, msg("stopped; what was finished stays"))]
        else:
            self.query_one(ProgressBar).update(total=1, progress=1)
            said = [say(self, msg("done"))]
            if report.made:
                made = len(report.made)
                said.append(say(self, nmsg("{n} file made", "{n} files made", made)))
            if report.unchanged:
                said.append(say(self, msg("{n} unchanged", n=len(report.unchanged))))
            said.append(clean(str(self.kit / CAPABILITY)))
        self.query_one("#doing", Static).update(" · ".join(said))
        problems = [
            each
            for failure in (report.failed if report else ())
            for each in failure.problems or (Problem(failure.message, file=failure.path),)
        ]
        if problems:
            studio(self).show_problems(problems)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.is_done = True
            app, problems = studio(self), problems_of(event.worker.error)
            self.dismiss()
            app.show_problems(problems)

    def action_stop(self) -> None:
        if self.is_done:
            self.dismiss()
        else:
            self._stop.set()
            self.query_one("#doing", Static).update(say(self, msg("stopping…")))


# ---- coming back


def forms(folder: Path) -> tuple[str, ...]:
    """Names of files in the project's folder that may be filled forms, sorted."""
    try:
        found = [each.name for each in folder.iterdir() if each.suffix.lower() in _FORMS]
    except OSError:
        return ()
    return tuple(sorted(found))


def refuse_what_is_no_file(file: Path) -> None:
    """Raises InputError."""
    if file.is_dir():
        fail(msg("this is a folder, not a filled form"), file=str(file))
    if not file.is_file():
        fail(msg("there is no such file"), file=str(file))


class FormPath(ModalScreen[str | None]):
    """Asks for the path of a filled form."""

    BINDINGS = [key("escape", "dismiss", msg("Back"))]

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(say(self, msg("Which filled form?")), markup=False, classes="heading")
            yield Static(
                say(self, msg("A PDF or Word form, or the answers that the page saved.")),
                markup=False,
                classes="note",
            )
            yield FilePath(placeholder="~/worksheets-kk-form.pdf", id="path")
        yield Foot()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)


class Difference(ModalScreen[bool]):
    """What a form would change; dismissed with whether it shall."""

    BINDINGS = [
        key("enter,y", "take(True)", msg("Take these answers")),
        key("escape,n", "take(False)", msg("Leave all as it is")),
    ]

    def __init__(
        self,
        found: Changes,
        sheets: Sequence[Worksheet],
        language: str,
        name: str,
        notes: Sequence[Problem] = (),
    ) -> None:
        super().__init__()
        self.found, self.sheets, self.language = found, sheets, language
        self.form_name, self.notes = name, notes

    def compose(self) -> ComposeResult:
        count = len(self.found.changes)
        with VerticalScroll(classes="sheet", can_focus=True, id="difference"):
            yield Static(clean(self.form_name), markup=False, classes="heading")
            yield Static(
                say(self, nmsg("{n} answer would change", "{n} answers would change", count)),
                markup=False,
                classes="note",
            )
            yield from self._lines()
        yield Foot()

    def on_mount(self) -> None:
        self.query_one("#difference").focus()

    def action_take(self, taken: bool) -> None:
        self.dismiss(taken)

    def _lines(self) -> Iterator[Widget]:
        titles = {sheet.number: sheet.title.get(self.language) for sheet in self.sheets}
        for note in self.notes:
            parts = told_problem(note, translator(self))
            yield Hung(
                Content.styled("▲", "$warning"),
                Content.assemble((f"{parts.place} ", "bold"), parts.text),
                classes="-under",
            )
        for number, group in groupby(self.found.changes, key=lambda each: each.blank.sheet):
            title = f"{number}. {clean(titles.get(number, ''))}"
            yield Static(title, markup=False, classes="group")
            for each in group:
                question = clean(each.question)
                old, new = between(each.old, each.new)
                if not old:
                    sign, words = ("  + ", "$success"), Content(f"{question}: {new}")
                elif not new:
                    sign = ("  − ", "$error")
                    words = Content.assemble(f"{question}: ", (old, "$muted strike"))
                else:
                    sign = ("  ~ ", "$warning")
                    words = Content.assemble(f"{question}: ", (old, "$muted"), f" → {new}")
                yield Hung(Content.styled(*sign), words)
