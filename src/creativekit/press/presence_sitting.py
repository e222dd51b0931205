"""One sitting of the self-assessment: what it stands on, and what becomes of its answers.

The command and the studio ask and tell in their own ways; what is begun with, kept and made is
here, so that a run that was interrupted in one goes on in the other.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from creativekit.errors import Problem, fail, msg, nearest
from creativekit.presence import evidence, history
from creativekit.presence.answers import Answers
from creativekit.presence.answers_toml import Given, Still
from creativekit.presence.assessment import Assessment, assessed, carried
from creativekit.presence.evidence import Reading
from creativekit.presence.history import Run
from creativekit.presence.instrument import Instrument
from creativekit.presence.instrument_file import instrument as instrument_of
from creativekit.press import manifest, orders, presence, presence_files
from creativekit.press.audit_files import AuditShelf
from creativekit.press.orders import PresenceOrder
from creativekit.press.plan import Plan
from creativekit.project.loading import load
from creativekit.project.model import Project

if TYPE_CHECKING:
    from creativekit.presence.audit_record import AuditRecord


class Concluded(NamedTuple):
    """A finished run, and the file that it is kept in."""

    found: Assessment
    record: Path


class Sitting:
    """What a run stands on.

    day: of the run. runs: all that are kept, the oldest first; warnings: of records that cannot be
    read. earlier: runs of days before it; a run of the same day is being corrected and is not
    compared with. latest: what it begins with. audit: of a website, that counts; looked: one that
    was made in this sitting.
    """

    def __init__(self, config: Path, kit: Path, day: datetime.date | None = None) -> None:
        """Raises InputError for a project or an instrument that cannot be used."""
        self.config = config
        self.folder = config.parent
        self.kit = kit
        self.project: Project = load(config)
        self.instrument: Instrument = instrument_of(self.folder)
        kept = history.of_project(self.folder)
        self.runs: tuple[Run, ...] = kept.runs
        self.warnings: tuple[Problem, ...] = kept.warnings
        self.audits = AuditShelf(self.folder)
        self.audit: AuditRecord | None = None
        self.looked: AuditRecord | None = None
        self.set_day(day or datetime.date.today())

    def set_day(self, day: datetime.date) -> None:
        self.day = day
        self.earlier: tuple[Run, ...] = tuple(run for run in self.runs if run.date < day)
        self.latest = next((run for run in reversed(self.runs) if run.date <= day), None)
        if self.looked is None:
            self.audit = self.audits.latest(day)

    def before(self) -> Answers | None:
        """What a new run begins with: the latest one's answers, as things stand by now."""
        return carried(self.latest, self.instrument) if self.latest is not None else None

    def take_audit(self, audit: AuditRecord) -> None:
        """An audit that was made now. Without a network nothing is concluded, and what was seen
        before is worth more."""
        self.looked = audit
        if not audit.is_unreached:
            self.audit = audit

    def readings(self) -> dict[str, Reading]:
        """What the project shows, and the audit where there was one; by item."""
        last = self.earlier[-1] if self.earlier else None
        files = manifest.read(self.kit).files
        own = presence.project_readings(self.project, files, self.day, last)
        return dict(evidence.best(own, presence.audit_readings(self.audit)))

    # ---- the run that is not finished

    def begun(self) -> Given | None:
        """The answers of the run that was not finished, with its audit; None where there is none.

        Raises InputError for a draft that somebody changed so that it cannot be read.
        """
        draft = presence_files.draft(self.folder, self.instrument)
        if draft is None:
            self.audits.remove_draft()
        else:
            self.audit = self.audits.draft() or self.audit
        return draft

    def save(self, answers: Answers, still: Still = "") -> None:
        """Keep the answers of a run that goes on. still: what of who answers is asked next."""
        presence_files.save_draft(self.folder, answers, still)

    def begin_anew(self) -> None:
        """What was answered and not finished is set aside."""
        presence_files.set_draft_aside(self.folder)

    def end(self) -> None:
        """The run is finished, and kept in the history."""
        presence_files.remove_draft(self.folder)
        self.audits.remove_draft()

    # ---- what comes of it

    def conclude(self, answers: Answers) -> Concluded:
        """Work the run out to the end and keep it."""
        readings = self.readings()
        answers = evidence.with_readings(answers, readings, self.instrument)
        found = assessed(answers, self.instrument, self.day, readings, self.earlier)
        record = presence_files.keep(self.folder, found.run)
        if self.audit is not None:
            self.audits.keep(record, self.audit)
        return Concluded(found, record)

    def again(self, run: Run) -> Assessment:
        """A run that is kept, worked out as it was; the sitting is of its day from now on.

        Of a run with another version of the instrument, whose questions are not known any more,
        this would be another result: see `is_of_now`.
        """
        self.set_day(run.date)
        files = manifest.read(self.kit).files
        return presence.worked_out_again(
            self.project, files, self.instrument, run, self.earlier, self.audit
        )

    def is_of_now(self, run: Run) -> bool:
        """Whether a run was asked with the instrument of now."""
        return run.answers.instrument == self.instrument.version

    def plan(self, found: Assessment) -> Plan:
        """The plan of kit/presence/: of this run, and of the latest audit, whichever run it is of.

        Raises InputError as `presence.presence_plan` does.
        """
        shown = self.audits.latest()
        made = presence.presence_plan(
            self.project, self.folder, found, self.instrument, self.earlier, self.audit, shown
        )
        return Plan(made.jobs, (*self.audits.warnings, *made.warnings))

    def order(self, found: Assessment) -> PresenceOrder:
        """What `plan(found)` is the plan of. A build shows the latest run that is kept: the report
        of another one is not up to date there."""
        order = orders.presence(self.config, manifest.read(self.kit).files)
        latest = history.of_project(self.folder).runs[-1:]
        if order is None or [history.write(each) for each in latest] != [history.write(found.run)]:
            return PresenceOrder(self.config, None, ())
        return order


def marked(
    folder: Path,
    instrument: Instrument,
    done: Sequence[str],
    undo: Sequence[str],
    day: datetime.date,
) -> Run:
    """The last run with these steps marked as taken on `day`, or not taken after all; it is kept.

    A mark stands in the run's record, the only thing of it that ever changes; the next run begins
    with what was reached. Raises InputError without a run and for steps that there are not; then
    nothing is changed.
    """
    record = presence_files.last_record(folder)
    if record is None:
        fail(msg("there is no plan yet; `creativekit assess` makes one"))
    path, before, run = record
    answers = run.answers
    for item in done:
        answers = answers.mark_done(instrument, item.strip(), day)
    for item in undo:
        marks = dict(answers.done)
        if marks.pop(item.strip(), None) is None:
            message = msg("the step of question {id} is not marked as done", id=item)
            fail(message, accepted=tuple(marks), nearest=nearest(item, marks))
        answers = replace(answers, done=tuple(marks.items()))
    if answers != run.answers:
        run = replace(run, answers=answers)
        presence_files.mark(path, before, run)
    return run
