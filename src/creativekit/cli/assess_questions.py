"""The questions of the self-assessment asked in the terminal, one after another.

Enter keeps what is offered; every answer lies on the disk before the next question is asked.
"""

from __future__ import annotations

from typing import Literal

from creativekit.cli import assess_view as view
from creativekit.cli import talk
from creativekit.cli.assess_keys import ACCEPTED, LEGEND, key, said
from creativekit.cli.assess_profile import PROMPT
from creativekit.errors import Message
from creativekit.presence.instrument import Item
from creativekit.presence.questioning import Questioning

Way = Literal["on", "back", "stop"]


class Questions:
    """What is asked, and how it is shown and typed here."""

    def __init__(self, asked: Questioning) -> None:
        self._asked = asked
        self._shown = ""

    def ask(self) -> Way:
        """Ask from the first that is unanswered. "back": from the first question to what is before.

        Raises EOFError and KeyboardInterrupt as the terminal does.
        """
        talk.out()
        view.paragraph(talk.say(LEGEND), 2, dim=True)
        while (item := self._asked.item) is not None:
            way = self._answer(item)
            if way != "on":
                return way
        return "on"

    def _answer(self, item: Item) -> Way:
        """Until it is answered ("on"), or the person goes back past the first or stops."""
        asked = self._asked
        if item.dimension != self._shown:
            self._shown = item.dimension
            every = asked.instrument.dimensions
            one = asked.instrument.dimension(item.dimension)
            view.dimension(one, every.index(one) + 1, len(every))
        view.question(item, asked.place + 1, len(asked.items), asked.standing, asked.reading)
        while True:
            typed = input(PROMPT)
            match key(typed):
                case "stop":
                    return "stop"
                case "back":
                    return "on" if asked.back() else "back"
                case "help":
                    view.help_(item)
                    continue
                case "keep":
                    if asked.keep():
                        return "on"
                    # Nothing to keep: who does not know says so, and it is known to be asked.
                    view.paragraph(talk.say(ACCEPTED), 6, dim=True)
                    continue
            found = said(typed, item)
            if isinstance(found, Message):
                view.wrong(found)
                view.paragraph(talk.say(ACCEPTED), 6, dim=True)
                continue
            asked.answer(found)
            return "on"
