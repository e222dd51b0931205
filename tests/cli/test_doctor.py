"""`creativekit doctor`: what is looked at, and what is said of what is missing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from cli.running import invoke, project
from creativekit.cli import doctor
from creativekit.cli.command import Settings
from creativekit.cli.doctor import Finding
from creativekit.errors import msg


def test_a_whole_computer() -> None:
    result = invoke("doctor", "--json")
    said = json.loads(result.stdout)
    topics = {finding["topic"] for finding in said["findings"]}
    assert {"Python", "Terminal", "This folder", "Cache", "Typefaces", "Libraries"} <= topics
    faces = next(each for each in said["findings"] if each["topic"] == "Typefaces")
    assert "Onest" in faces["found"]
    assert result.exit_code == 0


def test_told_in_columns() -> None:
    lines = invoke("doctor").stdout.splitlines()
    assert lines[1].startswith("  ● Python       3.")
    assert all(len(line) <= 100 for line in lines)


def test_what_is_missing_and_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def look(settings: Settings) -> Iterator[Finding]:
        yield Finding(msg("Typefaces"), msg("none with Kazakh letters"), "bad", doctor._REINSTALL)
        yield Finding(msg("Cache"), "/x", "doubtful", msg("choose a folder of your own"))

    monkeypatch.setattr(doctor, "_LOOKS", (look,))
    result = invoke("doctor")
    assert result.exit_code == 1
    assert "✕ Typefaces" in result.stdout
    assert "→ install creativekit again" in result.stdout
    assert "▲ Cache" in result.stdout
    assert "2 things need a look" in result.stderr


def test_only_doubts_are_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_LOOKS", (lambda settings: iter([Finding("a", "b", "doubtful")]),))
    assert invoke("doctor").exit_code == 0


def test_a_library_that_does_not_load(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(doctor.LIBRARIES, "no_such_library", "no-such-library")
    result = invoke("doctor")
    assert result.exit_code == 1
    assert "no-such-library does not load" in result.stdout


def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    result = invoke("-C", str(project(tmp_path / "p")), "doctor")
    assert result.exit_code == 1
    assert "cannot be written: Permission denied" in result.stdout


def test_looking_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    invoke("-C", str(folder), "doctor")
    assert [path.name for path in folder.iterdir()] == ["creativekit.toml"]
