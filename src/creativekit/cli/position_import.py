"""`creativekit position import`: a filled form, read back into creativekit.toml."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from creativekit.cli import change_view, talk
from creativekit.cli.answer_book import AnswerBook
from creativekit.cli.command import Settings, quoted
from creativekit.cli.ink import is_terminal
from creativekit.errors import ExitCode, fail, msg, nmsg
from creativekit.positioning.blanks import blanks
from creativekit.positioning.filled import check_language, left_out
from creativekit.positioning.filled import read as _read
from creativekit.positioning.sheets import worksheets
from creativekit.positioning.words import words

YES = ("y", "yes", "и", "иә", "ия", "д", "да")


def import_form(settings: Settings, file: Path, *, yes: bool, dry: bool) -> ExitCode:
    """Show what the form would change and, when that is wanted, write it."""
    _refuse_what_is_no_file(file)
    book = AnswerBook(settings.config())
    form = _read(file)
    spoken = book.project.languages
    check_language(form, spoken, file.name)
    sheets = worksheets(book.folder)
    asked = blanks(sheets, book.project.positioning, form.values)
    found = book.judge(asked, form.values, words(form.language, book.folder), file.name)
    notes = (*form.notes, *left_out(found, file.name))
    found.raise_if_wrong()
    if not talk.wants_json():
        for note in notes:
            talk.err(talk.problem_line(note, talk.err_ink()))
        for line in change_view.lines(found.changes, sheets, form.language, talk.out_ink()):
            talk.out(line)
    wanted = bool(found.changes) and not dry and (yes or _is_wanted(len(found.changes), book))
    if wanted:
        book.write(found)
    if talk.wants_json():
        talk.out_json(
            {
                "ok": True,
                "exit_code": 0,
                "file": str(book.config),
                "language": form.language,
                "changes": change_view.as_json(found.changes),
                "written": wanted,
                "backup": str(book.backup) if book.backup is not None else None,
                "problems": [talk.problem_json(note) for note in notes],
            }
        )
    else:
        _tell(book, len(found.changes), wanted, settings)
    return ExitCode.DONE


def _refuse_what_is_no_file(file: Path) -> None:
    if os.path.isdir(file):
        fail(msg("this is a folder, not a filled form"), file=talk.shown_path(file))
    if not os.path.isfile(file):
        fail(msg("there is no such file"), file=talk.shown_path(file))


def _is_wanted(count: int, book: AnswerBook) -> bool:
    """Ask; raises click's UsageError where nobody can answer."""
    if talk.wants_json() or not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise click.UsageError(
            talk.say(msg("nobody can be asked here: --yes writes, --dry-run only shows"))
        )
    message = nmsg(
        "Write {n} answer into {file}? (y/n)",
        "Write {n} answers into {file}? (y/n)",
        count,
        file=talk.shown_path(book.config),
    )
    talk.out()
    return input(f"  {talk.say(message)} › ").strip().lower() in YES


def _tell(book: AnswerBook, count: int, written: bool, settings: Settings) -> None:
    ink = talk.err_ink()
    shown = talk.shown_path(book.config)
    if not count:
        message = msg("nothing new: {file} has these answers already", file=shown)
        talk.err(f"{ink.brand('●')} {talk.say(message)}")
    elif not written:
        nothing = talk.say(msg("nothing was written"))
        talk.err(f"{ink.brand('●')} {nothing}")
    else:
        tell_written(book, count)
        tell_next(settings)


def tell_written(book: AnswerBook, count: int) -> None:
    """How many answers came into the file, and where it lies as it was."""
    ink = talk.err_ink()
    message = nmsg(
        "{n} answer is now in {file}",
        "{n} answers are now in {file}",
        count,
        file=talk.shown_path(book.config),
    )
    talk.err()
    talk.err(f"  {ink.brand('●')} {talk.say(message)}")
    if book.backup is not None:
        kept = msg("as it was before: {file}", file=talk.shown_path(book.backup))
        talk.err(f"    {ink.dim(talk.say(kept))}")


def tell_next(settings: Settings) -> None:
    """The command that makes something of the answers."""
    ink = talk.err_ink()
    where = f"-C {quoted(settings.project)} " if settings.project is not None else ""
    talk.err()
    talk.err("  " + talk.say(msg("Next:")))
    talk.err(f"    {ink.brand(talk.clean(f'creativekit {where}position --open'))}")
    talk.err()
