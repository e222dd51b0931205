"""`creativekit build`: a line a capability, the page, and exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from cli.running import CONFIG, invoke, project
from creativekit.cli import viewer
from creativekit.errors import ExitCode, InputError, Message, Problem, msg
from creativekit.press import build as builds
from creativekit.press.build import Built
from creativekit.press.report import Failure, RunReport

MADE = RunReport(made=("brand/a.svg", "brand/b.svg"), seconds=1.25)
SAME = RunReport(unchanged=("social/a.png",))
PAGE = RunReport(made=("index.html",))
WARNING = Problem(msg("a doubt"), file="creativekit.toml", line=3, severity="warning")
WRONG = Problem(msg("wrong"), file="creativekit.toml", line=7)
FINE = Built({"brand": MADE, "social": SAME}, {}, ("presence",), PAGE, (WARNING,), False, 2.0)
UNCHANGED = Built({"brand": SAME}, gallery=RunReport(unchanged=("index.html",)))
FAULTY = Built(
    {"brand": RunReport(failed=(Failure("brand/a.pdf", msg("there is not enough memory")),))},
    {"social": Failure("social", Message("1 problem"), (WRONG,))},
    gallery=PAGE,
)
REFUSED = Built({"brand": MADE}, FAULTY.refused, gallery=PAGE)

Give = Callable[[Built | Exception], Path]


@pytest.fixture
def gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Give:
    """Makes a build give this, for a project in the folder that comes back."""

    def put(result: Built | Exception) -> Path:
        def build(config: Path, kit: Path, **asked: object) -> Built:
            if isinstance(result, Exception):
                raise result
            kit.mkdir(exist_ok=True)
            (kit / "index.html").write_text("page")
            (kit / "asked.json").write_text(json.dumps({key: str(asked[key]) for key in asked}))
            return result

        monkeypatch.setattr(builds, "build", build)
        return project(tmp_path / "Саз студиясы")

    return put


def run(folder: Path, *arguments: str, lang: str = "en") -> Result:
    return invoke("-C", str(folder), "build", *arguments, lang=lang)


def test_a_line_a_capability_and_the_page(gives: Give) -> None:
    result = run(gives(FINE))
    assert result.exit_code == 0
    assert result.stdout == ""
    lines = [line.split() for line in result.stderr.splitlines() if line.strip()]
    assert "a doubt" in result.stderr
    assert ["brand", "kit", "2", "2", "made"] in [line[:5] for line in lines]
    assert ["posts", "1", "up", "to", "date"] in [line[:5] for line in lines]
    assert any("no self-assessment yet: creativekit assess" in " ".join(line) for line in lines)
    assert "3 files made · 1 unchanged · 2.0 s" in result.stderr
    assert "kit/index.html" in result.stderr


def test_nothing_to_do_is_one_line(gives: Give) -> None:
    result = run(gives(UNCHANGED))
    assert "everything is up to date: 2 files in" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("built", "code"),
    [(FINE, ExitCode.DONE), (REFUSED, ExitCode.INPUT), (FAULTY, ExitCode.FAILED)],
)
def test_exit_codes(gives: Give, built: Built, code: ExitCode) -> None:
    folder = gives(built)
    assert run(folder).exit_code == code
    shown = json.loads(run(folder, "--json").stdout)
    assert shown["exit_code"] == code
    assert shown["ok"] is (code == ExitCode.DONE)


def test_what_could_not_be_made_is_told(gives: Give) -> None:
    said = run(gives(FAULTY)).stderr
    assert "creativekit.toml:7" in said
    assert "nothing was made of these: posts" in said
    assert "1 file could not be made" in said


def test_a_project_that_cannot_be_read(gives: Give) -> None:
    result = run(gives(InputError(WRONG)))
    assert result.exit_code == ExitCode.INPUT
    assert "creativekit.toml:7" in result.stderr


def test_the_report_as_json(gives: Give) -> None:
    result = run(gives(FINE), "--json")
    assert result.stderr == ""
    shown = json.loads(result.stdout)
    assert shown["made"] == ["brand/a.svg", "brand/b.svg", "index.html"]
    assert shown["capabilities"]["brand"]["made"] == ["brand/a.svg", "brand/b.svg"]
    assert shown["absent"] == ["presence"]
    assert [each["message"] for each in shown["warnings"]] == ["a doubt"]
    assert Path(shown["page"]).name == "index.html"


@pytest.mark.parametrize(("built", "opened"), [(FINE, 1), (FAULTY, 0)])
def test_the_page_is_opened(
    gives: Give, monkeypatch: pytest.MonkeyPatch, built: Built, opened: int
) -> None:
    seen: list[Path] = []
    monkeypatch.setattr(viewer, "show", seen.append)
    run(gives(built), "--open")
    assert [each.name for each in seen] == ["index.html"] * opened


def test_options_reach_the_build(gives: Give) -> None:
    folder = gives(FINE)
    run(folder, "--force", "--jobs", "3")
    asked = json.loads((folder / "kit/asked.json").read_text())
    assert asked["force"] == "True"
    assert asked["workers"] == "3"


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_it_speaks_three_languages(gives: Give, lang: str) -> None:
    assert run(gives(FINE), lang=lang).exit_code == 0


def test_a_real_one_of_a_broken_project(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", CONFIG.replace("0a7e8c", "teal-ish"))
    result = run(folder)
    assert result.exit_code == ExitCode.INPUT
    assert "brand.color" in result.stderr
    assert not (folder / "kit").exists()
