"""The instrument from templates/presence/: instrument.toml and items/<n>-<dimension>.toml.

A project's own file of the same name wins over ours. All that is wrong in all of the files is found
in one pass: an instrument with a hole in it would give somebody a wrong score, so nothing is left
to chance.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import get_args

from creativekit.errors import InputError, Problem, msg
from creativekit.identity.template_table import Sheet, Table
from creativekit.presence import instrument_rules
from creativekit.presence.instrument import (
    EVERYBODY,
    HIGHEST,
    LEVELS,
    Band,
    Dimension,
    Effort,
    Evidence,
    Feature,
    Gates,
    Instrument,
    Item,
    Profile,
    Requirement,
    Step,
)
from creativekit.presence.instrument_texts import line, three, word, words
from creativekit.project import templates
from creativekit.project.localized import Localized
from creativekit.project.rejection import shown

FILE = "presence/instrument.toml"
ITEMS = "presence/items"
SCHEMA = 1
BANDS = ("starting", "visible", "working", "growing")
COMMANDS = ("brand", "explore", "social", "position", "templates", "assess", "check", "build")

# A level is read by a tired person on a telephone; a question may take two lines of it.
LEVEL_LENGTH, TITLE_LENGTH, TEXT_LENGTH = 90, 80, 400
_MOST_ITEMS = 200
_ID = re.compile(r"[1-9]\d?\.[1-9]\d?")
_NAME = re.compile(r"[a-z][a-z0-9-]{0,31}")
_REQUIRES = re.compile(r"\s*([0-9.]+)\s*>=\s*([1-9])\s*")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,31}")


def instrument(project_folder: Path | None = None) -> Instrument:
    """Ours, with the files that the project puts in the place of ours, or beside them.

    Raises InputError with every problem of every file.
    """
    names = (FILE, *templates.listing(ITEMS, "*.toml", project_folder))
    return read(tuple((name, templates.read(name, project_folder)) for name in names))


@lru_cache(maxsize=8)
def read(files: tuple[tuple[str, bytes], ...]) -> Instrument:
    """The instrument in files, by their names among the templates; instrument.toml comes first.

    Raises InputError with every problem of every file.
    """
    problems: list[Problem] = []
    sheets = []
    for name, data in files:
        try:
            sheets.append(Sheet(name, data))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    frame, *rest = sheets
    found = _frame(frame)
    tables: list[tuple[Item, Table]] = []
    for sheet in rest:
        sheet.top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
        tables += [(_item(each, found), each) for each in sheet.top.tables("item", 1, _MOST_ITEMS)]
        sheet.top.close()
    if not tables:
        frame.top.report("dimension", msg("there are no questions in '{folder}'", folder=ITEMS))
    instrument_rules.check(found, tables, frame.top)
    problems = [problem for sheet in sheets for problem in sheet.problems]
    if problems:
        raise InputError(problems)
    order = {each.id: place for place, each in enumerate(found.dimensions)}
    items = sorted((item for item, _ in tables), key=lambda item: _order(item, order))
    return Instrument(
        found.version,
        found.dimensions,
        found.features,
        found.profiles,
        found.bands,
        found.gates,
        tuple(items),
    )


def _order(item: Item, dimensions: Mapping[str, int]) -> tuple[int, tuple[int, ...]]:
    return dimensions[item.dimension], tuple(int(part) for part in item.id.split("."))


def _frame(sheet: Sheet) -> Instrument:
    """instrument.toml: all but the items."""
    top = sheet.top
    top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
    version = word(top, "version", _VERSION)
    dimensions = []
    for keys in top.tables("dimension", 1, 24):
        dimensions.append(
            Dimension(
                word(keys, "id", _NAME),
                line(keys, "title", TITLE_LENGTH),
                line(keys, "about", TEXT_LENGTH),
            )
        )
        keys.close()
    features = []
    for keys in top.tables("feature", 1, 24):
        features.append(Feature(word(keys, "id", _NAME), line(keys, "title", TITLE_LENGTH)))
        keys.close()
    known = tuple(each.id for each in features)
    profiles = []
    for keys in top.tables("profile", 1, 24):
        profiles.append(
            Profile(
                word(keys, "id", _NAME),
                line(keys, "title", TITLE_LENGTH),
                line(keys, "about", TEXT_LENGTH),
                words(keys, "features", known, 1),
            )
        )
        keys.close()
    bands = _bands(top.table("bands"))
    gates = _gates(top.table("gates"))
    top.close()
    return Instrument(
        version, tuple(dimensions), tuple(features), tuple(profiles), bands, gates, ()
    )


def _bands(keys: Table) -> tuple[Band, ...]:
    found = []
    for name in BANDS:
        band = keys.table(name)
        least = band.whole("from", 0, 100, 0)
        found.append(
            Band(name, least, line(band, "name", TITLE_LENGTH), line(band, "about", TEXT_LENGTH))
        )
        if (len(found) == 1) != (least == 0) or (len(found) > 1 and least <= found[-2].least):
            band.report("from", msg("the first band is from 0, each next one from more"))
        band.close()
    keys.close()
    return tuple(found)


def _gates(keys: Table) -> Gates:
    level = keys.whole("level", 0, HIGHEST - 1, 0)
    band = keys.choice("band", BANDS)
    why = keys.table("why")
    reasons = tuple((name, line(why, name, TEXT_LENGTH)) for name in why.values)
    keys.close()
    return Gates(level, band, reasons)


def _item(keys: Table, frame: Instrument) -> Item:
    features = tuple(each.id for each in frame.features)
    made = Item(
        id=word(keys, "id", _ID),
        dimension=keys.choice("dimension", [each.id for each in frame.dimensions] or [""]),
        weight=keys.whole("weight", 1, 3, 1),
        applies=words(keys, "applies", (EVERYBODY, *features), 1),
        effort=keys.choice("effort", get_args(Effort)),
        basis=words(keys, "basis", get_args(Evidence), 1),
        gate=keys.flag("gate", False),
        requires=_requires(keys),
        question=line(keys, "question", TEXT_LENGTH),
        help=line(keys, "help", TEXT_LENGTH),
        levels=_levels(keys),
        steps=tuple(_step(each) for each in _steps(keys)),
    )
    keys.close()
    return made


def _levels(keys: Table) -> tuple[Localized, ...]:
    value = keys.take("levels")
    if not keys.is_list(value, "levels", LEVELS, LEVELS):
        return ()
    return tuple(
        three(keys, each, "levels", LEVEL_LENGTH, index) for index, each in enumerate(value)
    )


def _steps(keys: Table) -> Sequence[Table]:
    return keys.tables("step", HIGHEST, HIGHEST)


def _step(keys: Table) -> Step:
    command = keys.take("command")
    if command is not None:
        parts = command.split() if isinstance(command, str) else []
        if len(parts) < 2 or parts[0] != "creativekit" or parts[1] not in COMMANDS:
            keys.report(
                "command",
                msg("'{found}' is not a command of creativekit", found=shown(command)),
                tuple(f"creativekit {each}" for each in COMMANDS),
            )
            command = None
    made = Step(line(keys, "action", TEXT_LENGTH), line(keys, "done", TEXT_LENGTH), command)
    keys.close()
    return made


def _requires(keys: Table) -> tuple[Requirement, ...]:
    value = keys.take("requires")
    if value is None or not keys.is_list(value, "requires", 0, 8):
        return ()
    found = []
    for index, each in enumerate(value):
        parts = _REQUIRES.fullmatch(each) if isinstance(each, str) else None
        if parts is None or not 1 <= int(parts[2]) <= HIGHEST:
            keys.report(
                "requires",
                msg("'{found}' is not an item and its level", found=shown(each)),
                ("1.3>=2",),
                None,
                index,
            )
        else:
            found.append(Requirement(parts[1], int(parts[2])))
    return tuple(found)
