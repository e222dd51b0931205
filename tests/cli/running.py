"""Run the program as a person does: in a process of its own, or quickly in this one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from creativekit.cli.program import program

FAKE = Path(__file__).with_name("fake_brand.py")
CONFIG = """\
# Our brand.
[project]
name = "Саз студиясы"
languages = ["kk", "ru"]

[brand]
color = "#0a7e8c"  # teal
style = "steppe"
"""


def environment(**more: str) -> dict[str, str]:
    """This process's, without what would change language, colour or width."""
    unwanted = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "COLUMNS", "NO_COLOR", "FORCE_COLOR")
    kept = {key: value for key, value in os.environ.items() if key not in unwanted}
    paths = os.pathsep.join(path for path in sys.path if path)
    return {**kept, "PYTHONPATH": paths, "CREATIVEKIT_LANG": "en", **more}


def command(*arguments: str, fake: bool = True) -> list[str]:
    """The command line; `fake`: with a brand that draws nothing."""
    program_ = [str(FAKE)] if fake else ["-m", "creativekit"]
    return [sys.executable, *program_, *arguments]


def run(
    *arguments: str,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    fake: bool = True,
) -> subprocess.CompletedProcess[str]:
    """In a process of its own; stdin is empty."""
    return subprocess.run(
        command(*arguments, fake=fake),
        cwd=cwd,
        env=environment() if env is None else dict(env),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )


def invoke(*arguments: str, lang: str = "en", **more: str) -> Result:
    """In this process, which is quicker."""
    env: dict[str, str | None] = {"CREATIVEKIT_LANG": lang, "COLUMNS": "80", **more}
    return CliRunner(env=env).invoke(program, list(arguments))


def project(folder: Path, config: str = CONFIG) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "creativekit.toml").write_text(config, "utf-8")
    return folder
