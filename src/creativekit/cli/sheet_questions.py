"""One worksheet asked in the terminal, question by question.

An answer is judged as soon as it is given, by the rules of the file it will stand in. What a key
alone means: Enter keeps what is there, - takes it out, ? shows hint and example again, < goes back
to the question before, . stops.
"""

from __future__ import annotations

from typing import Literal

from creativekit.cli import talk
from creativekit.cli.answer_book import AnswerBook
from creativekit.cli.question_view import QuestionView
from creativekit.errors import msg
from creativekit.positioning.asking import is_asked, is_name, row, row_of
from creativekit.positioning.blanks import Blank, blanks, written
from creativekit.positioning.changes import Changes, Fault
from creativekit.positioning.sheets import Worksheet
from creativekit.positioning.usable import usable
from creativekit.positioning.words import Words

Way = Literal["on", "back", "stop"]

LEGEND = msg(
    "Enter keeps what is there, - takes it out, ? shows the example again, < goes back, . stops"
    " and keeps what was answered."
)
_PROMPT, _MORE = "    › ", "      "
_KEYS = ("", ".", "<", "?", "-")


class SheetQuestions:
    """The questions of one sheet. What was answered is there when `ask` is interrupted, too."""

    def __init__(self, book: AnswerBook, sheet: Worksheet, said: Words) -> None:
        self.sheet = sheet
        self._book = book
        self._said = said
        self._blanks = blanks([sheet], book.project.positioning)
        self._view = QuestionView(sheet, said)
        self._given: dict[str, str] = {}
        self._asked: list[int] = []

    def ask(self, from_end: bool = False) -> Way:
        """Ask all; `from_end`: begin at the last question, for who comes back to the sheet.

        Raises EOFError and KeyboardInterrupt as the terminal does.
        """
        self._view.head()
        place = 0
        if from_end:
            self._asked = [at for at, each in enumerate(self._blanks) if self._is_asked(each)]
            place = self._asked.pop() if self._asked else 0
        while place < len(self._blanks):
            blank = self._blanks[place]
            if self._is_asked(blank):
                way = self._answer(blank)
                if way == "stop":
                    return way
                if way == "back":
                    if not self._asked:
                        return way
                    place = self._asked.pop()
                    continue
                self._asked.append(place)
            place += 1
        return self._mend()

    def usable(self) -> tuple[Changes, tuple[Fault, ...]]:
        """What the answers change, without those that cannot be used as they are; and what is
        wrong with these.
        """
        found, self._given, lost = usable(
            lambda given: self._book.judge(self._blanks, given, self._said),
            self._blanks,
            self._given,
        )
        return found, lost

    def _changes(self) -> Changes:
        return self._book.judge(self._blanks, self._given, self._said)

    def _answer(self, blank: Blank) -> Way:
        place = self._blanks.index(blank)
        begins = place == 0 or self._blanks[place - 1].path[1] != blank.path[1]
        attribute = self._attribute(blank)
        self._view.question(blank, self._standing(blank), begins, attribute)
        while True:
            text = self._typed(blank)
            match text.strip():
                case "":
                    return "on"
                case ".":
                    return "stop"
                case "<":
                    return "back"
                case "?":
                    self._view.hint(blank)
                    continue
                case "-":
                    self._take_out(blank)
                    return "on"
            before = dict(self._given)
            self._put(blank, text)
            wrong = [each for each in self._changes().faults if each.blank == blank]
            if not wrong:
                return "on"
            self._view.faults(wrong)
            self._given = before

    def _typed(self, blank: Blank) -> str:
        first = input(_PROMPT)
        if blank.lines < 2 or first.strip() in _KEYS:
            return first
        lines = [first]
        while (line := input(_MORE)).strip():
            lines.append(line)
        return "\n".join(lines)

    def _put(self, blank: Blank, text: str) -> None:
        if is_name(self._blanks, blank) and not self._standing(blank):
            # A name typed again brings back the row that was taken out with it.
            for each in row(self._blanks, blank):
                if self._given.get(each.name) == "":
                    del self._given[each.name]
        self._given[blank.name] = text

    def _take_out(self, blank: Blank) -> None:
        whole = row(self._blanks, blank) if is_name(self._blanks, blank) else (blank,)
        self._given.update(dict.fromkeys((each.name for each in whole), ""))

    def _mend(self) -> Way:
        """Ask once more, and once only, what other answers have made wrong or left open."""
        again: set[str] = set()
        while True:
            faults = [each for each in self._changes().faults if each.blank.name not in again]
            if not faults:
                return "on"
            again.add(faults[0].blank.name)
            talk.out()
            self._view.faults(faults[:1])
            if self._answer(faults[0].blank) == "stop":
                return "stop"

    def _is_asked(self, blank: Blank) -> bool:
        return is_asked(self._blanks, blank, self._standing)

    def _standing(self, blank: Blank) -> str:
        """What stands in the blank, with what was answered."""
        given = self._given.get(blank.name)
        if given is not None:
            return given.strip()
        return written(self._book.project.positioning, blank, self._said.language)

    def _attribute(self, blank: Blank) -> str:
        """What a score is for."""
        if row_of(blank) is None or "scores" not in blank.path:
            return ""
        wanted = ("alternatives", "attributes", blank.path[4])
        return next((self._standing(each) for each in self._blanks if each.path[:3] == wanted), "")
