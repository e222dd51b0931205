"""`creativekit position import`: shown first, asked for, written whole, with the old file kept."""

from __future__ import annotations

import json
import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from cli.running import CONFIG, invoke
from cli.running import project as make_project
from creativekit.cli import answer_book, position_import
from creativekit.errors import Problem, msg

ANSWERS = """
# the sheets
[positioning.audience]  # who
who = { kk = "Айша", ru = "Айша" } # a friend
[positioning.alternatives]
attributes = [
  { name = "Жылуы", weight = 5 }, # first
  # to be found
]
"""


@dataclass
class Form:
    values: dict[str, str]
    language: str = "kk"
    notes: tuple[Problem, ...] = ()
    version: int = 1
    sheets: tuple[int, ...] = field(default=(1, 2))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = make_project(tmp_path / "p", CONFIG + ANSWERS)
    (folder / "form.pdf").write_bytes(b"%PDF-")
    return folder


def give(monkeypatch: pytest.MonkeyPatch, form: Form) -> None:
    monkeypatch.setattr(position_import, "_read", lambda file: form)


def bring(home: Path, *options: str, lang: str = "en") -> Any:
    return invoke(
        "-C", str(home), "position", "import", str(home / "form.pdf"), *options, lang=lang
    )


def config(home: Path) -> str:
    return (home / "creativekit.toml").read_text("utf-8")


def files(home: Path) -> list[str]:
    return sorted(os.listdir(home))


def test_shown_written_and_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, Form({"audience.who": "Динара", "alternatives.attributes.0.weight": "4"}))
    before = config(home)
    result = bring(home, "--yes")
    assert result.exit_code == 0, result.stderr
    assert "1. Бір адам, бір сәт\n    ~ Кім: Айша → Динара" in result.stdout
    assert "~ Неге қарап таңдайды: Маңызы 1: 5 → 4" in result.stdout
    assert "2 answers are now in" in result.stderr
    assert "creativekit.toml.bak" in result.stderr
    assert "position --open" in result.stderr
    assert config(home) == before.replace('kk = "Айша"', 'kk = "Динара"').replace("= 5", "= 4")
    assert (home / "creativekit.toml.bak").read_text("utf-8") == before
    again = bring(home, "--yes")
    assert again.exit_code == 0
    assert "nothing new" in again.stderr
    assert files(home) == ["creativekit.toml", "creativekit.toml.bak", "form.pdf"]


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_only_shown(home: Path, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    give(monkeypatch, Form({"audience.quote": "жаңа"}))
    before = config(home)
    result = bring(home, "--dry-run", lang=lang)
    assert result.exit_code == 0
    assert "+ Өз сөзі: жаңа" in result.stdout
    assert config(home) == before
    assert files(home) == ["creativekit.toml", "form.pdf"]


def test_nobody_to_ask(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, Form({"audience.quote": "жаңа"}))
    before = config(home)
    for options in ((), ("--json",)):
        result = bring(home, *options)
        assert result.exit_code == 2
        assert "--yes" in result.output
        assert "--dry-run" in result.output
    assert config(home) == before


@pytest.mark.parametrize(
    ("said", "written"), [("y", True), ("Иә", True), ("да", True), ("n", False), ("", False)]
)
def test_asked(home: Path, monkeypatch: pytest.MonkeyPatch, said: str, written: bool) -> None:
    give(monkeypatch, Form({"audience.quote": "жаңа"}))
    monkeypatch.setattr(position_import, "is_terminal", lambda stream: True)
    monkeypatch.setattr("builtins.input", lambda prompt: said)
    result = bring(home)
    assert result.exit_code == 0
    assert ("жаңа" in config(home)) is written
    assert ("nothing was written" in result.stderr) is not written


@pytest.mark.parametrize("stop", [KeyboardInterrupt, EOFError])
def test_leaving_the_question(
    home: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    give(monkeypatch, Form({"audience.quote": "жаңа"}))

    def leave(prompt: str) -> str:
        raise stop

    monkeypatch.setattr(position_import, "is_terminal", lambda stream: True)
    monkeypatch.setattr("builtins.input", leave)
    before = config(home)
    assert bring(home).exit_code == 130
    assert config(home) == before


def test_json(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = Problem(msg("a note"), file="form.pdf", severity="warning")
    values = {"audience.who": "", "price.rivals.700.name": "x"}
    give(monkeypatch, Form(values, "ru", (note,)))
    result = bring(home, "--json", "--yes")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert told["changes"] == [
        {"sheet": 1, "name": "audience.who", "question": "Кто", "old": "Айша", "new": ""}
    ]
    assert (told["written"], told["language"]) == (True, "ru")
    assert Path(told["backup"]).read_text("utf-8").startswith("# Our brand")
    assert [each["message"] for each in told["problems"]] == [
        "a note", "no sheet of the project asks for this; it was left out",
    ]  # fmt: skip
    assert tomllib.loads(config(home))["positioning"]["audience"]["who"] == {"kk": "Айша"}


def test_wrong_answers_are_all_told_and_nothing_is_written(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, Form({"price.fee": "көп", "audience.who": "a\x1b[31m", "map.x.low": "a"}))
    before = config(home)
    result = bring(home, "--yes")
    assert result.exit_code == 3
    assert "form.pdf Кім:" in result.stderr
    assert "form.pdf Комиссия: 'көп' is not a number" in result.stderr
    assert "form.pdf Оң жағы:" in result.stderr
    assert "3 problems found; nothing was written" in result.stderr
    assert config(home) == before
    assert files(home) == ["creativekit.toml", "form.pdf"]


def test_a_language_that_the_project_does_not_speak(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, Form({"audience.who": "Dinara"}, "en"))
    result = bring(home, "--yes")
    assert result.exit_code == 3
    assert "the form is in 'en'" in result.stderr
    assert "(kk, ru)" in result.stderr


def test_files_that_are_none(home: Path) -> None:
    (home / "folder.pdf").mkdir()
    for name, said in (("no.pdf", "no such file"), ("folder.pdf", "this is a folder")):
        result = invoke("-C", str(home), "position", "import", str(home / name))
        assert result.exit_code == 3
        assert said in result.stderr
    assert invoke("-C", str(home), "position", "import").exit_code == 2


def test_options_of_making_do_not_go_with_a_command(home: Path) -> None:
    result = invoke("-C", str(home), "position", "--blank", "import", "x.pdf")
    assert result.exit_code == 2
    assert "--blank" in result.stderr
    result = invoke("-C", str(home), "position", "improt", "x.pdf")
    assert result.exit_code == 2
    assert "did you mean 'import'?" in result.stderr


def test_hostile_values(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    values = {
        "audience.who": "ж" * 5000,
        "audience.situation": '[red]"""\\ #{n} <b>\r\nжаңа жол\r',
        "statement.need": "бір\r\nжол 👩‍🎨",
    }
    give(monkeypatch, Form(values))
    result = bring(home, "--yes")
    assert result.exit_code == 0, result.stderr
    assert len(result.stdout) < 1000
    answers = tomllib.loads(config(home))["positioning"]
    assert answers["audience"]["who"] == {"kk": "ж" * 5000, "ru": "Айша"}
    assert answers["audience"]["situation"] == {"kk": '[red]"""\\ #{n} <b>\nжаңа жол'}
    assert answers["statement"]["need"] == {"kk": "бір жол 👩‍🎨"}


def test_line_ends_and_the_mark_of_windows_stay(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, Form({"audience.quote": "жаңа\rжол"}))
    path = home / "creativekit.toml"
    path.write_bytes(b"\xef\xbb\xbf" + config(home).replace("\n", "\r\n").encode())
    assert bring(home, "--yes").exit_code == 0
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# Our brand")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert 'quote = { kk = "жаңа\\nжол" }'.encode() in data


def test_a_read_only_config(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, Form({"audience.quote": "жаңа"}))
    (home / "creativekit.toml").chmod(0o444)
    result = bring(home, "--yes")
    assert result.exit_code == 1
    assert "no permission" in result.stderr
    assert files(home) == ["creativekit.toml", "form.pdf"]


def test_a_config_that_is_changed_while_we_ask(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, Form({"audience.quote": "жаңа"}))
    path = home / "creativekit.toml"

    def edit_and_agree(prompt: str) -> str:
        path.write_text(config(home) + "# by hand\n", "utf-8")
        return "y"

    monkeypatch.setattr(position_import, "is_terminal", lambda stream: True)
    monkeypatch.setattr("builtins.input", edit_and_agree)
    result = bring(home)
    assert result.exit_code == 1
    assert "changed meanwhile" in result.stderr
    assert config(home).endswith("# by hand\n")


def test_a_broken_config_is_told_first(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, Form({"audience.quote": "жаңа"}))
    (home / "creativekit.toml").write_text(CONFIG.replace("#0a7e8c", "teal"), "utf-8")
    result = bring(home, "--yes")
    assert result.exit_code == 3
    assert "brand.color" in result.stderr


def test_what_would_not_be_read_back_is_not_written(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, Form({"audience.quote": "жаңа"}))
    monkeypatch.setattr(answer_book, "change", lambda text, edits: text)
    before = config(home)
    result = bring(home, "--yes")
    assert result.exit_code == 1
    assert "by hand" in result.stderr
    assert config(home) == before
