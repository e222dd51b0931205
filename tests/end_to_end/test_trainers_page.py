"""The day that docs/trainers.md prints is typed as it stands there, in every language of the page.

Once a language would be three times the same: the pages have to print the same commands, and these
run once, each as a process in an empty folder. Sixty kits cost minutes of two cores, so two things
are not as printed: the rehearsal's number of people is six, and before the kits are built all of
their projects but one are put away.
"""

from __future__ import annotations

import re
import shlex
import shutil
import sqlite3
from pathlib import Path

from end_to_end.command_line import creativekit

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = ("trainers.md", "trainers.kk.md", "trainers.ru.md")
PEOPLE, FEWER = 60, 6


def commands(page: str) -> list[str]:
    """Of the block that begins with the rehearsal's."""
    text = (DOCS / page).read_text("utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    (found,) = [block for block in blocks if "--rehearsal" in block]
    return found.strip().splitlines()


def test_every_page_prints_the_same_day() -> None:
    first, *others = map(commands, PAGES)
    assert all(other == first for other in others)
    words = [shlex.split(line) for line in first]
    assert [line[line.index("cohort") + 1] for line in words] == [
        "new", "form", "collect", "report", "build", "pack",
    ]  # fmt: skip
    assert words[0][words[0].index("--rehearsal") + 1] == str(PEOPLE)


def test_the_day_goes_as_it_is_printed(tmp_path: Path) -> None:
    home = tmp_path / "kyzylorda"
    for line in commands("trainers.md"):
        fewer = line.replace(f"--rehearsal {PEOPLE}", f"--rehearsal {FEWER}")
        program, *arguments = shlex.split(fewer)
        assert program == "creativekit"
        if arguments[:2] == ["cohort", "build"]:
            first, *others = sorted((home / "participants").iterdir())
            assert len(others) == FEWER - 1
            for each in others:
                shutil.rmtree(each)
        done = creativekit(*arguments, cwd=tmp_path)
        assert done.code == 0, f"{line}\n{done.err}"
    (people,) = sqlite3.connect(home / "cohort.sqlite").execute("select count(*) from person")
    assert people == (FEWER,)
    assert (home / "out" / "form" / "needs.xlsx").is_file()
    assert (home / "out" / "report" / "report-kk.html").is_file()
    assert (first / "kit" / "brand" / "guide").is_dir()
    assert (first / "kit" / "positioning").is_dir()
    printed = home / "out" / "pack"
    assert len(list((printed / "certificates").glob("*.pdf"))) == FEWER
    for name in ("badges", "certificates", "poster-a4", "poster-a3", "needs-kk", "worksheets-ru"):
        assert (printed / f"{name}.pdf").read_bytes().startswith(b"%PDF")
