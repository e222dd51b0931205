"""`creativekit cohort pack`, as it is typed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from test_cohort import rehearsal

from cli.running import invoke
from end_to_end.command_line import files_of

PEOPLE = "name;group\nСерікова Айгүл;youth\nСерікова Айгүл;\n;\nАйгүл 🎉;\n"


def pack(home: Path, *options: str, code: int = 0) -> dict[str, Any]:
    result = invoke("-C", str(home), "cohort", "pack", *options, "--json")
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.stderr
    found = json.loads(result.stdout) if result.stdout else {}
    assert isinstance(found, dict)
    return {**found, "said": result.stderr}


def test_without_people_and_address_the_rest_is_planned_and_it_is_said(tmp_path: Path) -> None:
    from creativekit.cohort.config import load
    from creativekit.press.cohort_pack import PackOrder

    plan = PackOrder(load(rehearsal(tmp_path / "m"))).plan()
    names = {path.removeprefix("pack/") for job in plan.jobs for path in job.paths}
    languages = ("kk", "ru", "en")
    assert names == {
        f"{stem}-{each}{end}.pdf"
        for each in languages
        for stem, end in (
            ("worksheets", ""),
            ("worksheets", "-a3"),
            ("questions", ""),
            ("needs", ""),
        )
    }
    said = [str(each.message) for each in plan.warnings]
    assert any("no address of the form" in each for each in said)
    assert any("no table of people" in each for each in said)
    assert all(each.severity == "warning" for each in plan.warnings)


def test_good_rows_are_made_and_the_others_are_named(tmp_path: Path) -> None:
    home = rehearsal(tmp_path / "m")
    table = tmp_path / "people.csv"
    table.write_text(PEOPLE, "utf-8")
    options = ("--people", str(table), "--only", "badges,certificates")
    first = pack(home, *options, code=3)
    assert (first["people"], first["ok"]) == (2, False)
    assert [(each["line"], each["key"]) for each in first["refused"]] == [(5, "name")]
    made = files_of(home / "out" / "pack")
    assert set(made) == {
        "badges.pdf", "certificates.pdf", "certificates/serikova-aigul.pdf",
        "certificates/serikova-aigul-2.pdf",
    }  # fmt: skip
    again = pack(home, *options, "-o", str(tmp_path / "other"), code=3)
    assert again["made"] == first["made"]
    assert files_of(tmp_path / "other" / "pack") == made
    told = invoke("-C", str(home), "cohort", "pack", *options)
    assert "people.csv:5 name: no typeface here has the character" in told.stderr
    assert "the names of 2 people are in these files" in told.stderr


def test_without_the_table_nobodys_name_is_left(tmp_path: Path) -> None:
    """As docs/privacy.md says."""
    home = rehearsal(tmp_path / "m")
    table = tmp_path / "people.csv"
    table.write_text("name\nСерікова Айгүл\n", "utf-8")
    config = home / "cohort.toml"
    one_language = config.read_text("utf-8").replace('["kk", "ru", "en"]', '["kk"]')
    config.write_text(one_language, "utf-8")
    pack(home, "--people", str(table))
    out = home / "out"
    assert "serikova" in (out / "manifest.json").read_text("utf-8")
    found = pack(home)
    assert "pack/certificates/serikova-aigul.pdf" in found["removed"]
    assert not (out / "pack" / "certificates").exists()
    assert not (out / "pack" / "badges.pdf").exists()
    assert all(b"serikova" not in data for data in files_of(out).values())
    assert (out / "pack" / "needs-kk.pdf").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--only", "bages"), "did you mean 'badges'"),
        (
            ("--form-url", "javascript:alert(1)"),
            "--form-url: 'javascript:alert(1)' is not an address",
        ),
        (("--people", "nowhere.csv"), "no such file"),
        (("--people", "."), "cannot be read"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    home = rehearsal(tmp_path / "m")
    result = invoke("-C", str(home), "cohort", "pack", *options)
    assert result.exit_code == 3
    assert said in result.stderr
    assert not (home / "out").exists()


def test_a_plan_loads_nothing_that_draws(tmp_path: Path) -> None:
    home = rehearsal(tmp_path / "m")
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from creativekit.cohort.config import load\n"
        "from creativekit.press.cohort_pack import PackOrder\n"
        "home = Path(sys.argv[1])\n"
        "people = home / 'invented-people.csv'\n"
        "assert PackOrder(load(home), people=people, form_url='https://x.example').plan().jobs\n"
        "print([n for n in ('typst', 'pikepdf', 'segno') if n in sys.modules])\n"
    )
    command = [sys.executable, "-c", code, str(home)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
