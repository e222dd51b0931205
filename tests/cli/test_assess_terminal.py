"""`creativekit assess` as a person has it: on a pseudo-terminal, left and taken up again."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import time
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cli.running import command, environment
from cli.running import project as make_project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")

PROMPT = "› "
KILL = "kill -9"
WHO = ["4", "1", "4"]  # a studio, with a website, four hours a week


@dataclass
class Talk:
    said: str
    code: int


def on_terminal(home: Path, typed: Sequence[str], *options: str, lang: str = "kk") -> Talk:
    """Type each text when something is asked for; `KILL` ends the program the hard way."""
    import pty

    child, terminal = pty.fork()
    if child == 0:  # pragma: no cover - the other process
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        line = command("-C", str(home), "assess", *options, fake=False)
        os.execve(line[0], line, environment(CREATIVEKIT_LANG=lang, TERM="dumb", COLUMNS="90"))
    said, waiting, last = b"", list(typed), ""
    ends = time.monotonic() + 60
    while time.monotonic() < ends:
        if not select.select([terminal], [], [], 2)[0]:
            # A signal that comes just before readline waits is only seen at the next key.
            if last == "\x03":
                os.write(terminal, b"\x03")
            continue
        try:
            chunk = os.read(terminal, 4096)
        except OSError:  # what Linux says of a terminal without a process
            break
        if not chunk:
            break
        said += chunk
        plain = re.sub(rb"\x1b\[[?0-9;]*[a-zA-Z]", b"", said).replace(b"\r", b"")
        if plain.endswith(f"\n    {PROMPT}".encode()):
            last = waiting.pop(0) if waiting else "\x04"
            if last == KILL:
                os.kill(child, signal.SIGKILL)
                break
            os.write(terminal, (last if last in ("\x03", "\x04") else f"{last}\n").encode())
    else:
        os.kill(child, signal.SIGKILL)  # it waits for ever: the exit code below will tell
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    text = re.sub(r"\x1b\[[?0-9;]*[a-zA-Z]", "", said.decode(errors="replace"))
    assert "Traceback" not in text, text
    return Talk(text.replace("\r", ""), os.waitstatus_to_exitcode(status))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make_project(tmp_path / "p")


def draft(home: Path) -> Any:
    return tomllib.loads((home / "presence/draft.toml").read_text("utf-8"))


def records(home: Path) -> list[str]:
    kept = home / "presence/history"
    return sorted(os.listdir(kept)) if kept.is_dir() else []


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_it_is_left_by_a_kill_and_taken_up_where_it_was(home: Path, lang: str) -> None:
    on_terminal(home, [*WHO, "2", "?", "n", "d", "0", KILL], lang=lang)
    found = draft(home)
    assert found["profile"] == "studio"
    assert found["features"] == ["site"]
    assert found["hours"] == 4
    assert found["answers"] == {"1.1": 2, "1.2": "na", "1.3": "dk", "1.4": 0}
    assert records(home) == []

    talk = on_terminal(home, ["3", "."], lang=lang)
    assert talk.code == 0
    assert "2.1" in talk.said
    assert "1.4  " not in talk.said  # that was answered
    assert draft(home)["answers"]["2.1"] == 3
    assert {"kk": "2. Табылу", "ru": "Поиск", "en": "Being found"}[lang].split()[-1] in talk.said

    talk = on_terminal(home, ["2"] * 40, "--date", "2026-11-26", lang=lang)
    assert talk.code == 0, talk.said
    assert records(home) == ["2026-11-26.json"]
    assert not (home / "presence/draft.toml").exists()
    made = os.listdir(home / "kit/presence")
    assert {"form.xlsx", "plan.ics", "report.json", "report-kk.html", "report-kk.pdf"} <= set(made)
    assert " / 100" in talk.said


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_an_interruption_keeps_every_answer(home: Path, key: str) -> None:
    talk = on_terminal(home, [*WHO, "1", "2", key], lang="en")
    assert talk.code == 130
    assert "2 answers are kept" in talk.said
    assert draft(home)["answers"] == {"1.1": 1, "1.2": 2}


def test_an_interruption_before_anything_is_chosen(home: Path) -> None:
    talk = on_terminal(home, ["\x03"], lang="en")
    assert talk.code == 130
    assert os.listdir(home) == ["creativekit.toml"]
