"""Variety that is the same on every machine: a small generator seeded by words.

SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014):
eight lines, no state to share, and its sequence is fixed by this file rather than by a library.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_MASK = (1 << 64) - 1


class Chance:
    """Numbers that look random and depend on `words` alone."""

    def __init__(self, *words: object) -> None:
        text = "\n".join(str(word) for word in words)
        seed = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:8]
        self._state = int.from_bytes(seed, "big")

    def unit(self) -> float:
        """The next number in [0, 1)."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return ((mixed ^ (mixed >> 31)) >> 11) / (1 << 53)

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self.unit()

    def choice(self, items: Sequence[T]) -> T:
        return items[int(self.unit() * len(items))]
