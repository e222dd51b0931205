"""Plans: which Jobs a project's kit is made of.

The one place that knows all capabilities at once. What one of them needs of another (the guide
needs the statement of positioning) is handed over here, because capabilities do not know each
other. Imports are inside: a plan that is not asked for costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from creativekit.jobs import Job

if TYPE_CHECKING:
    from creativekit.brand.explore import Direction
    from creativekit.project.model import Project

BRAND = "brand"
EXPLORE = "explore"


def brand_plan(project: Project) -> tuple[Job, ...]:
    """The Jobs of the brand kit.

    Raises InputError with everything in the project that cannot be made into a brand.
    """
    from creativekit.brand.kit import jobs
    from creativekit.identity.resolve import identity

    return jobs(identity(project))


def explore_plan(project: Project, directions: tuple[Direction, ...]) -> tuple[Job, ...]:
    """The Jobs of the contact sheet that shows these directions side by side."""
    from creativekit.brand.explore_sheet import contact_sheet_jobs

    return contact_sheet_jobs(project, directions)
