"""`creativekit studio`: where it opens, and where it cannot."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.running import invoke, project, run
from creativekit.cli import studio as command


def test_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    done = run("studio", str(folder))
    assert done.returncode == 2
    assert done.stdout == ""
    assert "the studio needs a terminal" in done.stderr


def test_without_a_project_it_says_so(tmp_path: Path) -> None:
    result = invoke("studio", str(tmp_path))
    assert result.exit_code == 3
    assert "creativekit new" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "language"), [(("--lang", "ru"), "ru"), ((), "kk"), (("-o", "out"), "kk")]
)
def test_it_opens_the_project_in_the_language_asked_for(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    language: str,
) -> None:
    from creativekit.studio.app import Studio

    opened: list[Studio] = []
    monkeypatch.setattr(command, "is_terminal", lambda stream: True)
    monkeypatch.setattr(Studio, "run", lambda self: opened.append(self))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    folder = project(tmp_path / "p")
    result = invoke("studio", str(folder), *arguments, lang="kk")
    assert result.exit_code == 0, result.stderr
    (app,) = opened
    assert app.session.config == folder / "creativekit.toml"
    assert app.translator.language == language
    wanted = Path("out").absolute() if "-o" in arguments else folder / "kit"
    assert app.session.kit == wanted


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals of POSIX systems")
def test_it_opens_and_leaves_in_a_real_terminal(tmp_path: Path) -> None:
    import pty
    import select
    import signal
    import time

    folder = project(tmp_path / "p")
    pid, terminal = pty.fork()
    if pid == 0:  # pragma: no cover
        os.environ.update(
            TERM="xterm-256color",
            CREATIVEKIT_LANG="kk",
            XDG_CONFIG_HOME=str(tmp_path / "settings"),
            PYTHONPATH=os.pathsep.join(path for path in sys.path if path),
            COLUMNS="80",
            LINES="24",
        )
        os.execv(sys.executable, [sys.executable, "-m", "creativekit", "studio", str(folder)])
    seen = b""
    asked = False
    end = time.monotonic() + 60
    status: Any = None
    try:
        while time.monotonic() < end:
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                break
            if select.select([terminal], [], [], 0.05)[0]:
                try:
                    seen += os.read(terminal, 65536)
                except OSError:
                    continue
            if not asked and "Саз студиясы".encode() in seen:
                asked = True
                os.write(terminal, b"\x11")  # Ctrl+Q
        else:
            os.kill(pid, signal.SIGKILL)
            pytest.fail(f"it did not leave: {seen[-500:]!r}")
    finally:
        os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 0
    assert asked
    assert b"Traceback" not in seen
