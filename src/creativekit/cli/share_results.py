"""What `creativekit share --anonymous` does: show what would be passed on, ask, write it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from creativekit.cli import talk
from creativekit.cli.command import Settings
from creativekit.cli.ink import is_terminal
from creativekit.cli.position_import import YES
from creativekit.cli.share import place
from creativekit.errors import ExitCode, Message, fail, msg, nmsg
from creativekit.press import share_results as press
from creativekit.project.loading import load

_NOTHING = msg("not said")
_SETTLEMENTS = {
    "capital": msg("city of republican significance"),
    "centre": msg("centre of an oblast"),
    "town": msg("town"),
    "village": msg("village"),
}


def share_results(settings: Settings, config: Path, *, yes: bool) -> ExitCode:
    """Without `yes` it asks; for a program it only shows."""
    project = load(config)
    found = press.results(project)
    participant = str(found.values["participant"])
    target = place(settings, config, f"results-{participant[:8]}.json")
    if target.exists() and not press.is_ours(target, participant):
        fail(
            msg("this file is there already and holds no results of yours; give another with -o"),
            file=talk.shown_path(target),
        )
    for warning in found.warnings:
        talk.err(talk.problem_line(warning, talk.err_ink()))
    if talk.wants_json():
        if yes:
            press.write(found, project.folder, target)
        talk.out_json(
            {
                "ok": True,
                "exit_code": 0,
                "file": str(target),
                "written": yes,
                "results": found.values,
                "problems": [talk.problem_json(each) for each in found.warnings],
            }
        )
        return ExitCode.DONE
    _show(found.values)
    if not yes and not _is_wanted(target):
        nothing = talk.say(msg("nothing was written"))
        talk.err(f"  {talk.err_ink().brand('●')} {nothing}")
        return ExitCode.DONE
    press.write(found, project.folder, target)
    ink = talk.err_ink()
    said = msg("written: {path}", path=talk.shown_path(target))
    talk.err(f"  {ink.brand('●')} {talk.say(said)}")
    if found.is_new:
        kept = msg("{file} pairs your next results with these: keep it, and give it to nobody",
                   file=press.KEY)  # fmt: skip
        talk.err(f"    {ink.dim(talk.say(kept))}")
    return ExitCode.DONE


def _show(values: dict[str, Any]) -> None:
    """Everything that is in the file, and what is not."""
    ink = talk.out_ink()
    runs = values["runs"]
    answers = sum(len(each["answers"]) for each in runs)
    rows: list[tuple[Message, Message | str]] = [
        (msg("number"), values["participant"]),
        (msg("languages"), ", ".join(values["languages"])),
        (msg("sector"), values["sector"] or _NOTHING),
        (msg("region"), values["region"] or _NOTHING),
        (msg("settlement"), _SETTLEMENTS.get(values["settlement"], _NOTHING)),
        (msg("self-assessments"), ", ".join(each["month"] for each in runs)),
        (msg("in each"), msg("profile, hours a week, scores, the plan and its steps taken")),
        (
            msg("answers"),
            nmsg("{n} level, without remarks", "{n} levels, without remarks", answers),
        ),
    ]
    talk.out()
    talk.out("  " + ink.bold(talk.say(msg("This would be in the file:"))))
    talk.out()
    titles = [talk.say(title) for title, _ in rows]
    width = max(map(len, titles))
    for title, (_, value) in zip(titles, rows, strict=True):
        first, *rest = talk.wrapped(talk.say(value), width + 6)
        talk.out(f"    {title:<{width}}  {first}")
        for line in rest:
            talk.out(f"    {'':<{width}}  {line}")
    talk.out()
    absent = msg(
        "Not in it: names, addresses, telephones, accounts, remarks, days. The number was drawn by"
        " chance and says only that two files are of one participant."
    )
    for line in talk.wrapped(talk.say(absent), 2):
        talk.out("  " + ink.dim(line))
    talk.out()


def _is_wanted(target: Path) -> bool:
    """Ask; raises click's UsageError where nobody can answer."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise click.UsageError(
            talk.say(msg("nobody can be asked here: --yes writes, --json only shows"))
        )
    message = msg("Write it to {file}? (y/n)", file=talk.shown_path(target))
    return input(f"  {talk.say(message)} › ").strip().lower() in YES
