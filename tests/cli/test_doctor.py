"""`creativekit doctor`: what is looked at, and what is said of what is missing."""

from __future__ import annotations

import io
import json
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import pytest

from cli.running import invoke, project
from creativekit.cli import doctor, doctor_places, doctor_terminal
from creativekit.cli.command import Settings
from creativekit.cli.finding import REINSTALL, Finding
from creativekit.errors import msg


def test_a_whole_computer() -> None:
    result = invoke("doctor", "--json")
    said = json.loads(result.stdout)
    topics = {finding["topic"] for finding in said["findings"]}
    assert {"Languages", "Disk"} <= topics
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
        yield Finding(msg("Typefaces"), msg("none with Kazakh letters"), "bad", REINSTALL)
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
    assert "cannot be written: Permission denied" in " ".join(result.stdout.split())


def test_looking_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    invoke("-C", str(folder), "doctor")
    assert [path.name for path in folder.iterdir()] == ["creativekit.toml"]


def test_every_library_that_is_needed_is_looked_at() -> None:
    """Typefaces are looked at by their letters; the optional parts are not loaded."""
    project_file = Path(__file__).parent.parent.parent / "pyproject.toml"
    needed = {
        re.split("[<>=]", each)[0]
        for each in tomllib.loads(project_file.read_text("utf-8"))["project"]["dependencies"]
    }
    typefaces = {each for each in needed if each.startswith("fontpkg")}
    optional = {package for _, package, _ in doctor.OPTIONAL}
    assert needed - typefaces - optional == set(doctor.LIBRARIES.values())


@pytest.mark.parametrize(
    ("free", "state"), [(10**12, "good"), (300_000_000, "doubtful"), (1_000_000, "bad")]
)
def test_room_on_the_disk(monkeypatch: pytest.MonkeyPatch, free: int, state: str) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    (found,) = doctor_places.room(Settings())
    assert found.state == state
    assert (found.advice is None) == (state == "good")


def test_a_disk_that_does_not_say(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> NoReturn:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("shutil.disk_usage", refuse)
    assert list(doctor_places.room(Settings())) == []


@pytest.mark.parametrize(
    ("allowed", "folder", "states"),
    [
        (None, "x" * 200, []),
        (True, "x" * 200, ["good"]),
        (False, "x", ["good"]),
        (False, "x" * 200, ["doubtful"]),
    ],
)
def test_long_paths(
    monkeypatch: pytest.MonkeyPatch, allowed: bool | None, folder: str, states: list[str]
) -> None:
    monkeypatch.setattr(doctor_places, "allows_long_paths", lambda: allowed)
    found = list(doctor_places.long_paths(Settings(out=f"/{folder}")))
    assert [each.state for each in found] == states


class FakeTerminal(io.StringIO):
    def __init__(self, encoding: str, terminal: bool) -> None:
        super().__init__()
        self._encoding, self._terminal = encoding, terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize(
    ("encoding", "seen", "size", "state", "said"),
    [
        ("utf-8", True, (80, 24), "good", "80×24"),
        ("utf-8", True, (60, 24), "doubtful", "60×24"),
        ("utf-8", True, (120, 20), "doubtful", "120×20"),
        ("utf-8", False, (20, 5), "good", "UTF-8"),
        ("cp1251", True, (80, 24), "doubtful", "CP1251"),
        ("ascii", False, (80, 24), "doubtful", "ASCII"),
        ("no such", True, (80, 24), "doubtful", "NO SUCH"),
    ],
)
def test_terminals(
    monkeypatch: pytest.MonkeyPatch,
    encoding: str,
    seen: bool,
    size: tuple[int, int],
    state: str,
    said: str,
) -> None:
    monkeypatch.setattr("sys.stdout", FakeTerminal(encoding, seen))
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size(size))
    (found,) = doctor_terminal.terminal(Settings())
    assert found.state == state
    assert said in str(found.found)
    assert (found.advice is None) == (state == "good")


@pytest.mark.parametrize(
    ("files", "state"),
    [(("kk.mo", "ru.mo"), "good"), (("kk.po", "ru.mo"), "doubtful"), (("ru.mo",), "bad")],
)
def test_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: tuple[str, ...], state: str
) -> None:
    for file in files:
        folder = tmp_path / file[:2] / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / f"creativekit{file[2:]}").write_bytes(b"")
    monkeypatch.setattr("creativekit.language.catalogs.LOCALES", tmp_path)
    (found,) = doctor_terminal.languages(Settings())
    assert found.state == state


def test_an_optional_part_that_is_absent_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "OPTIONAL", (("no_such", "creativekit[x]", msg("the studio")),))
    monkeypatch.setattr(doctor, "_LOOKS", (doctor._optional,))
    result = invoke("doctor")
    assert result.exit_code == 0
    assert "pip install 'creativekit[x]'" in " ".join(result.stdout.split())
    assert "everything is in order" in result.stderr


def test_an_output_folder_is_looked_at(tmp_path: Path) -> None:
    place = tmp_path / "a" / "b"
    said = json.loads(invoke("doctor", "-o", str(place), "--json").stdout)
    found = next(each for each in said["findings"] if each["topic"] == "Output")
    assert str(place) in found["found"]
    assert not place.exists()
