"""One request a second to a host: an audit is a guest, and may be one of many in a workshop."""

from __future__ import annotations

import time
from collections.abc import Callable

PAUSE = 1.0  # s between the beginnings of two requests to one host
LONGEST_PAUSE = 5.0  # s; what a site's own Crawl-delay may ask for at most

_SLICE = 0.2  # s between two looks at whether the audit was cancelled


class Pace:
    """Remembers when each host was last asked. `clock` and `wait` are for tests."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock = clock
        self._wait = wait
        self._next: dict[str, float] = {}

    def before(self, host: str, pause: float, check: Callable[[], object]) -> float:
        """Wait until `host` may be asked again; the seconds waited. What `check` raises ends it."""
        began = self._clock()
        while (left := self._next.get(host, began) - self._clock()) > 0:
            check()
            self._wait(min(left, _SLICE))
        now = self._clock()
        self._next[host] = now + min(max(pause, PAUSE), LONGEST_PAUSE)
        return now - began
