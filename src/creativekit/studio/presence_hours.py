"""How many hours a week there are for the plan: one large number, typed or moved by the arrows."""

from __future__ import annotations

from pydantic_core import PydanticCustomError
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message as Posted
from textual.widgets import Digits, Static

from creativekit.errors import Message, msg, nmsg
from creativekit.presence import answer_words
from creativekit.presence.answers import LEAST_HOURS, MOST_HOURS
from creativekit.presence.plan import DAYS, WEEK
from creativekit.project.rejection import refusal
from creativekit.studio.keys import key
from creativekit.studio.speaking import say

_LONGEST = 4


class Turn(Static):
    """One more or one less, for the mouse."""

    def __init__(self, sign: str, by: int) -> None:
        super().__init__(sign, markup=False, classes=f"turn {'-more' if by > 0 else '-less'}")
        self.by = by

    def on_click(self, event: events.Click) -> None:
        event.stop()
        for hours in self.ancestors:
            if isinstance(hours, Hours):
                hours.focus()
                hours.action_go(self.by)


class Hours(Vertical, can_focus=True):
    """The number. What is typed first takes its place; backspace takes a digit away."""

    BINDINGS = [
        key("enter", "take", msg("Go on")),
        key("up,right,plus", "go(1)", msg("Change"), shown_as="← →"),
        key("down,left,minus", "go(-1)", msg("Less"), show=False, shown_as="←"),
        *(key(digit, f"type('{digit}')", msg("Type"), show=False) for digit in "0123456789"),
        key("full_stop", "type('.')", msg("Type"), show=False),
        key("backspace", "rub", msg("Take a digit away"), show=False),
    ]

    class Given(Posted):
        def __init__(self, hours: float) -> None:
            super().__init__()
            self.hours = hours

    def __init__(self, hours: float, *, id: str) -> None:
        super().__init__(id=id)
        self.typed = f"{hours:g}"
        self._is_fresh = True
        self._wrong: Message | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="hours-line"):
            yield Turn("‹", -1)
            yield Digits(id="hours-number")
            yield Static(id="hours-unit", markup=False)
            yield Turn("›", 1)
        yield Static(id="hours-about", markup=False)

    def on_mount(self) -> None:
        self._draw()

    def _draw(self) -> None:
        self.query_one("#hours-number", Digits).update(self.typed or "–")
        about = self.query_one("#hours-about", Static)
        if self._wrong is not None:
            about.update(Content.styled(f"✗ {say(self, self._wrong)}", "$error"))
            return
        hours = self._value()
        # Half an hour more is counted as two are: «2,5 часа».
        count = 2 if hours is None or hours % 1 else int(hours)
        self.query_one("#hours-unit", Static).update(say(self, nmsg("hour", "hours", count)))
        if hours is None:
            about.update("")
            return
        message = msg("a week: some {hours} hours in 90 days", hours=round(hours * DAYS / WEEK))
        about.update(Content.styled(say(self, message), "$muted"))

    def _value(self) -> float | None:
        try:
            return answer_words.hours(self.typed)
        except PydanticCustomError:
            return None

    def action_type(self, sign: str) -> None:
        typed = sign if self._is_fresh else self.typed + sign
        self._is_fresh, self._wrong = False, None
        if len(typed) <= _LONGEST and typed.count(".") <= 1:
            self.typed = typed
        self._draw()

    def action_rub(self) -> None:
        self.typed = self.typed[:-1]
        self._is_fresh, self._wrong = False, None
        self._draw()

    def action_go(self, by: int) -> None:
        now = self._value() or LEAST_HOURS
        step = by if now + by >= 1 else by * LEAST_HOURS
        self.typed = f"{min(max(now + step, LEAST_HOURS), MOST_HOURS):g}"
        self._is_fresh, self._wrong = True, None
        self._draw()

    def action_take(self) -> None:
        try:
            hours = answer_words.hours(self.typed)
        except PydanticCustomError as error:
            self._wrong = refusal(error)[0]
            self._is_fresh = True
            self._draw()
            return
        self.post_message(self.Given(hours))

    def on_click(self) -> None:
        self.focus()
