"""Runs creativekit as a person does: a process of its own, in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Ran:
    """How a run ended: exit code, what it said on each stream."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def creativekit(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> Ran:
    """Run to the end. A traceback is never an answer: it fails the calling test here."""
    done = subprocess.run(
        [sys.executable, "-m", "creativekit", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "CREATIVEKIT_LANG": "en", "NO_COLOR": "1", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    ran = Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
    assert "Traceback" not in ran.err, ran.err
    return ran


def files_of(folder: Path) -> dict[str, bytes]:
    """Contents by path relative to `folder`."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
