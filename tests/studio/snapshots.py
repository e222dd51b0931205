"""Screens that were looked at and approved: what is shown now must be the same.

A screen is kept as the SVG that textual exports, compressed. Where the libraries that draw are
those of constraints.txt, all of it must be equal, colours too; elsewhere its words. A missing one
fails the test; `CREATIVEKIT_GOLDEN=write pytest …` writes them anew, to be looked at before they
are committed.
"""

from __future__ import annotations

import gzip
import html
import os
import re
from importlib.metadata import version

import pytest
from studio_app import Desk

from golden_pictures import CONSTRAINTS, FOLDER, drawn_with_pinned_versions

_SCREEN = FOLDER / "studio"


def check(name: str, desk: Desk) -> None:
    """Compare the screen with tests/golden/studio/`name`.svgz."""
    shown = normal(desk.app.export_screenshot())
    file = _SCREEN / f"{name}.svgz"
    if os.environ.get("CREATIVEKIT_GOLDEN") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(gzip.compress(shown.encode(), mtime=0))
        return
    if not file.is_file():
        pytest.fail(f"there is no golden screen {file}: CREATIVEKIT_GOLDEN=write makes it")
    golden = gzip.decompress(file.read_bytes()).decode()
    if _is_pinned():
        assert shown == golden, f"{name} is not the golden screen:\n{words(shown)}"
    else:
        assert words(shown) == words(golden)


def normal(svg: str) -> str:
    """Without the ids that textual makes of the content, so that two can be compared."""
    return re.sub(r"terminal-\d+", "terminal", svg)


def words(svg: str) -> str:
    """The texts of the screen, line by line."""
    found = re.findall(r"<text [^>]*>(.*?)</text>", svg, re.DOTALL)
    return html.unescape("\n".join(found)).replace("\xa0", " ")


def _is_pinned() -> bool:
    pinned = CONSTRAINTS.read_text("utf-8") if CONSTRAINTS.is_file() else ""
    ours = all(f"\n{name}=={version(name)}\n" in pinned for name in ("textual", "rich"))
    return ours and drawn_with_pinned_versions()
