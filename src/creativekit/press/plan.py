"""Plans: which Jobs a project's kit is made of.

The one place that knows all capabilities at once. What one of them needs of another (the guide
needs the statement of positioning) is handed over here, because capabilities do not know each
other. Imports are inside: a plan that is not asked for costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from creativekit.errors import Problem
from creativekit.jobs import Job
from creativekit.positioning.formats import FORMATS, Format

if TYPE_CHECKING:
    from creativekit.brand.explore import Direction
    from creativekit.positioning.pages import Paper
    from creativekit.project.model import Project

BRAND = "brand"
EXPLORE = "explore"
GALLERY = "gallery"
POSITIONING = "positioning"
PRESENCE = "presence"
SOCIAL = "social"

PAPERS: tuple[Paper, ...] = ("a4", "a3")
"""The papers of the worksheets: for the table and for the wall."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be made, and what the user should know about it beforehand.

    complete: `jobs` are all of the capability's; where not, files of others stay.
    """

    jobs: tuple[Job, ...]
    warnings: tuple[Problem, ...] = ()
    complete: bool = True

    @property
    def errors(self) -> tuple[Problem, ...]:
        """None: what keeps such a plan from being made is raised."""
        return ()


def brand_plan(project: Project) -> Plan:
    """The plan of the brand kit.

    Raises InputError with everything in the project that cannot be made into a brand.
    """
    from creativekit.brand.kit import jobs
    from creativekit.identity.resolve import identity
    from creativekit.press.position import position_of

    brand = identity(project)
    made = jobs(brand, position_of(project, brand))
    return Plan(made, (*project.warnings, *brand.notes))


def position_plan(
    project: Project,
    *,
    blank: bool,
    papers: tuple[Paper, ...],
    only: int | None = None,
    formats: tuple[Format, ...] = FORMATS,
) -> Plan:
    """The plan of the worksheets, with what their answers make one think of.

    Raises InputError as `brand_plan` does, and for sheets that are wrong or not there.
    """
    from creativekit.identity.resolve import identity
    from creativekit.positioning.findings import findings
    from creativekit.positioning.kit import jobs

    brand = identity(project)
    answers = None if blank else project.positioning
    found = () if answers is None else findings(project)
    made = jobs(brand, answers, papers, only, formats)
    return Plan(made, (*project.warnings, *brand.notes, *found))


def explore_plan(project: Project, directions: tuple[Direction, ...]) -> Plan:
    """The plan of the contact sheet that shows these directions side by side."""
    from creativekit.brand.explore_sheet import contact_sheet_jobs

    return Plan(contact_sheet_jobs(project, directions), project.warnings)
