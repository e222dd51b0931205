"""System programs that some tests look through: skipped by name where absent, required in CI."""

from __future__ import annotations

import os
import shutil
import subprocess
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


def as_pdf(document: Path) -> Path:
    """A text document through LibreOffice's Writer, which is installed apart from the rest.

    Skips the test when there is no Writer, fails it in CI.
    """
    program, folder = require("soffice"), document.parent
    plain = folder / "plain.txt"
    plain.write_text("a")
    for file in (plain, document):
        subprocess.run(
            [
                program,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder,
                file,
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        if not file.with_suffix(".pdf").exists():
            missing = "LibreOffice Writer is not installed"
            if file == document:
                pytest.fail(f"LibreOffice cannot open {document.name}")
            if os.environ.get("CREATIVEKIT_REQUIRE_TOOLS"):
                pytest.fail(f"{missing}, and CI must run this test")
            pytest.skip(missing)
    return document.with_suffix(".pdf")
