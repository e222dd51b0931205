"""`creativekit cohort form`: what people answer on, on telephones and on paper."""

from __future__ import annotations

from pathlib import Path

import click

from creativekit.cli import run_report, talk
from creativekit.cli.cohort import cohort_file
from creativekit.cli.command import Command, Settings, force_option, shared_options
from creativekit.cli.kit_run import brought_up_to_date, tell
from creativekit.errors import ExitCode, msg

FOLDER = "form"


def _run(settings: Settings, force: bool) -> ExitCode:
    # Here, because they bring the whole schema with them.
    from creativekit.cohort.config import load
    from creativekit.press.cohort_form import FormOrder

    cohort = load(cohort_file(settings))
    out = Path(settings.out) if settings.out is not None else cohort.out
    report = brought_up_to_date(FormOrder(cohort), out, force=force)
    folder = out / FOLDER
    tell(report, out, talk.clean(cohort.title.get(talk.language())), folder, folder)
    return run_report.exit_code(report)


command = Command(
    "form",
    msg("Make the needs form, for telephones and on paper"),
    msg(
        "needs.xlsx is for KoboToolbox and ODK, needs.<language>.pdf to be printed, one sheet of"
        " two sides. presence.xlsx is the self-assessment with the code of the badge, which ties"
        " both forms of a person together. They go to out/form/."
    ),
    examples=("cohort form", "-C kyzylorda cohort form -o forms"),
    callback=click.pass_obj(_run),
    params=[
        force_option(),
        *shared_options("project", "out", "json", "lang"),
    ],
)
