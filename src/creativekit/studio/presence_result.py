"""Where a run stands: the overall score beside the weakest part, bars with numbers, what holds the
band back, and what was said beside what was seen.

All of it is read from the record, so a run of years ago shows what it came to then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Digits, Static

from creativekit.errors import Message, msg
from creativekit.language import formats
from creativekit.presence import bands
from creativekit.presence.change import Change
from creativekit.presence.evidence import APART, Gap, Reading, beside
from creativekit.presence.history import Run
from creativekit.presence.instrument import Instrument
from creativekit.presence.scoring import Score
from creativekit.press import presence
from creativekit.studio.hung import Hung
from creativekit.studio.presence_asking import seen
from creativekit.studio.speaking import say, say_key, translator

_NUMBER = 5  # columns of a bar's number
_MOVED = 5


class Result:
    """A run with what is known of it. earlier: the run before it, `change` from that one."""

    def __init__(
        self, run: Run, instrument: Instrument, change: Change | None, now: Mapping[str, Reading]
    ) -> None:
        self.run = run
        self.instrument = instrument
        self.change = change
        self.band = next((each for each in instrument.bands if each.id == run.band), None)
        # A level that was seen then; in words where the same is seen now.
        readings = presence.kept_readings(run, now)
        known = run.answers.profile in {each.id for each in instrument.profiles}
        both = beside(run.answers, readings, instrument) if known else ()
        self.gaps = tuple(each for each in both if each.apart >= APART)
        self.near = tuple(each for each in both if each.apart < APART and not each.is_agreed)
        self.agreed = tuple(each for each in both if each.is_agreed)
        told = {each.item for each in both}
        # Nothing was said of it, or that nobody knows.
        self.unsaid = tuple(
            each
            for name, each in readings.items()
            if known and name not in told and name in instrument.by_id and each.seen
        )

    def title(self, node: Widget, dimension: str) -> str:
        found = [each for each in self.instrument.dimensions if each.id == dimension]
        return say(node, found[0].title) if found else say(node, dimension)


class BigScore(Horizontal):
    """A large number and what it is."""

    def __init__(self, number: str, label: str, name: str) -> None:
        super().__init__(classes="score")
        self.number, self.label, self.named = number, label, name

    def compose(self) -> ComposeResult:
        yield Digits(self.number)
        yield Static(
            Content.assemble((self.label, "$muted"), "\n", (self.named, "bold $key")),
            markup=False,
        )


class Bars(Widget):
    """Each part of the score: its name, a bar, the number, by how much it has moved."""

    def __init__(self, result: Result) -> None:
        super().__init__(id="bars")
        self.result = result
        change = result.change
        self.moved = (
            {each.dimension: each.moved for each in change.dimensions}
            if change is not None and change.same_profile
            else {}
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        count = len(self.result.run.scores.dimensions)
        return 2 * count - 1 if self.screen.has_class("-tall") else count

    def render(self) -> Content:
        scores = self.result.run.scores
        titles = [self.result.title(self, each.dimension) for each in scores.dimensions]
        wide = min(max(map(cell_len, titles), default=0), self.size.width // 2)
        room = max(8, self.size.width - wide - 2 - _NUMBER - _MOVED)
        lines = [
            self._line(each, title, wide, room)
            for each, title in zip(scores.dimensions, titles, strict=True)
        ]
        return Content("\n\n" if self.screen.has_class("-tall") else "\n").join(lines)

    def _line(self, score: Score, title: str, wide: int, room: int) -> Content:
        is_weakest = score.dimension == self.result.run.scores.weakest
        name = f"{title}{' ' * (wide - cell_len(title))}  "
        if score.score is None:
            why = msg("not for us") if score.state == "not-for-us" else msg("too little is known")
            return Content.assemble(name, ("–  ", "$line"), (say(self, why), "$muted"))
        full = round(score.score * room / 100)
        return Content.assemble(
            (name, "bold" if is_weakest else ""),
            ("█" * full, "$key"),
            ("·" * (room - full), "$line"),
            (f"{int(score.score):>{_NUMBER}}", "bold"),
            (f"{self.moved.get(score.dimension, ''):>{_MOVED}}", "$muted"),
        )


def stand(node: Widget, result: Result) -> Iterator[Widget]:
    """The scores, the band and why it is no higher, the bars."""
    run, instrument = result.run, result.instrument
    scores = run.scores
    if scores.overall is None or scores.weakest is None:
        message = msg(
            "{percent} % of what applies is answered; a score is given from 60 % on",
            percent=int(100 * scores.coverage),
        )
        yield Static(say(node, message), markup=False, classes="ask")
    else:
        weakest = next(each for each in scores.dimensions if each.dimension == scores.weakest)
        band = say(node, result.band.name) if result.band is not None else ""
        with_name = result.title(node, scores.weakest)
        yield Horizontal(
            BigScore(str(int(scores.overall)), say(node, msg("overall, of 100")), band),
            BigScore(str(int(weakest.score or 0)), say(node, msg("the weakest part")), with_name),
            id="scores",
        )
        if result.band is not None:
            yield Static(say(node, result.band.about), markup=False, classes="note")
        yield from _capped(node, result)
    bars = Bars(result)
    yield bars
    if any(bars.moved.values()):
        assert result.change is not None
        day = formats.date(result.change.before, translator(node).language)
        since = msg("The number on the right: what has moved since {date}", date=day)
        yield Static(say(node, since), markup=False, classes="note -last")
    if run.answers.instrument != instrument.version:
        message = msg("These were the questions of another version.")
        yield Static(say(node, message), markup=False, classes="note")


def _capped(node: Widget, result: Result) -> Iterator[Widget]:
    run, instrument = result.run, result.instrument
    reasons = dict(instrument.gates.why)
    held = [item for item in run.capped_by if item in reasons]
    if not held or run.scores.overall is None:
        return
    by_score = bands.band_of(run.scores.overall, instrument)
    message = msg(
        "By its number it would be “{band}”. This holds it back:", band=say(node, by_score.name)
    )
    lines = [Content.styled(say(node, message), "bold")]
    lines += [
        Content.assemble((f"▲ {item}  ", "bold $warning"), say(node, reasons[item]))
        for item in held
    ]
    yield Static(Content("\n").join(lines), markup=False, classes="note")


def next_steps(node: Widget, result: Result, count: int) -> Iterator[Widget]:
    """The first steps of the plan that are not taken."""
    done = dict(result.run.answers.done)
    ahead = [
        result.instrument.by_id[step.item].steps[step.reaches - 1]
        for step in result.run.plan
        if step.item in result.instrument.by_id and step.item not in done
    ]
    if ahead:
        yield Static(say(node, msg("The next steps")), markup=False, classes="part")
    for number, step in enumerate(ahead[:count], 1):
        yield Hung(Content.styled(str(number), "bold $key"), say(node, step.action))


def said_and_seen(node: Widget, result: Result) -> Iterator[Widget]:
    """What was said beside what was seen, what is apart first, kindly: either side may be the
    better informed. Only what is the same is called so."""
    if not result.gaps:
        yield Static(say(node, _how_near(result)), markup=False, classes="ask")
    for gap in result.gaps:
        yield _both(node, result, gap, "◆", "bold $key")
    for gap in result.near:
        yield _both(node, result, gap, "≈", "bold $key")
    for gap in result.agreed:
        yield _both(node, result, gap, "✓", "bold $success")
    for reading in result.unsaid:
        item = result.instrument.by_id[reading.item]
        sign = Content.styled(f"  {item.id}", "bold $key")
        below = seen(node, reading)
        asked = Content.styled(say(node, item.question), "bold")
        yield Hung(sign, asked, below=below, classes="gap")
    hint: Message = msg(
        "{command} looks at your website, too. It uses the network, so the studio does not do it by"
        " itself."
    )
    told = say_key(node, hint, "creativekit assess --audit URL", "command")
    yield Vertical(Static(told, markup=False, classes="note"), classes="hint")


def _how_near(result: Result) -> Message:
    """The headline where nothing is far apart."""
    if result.near:
        return msg(
            "What you say and what can be seen from here are close: one level apart at most."
        )
    if result.agreed:
        return msg("What you say and what can be seen from here agree.")
    return msg("Nothing that you answered can be seen from here.")


def _both(node: Widget, result: Result, gap: Gap, mark: str, style: str) -> Hung:
    item = result.instrument.by_id[gap.item]
    words = Content.assemble((say(node, item.question), "bold"), "\n", say(node, gap.message))
    below = seen(node, gap.reading) if gap.reading.seen else None
    return Hung(Content.styled(f"{mark} {item.id}", style), words, below=below, classes="gap")
