"""The page in a kit that is passed on, in a real browser: accessible, offline, on a phone too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from creativekit.press.share import selection
from creativekit.press.share_readme import page
from styled_brands import LONG, styled

HOSTILE = "</style><script>alert(1)</script>{{7*7}}" + "ұ" * 80


@pytest.mark.parametrize(
    ("style", "name", "scheme", "width"),
    [
        ("steppe", "Саз студиясы", "light", 1200),
        ("noir", LONG, "dark", 320),
        ("playful", HOSTILE, "light", 320),
    ],
)
def test_for_everybody(
    browser: Any, axe: str, tmp_path: Path, style: str, name: str, scheme: str, width: int
) -> None:
    kit = tmp_path / "kit"
    for file in ("brand/logo/a.svg", "brand/type/Onest/LICENSE.txt", f"social/{'ә' * 60}.png"):
        (kit / file).parent.mkdir(parents=True)
        (kit / file).write_text("x")
    readme = kit / "README.html"
    readme.write_bytes(page(styled(style, name=name), selection(kit)))
    opened = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    asked: list[str] = []
    said: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: said.append(message.text))
    opened.on("dialog", lambda dialog: said.append(dialog.message))
    try:
        opened.goto(readme.as_uri())
        assert [url for url in asked if not url.startswith(("data:", readme.as_uri()))] == []
        assert said == []
        assert opened.evaluate("document.documentElement.scrollWidth") <= width
        # A debugger is not held by the page's own policy.
        violations = opened.evaluate(axe + "; axe.run().then(found => found.violations)")
        assert [(each["id"], each["nodes"][0]["html"][:200]) for each in violations] == []
    finally:
        opened.close()
