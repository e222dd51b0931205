"""The part of a screen that makes the kit: what is wanted, how far it is, what became of it."""

from __future__ import annotations

from functools import partial
from threading import Event

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message as Posted
from textual.widgets import ProgressBar, Static
from textual.worker import Worker, WorkerState, get_current_worker

from creativekit.errors import Message, Problem, msg, nmsg
from creativekit.language.plain_text import clean
from creativekit.press import build as building
from creativekit.press.build import Built
from creativekit.press.plan import PRESENCE, SOCIAL
from creativekit.studio import processes
from creativekit.studio.area_screen import AreaScreen
from creativekit.studio.saving import saved_first
from creativekit.studio.speaking import say_key, studio

_NOTHING: dict[str, Message] = {
    SOCIAL: msg("no posts yet"),
    PRESENCE: msg("no finished self-assessment yet"),
}


class MakesKit(AreaScreen):
    """The screen has the keys of `build` and `stop`."""

    class Moved(Posted):
        def __init__(self, done: int, total: int, label: Message) -> None:
            super().__init__()
            self.done, self.total, self.label = done, total, label

    class Finished(Posted):
        def __init__(self, built: Built) -> None:
            super().__init__()
            self.built = built

    def __init__(self) -> None:
        super().__init__()
        self._is_building = False
        self._stop = Event()

    def making(self) -> ComposeResult:
        """The line that says what is done."""
        with Vertical(id="run"):
            yield Static(id="doing", markup=False)
            yield ProgressBar(id="progress", show_eta=False)

    def made(self) -> None:
        """Something may have been made."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if super().check_action(action, parameters) is False:
            return False
        if action == "stop":
            return self.is_running_build
        if action == "build":
            return not self.is_running_build and self.session.project is not None
        return True

    @property
    def is_running_build(self) -> bool:
        """Until its thread has ended: a kit takes one run at a time."""
        return self._is_building

    def action_build(self) -> None:
        self.make(building.capabilities())

    def action_stop(self) -> None:
        self._stop.set()
        self.query_one("#doing", Static).update(self.say(msg("stopping…")))

    def make(self, wanted: tuple[str, ...]) -> None:
        """Make these; what is made is what was saved, so it asks when something is not."""
        if self.is_running_build or self.session.project is None:
            return
        saved_first(self, partial(self._start, wanted))

    def _start(self, wanted: tuple[str, ...]) -> None:
        self.query_one("#progress", ProgressBar).update(total=None, progress=0)
        self.query_one("#run").add_class("-running")
        self.query_one("#doing", Static).update(self.say(msg("planning…")))
        self._stop = Event()
        self._is_building = True
        self._build(wanted, self._stop)
        self.refresh_bindings()

    @work(thread=True, exclusive=True, group="build", exit_on_error=False)
    def _build(self, wanted: tuple[str, ...], stop: Event) -> None:
        worker = get_current_worker()
        processes.get_ready()

        def progress(done: int, total: int, label: Message) -> None:
            self.post_message(self.Moved(done, total, label))

        built = building.build(
            self.session.config,
            self.session.kit,
            capabilities=wanted,
            progress=progress,
            cancelled=lambda: stop.is_set() or worker.is_cancelled,
        )
        self.post_message(self.Finished(built))

    def on_makes_kit_moved(self, message: Moved) -> None:
        if not self.query("#progress"):
            return
        bar = self.query_one("#progress", ProgressBar)
        bar.update(total=message.total, progress=message.done)
        self.query_one("#doing", Static).update(
            f"{self.say(message.label)}  {message.done} / {message.total}"
        )

    def on_makes_kit_finished(self, message: Finished) -> None:
        built = message.built
        self._finish()
        for doing in self.query("#doing").results(Static):
            doing.update(self._told(built))
        problems: list[Problem] = []
        for failure in built.failed:
            own = failure.problems or (Problem(failure.message, file=failure.path),)
            problems += [each for each in own if each not in problems]
        if problems:
            studio(self).show_problems((*problems, *built.warnings))

    def _told(self, built: Built) -> str:
        """In one line what was made, left and not made."""
        reports = built.reports.values()
        made = sum(len(each.made) for each in reports)
        same = sum(len(each.unchanged) for each in reports)
        kept = sum(len(each.kept_edited) for each in reports)
        parts: list[tuple[Message, int]] = [
            (
                nmsg("{n} file kept as you edited it", "{n} files kept as you edited them", kept),
                kept,
            ),
            (msg("{n} unchanged", n=same), same),
        ]
        if built.cancelled:
            said = [msg("stopped; what was finished stays")]
        elif built.failed:
            said = [msg("not everything could be made")]
        else:
            said = [msg("done")]
        if made or not built.cancelled:
            said.append(nmsg("{n} file made", "{n} files made", made))
        said += [message for message, count in parts if count]
        said += [_NOTHING[name] for name in built.absent if name in _NOTHING]
        return " · ".join(map(self.say, said))

    def _finish(self) -> None:
        self._is_building = False
        self.query_one("#run").remove_class("-running")
        self.refresh_bindings()
        self.made()

    def tell_idle(self) -> None:
        kit, parent = self.session.kit, self.session.folder.parent
        # Beside the project's own name a path is as long as it needs to be, and no longer.
        folder = clean(str(kit.relative_to(parent) if kit.is_relative_to(parent) else kit))
        self.query_one("#doing", Static).update(
            say_key(
                self, msg("{key} makes what is not done, into {folder}", folder=folder), "b"
            ).stylize_before("$muted")
        )

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.worker.group == "build" and event.state is WorkerState.ERROR:
            self._finish()
            self.tell_idle()
