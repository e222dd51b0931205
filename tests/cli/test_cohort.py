"""`creativekit cohort new`, `collect`, `form`, as they are typed."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cli.running import invoke
from creativekit.cli.program import program


def rehearsal(folder: Path, people: int = 20) -> Path:
    made = invoke(
        "cohort", "new", str(folder), "--rehearsal", str(people), "--seed", "7",
        "--date", "2026-11-25",
    )  # fmt: skip
    assert made.exit_code == 0, made.output
    return folder


def as_json(*arguments: str, code: int = 0) -> dict[str, Any]:
    result = invoke(*arguments, "--json")
    assert result.exit_code == code, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def test_new_then_collect_then_again(tmp_path: Path) -> None:
    home = rehearsal(tmp_path / "m")
    assert oct((home / "cohort.key").stat().st_mode)[-3:] == "600" or os.name == "nt"
    paths = [str(home / "inbox"), str(home / "projects")]
    first = as_json("-C", str(home), "cohort", "collect", *paths)
    assert first["people"] == 20
    assert sum(each["refused"] for each in first["files"]) == 0
    before = list(sqlite3.connect(home / "cohort.sqlite").iterdump())
    again = as_json("-C", str(home), "cohort", "collect", *paths)
    assert {(each["new"], each["changed"]) for each in again["files"]} == {(0, 0)}
    assert list(sqlite3.connect(home / "cohort.sqlite").iterdump()) == before
    told = invoke("-C", str(home), "cohort", "collect")
    assert told.stdout == ""
    assert "20 people in the store" in told.stderr


def test_what_is_there_is_not_overwritten(tmp_path: Path) -> None:
    home = rehearsal(tmp_path / "m")
    before = (home / "cohort.toml").read_bytes()
    result = invoke("cohort", "new", str(home))
    assert result.exit_code == 3
    assert "there is a cohort already" in result.stderr
    assert (home / "cohort.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--date", "tomorrow"], "'tomorrow' is not a date"),
        (["--languages", "kk,de"], "'de' cannot be used here"),
        (["--color", "teel"], "'teel' is not a colour"),
        (["--style", "stepe"], "did you mean 'steppe'"),
        (["--title", "a\nb"], "on one line"),
        (["--organiser-project", "nowhere"], "no such file or folder"),
    ],
)
def test_options_that_are_wrong_leave_nothing(
    tmp_path: Path, options: list[str], said: str
) -> None:
    result = invoke("cohort", "new", str(tmp_path / "m"), *options)
    assert result.exit_code == 3
    assert said in result.stderr
    assert not (tmp_path / "m").exists()


def test_refused_rows_are_listed_and_the_exit_code_says_so(tmp_path: Path) -> None:
    home = rehearsal(tmp_path / "m")
    bad = home / "inbox/bad.csv"
    bad.write_text("group,age,_uuid\nyouth,900,u1\nngo,30,u2\n", "utf-8")
    assert invoke("-C", str(home), "cohort", "collect", str(bad)).exit_code == 3
    bad.write_text("group,age,need_1,_uuid\nyouth,900,money,u1\nngo,30,law,u2\n", "utf-8")
    found = as_json("-C", str(home), "cohort", "collect", str(bad), code=3)
    (file,) = found["files"]
    assert (file["new"], file["refused"]) == (1, 1)
    (problem,) = file["problems"]
    assert (problem["file"], problem["line"], problem["key"]) == ("bad.csv", 2, "age")
    for lang, word in (("kk", "900"), ("ru", "900"), ("en", "900")):
        told = invoke("-C", str(home), "cohort", "collect", str(bad), lang=lang)
        assert "bad.csv:2 age: " in told.stderr
        assert word in told.stderr


def test_a_damaged_store_is_said_and_kept(tmp_path: Path) -> None:
    home = rehearsal(tmp_path / "m")
    (home / "cohort.sqlite").write_bytes(b"not a database" * 500)
    result = invoke("-C", str(home), "cohort", "collect")
    assert result.exit_code == 3
    assert "damaged" in result.stderr
    assert (home / "cohort.sqlite").read_bytes() == b"not a database" * 500


def test_a_person_is_forgotten_by_their_code(tmp_path: Path) -> None:
    home = rehearsal(tmp_path / "m")
    as_json("-C", str(home), "cohort", "collect")
    people = as_json("-C", str(home), "cohort", "collect")["people"]
    rows = (home / "inbox/invented-needs-kobo.csv").read_text("utf-8").splitlines()
    code = rows[1].split(",")[3]
    assert as_json("-C", str(home), "cohort", "collect", "--forget", code)["people"] == people - 1
    assert as_json("-C", str(home), "cohort", "collect", "--forget", code, code=3)["ok"] is False


def test_nothing_to_collect(tmp_path: Path) -> None:
    assert invoke("cohort", "new", str(tmp_path / "m")).exit_code == 0
    result = invoke("-C", str(tmp_path / "m"), "cohort", "collect")
    assert result.exit_code == 3
    assert "nothing to collect" in result.stderr
    assert invoke("-C", str(tmp_path), "cohort", "collect").exit_code == 3


def test_forms_are_typed_in(tmp_path: Path) -> None:
    assert invoke("cohort", "new", str(tmp_path / "m")).exit_code == 0
    typed = ["A-1", "1", "", "", "900", "20", "", "1 2", "", *["2"] * 7, "Идея", "", ""]
    runner = CliRunner(env={"CREATIVEKIT_LANG": "en"})
    result = runner.invoke(
        program, ["-C", str(tmp_path / "m"), "cohort", "collect", "--by-hand"],
        input="\n".join([*typed, "A-2", "2"]) + "\n",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert "from 10 to 110, not 900" in result.stdout
    assert "the need ticked 1 first, then 2, then 3" in result.stdout
    assert "1 form is in the store" in result.stderr
    with sqlite3.connect(tmp_path / "m/cohort.sqlite") as connection:
        assert connection.execute("SELECT group_id, age_band FROM person").fetchall() == [
            ("youth", "18-24")
        ]


def test_the_key_is_taken_over_from_the_last_meeting(tmp_path: Path) -> None:
    first = rehearsal(tmp_path / "a")
    as_json("-C", str(first), "cohort", "collect")
    second = tmp_path / "b"
    store = str(first / "cohort.sqlite")
    assert invoke("cohort", "new", str(second), "--previous", store).exit_code == 0
    assert (second / "cohort.key").read_bytes() == (first / "cohort.key").read_bytes()
    third = rehearsal(tmp_path / "c")
    assert (third / "cohort.key").read_bytes() != (first / "cohort.key").read_bytes()
    (third / "cohort.key").write_text("damaged")
    assert invoke("-C", str(third), "cohort", "collect").exit_code == 3


def test_forms_are_made_in_the_organisers_brand(tmp_path: Path) -> None:
    home = rehearsal(tmp_path / "m", 1)
    made = as_json("-C", str(home), "cohort", "form")
    assert made["ok"] is True
    names = sorted(each.name for each in (home / "out/form").iterdir())
    assert names == [
        "needs.en.pdf", "needs.kk.pdf", "needs.ru.pdf", "needs.xlsx", "presence.xlsx",
    ]  # fmt: skip
    import pypdf

    for language in ("kk", "ru", "en"):
        pdf = pypdf.PdfReader(home / f"out/form/needs.{language}.pdf")
        assert len(pdf.pages) == 2


def test_help_names_what_is_there() -> None:
    result = invoke("cohort", "--help")
    assert result.exit_code == 0
    assert [name for name in ("new", "form", "collect") if f"  {name} " in result.stdout] == [
        "new", "form", "collect",
    ]  # fmt: skip
    wrong = invoke("cohort", "colect")
    assert wrong.exit_code == 2
    assert "did you mean 'collect'" in wrong.stderr
