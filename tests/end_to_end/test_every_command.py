"""Every command where things are poor: a folder with a Kazakh name and a space, no network, no home
to write to, the C locale, and a standard output that is closed or full.

Whatever happens, there is no traceback, and the exit code is one that README documents. A command
that is new has to be put into the table.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import click
import pytest
from forks import Forks

from cli.running import invoke
from creativekit.cli.registry import COMMANDS
from creativekit.errors import ExitCode
from example_brands import EXAMPLES

pytestmark = pytest.mark.skipif(os.name == "nt", reason="streams of POSIX systems")

WORKSHEETS = (
    '{"creativekit": "worksheets", "version": 1, "language": "kk", "sheets": [1],'
    ' "values": {"audience.who": "Сазгерлер"}}'
)


@dataclass(frozen=True)
class Row:
    """An invocation as it is typed, twice. again: what it ends with when everything is there
    already; prints: whether it has something for standard output then; ends: what it ends with
    at first."""

    typed: str
    prints: bool = False
    again: ExitCode = ExitCode.DONE
    ends: ExitCode = ExitCode.DONE

    @property
    def name(self) -> str:
        words = self.typed.split()
        return " ".join(words[:2]) if " ".join(words[:2]) in NAMES else words[0]


def names() -> set[str]:
    """Every command, and those below a command."""
    found: set[str] = set()
    for name, (module, _) in COMMANDS.items():
        command = import_module(module).command
        is_group = isinstance(command, click.Group)
        below = command.list_commands(click.Context(command)) if is_group else []
        found |= {f"{name} {each}" for each in below}
        if not below or command.invoke_without_command:
            found.add(name)
    return found


NAMES = names()
TABLE = (
    Row("new жаңа --name Саз --color #0a7e8c", again=ExitCode.INPUT),
    Row("check"),
    Row("explore -n 1", prints=True),
    Row("brand"),
    Row("templates list", prints=True),
    Row("templates show announcement", prints=True),
    Row("templates copy announcement", again=ExitCode.INPUT),
    Row("templates check"),
    Row("social --placements telegram --jobs 1"),
    Row("position --sheet 1 --format md"),
    Row("position import answers.json --yes"),
    Row("assess --answers presence/answers.toml --date 2026-11-25", prints=True),
    Row("build"),
    # An app needs a terminal, and a server a port.
    Row("studio", again=ExitCode.USAGE, ends=ExitCode.USAGE),
    Row("serve --port 70000", again=ExitCode.USAGE, ends=ExitCode.USAGE),
    Row("share"),
    Row("share --anonymous --yes", prints=True),
    Row(
        "cohort new жиын2 --region Қызылорда --date 2026-11-25 --color #0a7e8c",
        again=ExitCode.INPUT,
    ),
    Row("cohort form -C жиын"),
    Row("cohort collect -C жиын"),
    Row("cohort build топ --only presence"),
    # Nothing was collected.
    Row("cohort report -C жиын", again=ExitCode.INPUT, ends=ExitCode.INPUT),
    Row("cohort pack -C жиын --only badges --people жиын/invented-people.csv"),
    Row("schema", prints=True),
    Row("doctor", prints=True),
)


def test_the_table_has_every_command() -> None:
    assert {row.name for row in TABLE} == NAMES


def project(place: Path, example: str, with_cohort: bool) -> Path:
    """A folder with a Kazakh name: an example in one language, and what the table speaks of."""
    folder = place / "Менің жобам"
    shutil.copytree(EXAMPLES / example, folder, ignore=shutil.ignore_patterns("kit"))
    config = folder / "creativekit.toml"
    text = re.sub(r"(?m)^languages = .*$", 'languages = ["kk"]', config.read_text("utf-8"))
    config.write_text(text, "utf-8")
    (folder / "answers.json").write_text(WORKSHEETS, "utf-8")
    (folder / "kit" / "own").mkdir(parents=True)
    (folder / "kit" / "own" / "ескерту.txt").write_text("өзімдікі", "utf-8")
    if with_cohort:
        arranged = ("--region", "Қызылорда", "--date", "2026-11-25", "--rehearsal", "12")
        made = invoke("cohort", "new", str(folder / "жиын"), *arranged)
        assert made.exit_code == ExitCode.DONE, made.stderr
        shutil.copytree(folder, place / "топ" / "бір", ignore=shutil.ignore_patterns("жиын"))
        shutil.move(place / "топ", folder / "топ")
    return folder


def poor() -> dict[str, str]:
    """The C locale, and a home that nobody, root neither, can write to: it is below a device."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("LC_", "XDG_", "CREATIVEKIT_", "PYTHONUTF8", "PYTHONIOENCODING"))
    }
    return kept | {"LANG": "C", "LC_ALL": "C", "HOME": "/dev/null/home"}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.typed.partition(" --")[0])
def test_where_things_are_poor(row: Row, tmp_path: Path) -> None:
    folder = project(tmp_path, "saz-studio", row.typed.startswith("cohort"))
    environment = poor()
    # Without `site`: in the C locale Python itself fails on the .pth file of a checkout whose
    # folder has Kazakh letters.
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    command = [sys.executable, "-S", "-m", "creativekit", *row.typed.split()]

    def run(stdout: str) -> subprocess.CompletedProcess[bytes]:
        done = subprocess.run(
            ["/bin/sh", "-c", f'"$@" {stdout}', "sh", *command],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=300,
        )
        for trace in (b"Traceback", b"went wrong", b"Exception ignored"):
            assert trace not in done.stderr, done.stderr.decode("utf-8", "replace")
        return done

    first = run(">&-")
    assert first.returncode == row.ends, first.stderr.decode("utf-8", "replace")
    if Path("/dev/full").exists():
        full = run(">/dev/full")
        assert full.returncode == (ExitCode.FAILED if row.prints else row.again), full.stderr
        assert (b"standard output cannot be written" in full.stderr) == row.prints


@pytest.mark.parametrize("example", ["nukte-media", "aq-kiiz"])
def test_every_command_on_every_example(example: str, tmp_path: Path) -> None:
    """The other examples, one command after another in one folder, with sockets that refuse."""
    folder = project(tmp_path, example, with_cohort=True)
    # In forks of one process: the start of an interpreter is the same for every example.
    forks = Forks(poor(), folder, offline=True, flags=("-S",))
    heard = tmp_path / "heard"
    try:
        forks.load(["--version"])
        for row in TABLE:
            code = forks.run(row.typed.split(), heard=str(heard))
            said = heard.read_text("utf-8")
            # Here something was collected by the command before.
            ends = ExitCode.DONE if row.name == "cohort report" else row.ends
            assert code == ends, (row.typed, said)
            assert "Traceback" not in said, (row.typed, said)
            assert "went wrong" not in said, (row.typed, said)
    finally:
        forks.close()
