"""What a filled form, or answers typed in a terminal, would change in the config.

Only what differs from what is there counts, so a form that was printed with its answers and given
back as it was changes nothing. All that is wrong is found in one pass, by the same schema that the
config is read with, and told by the question that stands on the sheet. Nothing is written here: the
edits are for `project.writing.change`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from creativekit.errors import InputError, Message, Problem, msg
from creativekit.positioning import places, typed
from creativekit.positioning.blanks import Blank, held, written
from creativekit.positioning.words import Words
from creativekit.project import wording
from creativekit.project.localized import LANGUAGES
from creativekit.project.positioning_section import Positioning
from creativekit.project.rejection import refusal
from creativekit.project.toml_positions import Key
from creativekit.project.toml_values import Value
from creativekit.project.values import Setting

SECTION = "positioning"
# A complaint about a whole table is about these: it is told at the last of them that was changed.
_WHOLE = {"price": ("price.tax", "price.fee")}


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that becomes another; "" is none. question: as it stands on the sheet."""

    blank: Blank
    question: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the answer in a blank."""

    blank: Blank
    problem: Problem


@dataclass(frozen=True, slots=True)
class Changes:
    """changes: in the order of the sheets. edits: for `writing.change`. answers: what there would
    be then; None when there are faults. left_out: names of answers that no sheet asks for."""

    changes: tuple[Change, ...]
    edits: tuple[tuple[Key, Value | None], ...]
    answers: Positioning | None
    faults: tuple[Fault, ...] = ()
    left_out: tuple[str, ...] = ()

    def raise_if_wrong(self) -> None:
        """Raise InputError with every fault, if there is one."""
        if self.faults:
            raise InputError(fault.problem for fault in self.faults)


def changes(
    current: Positioning,
    table: Mapping[str, Any],
    asked: Sequence[Blank],
    given: Mapping[str, str],
    said: Words,
    languages: Sequence[str],
    file: str | None = None,
) -> Changes:
    """The changes that the texts `given` by blanks' names make.

    current: the answers that there are; table: the same as TOML holds them. asked: the blanks that
    names are looked up in. said: the words in the language of the form. languages: the project's,
    the main one first. file: where the texts are from, for messages.
    """
    language = said.language
    blanks = {blank.name: blank for blank in asked}
    found: list[Change] = []
    faults: dict[str, list[Problem]] = {}

    def report(
        name: str, message: Message, accepted: Sequence[str] = (), near: str | None = None
    ) -> None:
        key = typed.question(blanks[name], said)
        problem = Problem(message, file=file, key=key, accepted=tuple(accepted), nearest=near)
        if problem not in faults.setdefault(name, []):
            faults[name].append(problem)

    tables = places.Places(table, current, language, languages)
    for blank in asked:
        if blank.name not in given:
            continue
        try:
            answer = typed.answer(given[blank.name], blank)
        except PydanticCustomError as error:
            report(blank.name, *refusal(error))
            continue
        if _changes_nothing(answer, blank, current, table, language):
            continue
        tables.put(blank, answer)
        old = written(current, blank, language)
        found.append(Change(blank, typed.question(blank, said), old, typed.shown(answer)))
    for row, lost in tuple(_rows_that_go(found, asked, tables, said)):
        tables.remove(row)
        found.extend(lost)
    found.extend(_scores_that_go(found, asked, current, tables, said))
    order = {blank.name: place for place, blank in enumerate(asked)}
    found.sort(key=lambda change: order[change.blank.name])
    unsettled = set()
    for name, message in tables.settle():
        if name in blanks:
            report(name, message)
            unsettled.add(name.rpartition(".")[0])
    origins: dict[Key, int] = {}
    compact = places.compact(tables.tree, origins)
    answers = None
    try:
        answers = Positioning.model_validate(compact, context=Setting(main=languages[0]))
    except ValidationError as error:
        for complaint in error.errors(include_url=False):
            path = _path(complaint["loc"], origins)
            if path not in unsettled and (place := _blank_at(path, found, blanks)) is not None:
                report(place, *_said(complaint))
    wrong = sorted(faults, key=order.__getitem__)
    return Changes(
        tuple(found),
        () if wrong else tuple(places.edits(dict(table), tables.tree, (SECTION,))),
        None if wrong else answers,
        tuple(Fault(blanks[name], problem) for name in wrong for problem in faults[name]),
        tuple(name for name, text in given.items() if name not in blanks and text.strip()),
    )


def _changes_nothing(
    answer: places.Answer, blank: Blank, current: Positioning, table: Any, language: str
) -> bool:
    there = written(current, blank, language)
    if blank.kind == "text":
        return answer == typed.text(there, blank)
    if answer is not None:
        # A number with more digits than are shown is itself where it is shown as it was.
        return answer == held(current, blank, language) or typed.shown(answer) == there
    if not there:
        return True
    # A weight that was never written stands there by default; emptied, it would stand there again.
    return not _is_there(table, blank.path)


def _is_there(table: Any, path: Key) -> bool:
    for part in path:
        try:
            table = table[part]
        except (LookupError, TypeError):
            return False
    return True


def _rows_that_go(
    found: Sequence[Change], asked: Sequence[Blank], tables: places.Places, said: Words
) -> Iterator[tuple[Key, list[Change]]]:
    """Rows that were emptied, numbers and all: they go, the texts of other languages with them."""
    rows: dict[Key, list[Blank]] = {}
    for blank in asked:
        if (row := _row(blank)) is not None:
            rows.setdefault(row, []).append(blank)
    for row in dict.fromkeys(_row(change.blank) for change in found):
        cells = rows.get(row or ())
        if row is None or not cells or all(cell.kind == "text" for cell in cells):
            continue
        if any(typed.shown(tables.get(cell)) for cell in cells):
            continue
        texts = [cell for cell in cells if cell.kind == "text"]
        if texts and not any(change.blank in texts for change in found):
            continue
        yield (
            row,
            [
                Change(cell, f"{typed.question(cell, said)} ({language})", text, "")
                for cell in texts
                for language, text in tables.other_languages(cell)
            ],
        )


def _scores_that_go(
    found: Sequence[Change],
    asked: Sequence[Blank],
    current: Positioning,
    tables: places.Places,
    said: Words,
) -> list[Change]:
    """Scores that nobody touched, of attributes that are no longer there."""
    rows = tables.tree.get("alternatives", {}).get("attributes", [])
    gone = {place for place, row in enumerate(rows) if places.is_empty(row)}
    touched = {change.blank.name for change in found}
    return [
        Change(blank, typed.question(blank, said), old, "")
        for blank in asked
        if "scores" in blank.path and blank.path[-1] in gone and blank.name not in touched
        if (old := written(current, blank, said.language))
    ]


def _row(blank: Blank) -> Key | None:
    path = blank.path
    if path[:2] == ("map", "ours"):
        return path[:2]
    return path[:3] if len(path) > 3 and isinstance(path[2], int) else None


def _path(found: tuple[str | int, ...], origins: Mapping[Key, int]) -> str:
    """The name of a blank, or of what blanks are in, for the place of a complaint."""
    parts = [
        str(origins.get(found[: depth + 1], part))
        for depth, part in enumerate(found)
        if part not in LANGUAGES
    ]
    return ".".join(parts)


def _blank_at(path: str, found: Iterable[Change], blanks: Mapping[str, Blank]) -> str | None:
    """The blank that a complaint is told at: its own, else a changed one of what it is in."""
    changed = [change.blank.name for change in found]
    path = next((each for each in _WHOLE.get(path, ()) if each in changed), path)
    while path:
        if path in blanks:
            return path
        for name in (*changed, *blanks):
            if name.startswith(f"{path}."):
                return name
        path = path.rpartition(".")[0]
    return next(iter(changed), None)


def _said(complaint: ErrorDetails) -> tuple[Message, Sequence[str], str | None]:
    if complaint["type"] == "missing":
        message = msg("this has to be answered, too, or all that goes with it left empty")
        return message, (), None
    return wording.said(complaint, Positioning)
