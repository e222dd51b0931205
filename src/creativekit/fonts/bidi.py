"""Which way each part of a line runs, and the order in which the parts stand on it.

The Unicode Bidirectional Algorithm (Unicode Standard Annex 9), rules P2–P3, W1–W7, N1–N2, I1–I2,
L1 and L2. Explicit embeddings, overrides and isolates are ignored, so that a control character in
a name cannot turn round the text beside it; paired brackets (N0) get no rule of their own.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_IGNORED = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_SPACES = frozenset({"B", "S", "WS"})


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `start` to `end` (exclusive) of a text, all of one level; odd runs leftwards."""

    start: int
    end: int
    level: int

    @property
    def right_to_left(self) -> bool:
        return self.level % 2 == 1


def visual_runs(text: str) -> tuple[Run, ...]:
    """The runs of one line from left to right as they stand on the page (rule L2)."""
    if not text:
        return ()
    if text.isascii():
        return (Run(0, len(text), 0),)
    found = levels(text)
    runs: list[Run] = []
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or found[index] != found[start]:
            runs.append(Run(start, index, found[start]))
            start = index
    for level in range(max(found), 0, -1):
        start = 0
        while start < len(runs):
            end = start
            while end < len(runs) and runs[end].level >= level:
                end += 1
            runs[start:end] = reversed(runs[start:end])
            start = end + 1
    return tuple(runs)


def levels(text: str) -> list[int]:
    """The level of each character: even runs rightwards, odd leftwards."""
    original = [unicodedata.bidirectional(char) or "L" for char in text]
    if not _RIGHT_TO_LEFT.intersection(original):
        return [0] * len(text)
    base = _base(original)
    kinds = _neutral(_weak(original, base), base)
    found = [_level(kind, base) for kind in kinds]
    _reset_trailing(found, original, base)
    return found


def _base(kinds: list[str]) -> int:
    """P2, P3: the first strong character decides."""
    return int(next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L")


def _weak(original: list[str], base: int) -> list[str]:
    """W1–W7: numbers, their separators and marks take sides."""
    kinds = list(original)
    start = "R" if base else "L"
    before = start
    strong = start
    for index, kind in enumerate(kinds):
        if kind == "NSM" or kind in _IGNORED:
            kinds[index] = before
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
        if kinds[index] in ("L", "R", "AL"):
            strong = kinds[index]
        before = kinds[index]
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for index in range(1, len(kinds) - 1):
        left, kind, right = kinds[index - 1 : index + 2]
        if left == right and (
            (left == "EN" and kind in ("ES", "CS")) or (left == "AN" and kind == "CS")
        ):
            kinds[index] = left
    for first, last in _spans(kinds, frozenset({"ET"})):
        beside = (kinds[first - 1] if first else "", kinds[last] if last < len(kinds) else "")
        kinds[first:last] = ["EN" if "EN" in beside else "ON"] * (last - first)
    strong = start
    for index, kind in enumerate(kinds):
        if kind in ("ES", "CS"):
            kinds[index] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"
    return kinds


def _neutral(kinds: list[str], base: int) -> list[str]:
    """N1, N2: what stands between two sides of one direction goes with them, else with the line."""
    kinds = list(kinds)
    outside = "R" if base else "L"
    for first, last in _spans(kinds, _NEUTRAL):
        left = _side(kinds[first - 1]) if first else outside
        right = _side(kinds[last]) if last < len(kinds) else outside
        kinds[first:last] = [left if left == right else outside] * (last - first)
    return kinds


def _level(kind: str, base: int) -> int:
    """I1, I2."""
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _reset_trailing(found: list[int], original: list[str], base: int) -> None:
    """L1: separators, and spaces at the end of the line or before a separator, are the line's."""
    trailing = True
    for index in range(len(original) - 1, -1, -1):
        kind = original[index]
        trailing = kind in ("B", "S") or (trailing and (kind in _SPACES or kind in _IGNORED))
        if trailing:
            found[index] = base


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"


def _spans(kinds: list[str], members: frozenset[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] in members:
            end += 1
        if end > start:
            found.append((start, end))
        start = max(end, start + 1)
    return found
