"""What one participant passed on: the file of `creativekit share --anonymous` (docs/results.md).

Another machine wrote it and perhaps a newer creativekit, so nothing in it is believed before it was
looked at: every value has the form that the format gives it, and what a later version may add is
passed over.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from typing import Any, cast

from creativekit.cohort.choices import Choices
from creativekit.cohort.config import Cohort
from creativekit.cohort.model import Level, Person, Presence, Response
from creativekit.cohort.person_id import PARTICIPANT
from creativekit.errors import InputError, Message, Problem, fail, msg
from creativekit.presence.anonymous import FORMAT, SCHEMA
from creativekit.project.localized import LANGUAGES
from creativekit.project.rejection import shown

MOST_BYTES = 5_000_000
MOST_RUNS = 500

_ITEM = re.compile(r"[1-9]\d?\.[1-9]\d?")
_MONTH = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,31}")
_NAME = re.compile(r"[a-z][a-z0-9-]{0,31}")
_LEVELS: Mapping[object, Level] = {
    **{each: cast(Level, each) for each in range(5)},
    "na": "n",
    "dk": "?",
}


def read(data: bytes, file: str, cohort: Cohort, group: str | None = None) -> Response:
    """The response in a file's bytes. group: of the person, which such a file does not say.

    Raises InputError with what is wrong.
    """
    if len(data) > MOST_BYTES:
        fail(msg("the file is too large: at most {n} bytes", n=MOST_BYTES), file=file)
    try:
        values = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        fail(msg("this is not JSON, or it is not complete"), file=file, line=error.lineno)
    except (UnicodeDecodeError, RecursionError, ValueError):
        fail(msg("this is not JSON, or it is not complete"), file=file)
    return of_values(values, file, cohort, group)


def of_values(values: Any, file: str, cohort: Cohort, group: str | None = None) -> Response:
    """The response in the format's values. Raises InputError as `read` does."""
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        fail(msg("these are not results of creativekit"), file=file, key="format")
    schema = values.get("schema")
    if type(schema) is not int or schema < 1:
        fail(msg("these are not results of creativekit"), file=file, key="schema")
    if schema > SCHEMA:
        fail(msg("these results were written by a newer creativekit"), file=file, key="schema")
    return _File(values, file, cohort).response(group)


class _File:
    """One file; problems are collected."""

    def __init__(self, values: dict[str, Any], file: str, cohort: Cohort) -> None:
        self.values = values
        self.file = file
        self.cohort = cohort
        self.problems: list[Problem] = []

    def wrong(self, key: str, value: object, message: Message | None = None) -> None:
        said = message or msg("'{found}' cannot be used here", found=shown(value))
        self.problems.append(Problem(said, self.file, key=key))

    def response(self, group: str | None) -> Response:
        values, words = self.values, self.cohort.words
        participant = values.get("participant")
        if not isinstance(participant, str) or not PARTICIPANT.fullmatch(participant):
            message = msg("'{found}' is not the id of a participant", found=shown(participant))
            self.wrong("participant", participant, message)
            participant = "0" * 32
        languages = values.get("languages")
        language = languages[0] if isinstance(languages, list) and languages else None
        person = Person(
            participant,
            group,
            self._broadly("sector", Choices.of(words.sectors)),
            self._broadly("settlement", Choices.of(words.settlements)),
            None,
            language if language in LANGUAGES else None,
        )
        runs = values.get("runs")
        by_month: dict[datetime.date, Presence] = {}
        if not isinstance(runs, list) or not 1 <= len(runs) <= MOST_RUNS:
            self.wrong("runs", runs, msg("there is no finished self-assessment in this file"))
        else:
            for number, run in enumerate(runs):
                made = self._run(f"runs[{number + 1}]", run, participant)
                if made is not None:
                    by_month[made.date] = made  # the last of a month stands for it
        if self.problems:
            raise InputError(self.problems)
        return Response(person, None, tuple(by_month[month] for month in sorted(by_month)))

    def _broadly(self, key: str, choices: Choices) -> str | None:
        """A sector or a kind of settlement; one that this cohort does not tell apart is None."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not _NAME.fullmatch(value):
            self.wrong(key, value)
            return None
        try:
            return choices.one(value)
        except Exception as error:
            from pydantic_core import PydanticCustomError

            if not isinstance(error, PydanticCustomError):
                raise
            return None

    def _run(self, key: str, run: object, participant: str) -> Presence | None:
        before = len(self.problems)
        if not isinstance(run, dict):
            self.wrong(key, run)
            return None
        month = run.get("month")
        if not isinstance(month, str) or not _MONTH.fullmatch(month):
            self.wrong(f"{key}.month", month)
            month = "2000-01"
        version = run.get("instrument")
        # A version that its own creativekit did not know is told as null.
        if version is not None and not (isinstance(version, str) and _VERSION.fullmatch(version)):
            self.wrong(f"{key}.instrument", version)
        profile = run.get("profile")
        if profile is not None and not (isinstance(profile, str) and _NAME.fullmatch(profile)):
            self.wrong(f"{key}.profile", profile)
        made = Presence(
            participant,
            datetime.date.fromisoformat(f"{month}-01"),
            version if isinstance(version, str) else "?",
            profile if isinstance(profile, str) else None,
            self._levels(f"{key}.answers", run.get("answers")),
            self._dimensions(f"{key}.dimensions", run.get("dimensions")),
            self._score(f"{key}.overall", run.get("overall")),
        )
        return made if len(self.problems) == before else None

    def _levels(self, key: str, answers: object) -> dict[str, Level]:
        if not isinstance(answers, dict) or len(answers) > 400:
            self.wrong(key, answers)
            return {}
        found: dict[str, Level] = {}
        for item, answer in answers.items():
            said = answer.get("said") if isinstance(answer, dict) else None
            if not _ITEM.fullmatch(item) or isinstance(said, (bool, list, dict, float)):
                self.wrong(f"{key}.{shown(item)}", said)
            elif said not in _LEVELS:
                self.wrong(f"{key}.{item}", said)
            else:
                found[item] = _LEVELS[said]
        return found

    def _dimensions(self, key: str, dimensions: object) -> dict[str, float | None]:
        if not isinstance(dimensions, list) or len(dimensions) > 40:
            self.wrong(key, dimensions)
            return {}
        found: dict[str, float | None] = {}
        for each in dimensions:
            name = each.get("id") if isinstance(each, dict) else None
            if not isinstance(name, str) or not _NAME.fullmatch(name):
                self.wrong(key, name)
            else:
                found[name] = self._score(f"{key}.{name}", each.get("score"))
        return found

    def _score(self, key: str, value: object) -> float | None:
        if value is None:
            return None
        if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 100:
            return float(value)
        self.wrong(key, value)
        return None
