"""What the project itself shows of its presence, and the plan of kit/presence/."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

from creativekit.errors import InputError
from creativekit.presence import measured
from creativekit.presence.assessment import Assessment
from creativekit.presence.evidence import Reading
from creativekit.presence.history import Run
from creativekit.presence.instrument import Instrument
from creativekit.press import manifest
from creativekit.press.plan import Plan
from creativekit.project.model import Project

PRESENCE = "presence"


def project_readings(
    project: Project, kit: Path, today: datetime.date, last: Run | None
) -> tuple[Reading, ...]:
    """Levels that creativekit.toml and the files of the kit show on a day."""
    from creativekit.identity.resolve import identity

    try:
        palette = identity(project).palette
    except InputError:  # `creativekit check` tells it; here it only shows nothing
        palette = None
    made = frozenset(manifest.read(kit).files)
    taken = dict(last.answers.done) if last is not None else {}
    return measured.readings(measured.Seen(project, today, palette, made, last, tuple(taken)))


def kept_readings(run: Run, now: Mapping[str, Reading]) -> dict[str, Reading]:
    """The readings of a run that was kept; it has their levels, and what was seen is told where
    the same is seen now."""
    return {
        item: now[item] if item in now and now[item].level == level else Reading(item, level, ())
        for item, level in run.readings
    }


def presence_plan(
    project: Project, folder: Path, found: Assessment, instrument: Instrument
) -> Plan:
    """The plan of kit/presence/. Raises InputError for words of the form that are wrong."""
    from creativekit.presence.kit import jobs
    from creativekit.presence.xlsform import form_words

    made = jobs(found, instrument, form_words(folder), project.name, tuple(project.languages))
    return Plan(made)
