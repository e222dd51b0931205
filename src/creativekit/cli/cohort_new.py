"""`creativekit cohort new`: a cohort's folder, empty, or with the answers of invented people."""

from __future__ import annotations

import datetime
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from creativekit.cli import talk
from creativekit.cli.command import (
    Argument,
    Command,
    Option,
    Settings,
    Whole,
    quoted,
    shared_options,
)
from creativekit.errors import InputError, fail, msg, nmsg

_MOST = 200_000


def _run(
    settings: Settings,
    folder: str,
    title: str | None,
    region: str | None,
    date: str | None,
    languages: str | None,
    organiser: str | None,
    color: str | None,
    style: str | None,
    organiser_project: str | None,
    previous: str | None,
    rehearsal: int | None,
    seed: int,
) -> None:
    # Here, because they bring the whole schema with them.
    from creativekit.cohort import config
    from creativekit.cohort.new_cohort import CohortAnswers, cohort_text, groups_invited
    from creativekit.press import cohort_files

    target = Path(folder)
    file = target / config.FILE_NAME
    if os.path.lexists(file):
        fail(msg("there is a cohort already; nothing was changed"), file=talk.shown_path(file))
    if os.path.isfile(target):
        fail(msg("this is a file; a cohort is a folder"), file=talk.shown_path(target))
    spoken = tuple((languages or "kk,ru,en").lower().replace(",", " ").split())
    answers = CohortAnswers(
        title or {"kk": "Өңірлік кездесу", "ru": "Региональная встреча", "en": "Regional meeting"},
        region or {"kk": "Өңір", "ru": "Регион", "en": "Region"},
        _day(date),
        spoken,
        organiser or {"kk": "Ұйымдастырушы", "ru": "Организатор", "en": "Organiser"},
        color or "#0a7e8c",
        style,
        None if organiser_project is None else _beside(organiser_project, target),
        None if previous is None else _beside(previous, target),
        invented=rehearsal is not None,
    )
    text = cohort_text(answers, talk.say)
    # Judged as every cohort.toml is, so that what is wrong is said of the option's key.
    cohort = config.parse(text.encode(), target)
    config.organiser_project(cohort)
    files: Any = ()
    if rehearsal is not None:
        from creativekit.cohort import rehearsal_files, synthetic
        from creativekit.cohort.needs_form import form_words
        from creativekit.presence.instrument_file import instrument

        asked = instrument()
        # More are invited than come: the report shows the one beside the other.
        groups = groups_invited(synthetic.invited(cohort, rehearsal, seed))
        text = cohort_text(replace(answers, own={**answers.own, "groups": groups}), talk.say)
        people = synthetic.invent(cohort, asked, rehearsal, seed)
        files = rehearsal_files.files(cohort, asked, form_words(), people, seed)
    count = cohort_files.start(target, text, files)
    cohort_files.key(cohort)
    _tell(target, file, cohort.title.get(talk.language()), rehearsal, count)


def _tell(target: Path, file: Path, title: str, rehearsal: int | None, count: int) -> None:
    if talk.wants_json():
        talk.out_json({"ok": True, "exit_code": 0, "file": str(file), "rehearsal_files": count})
        return
    ink = talk.err_ink()
    talk.err()
    talk.err(f"  {ink.brand('●')} {ink.bold(talk.clean(title))}")
    talk.err(f"    {talk.shown_path(file)}")
    if rehearsal is not None:
        message = nmsg(
            "{n} invented person, in the files of inbox/ and projects/",
            "{n} invented people, in the files of inbox/ and projects/",
            rehearsal,
        )
        talk.err(f"    {talk.say(message)}")
    talk.err()
    talk.err("  " + talk.say(msg("Next:")))
    place = quoted(talk.shown_path(target))
    inbox = talk.shown_path(target / "inbox")
    projects = talk.shown_path(target / "projects")
    collect = f"collect {inbox} {projects}" if rehearsal is not None else "collect"
    for rest in (*(() if rehearsal is not None else ("form",)), collect, "report"):
        talk.err(f"    {ink.brand(f'creativekit -C {place} cohort {rest}')}")
    if rehearsal is not None:
        from creativekit.cohort.rehearsal_files import PARTICIPANTS, PEOPLE

        kits = quoted(talk.shown_path(target / PARTICIPANTS))
        people = quoted(talk.shown_path(target / PEOPLE))
        talk.err(f"    {ink.brand(f'creativekit cohort build {kits}')}")
        talk.err(f"    {ink.brand(f'creativekit -C {place} cohort pack --people {people}')}")
    talk.err()


def _day(date: str | None) -> datetime.date:
    if date is None:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(date)
    except ValueError:
        fail(msg("'{found}' is not a date", found=date), key="--date", accepted=("2026-11-25",))


def _beside(path: str, folder: Path) -> str:
    """A path as cohort.toml names it: from its own folder, with `/`."""
    if not os.path.exists(path):
        raise InputError(_missing(path))
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return Path(path).absolute().as_posix()


def _missing(path: str) -> Any:
    from creativekit.errors import Problem

    return Problem(msg("there is no such file or folder"), path)


command = Command(
    "new",
    msg("Start a cohort: a folder with a cohort.toml"),
    msg(
        "Makes the folder DIR with a cohort.toml in it that explains itself, and an inbox/ for"
        " files to collect. Edit groups and initiatives before anybody is asked. With --rehearsal,"
        " invented people have answered already, so that you see the whole way to the report."
    ),
    examples=(
        'cohort new kyzylorda --region "Қызылорда облысы" --date 2026-11-25 --color "#0a7e8c"',
        "cohort new try --rehearsal 60 --seed 7",
    ),
    callback=click.pass_obj(_run),
    params=[
        Argument(["folder"], msg("DIR")),
        Option(["--title"], msg("Title of the meeting, in all languages."), msg("TEXT")),
        Option(
            ["--region"], msg("The region; one of Kazakhstan's by any of its names."), msg("TEXT")
        ),
        Option(["--date"], msg("Day of the meeting; by default today."), "2026-11-25"),
        Option(["--languages"], msg("Languages of forms and report, the main first."), "kk,ru,en"),
        Option(["--organiser"], msg("Name of who convenes."), msg("TEXT")),
        Option(["--color"], msg("Their colour, such as #0a7e8c."), msg("COLOUR")),
        Option(["--style"], msg("Their art direction, such as steppe."), msg("STYLE")),
        Option(
            ["--organiser-project"],
            msg("Their creativekit project, whose brand everything is made in."),
            msg("DIR"),
        ),
        Option(["--previous"], msg("The last meeting's cohort.sqlite."), msg("FILE")),
        Option(
            ["--rehearsal"],
            msg("Invent the answers of so many people, to try everything out."),
            "N",
            type=Whole(1, _MOST),
        ),
        Option(["--seed"], msg("Another number invents other people."), "N", type=int, default=1),
        *shared_options("json", "lang"),
    ],
)
