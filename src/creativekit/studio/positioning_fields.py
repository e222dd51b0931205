"""One question of a worksheet on the screen: its words, a field of its kind, what is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message as Posted
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from creativekit.errors import Problem
from creativekit.language.told_problem import told
from creativekit.positioning.asking import row_of
from creativekit.positioning.blanks import Blank
from creativekit.studio.positioning_inputs import Line, Long, Number, Scale
from creativekit.studio.speaking import translator


class Question(Vertical):
    """A blank: heading of the part it begins, label, field, fault, example.

    value: what stands in it. heading, hint: of its part, "" where it begins none. label: what is
    asked. example: "" for none. in_line: label and field on one line; begins: the first of a row;
    is_numbered: the label is a number. ends: words at the ends of a scale.
    """

    class Typed(Posted):
        def __init__(self, blank: Blank, text: str) -> None:
            super().__init__()
            self.blank, self.text = blank, text

    class Left(Posted):
        def __init__(self, blank: Blank) -> None:
            super().__init__()
            self.blank = blank

    def __init__(
        self,
        blank: Blank,
        value: str,
        label: str,
        *,
        heading: str = "",
        hint: str = "",
        example: str = "",
        in_line: bool = False,
        begins: bool = False,
        is_numbered: bool = False,
        ends: tuple[str, str] | None = None,
    ) -> None:
        super().__init__(id=f"at-{slug(blank)}", classes="question")
        self.blank, self._value, self.label = blank, value, label
        self.heading, self.hint, self.example = heading, hint, example
        self.in_line, self.begins, self.ends = in_line, begins, ends
        self.is_numbered = is_numbered
        self._is_told = False

    def compose(self) -> ComposeResult:
        # As few widgets as will do: a sheet has dozens of questions. What is said below the field
        # comes when there is something to say.
        self.set_class(self.begins, "-begins")
        self.set_class(bool(self.heading), "-part")
        self.set_class(self.in_line, "-cell")
        self.set_class(self.ends is not None, "-scale")
        self.set_class(self.is_numbered, "-numbered")
        self.set_class(self.in_line and bool(self.hint) and not self.heading, "-hinted")
        self.set_class(row_of(self.blank) is not None and not self.label[:1].isdigit(), "-goes-on")
        if self.heading:
            yield Static(self.heading, markup=False, classes="part")
        if self.hint:
            yield Static(self.hint, markup=False, classes="hint")
        if self.in_line:
            with Horizontal(classes="line"):
                yield Static(self.label, markup=False, classes="label")
                yield self._field()
        else:
            yield self._field()
        if self.example and not self.in_line:
            yield self._below("example", self.example)

    @staticmethod
    def _below(kind: str, text: str | Content) -> Static:
        return Static(text, markup=False, classes=f"below {kind}")

    def on_descendant_focus(self) -> None:
        """The example of a cell is there as long as the cursor is."""
        if self.in_line and self.example and not self.query(".example"):
            self.mount(self._below("example", self.example))

    def _field(self) -> Input | TextArea | Scale:
        blank, name = self.blank, f"in-{slug(self.blank)}"
        if blank.kind == "whole":
            return Scale(self._value, int(blank.low), int(blank.high), self.ends, id=name)
        if blank.kind == "number":
            return Number(self._value, blank.low, blank.high, id=name)
        if blank.lines > 1:
            return Long(self._value, blank.lines, id=name)
        return Line(self._value, id=name)

    @property
    def field(self) -> Input | TextArea | Scale:
        for child in self.children:
            for found in (child, *child.children):
                if isinstance(found, Input | TextArea | Scale):
                    return found
        raise AssertionError("a question has a field")

    @property
    def _field_line(self) -> Widget:
        """The child that is the field, or that has it."""
        field = self.field
        return field if field.parent is self else self.query_one(".line")

    @property
    def typed(self) -> str:
        field = self.field
        return field.text if isinstance(field, TextArea) else field.value

    def set(self, value: str) -> None:
        """Show another value, without a message."""
        field = self.field
        with self.prevent(Input.Changed, TextArea.Changed):
            if isinstance(field, TextArea):
                field.text = value
                field.move_cursor(field.document.end)
            elif isinstance(field, Scale):
                field.set(value)
            else:
                field.value = value

    def tell(self, problems: Sequence[Problem], *, is_typed: bool) -> None:
        """What is wrong, in words; `is_typed`: with what stands here, else with what is missing."""
        if not problems and not self._is_told:
            return
        self._is_told = bool(problems)
        pieces: list[tuple[str, str]] = []
        for problem in problems[:2]:
            parts = told(problem, translator(self))
            text = "; ".join(filter(None, (parts.text, parts.hint)))
            text += f" ({parts.accepted})" if parts.accepted else ""
            pieces.append((f"{' ' if pieces else ''}{'✗' if is_typed else '…'} {text}", ""))
        content = Content.assemble(*pieces)
        lines = self.query(".fault").results(Static)
        line = next(iter(lines), None)
        if line is not None:
            line.update(content)
        elif problems:
            self.mount(self._below("fault", content), after=self._field_line)
        self.set_class(bool(problems) and is_typed, "-wrong")
        self.set_class(bool(problems) and not is_typed, "-missing")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self.blank, event.value))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self.blank, event.text_area.text))

    def on_scale_chosen(self, event: Scale.Chosen) -> None:
        event.stop()
        self.post_message(self.Typed(self.blank, event.value))

    def on_descendant_blur(self) -> None:
        if self.in_line:
            self.query(".example").remove()
        self.post_message(self.Left(self.blank))


def slug(blank: Blank) -> str:
    return blank.name.replace(".", "-")
