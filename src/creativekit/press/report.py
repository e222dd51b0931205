"""What a run did, for the command line and the studio to tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from creativekit.errors import Message, Problem


@dataclass(frozen=True, slots=True)
class Failure:
    """A Job that could not be made.

    problems: the faults of the user's input behind it, if that is what they are.
    detail: the traceback, for a report to the makers.
    """

    path: str
    message: Message
    problems: tuple[Problem, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RunReport:
    """Paths in the kit, each sorted, by what became of them; `seconds` of wall time.

    kept_edited: the user changed them (or they were there before), so they were left alone.
    removed: no longer planned, and not changed by the user.
    """

    made: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    kept_edited: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = ()
    seconds: float = 0.0

    @property
    def files(self) -> int:
        """How many planned files lie in the kit now."""
        return len(self.made) + len(self.unchanged) + len(self.kept_edited)


def together(reports: Iterable[RunReport]) -> RunReport:
    """Several reports as one; `seconds` are those of the longest."""
    found = tuple(reports)
    return RunReport(
        tuple(sorted(path for each in found for path in each.made)),
        tuple(sorted(path for each in found for path in each.unchanged)),
        tuple(sorted(path for each in found for path in each.kept_edited)),
        tuple(sorted(path for each in found for path in each.removed)),
        tuple(sorted((bad for each in found for bad in each.failed), key=lambda bad: bad.path)),
        max((each.seconds for each in found), default=0.0),
    )
