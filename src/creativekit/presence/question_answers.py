"""A filled form of the questions read back: `creativekit assess --answers filled.pdf`.

Of the form of another version of the instrument the answers are taken whose questions there still
are, as from a file of TOML: an id is never given to another question. The name is on the form for
who collects them, and is kept nowhere.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from pydantic_core import PydanticCustomError

from creativekit.documents.filled_form import FilledForm
from creativekit.documents.form_fields import QUESTIONS, TICKED
from creativekit.documents.form_reading import read_form
from creativekit.errors import Message, Problem, Problems, msg, nearest
from creativekit.presence import answer_words
from creativekit.presence.answers import Answer, Answers
from creativekit.presence.answers_table import column_name
from creativekit.presence.answers_toml import Given
from creativekit.presence.instrument import NO_SITE, SITE, Instrument
from creativekit.presence.question_fields import DATE, FEATURES, HOURS, NAME, PROFILE
from creativekit.project.rejection import refusal, reject, shown
from creativekit.tables import cells

_ITEM = re.compile(r"q([1-9]\d?)_([1-9]\d?)")
_FEATURE = re.compile(rf"{FEATURES}\.[a-z][a-z0-9-]{{0,31}}")

T = TypeVar("T")


def read(data: bytes, file: str, instrument: Instrument) -> Given:
    """The answers in a form. file: what errors call it.

    Raises InputError with all that is wrong in its fields, or for a file that is not such a form
    (`form_reading.read_form`).
    """
    form = read_form(data, file, _is_field, QUESTIONS)
    return _Reading(form, file, instrument).given()


def _is_field(name: str) -> bool:
    """Whether a form of any version may have such a field."""
    if name in (NAME, DATE, HOURS, PROFILE):
        return True
    return bool(_ITEM.fullmatch(name) or _FEATURE.fullmatch(name))


class _Reading:
    """One form on its way to answers; problems are collected."""

    def __init__(self, form: FilledForm, file: str, instrument: Instrument) -> None:
        self.form = form
        self.file = file
        self.instrument = instrument
        self.problems = Problems()
        self.warnings = list(form.notes)

    def given(self) -> Given:
        instrument = self.instrument
        if self.form.edition != instrument.version:
            message = msg(
                "the form asks version '{found}' of the questions, and they are at '{known}' now:"
                " what both ask is taken",
                found=shown(self.form.edition),
                known=instrument.version,
            )
            self.warn(message)
        profile = self.value(PROFILE, self.profile) or ""
        features = self.features()
        date = self.value(DATE, _day)
        hours = self.value(HOURS, answer_words.hours)
        answers = {}
        for name, text in self.form.values.items():
            item = self.item(name)
            if item is not None and text:
                answer = self.value(name, partial(self.said, item))
                if answer is not None:
                    answers[item] = answer
        self.problems.raise_if_any()
        own = instrument.profile(profile).features
        added = [each for each in features if each not in own]
        found = Answers.of(instrument.version, profile, added, answers, hours, date)
        self._tell_unasked(found)
        return Given(found, tuple(self.warnings))

    def value(self, name: str, read: Callable[[str], T]) -> T | None:
        """What `read` makes of a field; None for an empty one, and for a wrong one, which is
        reported. The profile is wanted in any case."""
        text = self.form.values.get(name, "")
        if not text and name != PROFILE:
            return None
        try:
            return read(text)
        except PydanticCustomError as error:
            message, accepted, near = refusal(error)
            self.problems.add(Problem(message, self.file, None, name, accepted, near))
            return None

    def profile(self, text: str) -> str:
        ids = [each.id for each in self.instrument.profiles]
        if not text:
            raise reject(msg("the form does not say which profile answers"), ids)
        if text not in ids:
            message = msg("'{found}' is not a profile", found=shown(text))
            raise reject(message, ids, nearest(text, ids))
        return text

    def features(self) -> list[str]:
        """What is ticked, in the instrument's order."""
        known = {each.id for each in self.instrument.features}
        found = set()
        for name, text in self.form.values.items():
            if not _FEATURE.fullmatch(name) or not text:
                continue
            feature = name.removeprefix(f"{FEATURES}.")
            if feature not in known:
                self._leave_out(name)
            elif self.value(name, _ticked):
                found.add(feature)
        if {SITE, NO_SITE} <= found:
            message = msg("there is a website or there is none: both are ticked")
            self.problems.add(Problem(message, self.file, None, f"{FEATURES}.{NO_SITE}"))
        return [each.id for each in self.instrument.features if each.id in found]

    def item(self, name: str) -> str | None:
        """The id of the item that a field is for; None for other fields, and for a question that
        there is not, which is told."""
        found = _ITEM.fullmatch(name)
        if found is None:
            return None
        item = f"{found[1]}.{found[2]}"
        if item in self.instrument.by_id:
            return item
        if self.form.edition == self.instrument.version:
            self._leave_out(name)
        elif self.form.values[name]:
            self.warn(msg("question '{id}' is not in this version and was left out", id=item), name)
        return None

    def said(self, item: str, text: str) -> Answer | None:
        found = answer_words.said(text, self.instrument.by_id[item])
        return None if found is None else Answer(found)

    def warn(self, message: Message, name: str | None = None) -> None:
        self.warnings.append(Problem(message, self.file, None, name, severity="warning"))

    def _leave_out(self, name: str) -> None:
        self.warn(msg("this field is not one of creativekit's and was left out"), name)

    def _tell_unasked(self, answers: Answers) -> None:
        """A level that counts for nothing, because the question is not for such a business."""
        asked = {each.id for each in answers.asked(self.instrument)}
        for item, answer in answers.given:
            if item not in asked and answer.level is not None:
                message = msg(
                    "question {id} is not asked of '{profile}' with what else is ticked: its answer"
                    " does not count",
                    id=item,
                    profile=answers.profile,
                )
                self.warn(message, column_name(item))


def _ticked(text: str) -> bool:
    if text != TICKED:
        raise reject(msg("'{found}' cannot be used here", found=shown(text)), (TICKED,))
    return True


def _day(text: str) -> datetime.date:
    found = cells.day(text)
    return found.date() if isinstance(found, datetime.datetime) else found
