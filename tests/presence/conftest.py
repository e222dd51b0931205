"""The sites of the live audit's tests, started once for all of them."""

from __future__ import annotations

from collections.abc import Iterator

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
