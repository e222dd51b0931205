"""How long a site may be waited for in vain: twenty seconds in all, however often it is asked.

A limit of each fetch alone would not do. An audit asks a site up to a hundred times, and one that
answers nothing, or begins and never ends, would cost the limit every time: half an hour for a page
of links. Whoever waits for an audit is served by what a site does answer, so that time is not
counted; a fetch that came to nothing is, and once the time is used up the site is not asked again.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from creativekit.errors import msg
from creativekit.presence.audit.addresses import Target
from creativekit.presence.audit.connection import Late
from creativekit.presence.audit.page import Unreached

# A share of the time that is too little to ask anything in.
_REST = 0.05


class Waits:
    """Of one audit. most: seconds for one site, that is a name with and without `www.`."""

    def __init__(self, most: float) -> None:
        self._most = most
        self._wasted: dict[str, float] = {}

    def left(self, at: Target) -> float:
        """The seconds that the site may still have. Raises `Unreached` (slow) for none."""
        left = self._most - self._wasted.get(_site(at), 0.0)
        if left <= self._most * _REST:
            text = msg("{host} was waited for long enough and is not asked again", host=at.host)
            raise Unreached(text, "slow")
        return left

    @contextmanager
    def of(self, at: Target) -> Iterator[None]:
        """What happens inside counts when it ends without an answer."""
        began = time.monotonic()
        try:
            yield
        except (Late, Unreached):
            self.wasted(at, began)
            raise

    def wasted(self, at: Target, began: float) -> None:
        """Everything since `began` (monotonic seconds) was in vain."""
        waited = time.monotonic() - began
        self._wasted[_site(at)] = self._wasted.get(_site(at), 0.0) + waited


def _site(at: Target) -> str:
    return at.host.removeprefix("www.")
