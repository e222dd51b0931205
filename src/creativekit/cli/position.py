"""`creativekit position`: the positioning worksheets, filled or empty."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from creativekit.cli import run_report, talk, viewer
from creativekit.cli.command import Option, Settings, Whole, as_command
from creativekit.cli.glance import glance
from creativekit.errors import ExitCode, msg, nmsg
from creativekit.press import fingerprint
from creativekit.press.report import RunReport
from creativekit.press.run import run, up_to_date

if TYPE_CHECKING:
    from creativekit.positioning.pages import Paper

POSITIONING = "positioning"
PAPERS: tuple[Paper, ...] = ("a4", "a3")


@as_command(
    "position",
    msg(
        "Makes the worksheets as PDF for the table (A4) and for the wall (A3), and as a text, in"
        " every language of the project. What stands under [positioning] in creativekit.toml is"
        " filled in, with what comes of it; --blank prints them empty, to be filled in by hand."
    ),
    examples=("position --open", "position --blank --paper a4", "position --sheet 5"),
    shared=("project", "out", "json", "lang"),
    options=(
        Option(["--blank"], msg("Print the sheets empty."), is_flag=True),
        Option(
            ["--sheet", "only"],
            msg("Only this sheet, by its number."),
            msg("NUMBER"),
            type=Whole(1, 99),
        ),
        Option(
            ["--paper", "papers"],
            msg("Sizes of paper, separated by commas: a4, a3."),
            msg("SIZES"),
        ),
        Option(["--force"], msg("Replace files that you edited, too."), is_flag=True),
        Option(["--open", "open_"], msg("Open the worksheets when done."), is_flag=True),
    ),
)
def command(
    settings: Settings,
    blank: bool,
    only: int | None,
    papers: str | None,
    force: bool,
    open_: bool,
) -> ExitCode:
    config = settings.config()
    seen = glance(config)
    if seen.color is not None:
        talk.wear(seen.color)
    kit = settings.kit(config)
    sizes = _papers(papers)
    capability = f"{POSITIONING}:blank" if blank else POSITIONING
    mark = fingerprint.of(config, capability, (only, sizes))
    report = up_to_date(kit, capability, mark) if mark is not None else None
    if report is None or (force and report.kept_edited):
        report = _made(config, kit, capability, mark, blank, only, sizes, force)
    code = run_report.exit_code(report)
    folder = kit / POSITIONING / "blank" if blank else kit / POSITIONING
    if talk.wants_json():
        talk.out_json(run_report.as_json(report, kit))
    else:
        _tell(report, seen.name, folder)
        run_report.tell_exceptions(report, kit)
    if open_ and code == ExitCode.DONE:
        viewer.show(_first(folder) or folder)
    return code


def _papers(said: str | None) -> tuple[Paper, ...]:
    words = tuple(dict.fromkeys((said or "").replace(",", " ").split()))
    for word in words:
        if word not in PAPERS:
            message = msg(
                "'{found}' is not a size of paper; there are {sizes}",
                found=word,
                sizes=", ".join(PAPERS),
            )
            raise click.UsageError(talk.say(message))
    return tuple(size for size in PAPERS if not words or size in words)


def _made(
    config: Path,
    kit: Path,
    capability: str,
    mark: str | None,
    blank: bool,
    only: int | None,
    papers: tuple[Paper, ...],
    force: bool,
) -> RunReport:
    # Here, so that a run with nothing to do loads neither.
    from creativekit.cli.progress import shown
    from creativekit.press.plan import position_plan
    from creativekit.project.loading import load

    plan = position_plan(load(config), blank=blank, papers=papers, only=only)
    for warning in plan.warnings:
        talk.err(talk.problem_line(warning, talk.err_ink()))
    partial = only is not None or papers != PAPERS
    with shown() as progress:
        return run(
            plan.jobs,
            kit,
            capability,
            tool=fingerprint.tool(),
            fingerprint=mark,
            force=force,
            partial=partial,
            progress=progress,
        )


def _tell(report: RunReport, name: str, folder: Path) -> None:
    ink = talk.err_ink()
    where = talk.shown_path(folder)
    if report.made or report.removed:
        talk.err()
        talk.err(f"  {ink.brand('●')} {ink.bold(name)}")
        talk.err()
        talk.err(f"  {run_report.tally(report)}")
        talk.err(f"  {ink.brand(where)}")
        talk.err()
    elif not report.failed:
        message = nmsg(
            "everything is up to date: {n} file in {folder}",
            "everything is up to date: {n} files in {folder}",
            report.files,
            folder=where,
        )
        talk.err(f"{ink.brand('●')} {ink.bold(name)}: {talk.say(message)}")


def _first(folder: Path) -> Path | None:
    """The sheets in the spoken language, else any."""
    found = sorted(folder.glob("*.pdf"))
    spoken = [each for each in found if each.stem.endswith(f"-{talk.language()}")]
    return next(iter([*spoken, *found]), None)
