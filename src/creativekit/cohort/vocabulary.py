"""What people may answer with: groups, sectors, settlements, needs, barriers, initiatives, votes.

Each kind is a list of tables of one name, `[[need]]`, whether it stands in cohort.toml or in a file
of templates/cohort/. A cohort.toml with one `[[need]]` in it has all of its needs there; with none,
the file's stand. Every text is needed in kk, ru and en: whoever is asked in Kazakh and reads one
answer of twelve in Russian answers another question.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from creativekit.errors import InputError, msg
from creativekit.identity.template_table import Sheet, Table
from creativekit.jobs import digest
from creativekit.presence.instrument_texts import line, three, word
from creativekit.project import templates
from creativekit.project.localized import Localized
from creativekit.project.rejection import refusal, shown
from creativekit.project.text_rules import cleaned, find_fault

FOLDER = "cohort"
SCHEMA = 1
TITLE_LENGTH, SOURCE_LENGTH = 120, 300
MOST_INVITED = 1_000_000
NO_SOURCE = Localized.of("")
# A list is read on a telephone; sectors and initiatives are the longest that there are.
MOST = 40
ID = re.compile(r"[a-z][a-z0-9-]{0,31}")


@dataclass(frozen=True, slots=True)
class Word:
    """One answer of a list. also: ids of other vocabularies that mean it."""

    id: str
    title: Localized
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group(Word):
    """invited: how many people of it were; present: how many of it came. None: not known."""

    invited: int | None = None
    present: int | None = None

    @property
    def digest(self) -> str:
        """Stands for it in digests: no answer is read otherwise because more people came."""
        return digest(self.id, self.title, self.also)


@dataclass(frozen=True, slots=True)
class Initiative(Word):
    """A programme that people are asked about.

    source: where it is described, one address for all languages or a text in each.
    date: when that was looked at. decoy: there is no such programme.
    """

    source: Localized = NO_SOURCE
    date: datetime.date | None = None
    decoy: bool = False

    @property
    def digest(self) -> str:
        """Stands for it in digests, which know no days."""
        day = self.date.isoformat() if self.date else None
        return digest(self.id, self.title, self.also, self.source, day, self.decoy)


Kind = TypeVar("Kind", bound=Word)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All lists, each in the order in which it is shown."""

    groups: tuple[Group, ...]
    sectors: tuple[Word, ...]
    settlements: tuple[Word, ...]
    needs: tuple[Word, ...]
    barriers: tuple[Word, ...]
    initiatives: tuple[Initiative, ...]
    proposals: tuple[Word, ...] = ()

    @property
    def decoy(self) -> Initiative:
        return next(each for each in self.initiatives if each.decoy)


def read(top: Table, folder: Path | None) -> Vocabulary:
    """The lists in a cohort.toml's top table; what it has no list of comes from the templates.

    Problems of the table are reported to it. Raises InputError for a template that is wrong.
    """

    def of(kind: str, file: str, one: Callable[[Table], Kind], least: int) -> tuple[Kind, ...]:
        if kind in top:
            return _words(top, kind, one, least)
        top.take(kind)
        return _of_file(file, kind, one, least, folder)

    found = Vocabulary(
        of("group", "groups", _group, 1),
        of("sector", "sectors", _word, 1),
        of("settlement", "settlements", _word, 1),
        of("need", "needs", _word, 1),
        of("barrier", "barriers", _word, 1),
        of("initiative", "initiatives", _initiative, 1),
        _words(top, "proposal", _word, 0),
    )
    if "initiative" in top:
        _one_decoy(top, found.initiatives)
    return found


def default_text(file: str, folder: Path | None = None) -> str:
    """The text of a list's template without its head, as it may stand in a cohort.toml."""
    text = templates.read(f"{FOLDER}/{file}.toml", folder).decode("utf-8-sig")
    return text[text.index("[[") :]


def _of_file(
    file: str, kind: str, one: Callable[[Table], Kind], least: int, folder: Path | None
) -> tuple[Kind, ...]:
    name = f"{FOLDER}/{file}.toml"
    sheet = Sheet(name, templates.read(name, folder))
    sheet.top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
    found = _words(sheet.top, kind, one, least)
    if kind == "initiative":
        _one_decoy(sheet.top, found)
    sheet.top.close()
    if sheet.problems.errors:
        raise InputError(sheet.problems)
    return found


def _words(top: Table, kind: str, one: Callable[[Table], Kind], least: int) -> tuple[Kind, ...]:
    found: list[Kind] = []
    seen: set[str] = set()
    for keys in top.tables(kind, least, MOST):
        made = one(keys)
        for each in (made.id, *made.also):
            if each and each in seen:
                keys.report("id", msg("'{id}' is in this list twice", id=each))
            seen.add(each)
        keys.close()
        found.append(made)
    return tuple(found)


def _word(keys: Table) -> Word:
    return Word(word(keys, "id", ID), line(keys, "title", TITLE_LENGTH), _also(keys))


def _group(keys: Table) -> Group:
    made = _word(keys)
    invited, present = (
        keys.whole(name, 0, MOST_INVITED, 0) if name in keys else None
        for name in ("invited", "present")
    )
    return Group(made.id, made.title, made.also, invited, present)


def _initiative(keys: Table) -> Initiative:
    made = _word(keys)
    source = _source(keys)
    day = keys.take("date")
    if type(day) is not datetime.date:
        keys.report("date", msg("'{found}' is not a date", found=shown(day)), ("2026-11-25",))
        day = None
    decoy = keys.flag("decoy", False)
    return Initiative(made.id, made.title, made.also, source, day, decoy)


def _source(keys: Table) -> Localized:
    source = keys.take("source")
    if isinstance(source, dict):
        return three(keys, source, "source", SOURCE_LENGTH)
    if not isinstance(source, str):
        keys.report("source", msg("an initiative needs the source that describes it"))
        return NO_SOURCE
    if (fault := find_fault(cleaned(source), SOURCE_LENGTH)) is not None:
        keys.report("source", refusal(fault)[0])
    return Localized.of(cleaned(source))


def _also(keys: Table) -> tuple[str, ...]:
    value = keys.take("also")
    if value is None or not keys.is_list(value, "also", 0, MOST):
        return ()
    found = []
    for index, each in enumerate(value):
        if isinstance(each, str) and ID.fullmatch(each):
            found.append(each)
        else:
            message = msg("'{found}' cannot be used here", found=shown(each))
            keys.report("also", message, (), None, index)
    return tuple(dict.fromkeys(found))


def _one_decoy(top: Table, initiatives: tuple[Word, ...]) -> None:
    count = sum(isinstance(each, Initiative) and each.decoy for each in initiatives)
    if initiatives and count != 1:
        top.report(
            "initiative",
            msg(
                "exactly one initiative is the decoy, a programme that does not exist;"
                " here there are {count}",
                count=count,
            ),
            ("decoy = true",),
        )
