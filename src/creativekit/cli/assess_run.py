"""What `creativekit assess` does: a run, from a file or asked, or the plan worked off."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from pydantic_core import PydanticCustomError

from creativekit.cli import assess_report, assess_steps, run_report, talk
from creativekit.cli.command import Settings
from creativekit.cli.glance import glance
from creativekit.cli.kit_run import made
from creativekit.errors import CreativekitError, ExitCode, fail, msg
from creativekit.presence import answer_words, answers_file, report_json
from creativekit.presence.answers import Answers
from creativekit.presence.answers_toml import Given
from creativekit.presence.assessment import Assessment
from creativekit.presence.audit_kit import page_path
from creativekit.presence.history import Run
from creativekit.presence.instrument import Instrument
from creativekit.presence.kit import CALENDAR
from creativekit.press import presence_files, presence_sitting
from creativekit.press.plan import PRESENCE
from creativekit.press.presence_sitting import marked
from creativekit.press.report import RunReport
from creativekit.project.rejection import refusal
from creativekit.tables.table_file import file_bytes

if TYPE_CHECKING:
    from creativekit.presence.audit_record import AuditRecord


class Sitting(presence_sitting.Sitting):
    """A sitting in the terminal: it is told there, and a site is looked at while one waits."""

    def __init__(self, settings: Settings, config: Path, day: datetime.date | None) -> None:
        """Raises InputError for a project or an instrument that cannot be used."""
        super().__init__(config, settings.kit(config), day)
        for warning in self.warnings:
            talk.err(talk.problem_line(warning, talk.err_ink()))

    def look_at(self, url: str, answers: Answers) -> AuditRecord | None:
        """The live audit; its verdicts are told. Returns what counts then, if anything. Raises
        InputError for what is no address."""
        from creativekit.cli import assess_audit

        features = self.instrument.features_of(answers.profile, answers.features)
        looked = assess_audit.looked_at(url, self.project, features, self.day)
        self.take_audit(looked)
        if not talk.wants_json():
            assess_audit.tell(looked)
        return self.audit

    def finish(self, answers: Answers, force: bool) -> ExitCode:
        """Keep the run, make the kit's files of it, tell it."""
        found, record = self.conclude(answers)
        failure: CreativekitError | None = None
        report: RunReport | None = None
        try:
            report = _made(self, found, force)
        except CreativekitError as error:  # the report itself is worth more than its files
            failure = error
        self._tell(found, record, report)
        if failure is not None:
            raise failure
        assert report is not None
        return self._code(report)

    def show_again(self, force: bool) -> ExitCode:
        """Tell the latest run again and make the kit's files of it, as `_followed` does."""
        latest = self.latest
        kept = presence_files.last_record(self.folder, self.day)
        if latest is None or kept is None:
            fail(msg("nothing was answered yet; `creativekit assess` begins, in a terminal"))
        if not self.is_of_now(latest):
            message = msg(
                "the last run answered the questions of version {found}; run `creativekit assess`",
                found=latest.answers.instrument,
            )
            fail(message, accepted=(self.instrument.version,))
        found, report = _again(self, latest, force)
        self._tell(found, kept[0], report)
        return run_report.exit_code(report)

    def _code(self, report: RunReport) -> ExitCode:
        if self.looked is not None and self.looked.is_unreached:
            return ExitCode.NETWORK
        return run_report.exit_code(report)

    def _tell(self, found: Assessment, record: Path, report: RunReport | None) -> None:
        name = glance(self.config).name
        if talk.wants_json():
            if report is not None:
                talk.out_json(self._json(found, record, report))
            return
        files = [record]
        if report is not None:
            files.append(self.kit / PRESENCE)
            pages = (CALENDAR, page_path(self._page_language()))
            files += (self.kit / each for each in pages if (self.kit / each).is_file())
        assess_report.tell(found, self.instrument, name, files)
        if report is not None:
            run_report.tell_exceptions(report, self.kit)

    def _page_language(self) -> str:
        """Of the pages: the one that is spoken, where the project has it."""
        languages = self.project.languages
        return talk.language() if talk.language() in languages else languages[0]

    def _json(self, found: Assessment, record: Path, report: RunReport) -> dict[str, Any]:
        code = self._code(report)
        languages = tuple(self.project.languages)
        name = self.project.name.get(languages[0])
        values: dict[str, Any] = {
            "ok": code == ExitCode.DONE,
            "exit_code": int(code),
            "report": report_json.report(found, self.instrument, name, languages),
            "history": str(record),
            "kit": run_report.as_json(report, self.kit),
        }
        if self.looked is not None:
            from creativekit.cli import assess_audit

            values["audit"] = assess_audit.as_json(self.looked)
        return values


def assess(
    settings: Settings,
    config: Path,
    answers: str | None,
    row: str | None,
    profile: str | None,
    hours: str | None,
    date: datetime.date | None,
    audit: str | None,
    restart: bool,
    force: bool,
) -> ExitCode:
    """A run; `answers` names the file of its answers, else they are asked."""
    sitting = Sitting(settings, config, date)
    sitting.instrument.require_profile(profile)
    week = _hours(hours)
    if answers is None:
        from creativekit.cli.assess_session import Session

        return Session(sitting, profile, week, audit).run(restart, force)
    given = _from_file(Path(answers), row, sitting.instrument)
    for warning in given.warnings:
        talk.err(talk.problem_line(warning, talk.err_ink()))
    said = given.answers
    said = replace(said, profile=profile or said.profile, hours=week or said.hours, done=())
    if date is None and said.date is not None:
        sitting.set_day(said.date)
    if audit is not None:
        sitting.look_at(audit, said)
    return sitting.finish(said, force)


def _from_file(path: Path, row: str | None, instrument: Instrument) -> Given:
    data = file_bytes(path)
    number = None
    if row is not None:
        number = answers_file.row_of(data, path.name, row.strip())
    return answers_file.read(data, path.name, instrument, number)


def _hours(said: str | None) -> float | None:
    if said is None:
        return None
    try:
        return answer_words.hours(said)
    except PydanticCustomError as error:
        message = f"--hours: {talk.say(refusal(error)[0])}"
        raise click.UsageError(message) from error


def _made(sitting: Sitting, found: Assessment, force: bool) -> RunReport:
    """Bring kit/presence/ up to the assessment and to the latest audit, of whichever run it is."""
    return made(sitting.plan(found), sitting.order(found), sitting.kit, force=force)


def work_off(
    settings: Settings,
    config: Path,
    done: Sequence[str],
    undo: Sequence[str],
    date: datetime.date | None,
    force: bool,
) -> ExitCode:
    """Mark steps of the last plan, and show it."""
    sitting = Sitting(settings, config, date)
    run = marked(sitting.folder, sitting.instrument, done, undo, sitting.day)
    code = ExitCode.DONE
    if (done or undo) and sitting.is_of_now(run):
        code = _followed(sitting, run, force)
    if talk.wants_json():
        plan = assess_steps.as_json(run, sitting.instrument)
        talk.out_json({"ok": code == ExitCode.DONE, "exit_code": int(code), **plan})
    else:
        assess_steps.tell(run, sitting.instrument)
    return code


def show_again(
    settings: Settings, config: Path, date: datetime.date | None, force: bool
) -> ExitCode:
    """The last finished run (of `date` or before) told once more; its files are brought up to date.

    Raises InputError where there is none, and for one that answered another instrument.
    """
    return Sitting(settings, config, date).show_again(force)


def _followed(sitting: Sitting, run: Run, force: bool) -> ExitCode:
    """The kit's files with the marks of the run in them."""
    _, report = _again(sitting, run, force)
    run_report.tell_exceptions(report, sitting.kit)
    return run_report.exit_code(report)


def _again(sitting: Sitting, run: Run, force: bool) -> tuple[Assessment, RunReport]:
    """A run that was kept, worked out once more with what is seen today, and the kit's files."""
    found = sitting.again(run)
    return found, _made(sitting, found, force)
