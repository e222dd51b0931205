"""The kits of many projects: one whole project at a time in each process.

Three ways, the same function, the same bytes: in this process; by worker processes of this
computer; by the workers of a Dask cluster. Inside a project nothing is split, because projects are
enough to keep every core busy, and what a project's files share is then worked out once.

No project stops another: not a config that is wrong, not a fault of ours, not a death of the
process that built it. A run that was ended, by Ctrl-C or by a power cut, is begun again and passes
over what is done, as each kit's manifest knows.
"""

from __future__ import annotations

import pickle
import signal
import time
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache

from creativekit.errors import Message, msg
from creativekit.jobs import Job
from creativekit.press.pool import cores, made_by_workers
from creativekit.press.project_run import Asked, Outcome, Work, built
from creativekit.press.report import Failure
from creativekit.press.run import Progress

Results = Generator[Outcome | None, None, None]
"""Outcomes as they come, and None some times a second, when there is none."""

_LIFE = 32
"""Projects that a process builds before another takes its place: what is remembered of letters and
lines is bounded, but the bounds are for one project, and thousands would fill them all. Starting
anew costs some three seconds, which is a hundredth of what 32 projects take."""

_MOST_DETAILS = 50
"""So many failing projects keep their tracebacks: when all of 95,000 fail, it is of one thing."""


@dataclass(slots=True)
class Tally:
    """What came of the projects so far. projects: how many there are.

    built: of which files were made or removed; current: of which everything was up to date already;
    failed: those of which anything could not be made, by name. kept: those with files left as the
    user edited them, with these files. made, unchanged, removed: files of all projects.
    """

    projects: int
    built: int = 0
    current: int = 0
    made: int = 0
    unchanged: int = 0
    removed: int = 0
    failed: list[Outcome] = field(default_factory=list)
    kept: dict[str, tuple[str, ...]] = field(default_factory=dict)
    interrupted: bool = False
    seconds: float = 0.0

    @property
    def done(self) -> int:
        """Projects that were gone through to the end."""
        return self.built + self.current + len(self.failed)

    def take(self, outcome: Outcome) -> None:
        self.made += outcome.made
        self.unchanged += outcome.unchanged
        self.removed += outcome.removed
        if outcome.kept:
            self.kept[outcome.name] = outcome.kept
        if outcome.failed:
            many = len(self.failed) >= _MOST_DETAILS
            self.failed.append(outcome.without_details() if many else outcome)
        elif outcome.cancelled:
            pass
        elif outcome.made or outcome.removed:
            self.built += 1
        else:
            self.current += 1

    def settle(self, seconds: float) -> None:
        """In an order that does not depend on who was first."""
        self.failed.sort(key=lambda each: each.name)
        self.kept = dict(sorted(self.kept.items()))
        self.seconds = seconds


def build_many(
    works: Sequence[Work],
    asked: Asked = Asked(),  # noqa: B008 - frozen
    *,
    workers: int | None = None,
    scheduler: str | None = None,
    progress: Progress | None = None,
) -> Tally:
    """Bring every project's kit up to date.

    workers: processes of this computer; None for one a core, 1 for none beside this one.
    scheduler: address of a Dask scheduler such as tcp://10.0.0.5:8786, whose workers build.

    Ctrl-C ends it: the Tally that comes back then is `interrupted`, and every kit is whole. Raises
    NetworkError for a cluster that cannot be reached, or is gone, and CreativekitError for one
    whose workers are not like this computer.
    """
    started = time.monotonic()
    tally = Tally(len(works))
    shown = _Shown(progress, tally)
    try:
        with closing(_results(works, asked, workers, scheduler, shown)) as results:
            for outcome in results:
                if outcome is not None:
                    tally.take(outcome)
                    shown.name = outcome.name
                shown.show()
    except KeyboardInterrupt:
        tally.interrupted = True
    tally.settle(time.monotonic() - started)
    return tally


class _Shown:
    """The progress: how many projects are done, and which was begun or came last."""

    def __init__(self, progress: Progress | None, tally: Tally) -> None:
        self._progress, self._tally = progress, tally
        self.name = ""

    def show(self) -> None:
        if self._progress is not None:
            label = msg("building {name}", name=self.name)
            self._progress(self._tally.done, self._tally.projects, label)


def _results(
    works: Sequence[Work],
    asked: Asked,
    workers: int | None,
    scheduler: str | None,
    shown: _Shown,
) -> Results:
    if scheduler is not None:
        # Here, because few have it, and it takes half a second to load.
        from creativekit.press.dask_run import built_by_cluster

        yield from built_by_cluster(scheduler, works, asked)
        return
    count = min(cores() if workers is None else workers, len(works))
    if count > 1:
        yield from _by_workers(works, asked, count, shown)
        return
    for work in works:
        shown.name = work.name
        yield None
        yield built(work, asked)


def _by_workers(works: Sequence[Work], asked: Asked, count: int, shown: _Shown) -> Results:
    # To the pool they are Jobs like any other; their bytes are Outcomes, and the kit is written by
    # the worker. Nothing caches them.
    jobs = [Job(work.name, _built_in_worker, (work, asked), Message("")) for work in works]

    def begun(index: int | None) -> None:
        if index is not None:
            shown.name = works[index].name
        shown.show()

    made = made_by_workers(jobs, range(len(jobs)), count, begun, _LIFE)
    with closing(made):  # type: ignore[type-var]
        for index, result in made:
            if isinstance(result, Failure):
                # The pool's word for a death of the process, or for a result that is no result.
                whole = Failure("", result.message, result.problems, result.detail)
                yield Outcome(works[index].name, failed=(whole,))
            else:
                yield _unpickled(result[0])


def _unpickled(data: bytes) -> Outcome:
    found = pickle.loads(data)
    assert isinstance(found, Outcome)
    return found


def _built_in_worker(work: Work, asked: Asked) -> bytes:
    ending = _ending()
    return pickle.dumps(built(work, asked, lambda: ending.told))


class _Ending:
    """Whether this worker was told to end. It is told by SIGTERM, and ends the build between two
    files, so that the kit is whole; told again, it ends at once."""

    def __init__(self) -> None:
        self.told = False
        signal.signal(signal.SIGTERM, self._tell)

    def _tell(self, number: int, frame: object) -> None:
        self.told = True
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


@cache
def _ending() -> _Ending:
    return _Ending()
