"""Opening what was made, or saying where it is."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from creativekit.cli import talk, viewer

posix = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="xdg-open is of Linux")


@posix
def test_the_desktops_program_gets_the_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "xdg-open"
    program.write_text(
        f'#!/bin/sh\necho noise\nprintf %s "$1" > "{tmp_path}/opened.part"\n'
        f'mv "{tmp_path}/opened.part" "{tmp_path}/opened"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(tmp_path)
    viewer.show(Path("бренд нұсқаулығы.html"))
    for _ in range(500):
        if (tmp_path / "opened").exists():
            break
        time.sleep(0.02)
    assert (tmp_path / "opened").read_text() == str(tmp_path / "бренд нұсқаулығы.html")


@posix
def test_without_a_desktop_it_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    talk.begin([], {})
    viewer.show(tmp_path / "guide.html")
    assert f"warning: nothing here can open '{tmp_path}/guide.html'" in capsys.readouterr().err
