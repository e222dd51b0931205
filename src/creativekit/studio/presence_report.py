"""Making kit/presence/ of the last run, as a build does."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from creativekit.errors import Problem
from creativekit.press.build import build
from creativekit.press.plan import PRESENCE
from creativekit.press.report import RunReport
from creativekit.press.run import Cancelled, Progress


class Made(NamedTuple):
    """report: None where it was stopped or could not be planned, which is `failed`."""

    report: RunReport | None
    problems: tuple[Problem, ...] = ()
    failed: bool = False


def make(config: Path, kit: Path, progress: Progress, cancelled: Cancelled) -> Made:
    """The report of the last run, and the page of the kit that shows it.

    Raises InputError for a project that cannot be read, and OutputError.
    """
    built = build(config, kit, capabilities=(PRESENCE,), progress=progress, cancelled=cancelled)
    if built.cancelled:
        return Made(None)
    refused = built.refused.get(PRESENCE)
    if refused is not None:
        problems = refused.problems or (Problem(refused.message, file=refused.path),)
        return Made(None, problems, failed=True)
    return Made(built.reports.get(PRESENCE, RunReport()))
