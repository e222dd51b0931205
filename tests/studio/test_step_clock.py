"""The clock of the steps, with a time of its own."""

from __future__ import annotations

import pytest

from creativekit.studio.step_clock import StepClock
from creativekit.studio.trainer_bar import clock_text


class Time:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_it_stands_until_it_is_started_or_moved() -> None:
    time = Time()
    clock = StepClock([10, 20], time)
    time.now = 500
    assert (clock.spent, clock.runs, clock.has_begun) == (0, False, False)
    clock.go(1)
    time.now = 560
    assert (clock.at, clock.spent, clock.left, clock.runs) == (1, 60, 1140, True)


def test_a_pause_is_not_counted_and_a_step_goes_on_where_it_was_left() -> None:
    time = Time()
    clock = StepClock([1, 2, 3], time)
    clock.start()
    time.now = 90
    assert clock.left == -30
    assert clock.behind == 30
    clock.pause()
    time.now = 1000
    assert clock.spent == 90
    clock.go(1)
    assert not clock.runs
    clock.start()
    time.now = 1010
    clock.go(0)
    time.now = 1015
    assert clock.spent == 95
    clock.go(2)
    assert clock.spent == 0
    assert clock.behind == 105 - 180
    clock.clear()
    assert (clock.at, clock.spent, clock.runs) == (0, 0, False)


@pytest.mark.parametrize("step", [-1, 3])
def test_there_are_no_other_steps(step: int) -> None:
    clock = StepClock([1, 2, 3], Time())
    with pytest.raises(IndexError):
        clock.go(step)
    assert clock.at == 0


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (59.9, "0:59"), (754, "12:34"), (-130, "2:10"), (3661, "1:01:01")],
)
def test_time_as_it_is_read(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text
