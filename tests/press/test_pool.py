"""Worker processes: every result, whoever dies."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import Counter
from collections.abc import Callable

import pytest

from creativekit.errors import msg
from creativekit.jobs import Job
from creativekit.press import pool
from creativekit.press.pool import Made, made_by_workers, make
from creativekit.press.report import Failure
from press.fake_jobs import broken_job, job


def results(jobs: list[Job], workers: int = 2) -> dict[str, Made | Failure]:
    order = range(len(jobs))
    made = made_by_workers(jobs, order, workers, lambda index: None)
    return {jobs[index].path: result for index, result in made}


@pytest.fixture(params=["fork", "spawn"])
def start(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system does not {request.param}")
    monkeypatch.setattr(pool, "may_fork", lambda: request.param == "fork")


@pytest.mark.usefixtures("start")
def test_every_job_once_and_the_same_bytes_as_without_workers() -> None:
    jobs = [job(f"{number}.txt", f"text {number}") for number in range(30)]
    assert results(jobs) == {each.path: make(each) for each in jobs}


@pytest.mark.usefixtures("start")
def test_a_worker_that_dies_names_its_job_and_the_rest_is_made() -> None:
    jobs = [job(f"{number}.txt") for number in range(8)]
    jobs[2] = broken_job("dead-1.txt", "death")
    jobs[5] = broken_job("dead-2.txt", "death")
    made = results(jobs)
    failed = {path: result for path, result in made.items() if isinstance(result, Failure)}
    assert set(made) == {each.path for each in jobs}
    assert set(failed) == {"dead-1.txt", "dead-2.txt"}
    assert all("code 7" in str(failure.message) for failure in failed.values())


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("zero", "unexpected fault: ZeroDivisionError: zero"),
        ("memory", "not enough memory"),
        ("input", "1 problem found"),
    ],
)
def test_a_fault_in_a_job_carries_its_path(kind: str, said: str) -> None:
    made = results([job("good.txt"), broken_job("bad.txt", kind)])
    failure = made["bad.txt"]
    assert isinstance(failure, Failure)
    assert failure.path == "bad.txt"
    assert said in str(failure.message)
    assert "Traceback" in failure.detail
    assert [problem.file for problem in failure.problems] == (
        ["logo.png"] if kind == "input" else []
    )


def test_the_order_asked_for_is_the_order_of_starting() -> None:
    jobs = [job(f"{number}.txt") for number in range(6)]
    begun: list[int] = []

    def note(index: int | None) -> None:
        if index is not None:
            begun.append(index)

    list(made_by_workers(jobs, [5, 3, 1, 0, 2, 4], 2, note))
    assert begun == [5, 3, 1, 0, 2, 4]


@pytest.mark.usefixtures("start")
def test_leaving_early_ends_the_workers() -> None:
    made = made_by_workers(
        [job("quick.txt"), job("slow.txt", pause=3600)], [0, 1], 2, lambda index: None
    )
    next(made)
    close: Callable[[], None] = made.close  # type: ignore[attr-defined]
    close()
    assert multiprocessing.active_children() == []


def test_a_process_with_threads_is_not_forked() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not pool.may_fork()
    finally:
        stop.set()
        thread.join()


def test_at_least_one_core() -> None:
    assert 1 <= pool.cores() <= (os.cpu_count() or 1)


@pytest.mark.usefixtures("start")
def test_a_worker_makes_room_after_its_life() -> None:
    jobs = [Job(f"{number}.txt", _who, (number,), msg("")) for number in range(10)]
    made = made_by_workers(jobs, range(10), 2, lambda index: None, life=2)
    pids = Counter(result[0] for _, result in made if not isinstance(result, Failure))
    assert sum(pids.values()) == 10
    assert max(pids.values()) == 2
    assert multiprocessing.active_children() == []


def _who(number: int) -> bytes:
    return str(os.getpid()).encode()
