"""System programs that some tests look through: skipped by name where absent, required in CI."""

from __future__ import annotations

import os
import shutil

import pytest


def require(program: str) -> str:
    """The program's path; skips the test when it is not installed, fails it in CI."""
    path = shutil.which(program)
    if path is None:
        if os.environ.get("CREATIVEKIT_REQUIRE_TOOLS"):
            pytest.fail(f"{program} is not installed, and CI must run this test")
        pytest.skip(f"{program} is not installed")
    return path
