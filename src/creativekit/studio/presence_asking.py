"""What is asked, one question a screen: who answers, then the questions, then whether to end."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from creativekit.errors import Message, msg, nmsg
from creativekit.language import formats
from creativekit.presence.answers import DONT_KNOW, NOT_FOR_US, Answers
from creativekit.presence.evidence import Reading
from creativekit.presence.instrument import Instrument
from creativekit.presence.questioning import Questioning
from creativekit.studio.hung import Hung
from creativekit.studio.presence_choices import (
    GIVEN,
    OFFERED,
    Choices,
    Numbered,
    Offer,
    Several,
)
from creativekit.studio.speaking import say, translator


class Part(VerticalScroll, can_focus=False):
    """A screenful that is asked; scrolls where a small terminal has no room for it."""


def head(text: str, about: str | Content = "") -> Iterator[Widget]:
    yield Static(text, markup=False, classes="ask")
    if about:
        yield Static(about, markup=False, classes="note")


def profiles(node: Widget, instrument: Instrument, at: str) -> Numbered:
    """Who answers."""
    offers = [
        Offer(each.id, str(number), say(node, each.title), say(node, each.about))
        for number, each in enumerate(instrument.profiles, 1)
    ]
    return Numbered(offers, at or offers[0].value, id="profile")


def features(node: Widget, instrument: Instrument, profile: str, now: tuple[str, ...]) -> Several:
    """What else such a business has."""
    offers = [
        Offer(each.id, str(number), say(node, each.title))
        for number, each in enumerate(instrument.features_beside(profile), 1)
    ]
    return Several(offers, now, id="features")


class Progress(Widget):
    """A line of as many pieces as there are parts, each as full as it is answered."""

    def __init__(self, asked: Questioning) -> None:
        super().__init__(id="progress-line")
        self.asked = asked

    def render(self) -> Content:
        parts = self.asked.progress()
        room = self.size.width - (len(parts) - 1)
        total = sum(of for _, _, of in parts)
        item = self.asked.item
        pieces: list[Content] = []
        for each, done, of in parts:
            width = max(2, room * of // total)
            full = width * done // of if of else 0
            is_now = item is not None and item.dimension == each.id
            pieces.append(
                Content.assemble(
                    ("━" * full, "$key"),
                    (("╍" if is_now else "─") * (width - full), "bold $key" if is_now else "$line"),
                )
            )
        return Content(" ").join(pieces)


def question(
    node: Widget, asked: Questioning, before: datetime.date | None, explained: bool
) -> Iterator[Widget]:
    """The question that is asked now. before: the day of the run whose answers are offered."""
    item = asked.item
    assert item is not None
    parts = asked.progress()
    place = next(n for n, each in enumerate(parts, 1) if each[0].id == item.dimension)
    of_all = msg("{place} of {all}", place=asked.place + 1, all=len(asked.items))
    yield Progress(asked)
    yield Static(
        Content.assemble(
            (say(node, parts[place - 1][0].title), "bold $key"),
            (f"  {place} / {len(parts)}  ·  {say(node, of_all)}", "$muted"),
        ),
        markup=False,
        id="part-title",
    )
    yield Static(say(node, item.question), markup=False, classes="ask")
    standing = asked.standing
    sign = GIVEN if asked.given is not None else OFFERED
    said = str(standing.said) if standing is not None else ""
    offers = [
        Offer(str(level), str(level), say(node, text), mark=sign if said == str(level) else " ")
        for level, text in enumerate(item.levels)
    ]
    for value, name, text in (
        (NOT_FOR_US, "n", msg("not for us")),
        (DONT_KNOW, "d", msg("we do not know")),
    ):
        mark = sign if said == value else " "
        offers.append(Offer(value, name, say(node, text), mark=mark, beside=True))
    yield Numbered(offers, said, id="levels")
    if explained:
        yield Static(say(node, item.help), markup=False, classes="note")
    yield from _notes(node, asked, before)


def _notes(node: Widget, asked: Questioning, before: datetime.date | None) -> Iterator[Hung]:
    """Where what is marked comes from, and what was seen."""
    standing, reading = asked.standing, asked.reading
    is_seen = standing is not None and standing.basis != "self" and reading is not None
    is_offered = asked.given is None and is_seen
    if not is_seen and asked.given is None and standing is not None and before is not None:
        day = formats.date(before, translator(node).language)
        message = msg("your answer of {date}; Enter keeps it", date=day)
        yield Hung(OFFERED, say(node, message), classes="note -under")
    if reading is not None:
        yield seen(node, reading, "note", is_offered=is_offered)


def seen(node: Widget, reading: Reading, classes: str = "", *, is_offered: bool = False) -> Hung:
    """What was seen from here; it is shown and decides nothing. is_offered: it is what is marked,
    and Enter would take it."""
    told = "; ".join(say(node, each) for each in reading.seen)
    text = say(node, reading.message)
    said = f"{text} ({told})" if told else text
    if is_offered:
        marked = say(node, msg("marked; Enter takes it"))
        said = f"{said} · {marked}"
    return Hung(OFFERED if is_offered else "◇", said, classes=f"seen -under {classes}")


def ending(node: Widget, answers: Answers, asked: Questioning) -> Iterator[Widget]:
    """All was asked."""
    yield Progress(asked)
    count = nmsg("{n} question is answered", "{n} questions are answered", len(asked.items))
    yield from head(say(node, msg("That was all")), say(node, count))
    saids = [each.said for _, each in answers.given]
    left: list[Message] = [
        message
        for message, number in (
            (msg("not for us: {n}", n=saids.count("na")), saids.count("na")),
            (msg("to find out: {n}", n=saids.count("dk")), saids.count("dk")),
        )
        if number
    ]
    if left:
        yield Static(" · ".join(say(node, each) for each in left), markup=False, classes="note")
    yield Choices(
        (
            Offer("end", "", say(node, msg("See where you stand")),
                  say(node, msg("The run is kept, and the report is made."))),
            Offer("back", "", say(node, msg("Look at the answers again")),
                  say(node, msg("Back to the last question."))),
        ),
        "end",
        id="ending",
    )  # fmt: skip
