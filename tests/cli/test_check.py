"""`creativekit check`: all problems, each with its line, on stdout."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from cli import fake_brand
from cli.running import CONFIG, invoke, project
from creativekit.errors import InputError, Problem, msg

SEVEN = """\
[project]
name = "Саз студиясы"
languages = ["kk", "rus"]
sectr = "music"

[brand]
color = "#0a7e8"
style = "stepe"
logo = { kind = "symbl" }
pairing = "lora-ones"

[contact]
phone = 7
"""


@pytest.fixture(autouse=True)
def _identity(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "creativekit.identity.resolve"
    monkeypatch.setitem(sys.modules, name, fake_brand.MODULES[name])


def test_a_good_project(tmp_path: Path) -> None:
    result = invoke("-C", str(project(tmp_path / "p")), "check")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "Саз студиясы: no problems" in result.stderr


def test_seven_mistakes_are_listed_with_their_lines(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", SEVEN)
    result = invoke("-C", str(folder), "check")
    assert result.exit_code == 3
    lines = [line.split(" ")[0] for line in result.stdout.splitlines()]
    assert lines == [f"creativekit.toml:{number}" for number in (3, 4, 7, 8, 9, 10, 13)]
    assert "did you mean 'steppe'?" in result.stdout
    assert "7 problems" in result.stderr
    assert {path.name for path in folder.iterdir()} == {"creativekit.toml"}


def test_the_same_as_json(tmp_path: Path) -> None:
    result = invoke("-C", str(project(tmp_path / "p", SEVEN)), "check", "--json")
    assert result.exit_code == 3
    assert result.stderr == ""
    said = json.loads(result.stdout)
    assert (said["ok"], said["exit_code"]) == (False, 3)
    assert [problem["line"] for problem in said["problems"]] == [3, 4, 7, 8, 9, 10, 13]
    assert said["problems"][3]["nearest"] == "steppe"


def test_what_only_the_identity_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise InputError(Problem(msg("the face has no Ң"), key="brand.fonts"))

    resolve = fake_brand.module("resolve", identity=fail)
    monkeypatch.setitem(sys.modules, "creativekit.identity.resolve", resolve)
    result = invoke("-C", str(project(tmp_path / "p")), "check")
    assert result.exit_code == 3
    assert "brand.fonts: the face has no Ң" in result.stdout


def test_a_file_that_is_not_toml(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", "[project\nname = 1")
    result = invoke("-C", str(folder), "check")
    assert result.exit_code == 3
    assert result.stdout.startswith("creativekit.toml:1")


def test_a_warning_alone_is_no_error(tmp_path: Path) -> None:
    doubtful = CONFIG + '\n[contact]\nemail = "not an address"\nsite = "x y"\n'
    result = invoke("-C", str(project(tmp_path / "p", doubtful)), "check")
    assert result.exit_code == 0
    assert "warning:" in result.stdout
    assert "warning" in result.stderr
