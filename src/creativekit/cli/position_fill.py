"""`creativekit position --fill`: the worksheets asked in the terminal, kept sheet by sheet.

Each sheet is written when it is answered, so a machine that goes off costs one sheet at most; who
comes back begins at the first sheet without answers.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from creativekit.cli import talk
from creativekit.cli.answer_book import AnswerBook
from creativekit.cli.command import Settings
from creativekit.cli.glance import glance
from creativekit.cli.ink import is_terminal
from creativekit.cli.position_import import tell_next, tell_written
from creativekit.cli.questions import edit_lines
from creativekit.cli.sheet_questions import LEGEND, SheetQuestions
from creativekit.errors import CreativekitError, ExitCode, fail, msg, nmsg
from creativekit.positioning.blanks import blanks, written
from creativekit.positioning.findings import concerns, findings
from creativekit.positioning.results import results
from creativekit.positioning.sheets import Worksheet, worksheets
from creativekit.positioning.words import Words, words


def fill_in(settings: Settings, only: int | None) -> ExitCode:
    """Ask and write; `only`: the number of one sheet. Returns 130 when it was interrupted."""
    if talk.wants_json() or not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise click.UsageError(
            talk.say(
                msg(
                    "--fill asks in a terminal; elsewhere fill in the PDF form and read it with"
                    " `creativekit position import`"
                )
            )
        )
    book = AnswerBook(settings.config())
    seen = glance(book.config)
    if seen.color is not None:
        talk.wear(seen.color)
    spoken = book.project.languages
    language = talk.language() if talk.language() in spoken else spoken[0]
    said = words(language, book.folder)
    every = worksheets(book.folder)
    sheets = _sheets(every, only, book, language)
    if not sheets:
        ink = talk.out_ink()
        message = msg("every sheet has answers; --sheet NUMBER opens one of them again")
        talk.out(f"{ink.brand('●')} {talk.say(message)}")
        return ExitCode.DONE
    edit_lines()
    _greet(book, language)
    session = _Session(book, said)
    interrupted = False
    try:
        session.ask(sheets)
    except (KeyboardInterrupt, EOFError):
        interrupted = True
        talk.out()
        session.keep()
    _tell(session, said, settings, interrupted)
    return ExitCode.INTERRUPTED if interrupted else ExitCode.DONE


def _sheets(
    every: Sequence[Worksheet], only: int | None, book: AnswerBook, language: str
) -> Sequence[Worksheet]:
    """The one asked for; else all from the first that has no answer in the language."""
    if only is not None:
        found = [sheet for sheet in every if sheet.number == only]
        if not found:
            numbers = tuple(str(sheet.number) for sheet in every)
            fail(msg("there is no sheet {number}", number=only), accepted=numbers)
        return found
    answers = book.project.positioning
    for place, sheet in enumerate(every):
        texts = (blank for blank in blanks([sheet], answers) if blank.translated)
        if not any(written(answers, blank, language) for blank in texts):
            return every[place:]
    return ()


def _greet(book: AnswerBook, language: str) -> None:
    ink = talk.out_ink()
    where = msg(
        "Answers for {file}, in {language}", file=talk.shown_path(book.config), language=language
    )
    talk.out()
    talk.out(f"  {ink.bold(talk.say(where))}")
    for line in talk.wrapped(talk.say(LEGEND), 2):
        talk.out(f"  {ink.dim(line)}")


class _Session:
    """A run through the sheets. answered: those that something was written for."""

    def __init__(self, book: AnswerBook, said: Words) -> None:
        self.book = book
        self.said = said
        self.answered: dict[str, Worksheet] = {}
        self.count = 0
        self._open: SheetQuestions | None = None

    def ask(self, sheets: Sequence[Worksheet]) -> None:
        place, returning = 0, False
        while place < len(sheets):
            self._open = SheetQuestions(self.book, sheets[place], self.said)
            way = self._open.ask(from_end=returning)
            self.keep()
            if way == "stop":
                return
            returning = way == "back" and place > 0
            place += 1 if way == "on" else -1 if returning else 0

    def keep(self) -> None:
        """Write what the open sheet has; what cannot be used is told."""
        if self._open is None:
            return
        asked, self._open = self._open, None
        found, lost = asked.usable()
        ink = talk.out_ink()
        if lost:
            talk.warn(msg("these answers cannot be used as they are and were left out:"))
        for fault in lost:
            talk.err(f"  {talk.problem_line(fault.problem, talk.err_ink())}")
        if not found.changes:
            return
        try:
            self.book.write(found)
        except CreativekitError:
            # They are nowhere else: let them be copied from the terminal.
            for change in found.changes:
                talk.out(f"    {talk.clean(change.question)}: {talk.clean(change.new)}")
            raise
        self.count += len(found.changes)
        self.answered[asked.sheet.id] = asked.sheet
        message = nmsg("{n} answer saved", "{n} answers saved", len(found.changes))
        talk.out()
        talk.out(f"    {ink.good('✓')} {talk.say(message)}")


def _tell(session: _Session, said: Words, settings: Settings, interrupted: bool) -> None:
    book = session.book
    ink = talk.out_ink()
    project = book.project
    lines = [
        line
        for sheet in session.answered.values()
        for line in results(sheet.id, project.positioning, project.name, said, book.folder)
    ]
    if lines:
        talk.out()
        talk.out(f"  {ink.bold(talk.clean(said('result')))}")
        for line in lines:
            for part in talk.wrapped(talk.clean(line), 4):
                talk.out(f"    {part}")
    for problem in findings(project):
        if concerns(problem, session.answered):
            talk.err(talk.problem_line(problem, talk.err_ink()))
    if session.count:
        tell_written(book, session.count)
    if interrupted:
        message = (
            msg("interrupted; what was answered is kept")
            if session.count
            else msg("interrupted; nothing was changed")
        )
        talk.err(f"{talk.err_ink().bad(talk.say(talk.ERROR))} {talk.say(message)}")
    elif session.count:
        tell_next(settings)
    else:
        nothing = talk.say(msg("nothing was written"))
        talk.err(f"  {nothing}")
