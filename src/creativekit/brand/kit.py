"""The brand kit: every file of it, as Jobs.

A file a person would look for is in the folder they would look in: brand/logo, color, type,
pattern, icons, stationery, guide. The guide lists the others, so it is planned last.
"""

from __future__ import annotations

from creativekit.brand import (
    brand_yml_file,
    color_files,
    icons,
    logo_suite,
    patterns,
    stationery,
    type_files,
)
from creativekit.brand.guide import jobs as guide_jobs
from creativekit.brand.guide.position import Position
from creativekit.identity.model import Identity
from creativekit.jobs import Job


def jobs(identity: Identity, position: Position | None = None) -> tuple[Job, ...]:
    """All Jobs of `creativekit brand`; paths are relative to the kit's folder.

    position: what the positioning says, for the guide; None leaves it out.
    """
    files = (
        *logo_suite.jobs(identity),
        *color_files.jobs(identity),
        *type_files.jobs(identity),
        *patterns.jobs(identity),
        *icons.jobs(identity),
        *stationery.jobs(identity),
    )
    paths = tuple(job.path for job in files)
    return (*files, *brand_yml_file.jobs(identity, paths), *guide_jobs(identity, paths, position))
