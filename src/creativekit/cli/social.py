"""`creativekit social`: posts of a project or of a table, looked through first, then made."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from creativekit.cli import run_report, talk, viewer
from creativekit.cli.command import Option, Settings, as_command, force_option, jobs_option
from creativekit.cli.glance import glance
from creativekit.errors import ExitCode, Problem, msg, nmsg
from creativekit.press import orders
from creativekit.press.plan import SOCIAL
from creativekit.press.report import RunReport
from creativekit.press.run import up_to_date

if TYPE_CHECKING:
    from creativekit.press.orders import SocialOrder
    from creativekit.press.social_plan import SocialPlan
    from creativekit.tables.table import Table

FORMATS = ("auto", "png", "jpeg", "webp", "svg", "pptx", "pdf")
_MOST_SHOWN = 200  # problems on a terminal; --json has all of them


@as_command(
    "social",
    msg(
        "Looks all posts through first: missing fields, texts that do not fit, letters that no"
        " typeface has, pictures that are not there or too small. If anything is wrong, everything"
        " is listed with its line or row and nothing is made; --keep-going makes the rest. Only"
        " what has changed since the last time is made again."
    ),
    examples=(
        "social",
        "-C my-studio social --from posts.csv --placements instagram,telegram",
        "social --only open-day --format pptx --open",
    ),
    shared=("project", "out", "json", "lang"),
    options=(
        Option(
            ["--from", "table"],
            msg("Take the posts from a table: CSV, XLSX, ODS or JSON, a row a post."),
            msg("FILE"),
        ),
        Option(
            ["--placements"],
            msg("Only for these placements or platforms, separated by commas."),
            msg("NAMES"),
        ),
        Option(["--only"], msg("Only these posts, by their names."), msg("NAMES")),
        Option(
            ["--format", "formats"],
            msg("Kinds of file, separated by commas: auto, png, jpeg, webp, svg, pptx, pdf."),
            msg("KINDS"),
        ),
        Option(
            ["--check", "checks"], msg("Look the posts through and make nothing."), is_flag=True
        ),
        Option(
            ["--keep-going"],
            msg("Make the posts that are right, even if others are not."),
            is_flag=True,
        ),
        Option(
            ["--previews"],
            msg("Also show what each platform covers or cuts off."),
            is_flag=True,
        ),
        Option(["--small"], msg("Take more time for smaller files."), is_flag=True),
        force_option(),
        Option(["--open", "open_"], msg("Open the contact sheet when done."), is_flag=True),
        jobs_option(),
    ),
)
def command(
    settings: Settings,
    table: str | None,
    placements: str | None,
    only: str | None,
    formats: str | None,
    checks: bool,
    keep_going: bool,
    previews: bool,
    small: bool,
    force: bool,
    open_: bool,
    jobs: int | None,
) -> ExitCode:
    config = settings.config()
    seen = glance(config)
    if seen.color is not None:
        talk.wear(seen.color)
    kit = settings.kit(config)
    kinds = _kinds(formats)
    read = _table(table, config) if table is not None else None
    asked = orders.Selection(_words(placements), _words(only), kinds, previews, small)
    order = orders.social(config, asked, read, Path(table) if table is not None else None)
    mark = order.mark
    report = up_to_date(kit, order.capability, mark) if mark is not None and not checks else None
    plan: SocialPlan | None = None
    if report is None or (force and report.kept_edited):
        plan = _planned(order, jobs)
        if (plan.errors and not keep_going) or checks:
            return _refuse(plan, seen.name, read, asked_only=checks)
        report = _made(plan, order, kit, force, jobs)
    page = kit / SOCIAL / ("selection-index.html" if only else "index.html")
    code = run_report.exit_code(report)
    if plan is not None and plan.errors and code == ExitCode.DONE:
        code = ExitCode.INPUT
    if talk.wants_json():
        found = run_report.as_json(report, kit) | _findings(plan)
        found |= {"ok": code == ExitCode.DONE, "exit_code": int(code)}
        talk.out_json(found | _about(read))
    else:
        if plan is not None:
            _notes(read)
        _tell(report, plan, seen.name, kit, page)
        run_report.tell_exceptions(report, kit)
    if open_ and code == ExitCode.DONE and page.is_file():
        viewer.show(page)
    return code


def _kinds(said: str | None) -> tuple[str, ...]:
    kinds = tuple(dict.fromkeys(_words(said)))
    for kind in kinds:
        if kind not in FORMATS:
            message = msg(
                "'{found}' is not a kind of file; there are {kinds}",
                found=kind,
                kinds=", ".join(FORMATS),
            )
            raise click.UsageError(talk.say(message))
    return kinds


def _words(said: str | None) -> tuple[str, ...]:
    return tuple((said or "").replace(",", " ").replace(";", " ").split())


def _table(name: str, config: Path) -> Table:
    # Here, because reading tables is more than help needs.
    from creativekit.social.table_file import read_table

    return read_table(Path(name), config.parent)


def _planned(order: SocialOrder, jobs: int | None) -> SocialPlan:
    from creativekit.cli.progress import shown

    with shown() as progress:
        return order.plan(jobs, progress)


def _made(
    plan: SocialPlan, order: SocialOrder, kit: Path, force: bool, jobs: int | None
) -> RunReport:
    from creativekit.cli.progress import shown

    with shown() as progress:
        return orders.carried_out(plan, order, kit, force=force, workers=jobs, progress=progress)


def _findings(plan: SocialPlan | None) -> dict[str, Any]:
    if plan is None:
        return {"problems": []}
    return {
        "posts": plan.posts,
        "pictures": plan.pictures,
        "skipped": list(plan.skipped),
        "problems": [talk.problem_json(problem) for problem in plan.problems],
    }


def _refuse(plan: SocialPlan, name: str, table: Table | None, asked_only: bool) -> ExitCode:
    """Nothing is made: a preflight that was asked for, or one that found errors."""
    code = ExitCode.INPUT if plan.errors else ExitCode.DONE
    if talk.wants_json():
        found = {"ok": not plan.errors, "exit_code": int(code), **_findings(plan)}
        talk.out_json(found | _about(table))
        return code
    ink = talk.err_ink()
    _notes(table)
    _list(plan.problems)
    counts = Counter(problem.severity for problem in plan.problems)
    said = []
    if counts["error"]:
        said.append(ink.bad(talk.say(nmsg("{n} problem", "{n} problems", counts["error"]))))
    if counts["warning"]:
        said.append(ink.doubtful(talk.say(nmsg("{n} warning", "{n} warnings", counts["warning"]))))
    if not said:
        said.append(ink.good(talk.say(msg("no problems"))))
    posts = talk.say(nmsg("{n} post is right", "{n} posts are right", plan.posts))
    talk.err(f"{ink.brand('●')} {ink.bold(name)}: {', '.join(said)} · {posts}")
    if plan.errors and plan.posts and not asked_only:
        talk.err(talk.say(msg("Nothing was made. --keep-going makes the posts that are right.")))
    return code


def _notes(table: Table | None) -> None:
    """What had to be found out about a table, so that a person sees whether it is right."""
    for note in table.notes if table is not None else ():
        talk.err(talk.err_ink().dim(talk.say(note)))


def _about(table: Table | None) -> dict[str, Any]:
    if table is None:
        return {}
    return {
        "table": {
            "file": table.file,
            "rows": len(table.rows),
            "encoding": table.encoding,
            "delimiter": table.delimiter,
            "sheet": table.sheet,
            "decimals": table.decimals,
            "notes": [talk.say(note) for note in table.notes],
        }
    }


def _list(problems: tuple[Problem, ...]) -> None:
    ink = talk.err_ink()
    for problem in problems[:_MOST_SHOWN]:
        talk.err(talk.problem_line(problem, ink))
    if len(problems) > _MOST_SHOWN:
        talk.err(talk.say(msg("… and {n} more", n=len(problems) - _MOST_SHOWN)))


def _tell(report: RunReport, plan: SocialPlan | None, name: str, kit: Path, page: Path) -> None:
    ink = talk.err_ink()
    where = talk.shown_path(kit / SOCIAL)
    if plan is not None:
        _list(plan.problems)
        if not plan.posts and not plan.errors:
            talk.warn(msg("there are no posts yet: write a [[post]], or take a table with --from"))
    if not (report.made or report.removed):
        if not report.failed:
            message = nmsg(
                "everything is up to date: {n} file in {folder}",
                "everything is up to date: {n} files in {folder}",
                report.files,
                folder=where,
            )
            talk.err(f"{ink.brand('●')} {ink.bold(name)}: {talk.say(message)}")
        return
    talk.err()
    talk.err(f"  {ink.brand('●')} {ink.bold(name)}")
    talk.err()
    if plan is not None:
        posts = talk.say(nmsg("{n} post", "{n} posts", plan.posts))
        pictures = talk.say(nmsg("{n} picture", "{n} pictures", plan.pictures))
        talk.err(f"    {posts} · {pictures}")
    talk.err(f"    {run_report.tally(report)}")
    if page.is_file():
        talk.err(f"    {ink.brand(talk.shown_path(page))}")
    talk.err()
