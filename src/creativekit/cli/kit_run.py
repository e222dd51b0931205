"""What commands that make files of the kit have in common: the run, and the end of what is told."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from creativekit.cli import run_report, talk
from creativekit.errors import nmsg
from creativekit.press.orders import carried_out
from creativekit.press.report import RunReport
from creativekit.press.run import up_to_date

if TYPE_CHECKING:
    from creativekit.press.orders import Order, Planned


def brought_up_to_date(
    order: Order, kit: Path, *, force: bool, workers: int | None = None
) -> RunReport:
    """The run of an order, which is only planned when there is something to do.

    The rest is as in `press.run.run`.
    """
    mark = order.mark
    report = up_to_date(kit, order.capability, mark) if mark is not None else None
    if report is not None and not (force and report.kept_edited):
        return report
    return made(order.plan(workers), order, kit, force=force, workers=workers)


def made(
    plan: Planned, order: Order, kit: Path, *, force: bool, workers: int | None = None
) -> RunReport:
    """The run of an order's plan, with its warnings told."""
    # Here, so that a run with nothing to do does not load it.
    from creativekit.cli.progress import shown

    for warning in plan.warnings:
        talk.err(talk.problem_line(warning, talk.err_ink()))
    with shown() as progress:
        return carried_out(plan, order, kit, force=force, workers=workers, progress=progress)


def tell(
    report: RunReport, kit: Path, name: str, folder: Path, look: Path, lines: Iterable[str] = ()
) -> None:
    """What was done for the brand of that name, as JSON or to a person.

    folder: where its files are. look: the place to look at first. lines: what was made, at length.
    """
    if talk.wants_json():
        talk.out_json(run_report.as_json(report, kit))
        return
    ink = talk.err_ink()
    if report.made or report.removed:
        talk.err()
        talk.err(f"  {ink.brand('●')} {ink.bold(name)}")
        talk.err()
        told = [*lines]
        for line in told:
            talk.err(line)
        if told:
            talk.err()
        talk.err(f"  {run_report.tally(report)}")
        talk.err(f"  {ink.brand(talk.shown_path(look))}")
        talk.err()
    elif not report.failed:
        message = nmsg(
            "everything is up to date: {n} file in {folder}",
            "everything is up to date: {n} files in {folder}",
            report.files,
            folder=talk.shown_path(folder),
        )
        talk.err(f"{ink.brand('●')} {ink.bold(name)}: {talk.say(message)}")
    run_report.tell_exceptions(report, kit)
