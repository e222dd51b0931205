"""What the columns of an export are for, as far as they are known, and what is said of the rest.

An export by another form, or by an older one, is read as far as it goes: columns that are not known
are named, so that a misspelt one is seen, and so are those that are missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from creativekit.cohort.columns import Columns, Meaning
from creativekit.cohort.export_rows import Head
from creativekit.cohort.vocabulary import Vocabulary
from creativekit.errors import InputError, Message, Problem, msg
from creativekit.presence.instrument import Instrument
from creativekit.project.rejection import shown

_MOST_NAMED = 12


def head_of(
    file: str, names: Sequence[str], columns: Columns, lists: Vocabulary, instrument: Instrument
) -> tuple[Head, tuple[Message, ...]]:
    """What the columns mean, and what is to be said of them. file: its name, for messages.

    Raises InputError for a table in which nothing is known.
    """
    notes: list[Message] = []
    meanings: dict[int, Meaning] = {}
    unknown = []
    for place, name in enumerate(names):
        meaning = columns.of(name)
        if meaning is None:
            if name:
                unknown.append(name)
        elif meaning.kind != "server":
            meanings[place] = meaning
    needs = Columns.asks_needs(meanings)
    presence = Columns.asks_presence(meanings)
    if not needs and not presence:
        message = msg("no column of this table is known: it is no export of our forms")
        raise InputError(Problem(message, file, 1))
    if unknown:
        notes.append(msg("columns that are not read: {names}", names=_some(unknown)))
    if missing := _missing(meanings, needs, presence, lists, instrument):
        notes.append(msg("columns that are missing: {names}", names=_some(missing)))
    other = [
        each.which
        for each in meanings.values()
        if each.kind == "item" and each.which not in instrument.by_id
    ]
    if other:
        notes.append(
            msg("questions of another version of the instrument: {names}", names=_some(other))
        )
    return Head(file, tuple(names), meanings, needs, presence), tuple(notes)


def _missing(
    meanings: Mapping[int, Meaning],
    needs: bool,
    presence: bool,
    lists: Vocabulary,
    instrument: Instrument,
) -> list[str]:
    kinds = {each.kind for each in meanings.values()}
    found = []
    if needs:
        found += [each for each in ("group", "sector", "settlement", "age") if each not in kinds]
        found += [] if "need" in kinds else ["need_1"]
        found += [] if kinds & {"barriers", "barrier"} else ["barriers"]
        asked = {each.which for each in meanings.values() if each.kind == "awareness"}
        found += [each.id for each in lists.initiatives if each.id not in asked]
    if presence:
        found += [] if "profile" in kinds else ["profile"]
        asked = {each.which for each in meanings.values() if each.kind == "item"}
        found += [each.id for each in instrument.items if each.id not in asked]
    return found


def _some(names: Sequence[str]) -> str:
    said = ", ".join(shown(each) for each in names[:_MOST_NAMED])
    return said if len(names) <= _MOST_NAMED else f"{said}, … (+{len(names) - _MOST_NAMED})"
