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

if TYPE_CHECKING:
    from creativekit.brand.explore import Direction
    from creativekit.project.model import Project

BRAND = "brand"
EXPLORE = "explore"
SOCIAL = "social"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be made, and what the user should know about it beforehand."""

    jobs: tuple[Job, ...]
    warnings: tuple[Problem, ...] = ()


def brand_plan(project: Project) -> Plan:
    """The plan of the brand kit.

    Raises InputError with everything in the project that cannot be made into a brand.
    """
    from creativekit.brand.kit import jobs
    from creativekit.identity.resolve import identity

    brand = identity(project)
    return Plan(jobs(brand), (*project.warnings, *brand.notes))


def explore_plan(project: Project, directions: tuple[Direction, ...]) -> Plan:
    """The plan of the contact sheet that shows these directions side by side."""
    from creativekit.brand.explore_sheet import contact_sheet_jobs

    return Plan(contact_sheet_jobs(project, directions), project.warnings)
