"""A number on a track of colours: where along the track it is, and the number itself.

The arrows move it, with Shift in larger steps; a click sets it. The number stands beside the
track and the place is marked by a sign, so neither needs the colours.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message as Posted
from textual.strip import Strip
from textual.widget import Widget

from creativekit.color.contrast import black_or_white
from creativekit.errors import Message, msg
from creativekit.studio.cells import fitted
from creativekit.studio.keys import key
from creativekit.studio.speaking import say

_LABEL, _NUMBER = 11, 6  # columns


class Slider(Widget, can_focus=True):
    """low, high: the ends; step: of an arrow, and ten times that with Shift.

    color_at: the colour (`#rrggbb`) of a value on the track. places: decimals that are shown.
    """

    class Moved(Posted):
        def __init__(self, slider: Slider, value: float) -> None:
            super().__init__()
            self.slider, self.value = slider, value

        @property
        def control(self) -> Slider:
            return self.slider

    BINDINGS = [
        key("left,minus", "move(-1)", msg("Change"), show=False, shown_as="← →"),
        key("right,plus", "move(1)", msg("Change"), shown_as="← →"),
        key("shift+left", "move(-10)", msg("Change much"), show=False, shown_as="⇧← ⇧→"),
        key("shift+right", "move(10)", msg("Change much"), show=False, shown_as="⇧← ⇧→"),
        key("home", "to_end(0)", msg("The least"), show=False, shown_as="Home"),
        key("end", "to_end(1)", msg("The most"), show=False, shown_as="End"),
    ]

    def __init__(
        self,
        label: Message,
        low: float,
        high: float,
        step: float,
        value: float,
        color_at: Callable[[float], str] | None = None,
        *,
        places: int = 0,
        turns: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.label, self.low, self.high, self.step = label, low, high, step
        self.value = value
        self.color_at = color_at
        self.places = places
        self.turns = turns

    def set(self, value: float, color_at: Callable[[float], str] | None = None) -> None:
        """Show another value, without a message."""
        self.value = value
        if color_at is not None:
            self.color_at = color_at
        self.refresh()

    def action_move(self, steps: int) -> None:
        value = round(self.value / self.step) * self.step + steps * self.step
        self._to(value)

    def action_to_end(self, end: int) -> None:
        self._to(self.high if end else self.low)

    def _to(self, value: float) -> None:
        if self.turns:
            value = self.low + (value - self.low) % (self.high - self.low)
        value = round(min(self.high, max(self.low, value)), 6)
        if value != self.value:
            self.value = value
            self.refresh()
            self.post_message(self.Moved(self, value))

    @property
    def _track(self) -> int:
        return max(4, self.size.width - _LABEL - _NUMBER - 2)

    def on_click(self, event: events.Click) -> None:
        place = event.x - _LABEL - 1
        if 0 <= place < self._track:
            share = place / (self._track - 1)
            self._to(self.low + share * (self.high - self.low))

    def render_line(self, y: int) -> Strip:
        plain = self.rich_style
        width = self.size.width
        if y:
            return Strip([Segment(" " * width, plain)], width)
        label = fitted(say(self, self.label), _LABEL - 1)
        mark = "▸" if self.has_focus else " "
        strong = plain + Style(bold=self.has_focus)
        segments = [Segment(mark + label.ljust(_LABEL), strong)]
        track = self._track
        at = round((self.value - self.low) / (self.high - self.low) * (track - 1))
        for place in range(track):
            sign = "●" if place == at else " "
            if self.color_at is None:
                segments.append(Segment("●" if place == at else "─", plain))
                continue
            color = self.color_at(self.low + place / (track - 1) * (self.high - self.low))
            style = Style(color=black_or_white(color), bgcolor=color, bold=True)
            segments.append(Segment(sign, style))
        number = f"{self.value:.{self.places}f}"
        segments.append(Segment(f"{number:>{_NUMBER}}", strong))
        return Strip(segments).adjust_cell_length(width, plain)
