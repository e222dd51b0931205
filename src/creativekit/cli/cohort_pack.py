"""`creativekit cohort pack`: what is printed for a meeting, in the organiser's brand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from creativekit.cli import run_report, talk
from creativekit.cli.cohort import cohort_file
from creativekit.cli.command import Command, Option, Settings, shared_options
from creativekit.cli.kit_run import made, tell
from creativekit.errors import ExitCode, fail, msg, nearest, nmsg

if TYPE_CHECKING:
    from creativekit.press.cohort_pack import PackPlan
    from creativekit.press.report import RunReport

_MOST_TOLD = 60  # refused rows, on the terminal; --json has all of them
PARTS = "worksheets,questions,needs,poster,badges,certificates"


def _run(
    settings: Settings, people: str | None, form_url: str | None, only: str | None, force: bool
) -> ExitCode:
    # Here, because they bring the whole schema with them.
    from creativekit.cohort.config import load
    from creativekit.press.cohort_pack import FOLDER, PackOrder

    cohort = load(cohort_file(settings))
    table = None if people is None else Path(people)
    order = PackOrder(cohort, _parts(only), table, _address(form_url))
    out = Path(settings.out) if settings.out is not None else cohort.out
    plan = order.plan()
    report = made(plan, order, out, force=force)
    code = run_report.exit_code(report)
    if code is ExitCode.DONE and plan.refused:
        code = ExitCode.INPUT
    if talk.wants_json():
        talk.out_json(_json(report, plan, out, code))
        return code
    folder = out / FOLDER
    tell(report, out, talk.clean(cohort.title.get(talk.language())), folder, folder)
    _tell_people(plan)
    return code


def _parts(only: str | None) -> tuple[str, ...]:
    known = tuple(PARTS.split(","))
    wanted = tuple((only or PARTS).lower().replace(",", " ").split())
    for each in wanted:
        if each not in known:
            fail(
                msg("'{found}' cannot be used here", found=each),
                key="--only",
                accepted=known,
                nearest=nearest(each, known),
            )
    return tuple(each for each in known if each in wanted) or known


def _address(value: str | None) -> str | None:
    if value is None:
        return None
    from pydantic_core import PydanticCustomError

    from creativekit.cohort import form_link
    from creativekit.project.rejection import refusal

    try:
        return form_link.address(value)
    except PydanticCustomError as error:
        fail(refusal(error)[0], key="--form-url", accepted=("https://…",))


def _json(report: RunReport, plan: PackPlan, out: Path, code: ExitCode) -> dict[str, object]:
    return {
        **run_report.as_json(report, out),
        "ok": code is ExitCode.DONE,
        "exit_code": int(code),
        "people": plan.read,
        "refused": [talk.problem_json(each) for each in plan.refused],
    }


def _tell_people(plan: PackPlan) -> None:
    ink = talk.err_ink()
    if plan.refused:
        rows = len({each.line for each in plan.refused})
        message = nmsg(
            "{n} row of the table is left out:",
            "{n} rows of the table are left out:",
            rows,
        )
        talk.err(f"{ink.bad(talk.say(talk.ERROR))} {talk.say(message)}")
        for problem in plan.refused[:_MOST_TOLD]:
            talk.err(f"  {talk.problem_line(problem, ink)}")
        if len(plan.refused) > _MOST_TOLD:
            left = len(plan.refused) - _MOST_TOLD
            more = msg("… and {n} more; --json names all of them", n=left)
            talk.err(f"  {talk.say(more)}")
    if plan.read:
        message = nmsg(
            "{n} person's name is in these files; docs/privacy.md says how to delete them",
            "the names of {n} people are in these files; docs/privacy.md says how to delete them",
            plan.read,
        )
        talk.err(f"  {talk.say(message)}")


command = Command(
    "pack",
    msg("Make what is printed for a meeting: worksheets, badges, certificates"),
    msg(
        "Makes the empty worksheets, the questions of the self-assessment and the needs form to"
        " print; a poster with the QR code of the form; and, from a table of people, name badges,"
        " eight on a sheet, and certificates, all in one file and one file a person. The table is"
        " a CSV or a spreadsheet with a column of names, and, where you have them, role,"
        " organisation, group, language and code. All of it is in the organiser's brand and goes to"
        " out/pack/."
    ),
    examples=(
        "cohort pack",
        "cohort pack --people people.csv --form-url https://ee.kobotoolbox.org/x/AbCd1234",
        "-C kyzylorda cohort pack --people people.csv --only badges",
    ),
    callback=click.pass_obj(_run),
    params=[
        Option(
            ["--people"], msg("Table of the people who get a badge and a certificate."), msg("FILE")
        ),
        Option(
            ["--form-url"], msg("Address of the form, for the poster's QR code."), msg("ADDRESS")
        ),
        Option(
            ["--only"],
            msg("Only these parts, separated by commas: {parts}.", parts=PARTS.replace(",", ", ")),
            msg("NAMES"),
        ),
        Option(["--force"], msg("Replace files that you edited, too."), is_flag=True),
        *shared_options("project", "out", "json", "lang"),
    ],
)
