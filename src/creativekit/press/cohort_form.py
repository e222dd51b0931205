"""The plan of a cohort's forms: for telephones, and on paper in the organiser's brand."""

from __future__ import annotations

from dataclasses import dataclass

from creativekit.cohort import needs_form, needs_sheet
from creativekit.cohort.config import Cohort, organiser_project
from creativekit.press.plan import Plan
from creativekit.press.run import Progress


@dataclass(frozen=True, slots=True)
class FormOrder:
    """The forms of a cohort. Cheap to make and seldom asked for: nothing is remembered of them."""

    cohort: Cohort
    capability: str = "cohort:form"
    mark: str | None = None
    partial: bool = False

    def plan(self, workers: int | None = None, progress: Progress | None = None) -> Plan:
        return form_plan(self.cohort)


def form_plan(cohort: Cohort) -> Plan:
    """Raises InputError for words or an instrument that are wrong, and for a brand that cannot be
    made."""
    from creativekit.identity.resolve import identity
    from creativekit.presence import xlsform
    from creativekit.presence.instrument_file import instrument

    words = needs_form.form_words(cohort.folder)
    project = organiser_project(cohort)
    brand = identity(project)
    jobs = (
        needs_form.form_job(cohort, words),
        needs_form.presence_job(
            instrument(cohort.folder), xlsform.form_words(cohort.folder), words
        ),
        *needs_sheet.sheet_jobs(cohort, brand, words),
    )
    return Plan(jobs, (*project.warnings, *brand.notes))
