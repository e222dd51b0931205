"""docs/checks.md tells what the checks are today."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

from creativekit.presence.audit.tables import thresholds
from creativekit.presence.audit.verdict import checks

DOCS = Path(__file__).resolve().parents[3] / "docs"


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_checks", DOCS / "make_checks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_current() -> None:
    written = (DOCS / "checks.md").read_text("utf-8")
    assert written == script().text(), "run: make docs"


def test_the_page_has_every_check_and_every_threshold() -> None:
    text = script().text()
    for known in checks():
        assert f"### `{known.id}` {known.title}\n" in text
        assert f"({known.source})" in text
    for name in thresholds():
        assert f"| {name} | " in text
