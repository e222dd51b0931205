"""Runs are kept as they were, and a damaged record keeps nobody from a new run."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from instruments import small

from creativekit.errors import InputError
from creativekit.presence import history
from creativekit.presence.answers import Answer, Answers
from creativekit.presence.bands import standing
from creativekit.presence.evidence import Reading
from creativekit.presence.history import Run, file_name, of_files, of_project, read, write
from creativekit.presence.plan import plan
from creativekit.presence.scoring import scores

DAY = datetime.date(2026, 11, 26)


def made(said: dict[str, Any], day: datetime.date = DAY, version: str = "2026.1") -> Run:
    given = {
        name: each if isinstance(each, Answer) else Answer(each) for name, each in said.items()
    }
    answers = Answers.of(version, "site", ["premises"], given, 4, day)
    found = scores(answers, small())
    return history.run_of(
        answers,
        found,
        standing(found, answers, small()),
        plan(answers, small(), day),
        {"1.1": Reading("1.1", 2, ())},
    )


FULL = made({"1.1": 0, "1.2": Answer("dk", "trainer", "«Сұрау» керек\n"), "3.1": 4, "3.2": "na"})


def test_a_run_is_read_back_as_it_was_kept() -> None:
    data = write(FULL)
    assert read(data, "a.json") == FULL
    assert write(read(data, "a.json")) == data
    assert "«Сұрау»".encode() in data
    # identity 0 with 3 of 4 known, place 100: 50, which would be Working; 1.1 caps it.
    assert json.loads(data)["overall"] == 50
    assert (FULL.band, FULL.capped_by) == ("visible", ("1.1",))
    assert [each.item for each in FULL.plan] == ["1.1"]


def test_names_of_a_days_runs() -> None:
    assert file_name(DAY) == "2026-11-26.json"
    assert file_name(DAY, {"2026-11-26.json"}) == "2026-11-26-2.json"
    assert file_name(DAY, {"2026-11-26.json", "2026-11-26-2.json"}) == "2026-11-26-3.json"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"schema": 2}, "kept by a newer creativekit"),
        ({"schema": "1"}, "or it was changed"),
        ({"date": "26.11.2026"}, "or it was changed"),
        ({"answers": {"1.1": {"said": 5, "basis": "self"}}}, "or it was changed"),
        ({"answers": {"1.1": {"said": True, "basis": "self", "note": ""}}}, "or it was changed"),
        ({"answers": {"1.1": {"said": 1.0, "basis": "self", "note": ""}}}, "or it was changed"),
        ({"answers": {"1.1": {"said": 1, "basis": "air"}}}, "or it was changed"),
        ({"answers": []}, "or it was changed"),
        ({"overall": 101}, "or it was changed"),
        ({"overall": "50"}, "or it was changed"),
        ({"hours": "4"}, "or it was changed"),
        ({"dimensions": [{"id": "identity"}]}, "or it was changed"),
    ],
)
def test_records_that_were_changed(change: dict[str, Any], said: str) -> None:
    record = json.loads(write(FULL)) | change
    with pytest.raises(InputError) as caught:
        read(json.dumps(record).encode(), "presence/history/2026-11-26.json")
    assert said in str(caught.value)
    assert str(caught.value).startswith("presence/history/2026-11-26.json")


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff\xfe{}", b'{"schema": 1}', b"null", b"7"])
def test_what_is_no_record(data: bytes) -> None:
    with pytest.raises(InputError):
        read(data, "a.json")


def test_runs_are_in_the_order_of_their_days(tmp_path: Path) -> None:
    later = datetime.date(2027, 2, 24)
    folder = tmp_path / history.FOLDER
    assert of_project(tmp_path).runs == ()
    folder.mkdir(parents=True)
    kept = {
        "2027-02-24.json": made({"1.1": 1}, later),
        "2026-11-26.json": made({"1.1": 0}),
        **{f"2026-11-26-{n}.json": made({"1.1": n % 5}) for n in (2, 10, 3)},
    }
    for name, run in kept.items():
        (folder / name).write_bytes(write(run))
    (folder / "notes.txt").write_text("mine", "utf-8")
    (folder / "2026-12-01.json").write_text('{"schema": 1', "utf-8")
    found = of_project(tmp_path)
    assert [run.answers.by_id["1.1"].said for run in found.runs] == [0, 2, 3, 0, 1]
    (warning,) = found.warnings
    assert str(warning) == (
        "presence/history/2026-12-01.json:1: this is not JSON, or it is not complete"
    )
    assert warning.severity == "warning"


def test_a_run_without_a_day_cannot_be_kept() -> None:
    answers = Answers.of("2026.1", "site")
    with pytest.raises(ValueError, match="day"):
        write(Run(answers, scores(answers, small())))


def test_files_of_other_names_are_not_runs() -> None:
    assert of_files([("2026-11-26.json.bak", b""), ("26-11-2026.json", b"")]).warnings == ()
