"""The questions of the needs form, one at a time, for whoever types a printed form in.

Each answer is read exactly as a cell of an export is, so a form that was typed in and one that was
filled in on a telephone are the same. Choices may be given by their number, as they stand on paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from creativekit.cohort.columns import Meaning
from creativekit.cohort.config import Cohort
from creativekit.cohort.export_rows import Head, RowReader
from creativekit.cohort.model import AWARENESS, Response
from creativekit.cohort.needs_form import LANGUAGE_NAMES, PROPOSALS, Words
from creativekit.cohort.vocabulary import Word
from creativekit.errors import Problem
from creativekit.project.localized import LANGUAGES, Localized


@dataclass(frozen=True, slots=True)
class Question:
    """kind: as in `columns.Meaning`. choices: id and text, in the order of the paper; several: how
    many may be chosen. keys: what is typed for each."""

    kind: str
    text: Localized
    which: str = ""
    choices: tuple[tuple[str, Localized], ...] = ()
    several: int = 1
    keys: tuple[str, ...] = field(default=())


def questions(cohort: Cohort, words: Words) -> tuple[Question, ...]:
    """In the order of the printed form."""
    lists = cohort.words
    return tuple(_questions(lists.groups, lists.sectors, lists.settlements, cohort, words))


def _questions(
    groups: Sequence[Word],
    sectors: Sequence[Word],
    settlements: Sequence[Word],
    cohort: Cohort,
    words: Words,
) -> Iterator[Question]:
    lists = cohort.words
    yield Question("code", words["code"])
    yield _choice("group", words["group"], groups)
    yield _choice("sector", words["sector"], sectors)
    yield _choice("settlement", words["settlement"], settlements)
    yield Question("age", words["age"])
    languages = tuple((each, Localized.of(LANGUAGE_NAMES[each])) for each in LANGUAGES)
    yield Question("language", words["language"], "", languages, 1, ("1", "2", "3"))
    yield _choice("needs", words["needs_paper"], lists.needs, 3)
    yield _choice("barriers", words["barriers"], lists.barriers, len(lists.barriers))
    levels = tuple((str(level), words[f"level_{level}"]) for level in AWARENESS)
    for initiative in lists.initiatives:
        keys = tuple(str(level) for level in AWARENESS)
        yield Question("awareness", initiative.title, initiative.id, levels, 1, keys)
    for number in PROPOSALS:
        yield Question("proposal", words[f"proposal_{number}"], str(number))
    if lists.proposals:
        yield _choice("votes", words["votes"], lists.proposals, len(lists.proposals))


def _choice(kind: str, text: Localized, choices: Sequence[Word], several: int = 1) -> Question:
    keys = tuple(str(number) for number in range(1, len(choices) + 1))
    return Question(kind, text, "", tuple((each.id, each.title) for each in choices), several, keys)


class TypedForm:
    """One form on its way in."""

    def __init__(self, reader: RowReader, name: str, number: int) -> None:
        """name: of what is typed in, for messages. number: of the form."""
        self._reader = reader
        self._name = name
        self._number = number
        self._cells: list[tuple[Meaning, str]] = []

    def answer(self, question: Question, typed: str) -> list[Problem]:
        """Take an answer; what is wrong with it, and then it was not taken. "" is no answer."""
        cells = list(self._meant(question, typed.strip()))
        head, row = _as_row(self._name, cells)
        found = self._reader.checked(head, self._number, row)
        if not found:
            self._cells += cells
        return found

    def response(self) -> Response | list[Problem]:
        """The whole form."""
        head, row = _as_row(self._name, self._cells)
        return self._reader.response(head, self._number, row)

    @property
    def is_empty(self) -> bool:
        return not any(value for _, value in self._cells)

    def _meant(self, question: Question, typed: str) -> Iterator[tuple[Meaning, str]]:
        by_key = dict(zip(question.keys, (each for each, _ in question.choices), strict=True))
        if question.kind in ("needs", "barriers", "votes"):
            said = [by_key.get(each, each) for each in typed.replace(",", " ").split()]
            if question.kind == "needs":
                for rank, each in enumerate(said, 1):
                    yield Meaning("need", str(rank)), each
            else:
                yield Meaning(question.kind), " ".join(said)
        else:
            yield Meaning(question.kind, question.which), by_key.get(typed, typed)


def _as_row(name: str, cells: Sequence[tuple[Meaning, str]]) -> tuple[Head, tuple[str, ...]]:
    meanings: Mapping[int, Meaning] = {place: meaning for place, (meaning, _) in enumerate(cells)}
    names = tuple(" ".join(part for part in meaning if part) for meaning, _ in cells)
    return Head(name, names, meanings, True, False), tuple(value for _, value in cells)
