"""Pages of one browser that are used again.

A new page is a new process of the browser, which costs about half a second before it shows
anything, and the script of axe has to be compiled in it anew. What was shown before is gone: a page
that is given back goes to nothing, and what it stored is cleared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


class Pages:
    """Pages without a network. One is used by one test at a time."""

    def __init__(self, browser: Any) -> None:
        self._browser = browser
        self._free: dict[str, list[Any]] = {}
        self._out: list[tuple[str, Any, Mapping[str, Callable[..., None]]]] = []

    def open(
        self,
        address: str,
        width: int = 1280,
        scheme: str = "light",
        *,
        watch: Mapping[str, Callable[..., None]] | None = None,
        **context: Any,
    ) -> Any:
        """The page at an address, 900 px high, with reduced motion. watch: who hears of its
        events; context: what the browser's context is made with beyond that."""
        key = repr(sorted(context.items()))
        free = self._free.setdefault(key, [])
        page = free.pop() if free else self._browser.new_context(offline=True, **context).new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media="null", color_scheme=scheme, reduced_motion="reduce")
        watch = watch or {}
        for event, hears in watch.items():
            page.on(event, hears)
        self._out.append((key, page, watch))
        page.goto(address)
        return page

    def take_back(self) -> None:
        """What a test had open shows nothing and remembers nothing."""
        while self._out:
            key, page, watch = self._out.pop()
            page.goto("about:blank")
            for event, hears in watch.items():
                page.remove_listener(event, hears)
            session = page.context.new_cdp_session(page)
            session.send("Storage.clearDataForOrigin", {"origin": "file://", "storageTypes": "all"})
            session.detach()
            self._free[key].append(page)
