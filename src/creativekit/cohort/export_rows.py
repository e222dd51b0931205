"""A row of an export as what one person answered, or everything that is wrong with it.

A row is taken whole or not at all: half an answer would count as "not answered" in one table of the
report and as somebody present in another. What a form cannot know better than its author (an age of
900, a text of a megabyte, a fourth need) is a mistake of typing, and is said with its column.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from pydantic_core import PydanticCustomError

from creativekit.cohort import cell_values, person_id
from creativekit.cohort.choices import Choices, plain, ticked
from creativekit.cohort.columns import Meaning, folded
from creativekit.cohort.config import Cohort
from creativekit.cohort.model import (
    AWARENESS,
    MOST_NEEDS,
    MOST_PROPOSALS,
    Level,
    Needs,
    Person,
    Presence,
    Proposal,
    Response,
)
from creativekit.cohort.needs_form import LANGUAGE_NAMES, Words
from creativekit.cohort.presence_scores import Scorer
from creativekit.errors import Problem, msg
from creativekit.presence import answer_words
from creativekit.presence.answers import DONT_KNOW, NOT_FOR_US
from creativekit.presence.instrument import Instrument
from creativekit.project.rejection import refusal, reject, shown

_LEVELS: Mapping[str, Level] = {
    **{str(each): cast(Level, each) for each in range(5)},
    NOT_FOR_US: "n",
    DONT_KNOW: "?",
}
_OF_ONE = frozenset({"proposal", "code", "participant", "submission"})
_REMEMBERED, _MOST_REMEMBERED = 400, 100_000
_VERSION = re.compile(r"\d{1,4}(?:\.\d{1,4}){1,2}")


@dataclass(frozen=True, slots=True)
class Head:
    """A table's columns: by place, what they are called and what they mean."""

    file: str
    names: tuple[str, ...]
    meanings: Mapping[int, Meaning]
    needs: bool
    presence: bool


@dataclass(slots=True)
class _Row:
    """What was found in one row so far."""

    single: dict[str, tuple[str, Any]] = field(default_factory=dict)
    needs: dict[int, str] = field(default_factory=dict)
    barriers: dict[str, None] = field(default_factory=dict)
    votes: dict[str, None] = field(default_factory=dict)
    features: dict[str, None] = field(default_factory=dict)
    awareness: dict[str, int] = field(default_factory=dict)
    proposals: dict[int, str] = field(default_factory=dict)
    levels: dict[str, Level] = field(default_factory=dict)
    submissions: dict[int, str] = field(default_factory=dict)
    moments: dict[int, datetime.date] = field(default_factory=dict)


class RowReader:
    """Reads rows for one cohort."""

    def __init__(self, cohort: Cohort, words: Words, instrument: Instrument, key: bytes) -> None:
        lists = cohort.words
        self._cohort = cohort
        self._instrument = instrument
        self._key = key
        self._scorer = Scorer(instrument)
        self._choices = {
            "group": Choices.of(lists.groups),
            "sector": Choices.of(lists.sectors),
            "settlement": Choices.of(lists.settlements),
            "need": Choices.of(lists.needs),
            "barriers": Choices.of(lists.barriers),
            "votes": Choices.of(lists.proposals),
            "language": Choices(
                (code, (LANGUAGE_NAMES[code], *names))
                for code, names in {
                    "kk": ("Kazakh", "Казахский", "қазақ тілі"),
                    "ru": ("Russian", "орыс тілі", "орысша"),
                    "en": ("английский", "ағылшын тілі", "ағылшынша"),
                }.items()
            ),
            "awareness": Choices(
                (str(level), (text for _, text in words[f"level_{level}"].texts))
                for level in AWARENESS
            ),
            "profile": Choices(
                (each.id, (text for _, text in each.title.texts)) for each in instrument.profiles
            ),
            "features": Choices(
                (each.id, (text for _, text in each.title.texts)) for each in instrument.features
            ),
        }

        # What cells said before: a survey's are the same few again and again.
        self._read: dict[tuple[Meaning, str], object] = {}
        self._labels: dict[tuple[str, str], Level] = {
            (item.id, folded(text)): cast(Level, level)
            for item in instrument.items
            for level, label in enumerate(item.levels)
            for _, text in label.texts
        }

    def response(
        self, head: Head, number: int, row: Sequence[object], group: str | None = None
    ) -> Response | list[Problem]:
        """number: the row's, for messages. group: of people who do not say theirs."""
        found, problems = self._cells(head, number, row)
        if not problems:
            try:
                return self._whole(found, head, row, group)
            except _WrongError as error:
                problems.append(_problem(error.why, head.file, number, error.column))
        return problems

    def checked(self, head: Head, number: int, row: Sequence[object]) -> list[Problem]:
        """What is wrong with single cells, of a row that may be a part of one."""
        found, problems = self._cells(head, number, row)
        if not problems:
            try:
                self._ranked(found, head)
            except _WrongError as error:
                problems.append(_problem(error.why, head.file, number, error.column))
        return problems

    def _cells(self, head: Head, number: int, row: Sequence[object]) -> tuple[_Row, list[Problem]]:
        found = _Row()
        problems: list[Problem] = []
        for place, meaning in head.meanings.items():
            value = row[place] if place < len(row) else None
            if value is None or value == "":
                continue
            try:
                self._cell(found, meaning, head.names[place], value)
            except PydanticCustomError as error:
                problems.append(_problem(error, head.file, number, head.names[place]))
        return found, problems

    def _cell(self, found: _Row, meaning: Meaning, name: str, value: object) -> None:
        kind, which = meaning
        read: Any
        if isinstance(value, str) and len(value) <= _REMEMBERED:
            if (meaning, value) in self._read:
                read = self._read[meaning, value]
            else:
                read = self._meant(meaning, value)
                if kind not in _OF_ONE and len(self._read) < _MOST_REMEMBERED:
                    self._read[meaning, value] = read
        else:
            read = self._meant(meaning, value)
        if read is None:
            return
        match kind:
            case "item":
                found.levels[which] = read
            case "awareness":
                found.awareness[which] = read
            case "barrier" | "vote" | "feature":
                if read:
                    getattr(found, f"{kind}s")[which] = None
            case "barriers" | "votes" | "features":
                getattr(found, kind).update(dict.fromkeys(read))
            case "need":
                found.needs[int(which)] = read
            case "proposal":
                if read:
                    found.proposals[int(which)] = read
            case "submission":
                found.submissions[int(which)] = read
            case "when":
                found.moments[int(which)] = read
            case _:
                found.single[kind] = (name, read)

    def _meant(self, meaning: Meaning, value: object) -> object:
        """What a cell says, or None where it says nothing. Raises the refusal of anything else."""
        kind, which = meaning
        if isinstance(value, str) and not value.strip():
            return None
        match kind:
            case "item":
                return self._level(which, value)
            case "awareness":
                return int(self._choices[kind].one(value))
            case "barrier" | "vote" | "feature":
                return ticked(value)
            case "barriers" | "votes" | "features":
                return self._choices[kind].several(value)
            case "proposal":
                return cell_values.proposal(value)
            case "when" | "date":
                return cell_values.day(value)
            case "age":
                return cell_values.age(value)
            case "code":
                return cell_values.code(value)
            case "participant":
                return cell_values.participant(value)
            case "submission" | "version":
                return plain(value)
            case _:
                return self._choices[kind].one(value)

    def _level(self, item: str, value: object) -> Level | None:
        text = value.strip() if isinstance(value, str) else plain(value)
        if (known := _LEVELS.get(text)) is not None:
            return known
        if item not in self._instrument.by_id:
            raise reject(
                msg("'{found}' is not an answer", found=shown(value)), answer_words.ACCEPTED
            )
        try:
            # First, because a level may be worded as "we do not know" is, and then it is that.
            said = answer_words.said(value, self._instrument.by_id[item])
        except PydanticCustomError:
            if (by_label := self._labels.get((item, folded(text)))) is not None:
                return by_label
            raise
        return None if said is None else _LEVELS[str(said)]

    def _whole(self, found: _Row, head: Head, row: Sequence[object], group: str | None) -> Response:
        single = found.single

        def of(kind: str) -> Any:
            return single[kind][1] if kind in single else None

        day = of("date") or next((found.moments[each] for each in sorted(found.moments)), None)
        day = day or self._cohort.date
        person = Person(
            self._id(found, row),
            of("group") or group,
            of("sector"),
            of("settlement"),
            of("age"),
            of("language"),
        )
        needs = self._needs(found, head, person.id, day) if head.needs else None
        presence = self._presence(found, head, person.id, day)
        if needs is None and presence is None:
            raise _WrongError(reject(msg("the row answers nothing")), "")
        return Response(person, needs, () if presence is None else (presence,))

    def _id(self, found: _Row, row: Sequence[object]) -> str:
        if "participant" in found.single:
            return str(found.single["participant"][1])
        if found.single.get("code", ("", ""))[1]:
            return person_id.from_code(self._key, found.single["code"][1])
        if found.submissions:
            number = found.submissions[min(found.submissions)]
            return person_id.from_submission(self._key, number)
        said = "\x1f".join(plain(each) for each in row)
        return person_id.from_answers(self._key, said)

    def _ranked(self, found: _Row, head: Head) -> tuple[str, ...]:
        ranked = tuple(found.needs[rank] for rank in sorted(found.needs))
        if len(set(ranked)) != len(ranked):
            twice = next(each for each in ranked if ranked.count(each) > 1)
            last = max(rank for rank in found.needs if found.needs[rank] == twice)
            why = reject(msg("'{found}' is chosen twice", found=twice))
            raise _WrongError(why, head.names[_place(head, Meaning("need", str(last)))])
        if len(ranked) > MOST_NEEDS:
            why = reject(
                msg("at most {n} needs are ranked, not {found}", n=MOST_NEEDS, found=len(ranked))
            )
            raise _WrongError(why, head.names[_place(head, Meaning("need", str(max(found.needs))))])
        return ranked

    def _needs(self, found: _Row, head: Head, person: str, day: datetime.date) -> Needs | None:
        ranked = self._ranked(found, head)
        lists = self._cohort.words
        needs = Needs(
            person,
            day,
            ranked,
            tuple(each.id for each in lists.barriers if each.id in found.barriers),
            found.awareness,
            tuple(Proposal(found.proposals[at]) for at in sorted(found.proposals))[:MOST_PROPOSALS],
            tuple(each.id for each in lists.proposals if each.id in found.votes),
        )
        said = (needs.needs, needs.barriers, needs.awareness, needs.proposals, needs.votes)
        # A form that was sent with only the first page filled in is somebody who was there.
        return needs if any(said) or not head.presence or "group" in found.single else None

    def _presence(
        self, found: _Row, head: Head, person: str, day: datetime.date
    ) -> Presence | None:
        if not found.levels:
            return None
        instrument = self._instrument
        version = str(found.single["version"][1]) if "version" in found.single else ""
        version = version if _VERSION.fullmatch(version) else instrument.version
        profile = found.single["profile"][1] if "profile" in found.single else None
        overall: float | None = None
        dimensions: dict[str, float | None] = {}
        # By another version's weights, or not knowing what was asked, a score would be a guess.
        if profile is not None and version == instrument.version:
            features = tuple(sorted(found.features))
            overall, dimensions = self._scorer.scores(profile, features, found.levels)
        month = day.replace(day=1)
        return Presence(person, month, version, profile, found.levels, dimensions, overall)


class _WrongError(Exception):
    """The row as a whole is wrong; column: where it shows."""

    def __init__(self, why: PydanticCustomError, column: str) -> None:
        super().__init__(str(why))
        self.why = why
        self.column = column


def _place(head: Head, meaning: Meaning) -> int:
    return next(place for place, each in head.meanings.items() if each == meaning)


def _problem(error: PydanticCustomError, file: str, number: int, column: str) -> Problem:
    message, accepted, near = refusal(error)
    return Problem(message, file, number, column or None, tuple(accepted), near)
