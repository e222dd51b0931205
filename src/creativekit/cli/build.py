"""`creativekit build`: everything that is stale, and the page that shows the whole kit."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from creativekit.cli import run_report, talk, viewer
from creativekit.cli.command import Option, Settings, as_command, force_option, jobs_option
from creativekit.cli.glance import glance
from creativekit.errors import ExitCode, Message, Problem, msg, nmsg
from creativekit.press import build
from creativekit.press.report import RunReport, together

if TYPE_CHECKING:
    from creativekit.press.build import Built

PAGE = "index.html"
_TITLES = {
    "brand": msg("brand kit"),
    "social": msg("posts"),
    "positioning": msg("positioning"),
    "presence": msg("digital presence"),
}
_REFUSED = msg("could not be made")
_THE_PAGE = msg("page of the kit")
_ABSENT = {"presence": msg("no self-assessment yet: creativekit assess")}


@as_command(
    "build",
    msg(
        "Makes the brand kit, the posts, the worksheets and, after a self-assessment, its report:"
        " only what has changed since the last time. Then the page index.html, on which the whole"
        " kit can be looked at. What cannot be made is told, and the rest is made all the same. A"
        " file that you edited is kept and named; --force replaces it."
    ),
    examples=("build --open", "-C my-studio build", "build -o /media/usb/kit"),
    shared=("project", "out", "json", "lang"),
    options=(
        force_option(),
        Option(["--open", "open_"], msg("Open the page of the kit when done."), is_flag=True),
        jobs_option(),
    ),
)
def command(settings: Settings, force: bool, open_: bool, jobs: int | None) -> ExitCode:
    from creativekit.cli.progress import shown

    config = settings.config()
    seen = glance(config)
    if seen.color is not None:
        talk.wear(seen.color)
    kit = settings.kit(config)
    with shown() as progress:
        built = build.build(config, kit, force=force, workers=jobs, progress=progress)
    code = _exit_code(built)
    if talk.wants_json():
        talk.out_json(_json(built, kit, code))
    else:
        _tell(built, kit, seen.name)
    if open_ and code == ExitCode.DONE:
        viewer.show(kit / PAGE)
    return code


def _exit_code(built: Built) -> ExitCode:
    if not built.failed:
        return ExitCode.DONE
    if all(failure.problems for failure in built.failed):
        return ExitCode.INPUT
    return ExitCode.FAILED


def _whole(built: Built) -> RunReport:
    """Everything that was run as one report; what could not be planned is among what failed."""
    ran = [*built.reports.values(), *([built.gallery] if built.gallery else [])]
    refused = RunReport(failed=tuple(built.refused.values()), seconds=built.seconds)
    return together([*ran, refused])


def _json(built: Built, kit: Path, code: ExitCode) -> dict[str, Any]:
    found = run_report.as_json(_whole(built), kit)
    parts = {name: run_report.as_json(each, kit) for name, each in built.reports.items()}
    for name, failure in built.refused.items():
        parts[name] = run_report.as_json(RunReport(failed=(failure,)), kit)
    for part in parts.values():
        part.pop("folder")
    return {
        **found,
        "ok": code == ExitCode.DONE,
        "exit_code": int(code),
        "seconds": round(built.seconds, 3),
        "page": str(kit / PAGE),
        "capabilities": parts,
        "absent": list(built.absent),
        "warnings": [talk.problem_json(each) for each in built.warnings],
    }


def _tell(built: Built, kit: Path, name: str) -> None:
    ink = talk.err_ink()
    for warning in _unheard(built):
        talk.err(talk.problem_line(warning, ink))
    whole = _whole(built)
    if whole.made or whole.removed or whole.failed:
        talk.err()
        talk.err(f"  {ink.brand('●')} {ink.bold(name)}")
        talk.err()
        for line in _lines(built, kit):
            talk.err(line)
        talk.err()
        talk.err(f"  {run_report.tally(whole)}")
        if (kit / PAGE).is_file():
            talk.err(f"  {ink.brand(talk.shown_path(kit / PAGE))}")
        talk.err()
    else:
        message = nmsg(
            "everything is up to date: {n} file in {folder}",
            "everything is up to date: {n} files in {folder}",
            whole.files,
            folder=talk.shown_path(kit),
        )
        talk.err(f"{ink.brand('●')} {ink.bold(name)}: {talk.say(message)}")
    _tell_refused(built)
    files = [*built.reports.values(), *([built.gallery] if built.gallery else [])]
    run_report.tell_exceptions(together(files), kit)


def _tell_refused(built: Built) -> None:
    """What could not be planned: everything that is in the way, each once, then of what."""
    ink = talk.err_ink()
    told: list[Problem] = []
    for failure in built.refused.values():
        for problem in failure.problems:
            if problem not in told:
                told.append(problem)
                talk.err(talk.problem_line(problem, ink))
        if not failure.problems:
            talk.err(f"{ink.bad(talk.say(talk.ERROR))} {talk.say(failure.message)}")
        if os.environ.get(talk.DEBUG):
            talk.err(failure.detail)
    if built.refused:
        names = ", ".join(talk.say(_TITLES.get(each, _THE_PAGE)) for each in built.refused)
        message = msg("nothing was made of these: {names}", names=names)
        talk.err(f"{ink.bad(talk.say(talk.ERROR))} {talk.say(message)}")


def _unheard(built: Built) -> Iterator[Problem]:
    """Warnings that are not told with a failure anyway."""
    told = [problem for failure in built.failed for problem in failure.problems]
    return (each for each in built.warnings if each not in told)


def _lines(built: Built, kit: Path) -> Iterator[str]:
    """A line a capability: how many files, what of them was made, and where they are."""
    ink = talk.err_ink()
    names = build.capabilities()
    titles = {name: talk.say(_TITLES[name]) for name in names}
    width = max(map(len, titles.values()))
    told = {name: talk.say(_what(report)) for name, report in built.reports.items()}
    second = max(map(len, told.values()), default=0)
    for name in names:
        title = f"    {titles[name]:<{width}}  "
        report = built.reports.get(name)
        if report is not None:
            where = ink.dim(talk.shown_path(kit / name))
            yield f"{title}{report.files:>4}  {told[name]:<{second}}  {where}"
        elif name in built.refused:
            yield f"{title}   –  {ink.bad(talk.say(_REFUSED))}"
        elif name in built.absent:
            yield f"{title}   –  {ink.dim(talk.say(_ABSENT[name]))}"


def _what(report: RunReport) -> Message:
    if report.failed:
        return msg("{n} failed", n=len(report.failed))
    if report.made:
        return msg("{n} made", n=len(report.made))
    return msg("up to date")
