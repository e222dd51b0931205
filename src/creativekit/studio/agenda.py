"""The agenda of a workshop: what is said and done, for how long, and on which screen.

Data (templates/workshop.toml), because no two trainers run the same evening; a project's own file
stands in for ours as a whole and is read as strictly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from creativekit.errors import msg
from creativekit.identity.template_table import Sheet, Table
from creativekit.positioning.sheets import worksheets
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.rejection import shown

FILE = "workshop.toml"

Place = Literal["home", "brand", "social", "positioning", "presence"]
PLACES: tuple[Place, ...] = ("home", "brand", "social", "positioning", "presence")
_ID = re.compile(r"[a-z][a-z0-9-]{0,47}")
_MOST_STEPS = 60
_MOST_MINUTES = 480
_LONGEST_COMMAND = 200


@dataclass(frozen=True, slots=True)
class Step:
    """minutes: how long it may take. screen: the area that it opens. sheet: the worksheet that
    Positioning opens at, by its id, or "".

    say: to the hall; do: what the participants do. command: the same in a terminal, or "".
    """

    id: str
    minutes: int
    title: Localized
    say: Localized
    do: Localized
    screen: Place
    command: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """At least one step, in the order in which they are gone through."""

    title: Localized
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """How long all of it may take."""
        return sum(step.minutes for step in self.steps)


def agenda(project_folder: Path | None = None) -> Agenda:
    """The project's own agenda, else ours. Raises InputError with all its problems."""
    return read(templates.read(FILE, project_folder))


@lru_cache(maxsize=4)
def read(data: bytes) -> Agenda:
    """The agenda of the bytes of a file. Raises InputError with all its problems."""
    sheet = Sheet(FILE, data)
    top = sheet.top
    top.whole("schema", 1, 1, 1)
    title = _text(top, "title")
    steps: list[Step] = []
    for table in top.tables("step", 1, _MOST_STEPS):
        steps.append(_step(table, [each.id for each in steps]))
        table.close()
    top.close()
    sheet.problems.raise_if_any()
    return Agenda(title, tuple(steps))


def _step(table: Table, before: list[str]) -> Step:
    screen = table.choice("screen", PLACES)
    return Step(
        _id(table, before),
        _minutes(table),
        _text(table, "title"),
        _text(table, "say"),
        _text(table, "do"),
        screen,
        _command(table),
        _sheet(table, screen),
    )


def _id(table: Table, before: list[str]) -> str:
    found = table.take("id")
    if not (isinstance(found, str) and _ID.fullmatch(found)):
        table.report(
            "id",
            msg(
                "'{found}' is no id: small English letters, digits and -, at most 48",
                found=shown(found),
            ),
        )
        return ""
    if found in before:
        table.report("id", msg("there is another step of this id"))
    return found


def _minutes(table: Table) -> int:
    if "minutes" not in table:
        table.take("minutes")
        table.report("minutes", msg("this key is missing and has no default"))
        return 1
    return table.whole("minutes", 1, _MOST_MINUTES, 1)


def _text(table: Table, key: str) -> Localized:
    """In every language: a trainer changes it in mid-sentence, for a guest."""
    known = len(table.sheet.problems)
    text = table.localized(key)
    if len(table.sheet.problems) > known or not isinstance(table.values.get(key), dict):
        return text
    for language in LANGUAGES:
        if language not in text.languages:
            message = msg("this text is missing in '{language}'", language=language)
            table.report(key, message, LANGUAGES)
    return text


def _command(table: Table) -> str:
    found = table.take("command")
    if found is None:
        return ""
    if (
        isinstance(found, str)
        and found.startswith("creativekit")
        and found.isprintable()
        and len(found) <= _LONGEST_COMMAND
    ):
        return found
    table.report(
        "command",
        msg("this must be one line that begins with creativekit, not {found}", found=shown(found)),
    )
    return ""


def _sheet(table: Table, screen: Place) -> str:
    if "sheet" not in table:
        return ""
    if screen != "positioning":
        table.take("sheet")
        table.report("sheet", msg("only a step of the screen 'positioning' has a worksheet"))
        return ""
    return table.choice("sheet", [each.id for each in worksheets()])
