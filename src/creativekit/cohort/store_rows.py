"""One response to and from the tables of cohort.sqlite (schema.sql).

A response is known by its person and its day (of a needs form) or month (of a self-assessment), and
by a digest of what it says: the same again is seen without reading what is there. What a source
does not say of a person is not unsaid by it.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from sqlite3 import Connection
from typing import Any, Literal

from creativekit.cohort.model import Needs, Person, Presence, Proposal, Response

Read = Callable[..., Iterable[Any]]
"""Called with SQL and its values; gives rows."""
Outcome = Literal["new", "same", "changed"]

_MONTH = "%Y-%m"
_CHILDREN = ("need", "barrier", "awareness", "proposal", "vote")


def responses_of(read: Read, key: int) -> Iterator[Response]:
    (row,) = read(
        "SELECT id, group_id, sector_id, settlement_id, age_band, language"
        " FROM person WHERE key = ?",
        key,
    )
    person = Person(*row)
    presence = tuple(_presence(read, person.id, *each) for each in read(
        "SELECT key, month, instrument, profile, overall FROM presence_result"
        " WHERE person = ? ORDER BY month", key,
    ))  # fmt: skip
    forms = list(read("SELECT key, date FROM needs_response WHERE person = ? ORDER BY date", key))
    if not forms:
        yield Response(person, None, presence)
    for form, day in forms:
        yield Response(person, _needs(read, person.id, form, day), presence)
        presence = ()


def _needs(read: Read, person: str, form: int, day: str) -> Needs:
    def column(sql: str) -> tuple[str, ...]:
        return tuple(row[0] for row in read(sql, form))

    proposals = read("SELECT text, votes FROM proposal WHERE response = ? ORDER BY position", form)
    known = read(
        "SELECT initiative_id, level FROM awareness WHERE response = ? ORDER BY initiative_id",
        form,
    )
    return Needs(
        person,
        datetime.date.fromisoformat(day),
        column("SELECT need_id FROM need WHERE response = ? ORDER BY rank"),
        column("SELECT barrier_id FROM barrier WHERE response = ? ORDER BY barrier_id"),
        dict(known),
        tuple(Proposal(text, votes) for text, votes in proposals),
        column("SELECT proposal_id FROM vote WHERE response = ? ORDER BY proposal_id"),
    )


def _presence(
    read: Read,
    person: str,
    key: int,
    month: str,
    instrument: str,
    profile: str | None,
    overall: float | None,
) -> Presence:
    return Presence(
        person,
        datetime.date.fromisoformat(f"{month}-01"),
        instrument,
        profile,
        dict(read("SELECT item, level FROM presence_level WHERE result = ?", key)),
        dict(read("SELECT dimension, score FROM presence_dimension WHERE result = ?", key)),
        overall,
    )


def add(connection: Connection, response: Response) -> Outcome:
    key, found = _add_person(connection, response.person)
    outcomes = {found}
    if response.needs is not None:
        outcomes.add(_add_needs(connection, key, response.needs))
    outcomes.update(_add_presence(connection, key, each) for each in response.presence)
    # Somebody known who answers something for the first time is a change, too.
    if found == "new":
        return "new"
    return "same" if outcomes == {"same"} else "changed"


def _add_person(connection: Connection, person: Person) -> tuple[int, Outcome]:
    said = (
        person.group, person.sector, person.settlement, person.age_band, person.language,
    )  # fmt: skip
    row = connection.execute(
        "SELECT key, group_id, sector_id, settlement_id, age_band, language"
        " FROM person WHERE id = ?",
        (person.id,),
    ).fetchone()
    if row is None:
        key = connection.execute(
            "INSERT INTO person (id, group_id, sector_id, settlement_id, age_band, language)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (person.id, *said),
        ).lastrowid
        return int(key or 0), "new"
    # What a source does not say is not unsaid by it.
    merged = tuple(new or old for new, old in zip(said, row[1:], strict=True))
    if merged == row[1:]:
        return row[0], "same"
    connection.execute(
        "UPDATE person SET group_id = ?, sector_id = ?, settlement_id = ?, age_band = ?,"
        " language = ? WHERE key = ?",
        (*merged, row[0]),
    )
    return row[0], "changed"


def _add_needs(connection: Connection, person: int, needs: Needs) -> Outcome:
    execute, many = connection.execute, connection.executemany
    day = needs.date.isoformat()
    mark = _digest(
        needs.needs, sorted(needs.barriers), sorted(needs.awareness.items()),
        [(each.text, each.votes) for each in needs.proposals], sorted(needs.votes),
    )  # fmt: skip
    row = execute(
        "SELECT key, digest FROM needs_response WHERE person = ? AND date = ?", (person, day)
    ).fetchone()
    if row is not None and row[1] == mark:
        return "same"
    if row is None:
        key = execute(
            "INSERT INTO needs_response (person, date, digest) VALUES (?, ?, ?)",
            (person, day, mark),
        ).lastrowid
    else:
        key = row[0]
        execute("UPDATE needs_response SET digest = ? WHERE key = ?", (mark, key))
        for table in _CHILDREN:
            execute(f"DELETE FROM {table} WHERE response = ?", (key,))
    many(
        "INSERT INTO need VALUES (?, ?, ?)",
        [(key, rank, need) for rank, need in enumerate(needs.needs, 1)],
    )
    many("INSERT INTO barrier VALUES (?, ?)", [(key, each) for each in needs.barriers])
    many(
        "INSERT INTO awareness VALUES (?, ?, ?)",
        [(key, *each) for each in needs.awareness.items()],
    )
    many(
        "INSERT INTO proposal VALUES (?, ?, ?, ?)",
        [(key, at, each.text, each.votes) for at, each in enumerate(needs.proposals, 1)],
    )
    many("INSERT INTO vote VALUES (?, ?)", [(key, each) for each in needs.votes])
    return "new" if row is None else "changed"


def _add_presence(connection: Connection, person: int, presence: Presence) -> Outcome:
    execute, many = connection.execute, connection.executemany
    month = presence.date.strftime(_MONTH)
    mark = _digest(
        presence.instrument, presence.profile, presence.overall,
        sorted(presence.levels.items()), sorted(presence.dimensions.items()),
    )  # fmt: skip
    row = execute(
        "SELECT key, digest FROM presence_result WHERE person = ? AND month = ?",
        (person, month),
    ).fetchone()
    if row is not None and row[1] == mark:
        return "same"
    said = (presence.instrument, presence.profile, presence.overall, mark)
    if row is None:
        key = execute(
            "INSERT INTO presence_result (person, month, instrument, profile, overall, digest)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (person, month, *said),
        ).lastrowid
    else:
        key = row[0]
        execute(
            "UPDATE presence_result SET instrument = ?, profile = ?, overall = ?, digest = ?"
            " WHERE key = ?",
            (*said, key),
        )
        execute("DELETE FROM presence_level WHERE result = ?", (key,))
        execute("DELETE FROM presence_dimension WHERE result = ?", (key,))
    many(
        "INSERT INTO presence_level VALUES (?, ?, ?)",
        [(key, *each) for each in presence.levels.items()],
    )
    many(
        "INSERT INTO presence_dimension VALUES (?, ?, ?)",
        [(key, *each) for each in presence.dimensions.items()],
    )
    return "new" if row is None else "changed"


def _digest(*values: object) -> bytes:
    text = json.dumps(values, ensure_ascii=True, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=12).digest()
