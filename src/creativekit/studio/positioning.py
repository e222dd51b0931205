"""Positioning: the worksheets as forms, and at once what comes of every word.

The sheets on the left, the chosen one's questions beside them, and what follows from the answers:
statement, map, price, findings. An answer is in the draft as soon as it is one; what is wrong with
another stands beside its field, and everything else goes on.
"""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static, TextArea

from creativekit.errors import InputError, msg, nmsg
from creativekit.language.plain_text import clean
from creativekit.positioning.words import words
from creativekit.studio.draft import Edit
from creativekit.studio.keys import key
from creativekit.studio.positioning_fields import Question
from creativekit.studio.positioning_inputs import Scale
from creativekit.studio.positioning_list import Sheets
from creativekit.studio.positioning_making import ask_export
from creativekit.studio.positioning_outcome import all_findings
from creativekit.studio.positioning_result import Outcome
from creativekit.studio.positioning_writing import FillsIn
from creativekit.studio.speaking import studio, translator
from creativekit.studio.steady_text import SteadyText


class PositioningScreen(FillsIn):
    """On a narrow screen what comes of it stands below, and F7 gives it all the room."""

    NAME = "positioning"
    CSS_PATH = "positioning.tcss"
    AUTO_FOCUS = "#sheets"
    BINDINGS = [
        key("escape", "to_sheets", msg("To the sheets")),
        # F-keys work while one types, and letters where nobody does.
        key("f6", "guidance", msg("Examples"), priority=True),
        key("f7", "next_view", msg("Result"), priority=True),
        key("f8", "all_findings", msg("Warnings"), priority=True),
        key("f4", "next_spoken", msg("Language of answers"), priority=True),
        key("g", "guidance", msg("Examples"), show=False),
        key("v", "next_view", msg("Result"), show=False),
        key("n", "all_findings", msg("Warnings"), show=False),
        key("l", "next_spoken", msg("Language of answers"), show=False),
        key("f9", "remove_row", msg("Remove the row"), priority=True),
        key("x", "export", msg("Make the sheets")),
        key("i", "import_form", msg("Read a filled form")),
        key("ctrl+s", "save", msg("Save")),
        key("ctrl+z", "undo", msg("Undo")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._is_guided = True
        self._field: str | None = None  # the one that was left when the form was hidden

    # ---- what is on it

    def body(self) -> ComposeResult:
        try:
            self.sheets = self.answers.sheets
        except InputError as error:
            from creativekit.studio.problems import ProblemsPanel

            self.sheets = ()
            yield ProblemsPanel(error.problems)
            return
        self._place = min(self._place, len(self.sheets) - 1)
        self._seen = self.answers.there
        with Horizontal(id="positioning"):
            yield Sheets(id="sheets", markup=False)
            with Container(id="desk"):
                with Vertical(id="work"):
                    yield Static(id="title", markup=False)
                    with VerticalScroll(id="form", can_focus=False):
                        yield SteadyText(id="lead")
                        yield from self._questions(self.answers.shown(self.sheet))
                    yield Static(id="waits", markup=False)
                yield Outcome(id="outcome")

    def on_mount(self) -> None:
        self._begin()

    async def say_anew(self) -> None:
        await super().say_anew()
        self._begin()

    def _begin(self) -> None:
        if self.session.project is None or not self.query("#sheets"):
            return
        self.query_one(Sheets).show(self.sheets, self.answers, self._place)
        self._show_head()
        self._show_faults()
        self._show_outcome()

    def on_resize(self) -> None:
        # The classes of the new size are set after this.
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self.session.project is not None and self.query("#sheets") and self.sheets:
            self._show_list()
            self._show_head()

    # ---- what is shown of it

    def tell(self, only: int | None = None) -> None:
        self._show_list(only)
        self._show_head()
        self._show_faults()
        self._show_outcome()

    def _show_list(self, only: int | None = None) -> None:
        """How far the sheets are filled; `only`: of the one at this place."""
        if self.session.project is not None and self.sheets:
            for listed in self.query(Sheets):
                listed.tell(self.sheets, self.answers, only)

    def _show_head(self) -> None:
        project, language = self.session.project, self.answers.language
        assert project is not None
        spoken = translator(self).language
        filled = self.answers.filling(self.sheet)
        pieces: list[tuple[str, str]] = [
            (f"{self.sheet.number}  {clean(self.sheet.title.get(spoken))}  ", "bold")
        ]
        if not self.has_class("-wide"):  # where the list says so
            pieces.append((f" {filled.answered} / {filled.asked}  ", "$muted"))
        if len(project.languages) > 1:
            for each in project.languages:
                own = each == language
                pieces.append((f"{'●' if own else ' '}{each} ", "bold $key" if own else "$muted"))
        self.query_one("#title", Static).update(Content.assemble(*pieces), layout=False)
        lead = self.query_one("#lead", SteadyText)
        said = ""
        if not studio(self).has_a_clock:
            time = words(spoken, self.session.folder)("minutes", n=self.sheet.minutes)
            said = f"{clean(time)} · "
        # First: at the end of the lines the number might stand on one and its word on the next.
        lead.tell(Content.assemble((said, "$muted"), clean(self.sheet.lead.get(spoken))))
        self.query_one("#form").set_class(not self._is_guided, "-brief")
        self.query_one("#desk").set_class(self.sheet.plot is not None, "-mapped")
        waits, count = self.query_one("#waits", Static), len(self.answers.given)
        waits.display = bool(count)
        if count:
            message = nmsg(
                "! {n} answer cannot be used yet and is not kept",
                "! {n} answers cannot be used yet and are not kept",
                count,
            )
            waits.update(self.say(message))

    def _show_outcome(self) -> None:
        if self.session.project is not None:
            for shown in self.query(Outcome):
                shown.show(self.session.project, self.sheet, self.said, self._is_guided)

    # ---- from the project to the form

    def project_changed(self) -> None:
        """Of somebody else's change everything is shown, and what waited is forgotten."""
        if self.session.project is None or not self.query("#form"):
            return
        if self.answers.there == self._seen:
            return
        self._seen = self.answers.there
        self.answers.forget()
        self._show_list()
        self.call_later(self._sync)

    async def _open(self, place: int) -> None:
        """Show another sheet."""
        await self._leave()
        self._place = place
        await self._redraw()

    def open_part(self, name: str) -> None:
        for place, sheet in enumerate(self.sheets):
            if sheet.id == name:
                for listed in self.query(Sheets):
                    listed.highlighted = place

    async def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        options = event.option_list
        # Who goes down the list quickly waits for the last sheet only.
        if options.id != "sheets" or options.highlighted != event.option_index:
            return
        if event.option_index != self._place:
            await self._open(event.option_index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_list.id == "sheets":
            for question in self.query(Question):
                question.field.focus()
                return

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.focus_next()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.refresh_bindings()
        parent = event.widget.parent
        while parent is not None and not isinstance(parent, Question):
            parent = parent.parent
        if parent is not None:  # with what it says above and below the field
            parent.call_after_refresh(parent.scroll_visible, animate=False)

    # ---- actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if super().check_action(action, parameters) is False:
            return False
        is_there = self.session.project is not None and bool(self.sheets)
        if action in ("save", "undo"):
            waits = is_there and self._answers is not None and bool(self._answers.given)
            return waits or studio(self).check_action(action, parameters)
        if action == "next_view":
            return is_there and not self.has_class("-wide")
        if action == "next_spoken":
            project = self.session.project
            return is_there and project is not None and len(project.languages) > 1
        if action == "to_sheets":
            return is_there and isinstance(self.focused, Input | TextArea | Scale)
        if action == "remove_row":
            return is_there and self._row_under_the_cursor() is not None
        if action in ("guidance", "all_findings", "export", "import_form"):
            return is_there
        return True

    def action_to_sheets(self) -> None:
        for options in self.query("#sheets"):
            options.focus()

    async def action_next_spoken(self) -> None:
        """Go on in another language of the project; what waits in this one is left behind."""
        project = self.session.project
        if project is None:
            return
        await self._leave()
        focused = self.focused.id if self.focused is not None else None
        place = project.languages.index(self.answers.language)
        self.answers.forget()
        self.answers.language = project.languages[(place + 1) % len(project.languages)]
        await self._redraw()
        if focused is not None and focused.startswith("in-"):
            for widget in self.query(f"#{focused}"):
                widget.focus()

    def action_guidance(self) -> None:
        self._is_guided = not self._is_guided
        self._show_head()
        self._show_outcome()

    def action_next_view(self) -> None:
        """Both; what comes of it alone; the form alone."""
        focused = self.focused
        if isinstance(focused, (Input, TextArea)):
            self._field = focused.id
        desk = self.query_one("#desk")
        was_result, was_form = desk.has_class("-result"), desk.has_class("-form")
        desk.set_class(not was_result and not was_form, "-result")
        desk.set_class(was_result, "-form")
        self.call_after_refresh(self._focus_what_is_shown)

    def _focus_what_is_shown(self) -> None:
        """The field that was left, where it is seen again; else the list of sheets."""
        if self._field is not None and self.query_one("#work").display:
            for field in self.query(f"#{self._field}"):
                field.focus(scroll_visible=False)
            self._field = None
        self.focus_something()

    def action_all_findings(self) -> None:
        project = self.session.project
        if project is None:
            return
        found = all_findings(project)
        if found:
            studio(self).show_problems(found)
        else:
            self.app.notify(self.say(msg("Nothing to say against the sheets.")), markup=False)

    # ---- out and in

    def action_export(self) -> None:
        ask_export(self, self.sheet)

    def take(self, edits: tuple[Edit, ...], language: str) -> None:
        """The answers of a form, shown in its language."""
        self.answers.forget()
        self.answers.language = language
        self._apply(edits)
        self._show_list()
        self.call_later(self._redraw)
