"""What an answer is given with: a number, several lines, a mark on a short scale."""

from __future__ import annotations

from itertools import zip_longest

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message as Posted
from textual.widget import Widget
from textual.widgets import Input, TextArea

from creativekit.errors import msg
from creativekit.studio.keys import key
from creativekit.studio.text_end import to_the_end

_TYPABLE = "0123456789"
_MARGIN = 2  # columns before a scale with ends
_LONGEST = 56  # columns of one


class Number(Input):
    """A number: typed, or by the arrows; low, high: its ends."""

    BINDINGS = [
        key("enter", "submit", msg("Next")),
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

    def on_focus(self) -> None:
        to_the_end(self)

    def action_undo(self) -> None:
        self.app.call_later(self.app.run_action, "screen.undo")

    def action_redo(self) -> None:
        self.app.call_later(self.app.run_action, "redo")


class Line(Long):
    """A text of one line, which is as many on the screen as it needs. Enter goes on."""

    BINDINGS = [key("enter", "go_on", msg("Next"))]

    def __init__(self, value: str, *, id: str) -> None:
        super().__init__(value, 1, id=id)

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_go_on()

    def action_go_on(self) -> None:
        self.screen.focus_next()


class Scale(Widget, can_focus=True):
    """A whole number on a short scale: arrows or digits; Backspace takes the answer out.

    ends: words at both ends, none for a plain score. They stand above the line that they are the
    ends of, whole, whatever their length.
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

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 1 if self.ends is None else len(self._ends(width)) + 1

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
        rail = "─" * (self._gap(self.size.width) - 1)
        line = [Content.assemble(("▸ " if focused else "  ", "$key"))]
        for step, (mark, style) in enumerate(marks):
            if step:
                line.append(Content.styled(rail, "$line"))
            line.append(Content.styled(mark.strip(), style))
        return Content("\n").join([*self._ends(self.size.width), Content("").join(line)])

    def _gap(self, width: int) -> int:
        """Columns from one mark to the next."""
        return max(2, (min(width, _LONGEST) - _MARGIN - 1) // (self.high - self.low))

    def _ends(self, width: int) -> list[Content]:
        """The words at both ends, over the first mark and over the last one."""
        assert self.ends is not None
        chosen = self._chosen or 0
        line = self._gap(width) * (self.high - self.low) + 1
        low, high = (Content(each).wrap(max(8, line // 2 - 1)) for each in self.ends)
        lines = []
        for left, right in zip_longest(low, high, fillvalue=Content("")):
            between = " " * (line - left.cell_length - right.cell_length)
            lines.append(
                Content.assemble(
                    " " * _MARGIN,
                    left.stylize("bold" if chosen < 0 else "$muted"),
                    between,
                    right.stylize("bold" if chosen > 0 else "$muted"),
                )
            )
        return lines

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
        place = (event.x - 1) // 2
        if self.ends is not None:
            place = round((event.x - _MARGIN) / self._gap(self.size.width))
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
