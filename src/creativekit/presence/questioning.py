"""The questions of one run asked one after another, whatever asks them.

Every answer is kept (`save`) before the next question is asked. Answers of the last run, with the
steps that were taken since, and what was seen where nothing was answered yet, are offered: keeping
one costs a key, so that a later run costs a key a question.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from creativekit.presence.answers import Answer, Answers, Said
from creativekit.presence.evidence import Reading
from creativekit.presence.instrument import Dimension, Instrument, Item


class Questioning:
    """answers: what was answered in this run. before: by item, what the last run answered.
    readings: by item, what was seen. items: what is asked, in order; `place` counts them from 0,
    and is their number when all were asked.
    """

    def __init__(
        self,
        instrument: Instrument,
        answers: Answers,
        before: Mapping[str, Answer],
        readings: Mapping[str, Reading],
        save: Callable[[Answers], None],
    ) -> None:
        self.instrument = instrument
        self.answers = answers
        self.items = answers.asked(instrument)
        self._before = before
        self._readings = readings
        self._save = save
        first = answers.next_unanswered(instrument)
        self.place = self.items.index(first) if first is not None else len(self.items)

    @property
    def item(self) -> Item | None:
        """What is asked now; None when all was asked."""
        return self.items[self.place] if self.place < len(self.items) else None

    @property
    def given(self) -> Answer | None:
        """What was answered to it in this run."""
        return self.answers.by_id.get(self.item.id) if self.item is not None else None

    @property
    def reading(self) -> Reading | None:
        """What was seen of it."""
        return self._readings.get(self.item.id) if self.item is not None else None

    @property
    def standing(self) -> Answer | None:
        """What is offered: this run's answer, the last run's, or what was seen."""
        if self.item is None:
            return None
        given = self.given or self._before.get(self.item.id)
        if given is not None:
            return given
        reading = self.reading
        return Answer(cast(Said, reading.level), reading.basis) if reading is not None else None

    def progress(self) -> tuple[tuple[Dimension, int, int], ...]:
        """By dimension, how many of its questions are answered, of how many; without those of
        which nothing is asked."""
        given = self.answers.by_id
        found = []
        for each in self.instrument.dimensions:
            mine = [item.id in given for item in self.items if item.dimension == each.id]
            if mine:
                found.append((each, sum(mine), len(mine)))
        return tuple(found)

    def answer(self, said: Said) -> None:
        """Answer what is asked, keep it, and go on. A remark stays with the answer that it was
        made on; so does what the answer rests on only when it is kept (`keep`)."""
        now = self.standing
        note = now.note if now is not None and now.said == said else ""
        self._take(Answer(said, note=note))

    def keep(self) -> bool:
        """Take what is offered, and go on. False when nothing is."""
        if self.standing is None:
            return False
        self._take(self.standing)
        return True

    def back(self) -> bool:
        """To the question before. False when there is none."""
        if self.place == 0:
            return False
        self.place -= 1
        return True

    def _take(self, answer: Answer) -> None:
        assert self.item is not None
        answers = self.answers.answered(self.item.id, answer)
        self._save(answers)
        self.answers = answers
        self.place += 1
