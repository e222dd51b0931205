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


def jobs(kin: Sequence[str], cost: float = 1.0, shared: float = 0.0) -> list[Job]:
    return [
        replace(job(f"{at}.txt"), kin=each, cost=cost, shared=shared) for at, each in enumerate(kin)
    ]


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


@pytest.mark.parametrize(
    ("left", "begun", "next_"),
    [
        # Each costs 10, of which kin share 7: what is left costs the worker who has begun 3 each.
        pytest.param(2, 1, None, id="6 by itself is sooner than 10 with help"),
        pytest.param(3, 1, None, id="9 by itself is sooner than 10 with help"),
        pytest.param(4, 1, 1, id="12 by itself takes longer than 10 with help"),
        pytest.param(6, 2, None, id="18 by two of them, 9 each"),
        pytest.param(7, 2, 2, id="21 by two of them takes longer than 10 with help"),
    ],
)
def test_help_that_would_take_longer_is_not_given(left: int, begun: int, next_: int | None) -> None:
    count = begun + left
    queue = Queue(jobs("a" * count, 10.0, 7.0), range(begun, count))
    assert queue.take(None, range(begun)) == next_


def test_a_worker_that_waited_may_be_needed_after_all() -> None:
    """When the one who had begun is gone, whoever asks next is given what was left."""
    queue = Queue(jobs("aaa", 10.0, 7.0), (1, 2))
    assert queue.take(None, (0,)) is None
    assert queue.take(None, ()) == 1
    assert queue.take(1, ()) == 2


@given(
    st.lists(st.sampled_from(("", "a", "b", "c")), max_size=12),
    st.sampled_from((0.0, 0.5, 0.9)),
    st.data(),
)
def test_every_job_is_taken_once(kin: list[str], shared: float, data: st.DataObject) -> None:
    """Whatever two workers do, in whatever order they become free; one who gets nothing rests."""
    queue = Queue(jobs(kin, shared=shared), data.draw(st.permutations(range(len(kin)))))
    hands: list[int | None] = [None, None]
    resting = [False, False]
    taken = []
    while queue:
        awake = [at for at in (0, 1) if not resting[at]]
        assert awake, "nobody works, and Jobs are left"
        free = data.draw(st.sampled_from(awake))
        other = hands[1 - free]
        hands[free] = queue.take(hands[free], () if other is None else (other,))
        resting[free] = hands[free] is None
        if hands[free] is not None:
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
