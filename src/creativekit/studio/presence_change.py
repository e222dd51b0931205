"""What has changed since the run before, and the runs over time as a small chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from creativekit.errors import Message, msg, nmsg
from creativekit.language import formats
from creativekit.presence.answers import Said
from creativekit.presence.change import Change, ItemChange, Point
from creativekit.presence.instrument import Instrument
from creativekit.studio.hung import Hung
from creativekit.studio.speaking import say, translator

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_ROWS = 5
_COLUMN, _BAR = 18, 6


class Chart(Static):
    """A column a run: its score above, its day below; as many of the last as there is room for.

    Runs with other questions stand apart behind a line: their sums are not the same.
    """

    def __init__(self, points: Sequence[Point]) -> None:
        super().__init__(markup=False, id="chart")
        self.points = points

    def render(self) -> Content:
        count = max(1, self.size.width // _COLUMN)
        shown = self.points[-count:]
        lines = [Content("") for _ in range(_ROWS + 3)]
        for place, point in enumerate(shown):
            is_apart = place > 0 and not point.joined
            for number, cell in enumerate(self._column(point, place == len(shown) - 1)):
                gap = ("┊ ", "$line") if is_apart else ("", "")
                width = _COLUMN - (2 if is_apart else 0)
                padding = " " * max(0, width - cell.cell_length)
                lines[number] = Content.assemble(lines[number], gap, cell, padding)
        return Content("\n").join(lines)

    def _column(self, point: Point, is_last: bool) -> list[Content]:
        language = translator(self).language
        score = point.overall
        style = "$key" if is_last else "$line"
        number = "–" if score is None else str(int(score))
        eighths = 0 if score is None else round(score * _ROWS * 8 / 100)
        bar = [_EIGHTHS[min(max(eighths - 8 * row, 0), 8)] for row in range(_ROWS - 1, -1, -1)]
        empty = bar.count(_EIGHTHS[0])
        # The number stands on its bar.
        cells = [Content("")] * empty
        cells.append(Content.styled(f"{number:^{_BAR}}", "bold"))
        cells += [Content.styled(part * _BAR, style) for part in bar[empty:]]
        cells.append(Content.styled("▔" * _BAR, "$line"))
        cells.append(Content.styled(formats.date(point.date, language, "medium"), "$muted"))
        return cells


def change(
    node: Widget, found: Change | None, points: Sequence[Point], instrument: Instrument
) -> Iterator[Widget]:
    """found: None for a first run."""
    if found is None:
        message = msg("This is the first run. The next one shows here what has changed.")
        yield Static(say(node, message), markup=False, classes="ask")
        yield Chart(points)
        return
    day = formats.date(found.before, translator(node).language)
    yield Static(_since(node, found, day), markup=False, classes="ask")
    yield Chart(points)
    for message in _remarks(found):
        yield Static(say(node, message), markup=False, classes="note")
    moves = [*_moves(node, found.up, "↑", instrument), *_moves(node, found.down, "↓", instrument)]
    if moves:
        yield Vertical(*moves, id="moves")
    elif not found.items:
        message = msg("No answer is another one.")
        yield Static(say(node, message), markup=False, classes="note")


def _since(node: Widget, found: Change, day: str) -> Content:
    title = say(node, msg("Since {date}", date=day))
    overall = found.overall
    if not found.comparable or overall is None or overall.points is None:
        return Content(title)
    numbers = f"{int(overall.before or 0)} → {int(overall.after or 0)}"
    return Content.assemble(title, "   ", (numbers, "bold $key"), f"  {overall.moved}")


def _remarks(found: Change) -> Iterator[Message]:
    if not found.comparable:
        yield msg("the questions are of another version, so scores are not compared")
    if not found.same_profile:
        yield msg("the profile is another one now")
    if found.planned:
        yield nmsg(
            "{reached} of {n} step planned then is done",
            "{reached} of {n} steps planned then are done",
            len(found.planned),
            reached=len(found.reached),
        )


def _moves(
    node: Widget, changes: Sequence[ItemChange], sign: str, instrument: Instrument
) -> Iterator[Widget]:
    for each in changes:
        item = instrument.by_id.get(each.item)
        asked = say(node, item.question) if item is not None else ""
        move = Content.assemble(
            (f"{sign} {each.item:<5}", "bold $key"),
            (f"{_word(node, each.before)} → {_word(node, each.after)}", "bold"),
        )
        yield Hung(move, asked, classes="move")


def _word(node: Widget, said: Said | None) -> str:
    if said is None:
        return "–"
    if isinstance(said, int):
        return str(said)
    return say(node, msg("not for us") if said == "na" else msg("we do not know"))
