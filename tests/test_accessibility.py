"""The pages that axe is asked of: of many letters alike the first, of others each."""

from __future__ import annotations

from typing import Any

import pytest

from accessibility import violations

PAGE = """<!doctype html><html lang="en"><title>A page</title><style>
body { background: #fff; color: #111 } .dark { background: #000 } .pale { color: #ddd }
.over { position: absolute; left: 0; top: 300px }</style>
<main><h1>Letters</h1><p>One</p><p>Two</p>%s</main></html>"""


@pytest.mark.parametrize(
    ("more", "target"),
    [
        ("", None),
        ('<p class="pale" id="x">Pale</p>', "#x"),
        ('<p class="dark" id="x">Dark</p>', "#x"),
        ('<div class="dark"><div><p><b>Three</b> <i id="x">four</i></p></div></div>', "#x"),
        ('<div class="dark"><p class="pale">Fine</p></div><p class="pale" id="x">Not</p>', "#x"),
        ('<div class="dark over"><p id="x">Over</p></div>', "#x"),
        ('<details><summary>More</summary><p class="pale" id="x">Inside</p></details>', "#x"),
        ('<label>A name <input class="pale" id="x" value="Pale"></label>', "#x"),
        ('<img id="x" src="data:,">', "#x"),
    ],
)
def test_colors_that_do_not_read_are_found_wherever_they_stand(
    pages: Any, tmp_path: Any, axe: str, more: str, target: str | None
) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE % more, "utf-8")
    wrong = violations(pages.open(file.as_uri()), axe)
    assert bool(wrong) == (target is not None)
    assert target is None or target in wrong
