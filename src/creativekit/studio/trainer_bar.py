"""Over a trainer's screens: the step, its time in figures and words, and what to say on a key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.widget import Widget
from textual.widgets import Static

from creativekit.errors import Message, msg
from creativekit.studio.keys import key
from creativekit.studio.speaking import say

if TYPE_CHECKING:
    from creativekit.studio.trainer import TrainerStudio

WORKSHOP = msg("Workshop")
_KEYS: tuple[tuple[str, str, Message], ...] = (
    ("⇧F6", "say_it", msg("What to say")),
    ("⇧F7", "to_step(-1)", msg("Back")),
    ("⇧F8", "to_step(1)", msg("Next")),
    ("⇧F9", "clock", msg("Clock")),
    ("⇧F4", "start_over", msg("Start over")),
)
_GAUGE = 20  # columns
_GAP = 3
_MOST_MINUTES = 100  # that a pace is kept room for
_MEASURE, _REST = 66, 9  # columns of a line; rows of what else is on the panel
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][»”])\s+")


def trainer(node: DOMNode) -> TrainerStudio:
    """The app, of which a trainer's widgets know more."""
    return cast("TrainerStudio", node.app)


def clock_text(seconds: float) -> str:
    """Minutes and seconds, such as 12:05; hours before them when there are any."""
    whole = int(abs(seconds))
    hours, minutes = divmod(whole // 60, 60)
    if hours:
        return f"{hours}:{minutes:02}:{whole % 60:02}"
    return f"{minutes}:{whole % 60:02}"


class TrainerBar(Widget, can_focus=False):
    """Two lines that are painted anew each second: a layout would be felt by who types."""

    ALLOW_SELECT = False
    keys = _KEYS

    def __init__(self) -> None:
        super().__init__(id="trainer-bar")
        self._places: list[tuple[int, int, str]] = []

    def render(self) -> Content:
        width = self.content_size.width
        return Content("\n").join((self._step(width), self._keys(width)))

    def _step(self, width: int) -> Content:
        app = trainer(self)
        clock, step = app.clock, app.step
        number = f"{clock.at + 1}/{len(app.agenda.steps)}"
        time = self.time()
        if width - time.cell_length - len(number) > _GAUGE + 44:
            time = Content.assemble(self._gauge(), "  ", time)
        room = width - time.cell_length - len(number) - 4
        title = Content.styled(say(self, step.title), "bold").truncate(max(8, room), ellipsis=True)
        left = Content.assemble((number, "bold $key"), "  ", title)
        return _apart(left, time, width)

    def time(self) -> Content:
        """The clock in figures, and in words what it means."""
        clock = trainer(self).clock
        spent, planned = clock_text(clock.spent), clock_text(clock.planned)
        figures = Content.styled(f"{spent} / {planned}", "bold")
        if clock.left < 0:
            word = say(self, msg("over by {time}", time=clock_text(clock.left)))
            warned = Content.styled(f"▲ {word}", "bold $warning")
            if not clock.runs:
                warned = Content.assemble(warned, " · ", say(self, msg("stopped")))
            return Content.assemble(figures, "  ", warned)
        if not clock.has_begun:
            word = say(self, msg("{key} starts the clock", key="⇧F9"))
        elif not clock.runs:
            word = "‖ " + say(self, msg("the clock is stopped"))
        else:
            # Beside the seconds that are shown as gone: together they are what was planned.
            left = clock.planned - int(clock.spent)
            word = say(self, msg("{time} left", time=clock_text(left)))
        return Content.assemble(figures, "  ", (word, "$muted"))

    def _gauge(self) -> Content:
        clock = trainer(self).clock
        full = min(_GAUGE, int(_GAUGE * clock.spent / clock.planned))
        color = "$warning" if clock.left < 0 else "$key"
        return Content.assemble(("━" * full, color), ("┈" * (_GAUGE - full), "$line"))

    def _keys(self, width: int) -> Content:
        named = [
            (action, Content.assemble((name, "bold $key"), " ", (say(self, about), "$muted")))
            for name, action, about in _KEYS
        ]
        pace = self._pace()
        # Whose keys they are, told from those at the foot, where there is room to say so beside
        # any pace: the keys stand where they stood when there was none yet.
        whose = Content.styled(say(self, WORKSHOP), "bold")
        whole = sum(piece.cell_length + _GAP for _, piece in (("", whose), *named))
        longest = max(cell_len(say(self, each(_MOST_MINUTES))) for each in (_behind, _ahead))
        pieces = [whose] if whole + longest <= width else []
        self._places = []
        at = sum(each.cell_length + _GAP for each in pieces)
        for action, piece in named:
            end = at + piece.cell_length
            if end > width:
                break
            pieces.append(piece)
            self._places.append((at, end, action))
            at = end + _GAP
        keys = Content(" " * _GAP).join(pieces)
        if keys.cell_length + pace.cell_length + _GAP > width:
            return keys
        return _apart(keys, pace, width)

    def _pace(self) -> Content:
        """The whole against its plan, once it is worth a word."""
        behind = trainer(self).clock.behind
        minutes = round(abs(behind) / 60)
        if not minutes:
            return Content("")
        text = _behind(minutes) if behind > 0 else _ahead(minutes)
        return Content.styled(say(self, text), "$muted")

    async def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or offset.y != 1:
            return
        for start, end, action in self._places:
            if start <= offset.x < end:
                await self.app.run_action(action)


def _behind(minutes: int) -> Message:
    return msg("in all {n} min behind", n=minutes)


def _ahead(minutes: int) -> Message:
    return msg("in all {n} min ahead", n=minutes)


def _apart(left: Content, right: Content, width: int) -> Content:
    gap = width - left.cell_length - right.cell_length
    return Content.assemble(left, " " * max(1, gap), right)


class SayPanel(VerticalScroll):
    """What to say, for a trainer who stands, and what to do, for the last row.

    It takes the screen's place. Who moves on with a presenter's clicker, which types Page Up and
    Page Down, moves the agenda.
    """

    BINDINGS = [
        key("pagedown", "app.to_step(1)", msg("Next"), show=False, shown_as="PgDn"),
        key("pageup", "app.to_step(-1)", msg("Back"), show=False, shown_as="PgUp"),
        key("escape", "app.say_it", msg("Back to the screen")),
    ]

    def __init__(self) -> None:
        super().__init__(id="say-panel")

    def compose(self) -> ComposeResult:
        for name in ("step", "say", "do", "command"):
            yield Static(id=f"say-{name}", markup=False)

    def on_mount(self) -> None:
        self.show()

    def show(self) -> None:
        """Say the step of now."""
        app = trainer(self)
        step = app.step
        minutes = say(self, msg("{n} min", n=step.minutes))
        self._set("step", Content.assemble((say(self, step.title), "bold"), "   ", minutes))
        # A sentence a paragraph, or a line where there is little room: found again at a glance.
        sentences = _SENTENCE_ENDS.split(say(self, step.say))
        lines = sum(-(-len(each) // _MEASURE) for each in sentences) + len(sentences)
        gap = "\n\n" if lines + _REST <= self.size.height else "\n"
        self._set("say", Content.styled(gap.join(sentences), "bold"))
        label = say(self, msg("Participants"))
        self._set("do", Content.assemble((f"{label}  ", "bold $key"), say(self, step.do)))
        command = Content.assemble(("$ ", "$muted"), (step.command, "$key"))
        self._set("command", command if step.command else Content(""))
        self.scroll_home(animate=False)

    def on_resize(self) -> None:
        self.call_after_refresh(self.show)

    def _set(self, name: str, content: Content) -> None:
        self.query_one(f"#say-{name}", Static).update(content)
