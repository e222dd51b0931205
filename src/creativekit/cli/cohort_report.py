"""`creativekit cohort report`: what a cohort answered, for those who convened it."""

from __future__ import annotations

from pathlib import Path

import click

from creativekit.cli import run_report, talk
from creativekit.cli.cohort import cohort_file
from creativekit.cli.command import Command, Option, Settings, force_option, shared_options
from creativekit.cli.kit_run import brought_up_to_date, tell
from creativekit.errors import ExitCode, fail, msg, nearest

FORMATS = ("html", "pdf", "docx", "json", "csv")


def _run(settings: Settings, formats: str | None, public: bool, force: bool) -> ExitCode:
    # Here, because they bring the whole schema with them.
    from creativekit.cohort.config import load
    from creativekit.press.cohort_report import ReportOrder

    wanted = tuple((formats or ",".join(FORMATS)).lower().replace(",", " ").split())
    for each in wanted:
        if each not in FORMATS:
            fail(
                msg("'{found}' cannot be used here", found=each),
                key="--format",
                accepted=FORMATS,
                nearest=nearest(each, FORMATS),
            )
    cohort = load(cohort_file(settings))
    out = Path(settings.out) if settings.out is not None else cohort.out
    order = ReportOrder(cohort, out, wanted, public)
    report = brought_up_to_date(order, out, force=force)
    folder = out / f"report{'-public' if public else ''}"
    tell(report, out, talk.clean(cohort.title.get(talk.language())), folder, folder)
    return run_report.exit_code(report)


command = Command(
    "report",
    msg("Make the report of what a cohort answered"),
    msg(
        "Figures of fewer than 5 people are hidden, and others with them, so that none can be"
        " worked out; docs/privacy.md says how. It goes to out/report/. A report for everybody"
        " (--public) hides figures of fewer than 10 people, and people's own words."
    ),
    examples=("cohort report", "cohort report --format json,csv", "cohort report --public"),
    callback=click.pass_obj(_run),
    params=[
        Option(["--format", "formats"], msg("Which files, by default all."), ",".join(FORMATS)),
        Option(["--public"], msg("For everybody: stricter, without own words."), is_flag=True),
        force_option(),
        *shared_options("project", "out", "json", "lang"),
    ],
)
