"""The program as a whole: what it loads, what it ends with, and streams that misbehave."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.running import CONFIG, command, environment, invoke, project, run
from creativekit import __version__
from creativekit.cli.registry import COMMANDS

HEAVY = {"PIL", "rich", "textual", "pydantic", "coloraide", "typst", "numpy"}
posix = pytest.mark.skipif(os.name == "nt", reason="streams of POSIX systems")


def loaded_by(*arguments: str, cwd: Path | None = None) -> set[str]:
    """Names of the top-level modules that an invocation loads."""
    code = (
        "import atexit, sys\n"
        "seen = lambda: {name.split('.')[0] for name in sys.modules}\n"
        "atexit.register(lambda: print('LOADED', *seen(), file=sys.stderr))\n"
        "from creativekit.cli.program import program\n"
        f"program.main({list(arguments)!r})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=cwd,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
    )
    line = next(line for line in done.stderr.splitlines() if line.startswith("LOADED"))
    return set(line.split()[1:])


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["brnd"], [], ["--help", "--lang", "kk"]]
)
def test_nothing_heavy_is_loaded_to_answer(arguments: list[str]) -> None:
    assert not loaded_by(*arguments) & HEAVY


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_heavy_is_loaded_for_the_help_of_a_command(name: str) -> None:
    assert not loaded_by(name, "--help") & HEAVY


def test_a_run_with_nothing_to_do_loads_nothing_heavy(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    first = run("brand", cwd=folder)
    assert first.returncode == 0, first.stderr
    loaded = loaded_by("brand", cwd=folder)
    assert not loaded & (HEAVY | {"multiprocessing", "importlib_metadata", "babel"})


@pytest.mark.parametrize("fake", [True, False])
def test_as_a_module_and_as_a_script(fake: bool) -> None:
    done = run("--version", fake=fake)
    assert (done.returncode, done.stdout) == (0, f"creativekit {__version__}\n")


def test_the_version_as_json() -> None:
    assert json.loads(invoke("--version", "--json").stdout) == {"ok": True, "version": __version__}


def test_alone_it_shows_its_help_on_stderr() -> None:
    result = invoke()
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Commands:" in result.stderr


def test_an_unknown_command_names_the_nearest() -> None:
    result = invoke("brnad")
    assert result.exit_code == 2
    assert "there is no command 'brnad'; did you mean 'brand'?" in result.stderr


def test_wrong_usage_as_json() -> None:
    result = invoke("brand", "--frce", "--json")
    assert result.exit_code == 2
    assert result.stderr == ""
    said = json.loads(result.stdout)
    assert said["exit_code"] == 2
    assert "'--force'" in said["message"]


@pytest.mark.parametrize("order", ["before", "behind", "both"])
def test_shared_options_before_and_behind_the_command(tmp_path: Path, order: str) -> None:
    folder = str(project(tmp_path / "Менің жобам"))
    arguments = {
        "before": ["-C", folder, "--json", "check"],
        "behind": ["check", "-C", folder, "--json"],
        "both": ["-C", "nowhere", "check", "-C", folder, "--json"],
    }[order]
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["file"].endswith("creativekit.toml")


def test_the_project_may_be_its_file_or_above(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    (folder / "a" / "b").mkdir(parents=True)
    for arguments, cwd in (
        (["-C", str(folder / "creativekit.toml")], tmp_path),
        ([], folder),
        ([], folder / "a" / "b"),
    ):
        assert run(*arguments, "check", cwd=cwd).returncode == 0


@pytest.mark.parametrize("arguments", [["-C", "nowhere"], []])
def test_no_project(tmp_path: Path, arguments: list[str]) -> None:
    done = run(*arguments, "check", cwd=tmp_path)
    assert done.returncode == 3
    assert "creativekit new" in done.stderr
    assert list(tmp_path.iterdir()) == []


@posix
@pytest.mark.parametrize("arguments", [["schema"], ["--help"], ["doctor"], ["check", "--json"]])
def test_a_reader_that_leaves_is_no_fault(tmp_path: Path, arguments: list[str]) -> None:
    project(tmp_path)
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        command(*arguments),
        cwd=tmp_path,
        env=environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    os.close(writing)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@posix
@pytest.mark.parametrize("closing", ["1>&-", "2>&-", "1>&- 2>&-", "0<&-"])
def test_closed_streams(tmp_path: Path, closing: str) -> None:
    project(tmp_path)
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$@" {closing}', "sh", *command("check")],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


@posix
def test_a_full_disk_behind_stdout(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            command("schema"),
            cwd=tmp_path,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    assert done.returncode == 1
    assert "standard output cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


@posix
@pytest.mark.parametrize(
    "more", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "ascii"}, {"TERM": "dumb"}]
)
def test_poor_surroundings(tmp_path: Path, more: dict[str, str]) -> None:
    folder = project(tmp_path / "Қызылорда")
    python, *arguments = command("-C", str(folder), "brand")
    done = subprocess.run(
        # Without `site`: in the C locale Python itself fails on the .pth file of a checkout whose
        # folder has Kazakh letters.
        [python, "-S", *arguments],
        env=environment(CREATIVEKIT_LANG="kk", **more),
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr
    assert (folder / "kit" / "manifest.json").is_file()


def test_no_colour_in_a_pipe_and_colour_on_demand(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    assert "\x1b" not in run("-C", str(folder), "check").stderr
    colored = environment(FORCE_COLOR="1", COLORTERM="truecolor")
    assert "\x1b[38;2;10;126;140m" in run("-C", str(folder), "check", env=colored).stderr
    plain = {**colored, "NO_COLOR": "1"}
    assert "\x1b" not in run("-C", str(folder), "check", env=plain).stderr


def test_hostile_names_are_only_read(tmp_path: Path) -> None:
    hostile = CONFIG.replace("Саз студиясы", "[bold]<script>#set ../$(id)`id`\\\\x1b[31m {n} %s")
    folder = project(tmp_path / "[red]p", hostile)
    done = run("-C", str(folder), "brand")
    assert done.returncode == 0, done.stderr
    assert "[bold]<script>#set ../$(id)`id`\\x1b[31m {n} %s" in done.stderr


@pytest.mark.parametrize("fault", ["KeyError('x')", "RecursionError()", "UnicodeError('y')"])
def test_a_fault_of_ours_is_told_plainly(fault: str) -> None:
    code = (
        "from creativekit.cli import doctor\n"
        "from creativekit.cli.program import program\n"
        f"def fault(settings): raise {fault}\n"
        "doctor._LOOKS = (fault,)\n"
        "program.main(['doctor'])"
    )
    for more in ({}, {"CREATIVEKIT_DEBUG": "1"}):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=environment(**more),
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 1
        assert "something inside creativekit went wrong" in done.stderr
        assert "CREATIVEKIT_DEBUG=1" in done.stderr
        assert ("Traceback" in done.stderr) == bool(more)


@posix
def test_ctrl_c_while_loading_is_no_traceback() -> None:
    code = (
        "import os, signal, sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'click':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "from creativekit.cli.main import run\n"
        "run()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, encoding="utf-8"
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
