"""Jobs on several cores: a few worker processes, each making one Job at a time.

Written here rather than with concurrent.futures, because three things are wanted together that it
does not give: a worker that dies names the Job it died of, Ctrl-C ends running work at once, and
no helper thread runs in this process, so that forking stays safe. A worker gets the whole plan
once (by fork, for nothing; by spawn, pickled once, shared values once) and after that only numbers.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from creativekit.errors import CreativekitError, InputError, msg
from creativekit.jobs import Job
from creativekit.press.queue import Queue
from creativekit.press.report import Failure

_TICK = 0.1  # seconds between two looks at the progress line while nothing finishes


def cores() -> int:
    """How many processes can run at once here."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        return os.cpu_count() or 1


Made = tuple[bytes, ...]
"""The bytes of a Job's files, in the order of its `paths`."""


def make(job: Job) -> Made | Failure:
    """The Job's files, or what went wrong, with the Job's path."""
    try:
        return tuple(artifact.data for artifact in job.artifacts())
    except Exception as error:
        return failure(job.path, error)


def failure(path: str, error: Exception) -> Failure:
    """What the exception that is being handled means; `path` is what could not be made."""
    detail = traceback.format_exc()
    match error:
        case InputError():
            return Failure(path, error.message, error.problems, detail)
        case CreativekitError():
            return Failure(path, error.message, (), detail)
        case MemoryError():
            return Failure(path, msg("there is not enough memory"), (), detail)
    message = msg("unexpected fault: {kind}: {text}", kind=type(error).__name__, text=str(error))
    return Failure(path, message, (), detail)


def may_fork() -> bool:
    """Whether workers may be copies of this process instead of starting from nothing.

    Forking a process with threads can copy a lock that nobody will open; macOS's own frameworks
    start threads unseen, so only Linux forks. typst has threads of its own once it has set a page,
    and a copy of this process would wait for them for ever.
    """
    only_one = threading.active_count() == 1 and "typst" not in sys.modules
    return sys.platform == "linux" and only_one


def made_by_workers(
    jobs: Sequence[Job],
    order: Sequence[int],
    workers: int,
    begun: Callable[[int | None], None],
    life: int | None = None,
) -> Iterator[tuple[int, Made | Failure]]:
    """Results as they come, each with its index in `jobs`.

    order: the indexes to make, first started first, kin (queue.py) aside. begun: called with an
    index when a worker takes it, and with None about ten times a second in between. life:
    after so many Jobs a worker makes room for a new one, with what it remembered. Closing the
    iterator, or an exception at its consumer, ends the workers at once.
    """
    pool: dict[Any, tuple[BaseProcess, int | None]] = {}
    queue = Queue(jobs, order)
    served: Counter[Any] = Counter()

    def hire() -> Any:
        fork = may_fork()
        context: Any = multiprocessing.get_context("fork" if fork else "spawn")
        here, there = context.Pipe()
        # Under fork the new worker holds copies of our ends of every pipe: while it does, no
        # worker would notice that this process is gone.
        ours = (here, *pool) if fork else ()
        worker = context.Process(target=_work, args=(there, tuple(jobs), ours), daemon=True)
        with _deaf_to_interrupts():
            worker.start()
        there.close()
        pool[here] = (worker, None)
        return here

    def give(pipe: Any) -> None:
        worker, last = pool[pipe]
        others = [each for other, (_, each) in pool.items() if other != pipe and each is not None]
        index = queue.take(last, others)
        pool[pipe] = (worker, index)
        if index is not None:
            begun(index)
            # A worker that died meanwhile is noticed when its end of the pipe is read.
            with suppress(OSError):
                pipe.send(index)

    try:
        # All of them before anything is shown: what shows it may start threads.
        for pipe in [hire() for _ in range(min(workers, len(order)))]:
            give(pipe)
        while any(index is not None for _, index in pool.values()):
            ready: list[Any] = wait(
                [pipe for pipe, (_, index) in pool.items() if index is not None], _TICK
            )
            if not ready:
                begun(None)
            for pipe in ready:
                worker, index = pool[pipe]
                assert index is not None
                try:
                    result = pipe.recv()
                except (EOFError, OSError):
                    worker.join()
                    del pool[pipe]
                    pipe.close()
                    result = _death(jobs[index], worker.exitcode)
                    if queue:
                        give(hire())
                else:
                    served[pipe] += 1
                    if life is not None and served[pipe] >= life and queue:
                        del pool[pipe], served[pipe]
                        pipe.close()
                        worker.join()
                        pipe = hire()
                    give(pipe)
                yield index, result
    finally:
        for pipe, (worker, _) in pool.items():
            pipe.close()
            worker.terminate()
        for worker, _ in pool.values():
            worker.join()


def _death(job: Job, exitcode: int | None) -> Failure:
    return Failure(
        job.path,
        msg("the process that made it was ended by the system (code {code})", code=exitcode),
    )


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """A worker begins with SIGINT blocked where that is possible, as it inherits the mask."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: Connection, jobs: tuple[Job, ...], others: tuple[Connection, ...]) -> None:
    # Ctrl-C reaches every process of the terminal; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    while True:
        try:
            pipe.send(make(jobs[pipe.recv()]))
        except (EOFError, OSError):
            return
