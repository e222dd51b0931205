"""What paper says of a meeting: its title, where and when, and who signs."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from creativekit.cohort.config import Cohort
from creativekit.project.localized import Localized


@dataclass(frozen=True, slots=True)
class Meeting:
    """date: ISO 8601. hours: how long it took; None where nobody says. signed_by: what stands under
    the line on a certificate, a name above a role. invented: a rehearsal's."""

    title: Localized
    region: Localized
    date: str
    hours: int | None = None
    signed_by: tuple[Localized, ...] = ()
    invented: bool = False

    @property
    def day(self) -> datetime.date:
        return datetime.date.fromisoformat(self.date)


def meeting_of(cohort: Cohort) -> Meeting:
    """Where nobody is named who signs, the organiser stands under the line."""
    signatory = cohort.organiser.signatory
    if signatory is None:
        signed: tuple[Localized, ...] = (cohort.organiser.name,)
    elif signatory.name is None:
        signed = (signatory.role,)
    else:
        signed = (signatory.name, signatory.role)
    day = cohort.date.isoformat()
    return Meeting(cohort.title, cohort.region, day, cohort.hours, signed, cohort.invented)
