"""How far a sheet is filled: of what it asks, how much has an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from creativekit.positioning.blanks import Blank, blanks, written
from creativekit.positioning.sheets import Worksheet
from creativekit.project.positioning_section import Positioning


@dataclass(frozen=True, slots=True)
class Filling:
    """Of `asked` questions, those that have an answer. A table is one, and so are all the scales
    of a sheet, and the ends of the map's lines, and our place on it."""

    answered: int
    asked: int

    @property
    def is_whole(self) -> bool:
        return self.answered == self.asked


def filling(sheet: Worksheet, answers: Positioning | None, language: str) -> Filling:
    """How far the sheet is filled in one language; a number counts in each."""
    found: dict[tuple[str | int, ...], list[bool]] = {}
    for blank in blanks([sheet], answers):
        found.setdefault(_question(blank), []).append(bool(written(answers, blank, language)))
    counted = list(_counted(found))
    return Filling(sum(counted), len(counted))


def _question(blank: Blank) -> tuple[str | int, ...]:
    path = blank.path
    if path[0] == "map" and path[1] in ("x", "y"):
        return path[0], "axes"
    return path[:2]


def _counted(found: dict[tuple[str | int, ...], list[bool]]) -> Iterator[bool]:
    for question, there in found.items():
        # A line without one of its ends is no line; a table has rows to spare.
        yield all(there) if question in (("map", "axes"), ("map", "ours")) else any(there)
