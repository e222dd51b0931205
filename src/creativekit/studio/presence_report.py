"""Making kit/presence/ of the last run, as the command does when a run ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from creativekit.errors import Message, Problem
from creativekit.press import fingerprint
from creativekit.press.presence import PRESENCE
from creativekit.press.presence_sitting import Sitting
from creativekit.press.report import RunReport
from creativekit.press.run import Progress, run


class Stopped(Exception):
    """Somebody stopped it; what was finished stays, and the kit is whole."""


def make(
    config: Path, kit: Path, progress: Progress, cancelled: Callable[[], bool]
) -> tuple[RunReport, tuple[Problem, ...]] | None:
    """The report of the last run, and warnings; None where there is no run of this version of the
    questions. Raises Stopped, InputError and OutputError."""

    def told(done: int, total: int, label: Message) -> None:
        if cancelled():
            raise Stopped
        progress(done, total, label)

    sitting = Sitting(config, kit)
    if not sitting.runs or not sitting.is_of_now(sitting.runs[-1]):
        return None
    plan = sitting.plan(sitting.again(sitting.runs[-1]))
    if cancelled():
        raise Stopped
    report = run(plan.jobs, kit, PRESENCE, tool=fingerprint.tool(), progress=told)
    return report, plan.warnings
