"""cohort.sqlite: everything that a cohort answered, in one file that a person can copy.

The one file outside of press that this room writes, because SQLite writes it (schema.sql has the
tables). Its own constraints refuse what is no answer, whoever wrote it. Collecting is idempotent: a
response is known by its person and its day, and by a digest of what it says, so the same one again
changes nothing. Responses go in by the thousand, each thousand whole or not at all: what is killed,
or meets a full disk, leaves a store that the next run completes. Two processes may collect at once
(write-ahead log, https://sqlite.org/wal.html, and a wait for the lock).
"""

from __future__ import annotations

import datetime
import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from importlib.resources import files
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from creativekit.cohort.model import Needs, Person, Presence, Proposal, Response
from creativekit.errors import CreativekitError, InputError, OutputError, Problem, fail, msg

APPLICATION_ID = 0x434B434F
"""`CKCO`, in the file's header: another program's database is not ours to write into."""
VERSION = 1
CHUNK = 1000
WAIT_S = 60.0

_MONTH, _DAY = "%Y-%m", "%Y-%m-%d"
_CHILDREN = ("need", "barrier", "awareness", "proposal", "vote")


class Added(NamedTuple):
    """Responses: new ones, the same as before, changed ones; refused: by the store's own
    constraints, with their place among those given, from 0."""

    new: int = 0
    same: int = 0
    changed: int = 0
    refused: tuple[tuple[int, str], ...] = ()

    def plus(self, other: Added) -> Added:
        return Added(
            self.new + other.new,
            self.same + other.same,
            self.changed + other.changed,
            self.refused + other.refused,
        )


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read. hash: SHA-256 of its bytes. vocabulary: `Cohort.vocabulary_digest`.
    rows: read, refused ones among them. given: when, as the caller says it."""

    hash: str
    kind: str
    vocabulary: str
    rows: int = 0
    refused: int = 0
    given: str | None = None


class Store:
    """An open store; a context manager. Make one with `Store.open`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        """For reading with SQL; see schema.sql."""

    @classmethod
    def open(cls, path: Path, *, create: bool = True, check: bool = True) -> Store:
        """Open a store, bringing an older one up to date.

        create: make it where there is none. check: read all of it to see that it is whole (about a
        second for a hundred thousand people).
        Raises InputError for a file that is not there, damaged, newer or not ours; OutputError
        where it cannot be written.
        """
        if not create and not path.is_file():
            fail(
                msg("there is no store of answers; `creativekit cohort collect` makes it"),
                file=str(path),
            )
        try:
            connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)
        except sqlite3.Error as error:
            raise _fault(error, path) from error
        store = cls(path, connection)
        try:
            with store._faults():
                store._prepare(check)
        except BaseException:
            connection.close()
            raise
        return store

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self.connection.close()

    # Writing

    def add(self, responses: Iterable[Response], chunk: int = CHUNK) -> Added:
        """Put responses in; those that are there already, and say the same, change nothing.

        Raises OutputError for a disk that is full; what was added before stays.
        """
        total, before = Added(), 0
        source = iter(responses)
        while batch := tuple(islice(source, chunk)):
            try:
                with self._transaction():
                    added = self._add(batch)
            except OutputError as error:
                if not isinstance(error.__cause__, sqlite3.IntegrityError):
                    raise
                # Again, one by one: it happens rarely, and most of the time is saved without.
                with self._transaction():
                    added = self._add_carefully(batch, before)
            total, before = total.plus(added), before + len(batch)
        return total

    def delete(self, person: str) -> bool:
        """Forget a person and all that they answered; False where there is none of that id."""
        with self._transaction():
            found = self.connection.execute("DELETE FROM person WHERE id = ?", (person,)).rowcount
        with self._faults():
            # What was deleted is to be gone from the file, too (secure_delete), and from its log.
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return found > 0

    def keep_source(self, source: Source) -> None:
        """Note that a file was read to its end."""
        with self._transaction():
            self.connection.execute(
                "INSERT INTO source_file VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO UPDATE SET"
                " kind = excluded.kind, vocabulary = excluded.vocabulary, rows = excluded.rows,"
                " refused = excluded.refused, given = excluded.given",
                (
                    source.hash, source.kind, source.vocabulary,
                    source.rows, source.refused, source.given,
                ),
            )  # fmt: skip

    # Reading

    def source(self, hash: str) -> Source | None:
        with self._faults():
            row = self.connection.execute(
                "SELECT * FROM source_file WHERE hash = ?", (hash,)
            ).fetchone()
        return Source(*row) if row else None

    def people(self) -> int:
        with self._faults():
            return int(self.connection.execute("SELECT count(*) FROM person").fetchone()[0])

    def responses(self) -> Iterator[Response]:
        """Everybody, in the order of their ids, one at a time: all needs forms of a person come
        one a response, the self-assessments with the first of them."""
        # One statement at a time is open, so that a reader may stop halfway.
        ids = self._rows("SELECT key FROM person ORDER BY id")
        for (key,) in ids:
            yield from self._responses_of(int(key))

    def person(self, person: str) -> tuple[Response, ...]:
        """What is kept of one person; empty where there is none of that id."""
        rows = list(self._rows("SELECT key FROM person WHERE id = ?", person))
        return tuple(self._responses_of(int(rows[0][0]))) if rows else ()

    def _responses_of(self, key: int) -> Iterator[Response]:
        (row,) = self._rows(
            "SELECT id, group_id, sector_id, settlement_id, age_band, language"
            " FROM person WHERE key = ?",
            key,
        )
        person = Person(*row)
        presence = tuple(self._presence(person.id, *each) for each in self._rows(
            "SELECT key, month, instrument, profile, overall FROM presence_result"
            " WHERE person = ? ORDER BY month", key,
        ))  # fmt: skip
        forms = list(
            self._rows("SELECT key, date FROM needs_response WHERE person = ? ORDER BY date", key)
        )
        if not forms:
            yield Response(person, None, presence)
        for form, day in forms:
            yield Response(person, self._needs(person.id, form, day), presence)
            presence = ()

    def _needs(self, person: str, form: int, day: str) -> Needs:
        def column(sql: str) -> tuple[str, ...]:
            return tuple(row[0] for row in self._rows(sql, form))

        proposals = self._rows(
            "SELECT text, votes FROM proposal WHERE response = ? ORDER BY position", form
        )
        known = self._rows(
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
        self,
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
            dict(self._rows("SELECT item, level FROM presence_level WHERE result = ?", key)),
            dict(
                self._rows("SELECT dimension, score FROM presence_dimension WHERE result = ?", key)
            ),
            overall,
        )

    def _rows(self, sql: str, *values: object) -> Iterator[tuple]:  # type: ignore[type-arg]
        with self._faults():
            yield from self.connection.execute(sql, values)

    # Adding one batch

    def _add(self, batch: tuple[Response, ...]) -> Added:
        outcomes = [self._add_one(each) for each in batch]
        return Added(*(outcomes.count(each) for each in ("new", "same", "changed")))

    def _add_carefully(self, batch: tuple[Response, ...], before: int) -> Added:
        counts = {"new": 0, "same": 0, "changed": 0}
        refused = []
        execute = self.connection.execute
        for place, response in enumerate(batch, before):
            execute("SAVEPOINT one")
            try:
                counts[self._add_one(response)] += 1
            except sqlite3.IntegrityError as error:
                execute("ROLLBACK TO one")
                refused.append((place, str(error)))
            finally:
                if self.connection.in_transaction:  # a full disk has rolled all of it back
                    execute("RELEASE one")
        return Added(counts["new"], counts["same"], counts["changed"], tuple(refused))

    def _add_one(self, response: Response) -> str:
        key, found = self._add_person(response.person)
        outcomes = {found}
        if response.needs is not None:
            outcomes.add(self._add_needs(key, response.needs))
        outcomes.update(self._add_presence(key, each) for each in response.presence)
        # Somebody known who answers something for the first time is a change, too.
        if found == "new":
            return "new"
        return "same" if outcomes == {"same"} else "changed"

    def _add_person(self, person: Person) -> tuple[int, str]:
        said = (
            person.group, person.sector, person.settlement, person.age_band, person.language,
        )  # fmt: skip
        row = self.connection.execute(
            "SELECT key, group_id, sector_id, settlement_id, age_band, language"
            " FROM person WHERE id = ?",
            (person.id,),
        ).fetchone()
        if row is None:
            key = self.connection.execute(
                "INSERT INTO person (id, group_id, sector_id, settlement_id, age_band, language)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (person.id, *said),
            ).lastrowid
            return int(key or 0), "new"
        # What a source does not say is not unsaid by it.
        merged = tuple(new or old for new, old in zip(said, row[1:], strict=True))
        if merged == row[1:]:
            return row[0], "same"
        self.connection.execute(
            "UPDATE person SET group_id = ?, sector_id = ?, settlement_id = ?, age_band = ?,"
            " language = ? WHERE key = ?",
            (*merged, row[0]),
        )
        return row[0], "changed"

    def _add_needs(self, person: int, needs: Needs) -> str:
        execute, many = self.connection.execute, self.connection.executemany
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

    def _add_presence(self, person: int, presence: Presence) -> str:
        execute, many = self.connection.execute, self.connection.executemany
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

    # The file itself

    def _prepare(self, check: bool) -> None:
        execute = self.connection.execute
        execute("PRAGMA foreign_keys = ON")
        execute("PRAGMA secure_delete = ON")
        application, version = self._header()
        if application not in (0, APPLICATION_ID) or (application == 0 and self._has_tables()):
            fail(
                msg("this is a database of another program; creativekit does not touch it"),
                file=str(self.path),
            )
        if version > VERSION:
            fail(msg("this store was made by a newer creativekit"), file=str(self.path))
        self._patiently(lambda: execute("PRAGMA journal_mode = WAL").fetchone())
        # The log is on the disk at every checkpoint, which WAL needs to survive a power cut whole.
        execute("PRAGMA synchronous = NORMAL")
        if version < VERSION:
            self._migrate()
        elif check and (found := execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise _damaged(self.path, found)

    def _header(self) -> tuple[int, int]:
        execute = self.connection.execute
        return (
            int(execute("PRAGMA application_id").fetchone()[0]),
            int(execute("PRAGMA user_version").fetchone()[0]),
        )

    def _has_tables(self) -> bool:
        # Asked apart from the header, between which another process may have made the tables.
        found = self.connection.execute(
            "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
        ).fetchone()[0]
        return bool(found) and self._header()[0] != APPLICATION_ID

    def _migrate(self) -> None:
        """From whatever version it has, step by step; another process may be doing the same."""
        execute = self.connection.execute
        self._patiently(lambda: execute("BEGIN IMMEDIATE"))
        try:
            _, version = self._header()
            for number in range(version + 1, VERSION + 1):
                for statement in _MIGRATIONS[number].split(";\n"):
                    if statement.strip():
                        execute(statement)
                execute(f"PRAGMA user_version = {number}")
            execute(f"PRAGMA application_id = {APPLICATION_ID}")
        except BaseException:
            if self.connection.in_transaction:
                execute("ROLLBACK")
            raise
        execute("COMMIT")

    def _patiently(self, act: Callable[[], object]) -> None:
        """Changing to WAL does not wait for another's lock by itself."""
        until = time.monotonic() + WAIT_S
        while True:
            try:
                act()
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(0.05)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._faults():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _fault(error, self.path) from error


_MIGRATIONS: Mapping[int, str] = {
    1: files("creativekit.cohort").joinpath("schema.sql").read_text("utf-8"),
}


def _digest(*values: object) -> bytes:
    text = json.dumps(values, ensure_ascii=True, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=12).digest()


def _fault(error: sqlite3.Error, path: Path) -> CreativekitError:
    """What went wrong, in words of ours, by SQLite's result code (sqlite.org/rescode.html)."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return _damaged(path, str(error))
    if code == sqlite3.SQLITE_FULL:
        return OutputError(
            msg(
                "the disk is full; what was collected before is safe in '{path}', make room and"
                " collect again",
                path=str(path),
            )
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return OutputError(msg("another program is writing into '{path}'", path=str(path)))
    return OutputError(
        msg("'{path}' cannot be written: {reason}", path=str(path), reason=str(error))
    )


def _damaged(path: Path, reason: str) -> InputError:
    return InputError(
        Problem(
            msg(
                "the store of answers is damaged ({reason}); put a copy of it in its place, or move"
                " it away and collect again from the files",
                reason=reason.splitlines()[0],
            ),
            file=str(path),
        )
    )
