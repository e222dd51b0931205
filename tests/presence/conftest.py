"""The sites of the live audit's tests, started once for all of them; pages opened in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from loopback_site import LoopbackSites


@pytest.fixture(scope="session")
def served_sites() -> Iterator[LoopbackSites]:
    sites = LoopbackSites()
    yield sites
    sites.close()


@pytest.fixture
def sites(served_sites: LoopbackSites) -> LoopbackSites:
    """`loopback_site.LoopbackSites`, with nothing asked of it yet."""
    served_sites.forget()
    return served_sites


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens a page without a network; what it complains of fails the test."""
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_(data: bytes, width: int = 1280, scheme: str = "light", **more: Any) -> Any:
        file = tmp_path / "report.html"
        file.write_bytes(data)
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True, **more
        )
        contexts.append(context)
        made = context.new_page()
        made.on("console", lambda message: complaints.append(message.text))
        made.on("pageerror", lambda error: complaints.append(str(error)))
        made.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
        made.goto(file.as_uri())
        return made

    yield open_
    for context in contexts:
        context.close()
    assert not complaints
