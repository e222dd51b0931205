"""The part of a screen that is filled in: the questions of one sheet, and what is kept of them.

An answer is in the draft as soon as it is one; what is wrong with another stands beside its field,
and everything else goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic_core import PydanticCustomError
from textual.containers import VerticalScroll

from creativekit.positioning import typed
from creativekit.positioning.blanks import Blank
from creativekit.positioning.sheets import Worksheet
from creativekit.positioning.words import Words, words
from creativekit.studio.draft import Edit
from creativekit.studio.in_turn import in_turn
from creativekit.studio.map_view import MapView
from creativekit.studio.positioning_answers import Answers
from creativekit.studio.positioning_fields import Question, slug
from creativekit.studio.positioning_questions import questions
from creativekit.studio.positioning_reading import ReadsForms
from creativekit.studio.speaking import studio, translator


class FillsIn(ReadsForms):
    """The screen has a `#form`, and tells beside it what follows."""

    def __init__(self) -> None:
        super().__init__()
        self._place = 0
        self._answers: Answers | None = None
        self._seen: object = None

    def tell(self, only: int | None = None) -> None:
        """Say what is so now; only: in the list, of the sheet at this place."""
        raise NotImplementedError

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
        return self.sheets[self._place]

    @property
    def said(self) -> Words:
        """The words in the language of the answers."""
        return words(self.answers.language, self.session.folder)

    def _questions(self, asked: Iterable[Blank]) -> Iterator[Question]:
        speak = words(translator(self).language, self.session.folder)
        return questions(self.answers, self.sheet, asked, speak)

    def _show_faults(self) -> None:
        faults, given = self.answers.faults, self.answers.given
        for question in self.query(Question):
            name = question.blank.name
            found = faults.get(name, ())
            question.tell(found, is_typed=name in given)
            if found and question.field.has_focus:
                question.call_after_refresh(question.scroll_visible, animate=False)

    @in_turn
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
        self.tell(self._place)

    @in_turn
    async def _redraw(self) -> None:
        """All questions of the sheet anew: other ones, or in another language."""
        form = self.query_one("#form", VerticalScroll)
        with self.app.batch_update():
            await form.remove_children(Question)
            await form.mount_all(self._questions(self.answers.shown(self.sheet)))
            form.scroll_home(animate=False)
            self.tell()

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
            if _is_same(typed.shown(value), self.answers.standing(blank), blank):
                continue
            edits = (*edits, *self.answers.put(self.sheet, blank, typed.shown(value)))
        self._apply(edits, name)
        await self._sync()

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


def _is_same(one: str, other: str, blank: Blank) -> bool:
    """Whether two texts in a field mean the same answer."""
    if blank.kind == "text":
        return typed.text(one, blank) == typed.text(other, blank)
    try:
        return typed.number(one, blank) == typed.number(other, blank)
    except PydanticCustomError:
        return one == other
