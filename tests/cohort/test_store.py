"""The store: whole whatever happens, and the same again changes nothing."""

from __future__ import annotations

import datetime
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from cohorts import dump

from creativekit.cohort import store as module
from creativekit.cohort.model import Needs, Person, Presence, Proposal, Response
from creativekit.cohort.store import Source, Store
from creativekit.errors import InputError, OutputError

DAY = datetime.date(2026, 11, 25)


def response(number: int, **changes: object) -> Response:
    person = f"{number:032x}"
    needs = Needs(
        person, DAY, ("money", "space"), ("rent", "time"), {"hub": 2, "decoy": 0},
        (Proposal("=cmd|' /C calc'!A0 🎨", 3),), ("fair",),
    )  # fmt: skip
    presence = Presence(
        person, DAY.replace(day=1), "2026.1", "studio", {"1.1": 4, "1.2": "n", "2.1": "?"},
        {"identity": 100.0, "trust": None}, 100.0,
    )  # fmt: skip
    return Response(
        Person(person, "youth", "craft", "town", "18-24", "kk"),
        replace(needs, **changes),  # type: ignore[arg-type]
        (presence,),
    )


def test_what_is_put_in_comes_out(tmp_path: Path) -> None:
    people = [response(number) for number in range(30)]
    with Store.open(tmp_path / "s.sqlite") as store:
        assert store.add(people, chunk=7)[:3] == (30, 0, 0)
        assert list(store.responses()) == people
        assert store.person(people[3].person.id) == (people[3],)
        assert store.person("f" * 32) == ()


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    people = [response(number) for number in range(10)]
    with Store.open(tmp_path / "s.sqlite") as store:
        store.add(people)
        store.keep_source(Source("a" * 64, "table", "v", 10, 2, "2026-11-25"))
        before = dump(store)
        assert store.add(people)[:3] == (0, 10, 0)
        store.keep_source(Source("a" * 64, "table", "v", 10, 2, "2026-11-25"))
        assert dump(store) == before
        assert store.source("a" * 64) == Source("a" * 64, "table", "v", 10, 2, "2026-11-25")


@pytest.mark.parametrize(
    "changes",
    [
        {"needs": ("space", "money")},
        {"barriers": ()},
        {"awareness": {"hub": 3}},
        {"proposals": ()},
        {"votes": ("studio",)},
    ],
)
def test_another_answer_of_the_same_day_takes_the_place(
    tmp_path: Path, changes: dict[str, object]
) -> None:
    with Store.open(tmp_path / "s.sqlite") as store:
        store.add([response(1)])
        assert store.add([response(1, **changes)])[:3] == (0, 0, 1)
        assert list(store.responses()) == [response(1, **changes)]


def test_a_person_is_completed_and_not_emptied(tmp_path: Path) -> None:
    whole = response(1).person
    bare = Person(whole.id, group="ngo")
    with Store.open(tmp_path / "s.sqlite") as store:
        store.add([Response(whole, Needs(whole.id, DAY, ("money",)))])
        store.add([Response(bare, Needs(whole.id, DAY + datetime.timedelta(days=1)))])
        found = list(store.responses())
        assert [each.person for each in found] == [replace(whole, group="ngo")] * 2
        assert store.people() == 1


@pytest.mark.parametrize(
    "bad",
    [
        Response(Person("short")),
        Response(Person("UPPER" * 4)),
        Response(Person("a" * 32, age_band="900")),  # type: ignore[arg-type]
        Response(Person("a" * 32, language="de")),
        Response(Person("a" * 32), Needs("a" * 32, DAY, ("money", "money"))),
        Response(Person("a" * 32), Needs("a" * 32, DAY, ("a", "b", "c", "d"))),
        Response(Person("a" * 32), Needs("a" * 32, DAY, awareness={"hub": 5})),
        Response(Person("a" * 32), Needs("a" * 32, DAY, proposals=(Proposal("x" * 2001),))),
        Response(Person("a" * 32), None, (Presence("a" * 32, DAY, "1", levels={"1.1": 7}),)),  # type: ignore[dict-item]
        Response(Person("a" * 32), None, (Presence("a" * 32, DAY, "1", overall=101.0),)),
    ],
)
def test_constraints_refuse_it_and_nothing_of_it_stays(tmp_path: Path, bad: Response) -> None:
    with Store.open(tmp_path / "s.sqlite") as store:
        added = store.add([response(1), bad, response(2)])
        assert added.new == 2
        assert [place for place, _ in added.refused] == [1]
        assert list(store.responses()) == [response(1), response(2)]


def test_foreign_keys_hold_and_who_is_forgotten_is_gone_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    secret = replace(response(1).needs, proposals=(Proposal("неповторимое слово"),))  # type: ignore[type-var]
    with Store.open(path) as store:
        store.add([replace(response(1), needs=secret), response(2)])
        with pytest.raises(sqlite3.IntegrityError):
            store.connection.execute("INSERT INTO need VALUES (999, 1, 'money')")
        assert store.delete(response(1).person.id)
        assert not store.delete(response(1).person.id)
        assert list(store.responses()) == [response(2)]
        for table in ("need", "barrier", "awareness", "proposal", "vote"):
            count = store.connection.execute(
                f"SELECT count(*) FROM {table} WHERE response NOT IN"
                " (SELECT key FROM needs_response)"
            )
            assert count.fetchone() == (0,)
    assert "неповторимое".encode() not in path.read_bytes()


def test_a_full_disk_loses_nothing_of_before(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with Store.open(path) as store:
        store.add([response(number) for number in range(20)])
        pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
        store.connection.execute(f"PRAGMA max_page_count = {pages + 4}")
        with pytest.raises(OutputError, match="the disk is full"):
            store.add((response(number) for number in range(20, 2000)), chunk=50)
        kept = store.people()
        assert 20 <= kept < 2000
        assert kept % 50 == 20
    with Store.open(path) as store:
        assert store.people() == kept
        store.add(response(number) for number in range(2000))
        assert store.people() == 2000
        assert store.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize(
    "data",
    [b"this is not a database at all, but a text file" * 40, b"SQLite format 3\0" + b"\xff" * 4080],
)
def test_what_is_no_database_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "s.sqlite"
    path.write_bytes(data)
    with pytest.raises(InputError, match="damaged"):
        Store.open(path)
    assert path.read_bytes() == data


@pytest.mark.parametrize("place", [0.35, 0.6, 0.9])
def test_a_page_that_rotted_is_found(tmp_path: Path, place: float) -> None:
    path = tmp_path / "s.sqlite"
    with Store.open(path) as store:
        store.add(response(number) for number in range(400))
    data = bytearray(path.read_bytes())
    start = int(len(data) * place) // 4096 * 4096
    data[start : start + 4096] = b"\xa5" * 4096
    path.write_bytes(data)
    with pytest.raises(InputError, match="damaged"), Store.open(path):
        pass


def test_a_cut_file_is_found(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with Store.open(path) as store:
        store.add(response(number) for number in range(400))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(InputError, match="damaged"):
        Store.open(path)


def test_other_programs_databases_and_newer_stores_are_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE accounts (id)")
    before = other.read_bytes()
    with pytest.raises(InputError, match="another program"):
        Store.open(other)
    assert other.read_bytes() == before
    newer = tmp_path / "newer.sqlite"
    with Store.open(newer) as store:
        store.connection.execute(f"PRAGMA user_version = {module.VERSION + 1}")
    with pytest.raises(InputError, match="newer"):
        Store.open(newer)
    with pytest.raises(InputError, match="no store"):
        Store.open(tmp_path / "nowhere.sqlite", create=False)
    assert not (tmp_path / "nowhere.sqlite").exists()


_WORK = """
import sys
sys.path[:0] = [{tests!r}]
from pathlib import Path
from test_store import response
from creativekit.cohort.store import Store
with Store.open(Path(sys.argv[1])) as store:
    first = int(sys.argv[2])
    store.add((response(number) for number in range(first, first + 300)), chunk=10)
"""


def test_two_processes_collect_at_once(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    script = _WORK.format(tests=str(Path(__file__).parent))
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(path), str(first)])
        for first in (0, 200, 400)
    ]
    assert [each.wait(60) for each in running] == [0, 0, 0]
    with Store.open(path) as store:
        assert list(store.responses()) == [response(number) for number in range(700)]
        assert store.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert [each.name for each in tmp_path.iterdir()] == ["s.sqlite"]
