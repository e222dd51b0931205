"""System programs that some tests look through: skipped by name where absent, required in CI."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest


def require(program: str) -> str:
    """The program's path; skips the test when it is not installed, fails it in CI."""
    path = shutil.which(program)
    if path is None:
        if os.environ.get("CREATIVEKIT_REQUIRE_TOOLS"):
            pytest.fail(f"{program} is not installed, and CI must run this test")
        pytest.skip(f"{program} is not installed")
    return path


@cache
def office_profile() -> str:
    """The option by which LibreOffice has a profile of this process's own. It makes one when it is
    first started with it, which takes longer than what a test asks for."""
    folder = tempfile.mkdtemp(prefix="office")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return f"-env:UserInstallation={Path(folder).as_uri()}"


@cache
def _has_writer() -> bool:
    """Whether the least text becomes a PDF."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder, "plain.txt")
        plain.write_text("a")
        return _converted(plain)


def _converted(document: Path) -> bool:
    subprocess.run(
        [
            require("soffice"),
            office_profile(),
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            document.parent,
            document,
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return document.with_suffix(".pdf").exists()


def as_pdf(document: Path) -> Path:
    """A text document through LibreOffice's Writer, which is installed apart from the rest.

    Skips the test when there is no Writer, fails it in CI.
    """
    require("soffice")
    if not _has_writer():
        missing = "LibreOffice Writer is not installed"
        if os.environ.get("CREATIVEKIT_REQUIRE_TOOLS"):
            pytest.fail(f"{missing}, and CI must run this test")
        pytest.skip(missing)
    if not _converted(document):
        pytest.fail(f"LibreOffice cannot open {document.name}")
    return document.with_suffix(".pdf")
