"""Every post looked at before one is made: the findings of all targets, on all cores.

A preflight is Jobs like any other work, of some dozen targets each; their bytes are findings.
"""

from __future__ import annotations

import pickle
from collections.abc import Generator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from creativekit.errors import CreativekitError, InputError, msg
from creativekit.jobs import Job
from creativekit.press.pool import Made, cores, made_by_workers, make
from creativekit.press.report import Failure
from creativekit.press.run import Progress

if TYPE_CHECKING:
    from creativekit.social.rendering import Finding
    from creativekit.social.targets import Setup, Target

_CHUNK = 24
_ALONE = 12
"""So few targets are looked at faster than processes start."""


def findings(
    setup: Setup,
    targets: Sequence[Target],
    workers: int | None = None,
    progress: Progress | None = None,
) -> tuple[Finding, ...]:
    """A Finding for each target, in their order.

    Raises InputError for what is wrong with all posts (a file of the project's own), and
    CreativekitError, which names the post, for a fault of ours.
    """
    from creativekit.social.rendering import check_many

    chunks = [tuple(targets[at : at + _CHUNK]) for at in range(0, len(targets), _CHUNK)]
    label = msg("looking the posts through")
    jobs = [
        Job(f"preflight/{index}", check_many, (setup, chunk), label)
        for index, chunk in enumerate(chunks)
    ]
    count = min(cores() if workers is None else workers, len(jobs))
    made: dict[int, bytes] = {}

    def begun(_: int | None) -> None:
        if progress is not None:
            progress(min(len(made) * _CHUNK, len(targets)), len(targets), label)

    def results() -> Generator[tuple[int, Made | Failure], None, None]:
        if count > 1 and len(targets) > _ALONE:
            yield from made_by_workers(jobs, range(len(jobs)), count, begun)
        else:
            yield from ((index, make(job)) for index, job in enumerate(jobs))

    # Closed whatever happens, so that Ctrl-C leaves no worker behind.
    with closing(results()) as looked:
        for index, result in looked:
            if isinstance(result, Failure):
                if result.problems:
                    raise InputError(result.problems)
                raise CreativekitError(result.message)
            made[index] = result[0]
            begun(None)
    found: list[Finding] = []
    for index in range(len(jobs)):
        found.extend(pickle.loads(made[index]))
    return tuple(found)
