"""cohort.sqlite: everything that a cohort answered, in one file that a person can copy.

The one file outside of press that this room writes, because SQLite writes it (schema.sql has the
tables). Its own constraints refuse what is no answer, whoever wrote it. Collecting is idempotent
(store_rows.py). Responses go in by the thousand, each thousand whole or not at all: what is killed,
or meets a full disk, leaves a store that the next run completes. Two processes may collect at once
(write-ahead log, https://sqlite.org/wal.html, and a wait for the lock).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from creativekit.cohort import store_file, store_rows
from creativekit.cohort.model import Response
from creativekit.cohort.store_file import VERSION as VERSION
from creativekit.errors import fail, msg

CHUNK = 1000


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
    """A file that was read. hash: SHA-256 of its bytes. vocabulary: digest of what it was read by.
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
    def open(cls, path: Path, *, create: bool = True, check: bool | None = None) -> Store:
        """Open a store, bringing an older one up to date.

        create: make it where there is none. check: read all of it to see that it is whole, which
        takes seconds for a hundred thousand people; by default only where it is small. Damage that
        is met later is told as well.
        Raises InputError for a file that is not there, damaged, newer or not ours; OutputError
        where it cannot be written.
        """
        if not create and not path.is_file():
            fail(
                msg("there is no store of answers; `creativekit cohort collect` makes it"),
                file=str(path),
            )
        return cls(path, store_file.connect(path, check))

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
                with store_file.transaction(self.connection, self.path):
                    added = self._add(batch)
            except sqlite3.IntegrityError:
                # Again, one by one: it happens rarely, and most of the time is saved without.
                with store_file.transaction(self.connection, self.path):
                    added = self._add_carefully(batch, before)
            total, before = total.plus(added), before + len(batch)
        return total

    def delete(self, person: str) -> bool:
        """Forget a person and all that they answered; False where there is none of that id."""
        with store_file.transaction(self.connection, self.path):
            found = self.connection.execute("DELETE FROM person WHERE id = ?", (person,)).rowcount
        with store_file.faults(self.path):
            # What was deleted is to be gone from the file, too (secure_delete), and from its log.
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return found > 0

    def keep_source(self, source: Source) -> None:
        """Note that a file was read to its end."""
        with store_file.transaction(self.connection, self.path):
            self.connection.execute(
                "INSERT INTO source_file VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO UPDATE SET"
                " kind = excluded.kind, vocabulary = excluded.vocabulary, rows = excluded.rows,"
                " refused = excluded.refused, given = excluded.given",
                (
                    source.hash, source.kind, source.vocabulary,
                    source.rows, source.refused, source.given,
                ),
            )  # fmt: skip

    def _add(self, batch: tuple[Response, ...]) -> Added:
        outcomes = [store_rows.add(self.connection, each) for each in batch]
        return Added(outcomes.count("new"), outcomes.count("same"), outcomes.count("changed"))

    def _add_carefully(self, batch: tuple[Response, ...], before: int) -> Added:
        counts = {"new": 0, "same": 0, "changed": 0}
        refused = []
        execute = self.connection.execute
        for place, response in enumerate(batch, before):
            execute("SAVEPOINT one")
            try:
                counts[store_rows.add(self.connection, response)] += 1
            except sqlite3.IntegrityError as error:
                execute("ROLLBACK TO one")
                refused.append((place, str(error)))
            finally:
                if self.connection.in_transaction:  # a full disk has rolled all of it back
                    execute("RELEASE one")
        return Added(counts["new"], counts["same"], counts["changed"], tuple(refused))

    # Reading

    def source(self, hash: str) -> Source | None:
        """The file with such bytes, if one was read."""
        rows = list(self._rows("SELECT * FROM source_file WHERE hash = ?", hash))
        return Source(*rows[0]) if rows else None

    def people(self) -> int:
        """How many there are."""
        ((count,),) = self._rows("SELECT count(*) FROM person")
        return int(count)

    def responses(self) -> Iterator[Response]:
        """Everybody, in the order of their ids, one at a time: needs forms of a person come one a
        response, their self-assessments with the first of them."""
        for (key,) in self._rows("SELECT key FROM person ORDER BY id"):
            yield from store_rows.responses_of(self._rows, int(key))

    def person(self, person: str) -> tuple[Response, ...]:
        """What is kept of one person; empty where there is none of that id."""
        rows = list(self._rows("SELECT key FROM person WHERE id = ?", person))
        return tuple(store_rows.responses_of(self._rows, int(rows[0][0]))) if rows else ()

    def _rows(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        with store_file.faults(self.path):
            yield from self.connection.execute(sql, values)
