"""The worksheets' answers while they are being typed: what is in the draft, and what waits.

An answer goes into the draft as soon as it is one. What cannot be used as it is waits here with
what is wrong with it, and all else goes on. An entry of a list that was emptied waits, too, until
its field is left: it takes the entries below with it, and nobody wants that under the cursor.
No textual here: it is tested alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from creativekit.errors import Problem
from creativekit.positioning.asking import is_name, row, row_of
from creativekit.positioning.blanks import Blank, blanks, written
from creativekit.positioning.changes import SECTION, Changes, changes
from creativekit.positioning.filling import Filling, filling
from creativekit.positioning.sheets import SECTIONS, Field, Grid, Worksheet, worksheets
from creativekit.positioning.usable import usable
from creativekit.positioning.words import words
from creativekit.project.model import Project
from creativekit.project.positioning_section import MOST_WORDS, Positioning
from creativekit.studio.draft import Edit
from creativekit.studio.session import Session


class Answers:
    """session: with a project that loads whenever anything is asked of this. language: of the
    texts that are typed. given: what waits, by names of blanks; faults: why, by the same."""

    def __init__(self, session: Session, language: str) -> None:
        self.session = session
        self.language = language
        self.given: dict[str, str] = {}
        self.faults: dict[str, tuple[Problem, ...]] = {}

    @property
    def project(self) -> Project:
        assert self.session.project is not None
        return self.session.project

    @property
    def there(self) -> Positioning:
        return self.project.positioning

    @property
    def sheets(self) -> tuple[Worksheet, ...]:
        """Raises InputError for sheets of the project that are wrong."""
        return worksheets(self.session.folder)

    def filling(self, sheet: Worksheet) -> Filling:
        return filling(sheet, self.there, self.language)

    def every(self, sheet: Worksheet) -> tuple[Blank, ...]:
        """All blanks of a sheet, and those that its lists can grow by."""
        return blanks([sheet], self.there, tuple(self._next(sheet)))

    def shown(self, sheet: Worksheet) -> tuple[Blank, ...]:
        """The blanks to fill in now: a list goes on by one behind its last entry, and the rest of
        a new row comes with its name."""
        every = self.every(sheet)
        return tuple(blank for blank in every if self._is_shown(every, blank))

    def standing(self, blank: Blank) -> str:
        """What is in a blank, as it is or as it was typed."""
        return self.given.get(blank.name, written(self.there, blank, self.language))

    def put(self, sheet: Worksheet, blank: Blank, text: str) -> tuple[Edit, ...]:
        """Take what was typed; returns the edits of the draft that come of it now."""
        self.given[blank.name] = text
        if not text.strip() and _is_entry(blank):
            return ()
        return self.settle(sheet)

    def settle(self, sheet: Worksheet) -> tuple[Edit, ...]:
        """The edits of everything that waits and can be used; the rest goes on waiting."""
        every = self.every(sheet)
        found, taken, lost = usable(lambda given: self._judged(every, given), every, self.given)
        self.given = {name: text for name, text in self.given.items() if name not in taken}
        faults: dict[str, tuple[Problem, ...]] = {}
        for fault in lost:
            faults[fault.blank.name] = (*faults.get(fault.blank.name, ()), fault.problem)
        self.faults = faults
        return found.edits

    def removed(self, sheet: Worksheet, blank: Blank) -> tuple[Edit, ...]:
        """The edits that take out the row, or the entry of a list, that a blank is in."""
        every = self.every(sheet)
        gone = row(every, blank) if row_of(blank) is not None else (blank,)
        self.given.update(dict.fromkeys((each.name for each in gone), ""))
        return self.settle(sheet)

    def forget(self) -> None:
        """Drop what waits."""
        self.given, self.faults = {}, {}

    def _judged(self, asked: tuple[Blank, ...], given: Mapping[str, str]) -> Changes:
        draft, project = self.session.draft, self.project
        assert draft is not None
        return changes(
            project.positioning,
            draft.values.get(SECTION, {}),
            asked,
            given,
            words(self.language, self.session.folder),
            project.languages,
        )

    def _is_shown(self, every: tuple[Blank, ...], blank: Blank) -> bool:
        path = blank.path
        for depth, part in enumerate(path):
            if not isinstance(part, int) or path[depth - 1] == "sliders":
                continue
            if path[depth - 1] == "scores":
                if part >= self._count(("alternatives", "attributes")):
                    return False
                continue
            there = self._count(path[:depth])
            if part > there:
                return False
            is_new_row = part == there and row_of(blank) is not None and depth == 2
            if is_new_row and not is_name(every, blank):
                name, *_ = row(every, blank)
                if not self.standing(name).strip():
                    return False
        return True

    def _next(self, sheet: Worksheet) -> Iterator[str]:
        for part in sheet.parts:
            if isinstance(part, Grid) or part.listed:
                there = self._count((sheet.id, part.key))
                if there < _most(sheet, part):
                    yield f"{sheet.id}.{part.key}.{there}"

    def _count(self, path: tuple[str | int, ...]) -> int:
        """How many entries a list has; words are counted in the language that is typed."""
        value: Any = self.there
        for part in path:
            if isinstance(part, int):
                if part >= len(value):
                    return 0
                value = value[part]
            else:
                value = getattr(value, part)
        if value and isinstance(value[0], tuple):
            return len(dict(value)[self.language])
        return len(value)


def _is_entry(blank: Blank) -> bool:
    """Whether emptying it can take out an entry of a list."""
    path = blank.path
    return path[1] != "sliders" and any(isinstance(part, int) for part in path)


def _most(sheet: Worksheet, part: Field | Grid) -> int:
    """How many entries the schema lets a list have."""
    for each in SECTIONS[sheet.id].model_fields[part.key].metadata:
        if (most := getattr(each, "max_length", None)) is not None:
            return int(most)
    return MOST_WORDS
