"""`creativekit check`: every problem of a project, with its line, and nothing written."""

from __future__ import annotations

from pathlib import Path

from creativekit.cli import talk
from creativekit.cli.command import Settings, as_command
from creativekit.cli.glance import glance
from creativekit.errors import ExitCode, InputError, Problem, msg, nmsg


@as_command(
    "check",
    msg(
        "Reads the project and lists everything that is wrong with it or doubtful, each with its"
        " line: unknown keys, colours that are none, missing files, letters that a typeface does"
        " not have, words in posts that the brand never says. Writes nothing."
    ),
    examples=("check", "-C my-studio check --json"),
)
def command(settings: Settings) -> ExitCode:
    config = settings.config()
    seen = glance(config)
    if seen.color is not None:
        talk.wear(seen.color)
    problems = _problems(config)
    errors = sum(problem.severity == "error" for problem in problems)
    if talk.wants_json():
        talk.out_json(
            {
                "ok": not errors,
                "exit_code": int(ExitCode.INPUT if errors else ExitCode.DONE),
                "file": str(config),
                "problems": [talk.problem_json(problem) for problem in problems],
            }
        )
        return ExitCode.INPUT if errors else ExitCode.DONE
    ink = talk.out_ink()
    for problem in problems:
        talk.out(talk.problem_line(problem, ink))
    _sum_up(seen.name, errors, len(problems) - errors)
    return ExitCode.INPUT if errors else ExitCode.DONE


def _problems(config: Path) -> tuple[Problem, ...]:
    """In the order of lines; those found while the brand is worked out come last."""
    from creativekit.project.loading import load

    try:
        project = load(config)
    except InputError as error:
        return error.problems
    found = list(project.warnings)
    try:
        from creativekit.identity.resolve import identity

        found += identity(project).notes
    except InputError as error:
        found += [problem for problem in error.problems if problem not in found]
    try:
        from creativekit.press.never_said import in_config

        found += in_config(project)
    except InputError as error:
        found += [problem for problem in error.problems if problem not in found]
    return tuple(found)


def _sum_up(name: str, errors: int, warnings: int) -> None:
    ink = talk.err_ink()
    if errors or warnings:
        talk.err()
    said = []
    if errors:
        said.append(ink.bad(talk.say(nmsg("{n} problem", "{n} problems", errors))))
    if warnings:
        said.append(ink.doubtful(talk.say(nmsg("{n} warning", "{n} warnings", warnings))))
    if not said:
        said.append(ink.good(talk.say(msg("no problems"))))
    talk.err(f"{ink.brand('●')} {ink.bold(name)}: {', '.join(said)}")
