"""What an assessment puts into the kit: the plan's calendar, the report, the form for telephones.

Makers import what is heavy themselves: a plan of Jobs costs nothing.
"""

from __future__ import annotations

from creativekit.errors import msg
from creativekit.jobs import Job
from creativekit.presence.assessment import Assessment
from creativekit.presence.instrument import Instrument
from creativekit.presence.plan import Plan
from creativekit.presence.xlsform import Words, form_job
from creativekit.project.localized import Localized

FOLDER = "presence"
CALENDAR, REPORT = f"{FOLDER}/plan.ics", f"{FOLDER}/report.json"


def jobs(
    found: Assessment,
    instrument: Instrument,
    form: Words,
    name: Localized,
    languages: tuple[str, ...],
) -> tuple[Job, ...]:
    """Every file of kit/presence/.

    form: the words of the form. name: of the business. languages: of the project, the main first.
    """
    main = languages[0]
    said = name.get(main)
    made = [
        Job(REPORT, _report, (found, instrument, said, languages), msg("report for programs")),
        form_job(instrument, form),
    ]
    # A calendar without a step to take is none.
    if any(action.done is None for action in found.plan.actions):
        label = msg("calendar of the plan")
        made.append(Job(CALENDAR, _calendar, (found.plan, said, main), label))
    return tuple(made)


def _report(
    found: Assessment, instrument: Instrument, name: str, languages: tuple[str, ...]
) -> bytes:
    from creativekit.presence.report_json import report_json

    return report_json(found, instrument, name, languages)


def _calendar(plan: Plan, name: str, language: str) -> bytes:
    from creativekit.presence.plan_calendar import plan_ics

    made = plan_ics(plan, name, language)
    if made is None:
        raise ValueError("a plan with a step to take has a calendar")
    return made
