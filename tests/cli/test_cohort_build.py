"""`creativekit cohort build`: what a person and a program are told."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from cli.running import environment, invoke
from creativekit.cli import registry
from creativekit.errors import ExitCode, Message, NetworkError, Problem, msg
from creativekit.press import many
from creativekit.press.many import Tally
from creativekit.press.project_run import Asked, Outcome
from creativekit.press.report import Failure

NAME = "cohort-build"
WRONG = Problem(
    msg("'{word}' is not a style", word="stepe"), "creativekit.toml", 7, "brand.style", ("bold",),
    "steppe",
)  # fmt: skip
BAD = Outcome("айгерім", failed=(Failure("", Message("1 problem"), (WRONG,)),))
DEAD = Outcome("b\x1b[31m", failed=(Failure("", msg("the process died")),))
PARTLY = Outcome("c", 40, failed=(Failure("social", msg("no photo")),), kept=("brand/a.svg",))
FINE = Outcome("d", 131, 2, 1)
SAME = Outcome("e", 0, 131)


def tally(*outcomes: Outcome, projects: int | None = None, interrupted: bool = False) -> Tally:
    found = Tally(projects or len(outcomes), interrupted=interrupted)
    for outcome in outcomes:
        found.take(outcome)
    found.settle(12.34)
    return found


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Puts `["gives"]` in place of a build, and holds what was asked of it."""
    monkeypatch.setitem(registry.COMMANDS, NAME, ("creativekit.cli.cohort_build", msg("build")))
    said: dict[str, Any] = {"gives": tally(FINE)}

    def build_many(works: Any, asked: Asked, **rest: Any) -> Tally:
        said.update(rest, works=works, asked=asked)
        if isinstance(said["gives"], Exception):
            raise said["gives"]
        return said["gives"]

    monkeypatch.setattr(many, "build_many", build_many)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "creativekit.toml").write_text("")
    return said


def run(folder: Path, *arguments: str, lang: str = "en") -> Result:
    return invoke(NAME, str(folder), *arguments, lang=lang)


def test_what_is_asked_reaches_the_build(tmp_path: Path, asked: dict[str, Any]) -> None:
    result = run(tmp_path, "--only", "social, brand", "--jobs", "3", "--force", "-o", "/tmp/k")
    assert result.exit_code == 0, result.output
    assert [work.kit for work in asked["works"]] == ["/tmp/k/a", "/tmp/k/b"]
    assert asked["asked"] == Asked(("brand", "social"), True)
    assert (asked["workers"], asked["scheduler"]) == (3, None)
    run(tmp_path, "--scheduler", "tcp://10.0.0.5:8786")
    assert (asked["workers"], asked["scheduler"]) == (None, "tcp://10.0.0.5:8786")
    assert asked["asked"] == Asked()
    assert asked["works"][0].kit == str(tmp_path / "a/kit")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--only", "logo"), "'logo' is not a part of a kit; there are brand, social"),
        (("--jobs", "0"), "not a whole number"),
        (("--jobs", "2", "--scheduler", "tcp://a:1"), "--jobs: with --scheduler"),
    ],
)
def test_wrong_usage(
    tmp_path: Path, asked: dict[str, Any], arguments: tuple[str, ...], said: str
) -> None:
    result = run(tmp_path, *arguments)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr
    assert "works" not in asked


def test_one_line_when_all_is_well(tmp_path: Path, asked: dict[str, Any]) -> None:
    asked["gives"] = tally(FINE, SAME)
    result = run(tmp_path)
    assert result.stdout == ""
    assert result.stderr == "● 2 projects · 1 built · 1 up to date · 131 files made · 12.3 s\n"


def test_a_table_of_what_failed_and_why(tmp_path: Path, asked: dict[str, Any]) -> None:
    asked["gives"] = tally(PARTLY, FINE, DEAD, BAD)
    result = run(tmp_path)
    assert result.exit_code == ExitCode.FAILED
    lines = result.stderr.splitlines()
    assert lines[0] == "error: 3 projects could not be made whole:"
    table = [line.split(maxsplit=1) for line in lines[2:5]]
    assert table == [
        ["b", "the process died"],
        ["c", "social: no photo"],
        ["айгерім", "creativekit.toml:7 brand.style: 'stepe' is not a style;"
         " did you mean 'steppe'? (bold)"],
    ]  # fmt: skip
    assert len({line.index(said) for line, (_, said) in zip(lines[2:5], table, strict=True)}) == 1
    assert "1 file is kept as it was edited" in lines[6]
    assert lines[7].startswith("● 4 projects · 1 built · 3 failed")
    assert "\x1b" not in result.stderr


def test_only_wrong_projects_are_the_inputs_fault(tmp_path: Path, asked: dict[str, Any]) -> None:
    asked["gives"] = tally(FINE, BAD)
    assert run(tmp_path).exit_code == ExitCode.INPUT


def test_a_long_table_is_cut(tmp_path: Path, asked: dict[str, Any]) -> None:
    asked["gives"] = tally(*(Outcome(f"{n:03}", failed=DEAD.failed * 9) for n in range(60)))
    result = run(tmp_path)
    assert "… and 20 more; --json names all of them" in result.stderr
    assert len(result.stderr.splitlines()) == 40 + 5
    assert len(json.loads(run(tmp_path, "--json").stdout)["failed"]) == 60


def test_for_programs(tmp_path: Path, asked: dict[str, Any]) -> None:
    asked["gives"] = tally(BAD, FINE, PARTLY, projects=5)
    result = run(tmp_path, "--json")
    assert result.stderr == ""
    found = json.loads(result.stdout)
    assert (found["ok"], found["exit_code"]) == (False, 1)
    assert found["projects"] == {
        "found": 5, "built": 1, "up_to_date": 0, "failed": 2, "not_reached": 2,
    }  # fmt: skip
    assert found["files"] == {"made": 171, "unchanged": 2, "removed": 1}
    assert [each["project"] for each in found["failed"]] == ["c", "айгерім"]
    problem = found["failed"][1]["reasons"][0]["problems"][0]
    assert (problem["line"], problem["nearest"]) == (7, "steppe")
    assert found["kept_edited"] == {"c": ["brand/a.svg"]}


def test_an_interrupted_run_says_how_to_go_on(tmp_path: Path, asked: dict[str, Any]) -> None:
    asked["gives"] = tally(FINE, projects=50, interrupted=True)
    result = run(tmp_path)
    assert result.exit_code == ExitCode.INTERRUPTED
    assert "interrupted: 49 projects are left; the same command goes on" in result.stderr


def test_a_cluster_that_is_not_there(tmp_path: Path, asked: dict[str, Any]) -> None:
    asked["gives"] = NetworkError(msg("no Dask scheduler answers"))
    result = run(tmp_path, "--scheduler", "tcp://127.0.0.1:1")
    assert result.exit_code == ExitCode.NETWORK
    assert result.stderr == "error: no Dask scheduler answers\n"


def test_no_project_is_told(tmp_path: Path, asked: dict[str, Any]) -> None:
    (tmp_path / "empty").mkdir()
    result = run(tmp_path / "empty")
    assert result.exit_code == ExitCode.INPUT
    assert "no project in this folder" in result.stderr


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_help(lang: str, asked: dict[str, Any], tmp_path: Path) -> None:
    result = invoke(NAME, "--help", lang=lang)
    assert result.exit_code == 0
    assert "--scheduler" in result.stdout


def test_dask_is_loaded_for_a_cluster_only() -> None:
    import subprocess

    code = (
        "import sys, creativekit.cli.cohort_build, creativekit.press.many\n"
        "print([name for name in ('distributed', 'dask', 'typst', 'PIL', 'pydantic') if name in"
        " sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment()
    )
    assert done.stdout == "[]\n", done.stderr
