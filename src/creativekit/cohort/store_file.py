"""The file of a store: opened, brought up to date, looked through, and its faults in our words.

By SQLite's own means: the header's `application_id` and `user_version` say whose and how old it is
(sqlite.org/fileformat.html), `quick_check` whether it is whole, result codes (sqlite.org/rescode.
html) what went wrong.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from sqlite3 import Connection

from creativekit.errors import CreativekitError, InputError, OutputError, Problem, fail, msg

APPLICATION_ID = 0x434B434F
"""`CKCO`, in the file's header: another program's database is not ours to write into."""
VERSION = 1
WAIT_S = 60.0
CHECKED_WHOLE = 32_000_000
"""Bytes up to which a store is read through each time it is opened: a fraction of a second."""

_MIGRATIONS: Mapping[int, str] = {
    1: files("creativekit.cohort").joinpath("schema.sql").read_text("utf-8"),
}


def connect(path: Path, check: bool | None) -> Connection:
    """An open store, up to date. check: as in `Store.open`. Raises as it does."""
    try:
        connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)
    except sqlite3.Error as error:
        raise _fault(error, path) from error
    try:
        with faults(path):
            _prepare(connection, path, check)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """SQLite's errors as ours; what a constraint refuses is the caller's to handle."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.Error as error:
        raise _fault(error, path) from error


@contextmanager
def transaction(connection: Connection, path: Path) -> Iterator[None]:
    """All of it or nothing; waits for another's to end."""
    with faults(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # a full disk has rolled all of it back
                connection.execute("ROLLBACK")
            raise


def _prepare(connection: Connection, path: Path, check: bool | None) -> None:
    execute = connection.execute
    execute("PRAGMA foreign_keys = ON")
    execute("PRAGMA secure_delete = ON")
    application, version = _header(connection)
    if application not in (0, APPLICATION_ID) or (application == 0 and _is_anothers(connection)):
        fail(
            msg("this is a database of another program; creativekit does not touch it"),
            file=str(path),
        )
    if version > VERSION:
        fail(msg("this store was made by a newer creativekit"), file=str(path))
    _patiently(lambda: execute("PRAGMA journal_mode = WAL").fetchone())
    # The log is on the disk at every checkpoint, which WAL needs to survive a power cut whole.
    execute("PRAGMA synchronous = NORMAL")
    if version < VERSION:
        _migrate(connection)
        return
    if check is None:
        check = path.stat().st_size <= CHECKED_WHOLE
    if check and (found := execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
        raise _damaged(path, found)


def _header(connection: Connection) -> tuple[int, int]:
    execute = connection.execute
    return (
        int(execute("PRAGMA application_id").fetchone()[0]),
        int(execute("PRAGMA user_version").fetchone()[0]),
    )


def _is_anothers(connection: Connection) -> bool:
    found = connection.execute(
        "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
    ).fetchone()[0]
    # Asked again, because another process may have made our tables in between.
    return bool(found) and _header(connection)[0] != APPLICATION_ID


def _migrate(connection: Connection) -> None:
    """From whatever version it has, step by step; another process may be doing the same."""
    execute = connection.execute
    _patiently(lambda: execute("BEGIN IMMEDIATE"))
    try:
        _, version = _header(connection)
        for number in range(version + 1, VERSION + 1):
            for statement in _MIGRATIONS[number].split(";\n"):
                if statement.strip():
                    execute(statement)
            execute(f"PRAGMA user_version = {number}")
        execute(f"PRAGMA application_id = {APPLICATION_ID}")
    except BaseException:
        if connection.in_transaction:
            execute("ROLLBACK")
        raise
    execute("COMMIT")


def _patiently(act: Callable[[], object]) -> None:
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


def _fault(error: sqlite3.Error, path: Path) -> CreativekitError:
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
