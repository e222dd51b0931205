"""`creativekit cohort report`, as it is typed: formats, change, head counts."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from cli.running import invoke
from creativekit.presence.answers_table import column_name
from creativekit.presence.instrument_file import instrument

ITEMS = instrument().items
START = ["--region", "Қызылорда облысы", "--color", "#0a7e8c"]


def meeting(folder: Path, day: str, levels: dict[str, int], *options: str) -> None:
    """A meeting at which the people of these codes gave each question the same level."""
    made = invoke("cohort", "new", str(folder), "--date", day, *START, *options)
    assert made.exit_code == 0, made.output
    with (folder / "inbox/presence.csv").open("w", newline="", encoding="utf-8") as file:
        write = csv.writer(file).writerow
        write(["date", "code", "profile", *(column_name(item.id) for item in ITEMS)])
        for code, level in levels.items():
            write([day, code, "market", *(str(level) for _ in ITEMS)])
    collected = invoke("-C", str(folder), "cohort", "collect", "--json")
    assert json.loads(collected.stdout)["people"] == len(levels), collected.output


def tables(folder: Path, *options: str) -> dict[str, Any]:
    made = invoke("-C", str(folder), "cohort", "report", "--format", "json", *options)
    assert made.exit_code == 0, made.output
    report = json.loads((folder / "out/report/report.json").read_text("utf-8"))
    return {each["id"]: each for each in report["tables"]}


def test_change_is_of_those_who_were_at_both_meetings(tmp_path: Path) -> None:
    """Worked by hand. At the first meeting six people were at level 1 of 4, which is 25 points, and
    one who has not come again at 4. At the second the six are at 1, 2, 2, 3, 3, 4: that is 0, 25,
    25, 50, 50 and 75 points more. Three new ones are at 0. Of six, the lower quartile is the
    second, the median the third and the upper quartile the fifth."""
    people = [f"A-{number}" for number in range(1, 7)]
    meeting(tmp_path / "one", "2025-11-25", {**dict.fromkeys(people, 1), "B-1": 4})
    meeting(
        tmp_path / "two",
        "2026-11-25",
        {**dict(zip(people, (1, 2, 2, 3, 3, 4), strict=True)), "C-1": 0, "C-2": 0, "C-3": 0},
        "--previous",
        str(tmp_path / "one/cohort.sqlite"),
    )
    found = tables(tmp_path / "two")
    rows = {row["id"]: row for row in found["change"]["rows"]}
    assert found["change"]["n"] == 6
    assert rows[""]["cells"] == [6, 25, 25, 50]
    # Nobody is without a score in a dimension, which is not said: fewer than five might be.
    assert rows["identity"]["cells"] == [None, 25, 25, 50]
    assert rows["identity"]["n_range"] == [5, 6]
    assert found["presence"]["rows"][0]["cells"] == [9, 0, 50, 75]
    assert "change" not in tables(tmp_path / "one")


def test_people_of_another_meeting_are_nobody_here(tmp_path: Path) -> None:
    """Without the last meeting's key the same codes are other people: no pairs, and no change."""
    people = dict.fromkeys((f"A-{number}" for number in range(1, 7)), 2)
    meeting(tmp_path / "one", "2025-11-25", people)
    meeting(tmp_path / "two", "2026-11-25", people)
    toml = tmp_path / "two/cohort.toml"
    text = toml.read_text("utf-8")
    assert "# previous = " in text
    place = (tmp_path / "one/cohort.sqlite").as_posix()
    toml.write_text(
        "\n".join(
            f'previous = "{place}"' if line.startswith("# previous = ") else line
            for line in text.split("\n")
        ),
        "utf-8",
    )
    assert "change" not in tables(tmp_path / "two")


def test_all_formats_are_made_and_some_leave_the_others(tmp_path: Path) -> None:
    meeting(tmp_path / "m", "2026-11-25", dict.fromkeys((f"A-{n}" for n in range(8)), 2))
    run = ["-C", str(tmp_path / "m"), "cohort", "report"]
    assert invoke(*run).exit_code == 0
    folder = tmp_path / "m/out/report"
    every = {
        f"report-{code}.{kind}" for code in ("kk", "ru", "en") for kind in ("html", "pdf", "docx")
    }
    assert {each.name for each in folder.iterdir()} == {*every, "report.json", "report.csv"}
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    assert invoke(*run, "--format", "docx,json", "--force").exit_code == 0
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    wrong = invoke(*run, "--format", "doc")
    assert wrong.exit_code == 3
    assert "docx" in wrong.stderr


@pytest.mark.parametrize(("present", "warns"), [(3, True), (8, False)])
def test_more_answers_than_people_is_a_warning(tmp_path: Path, present: int, warns: bool) -> None:
    home = tmp_path / "m"
    meeting(home, "2026-11-25", {})
    toml = home / "cohort.toml"
    text = toml.read_text("utf-8")
    assert "# present = 12\n" in text
    toml.write_text(text.replace("invited = 15", f"invited = 15\npresent = {present}", 1), "utf-8")
    rows = "\n".join(f"youth,money,u{number}" for number in range(8))
    (home / "inbox/needs.csv").write_text(f"group,need_1,_uuid\n{rows}\n", "utf-8")
    assert invoke("-C", str(home), "cohort", "collect").exit_code == 0
    made = invoke("-C", str(home), "cohort", "report", "--format", "json")
    assert made.exit_code == 0
    assert ("more people of the group 'youth' answered" in made.stderr) is warns
    report = json.loads((home / "out/report/report.json").read_text("utf-8"))
    assert report["present"] is None  # of one group alone
    group = next(each for each in report["tables"] if each["id"] == "people.group")
    assert (group["rows"][0]["invited"], group["rows"][0]["present"]) == (15, present)


def test_a_few_more_answers_leave_the_report_as_it_was_and_it_says_so(tmp_path: Path) -> None:
    home = tmp_path / "m"
    meeting(home, "2026-11-25", dict.fromkeys((f"A-{n}" for n in range(8)), 2))
    first = tables(home)
    with (home / "inbox/more.csv").open("w", newline="", encoding="utf-8") as file:
        write = csv.writer(file).writerow
        write(["date", "code", "profile", *(column_name(item.id) for item in ITEMS)])
        write(["2026-11-25", "Z-1", "market", *("4" for _ in ITEMS)])
    assert invoke("-C", str(home), "cohort", "collect").exit_code == 0
    made = invoke("-C", str(home), "cohort", "report", "--format", "json")
    assert made.exit_code == 0
    assert "stay as they were" in made.stderr
    second = tables(home)
    for id, table in first.items():
        cells = [row["cells"] for row in second[id]["rows"]]
        assert cells == [row["cells"] for row in table["rows"]]
