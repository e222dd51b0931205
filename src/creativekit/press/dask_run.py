"""Many projects built by the workers of a Dask cluster (https://distributed.dask.org).

The scheduler sees a few numbers a task: a task is a handful of projects, whose kits the worker
writes to storage that all of them share. Only a few tasks a worker are under way, whatever the
number of projects, so neither the scheduler's graph nor this process's memory grows with it.

A worker that dies takes nothing with it: Dask gives its task to another, which passes over the
projects that are done. Where one project kills every worker that tries it, its fellows of the task
are built without it, then it is tried alone, and only then is it told as failed.

The one module that imports Dask, the extra `creativekit[cluster]`.
"""

from __future__ import annotations

import itertools
import logging
import os
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from creativekit import __version__
from creativekit.errors import CreativekitError, NetworkError, fail, msg
from creativekit.press import fingerprint
from creativekit.press.many import Results
from creativekit.press.project_run import Asked, Outcome, Work, built
from creativekit.press.report import Failure

ANSWER = 10.0
"""Seconds within which a scheduler answers."""
WORKERS = 30.0
"""Seconds to wait for a first worker, and, when all are gone, for one to come back."""

_MOST_A_TASK = 8
_TASKS_A_THREAD = 8
"""With fewer projects, tasks are smaller, so that all threads end at about the same time."""
_AHEAD = 2  # tasks a thread that are under way or wait for it
_TICK = 0.2  # seconds
_LOOK = 3.0  # seconds between two looks at which workers there are
# A kit may be held by a worker that has not yet heard that its client is gone, or by a machine
# that is gone itself: NFS frees the locks of one after 90 s.
_PATIENCE = 120.0


def built_by_cluster(address: str, works: Sequence[Work], asked: Asked) -> Results:
    """Outcomes as they come, and None some times a second.

    address: of the scheduler, such as tcp://10.0.0.5:8786. Closing the generator takes the work
    back: workers end it between two files.

    Raises InputError without Dask, NetworkError when no scheduler or worker is there or left, and
    CreativekitError for workers with another creativekit, or which do not see the projects.
    """
    try:
        import distributed
    except ImportError:
        fail(
            msg("{option} needs Dask: pip install '{name}'", option="--scheduler",
                name="creativekit[cluster]")
        )  # fmt: skip
    # What matters of it is said in our words.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    client = _client(distributed.Client, address)
    try:
        run = _Run(client, address, asked)
        run.compare(works[0])
        yield from run.outcomes(works)
    finally:
        with suppress(Exception):
            client.close(timeout=ANSWER)


def _client(connect: Any, address: str) -> Any:
    """A client of the scheduler. Raises NetworkError."""
    reason = ""
    # On a machine that is too busy Dask finds that its own loop is not up in ten seconds.
    for _ in range(2):
        try:
            return connect(address, timeout=ANSWER, set_as_default=False)
        except AssertionError:
            reason = "AssertionError"
        except (OSError, ValueError) as error:
            reason = str(error) or type(error).__name__
            break
    raise NetworkError(
        msg("no Dask scheduler answers at '{address}': {reason}", address=address, reason=reason)
    )


@dataclass(frozen=True, slots=True)
class _Task:
    works: tuple[Work, ...]
    alone: bool = False


class _Run:
    def __init__(self, client: Any, address: str, asked: Asked) -> None:
        self.client = client
        self.address = address
        self.asked = replace(asked, patience=_PATIENCE)
        self.tool = fingerprint.tool()
        self.done: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self.under_way: dict[Any, _Task] = {}
        self.again: deque[_Task] = deque()
        self.suspects: deque[_Task] = deque()
        self.numbers = itertools.count(1)
        self.threads = 0
        self.looked = self.seen = time.monotonic()

    # ---- before anything is built

    def compare(self, first: Work) -> None:
        """Whether the workers are like this computer, and see the projects.

        Raises NetworkError and CreativekitError.
        """
        try:
            self.client.wait_for_workers(1, timeout=WORKERS)
        except (OSError, TimeoutError):
            raise self._gone() from None
        self._look()
        own = (__version__, fingerprint.libraries(), self.tool)
        for worker, found in self._ask(_who()):
            if found != own:
                raise CreativekitError(_different(worker, own, found))
        content = _hash(first.config)
        for worker, found in self._ask(_sees(first, content)):
            if found is not True:
                raise CreativekitError(
                    msg(
                        "the Dask worker {worker} does not have '{path}' as this computer has it,"
                        " or may not write there; projects and kits must lie on storage that all"
                        " workers share, under the same path",
                        worker=worker,
                        path=first.config,
                    )
                )

    def _ask(self, function: Callable[[], Any]) -> list[tuple[str, Any]]:
        """What each worker answers; an exception where it cannot."""
        try:
            found = self.client.run(function, on_error="return")
        except (OSError, TimeoutError):
            raise self._gone() from None
        return sorted(found.items())

    # ---- while it is built

    def outcomes(self, works: Sequence[Work]) -> Results:
        left = _tasks(works, self.threads)
        try:
            while self._fill(left):
                yield from self._next()
        finally:
            # What is under way ends by itself as soon as nobody wants it.
            with suppress(Exception):
                self.client.cancel(list(self.under_way))

    def _fill(self, left: Iterator[_Task]) -> bool:
        """Keep as many tasks under way as the workers can use; False when all is done."""
        while len(self.under_way) < max(self.threads * _AHEAD, 1):
            task = self.again.popleft() if self.again else next(left, None)
            if task is None:
                break
            self._submit(task)
        if not self.under_way and self.suspects:
            self._submit(self.suspects.popleft())
        return bool(self.under_way)

    def _submit(self, task: _Task) -> None:
        key = f"creativekit-build-{self.client.id}-{next(self.numbers)}"
        future = self.client.submit(
            _built_by_worker, task.works, self.asked, self.tool, key, key=key, pure=False
        )
        self.under_way[future] = task
        future.add_done_callback(self.done.put)

    def _next(self) -> Results:
        try:
            future = self.done.get(timeout=_TICK)
        except queue.Empty:
            self._watch()
            yield None
            return
        task = self.under_way.pop(future)
        self.seen = time.monotonic()
        yield from self._of(task, future)

    def _of(self, task: _Task, future: Any) -> Iterator[Outcome]:
        from distributed import KilledWorker

        if future.status == "finished":
            # The worker may be gone with the numbers.
            with suppress(OSError, TimeoutError, CancelledError):
                yield from future.result(timeout=ANSWER)
                return
        if future.status != "error":
            if self.client.status != "running":
                raise self._gone()
            # Asked once more, another worker finds the kits finished and counts them.
            self.again.append(task)
            return
        error = future.exception()
        if isinstance(error, CreativekitError):
            raise error
        if not isinstance(error, KilledWorker):
            raise CreativekitError(
                msg(
                    "a Dask worker could not begin: {kind}: {text}",
                    kind=type(error).__name__,
                    text=str(error),
                )
            )
        if len(task.works) > 1:
            self.again.extend(_Task((work,)) for work in task.works)
        elif not task.alone:
            # It may only have been beside the one that killed the worker.
            self.suspects.append(_Task(task.works, alone=True))
        else:
            name = task.works[0].name
            yield Outcome(name, failed=(Failure("", msg("every worker that built it died of it")),))

    def _watch(self) -> None:
        """Notice workers that came, and that none is left. Raises NetworkError."""
        now = time.monotonic()
        if now - self.looked < _LOOK:
            return
        self._look()
        self.looked = now
        if self.threads:
            self.seen = now
        elif now - self.seen > WORKERS:
            raise self._gone()

    def _look(self) -> None:
        try:
            self.threads = sum(self.client.nthreads().values())
        except Exception:  # whatever a lost connection looks like
            self.threads = 0

    def _gone(self) -> NetworkError:
        return NetworkError(
            msg(
                "there is no worker at the Dask scheduler '{address}', or it is gone itself; what"
                " is built stays, and the same command goes on from there",
                address=self.address,
            )
        )


def _tasks(works: Sequence[Work], threads: int) -> Iterator[_Task]:
    size = min(max(len(works) // (max(threads, 1) * _TASKS_A_THREAD), 1), _MOST_A_TASK)
    for start in range(0, len(works), size):
        yield _Task(tuple(works[start : start + size]))


def _different(worker: str, own: tuple[Any, ...], found: Any) -> Any:
    if not isinstance(found, tuple):
        return msg(
            "the Dask worker {worker} has no creativekit that answers: {reason}",
            worker=worker,
            reason=str(found),
        )
    mine, theirs = (
        [f"creativekit-{version}", *libraries] for version, libraries, _ in (own, found)
    )
    return msg(
        "the Dask worker {worker} would make other files: it has {theirs}, this computer has"
        " {own}; install the same on all of them",
        worker=worker,
        theirs=_only(theirs, mine),
        own=_only(mine, theirs),
    )


def _only(these: list[str], others: list[str]) -> str:
    # Where every version is the same, the files of the program itself are not.
    found = [each for each in these if each not in others] or [f"another {these[0]}"]
    return ", ".join(found[:5])


def _hash(path: str) -> str | None:
    try:
        return sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return None


# ---- on the workers


def _who() -> Callable[[], Any]:
    # A function inside a function travels by value: it can be asked where creativekit is not.
    def who() -> Any:
        from creativekit import __version__
        from creativekit.press import fingerprint

        return __version__, fingerprint.libraries(), fingerprint.tool()

    return who


def _sees(first: Work, content: str | None) -> Callable[[], Any]:
    def sees() -> bool:
        from creativekit.press.dask_run import _hash

        place = Path(first.kit)
        while not place.exists() and place != place.parent:
            place = place.parent
        return _hash(first.config) == content and os.access(place, os.W_OK)

    return sees


_alone = threading.Lock()
"""A worker may have several threads; what draws and sets pages is made for one at a time."""


def _built_by_worker(
    works: tuple[Work, ...], asked: Asked, tool: str, key: str
) -> tuple[Outcome, ...]:
    """The task: each project in turn. Raises CreativekitError on a worker that came later and is
    not like the others."""
    if fingerprint.tool() != tool:
        raise CreativekitError(
            msg("a Dask worker that came later has another creativekit, or other libraries")
        )
    unwanted = _unwanted(key)
    while not _alone.acquire(timeout=_TICK):
        if unwanted():
            return ()
    try:
        return tuple(built(work, asked, unwanted) for work in works if not unwanted())
    finally:
        _alone.release()


def _unwanted(key: str) -> Callable[[], bool]:
    """Whether nobody waits for the task any more: its client cancelled it, or is gone.

    Dask never stops a running function, but the worker knows.
    """
    from distributed import get_worker

    tasks = get_worker().state.tasks

    def unwanted() -> bool:
        task = tasks.get(key)
        return task is None or task.state != "executing"

    return unwanted
