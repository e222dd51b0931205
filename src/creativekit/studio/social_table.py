"""Posts from a table: each row looked through before anything is made, then those that are right.

The table stays what it is; what is wrong is mended there, and read again with one key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message as Posted
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState, get_current_worker

from creativekit.errors import InputError, Message, Problem, msg, nmsg
from creativekit.language.plain_text import clean
from creativekit.language.told_problem import told
from creativekit.press.orders import Posts
from creativekit.project.localized import Localized
from creativekit.studio import processes
from creativekit.studio.dialogs import FilePath
from creativekit.studio.faults import problems_of
from creativekit.studio.hung import hanging
from creativekit.studio.keys import Foot, key
from creativekit.studio.marked_list import MarkedList
from creativekit.studio.social_export import ExportScreen, Stopped, stopping
from creativekit.studio.social_form import entries
from creativekit.studio.speaking import say, studio, translator
from creativekit.tables.table import Table

if TYPE_CHECKING:
    from creativekit.press.social_plan import SocialPlan

_MOST_SHOWN = 1000  # rows; of the others the number is told
_MOST_CELLS = 4

State = Literal["good", "warning", "error"]
_SIGNS: dict[State, tuple[str, str]] = {
    "good": ("✓", "$success"),
    "warning": ("▲", "$warning"),
    "error": ("✗", "$error"),
}


@dataclass(frozen=True, slots=True)
class RowSeen:
    """A row: its number as the table's reader sees it, its first words, what is wrong with it.

    template: which it names, "" for none.
    """

    number: int
    words: str
    problems: tuple[Problem, ...]
    template: str = ""

    @property
    def state(self) -> State:
        kinds = {each.severity for each in self.problems}
        return "error" if "error" in kinds else "warning" if kinds else "good"


def rows_seen(
    table: Table, problems: Sequence[Problem]
) -> tuple[tuple[RowSeen, ...], tuple[Problem, ...]]:
    """Each row with its own problems, and the problems that are of no row."""
    lines = {row.line for row in table.rows}
    own: dict[int, list[Problem]] = {}
    rest = []
    for each in problems:
        if each.file == table.file and each.line in lines and each.line is not None:
            own.setdefault(each.line, []).append(each)
        else:
            rest.append(each)
    at = next((each.index for each in table.columns if each.name == "template"), None)
    rows = tuple(
        RowSeen(
            row.number,
            _words(row.cells),
            tuple(own.get(row.line, ())),
            str(row.cells[at] or "") if at is not None else "",
        )
        for row in table.rows
    )
    return rows, tuple(rest)


def _words(cells: Sequence[object]) -> str:
    said = [" ".join(str(cell).split()) for cell in cells if cell not in (None, "")]
    return " · ".join(said[:_MOST_CELLS])


class TablePathScreen(ModalScreen[str | None]):
    """Asks for the path of a table that is not in the project."""

    BINDINGS = [key("escape", "dismiss", msg("Back"))]

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(say(self, msg("Which table?")), markup=False, classes="heading")
            yield Static(
                say(self, msg("CSV, XLSX, ODS or JSON; a row a post")), markup=False, classes="note"
            )
            yield FilePath(placeholder="~/posts.csv", id="path")
        yield Foot()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)


class TableScreen(ModalScreen[None]):
    """file: of the table. Shows its preflight; makes the posts that are right."""

    CSS_PATH = "social.tcss"
    AUTO_FOCUS = "#rows"
    BINDINGS = [
        key("e", "make", msg("Make the posts that are right")),
        key("w", "only_wrong", msg("Only what is wrong")),
        key("r,f5", "look", msg("Read it again")),
        key("escape", "leave", msg("Back")),
    ]

    class Moved(Posted):
        def __init__(self, done: int, total: int, label: Message) -> None:
            super().__init__()
            self.done, self.total, self.label = done, total, label

    class Looked(Posted):
        def __init__(self, posts: Posts, plan: SocialPlan) -> None:
            super().__init__()
            self.posts, self.plan = posts, plan

    class Refused(Posted):
        def __init__(self, problems: tuple[Problem, ...]) -> None:
            super().__init__()
            self.problems = problems

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file
        self.posts = Posts(file=file)
        self.plan: SocialPlan | None = None
        self.rows: tuple[RowSeen, ...] = ()
        self._rest: tuple[Problem, ...] = ()
        self._only_wrong = False
        self._titles: dict[str, dict[str, Localized | Message]] = {}

    def compose(self) -> ComposeResult:
        with Vertical(id="table"):
            yield Static(clean(self.file.name), markup=False, classes="heading", id="table-name")
            yield Static(id="table-notes", markup=False)
            yield Static(id="table-count", markup=False)
            yield MarkedList(id="rows", markup=False)
        yield Foot()

    def on_mount(self) -> None:
        self.action_look()

    def action_look(self) -> None:
        self.plan = None
        self.query_one("#table-count", Static).update(say(self, msg("looking…")))
        self.refresh_bindings()
        self._look(studio(self).session.config)

    @work(thread=True, exclusive=True, group="table", exit_on_error=False)
    def _look(self, config: Path) -> None:
        from creativekit.social.table_file import read_table

        worker = get_current_worker()
        processes.get_ready()

        def progress(done: int, total: int, label: Message) -> None:
            self.post_message(self.Moved(done, total, label))

        try:
            posts = replace(self.posts, table=read_table(self.file, config.parent))
            order = posts.order(config)
            plan = order.plan(progress=stopping(progress, lambda: worker.is_cancelled))
        except Stopped:
            return
        except Exception as error:
            self.post_message(self.Refused(problems_of(error)))
        else:
            self.post_message(self.Looked(posts, plan))

    def on_table_screen_moved(self, message: Moved) -> None:
        if self.plan is None:
            self.query_one("#table-count", Static).update(
                f"{say(self, message.label)}  {message.done} / {message.total}"
            )

    def on_table_screen_looked(self, message: Looked) -> None:
        self.posts, self.plan = message.posts, message.plan
        assert self.posts.table is not None
        self.rows, self._rest = rows_seen(self.posts.table, self.plan.problems)
        self._show()
        self.refresh_bindings()

    def on_table_screen_refused(self, message: Refused) -> None:
        self.plan, self.rows, self._rest = None, (), message.problems
        self._show()
        self.refresh_bindings()

    def _show(self) -> None:
        table = self.posts.table
        notes = [say(self, note) for note in table.notes] if table is not None else []
        self.query_one("#table-notes", Static).update("\n".join(notes))
        self.query_one("#table-count", Static).update(self._count())
        options = self.query_one("#rows", OptionList)
        at = options.highlighted
        options.clear_options()
        shown = [each for each in self.rows if each.problems or not self._only_wrong]
        entries = [Option(self._general(each)) for each in self._rest]
        entries += [Option(self._row(each)) for each in shown[:_MOST_SHOWN]]
        if len(shown) > _MOST_SHOWN:
            more = msg("… and {n} more", n=len(shown) - _MOST_SHOWN)
            entries.append(Option(Content.styled(say(self, more), "$muted")))
        options.add_options(entries)
        if entries:
            options.highlighted = min(at or 0, len(entries) - 1)

    def _count(self) -> Content:
        states = Counter(each.state for each in self.rows)
        pieces: list[tuple[str, str]] = []
        if self.plan is None:
            message = msg("This table cannot be read")
            return Content.styled(f"✗ {say(self, message)}", "$error")
        right = self.plan.posts
        pieces.append(
            (
                "✓ " + say(self, nmsg("{n} post is right", "{n} posts are right", right)),
                "bold $success",
            )
        )
        if states["warning"]:
            doubtful = nmsg("{n} with a warning", "{n} with warnings", states["warning"])
            pieces += [("   ", ""), (f"▲ {say(self, doubtful)}", "$warning")]
        if states["error"]:
            wrong = nmsg("{n} row to mend", "{n} rows to mend", states["error"])
            pieces += [("   ", ""), (f"✗ {say(self, wrong)}", "bold $error")]
        return Content.assemble(*pieces)

    def _row(self, row: RowSeen) -> Content:
        sign, color = _SIGNS[row.state]
        head = Content.assemble((f"{sign} ", f"bold {color}"), (f"{row.number:>3}  ", "$muted"))
        words = Content.styled(clean(row.words), "" if row.problems else "$muted")
        room, below = self._room, Content(" " * head.cell_length)
        lines = [hanging(head, words, room)]
        lines += [hanging(below, self._told(each, row.template), room) for each in row.problems]
        return Content("\n").join(lines)

    @property
    def _room(self) -> int:
        """Columns of a line of the list, of which one is its bar's and one a gap."""
        return self.query_one("#rows", OptionList).scrollable_content_region.width - 2

    def on_resize(self) -> None:
        if self.rows or self._rest:
            self.call_after_refresh(self._show)

    def _general(self, problem: Problem) -> Content:
        sign, color = _SIGNS["warning" if problem.severity == "warning" else "error"]
        return hanging(Content.styled(f"{sign} ", f"bold {color}"), self._told(problem), self._room)

    def _told(self, problem: Problem, template: str = "") -> Content:
        parts = told(problem, translator(self))
        pieces: list[tuple[str, str]] = []
        if problem.key:
            title = self._titled(problem.key, template)
            pieces += [(clean(problem.key), "bold"), (f" ({title})" if title else "", "$muted")]
            pieces.append((": ", "bold"))
        pieces.append((parts.text, ""))
        if parts.hint:
            pieces += [("; ", ""), (parts.hint, "bold")]
        return Content.assemble(*pieces)

    def _titled(self, column: str, name: str) -> str:
        """What the form calls the field that a column is; "" where it has no name of its own."""
        title = self._titles_of(name).get(column)
        return say(self, title) if title is not None else ""

    def _titles_of(self, name: str) -> dict[str, Localized | Message]:
        """Titles of a template's fields by their names; of one that there is not, none."""
        from creativekit.social.template_store import template, template_ids

        if name not in self._titles:
            folder, found = studio(self).session.folder, {}
            with suppress(InputError):  # one that is broken is told of already
                if name in template_ids(folder):
                    found = {each.name: each.title for each in entries(template(name, folder))}
            self._titles[name] = found
        return self._titles[name]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "make":
            return self.plan is not None and self.plan.posts > 0
        if action == "only_wrong":
            return any(each.problems for each in self.rows)
        return super().check_action(action, parameters)

    def action_only_wrong(self) -> None:
        self._only_wrong = not self._only_wrong
        self.query_one("#rows", OptionList).highlighted = None
        self._show()

    def action_make(self) -> None:
        assert self.plan is not None
        title = say(self, msg("Posts of {file}", file=self.file.name))
        self.app.push_screen(ExportScreen(self.posts, title, self.plan))

    def action_leave(self) -> None:
        self.workers.cancel_group(self, "table")
        self.dismiss()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            studio(self).show_problems(problems_of(event.worker.error))
