"""`creativekit cohort build`: the kits of every project under a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from creativekit.cli import talk
from creativekit.cli.command import (
    Argument,
    Command,
    Option,
    Settings,
    Whole,
    force_option,
    shared_options,
)
from creativekit.errors import ExitCode, Message, Problem, msg, nmsg

if TYPE_CHECKING:
    from creativekit.press.many import Tally
    from creativekit.press.project_run import Outcome
    from creativekit.press.report import Failure

_MOST_TOLD = 40  # projects that failed, on the terminal; --json has all of them
_MOST_REASONS = 4  # of one project, on the terminal
_WIDEST_NAME = 32  # columns


def _run(
    settings: Settings,
    folder: str,
    only: str | None,
    scheduler: str | None,
    jobs: int | None,
    force: bool,
) -> ExitCode:
    from creativekit.cli.progress import shown
    from creativekit.press.many import build_many
    from creativekit.press.project_run import Asked, projects_below

    wanted = _wanted(only)
    if scheduler is not None and jobs is not None:
        why = msg("with --scheduler, its workers say how many there are")
        raise click.UsageError(f"--jobs: {talk.say(why)}")
    out = None if settings.out is None else Path(settings.out)
    works = projects_below(Path(folder), out)
    with shown() as progress:
        tally = build_many(
            works, Asked(wanted, force), workers=jobs, scheduler=scheduler, progress=progress
        )
    code = _exit_code(tally)
    if talk.wants_json():
        talk.out_json(_json(tally, code, Path(folder), out))
    else:
        _tell(tally)
    return code


command = Command(
    "build",
    msg("Make the kits of all projects under a folder"),
    msg(
        "Finds every creativekit.toml under the folder and makes what is stale of each: brand kit,"
        " posts, worksheets and, after a self-assessment, its report. A project that cannot be made"
        " is told, with the reason, and stops no other. Begun again after an interruption, it goes"
        " on where it was. With --scheduler the workers of a Dask cluster do the same work on many"
        " machines; the files are the same to the byte."
    ),
    examples=(
        "cohort build participants",
        "cohort build participants -o /media/usb/kits --only brand,social",
        "cohort build /srv/cohort --scheduler tcp://10.0.0.5:8786",
    ),
    callback=click.pass_obj(_run),
    params=[
        Argument(["folder"], msg("DIR")),
        Option(
            ["--only"],
            msg("What to make, separated by commas: brand, social, positioning, presence."),
            msg("NAMES"),
        ),
        Option(
            ["--scheduler"],
            msg("Build on the Dask cluster of this address, such as tcp://10.0.0.5:8786."),
            msg("ADDRESS"),
        ),
        Option(
            ["--jobs"],
            msg("How many projects to build at the same time; by default one a core."),
            msg("NUMBER"),
            type=Whole(1, 256),
        ),
        force_option(),
        *shared_options("out", "json", "lang"),
    ],
)


def _wanted(said: str | None) -> tuple[str, ...] | None:
    if said is None:
        return None
    from creativekit.press.build import capabilities

    names = said.lower().replace(",", " ").split()
    for name in names:
        if name not in capabilities():
            wrong = msg(
                "'{found}' is not a part of a kit; there are {names}",
                found=name,
                names=", ".join(capabilities()),
            )
            raise click.UsageError(talk.say(wrong))
    return tuple(name for name in capabilities() if name in names) or None


def _exit_code(tally: Tally) -> ExitCode:
    if tally.interrupted:
        return ExitCode.INTERRUPTED
    failures = [failure for outcome in tally.failed for failure in outcome.failed]
    if not failures:
        return ExitCode.DONE
    return ExitCode.INPUT if all(each.problems for each in failures) else ExitCode.FAILED


# ---- for programs


def _json(tally: Tally, code: ExitCode, folder: Path, out: Path | None) -> dict[str, Any]:
    return {
        "ok": code == ExitCode.DONE,
        "exit_code": int(code),
        "folder": str(folder),
        "out": None if out is None else str(out),
        "interrupted": tally.interrupted,
        "projects": {
            "found": tally.projects,
            "built": tally.built,
            "up_to_date": tally.current,
            "failed": len(tally.failed),
            "not_reached": tally.projects - tally.done,
        },
        "files": {"made": tally.made, "unchanged": tally.unchanged, "removed": tally.removed},
        "failed": [
            {"project": outcome.name, "reasons": [_reason_json(each) for each in outcome.failed]}
            for outcome in tally.failed
        ],
        "kept_edited": {name: list(paths) for name, paths in tally.kept.items()},
        "seconds": round(tally.seconds, 3),
    }


def _reason_json(failure: Failure) -> dict[str, Any]:
    return {
        "path": failure.path,
        "message": talk.say(failure.message),
        "problems": [talk.problem_json(each) for each in failure.problems],
    }


# ---- for a person


def _tell(tally: Tally) -> None:
    ink = talk.err_ink()
    if tally.failed:
        _tell_failed(tally.failed)
    if tally.kept:
        files = sum(map(len, tally.kept.values()))
        talk.warn(
            nmsg(
                "{n} file is kept as it was edited; --force replaces it, --json names it",
                "{n} files are kept as they were edited; --force replaces them, --json names them",
                files,
            )
        )
    if tally.interrupted:
        left = tally.projects - tally.done
        message = nmsg(
            "interrupted: {n} project is left; the same command goes on from here",
            "interrupted: {n} projects are left; the same command goes on from here",
            left,
        )
        talk.err(f"{ink.bad(talk.say(talk.ERROR))} {talk.say(message)}")
    mark = ink.brand("●")
    talk.err(f"{mark} {' · '.join(talk.say(each) for each in _counts(tally))}")


def _counts(tally: Tally) -> Iterator[Message]:
    yield nmsg("{n} project", "{n} projects", tally.projects)
    if tally.built:
        yield msg("{n} built", n=tally.built)
    if tally.current:
        yield msg("{n} up to date", n=tally.current)
    if tally.failed:
        yield msg("{n} failed", n=len(tally.failed))
    if tally.made:
        yield nmsg("{n} file made", "{n} files made", tally.made)
    yield msg("{seconds} s", seconds=f"{tally.seconds:.1f}")


def _tell_failed(failed: list[Outcome]) -> None:
    """A table: the project, and each reason on a line of its own."""
    ink = talk.err_ink()
    heading = nmsg(
        "{n} project could not be made whole:", "{n} projects could not be made whole:", len(failed)
    )
    talk.err(f"{ink.bad(talk.say(talk.ERROR))} {talk.say(heading)}")
    talk.err()
    shown = failed[:_MOST_TOLD]
    names = [talk.clean(each.name) for each in shown]
    width = min(max(map(len, names)), _WIDEST_NAME)
    for outcome, name in zip(shown, names, strict=True):
        reasons = list(dict.fromkeys(_reasons(outcome)))
        if len(reasons) > _MOST_REASONS:
            more = msg("… and {n} more", n=len(reasons) - _MOST_REASONS + 1)
            reasons[_MOST_REASONS - 1 :] = [talk.say(more)]
        for number, reason in enumerate(reasons):
            talk.err(f"  {ink.bold(f'{name:<{width}}') if number == 0 else ' ' * width}  {reason}")
        if os.environ.get(talk.DEBUG):
            for failure in outcome.failed:
                talk.err(failure.detail)
    if len(failed) > _MOST_TOLD:
        more = msg("… and {n} more; --json names all of them", n=len(failed) - _MOST_TOLD)
        talk.err(f"  {talk.say(more)}")
    talk.err()


def _reasons(outcome: Outcome) -> Iterator[str]:
    ink = talk.err_ink()
    for failure in outcome.failed:
        problems: tuple[Problem, ...] = failure.problems
        if problems:
            yield from (talk.problem_line(each, ink) for each in problems)
        else:
            where = f"{talk.clean(failure.path)}: " if failure.path else ""
            yield f"{where}{talk.say(failure.message)}"
