"""One question of a worksheet on the screen: its words, a field of its kind, what is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message as Posted
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from creativekit.errors import Problem, msg
from creativekit.language.told_problem import told
from creativekit.positioning.asking import row_of
from creativekit.positioning.blanks import Blank
from creativekit.studio.keys import key
from creativekit.studio.speaking import translator

_TYPABLE = "0123456789"


class Number(Input):
    """A number: typed, or by the arrows; low, high: its ends."""

    BINDINGS = [
        key("up", "step(1)", msg("More"), show=False, shown_as="↑"),
        key("down", "step(-1)", msg("Less"), show=False, shown_as="↓"),
    ]

    def __init__(self, value: str, low: float, high: float, *, id: str) -> None:
        super().__init__(value, id=id, select_on_focus=False)
        self.low, self.high = low, high

    def action_step(self, by: int) -> None:
        try:
            now = float(self.value.replace(" ", "").replace("\u00a0", "").replace(",", ".") or 0)
        except ValueError:
            return
        # As large as one that a price is changed by, as small as one on the map.
        size = 1 if abs(now) < 100 else 10 ** (len(str(int(abs(now)))) - 2)
        self.value = f"{min(self.high, max(self.low, now + by * size)):.12g}"
        self.cursor_position = len(self.value)


class Long(TextArea):
    """Several lines. Undo is the project's: what is typed is in it already."""

    def __init__(self, value: str, lines: int, *, id: str) -> None:
        super().__init__(
            value,
            id=id,
            compact=True,
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
        )
        self.highlight_cursor_line = False
        self.styles.min_height = 1 if lines < 3 else 2

    def action_undo(self) -> None:
        self.app.call_later(self.app.run_action, "screen.undo")

    def action_redo(self) -> None:
        self.app.call_later(self.app.run_action, "redo")


class Scale(Widget, can_focus=True):
    """A whole number on a short scale: arrows or digits; Backspace takes the answer out.

    ends: words at both ends, none for a plain score.
    """

    class Chosen(Posted):
        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    BINDINGS = [
        key("left", "go(-1)", msg("Less"), show=False, shown_as="←"),
        key("right", "go(1)", msg("Change"), shown_as="← →"),
        key("backspace,delete", "choose('')", msg("No answer"), shown_as="⌫"),
    ]

    def __init__(
        self, value: str, low: int, high: int, ends: tuple[str, str] | None = None, *, id: str
    ) -> None:
        super().__init__(id=id)
        self.value, self.low, self.high, self.ends = value, low, high, ends

    def set(self, value: str) -> None:
        """Show another value, without a message."""
        self.value = value
        self.refresh()

    @property
    def _chosen(self) -> int | None:
        try:
            return int(self.value)
        except ValueError:
            return None

    def render(self) -> Content:
        chosen, focused = self._chosen, self.has_focus
        ink = "bold $key" if focused else ""
        marks: list[tuple[str, str]] = []
        for step in range(self.low, self.high + 1):
            is_on = chosen is not None and (
                step == chosen if self.ends else step <= chosen and step > 0
            )
            if self.ends is None and step == 0:
                continue
            marks.append(
                ("● " if is_on else "○ ", ink if is_on else "$key" if focused else "$line")
            )
        number = "–" if chosen is None else str(chosen).replace("-", "−")
        if self.ends is None:
            return Content.assemble(
                ("▸" if focused else " ", "$key"), *marks, (number, "bold" if focused else "")
            )
        low, high = self.ends
        side = max(4, (self.size.width - 2 * len(marks) - 4) // 2)
        return Content.assemble(
            ("▸ " if focused else "  ", "$key"),
            (_fitted(low, side), "bold" if (chosen or 0) < 0 else "$muted"),
            " ",
            *marks,
            (_fitted(high, side).rstrip(), "bold" if (chosen or 0) > 0 else "$muted"),
        )

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in _TYPABLE:
            digit = int(event.character)
            if self.low <= digit <= self.high:
                event.stop()
                event.prevent_default()
                self.action_choose(str(digit))

    def on_click(self, event: events.Click) -> None:
        count = self.high - self.low + 1 - (self.low == 0)
        start = 1 if self.ends is None else 3 + max(4, (self.size.width - 2 * count - 4) // 2)
        place = (event.x - start) // 2
        if 0 <= place < count:
            self.action_choose(str(self.low + place + (self.low == 0)))

    def action_go(self, by: int) -> None:
        chosen = self._chosen
        if chosen is None:
            chosen = 0 if self.low < 0 else self.low - (self.low > 0)
        self.action_choose(str(min(self.high, max(self.low, chosen + by))))

    def action_choose(self, value: str) -> None:
        if value != self.value:
            self.value = value
            self.refresh()
            self.post_message(self.Chosen(value))


def _fitted(text: str, room: int) -> str:
    from rich.cells import cell_len, set_cell_size

    return (
        set_cell_size(text, room - 1) + "…" if cell_len(text) > room else set_cell_size(text, room)
    )


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
        return Input(self._value, id=name, select_on_focus=False)

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
