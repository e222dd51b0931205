"""Problems on the screen as on the command line: line, key, what is meant; all of them at once."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from creativekit.errors import Problem, msg, nmsg
from creativekit.language.told_problem import told
from creativekit.studio.hung import Hung
from creativekit.studio.keys import Foot, key
from creativekit.studio.speaking import say, studio, translator


class ProblemsPanel(VerticalScroll, can_focus=True):
    """Every problem, its place first; with what can be done about a project that does not load."""

    BINDINGS = [key("f5", "reload", msg("Read the file again"))]

    def __init__(self, problems: Sequence[Problem], *, can_reload: bool = False) -> None:
        super().__init__()
        self.problems = problems
        self.can_reload = can_reload

    def compose(self) -> ComposeResult:
        errors = sum(each.severity == "error" for each in self.problems)
        warnings = len(self.problems) - errors
        heading = []
        if errors:
            heading.append(say(self, nmsg("{n} problem", "{n} problems", errors)))
        if warnings:
            heading.append(say(self, nmsg("{n} warning", "{n} warnings", warnings)))
        yield Static(" · ".join(heading), markup=False, classes="heading")
        for problem in self.problems:
            yield self._told(problem)
        if self.can_reload:
            yield Static(
                say(
                    self,
                    msg("Mend the file in your editor, then press F5: it is read again."),
                ),
                markup=False,
                classes="note",
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.can_reload if action == "reload" else True

    def action_reload(self) -> None:
        studio(self).action_reload()

    def _told(self, problem: Problem) -> Hung:
        parts = told(problem, translator(self))
        sign = Content.styled(
            "▲" if parts.is_warning else "✗", "$warning" if parts.is_warning else "$error"
        )
        pieces: list[tuple[str, str]] = []
        if parts.place:
            pieces += [(parts.place, "bold"), ("\n", "")]
        pieces.append((parts.text, ""))
        if parts.hint:
            pieces += [("; ", ""), (parts.hint, "bold")]
        if parts.accepted:
            pieces.append((f" ({parts.accepted})", "$muted"))
        return Hung(sign, Content.assemble(*pieces), classes="problem")


class ProblemsScreen(ModalScreen[None]):
    """Problems that came of something that was asked for, over the screen that asked."""

    BINDINGS = [key("escape,enter,q", "dismiss", msg("Close"))]

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = problems

    def compose(self) -> ComposeResult:
        panel = ProblemsPanel(self.problems)
        panel.add_class("sheet")
        yield panel
        yield Foot()
