"""`creativekit cohort collect`: answers into the store, from files, projects or the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from creativekit.cli import talk
from creativekit.cli.cohort import cohort_file
from creativekit.cli.command import Argument, Command, Option, Settings, shared_options
from creativekit.errors import ExitCode, Problem, fail, msg, nmsg

if TYPE_CHECKING:
    from creativekit.cohort.collect import Collector, FileReport
    from creativekit.cohort.config import Cohort
    from creativekit.cohort.store import Store

_MOST_TOLD = 60  # refused rows, on the terminal; --json has all of them


def _run(
    settings: Settings, paths: tuple[str, ...], by_hand: bool, forget: str | None, given: str | None
) -> ExitCode:
    # Here, because they bring the whole schema with them.
    from creativekit.cohort.collect import Collector
    from creativekit.cohort.config import load
    from creativekit.cohort.store import Store
    from creativekit.presence.instrument_file import instrument
    from creativekit.press import cohort_files

    if by_hand and (paths or talk.wants_json()):
        raise click.UsageError(talk.say(msg("--by-hand goes with neither files nor --json")))
    cohort = load(cohort_file(settings))
    key = cohort_files.key(cohort)
    if forget is not None:
        with Store.open(cohort.store, create=False) as store:
            return _forget(store, key, forget)
    asked = instrument(cohort.folder)
    with Store.open(cohort.store) as store:
        counter = _Counter()
        collector = Collector(cohort, store, key, asked, _day(given), counter.advance)
        if by_hand:
            from creativekit.cli.cohort_typed import type_in

            return type_in(collector)
        return _collect(collector, cohort, store, paths, counter)


def _collect(
    collector: Collector, cohort: Cohort, store: Store, paths: tuple[str, ...], counter: _Counter
) -> ExitCode:
    from creativekit.press.cohort_collect import collect, found_below

    groups = [each.id for each in cohort.words.groups]
    wanted = [Path(each) for each in paths] or [cohort.inbox]
    found = found_below(wanted, groups)
    if not found:
        fail(
            msg("there is nothing to collect here; put files into it, or name files and folders"),
            file=talk.shown_path(wanted[0]),
        )
    with counter:
        result = collect(collector, found)
    code = ExitCode.INPUT if result.refused else ExitCode.DONE
    if talk.wants_json():
        talk.out_json(_json(result.files, store, code))
    else:
        _tell(result.files, cohort, store)
    return code


def _json(files: Sequence[FileReport], store: Store, code: ExitCode) -> dict[str, Any]:
    return {
        "ok": code is ExitCode.DONE,
        "exit_code": int(code),
        "store": str(store.path),
        "people": store.people(),
        "files": [
            {
                "file": each.name,
                "kind": each.kind,
                "rows": each.rows,
                "new": each.added.new,
                "same": each.added.same,
                "changed": each.added.changed,
                "refused": each.refused,
                "known": each.known,
                "notes": [talk.say(note) for note in each.notes],
                "problems": [talk.problem_json(one) for one in (*each.problems, *each.warnings)],
            }
            for each in files
        ],
    }


def _tell(files: Sequence[FileReport], cohort: Cohort, store: Store) -> None:
    ink = talk.err_ink()
    problems = [one for each in files for one in (*each.problems, *each.warnings)]
    for each in files:
        for note in each.notes:
            talk.err(f"{ink.bold(talk.clean(each.name))}: {talk.say(note)}")
    for problem in problems[:_MOST_TOLD]:
        talk.err(talk.problem_line(problem, ink))
    if len(problems) > _MOST_TOLD:
        rest = nmsg(
            "… and {n} more; --json lists all of them",
            "… and {n} more; --json lists all of them",
            len(problems) - _MOST_TOLD,
        )
        talk.err(talk.say(rest))
    talk.err()
    talk.err(f"  {ink.brand('●')} {ink.bold(talk.clean(cohort.title.get(talk.language())))}")
    counts = {
        name: sum(getattr(each.added, name) for each in files)
        for name in ("new", "same", "changed")
    }
    said = [
        msg("new: {n}", n=counts["new"]),
        msg("changed: {n}", n=counts["changed"]),
        msg("as before: {n}", n=counts["same"]),
        msg("refused: {n}", n=sum(each.refused for each in files)),
    ]
    talk.err("    " + " · ".join(talk.say(each) for each in said))
    people = nmsg("{n} person in the store", "{n} people in the store", store.people())
    talk.err(f"    {talk.say(people)}: {talk.shown_path(store.path)}")
    talk.err()


def _forget(store: Store, key: bytes, who: str) -> ExitCode:
    """who: an id, or the code on a badge."""
    from creativekit.cohort import person_id

    ids = [who] if person_id.PARTICIPANT.fullmatch(who) else []
    ids.append(person_id.from_code(key, who))
    if not any(store.delete(each) for each in ids):
        fail(msg("nobody in the store has this code or id"), key="--forget")
    if talk.wants_json():
        talk.out_json({"ok": True, "exit_code": 0, "people": store.people()})
    else:
        talk.err(talk.say(msg("forgotten: this person and all that they answered")))
    return ExitCode.DONE


def _day(given: str | None) -> str | None:
    import datetime

    if given is None:
        return None
    try:
        return datetime.date.fromisoformat(given).isoformat()
    except ValueError:
        fail(msg("'{found}' is not a date", found=given), key="--given", accepted=("2026-11-25",))


class _Counter:
    """A line on the terminal with the number of rows read, which goes away at the end."""

    def __init__(self) -> None:
        self._rows = 0
        self._status: Any = None

    def __enter__(self) -> _Counter:
        import sys

        from creativekit.cli.ink import is_terminal

        if not talk.wants_json() and is_terminal(sys.stderr):
            from rich.console import Console

            self._status = Console(file=sys.stderr, markup=False, emoji=False).status("")
            self._status.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._status is not None:
            self._status.stop()

    def advance(self, rows: int) -> None:
        self._rows += rows
        if self._status is not None:
            said = nmsg("{n} row read", "{n} rows read", self._rows)
            self._status.update(talk.say(said))


def wrong(problems: Sequence[Problem]) -> None:
    """Tell what is wrong with an answer that was just typed."""
    ink = talk.out_ink()
    for each in problems:
        plain = Problem(each.message, accepted=each.accepted, nearest=each.nearest)
        talk.out(f"    {ink.bad('✕')} {talk.problem_line(plain, ink)}")


command = Command(
    "collect",
    msg("Put answers into the store, whatever file they are in"),
    msg(
        "Reads what `creativekit share --anonymous` writes, exports of our forms from KoboToolbox"
        " and ODK (CSV, XLSX), and folders of projects; without a path, everything in the cohort's"
        " inbox/. A folder that is called like a group holds the files of that group. Rows with"
        " mistakes are listed and left out, all others are kept; collecting the same again changes"
        " nothing."
    ),
    examples=(
        "cohort collect",
        "-C kyzylorda cohort collect export.csv projects",
        "cohort collect --by-hand",
    ),
    callback=click.pass_obj(_run),
    params=[
        Argument(["paths"], msg("[PATH …]"), nargs=-1),
        Option(["--by-hand"], msg("Type printed forms in, one after another."), is_flag=True),
        Option(
            ["--forget"],
            msg("Delete a person, by the code on their badge or their id."),
            msg("CODE"),
        ),
        Option(
            ["--given"], msg("The day on which the files were given, to be kept."), "2026-11-25"
        ),
        *shared_options("project", "json", "lang"),
    ],
)
