"""The sites of the live audit's tests, started once for all of them; pages opened in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from loopback_site import LoopbackSites

from browser_pages import Pages


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
def opened(pages: Pages, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens a page without a network; what it complains of fails the test."""
    complaints: list[str] = []

    def open_(data: bytes, width: int = 1280, scheme: str = "light", **more: Any) -> Any:
        file = tmp_path / "report.html"
        file.write_bytes(data)
        watch: dict[str, Callable[[Any], None]] = {
            "console": lambda message: complaints.append(message.text),
            "pageerror": lambda error: complaints.append(str(error)),
            "dialog": lambda dialog: (complaints.append(dialog.message), dialog.dismiss()),
        }
        return pages.open(file.as_uri(), width, scheme, watch=watch, **more)

    yield open_
    pages.take_back()
    assert not complaints
