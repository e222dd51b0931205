"""Positioning: the worksheets as forms, and at once what comes of every word.

The sheets on the left, the chosen one's questions beside them, and what follows from the answers:
statement, map, price, findings. An answer is in the draft as soon as it is one; what is wrong with
another stands beside its field, and everything else goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from pydantic_core import PydanticCustomError
from rich.cells import cell_len, set_cell_size
from textual import events, work
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message as Posted
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from creativekit.documents.filled_form import FilledForm
from creativekit.errors import InputError, msg, nmsg
from creativekit.language.plain_text import clean
from creativekit.positioning import typed
from creativekit.positioning.asking import row, row_of
from creativekit.positioning.blanks import Blank, blanks
from creativekit.positioning.changes import SECTION, changes
from creativekit.positioning.examples import Example, examples
from creativekit.positioning.filled import check_language, left_out, read
from creativekit.positioning.filling import Filling
from creativekit.positioning.sheets import Grid, Worksheet
from creativekit.positioning.words import Words, words
from creativekit.project.localized import Localized
from creativekit.studio import positioning_files as files
from creativekit.studio.area_screen import AreaScreen
from creativekit.studio.dialogs import Pick
from creativekit.studio.draft import Edit
from creativekit.studio.keys import key
from creativekit.studio.map_view import MapView
from creativekit.studio.positioning_answers import Answers
from creativekit.studio.positioning_fields import Question, slug
from creativekit.studio.positioning_outcome import WORKED_OUT, all_findings, outcome, plot
from creativekit.studio.speaking import studio, translator

_MARKS = "○◔◑◕●"
_OTHER = "\0other"


class PositioningScreen(AreaScreen):
    """On a narrow screen what comes of it stands below, and F7 gives it all the room."""

    NAME = "positioning"
    CSS_PATH = "positioning.tcss"
    AUTO_FOCUS = "#sheets"
    BINDINGS = [
        # F-keys work while one types, and letters where nobody does.
        key("f6", "guidance", msg("Examples"), priority=True),
        key("f7", "next_view", msg("Result"), priority=True),
        key("f8", "all_findings", msg("Findings"), priority=True),
        key("f4", "next_spoken", msg("Language of answers"), priority=True),
        key("g", "guidance", msg("Examples"), show=False),
        key("v", "next_view", msg("Result"), show=False),
        key("n", "all_findings", msg("Findings"), show=False),
        key("l", "next_spoken", msg("Language of answers"), show=False),
        key("f9", "remove_row", msg("Remove the row"), priority=True),
        key("x", "export", msg("Make the sheets")),
        key("i", "import_form", msg("Filled form")),
        key("escape", "to_sheets", msg("Back to the sheets"), show=False),
        key("ctrl+s", "save", msg("Save")),
        key("ctrl+z", "undo", msg("Undo")),
    ]

    class Read(Posted):
        """A filled form was read."""

        def __init__(self, form: FilledForm, file: Path) -> None:
            super().__init__()
            self.form, self.file = form, file

    def __init__(self) -> None:
        super().__init__()
        self._place = 0
        self._is_guided = True
        self._answers: Answers | None = None
        self._seen: object = None
        self._sheets: tuple[Worksheet, ...] = ()

    # ---- what is on it

    @property
    def answers(self) -> Answers:
        project = self.session.project
        assert project is not None
        if self._answers is None:
            spoken, language = project.languages, translator(self).language
            self._answers = Answers(self.session, language if language in spoken else spoken[0])
        elif self._answers.language not in project.languages:
            self._answers.language = project.languages[0]
        return self._answers

    @property
    def sheet(self) -> Worksheet:
        return self._sheets[self._place]

    @property
    def said(self) -> Words:
        """The words in the language of the answers."""
        return words(self.answers.language, self.session.folder)

    def body(self) -> ComposeResult:
        try:
            self._sheets = self.answers.sheets
        except InputError as error:
            from creativekit.studio.problems import ProblemsPanel

            self._sheets = ()
            yield ProblemsPanel(error.problems)
            return
        self._place = min(self._place, len(self._sheets) - 1)
        self._seen = self.answers.there
        with Horizontal(id="positioning"):
            yield OptionList(id="sheets", markup=False)
            with Container(id="desk"):
                with Vertical(id="work"):
                    yield Static(id="title", markup=False)
                    with VerticalScroll(id="form", can_focus=False):
                        yield Static(id="lead", markup=False)
                        yield from self._questions(self.answers.shown(self.sheet))
                    yield Static(id="waits", markup=False)
                with Vertical(id="outcome"):
                    yield Static(id="outcome-title", markup=False)
                    yield MapView(id="map")
                    with VerticalScroll(id="said-part", can_focus=False):
                        yield Static(id="said", markup=False)

    def _questions(self, asked: Iterable[Blank]) -> Iterator[Question]:
        shown = examples(self.sheet)
        speak = words(translator(self).language, self.session.folder)
        every = self.answers.every(self.sheet)
        for blank in asked:
            yield self._question(blank, every, shown.get(blank.name), speak)

    def _question(
        self, blank: Blank, every: tuple[Blank, ...], example: Example | None, speak: Words
    ) -> Question:
        language, path = speak.language, blank.path
        value = self.answers.standing(blank)
        told = ""
        if isinstance(example, Localized):
            told = f"{speak('example')}: {clean(example.get(self.answers.language))}"
        elif example is not None and blank.kind == "number":
            told = f"{speak('example')}: {typed.shown(example)}".replace("-", "−")
        label, hint = clean(blank.label.get(language)), ""
        if blank.hint is not None:
            hint = clean(blank.hint.get(language))
        if "sliders" in path:
            low, high = (
                clean(each.get(language))
                for each in (
                    self.sheet.sliders[int(path[2])].low,
                    self.sheet.sliders[int(path[2])].high,
                )
            )
            return Question(blank, value, label, ends=(low, high))
        if row_of(blank) is not None:
            cells = row(every, blank)
            begins = cells[0] == blank
            heading = ""
            if begins and path[2] == 0:
                heading = clean(blank.part.get(language)) if blank.part else ""
                part = next(each for each in self.sheet.parts if each.key == path[1])
                hint = clean(part.hint.get(language)) if isinstance(part, Grid) else ""
            return Question(
                blank,
                value,
                self._cell_label(blank, language, begins),
                heading=heading,
                hint=hint,
                example=told,
                in_line=True,
                begins=begins and path[2] != 0,
            )
        if len(path) == 3 and isinstance(path[2], int):
            heading = clean(blank.part.get(language)) if path[2] == 0 and blank.part else ""
            return Question(
                blank,
                value,
                str(path[2] + 1),
                heading=heading,
                hint=hint,
                example=told,
                in_line=True,
                is_numbered=True,
            )
        if path[0] == "map":
            label = f"{speak('ours')} {label}" if path[1] == "ours" else label
            return Question(blank, value, label, example=told, in_line=True)
        if blank.kind == "number":
            return Question(blank, value, label, hint=hint, example=told, in_line=True)
        return Question(blank, value, "", heading=label, hint=hint, example=told)

    def _cell_label(self, blank: Blank, language: str, begins: bool) -> str:
        """The column's head; over a score the attribute that it is for."""
        path = blank.path
        if path[3] == "scores":
            attributes = self.answers.there.alternatives.attributes
            place = int(path[4])
            if place < len(attributes):
                return clean(attributes[place].name.get(self.answers.language))
        label = clean(blank.label.get(language))
        if path[3] == "so_what":
            return f"{label.removesuffix(str(int(path[2]) + 1)).strip()} {int(path[4]) + 1}"
        number = str(int(path[2]) + 1)
        label = label.removesuffix(number).strip()
        return f"{number}  {label}" if begins else label

    def on_mount(self) -> None:
        self._begin()

    async def say_anew(self) -> None:
        await super().say_anew()
        self._begin()

    def _begin(self) -> None:
        if self.session.project is None or not self.query("#sheets"):
            return
        options = self.query_one("#sheets", OptionList)
        with self.prevent(OptionList.OptionHighlighted):
            options.clear_options()
            options.add_options([Option(each) for each in self._rows(self._sheets)])
            options.highlighted = self._place
        self._show_head()
        self._show_faults()
        self._show_outcome()

    def on_resize(self) -> None:
        # The classes of the new size are set after this.
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self.session.project is not None and self.query("#sheets") and self._sheets:
            self._show_list()
            self._show_head()

    # ---- what is shown of it

    def _rows(self, sheets: Iterable[Worksheet]) -> Iterator[Content]:
        is_wide = self.has_class("-wide")
        room = 28 if is_wide else 21  # as the style sheet leaves
        waiting = {name.partition(".")[0] for name in self.answers.given}
        for sheet in sheets:
            filled = self.answers.filling(sheet)
            count = f" {filled.answered}/{filled.asked}" if is_wide else ""
            title = clean(sheet.title.get(translator(self).language))
            space = room - 5 - len(count)
            if cell_len(title) > space:
                title = set_cell_size(title, space - 1) + "…"
            mark = "!" if sheet.id in waiting else _mark(filled)
            yield Content.assemble(
                (f"{mark} ", "$key"),
                (f"{sheet.number:>2} ", "$muted"),
                set_cell_size(title, space),
                (count, "$muted"),
            )

    def _show_list(self, only: int | None = None) -> None:
        """How far the sheets are filled; `only`: of the one at this place."""
        if self.session.project is None or not self.query("#sheets") or not self._sheets:
            return
        options = self.query_one("#sheets", OptionList)
        shown = self._sheets if only is None else (self._sheets[only],)
        for place, content in enumerate(self._rows(shown), only or 0):
            there = place < options.option_count
            if there and options.get_option_at_index(place).prompt != content:
                options.replace_option_prompt_at_index(place, content)

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
        lead = self.query_one("#lead", Static)
        said = words(spoken, self.session.folder)("minutes", n=self.sheet.minutes)
        # First: at the end of the lines the number might stand on one and its word on the next.
        lead.update(
            Content.assemble((f"{clean(said)} · ", "$muted"), clean(self.sheet.lead.get(spoken)))
        )
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

    def _show_faults(self) -> None:
        faults, given = self.answers.faults, self.answers.given
        for question in self.query(Question):
            name = question.blank.name
            found = faults.get(name, ())
            question.tell(found, is_typed=name in given)
            if found and question.field.has_focus:
                question.call_after_refresh(question.scroll_visible, animate=False)

    def _show_outcome(self) -> None:
        project = self.session.project
        if project is None or not self.query("#said"):
            return
        speak, said = translator(self), self.said
        title = words(speak.language, self.session.folder)("result")
        self.query_one("#outcome-title", Static).update(clean(title), layout=False)
        self.query_one("#said", Static).update(
            outcome(project, self.sheet, said, speak, self._is_guided)
        )
        # Of a sheet that nothing is worked out from the last questions are all there is to say.
        self.query_one("#outcome-title").display = self.sheet.id in WORKED_OUT
        view = self.query_one("#map", MapView)
        view.display = self.sheet.plot is not None
        if view.display:
            view.show(plot(project, said))

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

    async def _sync(self) -> None:
        """Have on the form the questions that there are now, with what stands in them."""
        form = self.query_one("#form", VerticalScroll)
        asked = {blank.name: blank for blank in self.answers.shown(self.sheet)}
        for question in list(form.query(Question)):
            if question.blank.name not in asked:
                await question.remove()
        there = {question.blank.name: question for question in form.query(Question)}
        before = form.query_one("#lead")
        new = [blank for blank in asked.values() if blank.name not in there]
        made = {each.blank.name: each for each in self._questions(new)}
        for name, blank in asked.items():
            question = there.get(name) or made[name]
            if name in made:
                await form.mount(question, after=before)
            else:
                standing = self.answers.standing(blank)
                if not _is_same(question.typed, standing, blank):
                    question.set(standing)
            before = question
        self._show_list(self._place)
        self._show_head()
        self._show_faults()
        self._show_outcome()

    async def _open(self, place: int) -> None:
        """Show another sheet."""
        await self._leave()
        self._place = place
        await self._redraw()

    async def _redraw(self) -> None:
        """All questions of the sheet anew: other ones, or in another language."""
        form = self.query_one("#form", VerticalScroll)
        with self.app.batch_update():
            await form.remove_children(Question)
            await form.mount_all(self._questions(self.answers.shown(self.sheet)))
            form.scroll_home(animate=False)
            self._show_list()
            self._show_head()
            self._show_faults()
            self._show_outcome()

    # ---- from the form to the project

    def _apply(self, edits: tuple[Edit, ...], merge: str = "") -> None:
        if edits:
            self.change(edits, merge)
        if self.session.project is not None:
            self._seen = self.answers.there

    async def on_question_typed(self, message: Question.Typed) -> None:
        blank = message.blank
        is_new = not _is_same(message.text, self.answers.standing(blank), blank)
        if not is_new and blank.name not in self.answers.given:
            return
        edits = self.answers.put(self.sheet, blank, message.text)
        self._apply(edits, f"{blank.name} {self.answers.language}")
        await self._sync()

    async def on_question_left(self, message: Question.Left) -> None:
        if self.session.project is not None and message.blank.sheet == self.sheet.number:
            await self._leave()

    async def _leave(self) -> None:
        """What waited for its field to be left need not wait any more."""
        if self.session.project is None or not self.answers.given:
            return
        edits = self.answers.settle(self.sheet)
        self._apply(edits)
        if edits:
            await self._sync()

    async def on_map_view_moved(self, message: MapView.Moved) -> None:
        ours = self.answers.there.map.ours is not None
        number = message.number - ours
        name = "map.ours" if number < 0 else f"map.points.{number}"
        every = {blank.name: blank for blank in self.answers.every(self.sheet)}
        edits: tuple[Edit, ...] = ()
        for axis, value in (("x", message.x), ("y", message.y)):
            blank = every[f"{name}.{axis}"]
            edits = (*edits, *self.answers.put(self.sheet, blank, typed.shown(value)))
        self._apply(edits, name)
        await self._sync()

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
        is_there = self.session.project is not None and bool(self._sheets)
        if action in ("save", "undo"):
            waits = is_there and self._answers is not None and bool(self._answers.given)
            return waits or studio(self).check_action(action, parameters)
        if action == "next_view":
            return is_there and not self.has_class("-wide")
        if action == "next_spoken":
            project = self.session.project
            return is_there and project is not None and len(project.languages) > 1
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
        desk = self.query_one("#desk")
        was_result, was_form = desk.has_class("-result"), desk.has_class("-form")
        desk.set_class(not was_result and not was_form, "-result")
        desk.set_class(was_result, "-form")

    def action_all_findings(self) -> None:
        project = self.session.project
        if project is None:
            return
        found = all_findings(project)
        if found:
            studio(self).show_problems(found)
        else:
            self.app.notify(self.say(msg("Nothing to say against the sheets.")), markup=False)

    def _row_under_the_cursor(self) -> Blank | None:
        """The blank that has the focus, when it is part of what can be taken out as a whole."""
        focused = self.focused
        if focused is None or not (focused.id or "").startswith("in-"):
            return None
        for question in self.query(Question):
            blank = question.blank
            if focused.id == f"in-{slug(blank)}" and "sliders" not in blank.path:
                return blank if any(isinstance(part, int) for part in blank.path) else None
        return None

    async def action_remove_row(self) -> None:
        blank = self._row_under_the_cursor()
        if blank is not None:
            self._apply(self.answers.removed(self.sheet, blank))
            await self._sync()

    async def action_save(self) -> None:
        await self._leave()
        studio(self).action_save()

    async def action_undo(self) -> None:
        if self._answers is not None and self._answers.given:
            self._answers.forget()
            await self._sync()
        else:
            studio(self).action_undo()

    # ---- out and in

    def action_export(self) -> None:
        sheet = clean(self.sheet.title.get(translator(self).language))
        self.app.push_screen(
            Pick(
                msg("Which worksheets?"),
                (
                    ("all", self.say(msg("All, filled in, in every format and language"))),
                    ("one", self.say(msg("Only this one: {title}", title=sheet))),
                    ("blank", self.say(msg("All, empty, for the room"))),
                ),
            ),
            self._export,
        )

    def _export(self, wanted: str | None) -> None:
        if wanted is None:
            return
        start = partial(self._start_export, wanted)
        if not self.session.dirty or wanted == "blank":
            start()
            return

        def decided(answer: str | None) -> None:
            if answer == "save":
                studio(self).save(start)
            elif answer == "before":
                start()

        self.app.push_screen(
            Pick(
                msg("There are changes that are not saved"),
                (
                    ("save", self.say(msg("Save, then make the files"))),
                    ("before", self.say(msg("Make them of what was saved before"))),
                    ("", self.say(msg("Do nothing now"))),
                ),
            ),
            decided,
        )

    def _start_export(self, wanted: str) -> None:
        self.app.push_screen(
            files.ExportScreen(
                self.session.config,
                self.session.kit,
                blank=wanted == "blank",
                only=self.sheet.number if wanted == "one" else None,
            )
        )

    def action_import_form(self) -> None:
        names = files.forms(self.session.folder)

        def picked(name: str | None) -> None:
            if name == _OTHER:
                self.app.push_screen(files.FormPath(), named)
            elif name is not None:
                self._read(self.session.folder / name)

        def named(path: str | None) -> None:
            if path is not None:
                self._read(Path(path).expanduser())

        if not names:
            self.app.push_screen(files.FormPath(), named)
            return
        options = [(name, clean(name)) for name in names]
        options.append((_OTHER, self.say(msg("another file…"))))
        self.app.push_screen(Pick(msg("Which filled form?"), options), picked)

    @work(thread=True, exclusive=True, group="form", exit_on_error=False)
    def _read(self, file: Path) -> None:
        files.refuse_what_is_no_file(file)
        self.post_message(self.Read(read(file), file))

    def on_positioning_screen_read(self, message: Read) -> None:
        project, draft = self.session.project, self.session.draft
        if project is None or draft is None:
            return
        form, name = message.form, message.file.name
        try:
            check_language(form, project.languages, name)
            asked = blanks(self._sheets, project.positioning, form.values)
            found = changes(
                project.positioning,
                draft.values.get(SECTION, {}),
                asked,
                form.values,
                words(form.language, self.session.folder),
                project.languages,
                name,
            )
            found.raise_if_wrong()
        except InputError as error:
            studio(self).show_problems(error.problems)
            return
        notes = (*form.notes, *left_out(found, name))
        if not found.changes:
            if notes:
                studio(self).show_problems(notes)
            nothing = msg("nothing new: these answers are there already")
            self.app.notify(self.say(nothing), markup=False)
            return

        def decided(taken: bool | None) -> None:
            if taken:
                self._take(found.edits, form.language)

        self.app.push_screen(
            files.Difference(found, self._sheets, form.language, name, notes), decided
        )

    def _take(self, edits: tuple[Edit, ...], language: str) -> None:
        """The answers of a form, shown in its language."""
        self.answers.forget()
        self.answers.language = language
        self._apply(edits)
        self._show_list()
        self.call_later(self._redraw)


def _mark(filled: Filling) -> str:
    if filled.is_whole:
        return _MARKS[-1]
    if not filled.answered:
        return _MARKS[0]
    return _MARKS[1 + min(2, 3 * filled.answered // filled.asked)]


def _is_same(one: str, other: str, blank: Blank) -> bool:
    """Whether two texts in a field mean the same answer."""
    if blank.kind == "text":
        return typed.text(one, blank) == typed.text(other, blank)
    try:
        return typed.number(one, blank) == typed.number(other, blank)
    except PydanticCustomError:
        return one == other
