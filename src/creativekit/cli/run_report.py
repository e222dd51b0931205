"""What a run of the press did, told to a person or to a program."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from creativekit.cli import talk
from creativekit.errors import ExitCode, Message, Problem, msg, nmsg
from creativekit.press.report import Failure, RunReport

_MOST_NAMED = 12  # files in one list on the terminal


def exit_code(report: RunReport) -> ExitCode:
    """Done; or the input's problems, when nothing else failed; or failed."""
    if not report.failed:
        return ExitCode.DONE
    if all(failure.problems for failure in report.failed):
        return ExitCode.INPUT
    return ExitCode.FAILED


def as_json(report: RunReport, kit: Path) -> dict[str, Any]:
    code = exit_code(report)
    return {
        "ok": code == ExitCode.DONE,
        "exit_code": int(code),
        "folder": str(kit),
        "made": list(report.made),
        "unchanged": list(report.unchanged),
        "kept_edited": list(report.kept_edited),
        "removed": list(report.removed),
        "failed": [
            {
                "path": failure.path,
                "message": talk.say(failure.message),
                "problems": [talk.problem_json(each) for each in failure.problems],
            }
            for failure in report.failed
        ],
        "seconds": round(report.seconds, 3),
    }


def tell_exceptions(report: RunReport, kit: Path) -> None:
    """What did not go as planned: files kept because they were edited, files that failed."""
    if report.kept_edited:
        _list(
            nmsg(
                "{n} file is kept as you edited it; --force replaces it:",
                "{n} files are kept as you edited them; --force replaces them:",
                len(report.kept_edited),
            ),
            [talk.shown_path(kit / path) for path in report.kept_edited],
        )
    if report.failed:
        _tell_failures(report.failed)


def tally(report: RunReport) -> str:
    """What changed, counted, and how long it took, in one line."""
    parts = (
        (nmsg("{n} file made", "{n} files made", len(report.made)), report.made),
        (msg("{n} unchanged", n=len(report.unchanged)), report.unchanged),
        (msg("{n} removed", n=len(report.removed)), report.removed),
    )
    said = [talk.say(part) for part, files in parts if files]
    said.append(talk.say(msg("{seconds} s", seconds=f"{report.seconds:.1f}")))
    return " · ".join(said)


def _list(heading: Message, names: list[str]) -> None:
    talk.warn(heading)
    for name in names[:_MOST_NAMED]:
        talk.err(f"  {name}")
    if len(names) > _MOST_NAMED:
        more = msg("… and {n} more", n=len(names) - _MOST_NAMED)
        talk.err(f"  {talk.say(more)}")


def _tell_failures(failed: tuple[Failure, ...]) -> None:
    ink = talk.err_ink()
    seen: list[Problem] = []
    for failure in failed:
        for problem in failure.problems:
            if problem not in seen:
                seen.append(problem)
                talk.err(talk.problem_line(problem, ink))
        if not failure.problems:
            talk.err(f"{ink.bold(talk.clean(failure.path))}: {talk.say(failure.message)}")
        if os.environ.get(talk.DEBUG):
            talk.err(failure.detail)
    message = nmsg("{n} file could not be made", "{n} files could not be made", len(failed))
    talk.err(f"{ink.bad(talk.say(talk.ERROR))} {talk.say(message)}")
