"""Which Job a worker takes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.jobs import Job
from creativekit.press.queue import Queue
from press.fake_jobs import job


def jobs(kin: Sequence[str]) -> list[Job]:
    return [replace(job(f"{at}.txt"), kin=each) for at, each in enumerate(kin)]


@pytest.mark.parametrize(
    ("kin", "last", "others", "next_"),
    [
        pytest.param(("", "", ""), None, (), 1, id="the first in order"),
        pytest.param(("", "b", "a"), 0, (), 1, id="without kin, the first in order"),
        pytest.param(("a", "", "a"), 0, (), 2, id="kin of the last one first"),
        pytest.param(("a", "a", "b"), None, (0,), 2, id="not what another has begun"),
        pytest.param(("a", "a", "a"), None, (0,), 1, id="unless nothing else is left"),
        pytest.param(("a", "a", "b"), 0, (0,), 1, id="its own, though another helps with it"),
        pytest.param(("", "", "a"), 0, (0,), 1, id="no name is no kin"),
    ],
)
def test_what_comes_next(
    kin: tuple[str, ...], last: int | None, others: tuple[int, ...], next_: int
) -> None:
    assert Queue(jobs(kin), (1, 2)).take(last, others) == next_


def test_none_is_left() -> None:
    queue = Queue(jobs(("a",)), (0,))
    assert queue
    assert queue.take() == 0
    assert not queue
    assert queue.take(0, (0,)) is None


@given(st.lists(st.sampled_from(("", "a", "b", "c")), max_size=12), st.data())
def test_every_job_is_taken_once(kin: list[str], data: st.DataObject) -> None:
    """Whatever two workers do, in whatever order they become free."""
    queue = Queue(jobs(kin), data.draw(st.permutations(range(len(kin)))))
    hands: list[int | None] = [None, None]
    taken = []
    while queue:
        free = data.draw(st.integers(0, 1))
        other = hands[1 - free]
        hands[free] = queue.take(hands[free], () if other is None else (other,))
        taken.append(hands[free])
    assert sorted(taken, key=str) == sorted(range(len(kin)), key=str)


def test_two_workers_divide_what_is_shared() -> None:
    """Each language's files are made by one worker, and nobody waits."""
    queue = Queue(jobs(("kk", "ru", "en", "kk", "ru", "en", "kk", "ru", "en")), range(9))
    first, second = queue.take(), None
    second = queue.take(None, (first,) if first is not None else ())
    assert (first, second) == (0, 1)
    order = []
    for _ in range(3):
        first = queue.take(first, (second,) if second is not None else ())
        second = queue.take(second, (first,) if first is not None else ())
        order += [first, second]
    assert order == [3, 4, 6, 7, 2, 5]
