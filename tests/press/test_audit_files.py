"""Audits in the project's folder: the latest is found, and none is lost to one that is spoilt."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import audits_made
import pytest

from creativekit.errors import OutputError
from creativekit.press.audit_files import DRAFT, AuditShelf

DAY, LATER = datetime.date(2026, 8, 26), datetime.date(2026, 11, 25)
GOOD, BAD = audits_made.good(), audits_made.bad()


def kept(folder: Path, name: str, audit: object) -> None:
    AuditShelf(folder).keep(Path(f"{name}.json"), audit)  # type: ignore[arg-type]


def test_the_latest_and_that_of_a_day(tmp_path: Path) -> None:
    assert AuditShelf(tmp_path).latest() is None
    kept(tmp_path, "2026-08-26-9", BAD)
    kept(tmp_path, "2026-08-26-10", GOOD)
    shelf = AuditShelf(tmp_path)
    assert shelf.latest() == shelf.latest(DAY) == GOOD
    assert shelf.latest(LATER) is None
    shelf.keep(Path("2026-11-25.json"), BAD)
    assert shelf.latest() == shelf.latest(LATER) == BAD
    assert shelf.latest(DAY) == GOOD


def test_one_that_is_spoilt_is_told_once_and_the_one_before_is_used(tmp_path: Path) -> None:
    kept(tmp_path, "2026-08-26", GOOD)
    spoilt = tmp_path / "presence/history/2026-11-25.audit.json"
    spoilt.write_text("{", "utf-8")
    (spoilt.parent / "notes.audit.json").write_text("{", "utf-8")
    (spoilt.parent / "2026-12-01.audit.json").mkdir()
    shelf = AuditShelf(tmp_path)
    assert shelf.latest() == shelf.latest() == GOOD
    assert [problem.file for problem in shelf.warnings] == [
        "presence/history/2026-12-01.audit.json", "presence/history/2026-11-25.audit.json"
    ]  # fmt: skip
    assert spoilt.read_text("utf-8") == "{"


def test_of_a_draft(tmp_path: Path) -> None:
    shelf = AuditShelf(tmp_path)
    shelf.remove_draft()
    shelf.save_draft(None)
    assert shelf.draft() is None
    shelf.save_draft(BAD)
    assert AuditShelf(tmp_path).draft() == BAD
    assert AuditShelf(tmp_path).latest() is None
    shelf.remove_draft()
    assert not (tmp_path / DRAFT).exists()
    assert shelf.draft() is None


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    outside, home = tmp_path / "outside", tmp_path / "home"
    outside.mkdir()
    home.mkdir()
    (home / "presence").symlink_to(outside, target_is_directory=True)
    for write in (
        lambda: AuditShelf(home).save_draft(GOOD),
        lambda: kept(home, "2026-08-26", GOOD),
    ):
        with pytest.raises(OutputError):
            write()
    assert os.listdir(outside) == []
