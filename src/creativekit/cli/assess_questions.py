"""The questions of the self-assessment asked in the terminal, one after another.

Every answer lies on the disk before the next question is asked. Answers of the last run, with the
steps that were taken since, and what was seen where nothing was answered yet, are offered: Enter
keeps them, so that a later run costs a key a question.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, cast

from creativekit.cli import assess_view as view
from creativekit.cli import talk
from creativekit.cli.assess_keys import ACCEPTED, LEGEND, key, said
from creativekit.cli.assess_profile import PROMPT
from creativekit.errors import Message
from creativekit.presence.answers import Answer, Answers, Said
from creativekit.presence.evidence import Reading
from creativekit.presence.instrument import Instrument, Item

Way = Literal["on", "back", "stop"]


class Questions:
    """answers: what was answered in this run, kept by `save` after each. before: by item, what the
    last run answered. readings: by item, what was seen."""

    def __init__(
        self,
        instrument: Instrument,
        answers: Answers,
        before: Mapping[str, Answer],
        readings: Mapping[str, Reading],
        save: Callable[[Answers], None],
    ) -> None:
        self.answers = answers
        self._instrument = instrument
        self._before = before
        self._readings = readings
        self._save = save
        self._items = answers.asked(instrument)
        self._shown = ""

    def ask(self) -> Way:
        """Ask from the first that is unanswered. "back": from the first question to what is before.

        Raises EOFError and KeyboardInterrupt as the terminal does.
        """
        talk.out()
        view.paragraph(talk.say(LEGEND), 2, dim=True)
        first = self.answers.next_unanswered(self._instrument)
        place = self._items.index(first) if first is not None else len(self._items)
        while place < len(self._items):
            way = self._answer(place)
            if way == "stop":
                return way
            if way == "back" and place == 0:
                return way
            place += 1 if way == "on" else -1
        return "on"

    def _answer(self, place: int) -> Way:
        item = self._items[place]
        now, reading = self._standing(item), self._readings.get(item.id)
        if item.dimension != self._shown:
            self._shown = item.dimension
            every = self._instrument.dimensions
            one = self._instrument.dimension(item.dimension)
            view.dimension(one, every.index(one) + 1, len(every))
        view.question(item, place + 1, len(self._items), now, reading)
        while True:
            typed = input(PROMPT)
            match key(typed):
                case "stop":
                    return "stop"
                case "back":
                    return "back"
                case "help":
                    view.help_(item)
                    continue
                case "keep":
                    if now is not None:
                        self._keep(item, now)
                        return "on"
                    # Nothing to keep: who does not know says so, and it is known to be asked.
                    view.paragraph(talk.say(ACCEPTED), 6, dim=True)
                    continue
            found = said(typed, item)
            if isinstance(found, Message):
                view.wrong(found)
                view.paragraph(talk.say(ACCEPTED), 6, dim=True)
                continue
            note = now.note if now is not None and now.said == found else ""
            self._keep(item, Answer(found, note=note))
            return "on"

    def _standing(self, item: Item) -> Answer | None:
        """What Enter keeps: this run's answer, the last run's, or what was seen."""
        given = self.answers.by_id.get(item.id) or self._before.get(item.id)
        if given is not None:
            return given
        reading = self._readings.get(item.id)
        return Answer(cast(Said, reading.level), reading.basis) if reading is not None else None

    def _keep(self, item: Item, answer: Answer) -> None:
        self.answers = self.answers.answered(item.id, answer)
        self._save(self.answers)
