"""What the project itself shows of its presence, and the plans of kit/presence/."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from creativekit.errors import InputError
from creativekit.presence import evidence, measured
from creativekit.presence.assessment import Assessment, assessed
from creativekit.presence.evidence import Reading
from creativekit.presence.history import Run
from creativekit.presence.instrument import Instrument
from creativekit.press.plan import Plan
from creativekit.project.model import Project

if TYPE_CHECKING:
    from creativekit.presence.audit_record import AuditRecord


def project_readings(
    project: Project, files: Collection[str], today: datetime.date, last: Run | None
) -> tuple[Reading, ...]:
    """Levels that creativekit.toml and the files of the kit show on a day."""
    from creativekit.identity.resolve import identity

    try:
        palette = identity(project).palette
    except InputError:  # `creativekit check` tells it; here it only shows nothing
        palette = None
    taken = dict(last.answers.done) if last is not None else {}
    return measured.readings(measured.Seen(project, today, palette, files, last, tuple(taken)))


def audit_readings(found: AuditRecord | None) -> tuple[Reading, ...]:
    """Levels that an audit shows. Without a network it shows none: that is not the site's fault."""
    from creativekit.presence import audited

    if found is None or found.is_unreached:
        return ()
    health = found.health
    return audited.readings(found.verdicts, health.score, health.level, found.own_domain)


def kept_readings(run: Run, now: Mapping[str, Reading]) -> dict[str, Reading]:
    """The readings of a run that was kept; it has their levels, and what was seen is told where
    the same is seen now."""
    return {
        item: now[item] if item in now and now[item].level == level else Reading(item, level, ())
        for item, level in run.readings
    }


def worked_out_again(
    project: Project,
    files: Collection[str],
    instrument: Instrument,
    run: Run,
    earlier: Sequence[Run] = (),
    audit: AuditRecord | None = None,
) -> Assessment:
    """A run that was kept, with what the project shows of it now.

    files: of the kit. earlier: runs of days before it, the oldest first. audit: of that run.
    """
    last = earlier[-1] if earlier else None
    own = project_readings(project, files, run.date, last)
    now = dict(evidence.best(own, audit_readings(audit)))
    readings = kept_readings(run, now)
    return assessed(run.answers, instrument, run.date, readings, earlier)


def presence_plan(
    project: Project,
    folder: Path,
    found: Assessment,
    instrument: Instrument,
    earlier: Sequence[Run] = (),
    audit: AuditRecord | None = None,
    shown: AuditRecord | None = None,
) -> Plan:
    """The plan of kit/presence/. earlier: runs before it, the oldest first. audit: that was made
    for this run, which its report tells of. shown: the latest of the project, which has a page.

    Raises InputError for words of the form or the report that are wrong, and for a brand that
    cannot be made, which the report is in the style of.
    """
    from creativekit.identity.resolve import identity
    from creativekit.presence import audit_kit, report
    from creativekit.presence.kit import jobs
    from creativekit.presence.reported import Checked, Reported
    from creativekit.presence.xlsform import form_words

    brand = identity(project)
    told = Reported(
        instrument,
        found.run,
        found.plan,
        (*earlier, found.run),
        found.gaps,
        Checked.of(audit) if audit is not None else None,
    )
    made = jobs(found, instrument, form_words(folder), project.name, tuple(project.languages))
    pages = audit_kit.jobs(brand, shown) if shown is not None else ()
    return Plan((*made, *report.jobs(brand, told), *pages))


def questions_plan(project: Project, folder: Path, profile: str | None = None) -> Plan:
    """The plan of the empty questions. profile: whose; None for everybody's.

    Raises InputError for a profile that there is not, and for a brand, an instrument or words of
    the sheet that are wrong.
    """
    from creativekit.identity.resolve import identity
    from creativekit.presence import question_words, questions
    from creativekit.presence.instrument_file import instrument

    known = instrument(folder)
    known.require_profile(profile)
    for language in project.languages:
        question_words.words(language, folder)
    brand = identity(project)
    return Plan(questions.jobs(brand, known, profile), (*project.warnings, *brand.notes))
