"""The last few results of work that is worth remembering, bounded by what they weigh.

Between two posts of a batch most of the work is the same: the ground, the label, the photo. What
is remembered is counted in bytes, not in entries, because one entry may be a letter or a poster.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Recent(Generic[Result]):
    """At most `most_bytes` of results by key; the one unused for longest goes first."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, tuple[Result, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def get(
        self, key: Hashable, make: Callable[[], Result], weight: Callable[[Result], int]
    ) -> Result:
        """What is kept for `key`, or else `make()`, which is kept; `weight` is its size in bytes.

        A result that alone weighs more than a quarter of the bound is given and not kept.
        """
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found[0]
        made = make()
        size = weight(made)
        if 4 * size <= self.most_bytes:
            with self._lock:
                before = self._kept.pop(key, None)
                self.bytes += size - (before[1] if before else 0)
                self._kept[key] = made, size
                while self.bytes > self.most_bytes:
                    self.bytes -= self._kept.popitem(last=False)[1][1]
        return made

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self.bytes = 0
