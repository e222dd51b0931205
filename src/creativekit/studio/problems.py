"""Problems on the screen as on the command line: line, key, what is meant; all of them at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen
from textual.widgets import Static

from creativekit.errors import InputError, Message, Problem, msg, nmsg
from creativekit.language.catalogs import Translator
from creativekit.language.plain_text import clean
from creativekit.language.told_problem import Told, told
from creativekit.studio.areas import area
from creativekit.studio.hung import Hung
from creativekit.studio.keys import Foot, key
from creativekit.studio.speaking import say, studio, translator

_QUOTED = re.compile(r"(?<!\w)'([^']*)'(?!\w)")
_AREAS = {"post": "social"}
"""Areas by the keys of creativekit.toml, where they are not called so."""


class ProblemsPanel(VerticalScroll, can_focus=True):
    """Every problem, its place first; with what can be done about a project that does not load."""

    BINDINGS = [key("f5", "reload", msg("Read the file again"))]

    def __init__(
        self,
        problems: Sequence[Problem],
        *,
        can_reload: bool = False,
        note: Message | None = None,
    ) -> None:
        """note: what to do about them, or what is seen meanwhile."""
        super().__init__()
        self.problems = problems
        self.can_reload = can_reload
        self.note = note

    def compose(self) -> ComposeResult:
        errors = sum(each.severity == "error" for each in self.problems)
        warnings = len(self.problems) - errors
        heading = []
        if errors:
            heading.append(say(self, nmsg("{n} error", "{n} errors", errors)))
        if warnings:
            heading.append(say(self, nmsg("{n} warning", "{n} warnings", warnings)))
        yield Static(" · ".join(heading), markup=False, classes="heading")
        # Before what may be long: it says what is seen beside it.
        if self.note is not None:
            yield Static(say(self, self.note), markup=False, classes="note")
        for problem in self.problems:
            yield self._told(problem)
        if self.can_reload:
            reload = msg("Mend the file in your editor, then press F5: it is read again.")
            yield Static(say(self, reload), markup=False, classes="note")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.can_reload if action == "reload" else True

    def action_reload(self) -> None:
        studio(self).action_reload()

    def _told(self, problem: Problem) -> Hung:
        parts = parts_of(problem, translator(self))
        sign = Content.styled(
            "▲" if parts.is_warning else "✗", "$warning" if parts.is_warning else "$error"
        )
        pieces: list[tuple[str, str]] = []
        named = named_place(self, problem)
        if named:
            pieces += [(named, "bold"), ("  ", "")]
        if parts.place:
            pieces += [(parts.place, "$muted" if named else "bold")]
        if pieces:
            pieces.append(("\n", ""))
        pieces.append((parts.text, ""))
        if parts.hint:
            pieces += [("; ", ""), (parts.hint, "bold")]
        if parts.accepted:
            pieces.append((f" ({parts.accepted})", "$muted"))
        return Hung(sign, Content.assemble(*pieces), classes="problem")


def named_place(node: DOMNode, problem: Problem) -> str:
    """Where it is, by the names that the screens have: the area, of a worksheet its number and
    title, of a post its number; "" where the key is in none of them."""
    first, _, rest = (problem.key or "").partition(".")
    section, _, place = first.partition("[")
    found = area(_AREAS.get(section, section))
    if found is None:
        return ""
    named = [say(node, found.title)]
    if section == "positioning":
        from creativekit.positioning.sheets import worksheets

        with suppress(InputError):
            for sheet in worksheets(studio(node).session.folder):
                if sheet.id == rest.partition(".")[0].partition("[")[0]:
                    title = sheet.title.get(translator(node).language)
                    named = [say(node, msg("Sheet {n}", n=sheet.number)), clean(title)]
    elif place:
        named.append(place.rstrip("]"))
    return " · ".join(named)


def parts_of(problem: Problem, speak: Translator) -> Told:
    """As the command line tells it, with the quotation marks of a text that is set."""
    parts = told(replace(problem, message=_set(problem.message, speak)), speak)
    return replace(parts, hint=_curled(parts.hint)) if speak.language == "en" else parts


def _set(message: Message, speak: Translator) -> Message:
    """Only the sentence: of what was typed each mark is shown as it was typed."""
    if speak.language != "en":
        return message  # the catalogs have theirs
    plural = None if message.plural is None else _curled(message.plural)
    return replace(message, text=_curled(message.text), plural=plural)


def _curled(text: str) -> str:
    return _QUOTED.sub("‘\\1’", text)


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
