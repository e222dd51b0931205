"""What was measured, beside what was said.

A reading is a level that was seen to be reached, with what was seen. It never takes the place of
an answer: a person may know more than a file shows, and may have forgotten what it does show. Two
levels apart is worth a look together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from creativekit.errors import Message, msg
from creativekit.presence.answers import Answer, Answers, Basis, Said
from creativekit.presence.instrument import Instrument

APART = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """level: reached for certain; more may be. exact: no more than this can be.

    basis: "file" from the project's own files, "measured" from a live audit. seen: what was seen.
    """

    item: str
    level: int
    seen: tuple[Message, ...]
    basis: Basis = "file"
    exact: bool = False

    @property
    def message(self) -> Message:
        """The level, as certain as it is."""
        if self.exact:
            return msg("Seen: level {level}", level=self.level)
        return msg("Seen: level {level} at least", level=self.level)


Which = Literal["same", "more-said", "more-seen"]


@dataclass(frozen=True, slots=True)
class Gap:
    """An answer beside a reading of the same item.

    which: "more-said" when the person sees it better than what was measured, "more-seen" when
    worse, "same" where there is nothing between them.
    """

    item: str
    said: int
    reading: Reading
    which: Which

    @property
    def apart(self) -> int:
        """How many levels are between the two; from APART on it is worth a look together."""
        return abs(self.said - self.reading.level)

    @property
    def is_agreed(self) -> bool:
        """Whether nothing speaks against the answer: what is seen "at least" leaves room above."""
        leaves_room = self.which == "more-said" and not self.reading.exact
        return not self.apart or (self.apart < APART and leaves_room)

    @property
    def message(self) -> Message:
        """The two side by side, without a reproach: either may be the better informed."""
        said, level = self.said, self.reading.level
        if self.apart < APART:
            return self._close
        if self.which == "more-seen":
            return msg(
                "you say level {said}, and level {level} can be seen already:"
                " you may be doing better than you think",
                said=said,
                level=level,
            )
        if self.reading.exact:
            return msg(
                "you say level {said}, and level {level} was measured: worth another look",
                said=said,
                level=level,
            )
        return msg(
            "you say level {said}; what can be seen from here proves level {level},"
            " and the rest may well be elsewhere",
            said=said,
            level=level,
        )

    @property
    def _close(self) -> Message:
        said, level = self.said, self.reading.level
        if self.which == "same":
            return msg("you say level {said}, and that much can be seen", said=said)
        if self.which == "more-seen":
            return msg(
                "you say level {said}, and level {level} can be seen already:"
                " you may well go one up",
                said=said,
                level=level,
            )
        if self.reading.exact:
            return msg(
                "you say level {said}, and level {level} was measured: close, one apart",
                said=said,
                level=level,
            )
        return msg(
            "you say level {said}; level {level} at least can be seen, and the two go together",
            said=said,
            level=level,
        )


def best(*readings: Iterable[Reading]) -> Mapping[str, Reading]:
    """By item, the reading that says most: an exact one, else the highest; of equals, the last."""
    found: dict[str, Reading] = {}
    for several in readings:
        for each in several:
            other = found.get(each.item)
            if other is None or (each.exact, each.level) >= (other.exact, other.level):
                found[each.item] = each
    return found


def gaps(
    answers: Answers, readings: Mapping[str, Reading], instrument: Instrument
) -> tuple[Gap, ...]:
    """Where what a person (or a trainer) said and what was measured are far apart, in order."""
    return tuple(each for each in beside(answers, readings, instrument) if each.apart >= APART)


def beside(
    answers: Answers, readings: Mapping[str, Reading], instrument: Instrument
) -> tuple[Gap, ...]:
    """What a person (or a trainer) said beside what was measured, wherever there are both."""
    given = answers.by_id
    found = []
    for item in answers.asked(instrument):
        reading, answer = readings.get(item.id), given.get(item.id)
        if reading is None or answer is None or answer.basis not in ("self", "trainer"):
            continue
        level = answer.level
        if level is not None:
            which: Which = "same"
            if level != reading.level:
                which = "more-said" if level > reading.level else "more-seen"
            found.append(Gap(item.id, level, reading, which))
    return tuple(found)


def with_readings(
    answers: Answers, readings: Mapping[str, Reading], instrument: Instrument
) -> Answers:
    """With what was measured as the answer where a person has given none yet. What a person said,
    "don't know" too, stays."""
    for item in answers.asked(instrument):
        reading = readings.get(item.id)
        if reading is not None and item.id not in answers.by_id:
            answer = Answer(cast(Said, reading.level), reading.basis)
            answers = answers.answered(item.id, answer)
    return answers
