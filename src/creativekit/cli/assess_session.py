"""A self-assessment asked in the terminal, from the first word to the report.

It may be left at any moment: the draft on the disk has every answer that was given, and the next
run goes on at the first question without one.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from creativekit.cli import assess_profile, talk
from creativekit.cli import assess_view as view
from creativekit.cli.assess_profile import StoppedError
from creativekit.cli.assess_questions import Questions
from creativekit.cli.ink import is_terminal
from creativekit.cli.questions import edit_lines
from creativekit.errors import ExitCode, msg, nmsg
from creativekit.language import formats
from creativekit.presence.answers import Answers
from creativekit.presence.answers_toml import Given
from creativekit.presence.questioning import Questioning
from creativekit.press import presence_files

if TYPE_CHECKING:
    from creativekit.cli.assess_run import Sitting


class Session:
    """profile, hours: as options said them; they are not asked then."""

    def __init__(
        self, sitting: Sitting, profile: str | None, hours: float | None, url: str | None
    ) -> None:
        self._sitting = sitting
        self._profile = profile
        self._hours = hours
        self._url = url
        self._before = sitting.before()
        self._answers: Answers | None = None

    def run(self, restart: bool, force: bool) -> ExitCode:
        """Ask, and finish when all was asked. Returns 130 when it was interrupted."""
        if talk.wants_json() or not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
            if self._can_show(restart):
                return self._sitting.show_again(force)
            message = msg(
                "assess asks in a terminal; elsewhere give it a file: --answers answers.toml"
            )
            raise click.UsageError(talk.say(message))
        if restart:
            self._sitting.begin_anew()
        draft = self._sitting.begun()
        for warning in draft.warnings if draft is not None else ():
            talk.err(talk.problem_line(warning, talk.err_ink()))
        edit_lines()
        self._greet(draft.answers if draft is not None else None)
        try:
            if not self._ask(draft):
                return self._left(ExitCode.DONE)
        except StoppedError:
            return self._left(ExitCode.DONE)
        except (KeyboardInterrupt, EOFError):
            talk.out()
            return self._left(ExitCode.INTERRUPTED)
        assert self._answers is not None
        code = self._sitting.finish(self._answers, force)
        self._sitting.end()
        return code

    def _can_show(self, restart: bool) -> bool:
        """Whether there is a finished run and nothing was asked for but to see where one stands."""
        typed = restart or self._profile or self._hours or self._url
        has_draft = presence_files.draft(self._sitting.folder, self._sitting.instrument) is not None
        return self._sitting.latest is not None and not typed and not has_draft

    def _greet(self, draft: Answers | None) -> None:
        ink, language = talk.out_ink(), talk.language()
        latest = self._sitting.latest
        talk.out()
        title = msg("How you are seen on the internet")
        talk.out(f"  {ink.bold(talk.say(title))}")
        if draft is not None:
            message = nmsg(
                "Going on where you stopped: {n} answer is kept. --restart begins anew.",
                "Going on where you stopped: {n} answers are kept. --restart begins anew.",
                len(draft.given),
            )
            view.paragraph(talk.say(message), 2)
            self._greet_audit()
        elif latest is not None:
            day = formats.date(latest.date, language)
            message = msg("Your answers of {date} are marked; Enter keeps them.", date=day)
            view.paragraph(talk.say(message), 2)

    def _greet_audit(self) -> None:
        """What of the site is known already; --audit would look anew."""
        audit = self._sitting.audit
        if audit is not None and self._url is None:
            day = formats.date(audit.day, talk.language())
            message = msg(
                "{url} was looked at on {date}; that is kept. --audit URL looks again.",
                url=audit.url,
                date=day,
            )
            view.paragraph(talk.say(message), 2)

    def _ask(self, draft: Given | None) -> bool:
        """True when all was asked, False when the person stopped."""
        sitting = self._sitting
        known = draft.answers if draft is not None and not draft.still else None
        begun = draft.answers if draft is not None else None
        before = dict(self._before.given) if self._before is not None else {}
        while True:
            if known is None:
                known = self._who(self._answers or begun)
            known = replace(
                known, profile=self._profile or known.profile, hours=self._hours or known.hours
            )
            self._save(known)
            if self._url is not None and sitting.looked is None:
                sitting.audits.save_draft(sitting.look_at(self._url, known))
            readings = sitting.readings()
            asked = Questioning(sitting.instrument, known, before, readings, self._save)
            way = Questions(asked).ask()
            if way != "back":
                return way == "on"
            known = None  # who it is, once more

    def _who(self, now: Answers | None) -> Answers:
        """Profile, features and hours, with what is known of them offered."""
        instrument = self._sitting.instrument
        offered = now or self._before
        chosen = self._profile
        if chosen is None:
            chosen = assess_profile.profile(instrument, offered.profile if offered else None)
        kept = offered.features if offered is not None and offered.profile == chosen else ()
        features = assess_profile.features(instrument, chosen, kept)
        hours = self._hours
        if hours is None:
            hours = assess_profile.hours(offered.hours if offered is not None else None)
        given = now.by_id if now is not None else {}
        return Answers.of(instrument.version, chosen, features, given, hours)

    def _save(self, answers: Answers) -> None:
        self._answers = answers
        self._sitting.save(answers)

    def _left(self, code: ExitCode) -> ExitCode:
        """What is told to who stops before the end."""
        count = len(self._answers.given) if self._answers is not None else 0
        if not count:
            message = msg("nothing was answered yet; `creativekit assess` begins again")
        else:
            message = nmsg(
                "{n} answer is kept; `creativekit assess` goes on from there",
                "{n} answers are kept; `creativekit assess` goes on from there",
                count,
            )
        ink = talk.out_ink()
        talk.out()
        talk.out(f"  {ink.brand('●')} {talk.say(message)}")
        return code
