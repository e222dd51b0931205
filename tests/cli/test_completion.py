"""Completion in bash, zsh and fish, with commands that are loaded only when they are asked for."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from cli.running import environment
from creativekit.cli.registry import COMMANDS


def completed(typed: str, shell: str = "bash", lang: str = "en") -> list[str]:
    """What is offered behind `creativekit …` as it was typed so far."""
    words = typed.split(" ")
    more = {
        "COMP_WORDS": typed,
        # fish tells the word itself.
        "COMP_CWORD": words[-1] if shell == "fish" else str(len(words) - 1),
        "_CREATIVEKIT_COMPLETE": f"{shell}_complete",
        "CREATIVEKIT_LANG": lang,
    }
    done = subprocess.run(
        [sys.executable, "-m", "creativekit"],
        env=environment(**more),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell(shell: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "creativekit"],
        env=environment(_CREATIVEKIT_COMPLETE=f"{shell}_source"),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0
    assert "_creativekit_completion" in done.stdout
    assert f"_CREATIVEKIT_COMPLETE={shell}_complete" in done.stdout


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("creativekit ", [*COMMANDS]),
        ("creativekit po", ["position"]),
        ("creativekit position ", ["import"]),
        ("creativekit templates c", ["copy", "check"]),
        ("creativekit brand --fo", ["--force"]),
        ("creativekit check --lang ", ["kk", "ru", "en"]),
        ("creativekit nonsense ", [*COMMANDS]),
        ("creativekit templates nonsense ", ["list", "show", "copy", "check"]),
    ],
)
def test_in_bash(typed: str, offered: list[str]) -> None:
    assert [line.partition(",")[2] for line in completed(typed)] == offered


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_summaries_are_in_the_language_that_is_spoken(shell: str) -> None:
    said = [" ".join(completed("creativekit bran", shell, lang)) for lang in ("kk", "ru", "en")]
    assert all("brand" in each for each in said)
    assert len(set(said)) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="bash is not part of it")
def test_bash_itself_completes(tmp_path: Path) -> None:
    """The script is loaded and asked as bash does it."""
    python = shlex.quote(sys.executable)
    script = f"""
        cat > {tmp_path}/creativekit <<'END'
#!/bin/sh
exec {python} -m creativekit "$@"
END
        chmod +x {tmp_path}/creativekit
        PATH={tmp_path}:$PATH
        eval "$(_CREATIVEKIT_COMPLETE=bash_source {python} -m creativekit)"
        COMP_WORDS=(creativekit exp) COMP_CWORD=1
        _creativekit_completion {tmp_path}/creativekit
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        ["bash", "-c", script], env=environment(), capture_output=True, encoding="utf-8"
    )
    assert done.stdout.split() == ["explore"], done.stderr
